// What the fields of one and of many pictures share: the tile, choosing from the library, files dropped on the field.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "admin/editors/fields.h"

namespace admin::editors {

inline constexpr float kPictureWide = 128, kPictureHigh = 84;

// A picture of a gallery that is moved among the others.
struct TileMove {
  std::optional<std::size_t> held;        // by the mouse
  std::size_t to = 0;                     // where it would be put down
  std::optional<std::size_t> focused;     // the tile that the keyboard is on …
  std::size_t carried = 0;                // … and where Alt and the arrows took its picture
};

struct PictureMemory final : Part {
  std::string refusal;                    // why a file of the last lot that was dropped here did not come in
  TileMove move;
};
PictureMemory& picture_memory(Work& work);

// Files dropped on the box in this frame go to the library and then into this field.
void take_files(Work& work, ui::Rect box);
bool files_on_the_way(const Work& work);
// Pictures of the lot, in the order they were dropped in, in the frame in which all of them are in; else none.
std::vector<content::MediaId> dropped_pictures(Work& work);

void ask_for_picture(Work& work, std::size_t place);
// The register and the disk are asked once a second; nullptr: there is no such picture in the register.
const LibraryPicture* look_up(Work& work, const content::MediaId& id);
void draw_picture_tile(Work& work, ui::Rect box, const content::MediaId& id);
// The field's sentence when a picture of it cannot be shown any more, or a dropped file was refused.
void complain_of_pictures(Work& work, const std::vector<content::MediaId>& ids);

FieldEdit edit_one_picture(Work& work);
FieldEdit edit_gallery(Work& work);

}  // namespace admin::editors
