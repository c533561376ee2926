// What the tests of the street's page share.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "kiosk/screen.h"
#include "tests/support/kiosk_fixture.h"

namespace tests {

using kiosk::ScreenKind;

inline void open_street(Visit& visit, content::RecordId record = {}) {
  visit.kiosk().open(ScreenKind::Street, {.record = std::move(record), .series = {}, .filter = {}, .neighbours = {}}, visit.now);
  visit.settle();
}

inline std::string row(const content::Merchant& merchant) { return "商户 " + merchant.name; }

inline std::shared_ptr<content::Catalog> city_with_shops(int count) {
  auto city = tests::small_city();
  city->merchants.clear();
  for (int i = 1; i <= count; ++i) {
    city->merchants.push_back(tests::merchant_named("第" + std::to_string(i) + "号店", city->streets[0], i));
  }
  city->build_lookup();
  return city;
}

inline constexpr ui::PixelSize kSizes[] = {{1920, 1080}, {1080, 1920}, {1280, 720}, {1280, 800}, {1440, 1080}, {3840, 2160}, {1200, 1600}};

// The sixteen combinations of large text, high contrast, low reach and English.
inline ui::Modes modes_of(unsigned bits) {
  return {.large_text = (bits & 1U) != 0,
          .high_contrast = (bits & 2U) != 0,
          .low_reach = (bits & 4U) != 0,
          .calm = false,
          .language = (bits & 8U) != 0 ? ui::Language::English : ui::Language::Chinese};
}

// Also words that take several lines.
inline bool says(const Visit& visit, std::string_view words) {
  return std::ranges::any_of(visit.text_log().texts(), [&](const ui::LoggedText& text) { return text.whole.find(words) != std::string::npos; });
}

inline std::size_t map_items(const Visit& visit) {
  std::size_t count = 0;
  for (const auto& item : visit.item_log().items()) count += item.label.starts_with("地图 ") ? 1 : 0;
  return count;
}

// The first disc on the map that stands for several shops; empty when there is none.
inline std::string first_group(const Visit& visit) {
  for (const auto& item : visit.item_log().items()) {
    if (item.label.starts_with("地图 从第")) return item.label.substr(0, item.label.find("##"));
  }
  return {};
}

inline void place(content::Merchant& merchant, float x, float y) {
  merchant.map_x = x;
  merchant.map_y = y;
}

}  // namespace tests
