#include "kiosk/searcher.h"

#include <spdlog/spdlog.h>

#include <array>
#include <utility>

#include "content/error.h"
#include "kiosk/wipe.h"
#include "kiosk/wipe.h"

namespace kiosk {
namespace {

using content::Kind;
using content::Spelling;

constexpr int kHitsPerGroup = 200;
constexpr int kNearPerGroup = 50;
constexpr std::int64_t kFew = 5;   // exact hits; below that what was meant is looked for too

using Group = std::pair<SearchGroup SearchAnswer::*, Kind>;
constexpr std::array<Group, 5> kGroups{{{&SearchAnswer::merchants, Kind::Merchant},
                                        {&SearchAnswer::streets, Kind::Street},
                                        {&SearchAnswer::figures, Kind::Figure},
                                        {&SearchAnswer::articles, Kind::Article},
                                        {&SearchAnswer::products, Kind::Product}}};

// Adds what this spelling finds behind what the answer has. Returns how many.
std::int64_t add(content::SearchIndex& index, SearchAnswer& answer, Spelling spelling) {
  const bool exact = spelling == Spelling::Exact;
  std::int64_t total = 0;
  for (const auto& [group, kind] : kGroups) {
    content::SearchPage found = index.find({.text = answer.text, .kinds = {kind}, .offset = 0,
                                            .limit = exact ? kHitsPerGroup : kNearPerGroup, .spelling = spelling});
    content::SearchPage& page = exact ? (answer.*group).exact : (answer.*group).near;
    page.hits.insert(page.hits.end(), std::make_move_iterator(found.hits.begin()), std::make_move_iterator(found.hits.end()));
    page.total += found.total;
    total += found.total;
  }
  return total;
}

// Strict first; sounds when that is little, slips only when there is nothing yet.
SearchAnswer search(content::SearchIndex& index, std::string text) {
  SearchAnswer answer;
  answer.text = std::move(text);
  std::int64_t total = add(index, answer, Spelling::Exact);
  if (total < kFew) total += add(index, answer, Spelling::Alike);
  if (total == 0) total = add(index, answer, Spelling::Slip);
  if (total == 0) answer.loosened = index.loosen(answer.text);
  return answer;
}

// A string that was moved from still holds what it held, when that was short.
void drop(std::optional<std::string>& text) {
  if (text) wipe(*text);
  text.reset();
}

void drop(std::optional<SearchAnswer>& answer) {
  if (answer) wipe(answer->text);
  answer.reset();
}

}  // namespace

// What the worker does next, in this order.
struct Searcher::Work {
  std::optional<std::filesystem::path> database;
  std::optional<SearchView> view;
  bool forget = false;
  std::optional<std::string> question;
  std::uint64_t ticket = 0;
};

Searcher::Searcher(std::function<void()> wake) : wake_(std::move(wake)), worker_([this] { run(); }) {}

Searcher::~Searcher() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  worker_.join();
}

void Searcher::use(std::filesystem::path content_db) {
  view_ = {};
  {
    const std::lock_guard lock(mutex_);
    database_ = std::move(content_db);
    new_view_.reset();
  }
  changed_.notify_one();
}

void Searcher::view(SearchView view) {
  if (view == view_) return;
  view_ = std::move(view);
  {
    const std::lock_guard lock(mutex_);
    new_view_ = view_;
  }
  changed_.notify_one();
}

std::uint64_t Searcher::ask(std::string text) {
  {
    const std::lock_guard lock(mutex_);
    drop(question_);
    question_ = std::move(text);
    newest_ = ++asked_;
  }
  changed_.notify_one();
  return newest_;
}

const SearchAnswer* Searcher::answer() const { return answer_ ? &*answer_ : nullptr; }

bool Searcher::waiting() const { return newest_ != 0 && (!answer_ || answer_->ticket != newest_); }

void Searcher::forget() {
  {
    const std::lock_guard lock(mutex_);
    drop(question_);
    drop(finished_);
    drop(answer_);
    newest_ = 0;
    forgetting_ = true;
  }
  changed_.notify_one();
}

bool Searcher::collect() {
  const std::lock_guard lock(mutex_);
  if (!finished_ || finished_->ticket != newest_) return false;
  drop(answer_);
  answer_.emplace(std::move(*finished_));
  drop(finished_);
  return true;
}

// Waits for something to do. Nothing when the kiosk ends. A question waits until a release was given.
std::optional<Searcher::Work> Searcher::next_work(bool has_release) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopping_ || database_ || new_view_ || forgetting_ || (question_ && has_release); });
  if (stopping_) return std::nullopt;
  Work work;
  work.database = std::exchange(database_, std::nullopt);
  work.view = std::exchange(new_view_, std::nullopt);
  work.forget = std::exchange(forgetting_, false);
  if (question_ && (has_release || work.database)) {
    work.question = std::move(question_);
    drop(question_);
  }
  work.ticket = asked_;
  return work;
}

// One piece of work. A function of its own, never inlined: what it leaves on the stack lies below run(), which wipes it.
[[gnu::noinline]] void Searcher::carry_out(Work& work, std::optional<content::SearchIndex>& index) {
  SearchAnswer answer;
  try {
    if (work.database) {
      index.reset();
      if (!work.database->empty()) index.emplace(*work.database);
    }
    if (index && work.forget) index->forget();
    if (index && work.view) {
      index->hide(work.view->hidden);
      index->prefer(work.view->nearest);
    }
    if (index && work.question) answer = search(*index, *work.question);
  } catch (const std::exception& error) {
    spdlog::error("search: {}", error.what());
  }
  if (!work.question) return;
  answer.ticket = work.ticket;
  const std::lock_guard lock(mutex_);
  drop(finished_);
  finished_.emplace(std::move(answer));
}

void Searcher::run() {
  std::optional<content::SearchIndex> index;
  bool given = false;  // a database was given: without an index questions are answered, with nothing
  while (std::optional<Work> work = next_work(given)) {
    if (work->forget) {   // the answer to a visitor who left meanwhile
      const std::lock_guard lock(mutex_);
      drop(finished_);
    }
    given = given || work->database.has_value();
    carry_out(*work, index);
    if (work->question) wake_();
    drop(work->question);
    if (work->forget) wipe_stack();
  }
}

}  // namespace kiosk
