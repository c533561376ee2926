#include "admin/shell/shell.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/marks.h"
#include "admin/preview/preview.h"
#include "admin/shell/key_sheet.h"
#include "admin/shell/search_layer.h"
#include "admin/workspace/records.h"
#include "content/error.h"
#include "kiosk/ui/text_edit.h"

namespace admin {

namespace color = desk::color;
namespace size = desk::size;
using desk::bold;
using desk::words;

namespace {

constexpr double kNewsEvery = 1;   // seconds between looks at what colleagues did

std::string_view heading_of(Group group) {
  switch (group) {
    case Group::Top: return "";
    case Group::Content: return "内容";
    case Group::Work: return "运行";
    case Group::System: return "系统";
  }
  return "";
}

std::string_view role_words(content::Role role) {
  switch (role) {
    case content::Role::Editor: return "编辑";
    case content::Role::First: return "一审员";
    case content::Role::Second: return "二审员";
    case content::Role::Third: return "三审发布";
    case content::Role::Administrator: return "管理员";
  }
  return "";
}

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
      action();
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
    if (const auto person = entry_.draw(desk_)) welcome(*person);
  } else {
    canvas.request_frame_in(std::chrono::milliseconds(static_cast<int>((limit - idle) * 1000) + 1));
    draw_office();
  }
  desk_.draw_layers();
  desk_.end();
}

bool Shell::pending() const { return (panel_ != nullptr && panel_->pending()) || previews_->pending(); }

std::optional<std::chrono::milliseconds> Shell::due_in() const { return session_.due_in(); }

void Shell::enter_as(const content::Person& person) { welcome(person); }

