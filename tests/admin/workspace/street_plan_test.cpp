#include "admin/workspace/street_plan.h"

#include <doctest/doctest.h>

#include "admin/workspace/deeds.h"
#include "admin/workspace/records.h"
#include "admin/workspace/workspace.h"
#include "tests/admin/workspace/office_of_many.h"

using admin::MapSpot;
using admin::StreetShop;
using content::Kind;

namespace {

constexpr float kAspect = 1.5F;

StreetShop shop_at(const std::string& name, float x, float y) { return {content::RecordId::make(), name, "", MapSpot{x, y}}; }

}  // namespace

TEST_SUITE("street plan") {

TEST_CASE("a door's number is the one before 号") {
  CHECK(admin::door_number("江滩双拥街 12 号") == "12 号");
  CHECK(admin::door_number("和平里 3 号楼 108号") == "108 号");
  CHECK(admin::door_number("江滩公园东门") == "");
  CHECK(admin::door_number("号") == "");
}

TEST_CASE("shops too near for a finger are told, those beside them are not") {
  const std::vector<StreetShop> shops{shop_at("渡口面馆", 0.10F, 0.5F), shop_at("春和大药房", 0.14F, 0.5F), shop_at("江畔书屋", 0.20F, 0.5F),
                                      shop_at("高处", 0.20F, 0.9F), {content::RecordId::make(), "没放的", "", std::nullopt}};
  const auto pairs = admin::too_near(shops, kAspect);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0] == std::pair<std::size_t, std::size_t>{0, 1});
}

TEST_CASE("spreading out parts them, keeps the rest and stays on the diagram") {
  std::vector<StreetShop> shops{shop_at("甲", 0.02F, 0.5F), shop_at("乙", 0.03F, 0.5F), shop_at("丙", 0.035F, 0.5F), shop_at("丁", 0.7F, 0.4F),
                                {content::RecordId::make(), "没放的", "", std::nullopt}};
  const auto spots = admin::spread_out(shops, kAspect);
  CHECK(spots[3] == shops[3].spot);
  CHECK_FALSE(spots[4]);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(spots[i]->x >= 0.0F);
    CHECK(spots[i]->x <= 1.0F);
    shops[i].spot = spots[i];
  }
  CHECK(admin::too_near(shops, kAspect).empty());
}

TEST_CASE("a pin near the line of its neighbours goes onto it, one further off stays") {
  const std::vector<StreetShop> shops{shop_at("西", 0.2F, 0.6F), shop_at("中", 0.3F, 0.5F), shop_at("东", 0.4F, 0.4F)};
  CHECK(admin::snapped({0.3F, 0.51F}, 1, shops, kAspect).y == doctest::Approx(0.5F));
  CHECK(admin::snapped({0.3F, 0.7F}, 1, shops, kAspect).y == doctest::Approx(0.7F));
  CHECK(admin::snapped({0.9F, 0.51F}, 1, shops, kAspect).y == doctest::Approx(0.51F));
}

TEST_CASE("what is put on the diagram, moved and taken off can be undone") {
  const auto office = tests::office_with_people();
  const auto street = office->deeds().create(Kind::Street, {{"name", "江滩双拥街"}});
  nlohmann::json body = tests::merchant_body("渡口面馆");
  body["street"] = street.id.text;
  body["address"] = "江滩双拥街 12 号";
  const auto shop = office->deeds().create(Kind::Merchant, body);
  auto shops = admin::street_shops(*office, street.id);
  REQUIRE(shops.size() == 1);
  CHECK(shops[0].number == "12 号");
  CHECK_FALSE(shops[0].spot);
  admin::put_on_map(*office, shop.id, MapSpot{0.255F, 0.535F});
  CHECK(office->records().find(shop.id)->body["map_x"] == 0.255);
  CHECK(admin::street_shops(*office, street.id)[0].spot);
  admin::put_on_map(*office, shop.id, std::nullopt);
  CHECK_FALSE(office->records().find(shop.id)->body.contains("map_x"));
  office->deeds().undo();
  CHECK(office->records().find(shop.id)->body["map_y"] == 0.535);
  shops = admin::street_shops(*office, street.id);
  CHECK(admin::put_on_map(*office, shops, {MapSpot{0.5F, 0.5F}}) == 1);
  CHECK(admin::put_on_map(*office, admin::street_shops(*office, street.id), {MapSpot{0.5F, 0.5F}}) == 0);
  office->deeds().undo();
  CHECK(office->records().find(shop.id)->body["map_x"] == 0.255);
}

}  // TEST_SUITE
