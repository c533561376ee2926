// What is put forward today: a column, a block, one row that pages, or a poster to look at only.
#include <algorithm>

#include "kiosk/pictures.h"
#include "kiosk/screens/home.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/name_line.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

// Of a 4:5 portrait.
constexpr Rect kHeadAndShoulders{0.1F, 0.12F, 0.8F, 0.64F};
constexpr Rect kWhole{0, 0, 1, 1};
constexpr float kFrame = 4, kPictureFrame = 3;
constexpr float kLeastTitle = 25;

void frame_picture(ui::Canvas& canvas, Rect box, float radius) {
  if (canvas.theme().modes.high_contrast) canvas.outline(box, canvas.color().ink, kPictureFrame, radius);
}

}  // namespace

Action HomeScreen::draw_today(ui::Canvas& canvas, const Context& context, const Plan& plan) {
  if (plan.today.h <= 0) return Stay{};
  const bool landscape = canvas.landscape();
  const auto& modes = canvas.theme().modes;
  const bool strip = modes.large_text || modes.high_contrast || modes.low_reach;
  if (modes.low_reach) return draw_today_strip(canvas, context, plan.today);
  if (landscape) return strip ? draw_today_strip(canvas, context, plan.today) : draw_today_column(canvas, context, plan.today);

  const auto& color = canvas.color();
  const Rect& block = plan.today;
  const float word = canvas.text({block.x, block.y, 300, 50}, context.texts("home.today"), {.face = Face::Serif, .size = 38, .color = color.ink});
  const ui::TextStyle quiet{.face = Face::Sans, .size = 27, .color = color.ink2, .align = Align::Right};
  const float feast = canvas.text({block.right() - 420, block.y + 3, 420, 44}, feast_, quiet);
  std::string date = context.texts.format("home.place", {date_, lunar_date_});
  ui::TextStyle left = quiet;
  left.align = Align::Left;
  const float room = block.w - word - 28 - feast - 28;
  if (canvas.measure(date, left) > room) date = date_;
  draw_name(canvas, {block.x + word + 28, block.y + 3, room, 44}, date, left, 25);
  canvas.fill({block.x, block.y + 52, block.w, 2}, color.ink);
  if (today_.empty()) return Stay{};
  if (strip) return draw_today_strip(canvas, context, block.below(72));
  return draw_today_block(canvas, context, block.below(78));
}

Action HomeScreen::draw_today_column(ui::Canvas& canvas, const Context& context, Rect column) const {
  Action action = Stay{};
  const auto& color = canvas.color();
  const float word = canvas.text({column.x, column.y + 6, 200, 48}, context.texts("home.today"), {.face = Face::Serif, .size = 38, .color = color.ink});
  canvas.text({column.x + word + 20, column.y + 9, column.w - word - 20, 42}, feast_,
              {.face = Face::Sans, .size = 26, .color = color.ink2, .align = Align::Right});
  canvas.fill({column.x, column.y + 52, column.w, 2}, color.ink);
  const float step = std::min(179.5F, (column.h - 77 + 47) / static_cast<float>(today_.size()));
  for (std::size_t i = 0; i < today_.size(); ++i) {
    const Rect row{column.x, column.y + 77 + static_cast<float>(i) * step, column.w, std::min(132.0F, step - 24)};
    if (i > 0) canvas.fill({row.x, row.y - 25, row.w, 2}, color.line);
    keep(action, draw_today_row(canvas, context, today_[i], row, row.h));
  }
  return action;
}

Action HomeScreen::draw_today_block(ui::Canvas& canvas, const Context& context, Rect block) const {
  Action action = Stay{};
  keep(action, draw_today_lead(canvas, context, today_[0], block.top(std::min(248.0F, block.h))));
  if (block.h < 248 + 24 + 145) return action;
  const float half = (block.w - 20) / 2;
  for (std::size_t i = 1; i < std::min<std::size_t>(today_.size(), 3); ++i) {
    const Rect row{block.x + static_cast<float>(i - 1) * (half + 20), block.y + 272 + 21, half, 124};
    canvas.fill({row.x, row.y - 21, row.w, 2}, canvas.color().line);
    keep(action, draw_today_row(canvas, context, today_[i], row, 124));
  }
  return action;
}

