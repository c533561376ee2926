// "What can I use?" as a visitor finds it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "kiosk/mode_words.h"
#include "tests/support/kiosk_fixture.h"

using content::Who;
using tests::Visit;

namespace {

// Seven shops in a row, east of the screen; offers of several kinds.
std::shared_ptr<content::Catalog> city_with_offers() {
  auto city = tests::small_city();
  double east = 0.001;
  for (auto& merchant : city->merchants) {
    merchant.longitude = 111.3 + east;
    merchant.latitude = 30.69;
    east += 0.001;
  }
  city->merchants[0].offers[0].title = "全单七折";
  city->merchants[0].offers[0].who = {Who::Veteran};
  city->merchants[0].offers[0].cards = content::Cards::LocalOnly;
  city->merchants[1].offers[0].title = "免费测血压";
  city->merchants[1].offers[0].who = {Who::Disabled};
  city->merchants[1].offers[0].proofs = {content::Proof::DisabilityCard};
  city->merchants[2].category = "文化";
  city->build_lookup();
  return city;
}

kiosk::KioskOptions here() {
  kiosk::KioskOptions options;
  options.place.longitude = 111.3;
  options.place.latitude = 30.69;
  return options;
}

void open_can_use(Visit& visit) {
  visit.kiosk().open(kiosk::ScreenKind::CanUse, {}, visit.now);
  visit.settle();
}

const ui::PixelSize kSizes[] = {{1920, 1080}, {1080, 1920}, {1440, 1080}, {1080, 1440}, {3840, 1080}};

}  // namespace

TEST_CASE("one touch says who I am, and the offers that apply stand nearest first with the proof to show") {
  for (const auto size : kSizes) {
    CAPTURE(size.w);
    CAPTURE(size.h);
    Visit visit(city_with_offers(), size, here());
    open_can_use(visit);
    CHECK(visit.screen() == "what-can-i-use");
    CHECK(visit.shows("我能享受什么"));
    REQUIRE(visit.tap("退役军人"));
    CHECK(visit.has_item("优待 1 全单七折"));
    CHECK(visit.shows("请出示"));
    CHECK(visit.shows("优待证"));
    CHECK(visit.shows("120 米"));
    CHECK(visit.item_log().duplicates().empty());
    REQUIRE(visit.tap("现役军人"));
    CHECK_FALSE(visit.has_item("优待 1 全单七折"));
    CHECK(visit.has_item("优待 1 全单八折"));
  }
}

TEST_CASE("a card of another province leaves the offers that count it") {
  Visit visit(city_with_offers(), {1920, 1080}, here());
  open_can_use(visit);
  visit.tap("退役军人");
  CHECK(visit.shows("限本地优待证"));
  REQUIRE(visit.tap("外省优待证"));
  CHECK_FALSE(visit.has_item("优待 1 全单七折"));
  CHECK(visit.shows("外地优待证同样有效"));
  visit.tap("外省优待证");
  CHECK(visit.has_item("优待 1 全单七折"));
}

TEST_CASE("all seven groups can be chosen, three of them behind 其他优抚对象") {
  for (const auto size : kSizes) {
    CAPTURE(size.w);
    Visit visit(city_with_offers(), size, here());
    open_can_use(visit);
    for (const auto* words : {"现役军人", "退役军人", "军人家属", "烈士遗属", "其他优抚对象"}) CHECK(visit.has_item(words));
    REQUIRE(visit.tap("其他优抚对象"));
    for (const auto* words : {"残疾军人", "优待证持有人", "消防救援人员"}) CHECK(visit.shows(words));
    REQUIRE(visit.tap("其他优抚对象 残疾军人"));
    CHECK(visit.has_item("残疾军人"));
    CHECK(visit.has_item("优待 1 免费测血压"));
    CHECK(visit.shows("残疾军人证"));
  }
}

TEST_CASE("closed shops come back with one touch, and an empty list says what would find something") {
  Visit visit(city_with_offers(), {1920, 1080}, here());
  visit.now = tests::minute_at(2026, 7, 30, 23);
  open_can_use(visit);
  visit.tap("退役军人");
  CHECK(visit.shows("附近现在没有符合的优待"));
  CHECK_FALSE(visit.has_item("优待 1 全单七折"));
  std::string lift;
  for (const auto& item : visit.item_log().items()) {
    if (item.label.find("不管是否营业") != std::string::npos) lift = item.label;
    CHECK(item.label.find("・ 0 项") == std::string::npos);
  }
  REQUIRE_FALSE(lift.empty());
  REQUIRE(visit.tap(lift));
  CHECK(visit.has_item("优待 1 全单七折"));
  CHECK(visit.shows("休息中"));
}

TEST_CASE("a category narrows the list, and says how many each would leave") {
  Visit visit(city_with_offers(), {1920, 1080}, here());
  open_can_use(visit);
  visit.tap("退役军人");
  REQUIRE(visit.tap("类别"));
  CHECK(visit.shows("1 项"));
  REQUIRE(visit.tap("类别 文化"));
  CHECK(visit.has_item("优待 1 全单八折"));
  CHECK_FALSE(visit.has_item("优待 2 全单八折"));
}

