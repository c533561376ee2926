// A product's words: head, the maker's story, the places to buy.
#include <algorithm>

#include "kiosk/screens/product.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/name_line.h"
#include "kiosk/widgets/portrait.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kPortraitShape = 212.0F / 172;
constexpr float kLeastPortrait = 104;
constexpr float kLeastPlace = 26;

int pages_of(int items, int per_page) { return std::max(1, (items + per_page - 1) / per_page); }

ui::TextStyle turn_style(const ui::Canvas& canvas, bool pressed) {
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  return {.face = Face::SansMedium, .size = 26, .color = high_contrast || pressed ? color.ink : color.ink2, .align = Align::Right};
}

std::string turn_words(std::string_view label, const ui::PageTurner& turner, int pages) {
  return (label.empty() ? std::string{} : std::string(label) + "  ") + std::to_string(turner.page() + 1) + " / " + std::to_string(pages);
}

// "接着读 1 / 2 ›" in a box's right end; the whole `hit` turns. The last page leads back to the first.
void turn_by_touch(ui::Canvas& canvas, std::string_view label, Rect hit, Rect words, ui::PageTurner& turner, int pages) {
  if (pages < 2) return;
  // Where the words find no room, the place and the arrow say it.
  std::string place = turn_words(label, turner, pages);
  if (canvas.measure(place, turn_style(canvas, false)) > words.w - 34) place = turn_words({}, turner, pages);
  const ui::Touch touch = canvas.touch(label, hit);
  const ui::TextStyle style = turn_style(canvas, touch.pressed);
  if (canvas.theme().modes.high_contrast) {   // yellow says where one touches
    const float width = canvas.measure(place, style) + 34 + 28;
    canvas.outline({words.right() - width, words.y, width + 14, words.h}, canvas.color().control, ui::stroke::kHighContrast, words.h / 2);
  }
  canvas.text(words.left(words.w - 34), place, style);
  canvas.icon("right", {words.right() - 14, words.centre().y}, 30, canvas.theme().modes.high_contrast ? canvas.color().control : style.color);
  if (touch.focused) canvas.focus_ring(hit, ui::radius::kCard);
  if (!touch.tapped) return;
  turner.go_to((turner.page() + 1) % pages);
  canvas.request_frame();
}

}  // namespace

void ProductScreen::draw_head(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const Rect& words = layout.words;
  const float tag = canvas.theme().text_size(50);
  float x = words.x;
  if (!category_.empty()) x += ui::tag(canvas, {x, words.y}, category_, ui::TagKind::Grey, tag) + 14;
  if (new_crop_) x += ui::tag(canvas, {x, words.y}, context.texts("product.in_season"), ui::TagKind::Pine, tag) + 14;
  if (head_chinese_) chinese_mark(canvas, context.texts, {x, words.y + (tag - chinese_mark_height(canvas)) / 2});
  const Rect name{words.x, words.y + tag + 14, words.w, name_height(canvas, words.w)};
  if (layout.areas.landscape) {
    draw_price_below_name(canvas, name);
  } else {
    draw_price_after_name(canvas, context, name);
  }
}

// Landscape: name; price, unit and origin on one baseline below.
void ProductScreen::draw_price_below_name(ui::Canvas& canvas, Rect name) const {
  const auto& color = canvas.color();
  const ui::TextBlock block = lay_name(canvas, name.w);
  canvas.draw(block, {name.x, name.centre().y - block.height() / 2});
  const float baseline = name.bottom() + canvas.theme().text_size(72) * 0.96F;
  float x = name.x + canvas.text_at({name.x, baseline}, "¥", {.face = Face::SansBold, .size = 48, .color = color.red}) + 5;
  x += canvas.text_at({x, baseline}, price_, {.face = Face::SansBold, .size = 72, .color = color.red}) + 22;
  ui::TextStyle unit{.face = Face::Sans, .size = 34, .color = color.ink};
  ui::TextStyle origin{.face = Face::Sans, .size = 30, .color = color.ink2};
  // Both give way alike when the line is full; then the origin takes the tight line above the unit.
  const float room = name.right() - x;
  const float wide = canvas.measure(unit_, unit) + 36 + canvas.measure(origin_, origin);
  if (wide > room) {
    const float share = std::max(0.76F, room / wide);
    unit.size = std::max(26.0F, unit.size * share);
    origin.size = std::max(25.0F, origin.size * share);
  }
  if (canvas.measure(unit_, unit) + 28 + canvas.measure(origin_, origin) > room) {
    const float height = canvas.theme().text_size(26) * 1.25F;
    unit.size = std::min(unit.size, 27.0F);
    draw_name(canvas, {x, baseline - 2 * height + 6, room, height}, unit_, unit, 25);
    draw_name(canvas, {x, baseline - height + 8, room, height}, origin_, origin, 25);
    return;
  }
  x += canvas.text_at({x, baseline}, unit_, unit) + (wide > room ? 28.0F : 36.0F);
  canvas.text_at({x, baseline}, origin_, origin);
}

