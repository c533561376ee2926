// The words of the field that has the caret, with its selection and what can be taken back. No drawing, no keys.
//
// stb_textedit over UTF-8, moved by whole clusters: a character with its marks is deleted and passed as one. Positions are
// bytes and always lie between two clusters. Typed characters that follow one another are taken back together.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "kiosk/ui/text_edit.h"
#include "kiosk/ui/word_breaks.h"

namespace ui {

enum class EditMove { Left, Right, WordLeft, WordRight, Start, End };
enum class EditErase { Left, Right, WordLeft, WordRight };

class EditBuffer {
 public:
  EditBuffer(std::string text, EditLines lines);
  ~EditBuffer();
  EditBuffer(const EditBuffer&) = delete;
  EditBuffer& operator=(const EditBuffer&) = delete;

  const std::string& text() const;
  std::size_t caret() const;
  TextSpan selection() const;               // in order; empty: the caret alone
  std::size_t anchor() const;               // the selection's other end
  WordBreaks& breaks();

  void select(std::size_t anchor, std::size_t caret);   // moved to the cluster's begin where they lie inside one
  void move(EditMove step, bool extend);
  void erase(EditErase what);               // the selection, where there is one
  // In the selection's place. In one line '\n' and tabs become blanks; other control characters are dropped.
  void insert(std::string_view words, bool typed);
  // Changed by others: what was done here can no longer be taken back; the caret stays about where it was.
  void replace_all(std::string text);

  bool can_undo() const;
  bool can_redo() const;
  void undo();
  void redo();

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
  EditLines lines_;
  bool typing_on_ = false;                  // the next typed character joins the last ones
};

}  // namespace ui
