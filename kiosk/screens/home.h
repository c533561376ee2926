// Where every visit begins: four doors, what is put forward today, what one can use here, and the series as small doors.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/context.h"
#include "kiosk/screen.h"
#include "kiosk/widgets/page_frame.h"

namespace kiosk {

class HomeScreen final : public Screen {
 public:
  std::string_view name() const override { return "home"; }
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;

 private:
  struct Door {
    ScreenKind screen = ScreenKind::Publicity;
    ui::Section section = ui::Section::Publicity;
    std::string_view icon;
    std::string title;
    std::string fact;
    std::string short_fact; // where the door is small or its words are large
    content::MediaId tall;
    content::MediaId wide;
    bool dark = false;      // light text on dark ground
  };
  struct Today {
    ScreenKind screen = ScreenKind::Article;
    Target target;
    std::string label;
    std::string title;
    std::string line;
    content::MediaId picture;
    bool chinese = false;   // the title is Chinese on an English page
  };
  struct SmallDoor {
    Open open;
    std::string icon;
    std::string title;
    std::string line;
    std::string bare_title{};   // a Chinese name without its pinyin, for a door too small for both; else empty
  };
  // Where doors, small doors and today's row stand; small rooms and large words change their numbers, not their order.
  struct Plan {
    ui::Rect doors;
    std::size_t door_columns = 4;
    ui::Rect small;
    std::size_t small_columns = 4;
    ui::Rect today;          // empty: today is drawn elsewhere or not at all
  };

  void fetch_doors(const Context& context);
  void fetch_today(const Context& context);
  void fetch_feast(const Context& context);
  void fetch_small_doors(const Context& context);

  void draw_city(ui::Canvas& canvas, ui::Rect row, ui::Color color) const;
  void draw_brand(ui::Canvas& canvas, const Context& context) const;
  Plan plan(const ui::Canvas& canvas, const PageAreas& areas) const;
  Plan landscape_plan(const ui::Canvas& canvas, const PageAreas& areas) const;
  Plan low_plan(const ui::Canvas& canvas, const PageAreas& areas, float bottom) const;
  Plan portrait_plan(const ui::Canvas& canvas, const PageAreas& areas) const;
  Action draw_doors(ui::Canvas& canvas, const Context& context, const Plan& plan) const;
  Action draw_small_doors(ui::Canvas& canvas, const Context& context, const Plan& plan) const;
  Action draw_door(ui::Canvas& canvas, const Context& context, const Door& door, ui::Rect box) const;
  ui::TextStyle title_style(const ui::Canvas& canvas, ui::TextStyle style, float room, float least) const;
  void draw_pictured_door(ui::Canvas& canvas, const Context& context, const Door& door, ui::Rect box) const;
  void draw_side_door(ui::Canvas& canvas, const Context& context, const Door& door, ui::Rect box) const;
  void draw_plain_door(ui::Canvas& canvas, const Door& door, ui::Rect box, bool pressed) const;
  Action draw_small_door(ui::Canvas& canvas, const Context& context, const SmallDoor& door, ui::Rect box) const;

  Action draw_today(ui::Canvas& canvas, const Context& context, const Plan& plan);
  Action draw_today_column(ui::Canvas& canvas, const Context& context, ui::Rect column) const;
  Action draw_today_block(ui::Canvas& canvas, const Context& context, ui::Rect block) const;
  Action draw_today_strip(ui::Canvas& canvas, const Context& context, ui::Rect strip);
  Action draw_today_row(ui::Canvas& canvas, const Context& context, const Today& today, ui::Rect row, float picture) const;
  void draw_row_words(ui::Canvas& canvas, const Context& context, const Today& today, ui::Rect room) const;
  float draw_today_mark(ui::Canvas& canvas, const Context& context, const Today& today, ui::Point right_middle) const;
  Action draw_today_lead(ui::Canvas& canvas, const Context& context, const Today& today, ui::Rect box) const;
  void draw_poster(ui::Canvas& canvas, const Context& context, ui::Rect area) const;
  void draw_poster_words(ui::Canvas& canvas, const Context& context, ui::Rect plane) const;
  bool draw_poster_head(ui::Canvas& canvas, const Context& context, ui::Rect words) const;

  std::vector<Door> doors_;
  std::vector<Today> today_;
  std::vector<SmallDoor> small_doors_;
  std::size_t shown_today_ = 0;   // of the strip
  std::string city_line_;
  std::string city_name_;         // where the whole line finds no room
  std::string date_;
  std::string lunar_date_;
  std::string feast_;
};

}  // namespace kiosk
