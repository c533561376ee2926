// Screens of 4 to 3 and 32 to 9, large letters and long words: nothing over another, no half of a page empty, no half of a face.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "kiosk/lint/rules.h"
#include "kiosk/lint/sight.h"
#include "kiosk/screens/honour_card.h"
#include "kiosk/widgets/name_line.h"
#include "kiosk/widgets/page_frame.h"
#include "tests/support/kiosk_fixture.h"

using tests::Visit;

namespace {

const ui::Modes kLargeEnglish{.large_text = true, .language = ui::Language::English};

void open(Visit& visit, kiosk::ScreenKind screen, const content::RecordId& record, const ui::Modes& modes, std::vector<content::RecordId> neighbours = {}) {
  visit.kiosk().set_modes(modes, visit.now);
  visit.kiosk().open(screen, {.record = record, .series = {}, .filter = {}, .neighbours = std::move(neighbours)}, visit.now);
  visit.settle();
}

// The faults of what is on screen that have to do with place.
std::string misplaced(Visit& visit) {
  using kiosk::lint::Rule;
  std::string all;
  for (const auto& finding : kiosk::lint::check(kiosk::lint::sight_of(visit.session(), visit.item_log(), visit.text_log()))) {
    const bool place = finding.rule == Rule::Crossing || finding.rule == Rule::Clipped || finding.rule == Rule::Outside || finding.rule == Rule::Overlap;
    if (place) all += finding.subject + " | ";
  }
  return all;
}

const ui::LoggedItem& item(Visit& visit, std::string_view label) {
  const auto& items = visit.item_log().items();
  const auto found = std::ranges::find(items, label, &ui::LoggedItem::label);
  REQUIRE(found != items.end());
  return *found;
}

}  // namespace

TEST_CASE("on a screen of 4 to 3 the host of an order link stays above the arrows, however long the product's name") {
  auto city = tests::small_city();
  auto& honey = city->products[0];
  honey.order_link = "https://haowu.jiangcheng.example/p/honey";
  honey.outlets = {{"shop", "江滩双拥街 31 号 老兵好物集合店", {}}, {"calendar", "每周六 9:00 – 12:00 江滩市集", {}}};
  honey.english = {{"name", "Riverside Boundary Stone Wildflower Honey"}, {"unit", "500 g a jar"}, {"origin", "Yunling, Jiangcheng"}};
  city->build_lookup();
  std::vector<content::RecordId> all;
  for (const auto& product : city->products) all.push_back(product.id);
  for (const bool contrast : {false, true}) {
    ui::Modes modes = kLargeEnglish;
    modes.high_contrast = contrast;
    Visit visit(city, {1024, 768});
    open(visit, kiosk::ScreenKind::Product, honey.id, modes, all);
    CHECK(misplaced(visit) == "");
    CHECK(visit.shows("example"));
    for (const auto& text : visit.text_log().texts()) {
      if (text.text.find("example") != std::string::npos) CHECK(text.box.bottom() <= item(visit, "Next").box.y);
    }
  }
}

TEST_CASE("products with long English names stand clear of each other's prices on a screen of 32 to 9") {
  auto city = tests::small_city();
  for (int i = 0; i < 6; ++i) {
    auto product = tests::product_named("石磨香油" + std::to_string(i), 4500);
    product.english = {{"name", "Stone-Milled Sesame Oil " + std::to_string(i)}, {"unit", "450 ml a bottle"}, {"maker_line", "8 years a veteran"}};
    product.maker = "方砺石";
    city->products.push_back(std::move(product));
  }
  city->build_lookup();
  for (const auto size : {ui::PixelSize{3840, 1080}, ui::PixelSize{1920, 1080}, ui::PixelSize{1024, 768}}) {
    CAPTURE(size.w);
    Visit visit(city, size);
    open(visit, kiosk::ScreenKind::Products, {}, kLargeEnglish);
    CHECK(misplaced(visit) == "");
  }
}

TEST_CASE("a shop's page takes the whole stage of a screen of 32 to 9") {
  auto city = tests::small_city();
  city->build_lookup();
  std::vector<content::RecordId> all;
  for (const auto& merchant : city->merchants) all.push_back(merchant.id);
  for (const bool low : {false, true}) {
    CAPTURE(low);
    Visit visit(city, {3840, 1080});
    open(visit, kiosk::ScreenKind::Merchant, city->merchants[1].id, {.low_reach = low}, all);
    const float middle = visit.session().size().w / 2;
    const float spine = 128;
    const float stage_right = middle + spine / 2 + 1000;   // 2000 u in the middle of what the spine leaves
    CHECK(item(visit, "下一家").box.right() == doctest::Approx(stage_right).epsilon(0.01));
    CHECK(misplaced(visit) == "");
  }
}

