// What can I use, here and now? Who I am, which offers apply, nearest first, and what to show for them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/can_use_rules.h"
#include "kiosk/screen.h"
#include "kiosk/screens/can_use_detail.h"
#include "kiosk/ui/page_turner.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/widgets/page_frame.h"

namespace kiosk {

class CanUseScreen final : public Screen {
 public:
  // target.filter: who the visitor is, as a body spells it ("veteran"); empty: as chosen before.
  explicit CanUseScreen(Target target) : target_(std::move(target)) {}

  std::string_view name() const override { return "what-can-i-use"; }
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;

 private:
  enum class Sheet { None, Others, Filters, Category };

  static constexpr std::size_t kTiles = 5;   // four groups and the others

  struct Row {
    content::RecordId merchant;
    std::size_t offer_index = 0;
    std::string label;       // of the touch
    std::string number;
    std::string offer;
    bool chinese = false;    // the offer, shown to an English visitor
    std::string shop;
    std::string proof;
    std::string distance;
    std::string until;       // 至 21:30, 24 小时, 休息中 or nothing
    bool open = false;
    bool on_map = false;
  };
  struct Lift {
    std::string label;
    CanUseFilter filter;
  };
  // All in u, computed for one frame.
  struct Layout {
    PageAreas areas;
    ui::Rect who;                 // the tiles
    int who_columns = 1;
    int who_rows = 1;
    bool who_label = false;       // 我是 above the tiles
    ui::Rect list;
    int list_columns = 1;
    int rows_per_column = 1;
    float row_height = 140;
    float offer_line = 0;         // u, of a row: the offer, in two lines where some is long
    float shop_line = 0;          // the same of the shop's name
    float proof_line = 0;         // 0: beside the shop where it fits there; else the detail tells it
    ui::Rect detail;
    bool detail_touchable = false;
    ui::Rect filters;             // the chips' row
    ui::Rect pager;
    ui::Rect go;                  // 带我去; empty: no room, the shop's page has it
    int per_page() const { return list_columns * rows_per_column; }
    float words_height() const { return offer_line + shop_line + proof_line; }
  };

  // can_use_fetch.cpp: from the content to words.
  void fetch(const Context& context);
  void fetch_words(const Context& context, std::size_t count);
  void keep_selection(std::size_t before);
  void fetch_lifts(const Context& context);
  void fetch_filters(const Context& context);
  Row make_row(const Context& context, const UsableOffer& usable, std::size_t index) const;
  void show_detail(const Context& context);

  // can_use_layout.cpp
  Layout lay_out(ui::Canvas& canvas, const Context& context) const;
  void lay_out_landscape(const ui::Canvas& canvas, Layout& layout) const;
  void lay_out_portrait(const ui::Canvas& canvas, Layout& layout) const;
  void lay_out_rows(const ui::Canvas& canvas, Layout& layout) const;
  void lay_out_columns(const ui::Canvas& canvas, Layout& layout) const;
  static void tighten(const ui::Canvas& canvas, Layout& layout);
  bool second_line_fits(const ui::Canvas& canvas, float width) const;
  float longest_tile(const ui::Canvas& canvas) const;

  void choose_tile(std::size_t tile, Visitor& visitor);
  void filter_changed();
  void select(std::size_t row);
  void follow_page(int per_page);
  std::size_t selected_row() const;
  Action open_shop() const;

  void draw_head(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  void draw_who(ui::Canvas& canvas, const Context& context, const Layout& layout);
  bool draw_tile(ui::Canvas& canvas, std::size_t tile, ui::Rect box, bool selected) const;
  Action draw_list(ui::Canvas& canvas, const Context& context, const Layout& layout);
  bool draw_row(ui::Canvas& canvas, const Context& context, const Row& row, ui::Rect box, const Layout& layout, bool last) const;
  void draw_row_words(ui::Canvas& canvas, const Context& context, const Row& row, ui::Rect box, const Layout& layout, bool selected) const;
  void draw_empty(ui::Canvas& canvas, const Layout& layout);
  Action draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_filters(ui::Canvas& canvas, const Context& context, ui::Rect row);
  void draw_sheet(ui::Canvas& canvas, const Context& context);
  void choose_in_sheet(std::size_t row, Visitor& visitor);

  Target target_;
  CanUseFilter filter_;                       // who: the visitor's
  std::string title_;
  std::string note_;                          // 退役军人现在能用 46 项，从最近的排起
  std::string short_note_;                    // 46 项
  std::array<std::string, kTiles> tiles_;
  std::size_t tile_ = kTiles;                 // the chosen one; kTiles: none
  std::string category_value_;
  std::string filters_value_;
  std::string empty_words_;
  std::vector<Row> rows_;
  std::vector<Lift> lifts_;
  std::vector<std::string> categories_;
  std::vector<ui::SheetRow> category_rows_;   // 全部 first
  std::vector<ui::SheetRow> other_rows_;      // 残疾军人 …
  std::vector<ui::SheetRow> filter_rows_;
  OfferDetail detail_;

  content::RecordId selected_;
  std::size_t selected_offer_ = 0;
  int page_ = 0;
  ui::PageTurner turner_;
  Sheet sheet_ = Sheet::None;
  int sheet_page_ = 0;
  std::optional<CanUseFilter> lifted_;        // an empty list's button was tapped
  bool changed_ = false;                      // fetch again before the next frame
  bool reselected_ = false;                   // another row: its detail is to be told
};

}  // namespace kiosk
