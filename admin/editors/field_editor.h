// One field of a record, with the editor that its type asks for: label, control, problem below. Forms call this for every
// field and know nothing of the types.
//
//   editors_.edit(desk, {x, y, w, 0}, field, value, context, problems)   // value: null when the body has none
//
// Main thread only. One FieldEditors lives as long as a form shows one record; forget() when it shows another.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/workspace/draft.h"
#include "content/kinds.h"
#include "content/record.h"

namespace admin::editors {

struct FieldEdit {
  bool changed = false;   // the value is another than before this frame: save it, with undo
  bool left = false;      // the clerk went on to something else: check the field now
  bool active = false;    // has the caret, or a list or calendar of it is open
  bool gained = false;    // got the caret in this frame: bring it into sight
  float height = 0;       // of all that was drawn, from area.y
};

struct FieldContext {
  content::Kind kind = content::Kind::City;
  content::RecordId record{};
  content::RecordId draft{};                 // the same, or a new record's provisional id; empty: no single record
  const nlohmann::json* body = nullptr;      // the whole record: some editors look at other fields
  bool read_only = false;                    // a colleague is at it, or the role may not
  bool checked = false;                      // it was checked and nothing was found: a required or limited field shows that it is right
  HeldByItem* held = nullptr;                // of this field: words in its controls that are no value; null: they are not kept
  std::string_view prefix{};                 // before the labels of its items, where two forms stand on one screen
  // Asks the clerk for a picture; `chosen` is called later, in another frame. Empty: nothing can be chosen here.
  std::function<void(std::function<void(content::MediaId)> chosen)> pick_picture{};
};

// What is remembered between frames of a field that is being edited: half-typed numbers, open calendars.
class FieldMemory;

class FieldEditors {
 public:
  FieldEditors();
  ~FieldEditors();
  FieldEditors(const FieldEditors&) = delete;
  FieldEditors& operator=(const FieldEditors&) = delete;

  // Draws in `area` (x, y, w; the height comes back). `problems`: those of this field and of parts of it ("offers[1].title"),
  // the ones to show. May be called for a field that nobody sees; it is cheap then.
  FieldEdit edit(desk::Desk& desk, ui::Rect area, const content::Field& field, nlohmann::json& value, const FieldContext& context,
                 std::span<const content::Problem> problems = {});
  // Another record: what was half typed is gone.
  void forget();

 private:
  std::map<std::string, std::unique_ptr<FieldMemory>, std::less<>> memories_;
};

// It wants the whole width of the form: long texts, lists, hours, offers, pictures in rows. Others may stand side by side.
bool wants_width(const content::Field& field);
// The label of the field's own item on the screen, to put the caret there: ui::focus_text(canvas, item_label(field, context)).
std::string item_label(const content::Field& field, const FieldContext& context);

}  // namespace admin::editors
