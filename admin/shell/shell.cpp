#include "admin/shell/shell.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "admin/preview/preview.h"
#include "admin/shell/key_sheet.h"
#include "admin/shell/search_layer.h"
#include "admin/workspace/drafts.h"
#include "admin/workspace/records.h"
#include "content/error.h"
#include "kiosk/ui/text_edit.h"

namespace admin {

namespace color = desk::color;
namespace size = desk::size;

namespace {

constexpr double kNewsEvery = 1;   // seconds between looks at what colleagues did

}  // namespace

Shell::Shell(Workspace& office, ui::Session& session, ShellOptions options)
    : office_(office), session_(session), options_(options), previews_(std::make_unique<Previews>(office, session.backend())), desk_(office, session) {
  desk_.previews = previews_.get();
}

Shell::~Shell() = default;

void Shell::frame() {
  previews_->work();
  session_.frame([this](ui::Canvas& canvas) { draw(canvas); });
  if (const auto action = desk_.take_soon()) {
    // The frame that says so has been shown; this one may take a moment.
    session_.frame([&](ui::Canvas& canvas) {
      desk_.begin(canvas);
      safely(action);
      desk_.end();
      draw(canvas);
    });
  }
}

void Shell::draw(ui::Canvas& canvas) {
  if (session_.had_input()) last_input_ = session_.seconds(), touched_ = true;
  const auto idle = session_.seconds() - last_input_;
  const auto limit = static_cast<double>(options_.lock_after.count());
  if (office_.signed_in() && idle >= limit) lock();
  desk_.begin(canvas);
  if (!office_.signed_in()) {
    safely([this] {
      if (const auto person = entry_.draw(desk_)) welcome(*person);
      if (!office_.signed_in() && !last_person_.empty()) keep_drafts();
    });
  } else {
    canvas.request_frame_in(std::chrono::milliseconds(static_cast<int>((limit - idle) * 1000) + 1));
    safely([this] { draw_office(); });
  }
  ask_before_loss();
  ask_before_cutting_off();
  safely([this] { desk_.draw_layers(); });
  desk_.end();
}

bool Shell::pending() const { return (panel_ != nullptr && panel_->pending()) || previews_->pending(); }

std::optional<std::chrono::milliseconds> Shell::due_in() const { return session_.due_in(); }

void Shell::enter_as(const content::Person& person) { welcome(person); }

void Shell::welcome(const content::Person& person) {
  if (person.name != last_person_) change_hands(person);
  office_.sign_in(person);
  session_.wake();   // the frame that let them in still shows the door
  last_person_ = person.name;
  last_input_ = session_.seconds();
  news_at_ = -1;
  touched_ = true;
  const auto cities = office_.store().list(content::Kind::City);
  city_ = cities.empty() ? std::string() : cities.front().body.value("name", std::string());
  if (showing_ != nullptr) return;
  const bool bare = person.role == content::Role::Administrator && office_.store().people().size() < 4;
  turn({.panel = bare ? "people" : "overview"});
}

void Shell::lock() {
  keep_everything();
  if (panel_ != nullptr && office_.signed_in()) panel_->leave(desk_);
  desk_.forget();   // a dialog or a toast of theirs is not the next one's
  told_trouble_.clear();
  entry_.expect(last_person_);
  office_.lock();
  session_.wake();
}

bool Shell::offered(const PanelInfo& info) const { return info.offered == nullptr || info.offered(office_); }

void Shell::turn(const desk::Target& target) {
  const auto all = panels();
  auto info = std::find_if(all.begin(), all.end(), [&](const PanelInfo& one) { return one.id == target.panel && offered(one); });
  if (info == all.end()) info = std::find_if(all.begin(), all.end(), [&](const PanelInfo& one) { return offered(one); });
  if (info == all.end()) return;
  if (panel_ != nullptr && showing_ != &*info) panel_->leave(desk_);
  std::unique_ptr<Panel>& place = made_[info->id];
  if (place == nullptr) place = info->make(desk_);
  showing_ = &*info;
  panel_ = place.get();
  session_.forget_animations();
  panel_->enter(desk_, target);
}

void Shell::shortcuts() {
  using enum ui::Key;
  if (desk_.shortcut({K, true})) desk_.show(make_search_layer());
  if (desk_.shortcut({Question})) desk_.show(make_key_sheet());
  if (showing_ != nullptr && !ui::typing(desk_.canvas()) && desk_.shortcut({Z, true})) tell_what_stays(showing_->id);
}

// Some deeds are given to others at once: there Ctrl Z says what leads back.
void Shell::tell_what_stays(std::string_view panel) {
  if (panel == "review") desk_.toast("审核意见已经交给下一位，不能撤销；通过错了，请后面的审核人退回。");
  if (panel == "publish") desk_.toast("发布不能撤销；要回到以前的一期，请在发布记录里退回。");
  if (panel == "people") desk_.toast("人员、权限和密码不能撤销；请直接改回来。");
}

void Shell::look_for_news() {
  desk_.canvas().request_frame_in(std::chrono::milliseconds(static_cast<int>(kNewsEvery * 1000)));
  if (news_at_ >= 0 && session_.seconds() - news_at_ < kNewsEvery) return;
  news_at_ = session_.seconds();
  try {
    count_badges();
  } catch (const content::Busy&) {
    // What stands in the window stays as it was; the next look tells.
  }
  keep_drafts();
}

// What is written is kept also while another panel shows.
void Shell::keep_drafts() {
  Drafts& drafts = office_.drafts();
  drafts.tick();
  if (const auto due = drafts.due_in()) desk_.canvas().request_frame_in(*due + std::chrono::milliseconds(10));
  if (drafts.trouble() == told_trouble_) return;
  if (!drafts.trouble().empty()) {
    desk_.fail(drafts.trouble() + "写的都还在，管理台正在再试。");
  } else if (desk_.failure().starts_with(told_trouble_)) {
    desk_.fail("");
    desk_.toast("存上了，刚才写的都在。");
  }
  told_trouble_ = drafts.trouble();
}

void Shell::count_badges() {
  // The counts read the database: only when something was done, here or by a colleague.
  const bool news = office_.records().refresh();
  if (!news && !touched_ && !badges_.empty()) return;
  touched_ = false;
  for (const PanelInfo& info : panels()) {
    if (info.badge != nullptr && offered(info)) badges_[info.id] = info.badge(office_);
  }
}

void Shell::safely(const std::function<void()>& drawing) {
  try {
    drawing();
  } catch (const content::Error& error) {
    session_.unwind();
    desk_.fail(error.text().zh);
  } catch (const std::exception& error) {
    spdlog::error("the panel {} failed: {}", panel_id(), error.what());
    session_.unwind();
    desk_.fail("这一页出了点问题，已写进日志；内容没有丢。请换一页再回来。");
  }
}

void Shell::draw_office() {
  ui::Canvas& canvas = desk_.canvas();
  const ui::Rect whole = canvas.bounds();
  if (const auto wanted = desk_.take_wanted()) turn(*wanted);
  look_for_news();
  shortcuts();
  canvas.fill(whole, color::kPaper);
  const ui::Rect work = whole.below(size::kTopBar);
  draw_navigation(work.left(size::kNav));
  draw_top_bar(whole.top(size::kTopBar));
  if (!waiting_files_.empty()) desk_.dropped = std::exchange(waiting_files_, {});
  const ui::Rect room = desk_.tell_failure(work.after(size::kNav));
  if (panel_ != nullptr) panel_->draw(desk_, room);
  send_files_to_library();
  follow_dropped_pictures();
}

}  // namespace admin
