// The pieces of a shop's page.
#include <algorithm>
#include <array>

#include "kiosk/picture_places.h"
#include "kiosk/pictures.h"
#include "kiosk/screens/merchant.h"
#include "kiosk/screens/street_text.h"
#include "kiosk/ui/picture_fit.h"
#include "kiosk/ui/qr_panel.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/chinese_mark.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kLine = 62;
constexpr float kLeastSign = 25;
constexpr float kTagGap = 14;

}  // namespace

// The whole picture opens the viewer and says so, where the shop has more than one and a hand reaches it.
Action MerchantScreen::draw_storefront(ui::Canvas& canvas, const Context& context, const Plan& plan) {
  const Rect& box = plan.picture;
  if (box.w < 60 || box.h < 60) return Stay{};
  const auto& color = canvas.color();
  const float radius = plan.picture_bleeds ? 0 : ui::radius::kCard;
  const bool view = has_gallery_ && !plan.view_in_shelf;
  const std::string_view words = context.texts("merchant.view");
  const ui::Touch touch = view ? canvas.touch(words, box) : ui::Touch{};
  auto source = picture_source(context.catalog, picture_, box.w * canvas.pixels_per_u());
  const ui::Size size{static_cast<float>(source.width), static_cast<float>(source.height)};
  source.focus_y = picture_cut(PictureRule::Shop, size, {source.focus_x, source.focus_y}, box).focus.y;
  if (source.empty()) {
    canvas.fill(box, color.pine50, radius);
    canvas.icon("shop", box.centre(), std::min(150.0F, box.h * 0.6F), color.pine);
  } else {
    canvas.picture(box, source, {.radius = radius, .placeholder = color.pine50});
    draw_sign(canvas, source, box);
  }
  if (canvas.theme().modes.high_contrast) canvas.outline(box, color.ink, 3, radius);
  if (view) draw_view_chip(canvas, words, box, touch.pressed);
  if (touch.focused) canvas.focus_ring(box, radius);
  return touch.tapped ? open_pictures(0) : Action{Stay{}};
}

void MerchantScreen::draw_view_chip(ui::Canvas& canvas, std::string_view words, Rect picture, bool pressed) const {
  const ui::Look look = ui::control_look(canvas.theme(), pressed ? ui::LookState::Pressed : ui::LookState::Rest);
  const ui::TextStyle style{.face = Face::SansMedium, .size = 28, .color = look.words};
  const float icon = ui::icon_size(canvas, 34);
  const float width = canvas.measure(words, style) + icon + 68;
  const float height = std::max(ui::touch::kMin, canvas.theme().text_size(28) + 30);
  const Rect box{picture.right() - 20 - width, picture.bottom() - 20 - height, width, height};
  ui::draw_control(canvas, box, look, height / 2);
  canvas.icon("image", {box.x + 26 + icon / 2, box.centre().y}, icon, look.icon);
  canvas.text({box.x + 40 + icon, box.y, width, height}, words, style);
}

// The shop's name on the sign that the picture leaves free; the sign moves with the picture's crop.
void MerchantScreen::draw_sign(ui::Canvas& canvas, const ui::PictureSource& picture, Rect box) const {
  if (english_ || sign_[2] <= sign_[0] || sign_[3] <= sign_[1] || picture.width <= 0 || picture.height <= 0) return;
  const ui::PictureFit fit = ui::cover({.picture = {static_cast<float>(picture.width), static_cast<float>(picture.height)},
                                        .box = box,
                                        .focus = {picture.focus_x, picture.focus_y}});
  const auto x_of = [&](float x) { return fit.box.x + (x - fit.part.x) / fit.part.w * fit.box.w; };
  const auto y_of = [&](float y) { return fit.box.y + (y - fit.part.y) / fit.part.h * fit.box.h; };
  const Rect sign{x_of(sign_[0]), y_of(sign_[1]), x_of(sign_[2]) - x_of(sign_[0]), y_of(sign_[3]) - y_of(sign_[1])};
  const bool whole = sign.x >= box.x && sign.right() <= box.right() && sign.y >= box.y && sign.bottom() <= box.bottom();
  if (!whole) return;
  const float scale = canvas.theme().text_size(30) / 30;
  ui::TextStyle style{.face = Face::Serif, .size = sign.h * 0.68F / scale, .color = canvas.color().gold_on_red, .align = Align::Centre, .tracking = 0.36F};
  const float room = sign.w * 0.88F;
  for (const float tracking : {0.36F, 0.12F, 0.0F}) {
    style.tracking = tracking;
    if (canvas.measure(sign_name_, style) <= room) break;
  }
  const float wide = canvas.measure(sign_name_, style);
  if (wide > room) style.size *= room / wide;
  if (style.size < kLeastSign) return;
  // A sign may be painted in any colour; behind the name it is dark enough.
  canvas.fill(sign, canvas.color().scrim.with_alpha(0.6F), ui::radius::kTag);
  // Tracking also follows the last character; half of it brings the name back to the middle.
  canvas.text(sign.moved(style.tracking * style.size * scale / 2, 0), sign_name_, style);
}

