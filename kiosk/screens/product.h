// Why buy this, from whom, and where? The maker's story is the reason; selling happens in shops, on markets, by code.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kiosk/neighbours.h"
#include "kiosk/screen.h"
#include "kiosk/take_along.h"
#include "kiosk/ui/page_turner.h"
#include "kiosk/widgets/page_frame.h"
#include "kiosk/widgets/still_life.h"

namespace kiosk {

class ProductScreen final : public Screen {
 public:
  explicit ProductScreen(Target target) : target_(std::move(target)) {}

  std::string_view name() const override { return "product"; }
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;

 private:
  struct Outlet {
    std::string icon;
    std::string text;
  };
  // All in u, computed for one frame.
  struct Layout {
    PageAreas areas;
    ui::Rect picture;
    ui::Rect words;             // tags, name, price
    ui::Rect story;             // the card; no height: nothing to tell
    ui::Rect outlets;           // heading and rows …
    ui::Rect places;            // … the heading's row, over the code too where all is narrow
    ui::Rect code;              // empty when there is no link
    bool code_beside = false;   // its words stand right of it
    ui::Rect shelf;             // from the words' left edge
  };

  // product_fetch.cpp
  void fetch_outlets(const Context& context, const content::Product& product);
  void fetch_maker(const Context& context, const content::Product& product);
  void fetch_pictures(const Context& context, const content::Product& product);

  // product.cpp
  Layout lay_out(const ui::Canvas& canvas, const Context& context) const;
  void lay_out_landscape(const ui::Canvas& canvas, Layout& layout) const;
  void lay_out_portrait(const ui::Canvas& canvas, Layout& layout) const;
  void split_rest(const ui::Canvas& canvas, ui::Rect rest, Layout& layout) const;
  static float places_height(const ui::Canvas& canvas);
  void lay_out_code(const ui::Canvas& canvas, const Context& context, Layout& layout) const;
  ui::TextBlock lay_name(const ui::Canvas& canvas, float width) const;
  float name_width(const ui::Canvas& canvas, float width) const;
  float name_height(const ui::Canvas& canvas, float width) const;
  float head_height(const ui::Canvas& canvas, float width) const;
  bool tells() const { return !story_.empty() || !maker_.empty(); }
  Action draw_picture(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  bool draw_look(ui::Canvas& canvas, const Context& context, ui::Rect box) const;
  Action draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout);
  Action draw_neighbours(ui::Canvas& canvas, const Context& context, ui::Rect row, bool tight) const;

  // product_parts.cpp
  void draw_head(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  void draw_price_after_name(ui::Canvas& canvas, const Context& context, ui::Rect name) const;
  void draw_price_below_name(ui::Canvas& canvas, ui::Rect name) const;

  // product_story.cpp
  struct StoryCard;
  StoryCard lay_out_story(ui::Canvas& canvas, const Context& context, ui::Rect card) const;
  void draw_story(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_story_text(ui::Canvas& canvas, const Context& context, std::string_view story, ui::Rect text, ui::Rect more);

  // product_outlets.cpp
  struct OutletRows;
  OutletRows lay_out_outlets(const ui::Canvas& canvas, ui::Rect area, float least, float gap) const;
  OutletRows lay_out_outlets(const ui::Canvas& canvas, ui::Rect area) const;
  void draw_outlets(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_outlet_page(ui::Canvas& canvas, const OutletRows& rows, int page, ui::Rect list) const;

  Target target_;
  Neighbours neighbours_;
  StillLife still_;
  std::string name_;
  std::string category_;
  bool new_crop_ = false;      // 当季新货
  std::string price_;          // without ¥
  std::string unit_;
  std::string origin_;         // with its label
  std::string maker_;
  std::string maker_line_;
  std::string story_;
  bool head_chinese_ = false;  // Chinese shown to an English visitor
  bool unit_chinese_ = false;
  bool story_chinese_ = false;
  bool outlets_chinese_ = false;
  content::MediaId portrait_;
  std::vector<content::MediaId> pictures_;   // for the viewer
  std::vector<Outlet> outlets_;
  TakeAlong code_;             // the order link
  content::RecordId shop_;     // where 带我去店里 leads
  content::RecordId figure_;
  std::string figure_label_;   // 他的故事

  ui::PageTurner story_pages_;
  ui::PageTurner outlet_pages_;
};

}  // namespace kiosk
