#include "kiosk/screens/merchant.h"

#include <algorithm>

#include "content/hours_text.h"
#include "content/schedule.h"
#include "kiosk/merchant_words.h"
#include "kiosk/pictures.h"
#include "kiosk/ui/picture_fit.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/widgets/code_panel.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kLine = 62;
constexpr float kCode = 213;
constexpr float kLeastSign = 25;

}  // namespace

bool MerchantScreen::enter(const Context& context) {
  const content::Merchant* merchant = context.catalog.find_merchant(target_.record);
  if (merchant == nullptr || !content::merchant_shown(*merchant, context.now)) return false;
  const auto state = content::open_state(merchant->hours, context.now);
  name_ = merchant->name;
  picture_ = merchant->picture.empty() ? merchant->thumb : merchant->picture;
  sign_ = merchant->picture.empty() ? std::array<float, 4>{} : merchant->sign;
  open_words_ = open_words(state, context.now, context.texts);
  open_ = state.state == content::OpenState::State::Open;
  category_ = merchant->category;
  any_province_ = takes_cards_of_any_province(*merchant, context.now);
  plate_.show(*merchant, context.now, context.texts);
  letter_.show(*merchant, context.now, context.texts);
  fetch_lines(context, *merchant);
  code_ = take_along(*merchant, context.catalog, context.now);
  fetch_neighbours(context);
  const auto* street = context.catalog.find_street(merchant->street);
  on_map_ = street != nullptr && content::visible(*street, context.now);
  return true;
}

void MerchantScreen::fetch_lines(const Context& context, const content::Merchant& merchant) {
  lines_.clear();
  const auto add = [&](std::string_view icon, std::string text) {
    if (!text.empty()) lines_.push_back({icon, std::move(text)});
  };
  const bool english = context.texts.language() == ui::Language::English;
  const content::Hours& hours = merchant.hours;
  add("clock", !hours.known ? hours.text : english ? content::hours_words_en(hours) : content::hours_words_zh(hours));
  add("phone", merchant.phone);
  add("pin", address_words(merchant, context.place, context.texts, english ? ", " : "，"));
  add("bus", merchant.transit);
}

void MerchantScreen::fetch_neighbours(const Context& context) {
  neighbours_.clear();
  for (const content::RecordId& id : target_.neighbours) {
    const auto* merchant = context.catalog.find_merchant(id);
    if (merchant != nullptr && content::merchant_shown(*merchant, context.now)) neighbours_.push_back(id);
  }
  const auto here = std::ranges::find(neighbours_, target_.record);
  if (here == neighbours_.end()) neighbours_.clear();
  place_ = neighbours_.empty() ? 0 : static_cast<std::size_t>(here - neighbours_.begin());
}

Action MerchantScreen::draw(ui::Canvas& canvas, const Context& context) {
  const PageAreas areas = draw_page_frame(canvas, context, {.section = ui::Section::Street,
                                                            .section_icon = "shop",
                                                            .section_title = context.texts("section.street"),
                                                            .search_hint = context.texts("search.hint.shops")});
  Action action = areas.landscape ? draw_landscape(canvas, context, areas) : draw_portrait(canvas, context, areas);
  keep(action, draw_dock(canvas, context, areas, context.texts("search.hint.shops")));
  return action;
}

Action MerchantScreen::draw_landscape(ui::Canvas& canvas, const Context& context, const PageAreas& areas) {
  // The left column bleeds from the spine and gives way first when the stage is narrow.
  const float column = std::clamp(areas.page.w * 0.3906F, 500.0F, 700.0F);
  const Rect picture{areas.page.x, 0, column, std::min(430.0F, column * 0.6143F)};
  draw_storefront(canvas, context, picture);
  const Rect paper{picture.x, picture.bottom(), column, areas.page.h - picture.bottom()};
  letter_.draw_tall(canvas, paper, {paper.x + 56, paper.y, column - 112, paper.h});

  const float left = picture.right() + 56;
  const float right = std::min(areas.page.right() - ui::space::kMargin, left + 1200);
  draw_tags(canvas, context, {left, 40}, right - left);
  draw_name(canvas, {left, 106, right - left, 112}, 84);
  const Rect plate{left, 232, right - left, 330};
  plate_.draw(canvas, plate);

  const bool code = !code_.empty();
  const Rect code_box{right - 10 - kCode, plate.bottom() + 28, kCode, kCode};
  draw_lines(canvas, {left, plate.bottom() + 26, (code ? code_box.x - 30 : right) - left, areas.shelf.y - plate.bottom() - 36});
  if (code) draw_code(canvas, context, code_box);

  Action action = Stay{};
  const ui::ButtonStyle ink{.kind = ui::ButtonKind::Ink, .icon = "map", .text_size = 30};
  const auto on_map = context.texts("merchant.on_map");
  if (on_map_ && ui::button(canvas, on_map, {left, areas.shelf.y, ui::button_width(canvas, on_map, ink), 72}, ink)) {
    action = Open{ScreenKind::Street, {.record = target_.record, .series = {}, .filter = {}, .neighbours = {}}};
  }
  if (neighbours_.size() > 1) {
    const Rect next{right - 96, areas.shelf.y, 96, 72};
    const ui::TextStyle style{.face = Face::SansMedium, .size = 28, .color = canvas.color().ink};
    const float words = canvas.measure(context.texts("merchant.neighbours"), style);
    canvas.text({next.x - 14 - words, next.y, words + 4, next.h}, context.texts("merchant.neighbours"), style);
    keep(action, draw_neighbours(canvas, context, next.moved(-words - 28 - 96, 0), next));
  }
  return action;
}

