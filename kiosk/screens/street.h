// Which shops on this street honour soldiers and families, and where are they? List and map are one object.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/screen.h"
#include "kiosk/screens/street_shops.h"
#include "kiosk/ui/page_turner.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/widgets/page_frame.h"
#include "kiosk/widgets/street_map.h"

namespace kiosk {

class StreetScreen final : public Screen {
 public:
  // The record is a street, or a merchant that is then selected on its street; none: the street where the screen stands.
  explicit StreetScreen(Target target) : target_(std::move(target)) { filter_.category = target_.filter; }

  std::string_view name() const override { return "street"; }
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;

 private:
  enum class Sheet { None, Street, Category, Who, Spot };

  struct Row {
    content::RecordId id;
    content::RecordId street;
    std::string label;     // of the touch
    std::string number;
    std::string name;
    std::string offer;
    bool offer_chinese = false;
    std::string distance;
    std::string state;     // 营业中, 休息中 or nothing
    bool open = false;
    bool closed = false;
    std::string address;
    std::string way;       // 出门右转，步行 2 分钟
    bool any_province = false;
    content::MediaId picture;
    std::optional<MapPoint> at;
    std::string pin_label;
  };
  struct Coverage {
    ui::Coverage meter;
    std::string signed_count;
    std::string of_all;     // " / 86 家已签约"
    std::string percent;
    std::string target;
  };
  struct Option {
    std::string label;
    int shops = 0;
  };
  struct Lift {             // a button of the empty list: lifts one filter
    std::string_view icon;
    std::string label;      // 不限“营业中”
    std::string rest;       // the filters that stay: 胜利里 ・ 影院
    std::string count;
    StreetFilter filter;
  };
  // The filters' row. Widths of street, category, who, open, clear; 0 = not shown.
  struct Chips {
    ui::Rect row;
    std::array<float, 5> widths{};
    float gap = 14;
    bool tiles = false;
    bool own_row = false;   // above the shelf, where pager and filters do not fit one row
    ui::Rect clear;         // 清除 in the pager's row, where this one is full; empty: last of this row
  };
  // All in u, computed for one frame.
  struct Layout {
    PageAreas areas;
    float title_room = 0;
    bool stacked = false;   // the coverage stands below the title instead of beside it
    ui::Rect coverage;
    Chips chips;
    ui::Rect list;          // with the selected row's plane
    float row_height = 136;
    int rows_per_page = 1;
    ui::Rect map;
    ui::Rect card;          // of the selected shop; empty: no room
    std::array<ui::Point, 3> buttons{};
    float button_radius = 40;
    float map_foot = 0;
    float shelf_left = 0;   // of portrait's first shelf row: behind the map's buttons
  };

  bool choose_street(const Context& context);
  void lift_what_hides(const Context& context) const;
  void fetch(const Context& context);
  void fetch_rows(const Context& context);
  void fetch_coverage(const Context& context);
  void fetch_options(const Context& context);
  void fetch_lifts(const Context& context);
  std::string missing_words(const Context& context) const;
  std::string rest_words(const Context& context, const StreetFilter& filter) const;
  std::string street_word(const Context& context, const content::RecordId& street) const;
  Row make_row(const Context& context, const content::Merchant& merchant, std::size_t index) const;
  void show_on_map(const Context& context);

  Layout lay_out(ui::Canvas& canvas, const Context& context) const;
  void lay_out_landscape(Layout& layout, bool large) const;
  void lay_out_portrait(Layout& layout, const ui::Canvas& canvas) const;
  void lay_out_header(Layout& layout, const ui::Canvas& canvas, const Context& context) const;
  std::array<float, 5> tile_widths(const ui::Canvas& canvas, const Texts& texts) const;
  float clear_beside_count(ui::Canvas& canvas, const Texts& texts, ui::Rect row) const;
  Chips lay_out_chips(ui::Canvas& canvas, const Context& context, const PageAreas& areas) const;
  float coverage_width(const ui::Canvas& canvas, const Context& context, float scale) const;
  int page_count(const Layout& layout) const;
  void select(std::size_t row);
  std::size_t selected_row() const;
  std::optional<std::size_t> selected_pin() const;
  bool filtered() const { return !filter_.category.empty() || filter_.who || filter_.open_now_only; }
  bool shows_clear() const;
  void follow_page(int rows_per_page);
  void show_page_of_selected(const Layout& layout);
  Action open_selected() const;

  void draw_title(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  void draw_coverage(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  void draw_coverage_apart(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  Action draw_list(ui::Canvas& canvas, const Context& context, const Layout& layout);
  bool draw_row(ui::Canvas& canvas, const Context& context, const Row& row, ui::Rect box, bool last) const;
  void draw_row_words(ui::Canvas& canvas, const Context& context, const Row& row, ui::Rect area, ui::Color words, ui::Color offer) const;
  void draw_empty(ui::Canvas& canvas, const Context& context, const Layout& layout);
  float draw_empty_words(ui::Canvas& canvas, ui::Rect area) const;
  void draw_lifts(ui::Canvas& canvas, const Context& context, ui::Rect area);
  bool draw_lift(ui::Canvas& canvas, const Lift& lift, ui::Rect box) const;
  Action draw_map(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_map_note(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  bool draw_card(ui::Canvas& canvas, const Context& context, const Row& row, ui::Rect card) const;
  void draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_chips(ui::Canvas& canvas, const Context& context, const Chips& chips);
  void clear_filters(Visitor& visitor);
  void draw_sheet(ui::Canvas& canvas, const Context& context);
  void draw_spot_sheet(ui::Canvas& canvas, const Context& context);
  void choose(std::size_t option, Visitor& visitor);

  Target target_;
  StreetFilter filter_;
  std::string street_name_;
  std::string street_value_;
  std::string category_value_;
  std::string who_value_;
  std::string count_landscape_;
  std::string count_portrait_;
  std::string open_only_tile_;
  std::string empty_words_;
  Coverage coverage_;
  std::vector<Row> rows_;
  std::vector<Lift> lifts_;
  std::vector<content::RecordId> street_ids_;   // the first is empty: all streets
  std::vector<Option> street_options_;
  std::vector<std::string> categories_;
  std::vector<Option> category_options_;
  std::vector<Option> who_options_;

  content::RecordId selected_;
  content::RecordId map_street_;   // whose diagram shows
  bool entered_ = false;
  bool page_to_selected_ = true;
  std::optional<StreetFilter> lifted_;   // an empty list's button was tapped
  std::optional<int> pending_page_;
  int page_ = 0;
  ui::PageTurner turner_;
  StreetMap map_;
  Sheet sheet_ = Sheet::None;
  int sheet_page_ = 0;
  std::vector<std::size_t> spot_;  // rows that stand on one spot
  bool changed_ = false;           // the filter was: fetch again before the next frame
};

}  // namespace kiosk
