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
  enum class Sheet { None, Street, Category, Who };

  struct Row {
    content::RecordId id;
    std::string label;     // of the touch
    std::string number;
    std::string name;
    std::string offer;
    std::string distance;
    std::string state;     // 营业中, 休息中 or nothing
    bool open = false;
    bool closed = false;
    std::string where;     // address and the way there
    std::string walk;      // the way alone, for a narrow card
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
  struct Lift {             // a button of the empty list
    std::string label;
    StreetFilter filter;
  };
  // All in u, computed for one frame.
  struct Layout {
    PageAreas areas;
    ui::Rect list;          // with the selected row's plane
    float row_height = 136;
    int rows_per_page = 1;
    ui::Rect map;
  };

  bool choose_street(const Context& context);
  void fetch(const Context& context);
  void fetch_rows(const Context& context);
  void fetch_coverage(const Context& context, const content::Street& street);
  void fetch_options(const Context& context);
  void fetch_lifts(const Context& context, const content::Street& street);
  Row make_row(const Context& context, const content::Merchant& merchant, std::size_t index) const;

  Layout lay_out(const ui::Canvas& canvas) const;
  void select(std::size_t row);
  std::size_t selected_row() const;
  void follow_page(int rows_per_page);
  void show_page_of_selected(int rows_per_page);
  Action open_selected() const;

  void draw_header_title(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  void draw_coverage(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  Action draw_list(ui::Canvas& canvas, const Layout& layout);
  bool draw_row(ui::Canvas& canvas, const Row& row, ui::Rect box, bool selected, bool last) const;
  void draw_empty(ui::Canvas& canvas, const Layout& layout);
  Action draw_map(ui::Canvas& canvas, const Context& context, const Layout& layout);
  bool draw_card(ui::Canvas& canvas, const Context& context, const Row& row, ui::Rect card) const;
  void draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_chips(ui::Canvas& canvas, const Context& context, ui::Rect row, bool tiles);
  std::array<float, 4> chip_widths(ui::Canvas& canvas, const Context& context) const;
  std::array<float, 4> tile_widths(ui::Canvas& canvas, const Context& context, float room) const;
  void draw_sheet(ui::Canvas& canvas, const Context& context);
  void choose(std::size_t option, Visitor& visitor);

  Target target_;
  StreetFilter filter_;
  std::string street_name_;
  std::string street_short_;
  std::string category_value_;
  std::string who_value_;
  std::string count_landscape_;
  std::string count_portrait_;
  std::string open_only_tile_;
  std::string empty_words_;
  Coverage coverage_;
  std::vector<Row> rows_;
  std::vector<Lift> lifts_;
  std::vector<content::RecordId> street_ids_;
  std::vector<Option> street_options_;
  std::vector<std::string> categories_;
  std::vector<Option> category_options_;
  std::vector<Option> who_options_;

  content::RecordId selected_;
  bool entered_ = false;
  bool page_to_selected_ = true;
  std::optional<StreetFilter> lifted_;   // an empty list's button was tapped
  std::optional<int> pending_page_;
  int page_ = 0;
  ui::PageTurner turner_;
  StreetMap map_;
  Sheet sheet_ = Sheet::None;
  int sheet_page_ = 0;
  bool changed_ = false;           // the filter was: fetch again before the next frame
};

}  // namespace kiosk
