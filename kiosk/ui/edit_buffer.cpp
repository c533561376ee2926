#include "kiosk/ui/edit_buffer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include <imgui.h>

#include "kiosk/ui/text_clusters.h"
#include "kiosk/ui/utf8.h"

// The copy that Dear ImGui brings along, not the system's: it moves by clusters and its redo stays within its bounds. It
// lies in a namespace of its own, apart from the one that ImGui compiles.
namespace ui::stb {
namespace {

struct Words {
  std::string text;
  WordBreaks breaks;
};

constexpr int kShift = 0x10000;
constexpr int kLeft = 0x20001, kRight = 0x20002, kUp = 0x20003, kDown = 0x20004, kPageUp = 0x20005, kPageDown = 0x20006,
              kLineStart = 0x20007, kLineEnd = 0x20008, kTextStart = 0x20009, kTextEnd = 0x2000A, kDelete = 0x2000B,
              kBackspace = 0x2000C, kUndo = 0x2000D, kRedo = 0x2000E, kWordLeft = 0x2000F, kWordRight = 0x20010;

int length_of(const Words* words) { return static_cast<int>(words->text.size()); }
char character_at(const Words* words, int at) { return words->text[static_cast<std::size_t>(at)]; }
int next_of(const Words* words, int at) { return static_cast<int>(next_cluster(words->text, static_cast<std::size_t>(at))); }
int previous_of(const Words* words, int at) { return at <= 0 ? -1 : static_cast<int>(previous_cluster(words->text, static_cast<std::size_t>(at))); }
int word_left_of(Words* words, int at) { return static_cast<int>(words->breaks.previous(words->text, static_cast<std::size_t>(at))); }
int word_right_of(Words* words, int at) { return static_cast<int>(words->breaks.next(words->text, static_cast<std::size_t>(at))); }

void delete_at(Words* words, int at, int count) { words->text.erase(static_cast<std::size_t>(at), static_cast<std::size_t>(count)); }

bool insert_at(Words* words, int at, const char* added, int count) {
  words->text.insert(static_cast<std::size_t>(at), added, static_cast<std::size_t>(count));
  return true;
}

}  // namespace

#define IMSTB_TEXTEDIT_STRING Words
#define IMSTB_TEXTEDIT_CHARTYPE char
#define IMSTB_TEXTEDIT_UNDOSTATECOUNT 400
#define IMSTB_TEXTEDIT_UNDOCHARCOUNT 262144   // a whole long article can be deleted and taken back
#define IMSTB_TEXTEDIT_memmove std::memmove
#define IMSTB_TEXTEDIT_GETPREVCHARINDEX(words, at) previous_of(words, at)
#define IMSTB_TEXTEDIT_GETNEXTCHARINDEX(words, at) next_of(words, at)
#define STB_TEXTEDIT_STRINGLEN(words) length_of(words)
#define STB_TEXTEDIT_GETCHAR(words, at) character_at(words, at)
#define STB_TEXTEDIT_DELETECHARS(words, at, count) delete_at(words, at, count)
#define STB_TEXTEDIT_INSERTCHARS(words, at, added, count) insert_at(words, at, added, count)
#define STB_TEXTEDIT_NEWLINE '\n'
// Rows and widths are EditRows'; the engine is never asked for them.
#define STB_TEXTEDIT_LAYOUTROW(row, words, start) (*(row) = StbTexteditRow{})
#define STB_TEXTEDIT_GETWIDTH(words, start, at) 0.0F
#define STB_TEXTEDIT_MOVEWORDLEFT(words, at) word_left_of(words, at)
#define STB_TEXTEDIT_MOVEWORDRIGHT(words, at) word_right_of(words, at)
#define STB_TEXTEDIT_KEYTYPE int
#define STB_TEXTEDIT_K_SHIFT kShift
#define STB_TEXTEDIT_K_LEFT kLeft
#define STB_TEXTEDIT_K_RIGHT kRight
#define STB_TEXTEDIT_K_UP kUp
#define STB_TEXTEDIT_K_DOWN kDown
#define STB_TEXTEDIT_K_PGUP kPageUp
#define STB_TEXTEDIT_K_PGDOWN kPageDown
#define STB_TEXTEDIT_K_LINESTART kLineStart
#define STB_TEXTEDIT_K_LINEEND kLineEnd
#define STB_TEXTEDIT_K_TEXTSTART kTextStart
#define STB_TEXTEDIT_K_TEXTEND kTextEnd
#define STB_TEXTEDIT_K_DELETE kDelete
#define STB_TEXTEDIT_K_BACKSPACE kBackspace
#define STB_TEXTEDIT_K_UNDO kUndo
#define STB_TEXTEDIT_K_REDO kRedo
#define STB_TEXTEDIT_K_WORDLEFT kWordLeft
#define STB_TEXTEDIT_K_WORDRIGHT kWordRight
#define IMSTB_TEXTEDIT_IMPLEMENTATION
#include <imstb_textedit.h>

}  // namespace ui::stb

