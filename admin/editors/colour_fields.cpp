// Colours and planes on a picture.
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "admin/desk/button.h"
#include "admin/editors/fields.h"
#include "admin/workspace/typed_values.h"

namespace admin::editors {

namespace {

using nlohmann::json;
namespace size = desk::size;

// The kiosk's own colours: dark grounds, inks, warm papers, the products' walls and tables.
constexpr std::array<std::uint32_t, 32> kShown{
    0x8E1719, 0x7A1316, 0x9B1B1E, 0xB3261E, 0x1E4D40, 0x23405F, 0x172C43, 0x1E1916, 0x4A423B, 0x5F564C, 0x8A7C66, 0xC49A4A, 0xF4E3BC, 0xFFF6E4, 0xFBF3EF, 0xFFFFFF,
    0xF7F5F1, 0xF2ECE1, 0xE9E2D6, 0xDDD2BF, 0xD9C7A3, 0xCFB58A, 0x8A5A12, 0x6F3517, 0xE6F0EA, 0xA9C4B4, 0x6B9284, 0xE8EEF4, 0xB9C9DA, 0x7C93AD, 0xFBEDE9, 0xF6DAD5};

std::optional<ui::Color> colour_of(const std::string& text) {
  const auto read = read_typed_colour(text);
  if (!read) return std::nullopt;
  std::uint32_t value = 0;
  std::from_chars(read->data() + 1, read->data() + read->size(), value, 16);
  return ui::Color::rgb(value);
}

std::string written(std::uint32_t value) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text = "#";
  for (int shift = 20; shift >= 0; shift -= 4) text += kDigits[(value >> static_cast<unsigned>(shift)) & 0xFU];
  return text;
}

void draw_swatches(desk::Desk& desk, ui::Rect place, FieldMemory& memory, const std::string& item, const std::string& value) {
  constexpr float kCell = 34;
  for (std::size_t i = 0; i < kShown.size(); ++i) {
    const ui::Rect cell{place.x + 8 + kCell * static_cast<float>(i % 8), place.y + 8 + kCell * static_cast<float>(i / 8), kCell, kCell};
    const std::string name = written(kShown[i]);
    const ui::Touch touch = desk.canvas().touch(item + "：" + name, cell);
    desk.canvas().fill(cell.inset(3), ui::Color::rgb(kShown[i]), 5);
    const bool on = name == value || touch.focused;
    desk.canvas().outline(cell.inset(3), on ? desk::color::kRed : desk::color::kLine, on ? 2 : 1, 5);
    if (touch.tapped) memory.adding = name;
  }
}

}  // namespace

