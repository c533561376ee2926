// Where every visit begins: four doors, what is put forward today, and the series as small doors.
#pragma once

#include <array>
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
    std::string title;
    std::string fact;
    content::MediaId tall;
    content::MediaId wide;
    bool dark = false;      // light text on dark ground
    bool has_content = false;
  };
  struct Today {
    ScreenKind screen = ScreenKind::Article;
    Target target;
    std::string label;
    std::string title;
    std::string line;
    content::MediaId picture;
  };
  struct SmallDoor {
    content::RecordId series;
    std::string icon;
    std::string title;
    std::string line;
  };

  void fetch_doors(const Context& context);
  void fetch_today(const Context& context);
  void fetch_feast(const Context& context);

  void draw_brand(ui::Canvas& canvas, const Context& context) const;
  Action draw_landscape(ui::Canvas& canvas, const Context& context, const PageAreas& areas);
  Action draw_doors(ui::Canvas& canvas, const Context& context, ui::Rect area);
  Action draw_portrait(ui::Canvas& canvas, const Context& context, const PageAreas& areas);
  Action draw_door(ui::Canvas& canvas, const Context& context, const Door& door, ui::Rect box) const;
  Action draw_today_row(ui::Canvas& canvas, const Context& context, const Today& today, ui::Rect row, float picture) const;
  Action draw_today_lead(ui::Canvas& canvas, const Context& context, const Today& today, ui::Rect box) const;
  Action draw_small_door(ui::Canvas& canvas, const SmallDoor& door, ui::Rect box, bool stacked) const;

  std::vector<Door> doors_;
  std::vector<Today> today_;
  std::vector<SmallDoor> small_doors_;
  std::string city_line_;
  std::string date_;
  std::string lunar_date_;
  std::string feast_;
};

}  // namespace kiosk