Action MerchantScreen::draw_portrait(ui::Canvas& canvas, const Context& context, const PageAreas& areas) {
  const float left = ui::space::kMargin;
  const float width = canvas.size().w - 2 * left;
  // A short window takes from the picture first.
  const float picture_height = std::clamp(384.0F - (1920 - canvas.size().h), 120.0F, 384.0F);
  draw_storefront(canvas, context, {0, areas.page.y, canvas.size().w, picture_height});
  float y = areas.page.y + picture_height;

  const float tags = tags_width(canvas, context);
  const float beside = width - tags - 24;
  const bool one_row = canvas.measure(name_, {.face = Face::Serif, .size = 60}) <= beside;
  if (one_row) {
    draw_name(canvas, {left, y + 18, beside, 112}, 84);
    draw_tags(canvas, context, {left + width - tags, y + 51}, tags);
    y += 138;
  } else {
    draw_name(canvas, {left, y + 14, width, 112}, 84);
    draw_tags(canvas, context, {left, y + 132}, width);
    y += 202;
  }
  const Rect plate{left, y, width, 326};
  plate_.draw(canvas, plate);

  const bool code = !code_.empty();
  const Rect code_box{left + width - 8 - 200, plate.bottom() + 28, 200, 200};
  draw_lines(canvas, {left, plate.bottom() + 27, (code ? code_box.x - 24 : left + width) - left, 5 * kLine - 56});
  if (code) draw_code(canvas, context, code_box);

  const float paper_top = plate.bottom() + 292;
  letter_.draw_wide(canvas, {0, paper_top, canvas.size().w, areas.shelf_b.y - 34 - paper_top});

  Action action = Stay{};
  const Rect shelf = areas.shelf_b;
  const bool walk = neighbours_.size() > 1;
  const float map_width = walk ? shelf.w - 2 * 112 - 32 : shelf.w;
  if (on_map_ && ui::button(canvas, context.texts("merchant.on_map"), shelf.left(map_width),
                            {.kind = ui::ButtonKind::Ink, .icon = "map", .text_size = 31})) {
    action = Open{ScreenKind::Street, {.record = target_.record, .series = {}, .filter = {}, .neighbours = {}}};
  }
  if (walk) {
    const Rect next{shelf.right() - 112, shelf.y, 112, shelf.h};
    keep(action, draw_neighbours(canvas, context, next.moved(-128, 0), next));
  }
  return action;
}

void MerchantScreen::draw_storefront(ui::Canvas& canvas, const Context& context, Rect box) const {
  auto source = picture_source(context.catalog, picture_, box.w * canvas.pixels_per_u());
  if (source.focus_y == 0.5F) source.focus_y = 0.42F;   // the office has not said: rather the sign than the pavement
  if (source.empty()) {
    canvas.fill(box, canvas.color().pine50);
    canvas.icon("shop", box.centre(), 150, canvas.color().pine);
    return;
  }
  canvas.picture(box, source, {.placeholder = canvas.color().pine50});
  draw_sign(canvas, source, box);
}

// The shop's name on the sign that the picture leaves free; the sign moves with the picture's crop.
void MerchantScreen::draw_sign(ui::Canvas& canvas, const ui::PictureSource& picture, Rect box) const {
  if (sign_[2] <= sign_[0] || sign_[3] <= sign_[1] || picture.width <= 0 || picture.height <= 0) return;
  const ui::PictureFit fit = ui::cover({.picture = {static_cast<float>(picture.width), static_cast<float>(picture.height)},
                                        .box = box,
                                        .focus = {picture.focus_x, picture.focus_y}});
  const auto x_of = [&](float x) { return fit.box.x + (x - fit.part.x) / fit.part.w * fit.box.w; };
  const auto y_of = [&](float y) { return fit.box.y + (y - fit.part.y) / fit.part.h * fit.box.h; };
  const Rect sign{x_of(sign_[0]), y_of(sign_[1]), x_of(sign_[2]) - x_of(sign_[0]), y_of(sign_[3]) - y_of(sign_[1])};
  ui::TextStyle style{.face = Face::Serif, .size = sign.h * 0.68F, .color = canvas.color().gold_on_red, .align = Align::Centre, .tracking = 0.36F};
  const float room = sign.w * 0.88F;
  for (const float tracking : {0.36F, 0.12F, 0.0F}) {
    style.tracking = tracking;
    if (canvas.measure(name_, style) <= room) break;
  }
  const float wide = canvas.measure(name_, style);
  if (wide > room) style.size *= room / wide;
  if (style.size < kLeastSign) return;
  // Tracking also follows the last character; half of it brings the name back to the middle.
  canvas.text(sign.moved(style.tracking * style.size / 2, 0), name_, style);
}

