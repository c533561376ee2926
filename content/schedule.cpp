#include "content/schedule.h"

#include <algorithm>

namespace content {
namespace {

constexpr int kMinutesPerDay = 1440;
constexpr int kLookAheadDays = 14;
constexpr std::chrono::days kAllDayFrom{7};

struct Interval {
  LocalMinute from;
  LocalMinute to;
};

// The same month and day in another year; 29 February becomes the 28th.
Day in_year(Day day, std::chrono::year year) {
  const Day moved{year, day.month(), day.day()};
  return moved.ok() ? moved : Day{year / day.month() / std::chrono::last};
}

// A theme's days in the year in which they begin.
std::pair<Day, Day> occurrence(const Theme& theme, std::chrono::year year) {
  return {in_year(theme.first, year), in_year(theme.last, year + (theme.last.year() - theme.first.year()))};
}

const std::vector<OpenSpan>& spans_on(const Hours& hours, Day day) {
  const auto special = std::ranges::find(hours.special, day, &SpecialDay::day);
  return special != hours.special.end() ? special->spans : hours.week.at(static_cast<std::size_t>(weekday_of(day)));
}

// The open times from the evening before `now` to two weeks later, joined where one ends as the next begins.
std::vector<Interval> open_intervals(const Hours& hours, LocalMinute now) {
  std::vector<Interval> intervals;
  const Day today = day_of(now);
  for (int offset = -1; offset <= kLookAheadDays; ++offset) {
    const Day day = add_days(today, offset);
    for (const OpenSpan& span : spans_on(hours, day))
      intervals.push_back({minute_at(day, span.from), minute_at(day, span.to)});
  }
  std::ranges::sort(intervals, {}, &Interval::from);
  std::vector<Interval> joined;
  for (const Interval& next : intervals) {
    if (!joined.empty() && next.from <= joined.back().to) {
      joined.back().to = std::max(joined.back().to, next.to);
    } else {
      joined.push_back(next);
    }
  }
  return joined;
}

// Keeps the earliest minute after `now`.
class Soonest {
 public:
  explicit Soonest(LocalMinute now) : now_(now) {}
  void offer(LocalMinute minute) {
    if (minute > now_ && (!found_ || minute < *found_)) found_ = minute;
  }
  void start_of(Day day) { offer(minute_at(day, 0)); }
  void end_of(Day day) { offer(minute_at(day, kMinutesPerDay)); }
  void bounds(const Validity& validity) {
    if (validity.from) start_of(*validity.from);
    if (validity.until) end_of(*validity.until);
  }
  template <typename T>
  void bounds_of(const std::vector<T>& records) {
    for (const T& record : records) bounds(record.validity);
  }
  std::optional<LocalMinute> found() const { return found_; }

