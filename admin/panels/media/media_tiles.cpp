#include "admin/panels/media/media_tiles.h"

#include <algorithm>
#include <cmath>

#include "admin/desk/choice.h"
#include "admin/panels/media/media_inspector.h"

namespace admin::media {
namespace {

namespace color = desk::color;
namespace size = desk::size;

constexpr float kTileWidth = 192;
constexpr float kGap = 8;
constexpr float kWords = 62;            // below the picture
constexpr float kPicture = 125;
constexpr float kStepDown = kPicture + kWords + 13;

void draw_second_line(desk::Desk& desk, ui::Rect line, const MediaRow& row, bool is_unsaved) {
  ui::Canvas& canvas = desk.canvas();
  const std::string words = consent_words(row);
  const desk::Tone tone = consent_tone(row);
  const std::string_view topic = is_unsaved ? "没保存" : row.is_paper ? "授权书" : row.is_orphan ? "没用过" : word_of(row.topic);
  canvas.text(line, topic, desk::right(desk::small(is_unsaved ? color::kAmber : color::kInk3)));
  if (tone == desk::Tone::Red || tone == desk::Tone::Amber) {
    desk::chip(desk, {line.x, line.centre().y}, words, tone);
    return;
  }
  if (tone == desk::Tone::Pine) canvas.icon("check", {line.x + 7, line.centre().y}, 14, color::kPine, 1.3F);
  canvas.text(line.after(tone == desk::Tone::Pine ? 19 : 0), words, desk::small(tone == desk::Tone::Pine ? color::kInk2 : color::kInk3));
}

void draw_tile(desk::Desk& desk, ui::Rect tile, std::size_t place, const MediaRow& row, const TilesState& state, bool is_unsaved, TileTouch& touched) {
  ui::Canvas& canvas = desk.canvas();
  const std::string& id = row.picture.media.id.text;
  const bool on = state.selected == id;
  const bool ticked = state.ticked.contains(id);
  const std::string label = row.name + "（" + row.picture.source + "）";
  const ui::Touch touch = canvas.touch("图片 " + label, tile);
  canvas.fill(tile, touch.pressed || desk.hovers(tile) ? color::kHover : color::kPaper, 8);
  const ui::Rect picture = tile.top(kPicture);
  if (const content::MediaFile* file = row.file_for(picture.w * canvas.pixels_per_u())) {
    const content::Media& media = row.picture.media;
    const content::Blobs& blobs = desk.office().library().blobs();
    if (blobs.has(file->sha256)) {
      canvas.picture(picture, {file->sha256, blobs.path(file->sha256), file->width, file->height, media.focus_x, media.focus_y}, {.radius = 8, .round_top_only = true});
    } else {
      canvas.fill_top_round(picture, color::kRed50, 8);
      canvas.text(picture, "图片文件不在了", desk::centre(desk::second(color::kError)));
    }
  }
  canvas.outline(tile, color::kLine, 1, 8);
  if (on) canvas.outline(tile.inset(-3), color::kRed, 3, 10);
  if (touch.focused) canvas.outline(tile.inset(-5), color::kRed, 2, 12);
  canvas.text({tile.x + 12, picture.bottom() + 8, tile.w - 24, 24}, row.name, desk::words(14.5F, color::kInk, ui::Face::SansMedium));
  draw_second_line(desk, {tile.x + 12, picture.bottom() + 33, tile.w - 24, 22}, row, is_unsaved);
  const ui::Rect box{tile.x + 8, tile.y + 8, 22, 22};
  canvas.fill(box.inset(-1), color::kPaper.with_alpha(0.9F), 5);
  if (desk::checkbox(desk, "", box, ticked, "选中 " + label)) touched.ticked = place;
  else if (touch.tapped) touched.opened = place;
}

}  // namespace

TilesGrid tiles_grid(ui::Rect area) {
  TilesGrid grid{.area = area};
  grid.across = static_cast<std::size_t>(std::max(1.0F, std::floor((area.w + kGap) / (kTileWidth + kGap))));
  grid.down = static_cast<std::size_t>(std::max(1.0F, std::floor((area.h + 13) / kStepDown)));
  const float width = (area.w - kGap * static_cast<float>(grid.across - 1)) / static_cast<float>(grid.across);
  grid.tile = {width, kPicture + kWords};
  return grid;
}

TileTouch draw_tiles(desk::Desk& desk, const TilesGrid& grid, std::span<const MediaRow> rows, std::span<const std::size_t> places,
                     const TilesState& state, const std::set<std::string>& unsaved) {
  TileTouch touched;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const MediaRow& row = rows[places[i]];
    const float x = grid.area.x + (grid.tile.w + kGap) * static_cast<float>(i % grid.across);
    const float y = grid.area.y + kStepDown * static_cast<float>(i / grid.across);
    draw_tile(desk, {x, y, grid.tile.w, grid.tile.h}, places[i], row, state, unsaved.contains(row.picture.media.id.text), touched);
  }
  return touched;
}

}  // namespace admin::media
