// The drop-down's list; state that lasts (filter, scroll, highlighted row) lives while it is open in a shared block.
#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>

#include "admin/desk/choice.h"
#include "admin/desk/scroll.h"
#include "kiosk/ui/text_edit.h"

namespace admin::desk {

namespace {

constexpr float kOptionHeight = 36;
constexpr float kMostHeight = 8.5F * kOptionHeight;
constexpr std::size_t kSearchAbove = 12;
constexpr std::string_view kFilterHint = "输入几个字来找";

}  // namespace

float drop_down_width(Desk& desk, std::string_view prefix, std::string_view value) {
  ui::Canvas& canvas = desk.canvas();
  const float head = prefix.empty() ? 0 : canvas.measure(prefix, words(size::kText, color::kInk3)) + 8;
  return std::ceil(12 + head + canvas.measure(value, words()) + 10 + 16 + 12);
}

void DropList::draw(Desk& desk, ui::Rect box, std::string_view label, std::span<const Option> options, int selected, bool searchable) {
  ui::Canvas& canvas = desk.canvas();
  ui::Rect list = box.inset(4);
  if (searchable) {
    const ui::Rect field = list.top(kOptionHeight);
    if (!asked_) ui::focus_text(canvas, "在列表里找"), asked_ = true;
    ui::text_edit(canvas, "在列表里找", field.inset(10, 5), filter_,
                  {.text = words(), .caret = color::kRed, .selection = color::kRedHalo, .hint = kFilterHint, .hint_color = color::kHint});
    canvas.line({list.x, field.bottom()}, {list.right(), field.bottom()}, color::kLine, 1);
    list = list.below(kOptionHeight + 2);
  }
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (filter_.empty() || options[i].words.find(filter_) != std::string::npos || options[i].note.find(filter_) != std::string::npos) shown.push_back(i);
  }
  move(shown, selected);
  const ui::Rect area = scroll_.begin(desk, list, "列表");
  float y = area.y;
  for (const std::size_t i : shown) {
    const ui::Rect row{area.x, y, area.w, kOptionHeight};
    y += kOptionHeight;
    const Option& option = options[i];
    const ui::Touch touch = option.enabled ? canvas.touch(std::string(label) + "：" + option.words, row) : ui::Touch{};
    const bool lit = static_cast<int>(i) == lit_;
    if (lit || touch.pressed || desk.hovers(row)) canvas.fill(row, lit ? color::kWell : color::kHover, 4);
    const bool on = static_cast<int>(i) == selected;
    const float note = option.note.empty() ? 0 : canvas.measure(option.note, second()) + 12;
    const ui::Color ink = option.enabled ? color::kInk : color::kDisabledInk;
    canvas.text(row.inset(10, 0).left(row.w - 20 - note - (on ? 24 : 0)), option.words, on ? bold(size::kText, ink) : words(size::kText, ink));
    if (note > 0) canvas.text(row.inset(10, 0).left(row.w - 20 - (on ? 24 : 0)), option.note, right(second()));
    if (on) canvas.icon("check", {row.right() - 18, row.centre().y}, 16, color::kPine);
    if (touch.tapped) chosen_ = i;
  }
  if (shown.empty()) canvas.text({area.x, area.y, area.w, kOptionHeight}, "没有这样的选项", centre(second()));
  scroll_.end(desk, y);
}

void DropList::move(const std::vector<std::size_t>& shown, int selected) {
  if (shown.empty()) return;
  const auto place = [&](int of) { return std::find(shown.begin(), shown.end(), static_cast<std::size_t>(of)); };
  if (lit_ < 0) lit_ = selected;
  auto at = place(lit_);
  if (ui::pressed({ui::Key::Down})) {
    at = at == shown.end() ? shown.begin() : std::min(at + 1, shown.end() - 1);
  } else if (ui::pressed({ui::Key::Up}) && at != shown.end()) {
    at = at == shown.begin() ? at : at - 1;
  } else if (ui::pressed({ui::Key::Enter})) {
    if (at == shown.end() && !filter_.empty()) at = shown.begin();
    if (at != shown.end()) chosen_ = *at;
    return;
  } else {
    return;
  }
  lit_ = static_cast<int>(*at);
  const float y = static_cast<float>(at - shown.begin()) * kOptionHeight;
  scroll_.reveal_from_top(y, kOptionHeight);
}

std::optional<std::size_t> drop_down(Desk& desk, ui::Rect box, std::span<const Option> options, int selected, const DropLook& look,
                                     std::string_view hint) {
  ui::Canvas& canvas = desk.canvas();
  const std::string label(look.label.empty() ? look.prefix : look.label);
  const std::string id = "下拉 " + label;
  const ui::Touch touch = look.enabled ? canvas.touch(label, box) : ui::Touch{};
  const bool open = desk.popup_open(id);
  canvas.fill(box, look.enabled ? (desk.hovers(box) ? color::kHover : color::kPaper) : color::kGround, size::kRadius);
  canvas.outline(box, look.problem ? color::kError : open || touch.focused ? color::kRed : color::kField, open || look.problem ? 1.5F : 1, size::kRadius);
  ui::Rect text = box.inset(12, 0).left(box.w - 24 - 22);
  if (!look.prefix.empty()) text = text.after(canvas.text(text, look.prefix, words(size::kText, color::kInk3)) + 8);
  const bool some = selected >= 0 && static_cast<std::size_t>(selected) < options.size();
  const std::string_view value = some ? std::string_view(options[static_cast<std::size_t>(selected)].words) : hint;
  canvas.text(text, value, words(size::kText, !look.enabled ? color::kDisabledInk : some ? color::kInk : color::kHint));
  canvas.icon(look.enabled ? "down" : "lock", {box.right() - 20, box.centre().y}, 15, color::kInk2);
  std::optional<std::size_t> chosen;
  if (open) {
    if (desk.drop_list() == nullptr) desk.drop_list() = std::make_shared<DropList>();
    const auto list = desk.drop_list();
    if ((chosen = list->take_chosen())) {
      desk.close_popup();
      return chosen;
    }
    const bool searchable = look.searchable || options.size() > kSearchAbove;
    const float height = std::min(kMostHeight, kOptionHeight * static_cast<float>(std::max<std::size_t>(1, options.size()))) + 8 + (searchable ? kOptionHeight + 2 : 0);
    float width = searchable ? std::max(box.w, canvas.measure(kFilterHint, words()) + 36) : box.w;
    for (const Option& option : options) width = std::max(width, std::min(420.0F, canvas.measure(option.words + option.note, words()) + 72));
    desk.popup(id, box, {width, height},
               [&desk, list, label, copy = std::vector<Option>(options.begin(), options.end()), selected, searchable](ui::Rect place) {
                 list->draw(desk, place, label, copy, selected, searchable);
               });
  } else if (touch.tapped) {
    desk.drop_list() = std::make_shared<DropList>();
    desk.open_popup(id);
  }
  return chosen;
}

}  // namespace admin::desk
