// What the fields of one and of many pictures share: the tile, choosing from the library, files dropped on the field.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "admin/editors/fields.h"
#include "admin/workspace/picture_intake.h"

namespace admin::editors {

inline constexpr float kPictureWide = 128, kPictureHigh = 84;

// Files on their way into the library and from there into the field that they were dropped on.
class PictureDrop {
 public:
  // Takes what was dropped on the box in this frame; several only where there is room for several.
  void take(Work& work, ui::Rect box);
  // Once a frame. All pictures of the lot, in the order they were dropped in, when the last of them is in; until then none.
  std::vector<content::MediaId> settle(Work& work);
  bool busy() const { return intake_ != nullptr && busy_; }
  // Why the first of the lot that was refused did not come in; empty: all did. Until the next lot.
  const std::string& refusal() const { return refusal_; }

 private:
  std::unique_ptr<PictureIntake> intake_;   // made with the first lot
  std::vector<IntakeItem> settled_;
  std::string refusal_;
  bool busy_ = false;
};

// A picture of a gallery that is moved among the others.
struct TileMove {
  std::optional<std::size_t> held;        // by the mouse
  std::size_t to = 0;                     // where it would be put down
  std::optional<std::size_t> focused;     // the tile that the keyboard is on …
  std::size_t carried = 0;                // … and where Alt and the arrows took its picture
};

struct PictureMemory final : Part {
  PictureDrop drop;
  TileMove move;
};
PictureMemory& picture_memory(Work& work);

void ask_for_picture(Work& work, std::size_t place);
// The register and the disk are asked once a second; nullptr: there is no such picture in the register.
const LibraryPicture* look_up(Work& work, const content::MediaId& id);
void draw_picture_tile(Work& work, ui::Rect box, const content::MediaId& id);
// The field's sentence when a picture of it cannot be shown any more, or a dropped file was refused.
void complain_of_pictures(Work& work, const std::vector<content::MediaId>& ids);

FieldEdit edit_one_picture(Work& work);
FieldEdit edit_gallery(Work& work);

}  // namespace admin::editors