 private:
  LocalMinute now_;
  std::optional<LocalMinute> found_;
};

// The day from which a promise counts as verified.
std::optional<Day> verified_since(const Pledge& pledge) {
  if (!pledge.verified_on || !pledge.signed_on) return pledge.signed_on;
  return std::max(*pledge.verified_on, *pledge.signed_on);
}

void offer_theme(Soonest& soonest, const Theme& theme, LocalMinute now) {
  const std::chrono::year this_year = day_of(now).year();
  for (const int years : {-1, 0, 1}) {
    const auto [first, last] =
        theme.yearly ? occurrence(theme, this_year + std::chrono::years{years}) : std::pair{theme.first, theme.last};
    soonest.start_of(first);
    soonest.end_of(last);
  }
  if (days_until_feast(theme, now)) soonest.end_of(day_of(now));
}

void offer_merchant(Soonest& soonest, const Merchant& merchant, LocalMinute now) {
  for (const Offer& offer : merchant.offers) soonest.bounds(offer.validity);
  const Pledge& pledge = merchant.pledge;
  if (pledge.signed_on) soonest.start_of(*pledge.signed_on);
  if (pledge.until) soonest.end_of(*pledge.until);
  if (const auto since = verified_since(pledge)) {
    soonest.end_of(add_months(*since, kPledgeMarkedAfterMonths));
    soonest.end_of(add_months(*since, kPledgeHiddenAfterMonths));
  }
  const OpenState state = open_state(merchant.hours, now);
  if (state.until) soonest.offer(*state.until);
  if (state.opens) soonest.offer(*state.opens);
}

}  // namespace

bool visible(const Validity& validity, LocalMinute now) {
  const Day today = day_of(now);
  return (!validity.from || *validity.from <= today) && (!validity.until || today <= *validity.until);
}

bool theme_active(const Theme& theme, LocalMinute now) {
  const Day today = day_of(now);
  if (!theme.yearly) return theme.first <= today && today <= theme.last;
  for (const int years : {-1, 0}) {
    const auto [first, last] = occurrence(theme, today.year() + std::chrono::years{years});
    if (first <= today && today <= last) return true;
  }
  return false;
}

const Theme* active_theme(const std::vector<Theme>& themes, LocalMinute now) {
  const Theme* best = nullptr;
  const auto order = [](const Theme& theme) { return std::pair(days_between(theme.first, theme.last), theme.first); };
  for (const Theme& theme : themes) {
    if (!visible(theme, now) || !theme_active(theme, now)) continue;
    if (best == nullptr || order(theme) < order(*best)) best = &theme;
  }
  return best;
}

std::optional<int> days_until_feast(const Theme& theme, LocalMinute now) {
  if (!theme.feast) return std::nullopt;
  const Day today = day_of(now);
  Day feast = *theme.feast;
  if (theme.yearly) {
    feast = in_year(*theme.feast, today.year());
    if (feast < today) feast = in_year(*theme.feast, today.year() + std::chrono::years{1});
  }
  if (feast < today) return std::nullopt;
  return days_between(today, feast);
}

OpenState open_state(const Hours& hours, LocalMinute now) {
  if (!hours.known) return {};
  OpenState state{.state = OpenState::State::Closed, .all_day = false, .until = {}, .opens = {}};
  for (const Interval& interval : open_intervals(hours, now)) {
    if (interval.to <= now) continue;
    if (interval.from > now) {
      state.opens = interval.from;
      return state;
    }
    state.state = OpenState::State::Open;
    state.all_day = interval.to - now >= kAllDayFrom;
    if (!state.all_day) state.until = interval.to;
    return state;
  }
  return state;
}

bool offer_valid(const Offer& offer, LocalMinute now) { return visible(offer.validity, now); }

PledgeState pledge_state(const Pledge& pledge, LocalMinute now) {
  const Day today = day_of(now);
  const auto since = verified_since(pledge);
  if (!since || *pledge.signed_on > today) return PledgeState::NotSigned;
  if (pledge.until && *pledge.until < today) return PledgeState::Hidden;
  if (add_months(*since, kPledgeHiddenAfterMonths) < today) return PledgeState::Hidden;
  if (add_months(*since, kPledgeMarkedAfterMonths) < today) return PledgeState::Stale;
  return PledgeState::Valid;
}

bool pledge_in_force(const Pledge& pledge, LocalMinute now) {
  const Day today = day_of(now);
  return pledge.signed_on && *pledge.signed_on <= today && !(pledge.until && *pledge.until < today);
}

bool in_season(const Product& product, LocalMinute now) {
  const int month = static_cast<int>(static_cast<unsigned>(day_of(now).month()));
  return product.season.empty() || std::ranges::find(product.season, month) != product.season.end();
}

bool merchant_shown(const Merchant& merchant, LocalMinute now) {
  const PledgeState pledge = pledge_state(merchant.pledge, now);
  return visible(merchant, now) && (pledge == PledgeState::Valid || pledge == PledgeState::Stale);
}

std::optional<LocalMinute> next_change(const Catalog& catalog, LocalMinute now) {
  Soonest soonest(now);
  soonest.bounds(catalog.city.validity);
  soonest.bounds_of(catalog.stages);
  soonest.bounds_of(catalog.themes);
  soonest.bounds_of(catalog.series);
  soonest.bounds_of(catalog.articles);
  soonest.bounds_of(catalog.posters);
  soonest.bounds_of(catalog.films);
  soonest.bounds_of(catalog.figures);
  soonest.bounds_of(catalog.streets);
  soonest.bounds_of(catalog.merchants);
  soonest.bounds_of(catalog.products);
  for (const Stage& stage : catalog.stages) {
    soonest.start_of(stage.first);
    soonest.end_of(stage.last);
  }
  for (const Theme& theme : catalog.themes) offer_theme(soonest, theme, now);
  for (const Merchant& merchant : catalog.merchants) offer_merchant(soonest, merchant, now);
  const bool seasons =
      std::ranges::any_of(catalog.products, [](const Product& product) { return !product.season.empty(); });
  const Day today = day_of(now);
  if (seasons) soonest.start_of(add_months(Day{today.year() / today.month() / 1}, 1));
  return soonest.found();
}

}  // namespace content
