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

namespace {

std::shared_ptr<content::Catalog> city_with_two_posters() {
  auto city = tests::small_city();
  city->posters.push_back(city->posters[0]);
  city->posters[1].id = content::RecordId::make();
  city->posters[1].slogan = {"欢迎您"};
  city->build_lookup();
  return city;
}

content::Theme theme_with_feast(std::string name, std::string feast, unsigned month, unsigned day) {
  content::Theme theme;
  theme.id = content::RecordId::make();
  theme.name = std::move(name);
  theme.feast_name = std::move(feast);
  theme.feast = content::Day(std::chrono::year(2026), std::chrono::month(month), std::chrono::day(day));
  theme.first = theme.last = *theme.feast;
  theme.yearly = true;
  return theme;
}

}  // namespace

TEST_CASE("a poster wanders two steps a second, and the next one comes") {
  tests::Visit visit(city_with_two_posters());
  CHECK(visit.shows("军"));
  visit.frames(60);  // 3 s of the first poster
  const auto due = visit.kiosk().due_in();
  REQUIRE(due);
  CHECK(due->count() > 300);
  CHECK(due->count() < 700);
  visit.frames(160);  // 11 s: the second poster
  CHECK(visit.shows("迎"));
}

TEST_CASE("a calm loop rests between its posters and its minute") {
  tests::Visit visit(city_with_two_posters());
  visit.session().set_modes({.calm = true});
  visit.frames(60);
  const auto due = visit.kiosk().due_in();
  REQUIRE(due);
  CHECK(due->count() > 4000);
}

TEST_CASE("the loop tells the date, the lunar date and how far the next day to remember is") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{3840, 1080}}) {
    auto city = city_with_two_posters();
    city->themes = {theme_with_feast("春节", "春节", 2, 17), theme_with_feast("八一", "建军节", 8, 1)};
    city->build_lookup();
    tests::Visit visit(city, size);
    CHECK(visit.shows("7月30日"));
    CHECK(visit.shows("农历六月十七"));
    CHECK(visit.shows("距建军节 2 天"));
    for (const auto& text : visit.text_log().texts()) {
      CAPTURE(text.text);
      CHECK_FALSE(text.cut);
      CHECK_FALSE(text.clipped);
    }
    visit.now = tests::minute_at(2026, 8, 1);
    visit.frames(2);
    CHECK(visit.shows("今天是建军节"));
  }
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
