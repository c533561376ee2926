#include "kiosk/ui/text_edit.h"

#include <imgui.h>
#include <imgui_internal.h>

#include "kiosk/ui/session.h"
#include "kiosk/ui/text_editor.h"
#include "kiosk/ui/text_engine.h"

namespace ui {

namespace {

TextEditor& editor_of(const Canvas& canvas) { return const_cast<Canvas&>(canvas).session().editor(); }

std::uint32_t id_of(std::string_view label) { return ImHashStr(label.data(), label.size()); }

}  // namespace

Edited text_edit(Canvas& canvas, std::string_view label, Rect box, std::string& value, const EditLook& look) {
  return canvas.session().editor().edit(canvas, label, box, value, look);
}

float text_edit_height(Canvas& canvas, std::string_view value, float width, const EditLook& look) {
  const bool one = look.lines == EditLines::One;
  const TextBlock& block = canvas.session().text().layout({value, look.text, one ? 0 : width, 0, {}, one}, canvas.theme());
  return block.lines.empty() ? block.line_step : block.height();
}

bool typing(const Canvas& canvas) { return editor_of(canvas).typing(); }

bool typing_in(const Canvas& canvas, std::string_view label) { return editor_of(canvas).active_in(id_of(label)); }

bool can_untype(const Canvas& canvas) {
  const EditBuffer* active = editor_of(canvas).active();
  return active != nullptr && active->can_undo();
}

bool can_retype(const Canvas& canvas) {
  const EditBuffer* active = editor_of(canvas).active();
  return active != nullptr && active->can_redo();
}

void focus_text(Canvas& canvas, std::string_view label) {
  editor_of(canvas).focus_next(id_of(label), {});
  canvas.request_frame();
}

void focus_text(Canvas& canvas, std::string_view label, std::size_t select_from, std::size_t select_to) {
  editor_of(canvas).focus_next(id_of(label), TextSpan{select_from, select_to});
  canvas.request_frame();
}

void drop_caret(Canvas& canvas) { editor_of(canvas).drop(); }

void keep_caret(Canvas& canvas) { editor_of(canvas).keep(); }

void paste_text(Canvas& canvas, std::string_view words, bool select) {
  editor_of(canvas).paste_next(words, select);
  canvas.request_frame();
}

bool wheel_taken(const Canvas& canvas) { return editor_of(canvas).takes_wheel(canvas.pointer().wheel); }

}  // namespace ui
