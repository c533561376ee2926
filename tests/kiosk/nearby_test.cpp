#include "kiosk/nearby.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

namespace {

// A shop so many straight metres from a screen in the middle of the city, in that compass direction.
struct Scene {
  kiosk::Place place;
  content::Merchant shop;
};

Scene scene(double straight_metres, double bearing, std::optional<double> facing) {
  constexpr double kRadian = std::numbers::pi / 180;
  constexpr double kDegreeMetres = 6'371'000 * kRadian;
  Scene made;
  made.place.longitude = 111.301;
  made.place.latitude = 30.692;
  made.place.facing = facing;
  made.shop.latitude = 30.692 + straight_metres * std::cos(bearing * kRadian) / kDegreeMetres;
  made.shop.longitude = 111.301 + straight_metres * std::sin(bearing * kRadian) / (kDegreeMetres * std::cos(30.692 * kRadian));
  return made;
}

std::string way(double straight_metres, double bearing, std::optional<double> facing, ui::Language language = ui::Language::Chinese) {
  const Scene made = scene(straight_metres, bearing, facing);
  return kiosk::way_words(made.place, made.shop, kiosk::Texts(language));
}

}  // namespace

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

TEST_CASE("distances that visitors read are on foot, a third longer than the straight line") {
  const Scene made = scene(100, 77, {});
  CHECK(kiosk::metres_to(made.place, made.shop).value() == doctest::Approx(130).epsilon(0.005));
}

TEST_CASE("a bearing is what a compass shows") {
  struct Case {
    kiosk::Position from, to;
    double degrees;
  };
  const Case cases[] = {
      {{111.301, 30.692}, {111.301, 30.693}, 0},   {{111.301, 30.692}, {111.302, 30.692}, 90},
      {{111.301, 30.692}, {111.301, 30.691}, 180}, {{111.301, 30.692}, {111.300, 30.692}, 270},
      {{0, 0}, {0.001, 0.001}, 45},                {{0, 0}, {-0.001, 0.001}, 315},
      {{179.9999, 0}, {-179.9999, 0}, 90},         {{111.301, 30.692}, {111.301, 30.692}, 0},
  };
  for (const auto& [from, to, degrees] : cases) {
    CAPTURE(degrees);
    CHECK(kiosk::bearing_deg(from, to) == doctest::Approx(degrees).epsilon(0.001));
    CHECK(kiosk::bearing_deg(from, to) >= 0);
    CHECK(kiosk::bearing_deg(from, to) < 360);
  }
}

TEST_CASE("a turn is one of eight, at every border and whichever way the screen faces") {
  using kiosk::Turn;
  struct Case {
    double relative;
    Turn turn;
  };
  const Case cases[] = {{0, Turn::Ahead},          {22.4, Turn::Ahead},      {22.5, Turn::HalfRight},  {45, Turn::HalfRight},
                        {67.4, Turn::HalfRight},   {67.5, Turn::Right},      {90, Turn::Right},        {112.4, Turn::Right},
                        {112.5, Turn::BackRight},  {157.4, Turn::BackRight}, {157.5, Turn::Behind},    {180, Turn::Behind},
                        {202.4, Turn::Behind},     {202.5, Turn::BackLeft},  {247.4, Turn::BackLeft},  {247.5, Turn::Left},
                        {270, Turn::Left},         {292.4, Turn::Left},      {292.5, Turn::HalfLeft},  {337.4, Turn::HalfLeft},
                        {337.5, Turn::Ahead},      {359.9, Turn::Ahead},     {360, Turn::Ahead}};
  for (const auto& [relative, turn] : cases) {
    CAPTURE(relative);
    for (const double facing : {0.0, 90.0, 180.0, 270.0, 337.5, 360.0}) {
      CAPTURE(facing);
      CHECK(kiosk::turn_to(facing, facing + relative) == turn);
      CHECK(kiosk::turn_to(facing, facing + relative - 360) == turn);
      CHECK(kiosk::turn_to(facing + 360, facing + relative) == turn);
    }
  }
  CHECK(kiosk::turn_to(0, -1e-15) == Turn::Ahead);
  CHECK(kiosk::turn_to(22.5, -1e-15) == Turn::Ahead);
}

TEST_CASE("the way is told in words: which way at the door, and how many minutes") {
  CHECK(way(120, 180, 90.0) == "出门右转，步行 2 分钟");
  CHECK(way(120, 180, 180.0) == "出门直走，步行 2 分钟");
  CHECK(way(120, 180, 0.0) == "出门转身往后，步行 2 分钟");
  CHECK(way(120, 180, 270.0) == "出门左转，步行 2 分钟");
  CHECK(way(120, 350, 10.0) == "出门直走，步行 2 分钟");
  CHECK(way(120, 10, 350.0) == "出门直走，步行 2 分钟");
  CHECK(way(120, 45, 0.0) == "出门往右前方，步行 2 分钟");
  CHECK(way(120, 135, 0.0) == "出门往右后方，步行 2 分钟");
  CHECK(way(120, 225, 0.0) == "出门往左后方，步行 2 分钟");
  CHECK(way(120, 315, 0.0) == "出门往左前方，步行 2 分钟");
  CHECK(way(120, 180, 90.0, ui::Language::English) == "Turn right, 2 min walk");
  CHECK(way(120, 180, 0.0, ui::Language::English) == "Turn around, 2 min walk");
  CHECK(way(120, 180, {}) == "步行 2 分钟");
  CHECK(way(120, 180, {}, ui::Language::English) == "2 min walk");
}

TEST_CASE("next door needs no directions, and a shop far away only its distance") {
  for (const std::optional<double> facing : {std::optional<double>{}, std::optional{90.0}}) {
    CHECK(way(0, 0, facing) == "就在旁边");
    CHECK(way(19, 200, facing) == "就在旁边");
    CHECK(way(19, 200, facing, ui::Language::English) == "Right beside you");
    CHECK(way(21, 200, facing).ends_with("步行 1 分钟"));
    CHECK(way(2300, 200, facing).ends_with("步行 38 分钟"));
    CHECK(way(2310, 200, facing) == "约 3.0 公里");
    CHECK(way(26000, 200, facing, ui::Language::English) == "About 33.8 km");
  }
}

TEST_CASE("nothing is told of the way when either place is unknown") {
  Scene made = scene(100, 0, 90.0);
  made.shop.latitude.reset();
  CHECK(kiosk::way_words(made.place, made.shop, kiosk::Texts(ui::Language::Chinese)).empty());
  made = scene(100, 0, 90.0);
  made.place.longitude.reset();
  CHECK(kiosk::way_words(made.place, made.shop, kiosk::Texts(ui::Language::Chinese)).empty());
}