// One line from `size` down to 52, then two lines, then three.
void MerchantScreen::draw_name(ui::Canvas& canvas, Rect area, float size) const {
  ui::TextStyle style{.face = Face::Serif, .size = size, .color = canvas.color().ink, .line = 1.12F};
  const float wide = canvas.measure(name_, style);
  if (wide > area.w) style.size = std::max(52.0F, size * area.w / wide * 0.99F);
  if (canvas.measure(name_, style) <= area.w) {
    canvas.text({area.x, area.y - 10, area.w + 4, area.h + 20}, name_, style);
    return;
  }
  ui::TextBlock block;
  for (const float smaller : {50.0F, 45.0F, 40.0F, 36.0F, 33.0F, 30.0F, 27.0F, 25.0F}) {
    style.size = smaller;
    block = canvas.layout(name_, style, area.w);
    if (block.height() <= area.h + 6) break;
  }
  canvas.draw(block, {area.x, area.centre().y - block.height() / 2});
}

float MerchantScreen::tags_width(ui::Canvas& canvas, const Context& context) const {
  float width = 0;
  const auto add = [&](std::string_view words, std::string_view icon) {
    if (!words.empty()) width += ui::tag_width(canvas, words, 50, icon) + kTagGap;
  };
  add(open_words_, {});
  add(category_, {});
  if (any_province_) add(context.texts("shop.any_province"), "link");
  return std::max(0.0F, width - kTagGap);
}

// In as many rows as they need; returns the height. Only measures unless `really`.
float MerchantScreen::draw_tags(ui::Canvas& canvas, const Context& context, Rect area, bool really) const {
  const float height = canvas.theme().modes.large_text ? 58 : 50;
  ui::Point at = area.origin();
  const auto add = [&](std::string_view words, ui::TagKind kind, std::string_view icon) {
    if (words.empty()) return;
    const float width = ui::tag_width(canvas, words, height, icon);
    if (at.x > area.x && at.x + width > area.right() + 2) at = {area.x, at.y + height + 10};
    if (really) ui::tag(canvas, at, words, kind, height, icon);
    at.x += width + kTagGap;
  };
  add(open_words_, open_ ? ui::TagKind::Pine : ui::TagKind::Grey, {});
  add(category_, ui::TagKind::Grey, {});
  if (any_province_) add(context.texts("shop.any_province"), ui::TagKind::Gold, "link");
  return at.y + height - area.y;
}

// One line where it fits at this size, else two smaller ones.
ui::TextStyle MerchantScreen::code_words_style(const ui::Canvas& canvas, std::string_view words, float room, ui::TextStyle style) const {
  if (canvas.measure(words, style) > room) style.size = 25;
  return style;
}

float MerchantScreen::code_words_height(const ui::Canvas& canvas, const Context& context, float side) const {
  const ui::TextStyle style{.face = Face::SansBold, .size = 28, .line = 1.3F};
  const std::string_view words = context.texts("merchant.code");
  const float room = code_words_width(side);
  return canvas.layout(words, code_words_style(canvas, words, room, style), room).height() + 14;
}

// Each wraps to as many lines as it needs; steps of 62 u where there is room, closer where there is not, then smaller down
// to 27 u. Returns the height. Only measures unless `really`.
float MerchantScreen::draw_lines(ui::Canvas& canvas, const Context& context, std::span<const Line> lines, Rect area, bool really) const {
  if (lines.empty()) return 0;
  const auto& color = canvas.color();
  const float scale = canvas.theme().text_size(30) / 30;
  const float left = 64 * std::min(1.15F, scale);
  const float mark = chinese_mark_width(canvas, context.texts) + 14;
  ui::TextStyle style{.face = Face::Sans, .size = 33, .color = color.ink, .line = 1.22F};
  std::vector<ui::TextBlock> blocks;
  float total = 0;
  const auto measure = [&] {
    blocks.clear();
    total = 0;
    for (const Line& line : lines) {
      blocks.push_back(canvas.layout(line.text, style, area.w - left - (line.chinese ? mark : 0)));
      total += blocks.back().height();
    }
  };
  const auto count = static_cast<float>(lines.size());
  for (const float size : {33.0F, 30.0F, 27.0F}) {
    style.size = size;
    measure();
    if (area.h <= 0 || total + count * 6 <= area.h) break;
  }
  const float roomy = kLine * scale - style.size * scale * style.line;
  const float gap = area.h <= 0 ? roomy : std::clamp((area.h - total) / count, 6.0F, roomy);
  if (!really) return total + count * (area.h <= 0 ? gap : 6);
  float y = area.y;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const ui::TextBlock& block = blocks[i];
    const float first = y + gap / 2 + block.line_step / 2;
    canvas.icon(lines[i].icon, {area.x + 21, first}, std::min(48.0F, 38 * scale), color.red);
    if (lines[i].chinese) chinese_mark(canvas, context.texts, {area.x + left, first - chinese_mark_height(canvas) / 2});
    canvas.draw(block, {area.x + left + (lines[i].chinese ? mark : 0), y + gap / 2});
    y += block.height() + gap;
  }
  return y - area.y;
}

void MerchantScreen::draw_code(ui::Canvas& canvas, const Context& context, const Plan& plan) const {
  const Rect& box = plan.code;
  ui::qr_panel(canvas, box, take_.texts);
  const std::string_view words = context.texts("merchant.code");
  ui::TextStyle style{.face = Face::SansBold, .size = 28, .color = canvas.color().ink, .line = 1.3F};
  if (plan.code_words_right) {
    const float room = plan.areas.content.right() - box.right() - 28;
    const ui::TextBlock block = canvas.layout(words, style, room);
    canvas.draw(block, {box.right() + 28, box.centre().y - block.height() / 2});
    return;
  }
  style.align = Align::Centre;
  const float room = code_words_width(box.w);
  const ui::TextBlock block = canvas.layout(words, code_words_style(canvas, words, room, style), room);
  canvas.draw(block, {box.centre().x - room / 2, box.bottom() + 8});
}

}  // namespace kiosk
