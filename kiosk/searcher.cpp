#include "kiosk/searcher.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "content/error.h"

namespace kiosk {
namespace {

constexpr int kHitsPerGroup = 60;

SearchAnswer search(content::SearchIndex& index, std::string text) {
  using content::Kind;
  const auto find = [&](std::vector<Kind> kinds) {
    return index.find({.text = text, .kinds = std::move(kinds), .offset = 0, .limit = kHitsPerGroup});
  };
  SearchAnswer answer;
  answer.merchants = find({Kind::Merchant});
  answer.streets = find({Kind::Street});
  answer.others = find({Kind::Figure, Kind::Article, Kind::Product});
  answer.text = std::move(text);
  return answer;
}

}  // namespace

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
  {
    const std::lock_guard lock(mutex_);
    database_ = std::move(content_db);
  }
  changed_.notify_one();
}

std::uint64_t Searcher::ask(std::string text) {
  {
    const std::lock_guard lock(mutex_);
    question_ = std::move(text);
    newest_ = ++asked_;
  }
  changed_.notify_one();
  return newest_;
}

const SearchAnswer* Searcher::answer() const { return answer_ ? &*answer_ : nullptr; }

bool Searcher::waiting() const { return newest_ != 0 && (!answer_ || answer_->ticket != newest_); }

void Searcher::forget() {
  const std::lock_guard lock(mutex_);
  question_.reset();
  finished_.reset();
  answer_.reset();
  newest_ = 0;
}

bool Searcher::collect() {
  const std::lock_guard lock(mutex_);
  if (!finished_ || finished_->ticket != newest_) return false;
  answer_ = std::exchange(finished_, std::nullopt);
  return true;
}

void Searcher::run() {
  std::optional<content::SearchIndex> index;
  bool tried = false;  // a database was given: without an index questions are answered, with nothing
  for (;;) {
    std::optional<std::filesystem::path> database;
    std::optional<std::string> question;
    std::uint64_t ticket = 0;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stopping_ || database_ || (question_ && tried); });
      if (stopping_) return;
      database = std::exchange(database_, std::nullopt);
      if (!database) question = std::exchange(question_, std::nullopt);
      ticket = asked_;
    }
    try {
      if (database) {
        tried = true;
        index.reset();
        index.emplace(*database);
      }
      if (!question) continue;
      SearchAnswer answer = index ? search(*index, std::move(*question)) : SearchAnswer{};
      answer.ticket = ticket;
      {
        const std::lock_guard lock(mutex_);
        finished_ = std::move(answer);
      }
      wake_();
    } catch (const std::exception& error) {
      spdlog::error("search: {}", error.what());
      if (question) {
        const std::lock_guard lock(mutex_);
        finished_ = SearchAnswer{.ticket = ticket, .text = {}, .merchants = {}, .streets = {}, .others = {}};
      }
      wake_();
    }
  }
}

}  // namespace kiosk
