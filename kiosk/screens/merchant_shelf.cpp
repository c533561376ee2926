// What one does from a shop's page: the map, the pictures, the second leaf, the shops next door.
#include "kiosk/screens/merchant.h"

#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr float kArrow = 96;
constexpr float kPortraitArrow = 112;
constexpr float kGap = 16;
constexpr float kIconRoom = 24;   // u a button: with less of it missing the icon stays

}  // namespace

Action MerchantScreen::open_neighbour(std::size_t place) const {
  return Replace{ScreenKind::Merchant, {.record = neighbours_[place], .series = {}, .filter = {}, .neighbours = target_.neighbours}};
}

// From the left: the map, the pictures where they lie out of reach, the second leaf; the shops next door at the right.
Action MerchantScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const Plan& plan) {
  const bool landscape = plan.areas.landscape;
  const float size = landscape ? 30 : 31;
  Action action = Stay{};
  Rect row = plan.shelf;
  if (neighbours_.size() > 1) row.w -= draw_neighbours(canvas, context, row, landscape, action) + kGap;
  std::vector<Button> map;
  if (on_map_) map.push_back({Wish::Map, context.texts("merchant.on_map"), "map", ui::ButtonKind::Ink});
  const std::vector<Button> more = extras(context, plan);
  std::optional<Wish> wish;
  if (plan.extras.h > 0) {
    wish = draw_buttons(canvas, map, {row, size, true});
    if (const auto other = draw_buttons(canvas, more, {plan.extras, size, true})) wish = other;
  } else {
    map.insert(map.end(), more.begin(), more.end());
    wish = draw_buttons(canvas, map, {row, size, !landscape});
  }
  if (wish == Wish::Map) keep(action, Open{ScreenKind::Street, {.record = target_.record, .series = {}, .filter = {}, .neighbours = {}}});
  if (wish == Wish::View) keep(action, open_pictures(0));
  if (wish == Wish::Turn) second_leaf_ = !second_leaf_;
  return action;
}

// ‹ 邻店 › at the row's right end, in portrait and in a short row without the word. Returns the width.
float MerchantScreen::draw_neighbours(ui::Canvas& canvas, const Context& context, Rect row, bool landscape, Action& action) const {
  const Texts& texts = context.texts;
  const float arrow = landscape ? kArrow : kPortraitArrow;
  const Rect next{row.right() - arrow, row.y, arrow, row.h};
  const ui::TextStyle style{.face = Face::SansMedium, .size = 28, .color = canvas.color().ink};
  const float words = landscape && row.w > 900 ? canvas.measure(texts("merchant.neighbours"), style) : 0;
  const float between = words > 0 ? words + 28 : kGap;
  const Rect previous = next.moved(-between - arrow, 0);
  if (words > 0) canvas.text({previous.right() + 14, next.y, words + 4, next.h}, texts("merchant.neighbours"), style);
  if (ui::arrow_pill(canvas, texts("merchant.previous"), "left", previous, place_ > 0)) action = open_neighbour(place_ - 1);
  if (ui::arrow_pill(canvas, texts("merchant.next"), "right", next, place_ + 1 < neighbours_.size())) action = open_neighbour(place_ + 1);
  return row.right() - previous.x;
}

std::vector<MerchantScreen::Button> MerchantScreen::extras(const Context& context, const Plan& plan) const {
  const Texts& texts = context.texts;
  std::vector<Button> buttons;
  if (plan.view_in_shelf) buttons.push_back({Wish::View, texts("merchant.view"), "image"});
  if (!plan.two_leaves) return buttons;
  const bool letter_there = !letter_.empty() && plan.letter.h <= 0;
  const auto turn = second_leaf_ ? "merchant.leaf.offer" : letter_there ? "merchant.leaf.letter" : "merchant.leaf.more";
  buttons.push_back({Wish::Turn, texts(turn), second_leaf_ ? "left" : "book"});
  return buttons;
}

// As wide as their words, or sharing the row; in a short row all give way alike, their icons before their words.
std::optional<MerchantScreen::Wish> MerchantScreen::draw_buttons(ui::Canvas& canvas, std::span<const Button> buttons, const ShelfRow& row) {
  if (buttons.empty()) return std::nullopt;
  const auto count = static_cast<float>(buttons.size());
  const float room = row.area.w - (count - 1) * kGap;
  const auto hug = [&](const Button& button) {
    return ui::button_width(canvas, button.words, {.kind = button.kind, .icon = button.icon, .text_size = row.text_size});
  };
  float wanted = 0;
  for (const Button& button : buttons) wanted += hug(button);
  const float spare = room - wanted;
  const bool icons = spare >= -kIconRoom * count;
  std::optional<Wish> wish;
  float x = row.area.x;
  for (const Button& button : buttons) {
    const ui::ButtonStyle style{.kind = button.kind, .icon = icons ? button.icon : std::string_view{}, .text_size = row.text_size};
    const float width = spare < 0 ? hug(button) * room / wanted : row.fills ? hug(button) + spare / count : hug(button);
    if (ui::button(canvas, button.words, {x, row.area.y, width, row.area.h}, style)) wish = button.wish;
    x += width + kGap;
  }
  return wish;
}

}  // namespace kiosk
