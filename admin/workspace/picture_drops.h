// Pictures dropped on a field of a record: through the library into the field, whatever the clerk looks at meanwhile.
//
//   add() → settle() in every frame enters what is ready into the library → the field, when it is drawn, take()s its lot
//
// A lot whose field is not drawn when the last picture is in waits for it as long as its person works here. Nothing waits on the
// main thread. Main thread only.
#pragma once

#include <compare>
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "admin/workspace/picture_intake.h"
#include "admin/workspace/workspace.h"
#include "content/record.h"

namespace admin {

class PictureDrops {
 public:
  // A field; `record` is a new one's provisional id, and empty where no record is meant (many at once).
  struct Place {
    content::RecordId record;
    std::string field;
    auto operator<=>(const Place&) const = default;
  };
  // Whole: every picture is in, or refused.
  struct Lot {
    std::vector<content::MediaId> pictures;   // as they were dropped, folders by name
    std::string refusal;                      // why the first that was refused did not come in; empty: none was
  };

  explicit PictureDrops(Workspace& office) : office_(office) {}

  // Files or folders, by the person who is signed in; they join the lot of that field that is on its way.
  void add(const Place& place, const std::vector<std::filesystem::path>& files);
  bool busy(const Place& place) const;
  // The lot of this field, once.
  std::optional<Lot> take(const Place& place);
  // A new record was saved, or a draft got another id.
  void move(const content::RecordId& from, const content::RecordId& to);

  // Enters what is ready. Answers the places whose lots nobody has taken since the last call but one: not drawn now. Each once; lots
  // without a record are given up then, their pictures lie in the library.
  std::vector<std::pair<Place, Lot>> settle();
  // Some are on their way: call settle() again soon.
  bool any_busy() const;
  // Files that are not in yet.
  std::size_t left() const;

 private:
  static constexpr int kLooks = 3;   // settle() after which a whole lot's field is not drawn: a frame lies between
  struct OnTheWay {
    std::unique_ptr<PictureIntake> intake;
    std::vector<IntakeItem> items;             // settled
    std::string person;
    Lot before;                                // that was whole when more came
    std::optional<Lot> lot;                    // whole
    int looks = 0;                             // settle() since it is whole
  };
  void enter(OnTheWay& one);

  Workspace& office_;
  std::map<Place, OnTheWay> on_the_way_;
};

}  // namespace admin