// One at a time, large, with the arrow to the next.
Action HomeScreen::draw_today_strip(ui::Canvas& canvas, const Context& context, Rect strip) {
  shown_today_ %= today_.size();
  const Today& today = today_[shown_today_];
  const auto& color = canvas.color();
  const bool contrast = canvas.theme().modes.high_contrast;
  constexpr float kArrow = 120;
  const bool more = today_.size() > 1;
  const Rect row = strip.left(strip.w - (more ? kArrow + 16 : 0));
  const ui::Touch touch = canvas.touch(today.label, row);
  const bool inverse = contrast && touch.pressed;
  canvas.fill(row, inverse ? color.control : touch.pressed ? color.paper3 : color.paper0, ui::radius::kCard);
  canvas.outline(row, color.control, contrast ? kFrame : ui::stroke::kControl, ui::radius::kCard);
  const ui::Color words = inverse ? color.paper0 : color.ink;
  const ui::TextStyle label{.face = Face::Sans, .size = 27, .color = inverse ? words : color.ink2};
  const ui::TextStyle title{.face = Face::SansBold, .size = 34, .color = words, .hang_quotes = true};
  if (strip.h < 150) {
    const float mark = draw_today_mark(canvas, context, today, {row.right() - 84, row.centre().y});
    const float both = row.w - 60 - 84 - mark;
    float width = std::min(canvas.measure(today.label, label), row.w * (today.chinese ? 0.3F : 0.42F));
    // The label takes two lines before the title is cut.
    ui::TextStyle least = title;
    least.size = kLeastTitle;
    if (canvas.layout(today.title, least, both - width).lines.size() > 2) width = std::min(width, row.w * 0.24F);
    draw_name(canvas, {row.x + 32, row.y, width + 2, row.h}, today.label, label, 22);
    draw_name(canvas, {row.x + 32 + width + 28, row.y, both - width, row.h}, today.title, title, 26);
  } else {
    const float picture = row.h - 32;
    canvas.picture({row.x + 16, row.y + 16, picture, picture}, picture_source(context.catalog, today.picture, picture * canvas.pixels_per_u()),
                   {.radius = ui::radius::kThumb, .crop = today.screen == ScreenKind::Figure ? kHeadAndShoulders : kWhole});
    frame_picture(canvas, {row.x + 16, row.y + 16, picture, picture}, ui::radius::kThumb);
    const float left = row.x + picture + 44;
    const float room = row.right() - left - 72;
    const float mark = draw_today_mark(canvas, context, today, {left + room, row.y + 42});
    draw_name(canvas, {left, row.y + 18, room - mark, 48}, today.label, label, 22);
    draw_name(canvas, {left, row.y + 66, room, row.h - 84}, today.title, title, 30);
  }
  canvas.icon("right", {row.right() - 44, row.centre().y}, 48, contrast && !inverse ? color.control : words);
  if (touch.focused) canvas.focus_ring(row, ui::radius::kCard);
  if (more && ui::arrow_pill(canvas, context.texts("home.next_today"), "down",
                             ui::centred({strip.right() - kArrow, strip.y, kArrow, strip.h}, {kArrow, std::min(strip.h, 96.0F)}), true)) {
    shown_today_ = (shown_today_ + 1) % today_.size();
    canvas.request_frame();
  }
  return touch.tapped ? Action{Open{today.screen, today.target}} : Action{Stay{}};
}

Action HomeScreen::draw_today_row(ui::Canvas& canvas, const Context& context, const Today& today, Rect row,
                                  float picture) const {
  const ui::Touch touch = canvas.touch(today.label, row.inset(0, -8));
  const auto& color = canvas.color();
  if (touch.pressed) canvas.fill(row.inset(-12, -12), color.paper2, ui::radius::kCard);
  const auto source = picture_source(context.catalog, today.picture, picture * canvas.pixels_per_u());
  canvas.picture({row.x, row.y, picture, picture}, source,
                 {.radius = ui::radius::kThumb, .crop = today.screen == ScreenKind::Figure ? kHeadAndShoulders : kWhole});
  draw_row_words(canvas, context, today, {row.x + picture + 22, row.y - 14, row.w - picture - 22, row.h + 28});
  if (touch.focused) canvas.focus_ring(row.inset(-8), ui::radius::kCard);
  return touch.tapped ? Action{Open{today.screen, today.target}} : Action{Stay{}};
}

