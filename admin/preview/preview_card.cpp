#include "admin/preview/preview_card.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "admin/desk/button.h"
#include "admin/desk/marks.h"
#include "admin/preview/preview_difference.h"
#include "content/days.h"
#include "kiosk/clock.h"

namespace admin {
namespace {

namespace color = desk::color;
namespace size = desk::size;
using ui::Rect;

constexpr float kChipHeight = 28, kChipGap = 8, kBelowPicture = 12;
constexpr float kTallest = 440;        // of an upright picture in a panel
constexpr float kRadius = 8;
constexpr float kFrame = 3;            // of what differs
constexpr float kPairGap = 24, kPairHead = 34;
constexpr float kChipsBeside = 420;    // from this width of a picture on, title and chips stand side by side
constexpr std::string_view kCalendar = "预览日历";

// The largest box of that shape, in the middle across, at the top.
Rect fitted(Rect area, float aspect) {
  const float width = std::min(area.w, area.h * aspect);
  return {std::round(area.x + (area.w - width) / 2), area.y, std::round(width), std::round(width / aspect)};
}

Rect picture_box(Rect area, bool portrait) {
  return portrait ? fitted({area.x, area.y, area.w, kTallest}, 1080.0F / 1920.0F) : fitted({area.x, area.y, area.w, 4000}, 1920.0F / 1080.0F);
}

void draw_picture(desk::Desk& desk, Preview& preview, Rect box) {
  desk.canvas().shadow(box, ui::Elevation::Selected, kRadius);
  preview.draw(desk.canvas(), box, kRadius);
}

void draw_nothing_yet(desk::Desk& desk, Rect box) {
  desk.canvas().fill(box, color::kWell, kRadius);
  desk::empty_words(desk, box, "还没有发布过", "发布以后，这里是屏上现在的样子。", "screen");
}

ui::Modes modes_of(const PreviewLook& look) {
  return {.large_text = look.large_text, .high_contrast = look.high_contrast, .language = look.english ? ui::Language::English : ui::Language::Chinese};
}

std::string words_of_day(const PreviewLook& look, content::LocalMinute now) { return look.day ? day_words(*look.day, now) : std::string("今天"); }

}  // namespace

content::LocalMinute city_minute(const Workspace& office) {
  return kiosk::city_minute(std::chrono::sys_seconds(std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds(office.now_ms()))));
}

PreviewWish preview_wish(const PreviewSubject& subject, const PreviewLook& look, content::LocalMinute now) {
  PreviewWish wish{.base = subject.base, .kind = subject.kind, .record = subject.record};
  if (subject.body != nullptr) wish.body = *subject.body;
  wish.field = std::string(subject.field);
  wish.minute = look.day ? content::minute_at(*look.day, content::minute_of_day(now)) : now;
  wish.modes = modes_of(look);
  wish.portrait = look.portrait;
  return wish;
}

float PreviewChips::draw(desk::Desk& desk, Rect row, PreviewLook& look) {
  float right = row.right();
  const auto place = [&](std::string_view words) {
    const float width = desk::toggle_width(desk, words);
    right -= width;
    const Rect box{right, row.y + (row.h - kChipHeight) / 2, width, kChipHeight};
    right -= kChipGap;
    return box;
  };
  draw_day(desk, place(words_of_day(look, city_minute(desk.office()))), look);
  if (desk::toggle(desk, "EN", place("EN"), look.english)) look.english = !look.english;
  if (desk::toggle(desk, "高对比", place("高对比"), look.high_contrast)) look.high_contrast = !look.high_contrast;
  if (desk::toggle(desk, "大字", place("大字"), look.large_text)) look.large_text = !look.large_text;
  if (desk::toggle(desk, "竖屏", place("竖屏"), look.portrait)) look.portrait = true;
  if (desk::toggle(desk, "横屏", place("横屏"), !look.portrait)) look.portrait = false;
  return right;
}

void PreviewChips::draw_day(desk::Desk& desk, Rect box, PreviewLook& look) {
  const auto now = city_minute(desk.office());
  if (desk::toggle(desk, words_of_day(look, now), box, look.day.has_value(), "看哪一天的样子")) {
    calendar_ = std::make_shared<desk::Calendar>(look.day, content::day_of(now));
    desk.open_popup(kCalendar);
  }
  if (!desk.popup_open(kCalendar) || calendar_ == nullptr) return;
  const auto chosen = calendar_->take_chosen();
  const bool cleared = calendar_->take_cleared();
  if (chosen || cleared) {
    look.day = chosen;
    if (look.day == content::day_of(now)) look.day.reset();
    desk.close_popup();
    return;
  }
  desk.popup(kCalendar, box, desk::Calendar::size(), [&desk, calendar = calendar_](Rect place) { calendar->draw(desk, place); });
}

