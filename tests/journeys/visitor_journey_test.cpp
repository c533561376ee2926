// A visitor's whole journey in a real window: from the attract loop to the offer, over map, search and every mode to the pictures, and
// away; whoever comes next finds a fresh screen.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "kiosk/texts.h"
#include "tests/journeys/kiosk_program.h"
#include "tests/journeys/window_finger.h"
#include "tests/support/published_city.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using journeys::RunningKiosk;
using journeys::WindowFinger;
using nlohmann::json;

namespace {

WindowFinger::Condition is(const char* key, bool value) {
  return [key, value](const json& seen) { return seen[key] == value; };
}

// Waits until something on screen bears a label with this part in it.
std::string awaited(const WindowFinger& finger, std::string_view part) {
  std::string label;
  finger.until([&](const json&) { return !(label = finger.label_with(part)).empty(); }, std::chrono::seconds(10));
  return label;
}

void settings(const fs::path& file) {
  std::ofstream(file) << "[place]\nname = \"江滩公园\"\nstreet = \"江滩双拥街\"\nmap = [0.36, 0.52]\nlongitude = 111.301\nlatitude = 30.692\n"
                         "facing = 180\n[idle]\nask_after_s = 12\nask_after_reading_s = 12\ncountdown_s = 6\n";
}

void find_an_offer_and_the_way(WindowFinger& finger, const kiosk::Texts& texts) {
  REQUIRE(finger.tap_to(texts("home.can_use"), "what-can-i-use"));
  REQUIRE(finger.tap_until(texts("can_use.who.veteran"), [&](const json&) { return !finger.label_with("优待 2").empty(); }));
  REQUIRE(finger.tap(awaited(finger, "优待 2")));
  REQUIRE(finger.tap_to(texts("can_use.go"), "street"));
  REQUIRE(finger.tap(texts("street.zoom_in")));
  REQUIRE(finger.tap_to(texts("dock.home"), "home"));
}

void search_a_shop(WindowFinger& finger) {
  REQUIRE(finger.tap_to(awaited(finger, "搜"), "search"));
  std::size_t typed = 0;
  for (const char* letter : {"D", "K", "M", "G"}) {
    ++typed;
    REQUIRE(finger.tap_until(letter, [typed](const json& seen) { return seen["typed"] == typed; }));
  }
  const std::string shop = awaited(finger, "渡口面馆");
  REQUIRE_FALSE(shop.empty());
  REQUIRE(finger.tap_to(shop, "merchant"));
}

void switch_all_modes_on(WindowFinger& finger, const kiosk::Texts& texts) {
  REQUIRE(finger.tap_until(texts("dock.large"), is("large", true)));
  REQUIRE(finger.tap_until(texts("dock.contrast"), is("contrast", true)));
  REQUIRE(finger.tap_until(texts("dock.low"), is("low", true)));
  REQUIRE(finger.tap_until(texts("dock.language"), is("english", true)));
  CHECK(finger.screen() == "merchant");   // the page stays
}

void look_at_pictures(WindowFinger& finger, const kiosk::Texts& english) {
  REQUIRE(finger.tap_to(english("dock.home"), "home"));
  REQUIRE(finger.tap_to(awaited(finger, english("home.title.products")), "products"));
  REQUIRE(finger.tap_to(awaited(finger, "Goods "), "product"));
  REQUIRE(finger.tap_to(awaited(finger, "icture"), "picture-viewer"));
  REQUIRE(finger.tap(english("pictures.larger")));
}

}  // namespace

TEST_CASE("a visitor finds an offer, the way, a shop by typing, changes every mode, sees pictures and leaves nothing behind") {
  const tests::TemporaryFolder folder;
  tests::publish_city(folder / "outbox", 1);
  settings(folder / "kiosk.toml");
  const auto report = folder / "items.json";
  const RunningKiosk kiosk(folder.path(), {"--release", (folder / "outbox").string(), "--state", (folder / "state").string(), "--config",
                                           (folder / "kiosk.toml").string(), "--clock", "2026-07-30T10:26", "--item-log", report.string(),
                                           "--windowed", "1280x720"});
  WindowFinger finger(kiosk, report);
  const kiosk::Texts chinese(ui::Language::Chinese);
  const kiosk::Texts english(ui::Language::English);
  REQUIRE(finger.until_screen("attract"));
  REQUIRE(finger.tap_to(chinese("attract.touch"), "home"));
  find_an_offer_and_the_way(finger, chinese);
  search_a_shop(finger);
  switch_all_modes_on(finger, chinese);
  look_at_pictures(finger, english);

  REQUIRE(finger.until(is("asking", true), std::chrono::seconds(30)));
  REQUIRE(finger.tap_until(english("idle.stay"), is("asking", false)));
  CHECK(finger.screen() == "picture-viewer");
  REQUIRE(finger.until(is("asking", true), std::chrono::seconds(30)));
  REQUIRE(finger.until_screen("attract", std::chrono::seconds(30)));

  REQUIRE(finger.tap_to(chinese("attract.touch"), "home"));
  const json next = finger.look();
  for (const char* mode : {"large", "contrast", "low", "english"}) CHECK(next[mode] == false);
  CHECK(next["typed"] == 0);
  REQUIRE(finger.tap_to(awaited(finger, "搜"), "search"));
  CHECK(finger.label_with("渡口面馆").empty());
  CHECK(kiosk.alive());
}