TEST_CASE("a row tells of its offer, a second touch opens the shop, and 带我去 its street") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    auto city = city_with_offers();
    Visit visit(city, size, here());
    open_can_use(visit);
    visit.tap("退役军人");
    visit.tap("优待 2 全单八折");
    CHECK(visit.has_item("看 " + city->merchants[2].name));
    visit.tap("优待 2 全单八折");
    CHECK(visit.screen() == "merchant");
    CHECK(visit.shows(city->merchants[2].name));
    visit.tap("返回");
    REQUIRE(visit.tap("带我去"));
    CHECK(visit.screen() == "street");
    CHECK(visit.shows(city->merchants[2].name));
  }
}

TEST_CASE("the page promises no more than it knows: nearest first only with a place, now only while closed shops are left out") {
  Visit placed(city_with_offers(), {1920, 1080}, here());
  open_can_use(placed);
  placed.tap("退役军人");
  CHECK(placed.shows("从最近的排起"));
  CHECK(placed.shows("现在能用"));
  placed.tap("只看营业中");
  CHECK(placed.shows("能享受"));
  CHECK_FALSE(placed.shows("现在能用"));
  Visit lost(city_with_offers());
  open_can_use(lost);
  lost.tap("退役军人");
  CHECK(lost.shows("现在能用"));
  CHECK_FALSE(lost.shows("从最近的排起"));
}

TEST_CASE("带我去 is offered only where a street's map leads there") {
  auto city = city_with_offers();
  for (auto& merchant : city->merchants) merchant.street = {};
  city->merchants[2].street = city->streets[0].id;
  city->build_lookup();
  Visit visit(city, {1920, 1080}, here());
  open_can_use(visit);
  visit.tap("退役军人");
  CHECK_FALSE(visit.has_item("带我去"));
  visit.tap("优待 2 全单八折");
  CHECK(visit.has_item("带我去"));
}

TEST_CASE("an offer that goes while one reads leaves the list on its page") {
  auto city = city_with_offers();
  for (int i = 0; i < 20; ++i) {
    city->merchants.push_back(tests::merchant_named("北岸" + std::to_string(i) + "号店", city->streets[0], 20 + i));
    city->merchants.back().longitude = 111.32 + 0.001 * i;
    city->merchants.back().latitude = 30.69;
  }
  city->build_lookup();
  Visit visit(city, {1920, 1080}, here());
  open_can_use(visit);
  visit.tap("退役军人");
  REQUIRE(visit.tap("›"));
  const auto first_of_page = [&] {
    for (const auto& item : visit.item_log().items()) {
      if (item.label.starts_with("优待 ")) return item.label;
    }
    return std::string();
  };
  const std::string before = first_of_page();
  REQUIRE_FALSE(before.empty());
  REQUIRE_FALSE(before.starts_with("优待 1 "));
  const auto number = std::stoul(before.substr(std::string("优待 ").size()));
  auto later = std::make_shared<content::Catalog>(*city);
  const auto selected = std::ranges::find_if(later->merchants, [&](const auto& merchant) { return visit.has_item("看 " + merchant.name); });
  REQUIRE(selected != later->merchants.end());
  for (auto& day : selected->hours.week) day = {{1, 2}};   // it closed
  later->build_lookup();
  visit.kiosk().show(later);
  visit.settle();
  CHECK(first_of_page().starts_with("优待 " + std::to_string(number) + " "));
}

TEST_CASE("who I am is forgotten with the visitor") {
  Visit visit(city_with_offers(), {1920, 1080}, here());
  open_can_use(visit);
  visit.tap("退役军人");
  CHECK(visit.has_item("优待 1 全单七折"));
  visit.wait_seconds(200);
  open_can_use(visit);
  CHECK(visit.shows("请选您是谁"));
}

TEST_CASE("a page lists two offers or more in every mode") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    for (const ui::Modes& modes : kiosk::all_modes()) {
      CAPTURE(size.w);
      CAPTURE(kiosk::mode_suffix(modes));
      Visit visit(city_with_offers(), size, here());
      visit.kiosk().set_modes(modes, visit.now);
      open_can_use(visit);
      const bool english = modes.language == ui::Language::English;
      visit.tap(english ? "Veteran" : "退役军人");
      const auto rows = std::ranges::count_if(visit.item_log().items(), [&](const auto& item) { return item.label.starts_with(english ? "Offer " : "优待 "); });
      CHECK(rows >= 2);
    }
  }
}

TEST_CASE("in every mode and shape all offers can be paged to, and in low reach nothing above the line is touched") {
  for (const auto size : kSizes) {
    for (const bool large : {false, true}) {
      for (const bool low : {false, true}) {
        CAPTURE(size.w);
        CAPTURE(size.h);
        CAPTURE(large);
        CAPTURE(low);
        Visit visit(city_with_offers(), size, here());
        ui::Modes modes;
        modes.large_text = large;
        modes.low_reach = low;
        modes.high_contrast = large && low;
        visit.kiosk().set_modes(modes, visit.now);
        open_can_use(visit);
        visit.tap("退役军人");
        std::size_t seen = 0;
        for (int page = 0; page < 8; ++page) {
          for (const auto& item : visit.item_log().items()) {
            const std::string row = "优待 " + std::to_string(seen + 1) + " ";
            if (item.label.starts_with(row)) ++seen;
            const float reach = static_cast<float>(visit.session().size().h) * 0.48F;
            if (low) CHECK(item.box.y >= reach - 1);
          }
          if (!visit.tap("›")) break;
        }
        CHECK(seen == 6);
      }
    }
  }
}
