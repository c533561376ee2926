#include <doctest/doctest.h>

#include "kiosk/screens/attract.h"
#include "tests/support/kiosk_fixture.h"

TEST_CASE("posters come as often as their weight, spread over the round") {
  CHECK(kiosk::weighted_round({}).empty());
  CHECK(kiosk::weighted_round({1}) == std::vector<std::size_t>{0});
  CHECK(kiosk::weighted_round({1, 1, 1}) == std::vector<std::size_t>{0, 1, 2});
  CHECK(kiosk::weighted_round({2, 1}) == std::vector<std::size_t>{0, 1, 0});
  CHECK(kiosk::weighted_round({0, -3}).size() == 2);
  const auto round = kiosk::weighted_round({5, 1, 1});
  CHECK(round.size() == 7);
  for (std::size_t i = 0; i + 3 < round.size(); ++i) CHECK_FALSE((round[i] == 0 && round[i + 1] == 0 && round[i + 2] == 0 && round[i + 3] == 0));
}

TEST_CASE("the loop rests between its posters and its minute") {
  auto city = tests::small_city();
  city->posters.push_back(city->posters[0]);
  city->posters[1].id = content::RecordId::make();
  city->posters[1].slogan = {"欢迎您"};
  city->build_lookup();
  tests::Visit visit(city);
  CHECK(visit.shows("军"));
  visit.frames(60);  // 3 s of the first poster
  const auto due = visit.kiosk().due_in();
  REQUIRE(due);
  CHECK(due->count() > 4000);
  visit.frames(160);  // 11 s: the second poster
  CHECK(visit.shows("迎"));
}

TEST_CASE("a poster of a theme waits for its theme, and one whose days are over is gone") {
  auto city = tests::small_city();
  content::Theme theme;
  theme.id = content::RecordId::make();
  theme.name = "春节";
  theme.first = content::Day(std::chrono::year(2027), std::chrono::month(1), std::chrono::day(28));
  theme.last = content::Day(std::chrono::year(2027), std::chrono::month(2), std::chrono::day(20));
  city->themes = {theme};
  city->posters[0].theme = theme.id;
  city->build_lookup();
  tests::Visit visit(city);
  CHECK(visit.screen() == "standing");  // nothing else to show, and still a picture
  visit.now = tests::minute_at(2027, 2, 1);
  visit.frames(2);
  CHECK(visit.screen() == "attract");
}
