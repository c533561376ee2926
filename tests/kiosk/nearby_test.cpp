#include "kiosk/nearby.h"

#include <doctest/doctest.h>

TEST_CASE("distances on a street agree with the map") {
  struct Case {
    kiosk::Position a, b;
    double metres;
  };
  const Case cases[] = {
      {{111.301, 30.692}, {111.301, 30.692}, 0},
      {{111.301, 30.692}, {111.301, 30.690921}, 120},
      {{0, 0}, {0, 1}, 111195},
      {{179.999, 0}, {-179.999, 0}, 222},
      {{116.3975, 39.9087}, {121.4737, 31.2304}, 1067000},
  };
  for (const auto& [a, b, metres] : cases) {
    CAPTURE(metres);
    CHECK(kiosk::metres_between(a, b) == doctest::Approx(metres).epsilon(0.002).scale(10));
    CHECK(kiosk::metres_between(b, a) == doctest::Approx(kiosk::metres_between(a, b)));
  }
}

TEST_CASE("walking takes a minute for each begun 80 metres, never none") {
  const std::pair<double, int> cases[] = {{0, 1}, {1, 1}, {80, 1}, {81, 2}, {120, 2}, {160, 2}, {800, 10}, {801, 11}};
  for (const auto& [metres, minutes] : cases) {
    CAPTURE(metres);
    CHECK(kiosk::walking_minutes(metres) == minutes);
  }
}

TEST_CASE("distances are said to the next ten metres, then in kilometres") {
  const kiosk::Texts texts(ui::Language::Chinese);
  const std::pair<double, const char*> cases[] = {{0, "10 米"}, {3, "10 米"}, {124, "120 米"}, {126, "130 米"}, {994, "990 米"},
                                                  {996, "1.0 公里"}, {1240, "1.2 公里"}, {26000, "26.0 公里"}};
  for (const auto& [metres, words] : cases) CHECK(kiosk::distance_words(metres, texts) == words);
}

TEST_CASE("no distance is told when either place is unknown") {
  content::Merchant merchant;
  kiosk::Place place;
  place.longitude = 111.3;
  place.latitude = 30.6;
  CHECK_FALSE(kiosk::metres_to(place, merchant));
  merchant.longitude = 111.3;
  merchant.latitude = 30.6;
  CHECK(kiosk::metres_to(place, merchant));
  place.latitude.reset();
  CHECK_FALSE(kiosk::metres_to(place, merchant));
}
