#include "content/schedule.h"

#include <doctest/doctest.h>

#include "content/hours_text.h"

using namespace content;

namespace {

Day day(const char* iso) { return day_from_iso(iso).value(); }

// "2026-07-30 10:26"
LocalMinute at(const std::string& text) {
  return minute_at(day(text.substr(0, 10).c_str()), std::stoi(text.substr(11, 2)) * 60 + std::stoi(text.substr(14, 2)));
}

std::string words(const std::optional<LocalMinute>& minute) {
  if (!minute) return "";
  const int of_day = minute_of_day(*minute);
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return day_to_iso(day_of(*minute)) + " " + two(of_day / 60) + ":" + two(of_day % 60);
}

Theme theme_of(const char* first, const char* last, bool yearly) {
  Theme theme;
  theme.first = day(first);
  theme.last = day(last);
  theme.yearly = yearly;
  return theme;
}

}  // namespace

TEST_CASE("a record is visible from its first day's midnight to its last day's last minute") {
  const Validity both{.from = day("2026-07-01"), .until = day("2026-07-31")};
  CHECK_FALSE(visible(both, at("2026-06-30 23:59")));
  CHECK(visible(both, at("2026-07-01 00:00")));
  CHECK(visible(both, at("2026-07-31 23:59")));
  CHECK_FALSE(visible(both, at("2026-08-01 00:00")));
  CHECK(visible(Validity{}, at("2026-08-01 00:00")));
  CHECK(visible(Validity{.from = {}, .until = day("2026-08-01")}, at("1999-01-01 00:00")));
  CHECK_FALSE(visible(Validity{.from = day("2026-08-01"), .until = {}}, at("2026-07-31 23:59")));

  std::vector<Film> films(3);
  films[1].validity = both;
  CHECK(filter_visible(films, at("2026-08-01 00:00")).size() == 2);
}

TEST_CASE("a theme is active on its days, a yearly one each year and over new year's day") {
  struct Row {
    const char* first;
    const char* last;
    bool yearly;
    const char* now;
    bool active;
  };
  const Row rows[] = {
      {"2026-07-20", "2026-08-10", false, "2026-07-19 23:59", false},
      {"2026-07-20", "2026-08-10", false, "2026-07-20 00:00", true},
      {"2026-07-20", "2026-08-10", false, "2026-08-10 23:59", true},
      {"2026-07-20", "2026-08-10", false, "2026-08-11 00:00", false},
      {"2026-07-20", "2026-08-10", false, "2027-08-01 12:00", false},
      {"2024-07-20", "2024-08-10", true, "2031-08-01 12:00", true},
      {"2024-12-20", "2025-01-10", true, "2026-12-31 23:59", true},
      {"2024-12-20", "2025-01-10", true, "2027-01-10 12:00", true},
      {"2024-12-20", "2025-01-10", true, "2027-01-11 00:00", false},
      {"2024-12-20", "2025-01-10", true, "2026-12-19 12:00", false},
      {"2024-02-29", "2024-02-29", true, "2026-02-28 12:00", true},
      {"2024-02-29", "2024-02-29", true, "2026-03-01 12:00", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.first);
    CAPTURE(row.now);
    CHECK(theme_active(theme_of(row.first, row.last, row.yearly), at(row.now)) == row.active);
  }
}

TEST_CASE("of two active themes the shorter one leads") {
  const std::vector<Theme> themes{theme_of("2026-07-01", "2026-07-31", true),
                                  theme_of("2026-07-25", "2026-08-05", true)};
  CHECK(active_theme(themes, at("2026-07-30 10:26")) == &themes[1]);
  CHECK(active_theme(themes, at("2026-07-10 10:26")) == &themes[0]);
  CHECK(active_theme(themes, at("2026-09-10 10:26")) == nullptr);
}

TEST_CASE("days are counted down to the next feast") {
  Theme theme = theme_of("2024-07-20", "2024-08-10", true);
  CHECK_FALSE(days_until_feast(theme, at("2026-07-30 10:26")));
  theme.feast = day("2024-08-01");
  CHECK(days_until_feast(theme, at("2026-07-30 10:26")) == 2);
  CHECK(days_until_feast(theme, at("2026-08-01 23:59")) == 0);
  CHECK(days_until_feast(theme, at("2026-08-02 00:00")) == 364);
  theme.yearly = false;
  CHECK_FALSE(days_until_feast(theme, at("2026-07-30 10:26")));
}

