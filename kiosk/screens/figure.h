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
    bool compact = false;  // landscape: the tribute stands below the picture, which leaves the words their room
    ui::Rect picture;
    ui::Rect head;         // tag, name, voice
    ui::Rect text;         // its bottom and width; the head decides where it begins
    ui::Rect code;         // with its words; empty when there is no link
    ui::Point disc;
    float disc_radius = 108;
    ui::Rect shelf;        // landscape: from the words' left edge; portrait: the tiles' row
    ui::Rect look;         // the button to the gallery; empty: the picture itself opens it, or there is none
  };

  // figure.cpp
  void fetch_words(const Context& context, const content::Figure& figure);
  Layout lay_out(ui::Canvas& canvas, const Context& context) const;
  void lay_out_landscape(const ui::Canvas& canvas, const Context& context, Layout& layout) const;
  void lay_out_compact(const ui::Canvas& canvas, const Context& context, Layout& layout) const;
  void lay_out_portrait(const ui::Canvas& canvas, const Context& context, Layout& layout) const;
  FigureTextBox text_box(const ui::Canvas& canvas, const Layout& layout, float top) const;
  void draw_text(ui::Canvas& canvas, const Layout& layout, float top);
  Action draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout);
  bool draw_step(ui::Canvas& canvas, std::string_view label, bool forward, ui::Rect box, bool possible, bool tight) const;
  Action open(const content::RecordId& figure) const;
  Action open_gallery() const;

  // figure_parts.cpp
  Action draw_picture(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  float draw_head(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  float draw_facts(ui::Canvas& canvas, const Context& context, ui::Rect head) const;
  void draw_tribute(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_toast(ui::Canvas& canvas, const Layout& layout);

  Target target_;
  Neighbours neighbours_;
  bool martyr_ = false;
  bool chinese_ = false;   // Chinese shown to an English visitor
  std::string category_;
  std::string year_and_place_;
  std::string name_;
  std::string voice_;
  std::string biography_;
  std::vector<FigureHonour> honours_;
  content::MediaId portrait_;
  std::vector<content::MediaId> pictures_;   // for the viewer: the portrait first; empty without a gallery
  TakeAlong code_;

  Tribute tribute_;
  ui::PageTurner turner_;
  FigureText text_;
  std::optional<FigureTextBox> laid_out_;   // what text_ was made for
};

}  // namespace kiosk