TEST_CASE("a card of the honour wall is never so wide that its picture shows half a face") {
  auto city = tests::small_city();
  for (int i = 0; i < 20; ++i) city->figures.push_back(tests::figure_named("人物" + std::to_string(i), content::FigureCategory::Veteran));
  city->build_lookup();
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{3840, 1080}, ui::PixelSize{1024, 768}, ui::PixelSize{1366, 768}}) {
    for (const bool large : {false, true}) {
      for (const auto language : {ui::Language::Chinese, ui::Language::English}) {
        CAPTURE(size.w);
        CAPTURE(large);
        Visit visit(city, size);
        open(visit, kiosk::ScreenKind::HonourWall, {}, {.large_text = large, .language = language});
        float words = 0;
        visit.session().frame([&](ui::Canvas& canvas) { words = kiosk::CardWords(canvas, false).height; });
        visit.settle();
        visit.tap("›");   // past the city's own
        int cards = 0;
        for (const auto& one : visit.item_log().items()) {
          const bool of_the_week = one.box.w > 600;
          if (one.label.find("人物") == std::string::npos || of_the_week) continue;
          ++cards;
          const bool beside = one.box.w > one.box.h * kiosk::kBesideShape;
          CHECK((beside || one.box.w <= (one.box.h - words) * kiosk::kWidestFace + 1));
        }
        CHECK(cards > 0);
      }
    }
  }
}

TEST_CASE("a headline breaks into lines of like length, between words that belong apart") {
  Visit visit(tests::small_city());
  visit.session().frame([](ui::Canvas& canvas) {
    const ui::TextStyle style{.face = ui::Face::Serif, .size = 60, .color = {}, .hang_quotes = true};
    const std::string words = "一条街，怎样把“优待”变成日常";
    const auto wide = canvas.layout(words, style, 700);
    REQUIRE(wide.lines.size() == 2);
    const auto block = kiosk::lay_balanced(canvas, words, style, 700);
    REQUIRE(block.lines.size() == 2);
    CHECK(words.substr(block.lines[0].begin, block.lines[0].end - block.lines[0].begin) == "一条街，怎样把");
    CHECK(words.substr(block.lines[1].begin, block.lines[1].end - block.lines[1].begin) == "“优待”变成日常");
    CHECK(kiosk::lay_balanced(canvas, "短", style, 700).lines.size() == 1);
    const auto three = kiosk::lay_balanced(canvas, words + words, style, 700);
    CHECK(three.lines.size() == canvas.layout(words + words, style, 700).lines.size());
    for (const auto& line : three.lines) CHECK(line.width <= 700);
  });
}

TEST_CASE("a headline and what people said leave no rest of two characters on their last line") {
  Visit visit(tests::small_city());
  visit.session().frame([](ui::Canvas& canvas) {
    const ui::TextStyle style{.face = ui::Face::Kai, .size = 40, .color = {}};
    const std::string rest = "我家的灯就替他们亮着。";
    const float width = canvas.measure("我家的灯就替他们亮", style);
    REQUIRE(canvas.layout(rest, style, width).lines.back().width < width * 0.4F);
    CHECK(kiosk::lay_headline(canvas, rest, style, width, 2).lines.back().width > width * 0.4F);
    const std::string said = "孩子们到江城当兵，\n" + rest;
    const auto voice = kiosk::lay_voice(canvas, said, style, width, 3);
    REQUIRE(voice.lines.size() == 3);
    CHECK(voice.text.substr(0, voice.lines[0].end) == "孩子们到江城当兵，");
    CHECK(voice.lines.back().width > width * 0.4F);
    // A full last line but one stays as it is; what is cut stays cut.
    const std::string even = "退休教师，儿子参军那年腾出一间小屋";
    CHECK(kiosk::lay_headline(canvas, even, style, width, 2).lines[0].end == canvas.layout(even, style, width).lines[0].end);
    CHECK(kiosk::lay_voice(canvas, said, style, width, 2).lines.back().ellipsis);
  });
  CHECK(kiosk::in_two_parts("周念慈 Zhou Nianci") == "周念慈\nZhou Nianci");
  CHECK(kiosk::in_two_parts("Wei Xinzhu ・ 7 years a veteran") == "Wei Xinzhu\n7 years a veteran");
}