void Shell::welcome(const content::Person& person) {
  if (person.name != last_person_) {   // somebody else's panels and places are not theirs
    made_.clear();
    showing_ = nullptr;
    panel_ = nullptr;
  }
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

void Shell::close() {
  if (panel_ != nullptr && office_.signed_in()) panel_->leave(desk_);
}

void Shell::lock() {
  close();
  desk_.forget();   // a dialog or a toast of theirs is not the next one's
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
}

void Shell::look_for_news() {
  desk_.canvas().request_frame_in(std::chrono::milliseconds(static_cast<int>(kNewsEvery * 1000)));
  if (news_at_ >= 0 && session_.seconds() - news_at_ < kNewsEvery) return;
  news_at_ = session_.seconds();
  // The counts read the database: only when something was done, here or by a colleague.
  const bool news = office_.records().refresh();
  if (!news && !touched_ && !badges_.empty()) return;
  touched_ = false;
  for (const PanelInfo& info : panels()) {
    if (info.badge != nullptr && offered(info)) badges_[info.id] = info.badge(office_);
  }
}

void Shell::draw_office() {
  ui::Canvas& canvas = desk_.canvas();
  const ui::Rect whole = canvas.bounds();
  try {
    if (const auto wanted = desk_.take_wanted()) turn(*wanted);
    look_for_news();
    shortcuts();
    canvas.fill(whole, color::kPaper);
    const ui::Rect work = whole.below(size::kTopBar);
    draw_navigation(work.left(size::kNav));
    draw_top_bar(whole.top(size::kTopBar));
    if (!waiting_files_.empty()) desk_.dropped = std::exchange(waiting_files_, {});
    if (panel_ != nullptr) panel_->draw(desk_, work.after(size::kNav));
    send_files_to_library();
  } catch (const content::Error& error) {
    session_.unwind();
    desk_.fail(error.text().zh);
  } catch (const std::exception& error) {
    spdlog::error("the panel {} failed: {}", panel_id(), error.what());
    session_.unwind();
    desk_.fail("这一页出了点问题，已写进日志；内容没有丢。请换一页再回来。");
  }
}

// What the panel had no use for are pictures: the library takes them in, or says why not.
void Shell::send_files_to_library() {
  if (desk_.dropped.empty() || (showing_ != nullptr && showing_->id == "media")) return;
  waiting_files_ = std::exchange(desk_.dropped, {});
  desk_.go({.panel = "media"});
  desk_.toast("拖进来的文件交给素材库了；好了以后，回到表单里选它。");
}

void Shell::draw_top_bar(ui::Rect bar) {
  ui::Canvas& canvas = desk_.canvas();
  canvas.fill(bar, color::kPaper);
  canvas.line({bar.x, bar.bottom()}, {bar.right(), bar.bottom()}, color::kLine, 1);
  canvas.mark({bar.x + 20, bar.y + 11, 34, 34}, color::kRed, color::kGold, color::kRed);
  float x = bar.x + 66;
  x += canvas.text({x, bar.y, 120, bar.h}, "双拥之窗", {.face = ui::Face::Serif, .size = 19, .color = color::kInk});
  canvas.line({x + 12, bar.y + 16}, {x + 12, bar.bottom() - 16}, color::kLine, 1);
  canvas.text({x + 24, bar.y, 180, bar.h}, city_.empty() ? "管理台" : "管理台 · " + city_, words(size::kText, color::kInk2));
  const ui::Rect search{bar.x + 339, bar.y + 10, std::min(340.0F, bar.w * 0.22F), 36};
  canvas.fill(search, desk_.hovers(search) ? color::kTrack : color::kWell, size::kButtonRadius);
  canvas.icon("search", {search.x + 22, search.centre().y}, 16, color::kInk2);
  canvas.text(search.after(38), "搜商户、人物、文章（Ctrl K）", words(size::kText, color::kInk3));
  if (canvas.touch("搜索一切", search).tapped) desk_.show(make_search_layer());
  float right = bar.right() - 20;
  if (office_.may(Right::Publish)) {
    const bool there = showing_ != nullptr && showing_->id == "publish";
    const desk::ButtonLook look{.kind = there ? desk::ButtonKind::Plain : desk::ButtonKind::Publish, .icon = "upload", .count = badges_.contains("publish") ? badges_.at("publish") : -1, .label = "去发布"};
    if (desk::button_from_right(desk_, "发布到终端", right, bar.y + 9, look, 38)) desk_.go({.panel = "publish"});
    right -= 16;
  }
  draw_person(right, bar);
}

void Shell::draw_person(float right, ui::Rect bar) {
  ui::Canvas& canvas = desk_.canvas();
  const content::Person& person = office_.person();
  const std::string_view role = role_words(person.role);
  const float width = std::max(canvas.measure(person.name, words(size::kText)), canvas.measure(role, desk::second())) + 4;
  const ui::Rect box{right - width - 50, bar.y + 4, width + 50, bar.h - 8};
  desk::avatar(desk_, {box.x + 20, bar.centre().y}, 16, person.name);
  canvas.text({box.x + 46, bar.y + 8, width, 21}, person.name, words(size::kText, color::kInk, ui::Face::SansMedium));
  canvas.text({box.x + 46, bar.y + 28, width, 20}, role, desk::second());
  const std::string id = "我的菜单";
  if (canvas.touch(id, box).tapped) desk_.open_popup(id);
  desk_.popup(id, box, {190, 2 * 40 + 8}, [this](ui::Rect place) {
    const ui::Rect first = place.inset(4).top(40);
    const ui::Rect next = first.moved(0, 40);
    const auto row = [this](ui::Rect at, std::string_view icon, std::string_view label) {
      if (desk_.hovers(at)) desk_.canvas().fill(at, color::kWell, 4);
      desk_.canvas().icon(icon, {at.x + 20, at.centre().y}, 17, color::kInk2);
      desk_.canvas().text(at.after(40), label, words());
      return desk_.canvas().touch(label, at).tapped;
    };
    const bool keys = row(first, "keyboard", "全部快捷键");
    const bool out = row(next, "lock", "锁定并换人");
    if (keys || out) desk_.close_popup();
    if (keys) desk_.show(make_key_sheet());
    if (out) lock();
  });
}

void Shell::draw_navigation(ui::Rect side) {
  ui::Canvas& canvas = desk_.canvas();
  canvas.fill(side, color::kSide);
  canvas.line({side.right(), side.y}, {side.right(), side.bottom()}, color::kLine, 1);
  // Many kinds on a low window: rows close up rather than scroll.
  std::size_t rows = 0;
  for (const PanelInfo& info : panels()) rows += offered(info) ? 1 : 0;
  const float row_height = std::clamp((side.h - 16 - 3 * 38) / static_cast<float>(std::max<std::size_t>(rows, 1)), 26.0F, size::kNavRow + 2);
  float y = side.y + 8;
  Group group = Group::Top;
  for (const PanelInfo& info : panels()) {
    if (!offered(info)) continue;
    if (info.group != group) {
      group = info.group;
      canvas.text({side.x + 22, y + 10, 120, 24}, heading_of(group), words(13, color::kInk3));
      y += 36;
    }
    y += draw_entry(info, {side.x + 10, y, side.w - 20, row_height});
  }
}

float Shell::draw_entry(const PanelInfo& info, ui::Rect row) {
  ui::Canvas& canvas = desk_.canvas();
  const bool on = showing_ == &info;
  const ui::Touch touch = canvas.touch("导航 " + std::string(info.title), row);
  const ui::Rect ground = row.inset(0, 1);
  if (on) {
    canvas.fill(ground, color::kNavOn, size::kButtonRadius);
    canvas.fill({row.x, ground.y + 9, 3, ground.h - 18}, color::kRed, 1.5F);
  } else if (desk_.hovers(row)) {
    canvas.fill(ground, color::kWell, size::kButtonRadius);
  }
  if (touch.focused) canvas.outline(ground, color::kRed, 2, size::kButtonRadius);
  const ui::Color ink = on ? color::kRedDark : color::kInk;
  canvas.icon(info.icon, {row.x + 22, row.centre().y}, 18, on ? color::kRedDark : color::kInk2);
  canvas.text(row.after(44), info.title, on ? bold(size::kText, ink) : words(size::kText, ink));
  if (const auto badge = badges_.find(info.id); badge != badges_.end() && badge->second > 0) {
    canvas.text(row.left(row.w - 12), std::to_string(badge->second), desk::right(words(14, on ? color::kRedDark : color::kInk2)));
  }
  if (touch.tapped) desk_.go({.panel = std::string(info.id)});
  return row.h;
}

}  // namespace admin
