// The library's left side: tabs, filters, pictures in pages, what is ticked.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "admin/panels/media/intake_strip.h"
#include "admin/panels/media/media_tiles.h"
#include "admin/workspace/media_list.h"

namespace admin::media {

// What the clerk wants of the panel.
struct ViewWish {
  bool upload = false;
  bool consents = false;                       // register a consent for all that are ticked
  std::vector<content::MediaId> trash{};
};

class MediaView {
 public:
  // The panel's own words: "consent", "orphans"; others leave the tab.
  void turn_to(std::string_view view);
  // Something new came in: everything, the newest first.
  void show_newest();
  // After the list was read.
  void find(const MediaList& list);

  ViewWish draw(desk::Desk& desk, ui::Rect area, const MediaList& list, const std::set<std::string>& unsaved, IntakeStrip& intake);

  const std::vector<std::size_t>& found() const { return found_; }
  const std::string& selected() const { return state_.selected; }
  void select(const content::MediaId& id) { state_.selected = id.text; }
  void close() { state_.selected.clear(); }
  std::vector<content::MediaId> ticked() const;

 private:
  void draw_title(desk::Desk& desk, ui::Rect row, const MediaList& list, ViewWish& wish) const;
  void draw_tabs(desk::Desk& desk, ui::Rect row, const MediaList& list);
  void draw_filters(desk::Desk& desk, ui::Rect row, const MediaList& list);
  void draw_pictures(desk::Desk& desk, const TilesGrid& grid, const MediaList& list, const std::set<std::string>& unsaved);
  bool draw_search(desk::Desk& desk, ui::Rect box);   // true: it reads otherwise now
  void draw_empty(desk::Desk& desk, ui::Rect area, const MediaList& list, ViewWish& wish);
  void draw_foot(desk::Desk& desk, ui::Rect row, std::size_t page_rows, const MediaList& list, ViewWish& wish);
  void draw_ticked(desk::Desk& desk, ui::Rect row, const MediaList& list, ViewWish& wish);
  void walk(desk::Desk& desk, const TilesGrid& grid, const MediaList& list);

  MediaFilter filter_;
  std::size_t tab_ = 0;
  std::vector<std::size_t> found_;
  std::size_t page_ = 0;
  TilesState state_;
};

}  // namespace admin::media
