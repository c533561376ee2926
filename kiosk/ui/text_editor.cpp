#include "kiosk/ui/text_editor.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "kiosk/ui/pen.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/text_engine.h"
#include "kiosk/ui/touch_tracker.h"
#include "kiosk/ui/utf8.h"

namespace ui {

namespace {

std::string discs_for(std::string_view text) {
  std::string discs;
  for (std::size_t i = character_count(text); i > 0; --i) discs += "•";
  return discs;
}

}  // namespace

TextEditor::TextEditor() = default;

TextEditor::~TextEditor() = default;

const EditBuffer* TextEditor::active() const { return active_ == nullptr ? nullptr : &active_->buffer; }

void TextEditor::begin_frame(std::uint32_t focused) {
  focused_before_ = focused;
  typing_at_begin_ = active_ != nullptr;
  // A field that is no longer drawn cannot keep the caret: nobody would see where the words go.
  const bool gone = active_ != nullptr && active_->frame < frame_;
  if (active_ != nullptr && (gone || (leaving_ && !kept_))) lose();
  leaving_ = kept_ = false;
  wheel_before_ = std::exchange(wheel_, {});
  ++frame_;
  std::erase_if(lost_, [this](const auto& field) { return field.second < frame_ - 2; });
  std::erase_if(scrolls_, [this](const auto& field) { return field.second.frame < frame_ - 2; });
  if (active_ == nullptr) pasted_.clear();
}

void TextEditor::drop() {
  if (active_ != nullptr) lose();
}

void TextEditor::paste_next(std::string_view words, bool select) {
  if (active_ != nullptr) pasted_.push_back({std::string(words), select});
}

void TextEditor::lose() {
  lost_.emplace_back(active_->id, frame_);
  active_.reset();
  leaving_ = false;
}

bool TextEditor::was_lost(std::uint32_t id) {
  return std::erase_if(lost_, [id](const auto& field) { return field.first == id; }) > 0;
}

bool TextEditor::gains(const Field& field) const {
  if (field.canvas.under_modal() || mine(field)) return false;
  const bool pressed = field.touch.pressed && field.canvas.pointer().pressed;
  const bool arrived = field.touch.focused && focused_before_ != field.id;
  return pressed || arrived || field.touch.tapped || asked_ == field.id;
}

void TextEditor::gain(const Field& field, const std::string& value) {
  if (active_ != nullptr) lose();
  active_ = std::make_unique<Active>(field.id, value, field.look.lines);
  active_->seen = value;
  const std::size_t all = active_->buffer.text().size();
  const bool asked = asked_ == field.id && asked_selection_.has_value();
  const TextSpan selection = asked ? *asked_selection_ : TextSpan{0, all};
  active_->buffer.select(std::min(selection.begin, all), std::min(selection.end, all));
  if (asked_ == field.id) asked_.reset();
  field.canvas.session().touches().focus_from(field.id);
  moved(field);
}

// Asked for the caret while it has it: only the selection moves.
void TextEditor::select_asked(const Field& field) {
  const std::size_t all = active_->buffer.text().size();
  const TextSpan selection = asked_selection_.value_or(TextSpan{0, all});
  active_->buffer.select(std::min(selection.begin, all), std::min(selection.end, all));
  active_->trailing = false;
  asked_.reset();
  moved(field);
}

void TextEditor::follow_value(const std::string& value) {
  if (value == active_->seen) return;
  active_->buffer.replace_all(value);
  active_->seen = value;
  active_->drag = Drag::None;
  active_->trailing = false;
}

// The caret was moved: it is lit, and in sight.
void TextEditor::moved(const Field& field) {
  active_->moved_seconds = field.canvas.seconds();
  active_->follow = true;
}

Edited TextEditor::edit(Canvas& canvas, std::string_view label, Rect box, std::string& value, const EditLook& asked) {
  Session& session = canvas.session();
  EditLook look = asked;
  look.text.verbatim = true;
  const Point offset = session.pen().offset();
  Field field{canvas, ImHashStr(label.data(), label.size()), box, look, canvas.touch(label, look.hit.w > 0 ? look.hit : box), canvas.pointer().position - offset, 0};
  Edited edited;
  if (gains(field)) {
    gain(field, value);
    edited.gained = true;
  }
  if (mine(field)) {
    active_->frame = frame_;
    follow_value(value);
    if (asked_ == field.id) select_asked(field);
    if (canvas.under_modal() || session.touches().focused() != field.id) lose();
  }
  if (mine(field) && !edited.gained) take_keys(field, edited);
  if (mine(field) && active_->buffer.text() != active_->seen && !look.read_only) {
    value = active_->seen = active_->buffer.text();
    edited.changed = true;
  }
  const std::string_view text = mine(field) ? std::string_view(active_->buffer.text()) : std::string_view(value);
  const bool one = look.lines == EditLines::One;
  const std::string discs = look.secret ? discs_for(text) : std::string();
  const TextBlock block = session.text().layout({look.secret ? discs : text, look.text, one ? 0 : box.w, 0, {}, one}, canvas.theme());
  const EditRows rows(block, look.secret || mine(field) ? text : std::string_view(block.text), session.fonts(), look.secret);
  edited.height = rows.height();
  if (mine(field)) take_mouse(field, rows);
  if (!one) {
    const auto kept = scrolls_.find(field.id);
    field.scroll = kept == scrolls_.end() ? 0 : kept->second.y;
    turn_wheel(field, rows.height());
  }
  if (mine(field)) keep_in_sight(field, rows);
  if (!one) {
    field.scroll = std::clamp(field.scroll, 0.0F, std::max(0.0F, rows.height() - box.h));
    scrolls_[field.id] = {field.scroll, frame_};
  }
  draw(field, rows, edited);
  edited.active = mine(field);
  edited.lost = was_lost(field.id) && !edited.active;
  return edited;
}

void TextEditor::turn_wheel(Field& field, float height) {
  const Pointer& pointer = field.canvas.pointer();
  const Rect seen = field.canvas.session().pen().clip();
  if (field.canvas.under_modal() || !field.box.contains(field.pointer) || !seen.contains(pointer.position)) return;
  const float most = std::max(0.0F, height - field.box.h);
  if (most <= 0) return;
  // While the pointer rests on it the page behind does not move, up to the end of these words.
  field.scroll = std::clamp(field.scroll - pointer.wheel * 3 * field.look.text.size * field.look.text.line, 0.0F, most);
  wheel_ = {field.scroll > 0, field.scroll < most};
}

void TextEditor::keep_in_sight(Field& field, const EditRows& rows) {
  const std::size_t at = active_->buffer.caret();
  const std::size_t row = rows.row_of({at, active_->trailing});
  if (field.look.lines == EditLines::One) {
    const float x = rows.x_of(row, at);
    const float room = field.box.w - 2;
    const float whole = std::max(rows.block().width, x);
    active_->scroll_x = std::clamp(active_->scroll_x, std::max(0.0F, x - room), std::max(0.0F, x));
    active_->scroll_x = std::min(active_->scroll_x, std::max(0.0F, whole - room));
  } else if (active_->follow) {
    const float top = rows.step() * static_cast<float>(row);
    field.scroll = std::clamp(field.scroll, std::min(top, top + rows.step() - field.box.h), std::max(top, 0.0F));
    field.scroll = std::max(field.scroll, top + rows.step() - field.box.h);
    field.scroll = std::min(field.scroll, top);
  }
  active_->follow = false;
}

void TextEditor::draw(Field& field, const EditRows& rows, Edited& edited) {
  Canvas& canvas = field.canvas;
  const EditLook& look = field.look;
  const bool one = look.lines == EditLines::One;
  const bool empty = rows.block().lines.empty();
  const float lead = (rows.step() - rows.block().size) / 2;
  const float top = one ? field.box.centre().y - rows.step() / 2 : field.box.y - field.scroll;
  const Point origin{field.box.x - (one && mine(field) ? active_->scroll_x : 0), top};
  if (empty && !look.hint.empty()) {
    TextStyle style = look.text;
    style.color = look.hint_color;
    if (one) canvas.text(field.box, look.hint, style);
    else canvas.paragraph({field.box.x, field.box.y + lead, field.box.w, field.box.h}, look.hint, style);
  }
  if (one && !mine(field) && !look.secret) {
    if (!empty) canvas.text(field.box, rows.block().text, look.text);
    return;
  }
  visible_.clear();
  canvas.clip(field.box);
  const std::size_t caret_row = mine(field) ? rows.row_of({active_->buffer.caret(), active_->trailing}) : rows.rows().size();
  const auto first = static_cast<std::size_t>(std::max(0.0F, std::floor((field.box.y - top) / rows.step())));
  for (std::size_t row = first; row < rows.rows().size(); ++row) {
    const float y = top + rows.step() * static_cast<float>(row);
    if (y >= field.box.bottom()) break;
    if (!one) visible_.push_back({y, rows.step(), rows.rows()[row].line, rows.rows()[row].first, row == caret_row});
    if (mine(field)) draw_selection(field, rows, row, y);
    draw_words(field, rows, row, {origin.x, y + lead});
  }
  if (mine(field)) draw_caret(field, rows, origin, edited);
  canvas.unclip();
  edited.rows = visible_;
}

void TextEditor::draw_selection(const Field& field, const EditRows& rows, std::size_t index, float top) const {
  const EditRows::Row& row = rows.rows()[index];
  const TextSpan selection = active_->buffer.selection();
  const float left = field.box.x - (field.look.lines == EditLines::One ? active_->scroll_x : 0);
  if (field.look.current_line.a > 0 && selection.begin == selection.end) {
    const std::size_t here = rows.rows()[rows.row_of({selection.begin, active_->trailing})].line;
    if (here == row.line) field.canvas.fill({field.box.x, top, field.box.w, rows.step()}, field.look.current_line);
  }
  const std::size_t begin = std::max(selection.begin, row.begin);
  const std::size_t end = std::min(selection.end, row.next);
  if (begin >= end) return;
  const float from = left + rows.x_of(index, begin);
  // A selected line break shows as a sliver behind the words.
  const float to = left + rows.x_of(index, std::min(end, row.end)) + (end > row.end ? rows.block().size / 3 : 0);
  field.canvas.fill({from, top, std::max(1.0F, to - from), rows.step()}, field.look.selection);
}

void TextEditor::draw_words(const Field& field, const EditRows& rows, std::size_t index, Point origin) const {
  const EditRows::Row& row = rows.rows()[index];
  Canvas& canvas = field.canvas;
  if (index >= rows.block().lines.size()) return;
  std::size_t at = row.begin;
  bool whole = true;
  for (const EditMark& mark : field.look.marks) {
    const std::size_t begin = std::max(mark.begin, row.begin);
    const std::size_t end = std::min(mark.end, row.end);
    if (begin >= end) continue;
    whole = false;
    if (at < begin) canvas.draw_line(rows.part(index, at, begin), 0, origin);
    TextBlock piece = rows.part(index, begin, end);
    piece.style.color = mark.color;
    canvas.draw_line(piece, 0, origin);
    if (mark.underline.a > 0) {
      const float y = origin.y + rows.block().size + 2;
      canvas.line({origin.x + rows.x_of(index, begin), y}, {origin.x + rows.x_of(index, end), y}, mark.underline, 2);
    }
    at = end;
  }
  if (whole) canvas.draw_line(rows.block(), index, origin);
  else if (at < row.end) canvas.draw_line(rows.part(index, at, row.end), 0, origin);
}

void TextEditor::draw_caret(const Field& field, const EditRows& rows, Point origin, Edited& edited) const {
  constexpr double kBlink = 0.53;
  Canvas& canvas = field.canvas;
  const std::size_t at = active_->buffer.caret();
  const std::size_t row = rows.row_of({at, active_->trailing});
  const float size = rows.block().size;
  const float height = size * 1.25F;
  const float x = std::min(origin.x + rows.x_of(row, at), field.box.right() - 1.5F);
  const float y = origin.y + rows.step() * (static_cast<float>(row) + 0.5F) - height / 2;
  edited.caret = {x, y, 1.5F, height};
  const TextSpan selection = active_->buffer.selection();
  edited.select_from = selection.begin;
  edited.select_to = selection.end;
  const double since = std::max(0.0, canvas.seconds() - active_->moved_seconds);
  const bool lit = static_cast<std::int64_t>(since / kBlink) % 2 == 0;
  if (lit && selection.begin == selection.end && !field.look.read_only) canvas.fill(edited.caret, field.look.caret);
  const double rest = kBlink - std::fmod(since, kBlink);
  canvas.request_frame_in(std::chrono::milliseconds(std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(rest * 1000)))));
  // The next frame's arrows and letters are the field's; an input method's window stands by the caret.
  const Pen& pen = canvas.session().pen();
  ImGuiPlatformImeData& ime = ImGui::GetCurrentContext()->PlatformImeData;
  ime.ViewportId = ImGui::GetMainViewport()->ID;
  ime.WantVisible = ime.WantTextInput = !field.look.read_only;
  ime.InputPos = pen.px(edited.caret.origin());
  ime.InputLineHeight = pen.px(height);
  ImGui::SetNextFrameWantCaptureKeyboard(true);
  ImGui::GetCurrentContext()->WantTextInputNextFrame = 1;
}

}  // namespace ui
