// Type a few letters, see at once what there is: results above, field and keys below.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/screen.h"
#include "kiosk/screens/search_hits.h"
#include "kiosk/screens/search_layout.h"
#include "kiosk/ui/page_turner.h"
#include "kiosk/widgets/on_screen_keyboard.h"

namespace kiosk {

class SearchScreen final : public Screen {
 public:
  explicit SearchScreen(Target) {}

  std::string_view name() const override { return "search"; }
  // Asks at once for what the visitor has typed.
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;

 private:
  void ask(const Context& context);
  void take_answer(const Context& context);
  void say_found(const Context& context);
  std::size_t group_count() const { return std::min(hits_.groups.size(), turners_.size()); }

  void draw_title(ui::Canvas& canvas, const Context& context, const SearchLayout& layout) const;
  void draw_field(ui::Canvas& canvas, const Context& context, const SearchLayout& layout);
  void draw_typed(ui::Canvas& canvas, const std::string& typed, ui::Rect room) const;
  void draw_candidates(ui::Canvas& canvas, const Context& context, const SearchLayout& layout);
  void draw_turn_over(ui::Canvas& canvas, const Context& context, const SearchLayout& layout);
  void type(const Context& context, std::string words) const;

  // search_speech.cpp: before anything is typed, and when nothing is found.
  Action draw_speech(ui::Canvas& canvas, const Context& context, const SearchLayout& layout);
  Action draw_suggestions(ui::Canvas& canvas, const Context& context, const SearchLayout& layout, ui::Rect area);
  bool draw_suggestion(ui::Canvas& canvas, const Suggestion& suggestion, ui::Rect box, bool touchable) const;

  // search_results.cpp
  Action draw_results(ui::Canvas& canvas, const Context& context, const SearchLayout& layout);
  Action draw_columns(ui::Canvas& canvas, const Context& context, const SearchLayout& layout);
  Action draw_stack(ui::Canvas& canvas, const Context& context, const SearchLayout& layout);
  // One group at a time, where not all find room.
  Action draw_tabbed(ui::Canvas& canvas, const Context& context, const SearchLayout& layout);
  void draw_tabs(ui::Canvas& canvas, const Context& context, const SearchLayout& layout, ui::Rect row, int per_page);
  struct GroupPlace {
    std::size_t index = 0;
    ui::Rect rows;
    int columns = 1;
    int lines = 1;
    bool touchable = true;
  };
  Action draw_group(ui::Canvas& canvas, const Context& context, const SearchLayout& layout, std::size_t group, ui::Rect area, int columns);
  Action draw_rows(ui::Canvas& canvas, const Context& context, const GroupPlace& place);
  void draw_head(ui::Canvas& canvas, const HitGroup& group, ui::Rect head) const;
  // Returns the width used, from the box's right end or, left-aligned, its left.
  float draw_more(ui::Canvas& canvas, const Context& context, std::size_t group, ui::Rect box, int per_page, ui::Align align);
  bool draw_row(ui::Canvas& canvas, const Context& context, const HitRow& row, ui::Rect box, bool touchable) const;
  void draw_row_words(ui::Canvas& canvas, const Context& context, const HitRow& row, ui::Point left, float width) const;
  void draw_long_title(ui::Canvas& canvas, const Context& context, const HitRow& row, ui::Rect box) const;
  float draw_row_mark(ui::Canvas& canvas, const Context& context, const HitRow& row, ui::Point baseline, float size) const;
  Action open(std::size_t group, const HitRow& row) const;

  OnScreenKeyboard keyboard_;
  Hits hits_;
  std::uint64_t shown_ticket_ = 0;
  std::string asked_;
  std::string found_;                      // 首字母 HPL，找到 7 条
  std::vector<std::string> first_words_;   // shown while nothing is typed
  std::array<ui::PageTurner, 3> turners_;
  std::size_t tab_ = 0;                    // the group shown, where only one finds room
  bool listing_ = false;                   // low reach: results stand where the keyboard does
};

}  // namespace kiosk