FieldEdit edit_colour(Work& work) {
  desk::Desk& desk = work.desk;
  Typed& typed = work.memory.typed;
  FieldEdit edit;
  if (!work.memory.adding.empty()) {
    edit.changed = edit.left = put(work.value, work.memory.adding);
    work.memory.adding.clear();
    typed = {};
    desk.close_popup();
  }
  recall(typed, work.context.held, work.item);
  if (typed.unread && !work.value.is_null()) typed = {};
  if (!typed.writing && !typed.unread) typed.text = text_of(work.value);
  if (typed.unread) complain(work, "“" + typed.text + "”不是颜色，请写成 #8E1719 或点左边的色块");
  desk::field_label(desk, work.area, work.frame);
  const ui::Rect row{work.area.x, work.area.y + size::kFieldLabel, work.area.w, size::kControl};
  const std::string popup = "选 " + work.item;
  const ui::Rect swatch = row.left(52);
  const ui::Touch touch = work.enabled() ? desk.canvas().touch(work.item + " 色块", swatch) : ui::Touch{};
  const auto colour = colour_of(text_of(work.value));
  desk.canvas().fill(swatch, colour.value_or(desk::color::kPaper), size::kRadius);
  desk.canvas().outline(swatch, touch.focused ? desk::color::kRed : desk::color::kField, touch.focused ? 2 : 1, size::kRadius);
  if (!colour) desk.canvas().line({swatch.x + 8, swatch.bottom() - 8}, {swatch.right() - 8, swatch.y + 8}, desk::color::kError, 1.5F);
  if (touch.tapped) desk.open_popup(popup);
  const desk::TextField field = desk::text_box(desk, row.after(60), work.item, typed.text, {.frame = work.frame, .hint = "#8E1719"});
  if (field.edit.gained) typed.writing = true;
  if (field.edit.changed) {
    typed.unread = false;
    const auto read = read_typed_colour(typed.text);
    if (read) edit.changed = put(work.value, *read) || edit.changed;
    else if (typed.text.empty()) edit.changed = put(work.value, json()) || edit.changed;
  }
  if (field.edit.lost || (typed.writing && !field.edit.active)) {
    edit.left = true;
    typed.writing = false;
    typed.unread = !typed.text.empty() && !read_typed_colour(typed.text);
    if (typed.unread) edit.changed = put(work.value, json()) || edit.changed;
  }
  keep_held(typed, work.context.held, work.item, read_typed_colour(typed.text).has_value());
  desk.popup(popup, swatch, {8 * 34 + 16, 4 * 34 + 16}, [&desk, &memory = work.memory, item = work.item, value = text_of(work.value)](ui::Rect place) {
    draw_swatches(desk, place, memory, item, value);
  });
  edit.active = field.edit.active || desk.popup_open(popup);
  edit.gained = field.edit.gained;
  const desk::FieldBelow below = desk::field_below(desk, {row.x, row.bottom()}, row.w, work.frame, work.item);
  edit.height = size::kFieldLabel + row.h + below.height;
  return edit;
}

// Left, top, right and bottom edge in hundredths of the picture.
FieldEdit edit_plane(Work& work) {
  constexpr std::array<std::string_view, 4> kEdges{"左", "上", "右", "下"};
  desk::field_label(work.desk, work.area, work.frame);
  std::array<json, 4> edges{};
  const bool whole = work.value.is_array() && work.value.size() == edges.size();
  for (std::size_t i = 0; whole && i < edges.size(); ++i) {
    if (work.value[i].is_number()) edges[i] = std::round(work.value[i].get<double>() * 10000) / 100;
  }
  FieldEdit edit;
  const float width = std::min(128.0F, (work.area.w - 24) / 4);
  const float y = work.area.y + size::kFieldLabel;
  bool touched = false;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    FieldMemory& memory = work.memory.row(i);
    const ui::Rect box{work.area.x + (width + 8) * static_cast<float>(i), y, width, size::kControl};
    // Half a plane cannot be kept: what was typed so far stays in the field until all four are there.
    if (!whole) edges[i] = read_typed_real(memory.typed.text) ? json(*read_typed_real(memory.typed.text)) : json();
    const std::string item = work.item + " " + std::string(kEdges[i]);
    const NumberEdit number = number_box(work.desk, box, i == 0 ? work.item : item, edges[i], NumberKind::Real, memory.typed,
                                         {.frame = {.state = work.frame.state, .enabled = work.enabled()}, .hint = kEdges[i], .unit = "%"}, work.context.held);
    touched = touched || number.changed;
    edit.left = edit.left || number.left;
    edit.active = edit.active || number.active;
    edit.gained = edit.gained || number.gained;
  }
  if (touched) {
    json next = json::array();
    for (const json& one : edges) {
      if (one.is_number()) next.push_back(one.get<double>() / 100);
    }
    edit.changed = next.size() == edges.size() ? put(work.value, std::move(next)) : next.empty() && put(work.value, json());
  }
  if (work.frame.help.empty()) work.frame.help = "四条边各占图片的百分之几：左、上、右、下。";
  const desk::FieldBelow below = desk::field_below(work.desk, {work.area.x, y + size::kControl}, work.area.w, work.frame, work.item);
  edit.height = size::kFieldLabel + size::kControl + below.height;
  return edit;
}

}  // namespace admin::editors
