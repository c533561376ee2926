// What the street editor works on: one street's shops as the database has them, which one is chosen, what the arrow keys are
// about to move. Every act is written at once, with its step to undo.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/panels/street/street_canvas.h"
#include "admin/workspace/street_plan.h"
#include "content/record.h"
#include "kiosk/ui/picture.h"

namespace admin {

class StreetWork {
 public:
  // The street with most shops first.
  explicit StreetWork(desk::Desk& desk);

  // Once a frame: what colleagues and the undo keys did since.
  void follow(desk::Desk& desk, float aspect);
  void open(const content::RecordId& street);
  void choose(desk::Desk& desk, const content::RecordId& shop);

  const std::vector<const content::Record*>& streets() const { return streets_; }
  const content::RecordId& street() const { return street_; }
  const std::vector<StreetShop>& shops() const { return shops_; }
  const std::vector<StreetLabel>& labels() const { return labels_; }
  const ui::PictureSource& diagram() const { return diagram_; }
  const std::vector<std::pair<std::size_t, std::size_t>>& near() const { return near_; }
  bool is_near(std::size_t shop) const;
  std::size_t on_map() const;
  const content::RecordId& chosen() const { return chosen_; }
  std::optional<std::size_t> chosen_place() const { return place_of(chosen_); }
  std::optional<std::size_t> place_of(const content::RecordId& id) const;
  static bool may_edit(desk::Desk& desk) { return desk.office().may(Right::Edit); }

  // True when it was written.
  bool put(desk::Desk& desk, const content::RecordId& shop, std::optional<MapSpot> spot);
  void take_off(desk::Desk& desk, std::size_t shop);
  void spread(desk::Desk& desk, float aspect);
  void undo(desk::Desk& desk);
  // Placed shops that nobody has sent to review.
  std::vector<content::RecordId> unsent() const;
  void send(desk::Desk& desk, const std::vector<content::RecordId>& shops);

  // Moves the chosen shop in steps; written when the keys have rested, or something else happens.
  void nudge(desk::Desk& desk, float steps_x, float steps_y, float aspect);
  void write_nudge(desk::Desk& desk);

 private:
  struct Nudge {
    content::RecordId shop;
    MapSpot spot;
    double at = 0;
  };

  content::RecordId street_;
  content::RecordId chosen_;
  std::int64_t version_ = 0;                      // of the records that the rest was read from; 0: read anew
  std::vector<const content::Record*> streets_;
  std::vector<StreetShop> shops_;                 // with the nudge in it
  std::vector<StreetLabel> labels_;
  ui::PictureSource diagram_;
  std::vector<std::pair<std::size_t, std::size_t>> near_;
  std::optional<Nudge> nudge_;
};

}  // namespace admin
