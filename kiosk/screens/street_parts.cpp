// The street page's map with the selected shop's card, and what an empty list says.
#include <algorithm>

#include "kiosk/pictures.h"
#include "kiosk/screens/street.h"
#include "kiosk/screens/street_text.h"
#include "kiosk/ui/widgets_look.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kLift = 132;
constexpr float kLiftGap = 20;
constexpr float kEmptyArt = 150;

}  // namespace

Action StreetScreen::draw_map(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const auto first = static_cast<std::size_t>(page_ * layout.rows_per_page);
  const MapFrame frame{.box = layout.map,
                       .radius = layout.areas.landscape ? ui::radius::kCard : 0.0F,
                       .card = layout.areas.low ? Rect{} : layout.card,
                       .foot = layout.map_foot,
                       .buttons = layout.buttons,
                       .button_radius = layout.button_radius,
                       .look_only = layout.areas.low,
                       .first_row = first,
                       .end_row = first + static_cast<std::size_t>(layout.rows_per_page),
                       .selected = selected_pin()};
  const MapTap tap = map_.draw(canvas, context, frame);
  Action action = Stay{};
  if (rows_.empty()) {
    draw_map_note(canvas, context, layout);
    return action;
  }
  if (layout.card.w > 0 && draw_card(canvas, context, rows_[selected_row()], layout.card)) action = open_selected();
  if (tap.pin) {
    const std::size_t row = map_.pins()[*tap.pin].row;
    if (rows_[row].id == selected_) keep(action, open_selected());
    select(row);
  }
  if (!tap.together.empty()) {
    spot_.clear();
    for (const std::size_t pin : tap.together) spot_.push_back(map_.pins()[pin].row);
    sheet_ = Sheet::Spot;
    sheet_page_ = 0;
  }
  return action;
}

// Says what the hollow dots are.
void StreetScreen::draw_map_note(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  if (!filtered()) return;
  const auto& color = canvas.color();
  const std::string_view words = context.texts("street.hidden");
  const float scale = canvas.theme().text_size(29) / 29;
  const ui::TextStyle style{.face = Face::Sans, .size = 29, .color = color.ink};
  const float width = std::min(canvas.measure(words, style) + 126 * scale, layout.map.w - 56);
  const float buttons = layout.areas.landscape || layout.areas.low ? 28 : 128;
  const float height = 86 * scale;
  const Rect box{layout.map.x + 28, layout.map.bottom() - buttons - height, width, height};
  canvas.shadow(box, ui::Elevation::Selected, ui::radius::kCard);
  canvas.fill(box, color.paper0, ui::radius::kCard);
  if (canvas.theme().modes.high_contrast) canvas.outline(box, color.ink, 3, ui::radius::kCard);
  canvas.icon("info", {box.x + 50 * scale, box.centre().y}, 40 * scale, color.indigo);
  const Rect room = box.after(92 * scale).left(box.w - 112 * scale);
  canvas.text(room, words, shrunk(canvas, words, style, room.w));
}