// Label, title and what is said of it, as many lines as the room has; a long title takes the last one's place.
void HomeScreen::draw_row_words(ui::Canvas& canvas, const Context& context, const Today& today, Rect room) const {
  const auto& color = canvas.color();
  ui::TextStyle title{.face = Face::SansBold, .size = 33, .color = color.ink, .line = 1.32F, .hang_quotes = true};
  while (title.size > 26 && canvas.layout(today.title, title, room.w).lines.size() > (title.size > 31 ? 1 : 2)) title.size -= 1;
  auto head = canvas.layout(today.title, title, room.w, 3);
  if (head.lines.size() == 2) head = lay_balanced(canvas, today.title, title, room.w);
  const ui::TextStyle said{.face = Face::Sans, .size = head.lines.size() > 1 ? 25.0F : 27.0F, .color = color.ink, .line = 1.28F};
  auto line = canvas.layout(today.line, said, room.w, 2);
  constexpr float kLabel = 42;
  const bool whole = !line.lines.empty() && !line.lines.back().ellipsis && kLabel + head.height() + line.height() <= room.h;
  float y = room.centre().y - (kLabel + head.height() + (whole ? line.height() : 0)) / 2;
  const float mark = draw_today_mark(canvas, context, today, {room.right(), y - 2 + kLabel / 2});
  draw_name(canvas, {room.x, y - 2, room.w - mark, kLabel}, today.label, {.face = Face::Sans, .size = 25, .color = color.ink2}, 25);
  y += kLabel;
  canvas.draw(head, {room.x, y});
  if (whole) canvas.draw(line, {room.x, y + head.height()});
}

Action HomeScreen::draw_today_lead(ui::Canvas& canvas, const Context& context, const Today& today, Rect box) const {
  const ui::Touch touch = canvas.touch(today.label, box);
  const auto& color = canvas.color();
  if (touch.pressed) canvas.fill(box.inset(-12, -12), color.paper2, ui::radius::kCard);
  const Rect picture = box.left(420);
  canvas.picture(picture, picture_source(context.catalog, today.picture, 420 * canvas.pixels_per_u()),
                 {.radius = ui::radius::kCard});
  const Rect words = box.after(420 + 32);
  const float mark = draw_today_mark(canvas, context, today, {words.right(), box.y + 34});
  draw_name(canvas, {words.x, box.y + 10, words.w - mark, 48}, today.label, {.face = Face::Sans, .size = 27, .color = color.ink2}, 25);
  ui::TextStyle title{.face = Face::Serif, .size = 46, .color = color.ink, .line = 1.28F, .hang_quotes = true};
  while (title.size > 32 && canvas.layout(today.title, title, words.w).lines.size() > 2) title.size -= 2;
  const bool line = box.h > 230;
  const auto head = canvas.layout(today.title, title, words.w, 2);
  const bool cut = !head.lines.empty() && head.lines.back().ellipsis;
  canvas.draw(cut ? head : lay_balanced(canvas, today.title, title, words.w), {words.x, box.y + 64});
  if (line) draw_name(canvas, {words.x, box.y + 194, words.w, 46}, today.line, {.face = Face::SansMedium, .size = 28, .color = color.gold_text}, 25);
  if (touch.focused) canvas.focus_ring(box.inset(-8), ui::radius::kCard);
  return touch.tapped ? Action{Open{today.screen, today.target}} : Action{Stay{}};
}

// 中文 before `right_middle` where the title is Chinese on an English page; the width that it takes.
float HomeScreen::draw_today_mark(ui::Canvas& canvas, const Context& context, const Today& today, ui::Point right_middle) const {
  if (!today.chinese) return 0;
  const float width = chinese_mark_width(canvas, context.texts);
  chinese_mark(canvas, context.texts, {right_middle.x - width, right_middle.y - chinese_mark_height(canvas) / 2});
  return width + 16;
}

