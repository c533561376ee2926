// What the keys and the mouse do to the field that has the caret.
#include <algorithm>
#include <cmath>
#include <string>

#include <imgui.h>

#include "kiosk/ui/pen.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/text_editor.h"
#include "kiosk/ui/text_engine.h"
#include "kiosk/ui/utf8.h"

namespace ui {

namespace {

bool down(ImGuiKey key) { return ImGui::IsKeyPressed(key); }

bool ctrl() { return ImGui::GetIO().KeyCtrl && !ImGui::GetIO().KeyAlt; }
bool shift() { return ImGui::GetIO().KeyShift; }

}  // namespace

void TextEditor::take_keys(Field& field, Edited& edited) {
  if (down(ImGuiKey_Escape)) return lose();
  const std::size_t caret = active_->buffer.caret();
  const std::string before = active_->buffer.text();
  if (!field.look.read_only) {
    for (const Pasted& words : pasted_) {
      const std::size_t from = active_->buffer.selection().begin;
      active_->buffer.insert(words.words, false);
      if (words.select) active_->buffer.select(from, active_->buffer.caret());
    }
    edit_keys(field, edited);
    type(field);
  }
  pasted_.clear();
  clipboard_keys(field);
  const bool changed = active_->buffer.text() != before;
  if (changed) {
    active_->trailing = false;
    active_->goal_x.reset();
  }
  const bool one = field.look.lines == EditLines::One;
  const TextBlock& block = field.canvas.session().text().layout({active_->buffer.text(), field.look.text, one ? 0 : field.box.w, 0, {}, one}, field.canvas.theme());
  move_keys(field, EditRows(block, active_->buffer.text(), field.canvas.session().fonts(), false));
  if (changed || active_->buffer.caret() != caret) moved(field);
}

void TextEditor::move_keys(const Field& field, const EditRows& rows) {
  EditBuffer& buffer = active_->buffer;
  const bool word = ctrl();
  const auto step = [&](EditMove move) {
    buffer.move(move, shift());
    active_->trailing = false;
    active_->goal_x.reset();
    moved(field);
  };
  if (down(ImGuiKey_LeftArrow)) step(word && !field.look.secret ? EditMove::WordLeft : EditMove::Left);
  if (down(ImGuiKey_RightArrow)) step(word && !field.look.secret ? EditMove::WordRight : EditMove::Right);
  const bool many = field.look.lines == EditLines::Many;
  const EditRows::Row& row = rows.rows()[rows.row_of({buffer.caret(), active_->trailing})];
  if (down(ImGuiKey_Home)) {
    if (many && !word) place({row.begin, false}, shift());
    else step(EditMove::Start);
    moved(field);
  }
  if (down(ImGuiKey_End)) {
    if (many && !word) place({row.end, row.wrapped}, shift());
    else step(EditMove::End);
    moved(field);
  }
  if (!many) return;
  const int page = std::max(1, static_cast<int>(field.box.h / rows.step()) - 1);
  if (down(ImGuiKey_UpArrow)) move_rows(field, rows, -1, shift());
  if (down(ImGuiKey_DownArrow)) move_rows(field, rows, 1, shift());
  if (down(ImGuiKey_PageUp)) move_rows(field, rows, -page, shift());
  if (down(ImGuiKey_PageDown)) move_rows(field, rows, page, shift());
}

void TextEditor::place(TextPlace to, bool extend) {
  active_->buffer.select(extend ? active_->buffer.anchor() : to.at, to.at);
  active_->trailing = to.trailing;
  active_->goal_x.reset();
}

void TextEditor::move_rows(const Field& field, const EditRows& rows, int count, bool extend) {
  const std::size_t at = active_->buffer.caret();
  const auto row = static_cast<int>(rows.row_of({at, active_->trailing}));
  const float x = active_->goal_x.value_or(rows.x_of(static_cast<std::size_t>(row), at));
  const int last = static_cast<int>(rows.rows().size()) - 1;
  const int to = std::clamp(row + count, 0, last);
  // Up from the first row and down from the last go to its end, as in other programs.
  if (to == row) place(count < 0 ? TextPlace{0, false} : TextPlace{active_->buffer.text().size(), false}, extend);
  else place(rows.place_in_row(static_cast<std::size_t>(to), x), extend);
  active_->goal_x = x;
  moved(field);
}

void TextEditor::edit_keys(const Field& field, Edited& edited) {
  EditBuffer& buffer = active_->buffer;
  const bool word = ctrl() && !field.look.secret;
  if (down(ImGuiKey_Backspace)) buffer.erase(word ? EditErase::WordLeft : EditErase::Left);
  if (down(ImGuiKey_Delete) && !shift()) buffer.erase(word ? EditErase::WordRight : EditErase::Right);
  if ((down(ImGuiKey_Enter) || down(ImGuiKey_KeypadEnter)) && !ImGui::GetIO().KeyCtrl) {
    if (field.look.lines == EditLines::Many) buffer.insert("\n", true);
    else edited.entered = true;
  }
  if (!ctrl()) return;
  if (down(ImGuiKey_Z) && !shift() && buffer.can_undo()) buffer.undo();
  if ((down(ImGuiKey_Y) || (down(ImGuiKey_Z) && shift())) && buffer.can_redo()) buffer.redo();
}

void TextEditor::clipboard_keys(const Field& field) {
  EditBuffer& buffer = active_->buffer;
  const TextSpan selection = buffer.selection();
  const bool cut = (ctrl() && down(ImGuiKey_X)) || (shift() && down(ImGuiKey_Delete));
  const bool copy = ctrl() && (down(ImGuiKey_C) || down(ImGuiKey_Insert));
  if ((cut || copy) && selection.begin < selection.end && !field.look.secret) {
    ImGui::SetClipboardText(buffer.text().substr(selection.begin, selection.end - selection.begin).c_str());
    if (cut && !field.look.read_only) buffer.erase(EditErase::Right);
  }
  const bool paste = (ctrl() && down(ImGuiKey_V)) || (shift() && down(ImGuiKey_Insert));
  if (paste && !field.look.read_only) {
    if (const char* words = ImGui::GetClipboardText(); words != nullptr) buffer.insert(words, false);
  }
  if (ctrl() && down(ImGuiKey_A)) buffer.select(0, buffer.text().size());
}

// What a keyboard or an input method wrote since the frame before, in one go.
void TextEditor::type(const Field& /*field*/) {
  if (ctrl()) return;
  std::string words;
  for (const ImWchar character : ImGui::GetIO().InputQueueCharacters) {
    if (character >= 0x20 && character != 0x7F) append_character(words, static_cast<char32_t>(character));
  }
  if (!words.empty()) active_->buffer.insert(words, true);
}

void TextEditor::take_mouse(const Field& field, const EditRows& rows) {
  const Pointer& pointer = field.canvas.pointer();
  const bool one = field.look.lines == EditLines::One;
  if (pointer.pressed && !field.touch.pressed) leaving_ = true;
  if (!pointer.down) active_->drag = Drag::None;
  if (!pointer.down || (!field.touch.pressed && active_->drag == Drag::None)) return;
  const auto kept = scrolls_.find(field.id);
  const float scroll = one || kept == scrolls_.end() ? 0 : kept->second.y;
  const Point inside{field.pointer.x - field.box.x + (one ? active_->scroll_x : 0), field.pointer.y - field.box.y + scroll};
  const TextPlace place = rows.place_at(inside.x, one ? 0 : inside.y);
  if (pointer.pressed) press(field, rows, place);
  else if (active_->drag != Drag::None) drag(field, rows, place);
}

TextSpan TextEditor::line_at(std::size_t at) const {
  const std::string& text = active_->buffer.text();
  const std::size_t before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  const std::size_t after = text.find('\n', at);
  return {before == std::string::npos ? 0 : before + 1, after == std::string::npos ? text.size() : after + 1};
}

void TextEditor::press(const Field& field, const EditRows& /*rows*/, TextPlace to) {
  EditBuffer& buffer = active_->buffer;
  const int clicks = ImGui::GetIO().MouseClickedCount[0];
  active_->drag = clicks >= 3 ? Drag::Lines : clicks == 2 ? Drag::Words : Drag::Places;
  if (clicks >= 2) {
    const bool words = clicks == 2 && !field.look.secret;
    active_->drag_from = words ? buffer.breaks().word_at(buffer.text(), to.at) : line_at(to.at);
    buffer.select(active_->drag_from.begin, active_->drag_from.end);
    active_->trailing = false;
  } else {
    place(to, shift());
    active_->drag_from = {to.at, to.at};
  }
  moved(field);
}

void TextEditor::drag(const Field& field, const EditRows& /*rows*/, TextPlace to) {
  EditBuffer& buffer = active_->buffer;
  const std::size_t before = buffer.caret();
  if (active_->drag == Drag::Places) {
    buffer.select(buffer.anchor(), to.at);
    active_->trailing = to.trailing;
  } else {
    const TextSpan here = active_->drag == Drag::Words ? buffer.breaks().word_at(buffer.text(), to.at) : line_at(to.at);
    const TextSpan from = active_->drag_from;
    if (here.begin < from.begin) buffer.select(from.end, here.begin);
    else buffer.select(from.begin, std::max(from.end, here.end));
  }
  const bool outside = field.pointer.y < field.box.y || field.pointer.y > field.box.bottom();
  if (before != buffer.caret() || outside) moved(field);
  if (outside && field.look.lines == EditLines::Many) field.canvas.request_frame();
}

}  // namespace ui
