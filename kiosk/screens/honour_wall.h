// Who is honoured here? The person of the week, then everybody else as equals: no ranking, by pinyin.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/screen.h"
#include "kiosk/ui/page_turner.h"
#include "kiosk/widgets/card_grid.h"
#include "kiosk/widgets/page_frame.h"

namespace kiosk {

class HonourWallScreen final : public Screen {
 public:
  // target.filter: the number of a content::FigureCategory in text, empty = all.
  explicit HonourWallScreen(Target target);

  std::string_view name() const override { return "honour-wall"; }
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;

 private:
  enum class Sheet { None, Category, Year };

  struct Filter {
    std::optional<content::FigureCategory> category;
    std::optional<int> year;
    bool any() const { return category || year; }
  };
  struct Card {
    content::RecordId id;
    std::string label;       // of the touch
    std::string name;
    std::string category;
    bool martyr = false;
    content::MediaId portrait;
  };
  struct Featured {
    Card card;
    std::string line;        // 本周人物 ・ 兵妈妈
    std::string voice;
    bool chinese = false;    // the voice is, for an English visitor
    std::int64_t count = 0;  // of tributes on this screen
    std::string tributes;    // "12,846", empty when nobody has yet
    std::string tributes_words;
  };
  struct Lift {              // a button of the empty list
    std::string label;
    Filter filter;
  };
  struct Layout {
    PageAreas areas;
    ui::Rect featured;
    bool to_look_at = false;   // low reach: the person of the week is the first card, and only shown above
    bool beside = false;       // their plate stands right of the picture, not below it
    CardGrid grid;
  };

  bool passes(const content::Figure& figure, const Filter& filter) const;
  void fetch(const Context& context);
  void fetch_cards(const Context& context);
  void fetch_tributes(const Context& context);
  void fetch_filters(const Context& context);
  void fetch_lifts(const Context& context);
  Card make_card(const Context& context, const content::Figure& figure) const;
  void arrange(std::size_t per_page, bool with_featured);
  Action open(const Card& card) const;
  void choose(Filter filter);

  // honour_wall.cpp
  Layout lay_out(const ui::Canvas& canvas) const;
  void lay_out_landscape(const ui::Canvas& canvas, Layout& layout) const;
  void lay_out_portrait(const ui::Canvas& canvas, Layout& layout) const;
  void draw_title(ui::Canvas& canvas, const Context& context, const PageAreas& areas) const;
  Action draw_cards(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_empty(ui::Canvas& canvas, const Layout& layout);
  void draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_chips(ui::Canvas& canvas, const Context& context, ui::Rect row);
  void draw_tiles(ui::Canvas& canvas, const Context& context, ui::Rect row);
  bool draw_martyr_tile(ui::Canvas& canvas, const Context& context, ui::Rect box) const;
  void draw_sheet(ui::Canvas& canvas, const Context& context);

  // honour_wall_parts.cpp
  Action draw_featured(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  void draw_featured_words(ui::Canvas& canvas, const Context& context, ui::Rect box, bool beside, bool opens) const;
  float draw_featured_name(ui::Canvas& canvas, ui::Rect words, float y, bool beside) const;
  void draw_featured_voice(ui::Canvas& canvas, const Context& context, ui::Rect words, bool beside) const;
  bool draw_card(ui::Canvas& canvas, const Context& context, const Card& card, ui::Rect box) const;
  void draw_card_words(ui::Canvas& canvas, const Card& card, ui::Rect box) const;

  Filter filter_;
  std::string title_;
  std::string count_;
  std::string per_page_;
  std::optional<Featured> featured_;
  std::vector<Card> cards_;                               // as the city orders them, without the person of the week
  std::vector<Card> shown_;                               // as they stand on the pages
  std::size_t arranged_for_ = 0;                          // cards a page; 0: not yet
  bool arranged_with_featured_ = false;
  std::vector<content::RecordId> order_;                  // as on the wall: for the figure's ‹ ›
  std::vector<content::FigureCategory> categories_;       // those with figures
  std::vector<std::string> category_labels_;              // 全部 first
  std::vector<std::string> category_counts_;              // how many each leaves: 12 位
  std::vector<int> years_;                                // newest first
  std::vector<std::string> year_labels_;                  // 全部 first
  std::vector<std::string> year_counts_;
  std::string empty_words_;
  std::vector<Lift> lifts_;

  ui::PageTurner turner_;
  Sheet sheet_ = Sheet::None;
  int sheet_page_ = 0;
  bool changed_ = false;   // the filter was: fetch again before the next frame
};

}  // namespace kiosk
