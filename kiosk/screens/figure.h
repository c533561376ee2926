// What did this person do? Name, voice, deed and years, then one large 致敬.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/neighbours.h"
#include "kiosk/screen.h"
#include "kiosk/take_along.h"
#include "kiosk/screens/figure_text.h"
#include "kiosk/ui/page_turner.h"
#include "kiosk/widgets/page_frame.h"
#include "kiosk/widgets/tribute.h"

namespace kiosk {

class FigureScreen final : public Screen {
 public:
  explicit FigureScreen(Target target) : target_(std::move(target)) {}

  std::string_view name() const override { return "honour-figure"; }
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;
  bool is_for_reading() const override { return true; }

 private:
  // All in u, computed for one frame.
  struct Layout {
    PageAreas areas;
    ui::Rect picture;
    ui::Rect head;         // tag, name, voice
    float text_bottom = 0;
    ui::Rect code;         // empty when there is no link
    ui::Point disc;
    float disc_radius = 108;
  };

  Layout lay_out(const ui::Canvas& canvas) const;
  void draw_picture(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  float draw_head(ui::Canvas& canvas, const Layout& layout) const;
  void draw_text(ui::Canvas& canvas, const Layout& layout, float top);
  FigureTextBox text_box(const ui::Canvas& canvas, const Layout& layout, float top) const;
  void draw_code(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  void draw_tribute(ui::Canvas& canvas, const Context& context, const Layout& layout);
  Action draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout);
  bool draw_step(ui::Canvas& canvas, std::string_view label, bool forward, ui::Rect box, bool possible) const;
  Action open(const content::RecordId& figure) const;

  Target target_;
  Neighbours neighbours_;
  bool martyr_ = false;
  std::string category_;
  std::string year_and_place_;
  std::string name_;
  std::string voice_;
  std::string biography_;
  std::vector<FigureHonour> honours_;
  content::MediaId portrait_;
  TakeAlong code_;

  Tribute tribute_;
  ui::PageTurner turner_;
  FigureText text_;
  std::optional<FigureTextBox> laid_out_;   // what text_ was made for
};

}  // namespace kiosk
