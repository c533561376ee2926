#include <algorithm>

#include "kiosk/screens/can_use.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/chinese_mark.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kDisc = 28;
constexpr float kColumnGap = 20;
constexpr float kLift = 132;
constexpr float kLeastTitle = 31, kLeastShop = 26;

// Smaller down to `least`, then in two lines, in the middle of the box's height. Returns the width.
float draw_in(ui::Canvas& canvas, Rect box, std::string_view words, ui::TextStyle style, float least) {
  while (style.size > least && canvas.measure(words, style) > box.w) style.size = std::max(least, style.size - 1);
  if (canvas.measure(words, style) <= box.w) return canvas.text(box, words, style);
  const ui::TextBlock block = canvas.layout(words, style, box.w, 2);
  canvas.draw(block, {box.x, box.y + (box.h - block.height()) / 2});
  return block.width;
}

}  // namespace

Action CanUseScreen::draw_list(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const int per_page = layout.per_page();
  const int pages = (static_cast<int>(rows_.size()) + per_page - 1) / per_page;
  std::optional<std::size_t> tapped;
  // Room around the rows so that the selected one's shadow is whole.
  const auto turn = turner_.begin(canvas, "offers", layout.list.inset(-20, -6), pages);
  follow_page(per_page);
  const float columns = static_cast<float>(layout.list_columns);
  const float width = (layout.list.w - kColumnGap * (columns - 1)) / columns;
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    const auto first = static_cast<std::size_t>(page.index * per_page);
    const std::size_t end = std::min(first + static_cast<std::size_t>(per_page), rows_.size());
    for (std::size_t i = first; i < end; ++i) {
      const auto slot = static_cast<int>(i - first);
      const Rect box{layout.list.x + static_cast<float>(slot / layout.rows_per_column) * (width + kColumnGap),
                     layout.list.y + static_cast<float>(slot % layout.rows_per_column) * layout.row_height, width, layout.row_height};
      const bool last = i + 1 == end || (slot + 1) % layout.rows_per_column == 0;
      if (draw_row(canvas, context, rows_[i], box, layout, last)) tapped = i;
    }
    canvas.pop_offset();
  }
  turner_.end(canvas);
  if (!tapped) return Stay{};
  const bool again = *tapped == selected_row();
  select(*tapped);
  if (again) return open_shop();
  return Stay{};
}