// One line from `size` down to 52, then two lines that shrink to 33. Returns the width of the widest line.
float MerchantScreen::draw_name(ui::Canvas& canvas, Rect area, float size) const {
  ui::TextStyle style{.face = Face::Serif, .size = size, .color = canvas.color().ink, .line = 1.12F};
  const float wide = canvas.measure(name_, style);
  if (wide * 52 / size <= area.w) {
    style.size = std::min(size, size * area.w / std::max(wide, 1.0F));
    return canvas.text(area.inset(0, -10), name_, style);
  }
  ui::TextBlock block;
  for (const float smaller : {50.0F, 45.0F, 40.0F, 36.0F, 33.0F}) {
    style.size = smaller;
    block = canvas.layout(name_, style, area.w, 2);
    if (!block.lines.back().ellipsis) break;
  }
  canvas.draw(block, {area.x, area.centre().y - block.height() / 2});
  return block.width;
}

float MerchantScreen::tags_width(ui::Canvas& canvas, const Context& context) const {
  float width = 0;
  const auto add = [&](std::string_view words, std::string_view icon) {
    if (!words.empty()) width += ui::tag_width(canvas, words, 50, icon) + 14;
  };
  add(open_words_, {});
  add(category_, {});
  if (any_province_) add(context.texts("shop.any_province"), "link");
  return std::max(0.0F, width - 14);
}

void MerchantScreen::draw_tags(ui::Canvas& canvas, const Context& context, ui::Point at, float room) const {
  const float end = at.x + room + 2;
  const auto add = [&](std::string_view words, ui::TagKind kind, std::string_view icon) {
    if (words.empty() || at.x + ui::tag_width(canvas, words, 50, icon) > end) return;
    at.x += ui::tag(canvas, at, words, kind, 50, icon) + 14;
  };
  add(open_words_, open_ ? ui::TagKind::Pine : ui::TagKind::Grey, {});
  add(category_, ui::TagKind::Grey, {});
  if (any_province_) add(context.texts("shop.any_province"), ui::TagKind::Gold, "link");
}

void MerchantScreen::draw_lines(ui::Canvas& canvas, Rect area) const {
  const auto& color = canvas.color();
  const std::string& conditions = plate_.conditions();
  const std::size_t count = lines_.size() + (conditions.empty() ? 0 : 1);
  if (count == 0) return;
  const float step = std::min(kLine, area.h / static_cast<float>(count));
  float y = area.y;
  const auto draw_one = [&](std::string_view icon, std::string_view text) {
    canvas.icon(icon, {area.x + 21, y + step / 2}, 38, color.red);
    const float width = area.w - 64;
    ui::TextStyle style{.face = Face::Sans, .size = 33, .color = color.ink};
    const float wide = canvas.measure(text, style);
    if (wide > width) style.size = std::max(25.0F, style.size * width / wide);
    if (canvas.measure(text, style) <= width) {
      canvas.text({area.x + 64, y, width + 2, step}, text, style);
    } else {
      style.line = 1.16F;
      const ui::TextBlock block = canvas.layout(text, style, width, 2);
      canvas.draw(block, {area.x + 64, y + (step - block.height()) / 2});
    }
    y += step;
  };
  if (!conditions.empty()) draw_one("info", conditions);
  for (const Line& line : lines_) draw_one(line.icon, line.text);
}

void MerchantScreen::draw_code(ui::Canvas& canvas, const Context& context, Rect box) const {
  draw_code_above(canvas, {box.x - 40, box.y, box.w + 80, box.h + 58}, code_, context.texts("merchant.code"));
}

Action MerchantScreen::draw_neighbours(ui::Canvas& canvas, const Context& context, Rect previous, Rect next) const {
  const auto arrow = [&](std::string_view label, std::string_view icon, Rect box, bool enabled) {
    const ui::Touch touch = enabled ? canvas.touch(label, box) : ui::Touch{};
    const auto& color = canvas.color();
    const float radius = std::min(box.w, box.h) / 2;
    canvas.push_alpha(enabled ? 1.0F : 0.35F);
    canvas.fill(box, touch.pressed ? color.paper3 : color.paper0, radius);
    canvas.outline(box, color.control, ui::stroke::kControl, radius);
    canvas.icon(icon, box.centre(), 40, color.ink, 1.15F);
    canvas.pop_alpha();
    if (touch.focused) canvas.focus_ring(box, radius);
    return touch.tapped;
  };
  const auto go = [&](std::size_t place) -> Action {
    return Replace{ScreenKind::Merchant, {.record = neighbours_[place], .series = {}, .filter = {}, .neighbours = target_.neighbours}};
  };
  Action action = Stay{};
  if (arrow(context.texts("merchant.previous"), "left", previous, place_ > 0)) action = go(place_ - 1);
  if (arrow(context.texts("merchant.next"), "right", next, place_ + 1 < neighbours_.size())) action = go(place_ + 1);
  return action;
}

}  // namespace kiosk
