#include "content/schedule.h"

#include <doctest/doctest.h>

#include "content/hours_text.h"
#include "tests/content/schedule_support.h"

using namespace content;
using namespace tests;

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

TEST_CASE("round the clock is said only when a week lies open – before a day off the shop says until when") {
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