namespace ui {

namespace {

constexpr int kTypedTogether = 60;   // bytes: about twenty Chinese characters

std::string cleaned(std::string_view words, EditLines lines) {
  std::string clean;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t character = next_character(words, at);
    if (character == U'\r') {
      if (at >= words.size() || words[at] != '\n') clean += lines == EditLines::Many ? '\n' : ' ';
    } else if (character == U'\n' || character == 0x2028 || character == 0x2029) {
      clean += lines == EditLines::Many ? '\n' : ' ';
    } else if (character == U'\t') {
      clean += ' ';
    } else if (character >= 0x20 && character != 0x7F && character != 0xFEFF && (character < 0x80 || character > 0x9F)) {
      append_character(clean, character);
    }
  }
  return clean;
}

bool ends_a_step(std::string_view typed) { return typed.find_first_of(" \n") != std::string_view::npos || typed.find("\u3000") != std::string_view::npos; }

}  // namespace

struct EditBuffer::Engine {
  stb::Words words;
  stb::STB_TexteditState state{};

  void key(int key) { stb::stb_textedit_key(&words, &state, key); }
  bool selected() const { return state.select_start != state.select_end; }
  void forget(EditLines lines) { stb::stb_textedit_initialize_state(&state, lines == EditLines::One ? 1 : 0); }
};

EditBuffer::EditBuffer(std::string text, EditLines lines) : engine_(std::make_unique<Engine>()), lines_(lines) {
  engine_->words.text = is_valid(text) ? std::move(text) : repaired(text);
  engine_->forget(lines);
}

EditBuffer::~EditBuffer() = default;

const std::string& EditBuffer::text() const { return engine_->words.text; }

WordBreaks& EditBuffer::breaks() { return engine_->words.breaks; }

std::size_t EditBuffer::caret() const { return static_cast<std::size_t>(std::clamp(engine_->state.cursor, 0, stb::length_of(&engine_->words))); }

std::size_t EditBuffer::anchor() const {
  return engine_->selected() ? static_cast<std::size_t>(engine_->state.select_start) : caret();
}

TextSpan EditBuffer::selection() const {
  return {std::min(anchor(), caret()), std::max(anchor(), caret())};
}

void EditBuffer::select(std::size_t anchor, std::size_t caret) {
  const auto whole = [this](std::size_t at) {
    if (at >= text().size()) return text().size();
    const std::size_t before = previous_cluster(text(), at);
    return at > 0 && next_cluster(text(), before) > at ? before : at;
  };
  engine_->state.select_start = static_cast<int>(whole(anchor));
  engine_->state.select_end = engine_->state.cursor = static_cast<int>(whole(caret));
  typing_on_ = false;
}

void EditBuffer::move(EditMove step, bool extend) {
  constexpr std::array kKeys{stb::kLeft, stb::kRight, stb::kWordLeft, stb::kWordRight, stb::kTextStart, stb::kTextEnd};
  typing_on_ = false;
  engine_->key(kKeys.at(static_cast<std::size_t>(step)) | (extend ? stb::kShift : 0));
}

void EditBuffer::erase(EditErase what) {
  typing_on_ = false;
  if (!engine_->selected()) {
    if (what == EditErase::WordLeft) engine_->key(stb::kWordLeft | stb::kShift);
    if (what == EditErase::WordRight) engine_->key(stb::kWordRight | stb::kShift);
  }
  const bool left = what == EditErase::Left || what == EditErase::WordLeft;
  engine_->key(left ? stb::kBackspace : stb::kDelete);
}

void EditBuffer::insert(std::string_view words, bool typed) {
  const std::string added = cleaned(words, lines_);
  const TextSpan old = selection();
  if (added.empty() && old.begin == old.end) return;
  Engine& engine = *engine_;
  stb::StbUndoState& undo = engine.state.undostate;
  const int where = static_cast<int>(old.begin);
  const int removed = static_cast<int>(old.end - old.begin);
  const int count = static_cast<int>(added.size());
  stb::StbUndoRecord* last = undo.undo_point > 0 ? &undo.undo_rec[undo.undo_point - 1] : nullptr;
  const bool joins = typed && typing_on_ && removed == 0 && last != nullptr && last->where + last->delete_length == where && last->delete_length < kTypedTogether;
  if (joins) {
    last->delete_length += count;
  } else {
    stb::stb_text_makeundo_replace(&engine.words, &engine.state, where, removed, count);
  }
  engine.words.text.replace(old.begin, old.end - old.begin, added);
  engine.state.cursor = engine.state.select_start = engine.state.select_end = where + count;
  engine.state.has_preferred_x = 0;
  typing_on_ = typed && !ends_a_step(added);
}

void EditBuffer::replace_all(std::string text) {
  const std::size_t at = caret();
  engine_->words.text = is_valid(text) ? std::move(text) : repaired(text);
  engine_->forget(lines_);
  select(at, at);
}

bool EditBuffer::can_undo() const { return engine_->state.undostate.undo_point > 0; }

bool EditBuffer::can_redo() const { return engine_->state.undostate.redo_point < IMSTB_TEXTEDIT_UNDOSTATECOUNT; }

void EditBuffer::undo() {
  typing_on_ = false;
  engine_->key(stb::kUndo);
  select(caret(), caret());
}

void EditBuffer::redo() {
  typing_on_ = false;
  engine_->key(stb::kRedo);
  select(caret(), caret());
}

}  // namespace ui
