// The one field of a Session that has the caret, and what keys and mouse do to it. text_edit.h is what screens use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kiosk/ui/edit_buffer.h"
#include "kiosk/ui/edit_rows.h"
#include "kiosk/ui/text_edit.h"

namespace ui {

class TextEditor {
 public:
  TextEditor();
  ~TextEditor();
  TextEditor(const TextEditor&) = delete;
  TextEditor& operator=(const TextEditor&) = delete;

  // Before the keys of this frame are read; `focused` is the item that had the keyboard in the frame before.
  void begin_frame(std::uint32_t focused);
  Edited edit(Canvas& canvas, std::string_view label, Rect box, std::string& value, const EditLook& look);

  bool typing() const { return typing_at_begin_ || active_ != nullptr; }
  const EditBuffer* active() const;
  bool active_in(std::uint32_t id) const { return active_ != nullptr && active_->id == id; }
  void focus_next(std::uint32_t id, std::optional<TextSpan> selection) { asked_ = id, asked_selection_ = selection; }
  void drop();
  void keep() { kept_ = true; }
  void paste_next(std::string_view words, bool select);
  // In the frame before, a field lay under the pointer that could move that way.
  bool takes_wheel(float steps) const { return steps > 0 ? wheel_before_.up : steps < 0 && wheel_before_.down; }

 private:
  enum class Drag { None, Places, Words, Lines };

  struct Active {
    Active(std::uint32_t field, std::string text, EditLines lines) : id(field), buffer(std::move(text), lines) {}
    std::uint32_t id = 0;
    EditBuffer buffer;
    std::string seen;              // the value as it was left in the last frame
    std::int64_t frame = 0;        // drawn last
    bool trailing = false;         // the caret stands at the end of a row that goes on
    std::optional<float> goal_x;   // where up and down want to go
    Drag drag = Drag::None;
    TextSpan drag_from;
    float scroll_x = 0;
    bool follow = true;            // the caret comes into sight
    double moved_seconds = 0;      // the caret is lit from then
  };

  // One call of edit(): what the parts of it share.
  struct Field {
    Canvas& canvas;
    std::uint32_t id = 0;
    Rect box;
    const EditLook& look;
    Touch touch;
    Point pointer;                 // on the canvas, offsets taken off
    float scroll = 0;              // u that lines are moved up
  };

  struct Pasted {
    std::string words;
    bool select = false;
  };

  struct Wheel {
    bool up = false;
    bool down = false;
  };

  struct Scroll {
    float y = 0;
    std::int64_t frame = 0;
  };

  bool mine(const Field& field) const { return active_ != nullptr && active_->id == field.id; }
  bool gains(const Field& field) const;
  void gain(const Field& field, const std::string& value);
  void select_asked(const Field& field);
  void lose();
  bool was_lost(std::uint32_t id);
  void follow_value(const std::string& value);

  void take_keys(Field& field, Edited& edited);
  void move_keys(const Field& field, const EditRows& rows);
  void move_rows(const Field& field, const EditRows& rows, int count, bool extend);
  void place(TextPlace place, bool extend);
  void edit_keys(const Field& field, Edited& edited);
  void clipboard_keys(const Field& field);
  void type(const Field& field);
  void moved(const Field& field);

  void take_mouse(const Field& field, const EditRows& rows);
  void press(const Field& field, const EditRows& rows, TextPlace place);
  void drag(const Field& field, const EditRows& rows, TextPlace place);
  TextSpan line_at(std::size_t at) const;
  void turn_wheel(Field& field, float height);
  void keep_in_sight(Field& field, const EditRows& rows);

  void draw(Field& field, const EditRows& rows, Edited& edited);
  void draw_selection(const Field& field, const EditRows& rows, std::size_t row, float top) const;
  void draw_words(const Field& field, const EditRows& rows, std::size_t row, Point origin) const;
  void draw_caret(const Field& field, const EditRows& rows, Point origin, Edited& edited) const;

  std::unique_ptr<Active> active_;
  std::vector<std::pair<std::uint32_t, std::int64_t>> lost_;   // fields that lost the caret and were not told; frame
  std::unordered_map<std::uint32_t, Scroll> scrolls_;          // of fields of many lines
  std::vector<EditRow> visible_;
  std::vector<Pasted> pasted_;
  std::optional<std::uint32_t> asked_;
  std::optional<TextSpan> asked_selection_;
  std::uint32_t focused_before_ = 0;
  std::int64_t frame_ = 0;
  bool typing_at_begin_ = false;
  bool leaving_ = false;           // pressed elsewhere
  bool kept_ = false;
  Wheel wheel_;                    // what a field under the pointer could do with it
  Wheel wheel_before_;
};

}  // namespace ui
