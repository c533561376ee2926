// What publishing changes is framed on the page.
#include <doctest/doctest.h>

#include "admin/preview/preview_difference.h"
#include "tests/admin/window/preview_support.h"

using nlohmann::json;
using tests::Desktop;
using tests::shop_body;
using tests::shop_wish;

TEST_SUITE("preview") {

TEST_CASE("what differs between now and after is framed") {
  Desktop desk;
  desk.show(shop_wish(shop_body("渡口面馆")));
  const auto before = desk.preview().texts().texts();
  json body = shop_body("渡口面馆");
  body["offers"][0]["title"] = "全单七折";
  desk.show(shop_wish(body));
  const auto& after = desk.preview().texts().texts();
  const ui::Pixels none;
  CHECK(admin::differences({before, none}, {before, none}, {1920, 1080}).empty());
  const auto boxes = admin::differences({before, none}, {after, none}, {1920, 1080});
  REQUIRE(boxes.size() == 1);
  const ui::LoggedText* offer = desk.preview().texts().find("全单七折");
  REQUIRE(offer != nullptr);
  CHECK(boxes[0].contains(offer->box.centre()));
}

TEST_CASE("a picture that changed is framed too") {
  ui::Pixels a{192, 108, std::vector<std::uint8_t>(192 * 108 * 4, 200)};
  ui::Pixels b = a;
  for (int y = 40; y < 60; ++y) {
    for (int x = 100; x < 130; ++x) b.rgba[static_cast<std::size_t>((y * 192 + x) * 4)] = 20;
  }
  const auto boxes = admin::differences({{}, a}, {{}, b}, {1920, 1080});
  REQUIRE(boxes.size() == 1);
  CHECK(boxes[0].contains({1010, 410}));
  CHECK(boxes[0].contains({1290, 590}));
  CHECK(boxes[0].w < 450);
}

}  // TEST_SUITE