TEST_CASE("a shop is open or closed to the minute, with breaks, holidays and nights") {
  using State = OpenState::State;
  struct Row {
    const char* hours;
    const char* now;
    State state;
    const char* until;
    const char* opens;
  };
  // 2026-07-30 is a Thursday.
  const Row rows[] = {
      {"每天 9:00-21:00", "2026-07-30 08:59", State::Closed, "", "2026-07-30 09:00"},
      {"每天 9:00-21:00", "2026-07-30 09:00", State::Open, "2026-07-30 21:00", ""},
      {"每天 9:00-21:00", "2026-07-30 20:59", State::Open, "2026-07-30 21:00", ""},
      {"每天 9:00-21:00", "2026-07-30 21:00", State::Closed, "", "2026-07-31 09:00"},
      {"周一至周五 9:00-12:00,14:00-18:00", "2026-07-30 12:00", State::Closed, "", "2026-07-30 14:00"},
      {"周一至周五 9:00-12:00,14:00-18:00", "2026-07-31 18:00", State::Closed, "", "2026-08-03 09:00"},
      {"每天 17:00-次日2:00", "2026-07-30 01:59", State::Open, "2026-07-30 02:00", ""},
      {"每天 17:00-次日2:00", "2026-07-30 02:00", State::Closed, "", "2026-07-30 17:00"},
      {"每天 17:00-次日2:00；2026-07-30 休息", "2026-07-30 01:00", State::Open, "2026-07-30 02:00", ""},
      {"每天 17:00-次日2:00；2026-07-30 休息", "2026-07-30 18:00", State::Closed, "", "2026-07-31 17:00"},
      {"每天 17:00-次日2:00；2026-07-30 休息", "2026-07-31 01:00", State::Closed, "", "2026-07-31 17:00"},
      {"每天 9:00-21:00；2026-07-30 10:00-11:00", "2026-07-30 09:30", State::Closed, "", "2026-07-30 10:00"},
      {"周六 24小时；周日 0:00-6:00", "2026-08-01 12:00", State::Open, "2026-08-02 06:00", ""},
      {"24小时", "2026-07-30 00:00", State::Open, "", ""},
      {"24小时；2026-08-01 休息", "2026-07-30 10:00", State::Open, "2026-08-01 00:00", ""},
      {"每天休息", "2026-07-30 10:00", State::Closed, "", ""},
      {"面议", "2026-07-30 10:00", State::Unknown, "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.hours);
    CAPTURE(row.now);
    const OpenState state = open_state(read_hours_text(row.hours), at(row.now));
    CHECK(state.state == row.state);
    CHECK(words(state.until) == row.until);
    CHECK(words(state.opens) == row.opens);
  }
  CHECK(open_state(read_hours_text("24小时"), at("2026-07-30 00:00")).all_day);
}

TEST_CASE("every edge of the hours is met to the minute: breaks, midnight, special days, round the clock") {
  using State = OpenState::State;
  struct Row {
    const char* hours;
    const char* now;
    State state;
    const char* until;
    const char* opens;
  };
  const char* const broken = "每天 9:00-12:00,14:00-18:00";
  const char* const joined = "每天 9:00-12:00,12:00-18:00";
  const char* const to_midnight = "每天 10:00-24:00";
  const char* const over_midnight = "周四 20:00-24:00；周五 0:00-6:00";
  const char* const night = "每天 17:00-次日2:00";
  const char* const night_then_holiday = "每天 17:00-次日2:00；2026-07-31 休息";
  const char* const night_then_early = "每天 17:00-次日2:00；2026-07-31 0:00-4:00";
  const char* const holiday_night = "每天 9:00-18:00；2026-07-30 9:00-次日1:00";
  const char* const sunday_night = "周日 20:00-次日3:00";
  const char* const around = "24小时；2026-07-30 10:00-12:00";
  const char* const holiday = "每天 9:00-21:00；2026-07-30 休息；2026-07-31 休息";
  const char* const new_year = "每天 18:00-次日1:00；2026-12-31 18:00-次日3:00；2027-01-01 休息";
  // 2026-07-30 is a Thursday.
  const Row rows[] = {
      {broken, "2026-07-30 08:59", State::Closed, "", "2026-07-30 09:00"},
      {broken, "2026-07-30 09:00", State::Open, "2026-07-30 12:00", ""},
      {broken, "2026-07-30 11:59", State::Open, "2026-07-30 12:00", ""},
      {broken, "2026-07-30 12:00", State::Closed, "", "2026-07-30 14:00"},
      {broken, "2026-07-30 12:01", State::Closed, "", "2026-07-30 14:00"},
      {broken, "2026-07-30 13:59", State::Closed, "", "2026-07-30 14:00"},
      {broken, "2026-07-30 14:00", State::Open, "2026-07-30 18:00", ""},
      {broken, "2026-07-30 17:59", State::Open, "2026-07-30 18:00", ""},
      {broken, "2026-07-30 18:00", State::Closed, "", "2026-07-31 09:00"},
      {joined, "2026-07-30 11:59", State::Open, "2026-07-30 18:00", ""},
      {joined, "2026-07-30 12:00", State::Open, "2026-07-30 18:00", ""},
      {to_midnight, "2026-07-30 23:59", State::Open, "2026-07-31 00:00", ""},
      {to_midnight, "2026-07-31 00:00", State::Closed, "", "2026-07-31 10:00"},
      {to_midnight, "2026-07-31 00:01", State::Closed, "", "2026-07-31 10:00"},
      {over_midnight, "2026-07-30 23:59", State::Open, "2026-07-31 06:00", ""},
      {over_midnight, "2026-07-31 00:00", State::Open, "2026-07-31 06:00", ""},
      {over_midnight, "2026-07-31 06:00", State::Closed, "", "2026-08-06 20:00"},
      {night, "2026-07-30 16:59", State::Closed, "", "2026-07-30 17:00"},
      {night, "2026-07-30 23:59", State::Open, "2026-07-31 02:00", ""},
      {night, "2026-07-31 00:00", State::Open, "2026-07-31 02:00", ""},
      {night, "2026-07-31 01:59", State::Open, "2026-07-31 02:00", ""},
      {night, "2026-07-31 02:00", State::Closed, "", "2026-07-31 17:00"},
      // The evening's night runs on into the holiday; the holiday's own evening does not come.
      {night_then_holiday, "2026-07-31 01:59", State::Open, "2026-07-31 02:00", ""},
      {night_then_holiday, "2026-07-31 02:00", State::Closed, "", "2026-08-01 17:00"},
      {night_then_holiday, "2026-07-31 17:00", State::Closed, "", "2026-08-01 17:00"},
      {night_then_holiday, "2026-08-01 01:00", State::Closed, "", "2026-08-01 17:00"},
      {night_then_early, "2026-07-31 01:00", State::Open, "2026-07-31 04:00", ""},
      {night_then_early, "2026-07-31 03:59", State::Open, "2026-07-31 04:00", ""},
      {night_then_early, "2026-07-31 04:00", State::Closed, "", "2026-08-01 17:00"},
      {holiday_night, "2026-07-30 18:00", State::Open, "2026-07-31 01:00", ""},
      {holiday_night, "2026-07-31 00:59", State::Open, "2026-07-31 01:00", ""},
      {holiday_night, "2026-07-31 01:00", State::Closed, "", "2026-07-31 09:00"},
      {sunday_night, "2026-08-02 23:59", State::Open, "2026-08-03 03:00", ""},
      {sunday_night, "2026-08-03 02:59", State::Open, "2026-08-03 03:00", ""},
      {sunday_night, "2026-08-03 03:00", State::Closed, "", "2026-08-09 20:00"},
      {around, "2026-07-29 23:59", State::Open, "2026-07-30 00:00", ""},
      {around, "2026-07-30 00:00", State::Closed, "", "2026-07-30 10:00"},
      {around, "2026-07-30 09:59", State::Closed, "", "2026-07-30 10:00"},
      {around, "2026-07-30 10:00", State::Open, "2026-07-30 12:00", ""},
      {around, "2026-07-30 12:00", State::Closed, "", "2026-07-31 00:00"},
      {around, "2026-07-31 00:00", State::Open, "", ""},
      {holiday, "2026-07-29 20:59", State::Open, "2026-07-29 21:00", ""},
      {holiday, "2026-07-29 21:00", State::Closed, "", "2026-08-01 09:00"},
      {holiday, "2026-07-30 12:00", State::Closed, "", "2026-08-01 09:00"},
      {holiday, "2026-08-01 09:00", State::Open, "2026-08-01 21:00", ""},
      {new_year, "2027-01-01 00:00", State::Open, "2027-01-01 03:00", ""},
      {new_year, "2027-01-01 02:59", State::Open, "2027-01-01 03:00", ""},
      {new_year, "2027-01-01 03:00", State::Closed, "", "2027-01-02 18:00"},
      {"", "2026-07-30 12:00", State::Unknown, "", ""},
      {"看天气", "2026-07-30 12:00", State::Unknown, "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.hours);
    CAPTURE(row.now);
    const OpenState state = open_state(read_hours_text(row.hours), at(row.now));
    CHECK(state.state == row.state);
    CHECK(words(state.until) == row.until);
    CHECK(words(state.opens) == row.opens);
  }
}

TEST_CASE("round the clock is said only when a week lies open; before a day off the shop says until when") {
  const Hours always = read_hours_text("24小时");
  const Hours day_off = read_hours_text("24小时；2026-08-06 休息");
  CHECK(open_state(always, at("2026-07-30 23:59")).all_day);
  CHECK(open_state(day_off, at("2026-07-30 00:00")).all_day);
  const OpenState later = open_state(day_off, at("2026-07-30 00:01"));
  CHECK_FALSE(later.all_day);
  CHECK(words(later.until) == "2026-08-06 00:00");
  CHECK(words(open_state(day_off, at("2026-08-06 12:00")).opens) == "2026-08-07 00:00");
  CHECK_FALSE(open_state(always, at("2026-07-30 12:00")).until);
}

TEST_CASE("a shop that is open agrees with a plain walk over all its minutes, whatever its hours") {
  // The plain answer: some span of today, or of yesterday running over midnight, holds this minute.
  const auto plainly_open = [](const Hours& hours, LocalMinute now) {
    const auto spans_of = [&](Day date) {
      for (const SpecialDay& special : hours.special) {
        if (special.day == date) return special.spans;
      }
      return hours.week.at(static_cast<std::size_t>(weekday_of(date)));
    };
    const int minute = minute_of_day(now);
    for (const OpenSpan& span : spans_of(day_of(now))) {
      if (span.from <= minute && minute < span.to) return true;
    }
    for (const OpenSpan& span : spans_of(add_days(day_of(now), -1))) {
      if (minute < span.to - 1440) return true;
    }
    return false;
  };
  for (const char* text : {"每天 9:00-12:00,14:00-18:00；2026-07-29 休息", "每天 17:00-次日2:00；2026-07-30 10:00-次日5:00；2026-08-01 休息",
                           "周一至周五 0:00-24:00；周六休息；周日 22:00-次日6:00", "24小时；2026-07-31 12:00-13:00"}) {
    CAPTURE(text);
    const Hours hours = read_hours_text(text);
    REQUIRE(hours.known);
    for (LocalMinute now = at("2026-07-27 00:00"); now < at("2026-08-04 00:00"); now += std::chrono::minutes{7}) {
      CAPTURE(words(now));
      const OpenState state = open_state(hours, now);
      REQUIRE((state.state == OpenState::State::Open) == plainly_open(hours, now));
      if (state.until) REQUIRE_FALSE(plainly_open(hours, *state.until));
      if (state.until) REQUIRE(plainly_open(hours, *state.until - std::chrono::minutes{1}));
      if (state.opens) REQUIRE(plainly_open(hours, *state.opens));
      if (state.opens) REQUIRE_FALSE(plainly_open(hours, *state.opens - std::chrono::minutes{1}));
    }
  }
}

TEST_CASE("a promise that nobody verifies is marked after twelve months and hidden after eighteen") {
  Pledge pledge;
  CHECK(pledge_state(pledge, at("2026-07-30 10:26")) == PledgeState::NotSigned);
  pledge.signed_on = day("2025-01-31");
  CHECK(pledge_state(pledge, at("2025-01-30 23:59")) == PledgeState::NotSigned);
  CHECK(pledge_state(pledge, at("2025-01-31 00:00")) == PledgeState::Valid);
  CHECK(pledge_state(pledge, at("2026-01-31 23:59")) == PledgeState::Valid);
  CHECK(pledge_state(pledge, at("2026-02-01 00:00")) == PledgeState::Stale);
  CHECK(pledge_state(pledge, at("2026-07-31 23:59")) == PledgeState::Stale);
  CHECK(pledge_state(pledge, at("2026-08-01 00:00")) == PledgeState::Hidden);
  pledge.verified_on = day("2026-06-01");
  CHECK(pledge_state(pledge, at("2026-08-01 00:00")) == PledgeState::Valid);
  pledge.until = day("2026-08-10");
  CHECK(pledge_state(pledge, at("2026-08-10 23:59")) == PledgeState::Valid);
  CHECK(pledge_state(pledge, at("2026-08-11 00:00")) == PledgeState::Hidden);

  Merchant merchant;
  merchant.pledge = pledge;
  CHECK(merchant_shown(merchant, at("2026-08-10 12:00")));
  CHECK_FALSE(merchant_shown(merchant, at("2026-08-11 12:00")));
  merchant.validity.from = day("2026-08-09");
  CHECK_FALSE(merchant_shown(merchant, at("2026-08-08 12:00")));
  merchant.pledge.signed_on = std::nullopt;
  CHECK_FALSE(merchant_shown(merchant, at("2026-08-10 12:00")));
}

TEST_CASE("a street's coverage counts a pledge from its signing to its end, verified or not") {
  Pledge pledge;
  CHECK_FALSE(pledge_in_force(pledge, at("2026-07-30 10:26")));
  pledge.signed_on = day("2024-02-18");
  CHECK_FALSE(pledge_in_force(pledge, at("2024-02-17 23:59")));
  CHECK(pledge_in_force(pledge, at("2026-07-30 10:26")));
  CHECK(pledge_state(pledge, at("2026-07-30 10:26")) == PledgeState::Hidden);
  pledge.until = day("2027-02-28");
  CHECK(pledge_in_force(pledge, at("2027-02-28 23:59")));
  CHECK_FALSE(pledge_in_force(pledge, at("2027-03-01 00:00")));
}

TEST_CASE("a stage is current between its days, a product in its months, an offer within its dates") {
  std::vector<Stage> stages(2);
  stages[0].first = day("2026-01-01");
  stages[0].last = day("2026-03-31");
  stages[1].first = day("2026-05-01");
  stages[1].last = day("2026-12-31");
  CHECK(current_stage(stages, at("2026-03-31 23:59")) == &stages[0]);
  CHECK(current_stage(stages, at("2026-04-01 00:00")) == nullptr);
  CHECK(current_stage(stages, at("2026-07-30 10:26")) == &stages[1]);

  Product product;
  CHECK(in_season(product, at("2026-07-30 10:26")));
  product.season = {11, 12, 1};
  CHECK_FALSE(in_season(product, at("2026-07-30 10:26")));
  CHECK(in_season(product, at("2026-01-31 23:59")));

  Offer offer;
  CHECK(offer_valid(offer, at("2026-07-30 10:26")));
  offer.validity.until = day("2026-07-29");
  CHECK_FALSE(offer_valid(offer, at("2026-07-30 00:00")));
}

TEST_CASE("the next change is the soonest of all that may change") {
  Catalog catalog;
  const LocalMinute now = at("2026-07-30 10:26");
  CHECK_FALSE(next_change(catalog, now));
  catalog.posters.resize(1);
  catalog.posters[0].validity.until = day("2026-12-31");
  CHECK(words(next_change(catalog, now)) == "2027-01-01 00:00");
  catalog.products.resize(1);
  catalog.products[0].season = {7};
  CHECK(words(next_change(catalog, now)) == "2026-08-01 00:00");
  catalog.themes = {theme_of("2024-07-20", "2024-08-10", true)};
  catalog.themes[0].feast = day("2024-08-01");
  CHECK(words(next_change(catalog, now)) == "2026-07-31 00:00");
  catalog.merchants.resize(1);
  catalog.merchants[0].hours = read_hours_text("每天 9:00-21:00");
  CHECK(words(next_change(catalog, now)) == "2026-07-30 21:00");
  CHECK(words(next_change(catalog, at("2026-07-30 21:00"))) == "2026-07-31 00:00");
}

TEST_CASE("walking from one next change to the next meets every opening and closing of a week") {
  Catalog catalog;
  catalog.merchants.resize(1);
  catalog.merchants[0].hours = read_hours_text("周一至周五 9:00-12:00,14:00-18:00；周六 17:00-次日2:00");
  const Hours& hours = catalog.merchants[0].hours;
  LocalMinute walker = at("2026-07-27 00:00");
  auto seen = open_state(hours, walker).state;
  for (LocalMinute minute = walker; minute < at("2026-08-03 00:00"); minute += std::chrono::minutes{1}) {
    if (minute == walker) {
      seen = open_state(hours, minute).state;
      walker = next_change(catalog, minute).value();
    }
    REQUIRE(open_state(hours, minute).state == seen);
  }
}