// Low reach: above the line the day's headline on red and its picture, to look at only.
void HomeScreen::draw_poster(ui::Canvas& canvas, const Context& context, Rect area) const {
  const auto& color = canvas.color();
  const bool contrast = canvas.theme().modes.high_contrast;
  const bool landscape = canvas.landscape();
  const float words = landscape ? std::max(area.w * 0.415F, 700.0F) : area.w;
  const float height = landscape ? area.h : std::min(area.h * 0.54F, 430.0F);
  const Rect plane = landscape ? area.left(words) : area.top(height);
  const Rect picture = landscape ? area.after(words) : area.below(height);
  canvas.fill(plane, contrast ? color.paper0 : color.red_pressed);
  if (!contrast) canvas.lattice(plane, color.gold_on_red.with_alpha(0.08F), 96);
  if (!today_.empty()) {
    const Rect drawn = contrast ? picture.inset(20) : picture;
    canvas.picture(drawn, picture_source(context.catalog, today_[0].picture, std::max(drawn.w, drawn.h) * canvas.pixels_per_u()));
    frame_picture(canvas, drawn, 0);
  }
  if (!contrast) {
    canvas.fill(landscape ? Rect{plane.right(), plane.y, 4, plane.h} : Rect{plane.x, plane.bottom(), plane.w, 4}, color.gold_line);
  }
  draw_poster_words(canvas, context, plane);
}

// Mark, name and city, the time at the right end. False where that has no room for the time.
bool HomeScreen::draw_poster_head(ui::Canvas& canvas, const Context& context, Rect words) const {
  const bool large = canvas.theme().modes.large_text;
  const ui::Color cream = canvas.color().cream;
  const ui::TextStyle clock_style{.face = Face::Sans, .size = 62, .color = cream, .align = Align::Right};
  const std::string time = clock_text(context.now);
  const bool narrow = words.w - 104 - 28 - canvas.measure(time, clock_style) < 380;
  const float clock = narrow ? 0 : canvas.text({words.right() - 300, 36, 300, 100}, time, clock_style);
  canvas.mark({words.x, 44, 82, 82}, cream, canvas.color().gold_line, cream);
  const float left = words.x + 104;
  const float room = words.right() - clock - 28 - left;
  draw_name(canvas, {left, large ? 26.0F : 36.0F, room, 62}, context.texts("product.name"), {.face = Face::Serif, .size = 44, .color = cream}, 30);
  draw_city(canvas, {left, large ? 92.0F : 88.0F, room, 48}, cream);
  return !narrow;
}

// Whose screen, which day, and the day's headline.
void HomeScreen::draw_poster_words(ui::Canvas& canvas, const Context& context, Rect plane) const {
  const auto& color = canvas.color();
  const bool large = canvas.theme().modes.large_text;
  const Rect words{plane.x + ui::space::kMargin, plane.y, plane.w - 2 * ui::space::kMargin, plane.h};
  const ui::Color cream = color.cream;
  const bool told_time = draw_poster_head(canvas, context, words);
  float y = large ? 160 : 176;
  std::string date = context.texts.format("home.place", {date_, feast_.empty() ? lunar_date_ : feast_});
  if (!told_time) date = context.texts.format("home.place", {clock_text(context.now), date});
  const ui::TextStyle quiet{.face = Face::Sans, .size = 29, .color = color.gold_on_red};
  draw_name(canvas, {words.x, y, words.w, 48}, date, quiet, 24);
  if (today_.empty()) return;
  y += large ? 62 : 64;
  const Today& today = today_[0];
  if (today.chinese) {
    chinese_mark(canvas, context.texts, {words.x, y});
    y += chinese_mark_height(canvas) + 4;
  }
  ui::TextStyle title{.face = Face::Serif, .size = 84, .color = cream, .line = 1.22F, .hang_quotes = true};
  const float title_room = words.bottom() - y - (large ? 84 : 74);
  const auto too_big = [&] {
    const auto block = canvas.layout(today.title, title, words.w);
    return block.lines.size() > 2 || block.height() > title_room;
  };
  while (title.size > 34 && too_big()) title.size -= 2;
  float used = 0;
  if (too_big()) {
    used = canvas.paragraph({words.x, y, words.w, title_room}, today.title, title);
  } else {
    const auto head = lay_balanced(canvas, today.title, title, words.w);
    canvas.draw(head, {words.x, y});
    used = head.height();
  }
  draw_name(canvas, {words.x, y + used + 12, words.w, 50}, today.line.empty() ? today.label : today.line,
            {.face = Face::Sans, .size = 33, .color = cream}, 25);
}

}  // namespace kiosk
