// The library's pictures as tiles in pages: picture, name, the consent's state as the second line.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/workspace/media_list.h"

namespace admin::media {

struct TilesGrid {
  ui::Rect area;
  std::size_t across = 1;
  std::size_t down = 1;
  ui::Size tile{};
  std::size_t page_rows() const { return across * down; }
};
TilesGrid tiles_grid(ui::Rect area);

struct TilesState {
  std::string selected;                 // id of the one in the inspector
  std::set<std::string> ticked;         // ids
};
struct TileTouch {
  std::optional<std::size_t> opened;    // place in the rows
  std::optional<std::size_t> ticked;
};
// `places` of one page. `unsaved` ids carry a mark.
TileTouch draw_tiles(desk::Desk& desk, const TilesGrid& grid, std::span<const MediaRow> rows, std::span<const std::size_t> places,
                     const TilesState& state, const std::set<std::string>& unsaved);

}  // namespace admin::media
