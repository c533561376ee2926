// The foot of the library while pictures come in: how many, what was refused and why.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/workspace/picture_intake.h"

namespace admin::media {

class IntakeStrip {
 public:
  explicit IntakeStrip(const std::filesystem::path& office_db);

  void add(std::vector<std::filesystem::path> files, std::optional<content::MediaId> replaces = {});
  // Enters what is ready; answers the pictures that came in since the last call. Tells the outcome when all are done.
  std::vector<content::MediaId> settle(desk::Desk& desk);
  // False when there is nothing to say: the foot is the list's.
  bool draw(desk::Desk& desk, ui::Rect row);
  bool busy() const;
  std::size_t left() const { return intake_->left(); }   // files

 private:
  void tell(desk::Desk& desk);

  std::unique_ptr<PictureIntake> intake_;
  int kept_ = 0;
  int known_ = 0;
  std::vector<IntakeItem> refused_;        // of the last lot, until somebody has read them
  bool was_busy_ = false;
};

}  // namespace admin::media
