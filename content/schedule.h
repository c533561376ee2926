// What may be shown, what is open and what holds at a minute: pure functions of the content and the city's clock.
#pragma once

#include <optional>
#include <vector>

#include "content/catalog.h"
#include "content/days.h"
#include "content/model.h"

namespace content {

// Both days inclusive, from 0:00 of the first to 24:00 of the last.
bool visible(const Validity& validity, LocalMinute now);
inline bool visible(const Common& record, LocalMinute now) { return visible(record.validity, now); }

template <typename T>
std::vector<const T*> filter_visible(const std::vector<T>& records, LocalMinute now) {
  std::vector<const T*> shown;
  for (const T& record : records) {
    if (visible(record, now)) shown.push_back(&record);
  }
  return shown;
}

// The theme's days include now's day; a yearly theme comes back each year and may run over new year's day.
bool theme_active(const Theme& theme, LocalMinute now);
// The active and visible theme whose days are fewest (the feast within the month), ties by first; null when none is.
const Theme* active_theme(const std::vector<Theme>& themes, LocalMinute now);
// 0 on the feast itself, this year's or next year's; nullopt when the theme has no feast or a single one is over.
std::optional<int> days_until_feast(const Theme& theme, LocalMinute now);

struct OpenState {
  enum class State { Unknown, Open, Closed };
  State state = State::Unknown;
  bool all_day = false;              // Open with no end within a week: "24 小时"
  std::optional<LocalMinute> until;  // Open: the first minute it is closed again
  std::optional<LocalMinute> opens;  // Closed: when it opens next, within 14 days
};

OpenState open_state(const Hours& hours, LocalMinute now);

bool offer_valid(const Offer& offer, LocalMinute now);

// A promise that nobody has verified for so long is marked, then hidden. Counted from the later of verified_on and signed_on.
inline constexpr int kPledgeMarkedAfterMonths = 12;
inline constexpr int kPledgeHiddenAfterMonths = 18;
enum class PledgeState { NotSigned, Valid, Stale, Hidden };  // Hidden: unverified too long, or past `until`
PledgeState pledge_state(const Pledge& pledge, LocalMinute now);
// Signed and not past `until`, verified lately or not: what a street's coverage counts.
bool pledge_in_force(const Pledge& pledge, LocalMinute now);

// In season this month; no months = always.
bool in_season(const Product& product, LocalMinute now);

// The merchant may be shown: visible, signed, pledge neither over nor hidden.
bool merchant_shown(const Merchant& merchant, LocalMinute now);

// The next minute after `now` at which visibility, a theme, a stage, an offer, a pledge's state or a shop's opening
// changes; nullopt when nothing ever will. With nothing sooner, a new day changes countdowns: never later than midnight
// when any theme with a feast is there.
std::optional<LocalMinute> next_change(const Catalog& catalog, LocalMinute now);

}  // namespace content