bool StreetScreen::draw_card(ui::Canvas& canvas, const Context& context, const Row& row, Rect card) const {
  const ui::Touch touch = canvas.touch(context.texts.format("street.open_shop", {row.name}), card);
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  canvas.shadow(card, ui::Elevation::Selected, ui::radius::kCard);
  canvas.fill(card, touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  if (high_contrast) canvas.outline(card, color.control, ui::stroke::kHighContrast, ui::radius::kCard);
  const float side = std::min(118.0F, card.h - 40);
  Rect picture{card.x + 18, card.centre().y - side / 2, 150, side};
  // A narrow card keeps its words.
  if (card.w < 560) picture.w = 0;
  const auto source = picture_source(context.catalog, row.picture, 150 * canvas.pixels_per_u());
  if (picture.w > 0 && source.empty()) {
    canvas.fill(picture, color.pine50, ui::radius::kThumb);
    canvas.icon("shop", picture.centre(), 60, color.pine);
  } else if (picture.w > 0) {
    canvas.picture(picture, source, {.radius = ui::radius::kThumb, .placeholder = color.pine50});
    if (high_contrast) canvas.outline(picture, color.ink, 3, ui::radius::kThumb);
  }
  const float left = picture.w > 0 ? picture.right() + 22 : card.x + 28;
  const float width = card.right() - 112 - left;
  const float scale = canvas.theme().text_size(30) / 30;
  const ui::TextStyle name{.face = Face::SansBold, .size = 34, .color = color.ink};
  const ui::TextStyle where{.face = Face::Sans, .size = 27, .color = color.ink2};
  // Address and way in one line, else the way alone: the shop's page has the address. The tag goes first.
  const std::string both = row.address + (row.address.empty() || row.way.empty() ? "" : " ・ ") + row.way;
  const bool whole = row.way.empty() || canvas.measure(both, where) <= width;
  const std::string& line = whole ? both : row.way;
  const bool two_lines = card.h >= 126 * scale + 20 && canvas.measure(line, shrunk(canvas, line, where, width)) > width;
  const bool tag = row.any_province && !two_lines && card.h >= (46 + 44) * scale + 62;
  const float height = 90 * scale + (tag ? 52 : two_lines ? 36 * scale : 0);
  const float top = card.centre().y - height / 2;
  canvas.text({left, top, width, 47 * scale}, row.name, shrunk(canvas, row.name, name, width));
  if (two_lines) {
    canvas.draw(canvas.layout(line, where, width, 2), {left, top + 50 * scale});
  } else {
    canvas.text({left, top + 46 * scale, width, 44 * scale}, line, shrunk(canvas, line, where, width));
  }
  if (tag) ui::tag(canvas, {left, top + 90 * scale + 6}, context.texts("shop.any_province"), ui::TagKind::Gold);
  const ui::Point arrow{card.right() - 60, card.centre().y};
  canvas.disc(arrow, 36, touch.pressed ? color.red_pressed : color.red_plane);
  if (high_contrast) canvas.ring(arrow, 36, color.control, ui::stroke::kHighContrast);
  canvas.icon("next", arrow, 38, high_contrast ? color.control : color.white);
  if (touch.focused) canvas.focus_ring(card, ui::radius::kCard);
  return touch.tapped;
}

// One line that says what is missing, then up to three ways out, each with what it finds.
void StreetScreen::draw_empty(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const Rect area = layout.list.inset(22, 6);
  const float used = draw_empty_words(canvas, area);
  if (!lifts_.empty()) draw_lifts(canvas, context, area.below(used));
}

// A drawn shop beside the words where there is room, smaller words where there is little. Returns the height with the gap below.
float StreetScreen::draw_empty_words(ui::Canvas& canvas, Rect area) const {
  const auto& color = canvas.color();
  const auto count = static_cast<float>(lifts_.size());
  const float scale = canvas.theme().text_size(30) / 30;
  const bool art = !canvas.theme().modes.large_text && area.h > 400 + count * 110;
  const float left = art ? area.x + kEmptyArt + 28 : area.x;
  ui::TextStyle style{.face = Face::Serif, .size = 46, .color = color.ink, .line = 1.3F};
  const float least_lifts = count * (84 * scale + 12);
  ui::TextBlock block = canvas.layout(empty_words_, style, area.right() - left);
  for (const float smaller : {40.0F, 34.0F, 30.0F, 27.0F}) {
    if (block.height() + least_lifts + 24 <= area.h) break;
    style.size = smaller;
    block = canvas.layout(empty_words_, style, area.right() - left);
  }
  if (!art) {
    canvas.draw(block, {left, area.y});
    return block.height() + 16;
  }
  const ui::Point centre{area.x + kEmptyArt / 2, area.y + kEmptyArt / 2};
  canvas.disc(centre, kEmptyArt / 2, color.pine50);
  canvas.icon("shop", centre, 84, color.pine);
  canvas.draw(block, {left, std::max(area.y, centre.y - block.height() / 2)});
  return std::max(kEmptyArt, block.height()) + 20;
}

// The filters that may be lifted, each with what it finds; a sentence above them where there is room.
void StreetScreen::draw_lifts(ui::Canvas& canvas, const Context& context, Rect area) {
  const auto count = static_cast<float>(lifts_.size());
  const float scale = canvas.theme().text_size(30) / 30;
  const float hint = 48 * scale;
  float y = area.y;
  if (area.h >= hint + count * (100 * scale + 14)) {
    const auto words = context.texts("street.loosen");
    const ui::TextStyle plain{.face = Face::Sans, .size = 31, .color = canvas.color().ink2};
    canvas.text({area.x, y, area.w, hint}, words, shrunk(canvas, words, plain, area.w));
    y += hint + 12;
  }
  const float gap = std::min(kLiftGap, (area.bottom() - y) * 0.05F);
  const float height = std::min(kLift * std::max(1.0F, scale * 0.9F), (area.bottom() - y - (count - 1) * gap) / count);
  std::optional<std::size_t> tapped;
  for (std::size_t i = 0; i < lifts_.size(); ++i) {
    if (draw_lift(canvas, lifts_[i], {area.x, y, area.w, height})) tapped = i;
    y += height + gap;
  }
  if (!tapped) return;
  lifted_ = lifts_[*tapped].filter;
  changed_ = true;
}

bool StreetScreen::draw_lift(ui::Canvas& canvas, const Lift& lift, Rect box) const {
  const ui::Touch touch = canvas.touch(lift.label + " ・ " + lift.count, box);
  const auto state = touch.pressed ? ui::LookState::Pressed : ui::LookState::Rest;
  const ui::Look look = ui::control_look(canvas.theme(), state);
  ui::draw_control(canvas, box, look, ui::radius::kCard);
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const float scale = canvas.theme().text_size(30) / 30;
  const float middle = box.centre().y;
  canvas.icon(lift.icon, {box.x + 56, middle}, 44, high_contrast ? look.icon : canvas.color().pine);
  canvas.icon("right", {box.right() - 44, middle}, 38, look.icon);
  const ui::TextStyle count{.face = Face::SansBold, .size = 34, .color = look.words, .align = Align::Right};
  const float count_width = canvas.measure(lift.count, count) + 8;
  const float count_left = box.right() - 78 - count_width;
  canvas.text({count_left, box.y, count_width, box.h}, lift.count, count);
  const float left = box.x + 106;
  const float width = count_left - 16 - left;
  const ui::TextStyle label{.face = Face::SansBold, .size = 34, .color = look.words};
  const ui::TextStyle rest{.face = Face::Sans, .size = 27, .color = look.label};
  const bool two = box.h >= 88 * scale;
  const float top = two ? middle - 46 * scale : middle - 24 * scale;
  canvas.text({left, top, width, 48 * scale}, lift.label, shrunk(canvas, lift.label, label, width));
  if (two) canvas.text({left, middle + 2, width, 42 * scale}, lift.rest, shrunk(canvas, lift.rest, rest, width));
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped;
}

}  // namespace kiosk
