// What do veterans grow, make and sell? Still life, price, maker; looking only, nothing is paid here.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kiosk/screen.h"
#include "kiosk/ui/page_turner.h"
#include "kiosk/widgets/card_grid.h"
#include "kiosk/widgets/page_frame.h"
#include "kiosk/widgets/still_life.h"

namespace kiosk {

class ProductsScreen final : public Screen {
 public:
  // target.filter: a category's name, empty = all.
  explicit ProductsScreen(Target target) : category_(std::move(target.filter)) {}

  std::string_view name() const override { return "products"; }
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;

 private:
  struct Card {
    content::RecordId id;
    std::string label;      // of the touch
    std::string name;
    std::string price;      // without ¥
    std::string unit;
    std::string maker;
    bool chinese = false;   // shown to an English visitor
    StillLife still;
  };
  struct Layout {
    PageAreas areas;
    CardGrid grid;
    float foot = 149;        // u of a card's words, below its picture
    bool beside = false;     // … or right of it, where a card is too low for both
    float touch_top = 0;     // a card above this line is for the eye
    ui::Rect show;           // low reach in portrait: the page's first picture, large
    bool count_below = false;   // of the title
  };

  void fetch(const Context& context);
  void fetch_categories(const Context& context);
  void choose(std::string category);

  Layout lay_out(const ui::Canvas& canvas) const;
  void lay_out_landscape(const ui::Canvas& canvas, Layout& layout) const;
  void lay_out_portrait(const ui::Canvas& canvas, Layout& layout) const;
  void draw_title(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  Action draw_cards(ui::Canvas& canvas, const Context& context, const Layout& layout);
  bool draw_card(ui::Canvas& canvas, const Context& context, const Card& card, const Layout& layout, ui::Rect box) const;
  void draw_card_words(ui::Canvas& canvas, const Card& card, const Layout& layout, ui::Rect words) const;
  void draw_show(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  void draw_empty(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_tiles(ui::Canvas& canvas, ui::Rect row);
  std::size_t selected() const;

  std::string category_;
  std::string title_;
  std::string makers_;
  std::string count_;
  std::vector<std::string> categories_;
  std::vector<std::string> labels_;       // of the chips, 全部 first
  std::vector<Card> cards_;
  std::vector<content::RecordId> order_;  // for the product's ‹ ›

  ui::PageTurner turner_;
  bool changed_ = false;   // the filter was: fetch again before the next frame
};

}  // namespace kiosk
