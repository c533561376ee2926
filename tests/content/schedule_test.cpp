#include "content/schedule.h"

#include <doctest/doctest.h>

#include "content/hours_text.h"
#include "tests/content/schedule_support.h"

using namespace content;
using namespace tests;

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

TEST_CASE("a product is in season in its months, an offer holds within its dates") {
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
