// The search page in every window and mode.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "kiosk/mode_words.h"
#include "tests/kiosk/searchable_city.h"

using tests::open_search;
using tests::SearchableCity;
using tests::tap_letters;
using tests::Visit;

namespace {

constexpr ui::PixelSize kSizes[] = {{1920, 1080}, {1080, 1920}, {1440, 1080}, {1080, 1440}, {3840, 1080}};

ui::Modes low_reach() {
  ui::Modes modes;
  modes.low_reach = true;
  return modes;
}

// Eleven shops whose address holds 江滩, four figures of 和平里.
std::shared_ptr<content::Catalog> busy_city() {
  auto city = tests::small_city();
  const content::Street street = city->streets[0];
  for (const char* name : {"和平里照相馆", "和平里粮油店", "和平里修鞋铺", "和平里茶庄"}) {
    city->merchants.push_back(tests::merchant_named(name, street, static_cast<int>(city->merchants.size()) + 1));
  }
  return city;
}

// Like settle(), in few frames.
void answer(Visit& visit) {
  visit.frames(2);
  for (int i = 0; i < 2000 && visit.kiosk().searcher().waiting(); ++i) visit.frames();
  visit.frames(1);
}

void check_words_and_targets(Visit& visit) {
  const float least = visit.session().theme().text_size(25) - 0.1F;
  for (const auto& text : visit.text_log().texts()) {
    CAPTURE(text.text);
    CHECK(text.size >= least);
    CHECK_FALSE(text.cut);
    CHECK_FALSE(text.clipped);
  }
  const bool low = visit.kiosk().visitor().modes.low_reach;
  const float line = visit.session().size().h * ui::touch::kReachShare;
  for (const auto& item : visit.item_log().items()) {
    CAPTURE(item.label);
    CHECK(item.box.w >= ui::touch::kMin);
    CHECK(item.box.h >= ui::touch::kMin);
    if (low) CHECK(item.box.y >= line - 1);
  }
  CHECK(visit.item_log().duplicates().empty());
}

// All rows that can be touched, on all pages of all groups.
std::set<std::string> reachable_rows(Visit& visit) {
  std::set<std::string> rows;
  const auto collect = [&] {
    for (const auto& item : visit.item_log().items()) {
      if (item.label.starts_with("商户 和平里")) rows.insert(item.label);
      if (item.label.starts_with("条目 ")) rows.insert(item.label);
    }
  };
  for (const std::string group : {"商户", "人物"}) {
    for (const auto& item : visit.item_log().items()) {
      if (item.label.starts_with(group + " ") && std::isdigit(static_cast<unsigned char>(item.label.back())) != 0) {
        REQUIRE(visit.tap(item.label));
        break;
      }
    }
    for (int page = 0; page < 12; ++page) {
      collect();
      std::string more;
      for (const auto& item : visit.item_log().items()) {
        if (item.label.starts_with(group + " 还有") || item.label.starts_with(group + " +")) more = item.label;
      }
      if (more.empty() || !visit.tap(more)) break;
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("in every mode and window nothing is cut, small or out of reach: empty, with hits, without") {
  SearchableCity city(busy_city());
  for (const auto size : kSizes) {
    Visit visit(city.catalog, size);
    open_search(visit);
    for (const std::string typed : {"", "HPL", "HEPUNGLI", "HPLVVVV"}) {
      visit.kiosk().type(typed);
      visit.settle();
      for (const ui::Modes& modes : kiosk::all_modes()) {
        CAPTURE(size.w);
        CAPTURE(size.h);
        CAPTURE(typed);
        CAPTURE(kiosk::mode_suffix(modes));
        visit.kiosk().set_modes(modes, visit.now);
        answer(visit);
        check_words_and_targets(visit);
      }
    }
  }
}

TEST_CASE("every hit can be paged to, in every window, with large text and in low reach") {
  SearchableCity city(busy_city());
  for (const auto size : kSizes) {
    for (const bool large : {false, true}) {
      for (const bool low : {false, true}) {
        CAPTURE(size.w);
        CAPTURE(size.h);
        CAPTURE(large);
        CAPTURE(low);
        Visit visit(city.catalog, size);
        visit.kiosk().set_modes({.large_text = large, .low_reach = low}, visit.now);
        open_search(visit, "HPL");
        if (low) REQUIRE(visit.tap("看结果 9 条"));
        CHECK(reachable_rows(visit).size() == 9);
      }
    }
  }
}

TEST_CASE("in low reach a key swaps the keyboard for the results, all below the line") {
  SearchableCity city;
  for (const auto size : kSizes) {
    Visit visit(city.catalog, size);
    visit.kiosk().set_modes(low_reach(), visit.now);
    open_search(visit);
    const float line = visit.session().size().h * ui::touch::kReachShare;
    const auto all_below = [&] {
      return std::ranges::all_of(visit.item_log().items(), [line](const ui::LoggedItem& item) { return item.box.y >= line - 1; });
    };
    CHECK(all_below());
    tap_letters(visit, "HPL");
    CHECK(all_below());
    CHECK(visit.shows("和平里"));                        // above, to be seen
    CHECK_FALSE(visit.has_item("商户 和平里小厨"));      // … not to be touched
    REQUIRE(visit.tap("看结果 5 条"));
    CHECK(all_below());
    CHECK_FALSE(visit.has_item("Q"));
    CHECK(visit.shows("HPL"));
    CHECK(visit.has_item("商户 和平里小厨"));
    REQUIRE(visit.tap("回到键盘"));
    CHECK(visit.has_item("Q"));
    tap_letters(visit, "VVVV");
    REQUIRE(visit.tap("看看别的"));
    CHECK(all_below());
    REQUIRE(visit.tap("只打“HPL” 5 条"));
    REQUIRE(visit.tap("商户 和平里小厨"));
    CHECK(visit.screen() == "merchant");
  }
}
