// Type a few letters, see at once what there is: results above, field and keys below.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/screen.h"
#include "kiosk/screens/search_hits.h"
#include "kiosk/ui/page_turner.h"
#include "kiosk/widgets/on_screen_keyboard.h"
#include "kiosk/widgets/page_frame.h"

namespace kiosk {

class SearchScreen final : public Screen {
 public:
  explicit SearchScreen(Target) {}

  std::string_view name() const override { return "search"; }
  // Asks at once for what the visitor has typed.
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;

 private:
  // All in u.
  struct Layout {
    bool landscape = true;
    ui::Rect stage;       // left and right edge of everything
    ui::Rect results;
    ui::Rect bed;
    ui::Rect field;
    ui::Rect candidates;
    ui::Rect keys;
    float row = 116;
    float head = 74;      // of a group, with its rule
  };

  Layout lay_out(const ui::Canvas& canvas) const;
  void ask(const Context& context);
  void take_answer(const Context& context);
  std::size_t group_count() const { return std::min(hits_.groups.size(), turners_.size()); }

  void draw_title(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  Action draw_results(ui::Canvas& canvas, const Context& context, const Layout& layout);
  Action draw_columns(ui::Canvas& canvas, const Context& context, const Layout& layout);
  Action draw_stack(ui::Canvas& canvas, const Context& context, const Layout& layout);
  // Rows in `columns` side by side below the group's head.
  Action draw_group(ui::Canvas& canvas, const Context& context, std::size_t group, ui::Rect area, int columns);
  void draw_head(ui::Canvas& canvas, const HitGroup& group, ui::Rect head) const;
  void draw_more(ui::Canvas& canvas, const Context& context, std::size_t group, ui::Rect box, int per_page);
  bool draw_row(ui::Canvas& canvas, const Context& context, const HitRow& row, ui::Rect box, bool last) const;
  void draw_speech(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  void draw_field(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_candidates(ui::Canvas& canvas, const Context& context, const Layout& layout);
  Action draw_foot(ui::Canvas& canvas, const Context& context, const Layout& layout);
  Action open(std::size_t group, const HitRow& row) const;

  OnScreenKeyboard keyboard_;
  Hits hits_;
  std::uint64_t shown_ticket_ = 0;
  std::string asked_;
  std::string found_;                      // 首字母 HPL，找到 7 条
  std::vector<std::string> suggestions_;   // shown while nothing is typed
  std::array<ui::PageTurner, 3> turners_;
};

}  // namespace kiosk