float PreviewCard::draw(desk::Desk& desk, Rect area, const PreviewSubject& subject) {
  ui::Canvas& canvas = desk.canvas();
  const auto now = city_minute(desk.office());
  wish_ = preview_wish(subject, *look_, now);
  Preview& preview = desk.previews->get(place_);
  preview.show(wish_);
  const Rect box = picture_box(area, look_->portrait);
  draw_picture(desk, preview, box);
  if (canvas.touch("看大图", box).tapped) enlarge(desk);
  const Rect row{area.x, box.bottom() + kBelowPicture, area.w, kChipHeight};
  const float left = chips_.draw(desk, row, *look_);
  const std::string title = look_->day ? words_of_day(*look_, now) + "的样子" : std::string("实时预览");
  if (canvas.measure(title, desk::words(14)) + 20 <= left - row.x) {
    canvas.disc({row.x + 4, row.centre().y}, 4, color::kPine);
    canvas.text({row.x + 18, row.y, left - row.x - 18, row.h}, title, desk::words(14, color::kInk2));
  }
  float height = row.bottom() - area.y;
  if (const auto& why = preview.not_shown()) height += 8 + draw_not_shown(desk, {area.x, row.bottom() + 8, area.w, 40}, *why);
  return height;
}

float PreviewCard::draw_not_shown(desk::Desk& desk, Rect row, const NotShown& why) {
  const float height = desk::notice(desk, row, why.reason, desk::Tone::Amber);
  if (!why.see_on) return height;
  const std::string words = "看 " + day_words(*why.see_on, city_minute(desk.office())) + "的样子";
  const float width = desk::button_width(desk, words, {.kind = desk::ButtonKind::Quiet});
  if (desk::button(desk, words, {row.right() - width, row.y + height + 2, width, 30}, {.kind = desk::ButtonKind::Quiet})) look_->day = why.see_on;
  return height + 32;
}

void PreviewCard::enlarge(desk::Desk& desk) { desk.show(make_large_preview(wish_, look_)); }

bool PreviewCard::pending(desk::Desk& desk) const { return desk.previews->get(place_).pending(); }

float PreviewPair::draw(desk::Desk& desk, Rect area, const PreviewSubject& before, const PreviewSubject& after, const Titles& titles) {
  ui::Canvas& canvas = desk.canvas();
  const auto now = city_minute(desk.office());
  Preview& left = desk.previews->get("pair-before");
  Preview& right = desk.previews->get("pair-after");
  PreviewSubject first = before;
  first.base = PreviewBase::OnScreen;
  left.show(preview_wish(first, look_, now));
  right.show(preview_wish(after, look_, now));
  const float width = (area.w - kPairGap) / 2;
  // Beside the title where there is room for both; in a narrow window below the pictures.
  const bool above = width >= kChipsBeside;
  const float chips = above ? chips_.draw(desk, {area.x + width + kPairGap, area.y - 2, width, kChipHeight}, look_) : area.right();
  const auto half = [&](float x, std::string_view title, std::string_view note) {
    const float room = std::min(width, chips - x - 8);
    const float wide = canvas.measure(title, desk::bold(size::kText));
    if (wide <= room) canvas.text({x, area.y, width, kPairHead - 8}, title, desk::bold(size::kText));
    if (wide + 8 + canvas.measure(note, desk::second()) <= room) canvas.text({x + wide + 8, area.y, width, kPairHead - 8}, note, desk::second());
    return picture_box({x, area.y + kPairHead, width, 0}, look_.portrait);
  };
  const Rect left_box = half(area.x, titles.before, titles.before_note);
  const Rect right_box = half(area.x + width + kPairGap, titles.after, titles.after_note);
  // Before the first release the screens show nothing of the office's.
  desk.previews->bases().get(PreviewBase::OnScreen);
  published_ = desk.previews->bases().sequence() > 0;
  if (published_) draw_picture(desk, left, left_box);
  else draw_nothing_yet(desk, left_box);
  draw_picture(desk, right, right_box);
  const auto enlarge = [&](const PreviewSubject& subject) { desk.show(make_large_preview(preview_wish(subject, look_, now), std::make_shared<PreviewLook>(look_))); };
  if (published_ && canvas.touch("看大图：现在", left_box).tapped) enlarge(first);
  if (canvas.touch("看大图：发布后", right_box).tapped) enlarge(after);
  if (published_) compare(left, right);
  else frames_.clear();
  const float scale = right_box.w / right.size_u().w;
  for (const Rect& frame : frames_) {
    const Rect box{right_box.x + frame.x * scale, right_box.y + frame.y * scale, frame.w * scale, frame.h * scale};
    canvas.outline(box.inset(-kFrame - 1), color::kPaper, kFrame + 2, 7);   // seen on any ground
    canvas.outline(box.inset(-kFrame), color::kAmberLine, kFrame, 6);
  }
  const float height = kPairHead + std::max(left_box.h, right_box.h);
  if (above) return height;
  chips_.draw(desk, {area.x, area.y + height + kBelowPicture, area.w, kChipHeight}, look_);
  return height + kBelowPicture + kChipHeight;
}

// Reading pixels back costs a few milliseconds: once for each pair of pictures that have come to rest.
void PreviewPair::compare(Preview& before, Preview& after) {
  if (before.pending() || after.pending()) return;
  if (before_version_ == before.version() && after_version_ == after.version()) return;
  before_version_ = before.version();
  after_version_ = after.version();
  frames_.clear();
  if (before.screen_name() != after.screen_name()) return;   // another page: all of it is new
  const ui::Pixels then = before.capture();
  const ui::Pixels now = after.capture();
  frames_ = differences({before.texts().texts(), then}, {after.texts().texts(), now}, after.size_u());
}

bool PreviewPair::pending(desk::Desk& desk) const {
  return (published_ && desk.previews->get("pair-before").pending()) || desk.previews->get("pair-after").pending();
}

}  // namespace admin
