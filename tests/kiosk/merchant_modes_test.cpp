// A shop's page in every mode and window, and the pictures that it opens.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/kiosk/merchant_support.h"

using tests::offer;
using tests::open_shop;
using tests::Visit;

namespace {

ui::Modes modes_of(unsigned bits) {
  return {.large_text = (bits & 1U) != 0,
          .high_contrast = (bits & 2U) != 0,
          .low_reach = (bits & 4U) != 0,
          .calm = false,
          .language = (bits & 8U) != 0 ? ui::Language::English : ui::Language::Chinese};
}

// A picture that the release names; there are no pixels in these tests.
content::MediaId add_picture(content::Catalog& city) {
  content::Media media;
  media.id = content::MediaId::make();
  media.files = {{.size = content::MediaSize::Full, .sha256 = std::string(64, 'a'), .width = 1600, .height = 1000, .format = "jpeg"}};
  city.media.emplace(media.id, media);
  return media.id;
}

// What both leaves of the page say, and all pages of the letter, joined without the line breaks.
std::string whole_page(Visit& visit, bool english) {
  const auto joined = [&] {
    std::string all;
    for (const auto& text : visit.text_log().texts()) all += text.text;
    return all;
  };
  std::string all = joined();
  const char* turn = english ? "Pledge and more" : "承诺书和更多";
  const char* more = english ? "More" : "更多信息";
  if (visit.tap(turn) || visit.tap(more)) {
    all += joined();
    for (int page = 0; page < 20 && visit.tap(english ? "Read on" : "接着读"); ++page) all += joined();
    visit.tap(english ? "From the start" : "从头读");
    visit.tap(english ? "The offer" : "看优惠");
  }
  return all;
}

}  // namespace

TEST_CASE("in every mode and window a shop's page loses nothing, cuts nothing and stays within reach") {
  auto city = tests::small_city();
  auto& shop = city->merchants[1];
  shop.transit = "公交 8 路 / 24 路 江滩公园站";
  shop.offers[0].conditions = "每桌一证，不与套餐同享";
  shop.offers[0].who = {content::Who::Serving, content::Who::Veteran, content::Who::MilitaryFamily, content::Who::Bereaved, content::Who::Disabled};
  shop.offers.push_back(offer("停车免费"));
  shop.gallery = {add_picture(*city), add_picture(*city)};
  city->build_lookup();
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{1080, 1440},
                          ui::PixelSize{3840, 1080}}) {
    Visit visit(city, size);
    open_shop(visit, *city, 1);
    for (unsigned bits = 0; bits < 16; ++bits) {
      CAPTURE(size.w);
      CAPTURE(bits);
      const ui::Modes modes = modes_of(bits);
      const bool english = modes.language == ui::Language::English;
      visit.kiosk().set_modes(modes, visit.now);
      visit.settle();
      CHECK(visit.item_log().duplicates().empty());
      CHECK(visit.has_item(english ? "View pictures" : "看大图"));
      CHECK(visit.has_item(english ? "On the map" : "在地图上看"));
      CHECK(visit.has_item(english ? "More offers: 1" : "另有 1 项优惠"));
      const float least = modes.large_text ? 32.4F : 24.9F;
      for (const auto& text : visit.text_log().texts()) {
        CAPTURE(text.text);
        CHECK(text.size >= least);
        CHECK_FALSE(text.cut);
        CHECK_FALSE(text.clipped);
        CHECK(text.missing.empty());
      }
      if (modes.low_reach) {
        for (const auto& item : visit.item_log().items()) {
          CAPTURE(item.label);
          CHECK(item.box.y >= 0.48F * static_cast<float>(size.h) / visit.session().pixels_per_u() - 1);
        }
      }
      const std::string all = whole_page(visit, english);
      CAPTURE(all);
      for (const char* fact : {"渡口面馆", "5550 0102", "每桌一证", "公交"}) {
        CAPTURE(fact);
        CHECK(all.find(fact) != std::string::npos);
      }
      const std::vector<const char*> facts = english ? std::vector<const char*>{"20% off", "Daily 6:30", "Veterans", "Bereaved", "Disabled", "2/2028"}
                                                     : std::vector<const char*>{"全单八折", "每天 6:30", "江滩双拥街 2 号", "退役军人", "遗属", "残疾军人", "许明远", "进门一杯热茶"};
      for (const char* fact : facts) {
        CAPTURE(fact);
        CHECK(all.find(fact) != std::string::npos);
      }
    }
  }
}

TEST_CASE("the pictures and the signed letter open in the viewer, and say so only where there are some") {
  auto city = tests::small_city();
  Visit bare(city);
  open_shop(bare, *city, 1);
  CHECK_FALSE(bare.has_item("看大图"));
  CHECK_FALSE(bare.has_item("看原件"));
  city = tests::small_city();
  city->merchants[1].gallery = {add_picture(*city)};
  city->merchants[1].pledge.picture = add_picture(*city);
  city->build_lookup();
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    Visit visit(city, size);
    open_shop(visit, *city, 1);
    CHECK(visit.shows("看大图"));
    REQUIRE(visit.tap("看大图"));
    CHECK(visit.screen() == "picture-viewer");
    REQUIRE(visit.tap("返回"));
    CHECK(visit.screen() == "merchant");
    REQUIRE(visit.tap("看原件"));
    CHECK(visit.screen() == "picture-viewer");
  }
}

TEST_CASE("a shop's only picture opens in the viewer where its page has no room for it") {
  auto city = tests::small_city();
  city->merchants[1].picture = add_picture(*city);
  city->build_lookup();
  Visit roomy(city);
  open_shop(roomy, *city, 1);
  CHECK_FALSE(roomy.has_item("看大图"));
  for (const unsigned bits : {9U, 13U}) {   // large English text, and within low reach
    CAPTURE(bits);
    Visit visit(city, {1080, 1440});
    open_shop(visit, *city, 1);
    visit.kiosk().set_modes(modes_of(bits), visit.now);
    visit.settle();
    REQUIRE(visit.tap("View pictures"));
    CHECK(visit.screen() == "picture-viewer");
  }
}
