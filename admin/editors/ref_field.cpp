// A record that this one refers to: a street, a figure, an article to read next.
#include <string>

#include "admin/desk/button.h"
#include "admin/editors/fields.h"
#include "admin/editors/pick_list.h"

namespace admin::editors {

namespace {

// The panel that shows a kind.
std::string panel_of(content::Kind kind) { return std::string(content::kind_spec(kind).word); }

}  // namespace

FieldEdit edit_ref(Work& work) {
  desk::Desk& desk = work.desk;
  ui::Canvas& canvas = desk.canvas();
  const content::Kind kind = work.field.ref.value_or(content::Kind::City);
  const content::RecordId id{text_of(work.value)};
  const content::Record* record = id.empty() ? nullptr : desk.office().records().find(id);
  if (!work.value.is_null() && record == nullptr) complain(work, "选中的那一条已经没有了，请另选一条");
  if (record != nullptr && record->trashed) complain(work, "“" + desk.office().records().title(record->id) + "”在回收站里，请另选一条");
  desk::field_label(desk, work.area, work.frame);
  ui::Rect box{work.area.x, work.area.y + desk::size::kFieldLabel, work.area.w, desk::size::kControl};
  const ui::Rect whole = box;
  if (record != nullptr) {
    box.w -= desk::size::kControl + 4;
    if (desk::icon_button(desk, work.item + "：打开", "next", {box.right() + 4, box.y, box.h, box.h})) {
      desk.go({.panel = panel_of(kind), .record = record->id, .view = "form"});
    }
  }
  const std::string popup = "选 " + work.item;
  const ui::Touch touch = work.enabled() ? canvas.touch(work.item, box) : ui::Touch{};
  const bool open = desk.popup_open(popup);
  desk::control_box(desk, box, work.frame.state, open || touch.focused, work.enabled());
  const std::string words = record != nullptr ? desk.office().records().title(record->id) : std::string();
  canvas.text(box.inset(12, 0).left(box.w - 46), words.empty() ? "不填" : std::string_view(words), desk::words(desk::size::kText, words.empty() ? desk::color::kHint : desk::color::kInk));
  canvas.icon(work.enabled() ? "down" : "lock", {box.right() - 20, box.centre().y}, 15, desk::color::kInk2);
  FieldEdit edit{.active = open};
  if (open && work.memory.list != nullptr) {
    const auto list = work.memory.list;
    if (const auto chosen = list->take_chosen()) {
      edit.changed = put(work.value, chosen->empty() ? nlohmann::json() : nlohmann::json(chosen->text));
      edit.left = true;
      desk.close_popup();
    } else {
      desk.popup(popup, box, PickList::size(box.w), [&desk, list, item = work.item](ui::Rect place) { list->draw(desk, place, item); });
    }
  } else if (touch.tapped) {
    work.memory.list = std::make_shared<PickList>(desk.office(), kind, id);
    desk.open_popup(popup);
  }
  const desk::FieldBelow below = desk::field_below(desk, {whole.x, whole.bottom()}, whole.w, work.frame, work.item);
  edit.height = desk::size::kFieldLabel + whole.h + below.height;
  return edit;
}

}  // namespace admin::editors