// Portrait: name left and price right on one baseline; origin and unit below.
void ProductScreen::draw_price_after_name(ui::Canvas& canvas, const Context& context, Rect name) const {
  const auto& color = canvas.color();
  const float baseline = name.centre().y + canvas.theme().text_size(92) * 0.35F;
  const ui::TextStyle price{.face = Face::SansBold, .size = 80, .color = color.red};
  const ui::TextStyle sign{.face = Face::SansBold, .size = 52, .color = color.red};
  const float width = canvas.measure(price_, price) + canvas.measure("¥", sign) + 5;
  canvas.text_at({name.right() - width, baseline}, "¥", sign);
  canvas.text_at({name.right() - canvas.measure(price_, price), baseline}, price_, price);
  const ui::TextBlock block = lay_name(canvas, name_width(canvas, name.w));
  canvas.draw(block, {name.x, name.centre().y - block.height() / 2});
  const Rect below{name.x, name.bottom(), name.w, canvas.theme().text_size(32) * 1.5F};
  ui::TextStyle unit_style{.face = Face::Sans, .size = 32, .color = color.ink, .align = Align::Right};
  unit_style = ui::fitted(canvas, unit_, unit_style, below.w * 0.45F);
  float unit = canvas.text(below, unit_, unit_style);
  if (unit_chinese_) {   // too far from the mark above the name
    unit += chinese_mark_width(canvas, context.texts) + 16;
    chinese_mark(canvas, context.texts, {below.right() - unit, below.centre().y - chinese_mark_height(canvas) / 2});
  }
  draw_name(canvas, below.left(below.w - unit - 24), origin_, {.face = Face::Sans, .size = 32, .color = color.ink2}, 25);
}

void ProductScreen::draw_story(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const Rect& card = layout.story;
  if (!(card.h > 0)) return;
  const auto& color = canvas.color();
  const float scale = canvas.theme().text_size(10) / 10;
  canvas.fill(card, color.letter, ui::radius::kCard);
  if (canvas.theme().modes.high_contrast) canvas.outline(card, color.ink, 3, ui::radius::kCard);
  // The portrait gives way where words need the room.
  const float width = std::min({172.0F, (card.h - 48) / kPortraitShape, (card.w - 540 * scale)});
  float left = card.x + 32;
  if (width >= kLeastPortrait) {
    const Rect portrait{card.x + 28, card.y + (card.h - width * kPortraitShape) / 2, width, width * kPortraitShape};
    draw_portrait(canvas, context.catalog, portrait_, portrait, {.radius = ui::radius::kThumb, .head = true});
    left = portrait.right() + 33;
  }
  const Rect words{left, card.y, card.right() - 20 - left, card.h};
  const float name_line = canvas.theme().text_size(40) * (scale > 1 ? 1.15F : 1.3F);
  const Rect line{words.x, card.y + (scale > 1 ? 18.0F : 26.0F), words.w, name_line};
  ui::TextStyle maker{.face = Face::Serif, .size = 40, .color = color.ink};
  maker = ui::fitted(canvas, maker_, maker, words.w);
  const float more = std::max(250.0F, canvas.measure(turn_words(context.texts("product.read_on"), story_pages_, 88), turn_style(canvas, false)) + 44);
  const float mark = story_chinese_ ? chinese_mark_width(canvas, context.texts) + 17 : 0;
  const float name = (maker_.empty() ? 0 : std::min(canvas.measure(maker_, maker), words.w) + 17) + mark;
  const ui::TextStyle small = ui::fitted(canvas, maker_line_, {.face = Face::Sans, .size = 27, .color = color.ink2}, words.w);
  const bool line_beside = name + canvas.measure(maker_line_, small) + more <= words.w;
  const bool more_beside = name + more <= words.w;
  canvas.text(line, maker_, maker);
  const float row = std::max(ui::touch::kMin, canvas.theme().text_size(26) * 1.5F);
  // The tightest card says the line as the story's first.
  const float line_height = canvas.theme().text_size(27) * 1.35F;
  const float room = card.bottom() - (more_beside ? 14 : row + 8) - line.bottom() - 8 - line_height;
  const bool line_in_story = !line_beside && room < canvas.theme().text_size(33) * 1.5F;
  if (story_chinese_) chinese_mark(canvas, context.texts, {words.x + name - mark, line.centre().y - chinese_mark_height(canvas) / 2});
  float y = line.bottom() + 8;
  if (line_beside) {
    canvas.text(line.after(name), maker_line_, small);
  } else if (!maker_line_.empty() && !line_in_story) {
    draw_name(canvas, {words.x, y - 4, words.w, line_height}, maker_line_, small, 25);
    y += line_height;
  }
  const Rect turn = more_beside ? Rect{words.right() - more, line.centre().y - row / 2, more, row}
                                : Rect{words.right() - more, card.bottom() - row - 6, more, row};
  const float bottom = more_beside ? card.bottom() - 14 : turn.y - 2;
  const std::string story = line_in_story && !maker_line_.empty() ? maker_line_ + '\n' + story_ : story_;
  draw_story_text(canvas, context, story, {words.x, y, words.w, bottom - y}, turn);
}

