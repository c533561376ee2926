#include "admin/panels/street/street_side.h"

#include <algorithm>
#include <cmath>

#include "admin/desk/button.h"
#include "admin/desk/field.h"
#include "admin/desk/marks.h"
#include "admin/workspace/records.h"
#include "admin/workspace/typed_values.h"

namespace admin {
namespace {

namespace color = desk::color;
namespace size = desk::size;
using ui::Rect;

constexpr float kSame = 0.0006F;   // what three digits do not tell apart

}  // namespace

void StreetSide::draw(desk::Desk& desk, Rect side, StreetWork& work, const StreetCanvas& map) {
  ui::Canvas& canvas = desk.canvas();
  canvas.line({side.x, side.y}, {side.x, side.bottom()}, color::kLine, 1);
  const auto place = work.chosen_place();
  if (!place) {
    desk::empty_words(desk, side, "没有选中商户", "点图上的圆点，或左边的一家。", "shop");
    return;
  }
  const StreetShop shop = work.shops()[*place];
  const auto held = map.held();
  const std::optional<MapSpot> spot = held && held->first == *place ? std::optional(held->second) : shop.spot;
  const Rect inside = side.inset(22, 16);
  const float name = canvas.text({inside.x, inside.y, inside.w - 100, 34}, shop.name, desk::bold(19));
  desk::state_chip(desk, {inside.x + std::min(name, inside.w - 100) + 12, inside.y + 17}, shop.state);
  canvas.text({inside.x, inside.y + 36, inside.w, 26}, shop.number.empty() ? "地址里没有门牌号" : "门牌 " + shop.number, desk::second());
  draw_numbers(desk, {inside.x, inside.y + 74, inside.w, 70}, work, spot);
  const float y = inside.y + 158;
  const bool may = StreetWork::may_edit(desk);
  if (shop.spot && desk::button(desk, "从示意图上拿下来", {inside.x, y, 170, size::kButton}, {.enabled = may})) work.take_off(desk, *place);
  if (!shop.spot) canvas.text({inside.x, y, inside.w, size::kButton}, "从左边把它拖到图上，或填上位置。", desk::second());
  if (shop.spot && desk::button(desk, "打开商户", {inside.x + 180, y, inside.w - 180, size::kButton})) desk.go({.panel = "merchant", .record = shop.id});
  draw_preview(desk, {inside.x, y + 56, inside.w, inside.bottom() - y - 56}, shop.id, spot);
}

void StreetSide::draw_numbers(desk::Desk& desk, Rect row, StreetWork& work, std::optional<MapSpot> spot) {
  const float width = (row.w - 12) / 2;
  const auto x = draw_number(desk, {row.x, row.y, width, row.h}, "横向位置", across_, spot ? std::optional(spot->x) : std::nullopt);
  const auto y = draw_number(desk, {row.x + width + 12, row.y, width, row.h}, "纵向位置", down_, spot ? std::optional(spot->y) : std::nullopt);
  if (!x && !y) return;
  const MapSpot old = spot.value_or(MapSpot{0.5F, 0.5F});
  const MapSpot wanted{x.value_or(old.x), y.value_or(old.y)};
  const bool same = spot && std::abs(wanted.x - old.x) < kSame && std::abs(wanted.y - old.y) < kSame;
  if (!same) work.put(desk, work.chosen(), wanted);
}

// The number that was written, when the field is left.
std::optional<float> StreetSide::draw_number(desk::Desk& desk, Rect area, std::string_view label, Typed& typed, std::optional<float> value) const {
  if (!typed.writing) typed.text = value ? real_words(std::round(static_cast<double>(*value) * 1000) / 1000) : std::string();
  const desk::TextField field = desk::text_field(desk, area, typed.text, {.frame = {.label = label, .enabled = StreetWork::may_edit(desk)}, .hint = "0–1"});
  const bool ends = field.edit.lost || field.edit.entered || (typed.writing && !field.edit.active);
  typed.writing = field.edit.active && !field.edit.entered;
  const auto number = ends ? read_typed_real(typed.text) : std::nullopt;
  return number ? std::optional(static_cast<float>(std::clamp(*number, 0.02, 0.98))) : std::nullopt;
}

void StreetSide::draw_preview(desk::Desk& desk, Rect area, const content::RecordId& shop, std::optional<MapSpot> spot) {
  ui::Canvas& canvas = desk.canvas();
  canvas.text({area.x, area.y, area.w, 30}, "屏上的样子", desk::bold(size::kText));
  const content::Record* record = desk.office().records().find(shop);
  if (record == nullptr || desk.previews == nullptr) return;
  nlohmann::json body = record->body;
  if (spot) {
    content::set_value(body, "map_x", spot->x);
    content::set_value(body, "map_y", spot->y);
  }
  Preview& preview = desk.previews->get("street-map");
  const PreviewSubject subject{.kind = content::Kind::Merchant, .record = shop, .body = &body, .field = "map_x"};
  preview.show(preview_wish(subject, look_, city_minute(desk.office())));
  const float room = look_.portrait ? std::min(area.h - 90, 440.0F) : area.w / preview.aspect();
  const float width = std::floor(std::min(area.w, room * preview.aspect()));
  const Rect box{area.x + std::floor((area.w - width) / 2), area.y + 36, width, std::floor(width / preview.aspect())};
  if (box.h < 60) return;
  canvas.shadow(box, ui::Elevation::Card, size::kButtonRadius);
  preview.draw(canvas, box, size::kButtonRadius);
  float x = area.x;
  const auto chip = [&](std::string_view words, bool on) {
    const Rect place{x, box.bottom() + 12, desk::toggle_width(desk, words), 28};
    x = place.right() + 8;
    return desk::toggle(desk, words, place, on);
  };
  if (chip("横屏", !look_.portrait)) look_.portrait = false;
  if (chip("竖屏", look_.portrait)) look_.portrait = true;
  if (chip("高对比", look_.high_contrast)) look_.high_contrast = !look_.high_contrast;
}

}  // namespace admin
