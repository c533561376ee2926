// Pieces of panels that show previews: one with its chips (inspector, review), two to compare (publish), and the large view
// over the window in which one may touch the kiosk.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admin/desk/calendar.h"
#include "admin/desk/desk.h"
#include "admin/preview/preview.h"

namespace admin {

// How the clerk wants to see it.
struct PreviewLook {
  bool portrait = false;
  bool large_text = false;
  bool high_contrast = false;
  bool english = false;
  std::optional<content::Day> day{};   // nullopt: today
};

// What is shown; `body` is copied when it changed.
struct PreviewSubject {
  content::Kind kind = content::Kind::City;
  content::RecordId record{};
  const nlohmann::json* body = nullptr;   // a draft; null: as the base has it
  std::string_view field{};               // being written
  PreviewBase base = PreviewBase::Approved;
};

PreviewWish preview_wish(const PreviewSubject& subject, const PreviewLook& look, content::LocalMinute now);
// The city's clock as the office has it.
content::LocalMinute city_minute(const Workspace& office);

// 横屏 竖屏 大字 高对比 EN and the day, right-aligned in a row 28 high. Keeps the calendar while it is open.
class PreviewChips {
 public:
  // Answers the x left of the chips.
  float draw(desk::Desk& desk, ui::Rect row, PreviewLook& look);

 private:
  void draw_day(desk::Desk& desk, ui::Rect box, PreviewLook& look);
  std::shared_ptr<desk::Calendar> calendar_;
};

class PreviewCard {
 public:
  // Each place of the window has a name of its own: "inspector", "review".
  explicit PreviewCard(std::string place) : place_(std::move(place)) {}

  // Picture as wide as the area (upright: as high as it may be), chips, and a sentence when the screens do not show the record
  // that day. Answers the height. A click opens the large view; the panel calls enlarge() for the space bar.
  float draw(desk::Desk& desk, ui::Rect area, const PreviewSubject& subject);
  void enlarge(desk::Desk& desk);
  PreviewLook& look() { return *look_; }
  // Still on its way to what draw() was last asked for.
  bool pending(desk::Desk& desk) const;

 private:
  float draw_not_shown(desk::Desk& desk, ui::Rect row, const NotShown& why);

  std::string place_;
  std::shared_ptr<PreviewLook> look_ = std::make_shared<PreviewLook>();
  PreviewChips chips_;
  PreviewWish wish_;
};

// Now and after, side by side, what differs framed in amber.
class PreviewPair {
 public:
  struct Titles {
    std::string_view before = "现在", before_note{}, after = "发布后", after_note{};
  };
  // Answers the height. Both show the same record: as on the screens now, and as approved (or as `after.body` has it).
  float draw(desk::Desk& desk, ui::Rect area, const PreviewSubject& before, const PreviewSubject& after, const Titles& titles);
  bool pending(desk::Desk& desk) const;
  // In u of the kiosk; what was framed last.
  const std::vector<ui::Rect>& framed() const { return frames_; }

 private:
  void compare(Preview& before, Preview& after);

  PreviewLook look_;
  PreviewChips chips_;
  std::vector<ui::Rect> frames_;
  bool published_ = false;        // there is a release on the screens
  std::uint64_t before_version_ = 0;
  std::uint64_t after_version_ = 0;
};

// Over the window; Escape or the space bar closes it.
std::unique_ptr<desk::Layer> make_large_preview(PreviewWish wish, std::shared_ptr<PreviewLook> look);

}  // namespace admin
