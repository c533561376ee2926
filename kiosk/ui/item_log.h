// What a frame offered to the finger and to the eye, for tests and the accessibility check. Costs nothing when not
// installed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/text.h"

struct ImGuiContext;

namespace ui {

struct LoggedItem {
  std::string label;
  Rect box;               // u (pixels / pixels_per_u), not clipped
  Rect seen{};            // what the clip and the screen leave of it
  bool primary = false;   // the page's main action
  bool behind = false;    // a dialog or sheet lies over it and takes its touches
};

// Items by label: those of Canvas::touch() and, in a build with tests, every labelled widget of Dear ImGui.
class ItemLog {
 public:
  ItemLog() = default;
  ~ItemLog();
  ItemLog(const ItemLog&) = delete;
  ItemLog& operator=(const ItemLog&) = delete;

  // For windows without a Session (the office). A log is installed in one context at a time; it must leave the context
  // (or be destroyed) before the context is.
  void install(ImGuiContext* context, float pixels_per_u = 1);
  void remove();
  void begin_frame();

  // Of the last frame: exact label, without what follows "##".
  std::optional<Rect> find(std::string_view label) const;
  const std::vector<LoggedItem>& items() const { return items_; }
  // Labels submitted twice in the last frame: a screen's mistake.
  std::vector<std::string> duplicates() const;

  // Called by Canvas.
  void add(LoggedItem item);
  void mark_primary();       // the item added last
  void put_behind();         // all items so far: a dialog comes
  // Called by ImGui's hooks; pixels.
  void item_box(std::uint32_t id, Rect pixels);
  void item_label(std::uint32_t id, std::string_view label);

 private:
  ImGuiContext* context_ = nullptr;
  float pixels_per_u_ = 1;
  std::unordered_map<std::uint32_t, Rect> boxes_;
  std::vector<LoggedItem> items_;
};

struct LoggedText {
  std::string text;       // of one line as drawn, with the ellipsis where it was cut
  Rect box;               // u on the screen: from the line's em top, its width, one em high
  float size = 0;         // u, after the theme's scale
  Face face = Face::Sans;
  Color color;
  float alpha = 1;        // of pushed alphas
  bool cut = false;       // ended in "…"
  bool clipped = false;   // some of it lies outside the clip or the screen
  std::vector<char32_t> missing;
  Rect seen{};            // u: what the clip and the screen leave of the box
  std::string whole{};    // the text that this is a line of
  bool starts = true;     // the line begins its paragraph
  bool ends = true;       // the line ends it
  bool column = false;    // top to bottom
  std::optional<Color> mark{};  // of its marked parts
  bool behind = false;    // a dialog or sheet lies over it
  bool covered = false;   // a plane drawn later hides all of it
};

class TextLog {
 public:
  void begin_frame() { texts_.clear(); }
  void add(LoggedText text) { texts_.push_back(std::move(text)); }
  void put_behind();         // all texts so far: a dialog comes
  void cover(Rect plane);    // an opaque plane is drawn over all texts so far; u on the screen
  // Words are logged and not drawn: what lies under them can be seen.
  void leave_out_words(bool left_out) { words_left_out_ = left_out; }
  bool words_left_out() const { return words_left_out_; }
  const std::vector<LoggedText>& texts() const { return texts_; }
  // Some line of the last frame contains `part`.
  bool contains(std::string_view part) const;
  const LoggedText* find(std::string_view part) const;
  // All lines of the frame, joined by line breaks.
  std::string all() const;

 private:
  std::vector<LoggedText> texts_;
  bool words_left_out_ = false;
};

}  // namespace ui
