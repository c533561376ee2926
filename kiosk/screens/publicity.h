// What the city says about the campaign: where it stands, then its articles, the lead first.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/screen.h"
#include "kiosk/ui/page_turner.h"
#include "kiosk/widgets/page_frame.h"
#include "kiosk/widgets/timeline.h"

namespace kiosk {

class PublicityScreen final : public Screen {
 public:
  explicit PublicityScreen(Target target);

  std::string_view name() const override { return "publicity"; }
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;

 private:
  struct Entry {
    content::RecordId id;
    content::ArticleCategory category = content::ArticleCategory::Activity;
    std::string label;       // for the touch
    std::string title;
    std::string meta;        // 7 月 28 日 ・ 约 3 分钟
    std::string lead_meta;   // 江滩双拥街走访记 ・ 7 月 29 日 ・ 约 4 分钟
    content::MediaId picture;
    bool lead = false;
    bool chinese = false;    // on an English page
  };
  // How the entries are spread over pages of this size.
  struct Grid {
    ui::Rect area;           // of one page
    std::size_t first = 4;   // entries on the first page, with the large one
    std::size_t others = 4;  // on each further one
    std::size_t columns = 1; // of the further pages
    float row = 152;         // first page
    float other_row = 152;
    bool with_lead = true;   // low reach has none: it is above, to look at
    float lead_width = 0;    // landscape
    float rule = 0;          // portrait: y of the line under the large one
  };

  bool in_scope(const content::Article& article, const Context& context) const;
  void fetch_chips(const Context& context);
  void fetch_entries(const Context& context);
  void choose(std::optional<content::ArticleCategory> category, const Context& context);

  static float lead_words(const ui::Canvas& canvas);   // height of the words below the large one's picture
  float list_top(const ui::Canvas& canvas, const PageAreas& areas) const;
  Grid grid(const ui::Canvas& canvas, const PageAreas& areas) const;
  void keep_place(ui::Canvas& canvas, const Grid& grid);
  int page_count(const Grid& grid) const;
  Action draw_list(ui::Canvas& canvas, const Context& context, const PageAreas& areas, const Grid& grid);
  Action draw_first_page(ui::Canvas& canvas, const Context& context, const Grid& grid) const;
  Action draw_other_page(ui::Canvas& canvas, const Context& context, const Grid& grid, std::size_t page) const;
  Action draw_lead_card(ui::Canvas& canvas, const Context& context, const Entry& entry, ui::Rect card) const;
  Action draw_lead_banner(ui::Canvas& canvas, const Context& context, const Entry& entry, ui::Rect picture) const;
  void draw_lead_to_look_at(ui::Canvas& canvas, const Context& context, const PageAreas& areas) const;
  void draw_lead_words(ui::Canvas& canvas, const Context& context, const Entry& entry, ui::Rect words, float size) const;
  void draw_lead_meta(ui::Canvas& canvas, const Context& context, const Entry& entry, ui::Rect row) const;
  Action draw_row(ui::Canvas& canvas, const Context& context, const Entry& entry, ui::Rect row, ui::Size picture) const;
  void draw_empty(ui::Canvas& canvas, const Context& context, ui::Rect area);
  void draw_shelf(ui::Canvas& canvas, const Context& context, const PageAreas& areas, const Grid& grid);
  void draw_tiles(ui::Canvas& canvas, const Context& context, ui::Rect row);
  Action open(const Entry& entry) const;

  Target target_;
  std::optional<content::ArticleCategory> chosen_;
  std::string title_;
  std::string note_;
  std::string count_;
  std::vector<TimelineStage> stages_;
  std::vector<std::string> chips_;                                         // 全部 first
  std::vector<std::optional<content::ArticleCategory>> chip_categories_;   // of the chips
  std::vector<Entry> entries_;
  std::vector<content::RecordId> ids_;                                     // of the entries
  ui::PageTurner turner_;
  std::size_t paged_first_ = 0;    // what the turner's pages were made of
  std::size_t paged_others_ = 0;
};

}  // namespace kiosk
