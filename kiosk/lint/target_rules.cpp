#include <algorithm>
#include <vector>

#include "kiosk/lint/geometry.h"
#include "kiosk/lint/numbers.h"
#include "kiosk/lint/rules.h"

namespace kiosk::lint {
namespace {

constexpr float kLeast = 64;        // u: the design's floor for anything touchable
constexpr float kSlack = 1.5F;      // u: edges lie on whole pixels
constexpr float kShared = 8;        // u: hit areas reach half-way into the gap, a little more does no harm
constexpr float kWholeScreen = 0.9F;

std::string by(double w, double h) { return number(w) + " x " + number(h) + " u"; }

// What can be seen of items that answer now, bottom to top.
std::vector<const ui::LoggedItem*> live(const Sight& sight) {
  std::vector<const ui::LoggedItem*> items;
  for (const ui::LoggedItem& item : sight.items) {
    if (!item.behind && item.seen.w > 0 && item.seen.h > 0) items.push_back(&item);
  }
  return items;
}

// Of the item, what no later item takes away.
ui::Rect left_of(const std::vector<const ui::LoggedItem*>& items, std::size_t index) {
  std::vector<ui::Rect> covers;
  for (std::size_t later = index + 1; later < items.size(); ++later) covers.push_back(items[later]->seen);
  return widest_rest(items[index]->seen, covers);
}

// The whole item has the design's floor; what others leave of it is at least wide enough for a finger.
void check_size(const Sight& sight, const ui::LoggedItem& item, ui::Rect rest, std::vector<Finding>& found) {
  const float mm = item.primary ? kLeastPrimaryMm : kLeastTargetMm;
  const bool small = std::min(item.seen.w, item.seen.h) < kLeast - kSlack;
  const float least = small ? std::max(kLeast, mm / sight.mm_per_u) : mm / sight.mm_per_u;
  const float side = std::min(rest.w, rest.h);
  if (side <= 0 || side >= least - kSlack) return;  // wholly covered: another item's place
  found.push_back({Rule::Target, item.label,
                   by(rest.w, rest.h) + " (" + number(side * sight.mm_per_u, 1) + " mm)",
                   number(least) + " u (" + number(mm) + " mm)"});
}

void check_crossing(const ui::LoggedItem& below, const ui::LoggedItem& above, std::vector<Finding>& found) {
  const ui::Rect shared = common(below.seen, above.seen);
  if (std::min(shared.w, shared.h) <= kShared) return;
  // One inside the other is meant: a chip on its row, a pin on its map.
  const auto holds = [&](ui::Rect outer, ui::Rect inner) { return within(inner, outer, kSlack); };
  if (holds(below.seen, above.seen) || holds(above.seen, below.seen)) return;
  // A disc of a pin reaches over its map's edge; most of it lies on the map.
  if (shared.w * shared.h > 0.5F * above.seen.w * above.seen.h && below.seen.w * below.seen.h > 4 * above.seen.w * above.seen.h) return;
  found.push_back({Rule::Overlap, below.label + " / " + above.label, by(shared.w, shared.h) + " shared", "none"});
}

// Pressing, focus and taps go by the label.
void check_twice(const ui::LoggedItem& one, const ui::LoggedItem& other, std::vector<Finding>& found) {
  if (one.label == other.label) found.push_back({Rule::Twice, one.label, "twice", "a label of its own"});
}

void check_reach(const Sight& sight, const ui::LoggedItem& item, std::vector<Finding>& found) {
  if (sight.reach_top <= 0 || item.seen.y >= sight.reach_top - kSlack) return;
  // The whole screen is one button: it can be touched below the line as well.
  const bool whole = item.seen.w >= kWholeScreen * sight.screen.w && item.seen.h >= kWholeScreen * sight.screen.h;
  if (whole) return;
  found.push_back({Rule::Reach, item.label, "begins at " + number(item.seen.y) + " u",
                   number(sight.reach_top) + " u or lower"});
}

}  // namespace

std::vector<Finding> check_targets(const Sight& sight) {
  std::vector<Finding> found;
  const auto items = live(sight);
  for (std::size_t i = 0; i < items.size(); ++i) {
    check_size(sight, *items[i], left_of(items, i), found);
    check_reach(sight, *items[i], found);
    for (std::size_t later = i + 1; later < items.size(); ++later) {
      check_crossing(*items[i], *items[later], found);
      check_twice(*items[i], *items[later], found);
    }
  }
  return found;
}

}  // namespace kiosk::lint