bool CanUseScreen::draw_row(ui::Canvas& canvas, const Context& context, const Row& row, Rect box, const Layout& layout, bool last) const {
  const auto& color = canvas.color();
  const bool selected = row.merchant == selected_ && row.offer_index == selected_offer_;
  const ui::Touch touch = canvas.touch(row.label, box);
  if (canvas.theme().modes.high_contrast) {
    const auto state = selected ? ui::LookState::Selected : touch.pressed ? ui::LookState::Pressed : ui::LookState::Rest;
    ui::draw_control(canvas, box.inset(0, 4), ui::control_look(canvas.theme(), state), ui::radius::kCard);
  } else if (selected) {
    canvas.shadow(box.inset(0, 1), ui::Elevation::Selected, ui::radius::kCard);
    canvas.fill(box.inset(0, 1), touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  } else {
    if (touch.pressed) canvas.fill(box.inset(0, 2), color.paper2, ui::radius::kCard);
    if (!last) canvas.fill({box.x, box.bottom() - 2, box.w, 2}, color.line);
  }
  draw_row_words(canvas, context, row, box, layout, selected);
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped;
}

void CanUseScreen::draw_row_words(ui::Canvas& canvas, const Context& context, const Row& row, Rect box, const Layout& layout, bool selected) const {
  const auto& color = canvas.color();
  const bool inverted = selected && canvas.theme().modes.high_contrast;
  const auto shade = [&](ui::Color normal) { return inverted ? color.paper0 : normal; };
  const float large = canvas.theme().text_size(10) / 10;
  const float middle = box.centre().y;
  const float radius = kDisc * (large > 1 ? 1.15F : 1.0F);
  const ui::Point disc{box.x + 24 + radius, middle};
  const bool high_contrast = canvas.theme().modes.high_contrast;
  canvas.disc(disc, radius, selected ? color.red_plane : color.indigo_plane);
  if (high_contrast && !inverted) canvas.ring(disc, radius, color.ink, 3);
  canvas.text({disc.x - radius, disc.y - radius, 2 * radius, 2 * radius}, row.number,
              ui::fitted(canvas, row.number, {.face = Face::SansBold, .size = row.number.size() > 2 ? 25.0F : 29.0F, .color = color.white, .align = Align::Centre}, 2 * radius - 6));

  const ui::TextStyle distance{.face = Face::Sans, .size = 31, .color = shade(color.ink), .align = Align::Right};
  const ui::TextStyle until{.face = Face::SansMedium, .size = 27, .color = shade(row.open ? color.pine : color.ink2), .align = Align::Right};
  const float right = box.right() - 22;
  const float side = std::max(canvas.measure(row.distance, distance), canvas.measure(row.until, until)) + 2;
  const float up = row.chinese ? chinese_mark_height(canvas) / 2 + 2 : 0;
  canvas.text({right - side, middle - 42 * large - up, side, 40 * large}, row.distance, distance);
  canvas.text({right - side, middle + 2 - up, side, 40 * large}, row.until, until);
  if (row.chinese) chinese_mark(canvas, context.texts, {right - chinese_mark_width(canvas, context.texts), middle + 44 * large - up});

  const float left = disc.x + radius + 22;
  const float width = right - side - 20 - left;
  const float first = layout.offer_line, second = layout.shop_line, third = layout.proof_line;
  float y = middle - (first + second + third) / 2;
  const Rect title{left, y, width, first};
  draw_in(canvas, title, row.offer, {.face = Face::SansBold, .size = 38, .color = shade(color.red), .line = 1.25F}, kLeastTitle);
  y += first;
  const float shop = draw_in(canvas, {left, y, width, second}, row.shop, {.face = Face::Sans, .size = 29, .color = shade(color.ink), .line = 1.25F}, kLeastShop);
  if (row.proof.empty()) return;
  const float icon = canvas.theme().text_size(28);
  const ui::TextStyle proof{.face = Face::Sans, .size = 27, .color = shade(color.ink2)};
  const bool below = third > 0;
  const float x = below ? left : left + shop + 20;
  if (below) y += second;
  const float height = below ? third : second;
  const float room = left + width - x - icon - 8;
  const ui::TextStyle fitted = ui::fitted(canvas, row.proof, proof, room);
  if (canvas.measure(row.proof, fitted) > room + 1) return;   // said in full beside the list, and by the shop's page
  canvas.icon("card", {x + icon / 2, y + height / 2}, icon, proof.color);
  canvas.text({x + icon + 8, y, room, height}, row.proof, fitted);
}

// What is missing, and up to three ways on.
void CanUseScreen::draw_empty(ui::Canvas& canvas, const Layout& layout) {
  Rect area = layout.list;
  if (!layout.areas.low) {
    const float top = std::min(layout.list.y, layout.detail.y);
    const float left = std::min(layout.list.x, layout.detail.x);
    area = {left, top, std::max(layout.list.right(), layout.detail.right()) - left, layout.list.bottom() - top};
  }
  const ui::TextStyle style{.face = Face::Serif, .size = 46, .color = canvas.color().ink, .line = 1.34F};
  Rect words = layout.areas.low ? layout.detail : area.inset(0, 12);
  const ui::TextBlock block = canvas.layout(empty_words_, style, words.w);
  canvas.draw(block, words.origin());
  float y = layout.areas.low ? area.y : words.y + block.height() + 32;
  // Side by side where they would not fit below one another.
  const auto count = static_cast<float>(std::max<std::size_t>(1, lifts_.size()));
  const float height = std::min(kLift, std::max(ui::touch::kButton, (area.bottom() - y - 16 * (count - 1)) / count));
  const bool across = y + count * (height + 16) - 16 > area.bottom() + 2;
  const float gap = 16;
  const float width = across ? (area.w - gap * (count - 1)) / count : std::min(area.w, 900.0F);
  float x = area.x;
  std::optional<std::size_t> tapped;
  for (std::size_t i = 0; i < lifts_.size(); ++i) {
    if (ui::button(canvas, lifts_[i].label, {x, y, width, height}, {.text_size = 32, .radius = ui::radius::kCard})) tapped = i;
    if (across) {
      x += width + gap;
    } else {
      y += height + gap;
    }
  }
  if (!tapped) return;
  filter_changed();
  lifted_ = lifts_[*tapped].filter;
}

}  // namespace kiosk