void ProductScreen::draw_story_text(ui::Canvas& canvas, const Context& context, std::string_view story, Rect text, Rect more) {
  ui::TextStyle style{.face = Face::Kai, .size = canvas.landscape() ? 34.2F : 36.0F, .color = canvas.color().ink, .line = canvas.landscape() ? 1.48F : 1.5F};
  ui::TextBlock block = canvas.layout(story, style, text.w);
  // A little smaller before it turns pages.
  for (const float size : {33.0F, 32.0F}) {
    if (block.height() <= text.h + 4) break;
    style.size = size;
    block = canvas.layout(story, style, text.w);
  }
  const int lines = std::max(1, static_cast<int>((text.h + 4) / block.line_step));
  const int count = static_cast<int>(block.lines.size());
  const int pages = pages_of(count, lines);
  const auto turn = story_pages_.begin(canvas, "story", text.inset(-4, -6), pages);
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    for (int i = page.index * lines; i < std::min(count, (page.index + 1) * lines); ++i) {
      const float y = text.y + static_cast<float>(i - page.index * lines) * block.line_step;
      canvas.draw_line(block, static_cast<std::size_t>(i), {text.x, y});
    }
    canvas.pop_offset();
  }
  story_pages_.end(canvas);
  const float bottom = std::max(text.bottom(), more.bottom());
  turn_by_touch(canvas, context.texts("product.read_on"), {more.x, more.y, more.w, bottom - more.y}, more, story_pages_, pages);
}

void ProductScreen::draw_outlets(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  if (outlets_.empty()) return;
  const auto& color = canvas.color();
  const Rect& area = layout.outlets;
  const float size = layout.areas.landscape ? 31 : 33;
  const float text = canvas.theme().text_size(size);
  const Rect& places = layout.places;
  const float head = places.h;
  const ui::TextStyle heading{.face = Face::SansBold, .size = size + 1, .color = color.ink};
  const std::string_view where = context.texts("product.where");
  const float words = canvas.text(places, where, heading);
  float used = words;
  if (outlets_chinese_) used += 20 + chinese_mark(canvas, context.texts, {area.x + words + 20, area.y + (head - chinese_mark_height(canvas)) / 2});
  const float icon = ui::icon_size(canvas, 38);
  // All rows as high as the one with the most lines needs.
  std::vector<ui::TextBlock> blocks;
  float step = text * 1.35F + (layout.areas.landscape ? 14.0F : 17.0F);
  for (const Outlet& outlet : outlets_) {
    ui::TextStyle style{.face = Face::Sans, .size = size, .color = color.ink, .line = 1.2F};
    while (style.size > kLeastPlace && canvas.measure(outlet.text, style) > area.w - icon - 23) style.size = std::max(kLeastPlace, style.size - 1);
    blocks.push_back(canvas.layout(outlet.text, style, area.w - icon - 23));
    step = std::max(step, blocks.back().height() + 10);
  }
  const float top = area.y + head + 8;
  const int rows = std::max(1, static_cast<int>((area.bottom() - top + 8) / step));
  const int count = static_cast<int>(outlets_.size());
  const int pages = pages_of(count, rows);
  const Rect list{area.x, top, area.w, step * static_cast<float>(std::min(rows, std::max(count, 1)))};
  const auto turn = outlet_pages_.begin(canvas, "outlets", list, pages);
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    for (int i = page.index * rows; i < std::min(count, (page.index + 1) * rows); ++i) {
      const Outlet& outlet = outlets_[static_cast<std::size_t>(i)];
      const Rect row{list.x, list.y + static_cast<float>(i - page.index * rows) * step, list.w, step};
      canvas.icon(outlet.icon, {row.x + icon / 2, row.centre().y - 1}, icon, color.clay);
      const ui::TextBlock& block = blocks[static_cast<std::size_t>(i)];
      canvas.draw(block, {row.x + icon + 23, row.centre().y - block.height() / 2});
    }
    canvas.pop_offset();
  }
  outlet_pages_.end(canvas);
  const std::string_view label = context.texts("product.more_places");
  const float wide = canvas.measure(turn_words(label, outlet_pages_, pages), turn_style(canvas, false)) + 48;
  if (used + 40 + wide <= places.w) {
    const Rect more = places.after(places.w - wide);
    turn_by_touch(canvas, label, more.inset(0, std::min(0.0F, (head - ui::touch::kMin) / 2)), more, outlet_pages_, pages);
    return;
  }
  // Too narrow for the words: the whole list turns, an arrow and the place say so.
  const Rect more{area.x + used, area.y, places.w - used, head};
  turn_by_touch(canvas, label, {area.x, area.y - 8, area.w, list.bottom() + 8 - area.y}, more, outlet_pages_, pages);
}

}  // namespace kiosk
