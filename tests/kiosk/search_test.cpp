#include <doctest/doctest.h>

#include <string>

#include "kiosk/screens/search_hits.h"
#include "tests/support/kiosk_fixture.h"

using content::Kind;
using kiosk::ScreenKind;
using tests::Visit;

namespace {

void open_search(Visit& visit, std::string typed = {}) {
  if (!typed.empty()) visit.kiosk().type(std::move(typed));
  visit.kiosk().open(ScreenKind::Search, {}, visit.now);
  if (!visit.kiosk().visitor().typed.empty()) visit.settle();
  visit.settle();
}

// What group_hits() needs, without a kiosk around it.
struct Desk {
  explicit Desk(std::shared_ptr<content::Catalog> shown) : city(std::move(shown)) {}
  kiosk::Context context() { return {*city, tests::design_minute(), texts, place, visitor, searcher, tributes}; }

  std::shared_ptr<content::Catalog> city;
  tests::TemporaryFolder folder;
  kiosk::Texts texts{ui::Language::Chinese};
  kiosk::Place place;
  kiosk::Visitor visitor;
  kiosk::Searcher searcher{[] {}};
  kiosk::Tributes tributes{folder / "tributes.txt"};
};

content::Hit name_hit(Kind kind, const content::RecordId& id, std::string title, std::size_t begin, std::size_t end) {
  return {.kind = kind, .id = id, .title = std::move(title), .marks = {{begin, end}}, .detail = {}, .detail_marks = {}};
}

content::SearchPage page(std::vector<content::Hit> hits) {
  const auto total = static_cast<std::int64_t>(hits.size());
  return {.hits = std::move(hits), .total = total};
}

}  // namespace

TEST_CASE("hits are grouped, counted and say what they are") {
  Desk desk(tests::small_city());
  const auto& kitchen = desk.city->merchants[2];
  const auto& mother = desk.city->figures[3];
  kiosk::SearchAnswer answer;
  answer.text = "HPL";
  answer.merchants = page({name_hit(Kind::Merchant, kitchen.id, kitchen.name, 0, 9)});
  content::Hit person = name_hit(Kind::Figure, mother.id, mother.name, 0, 0);
  person.marks.clear();
  person.detail = mother.community;
  person.detail_marks = {{0, 9}};
  answer.others = page({person});

  const auto hits = kiosk::group_hits(answer, desk.context());
  CHECK(hits.initials);
  CHECK(hits.total == 2);
  REQUIRE(hits.groups.size() == 2);
  CHECK(hits.groups[0].rows[0].title == "和平里小厨");
  CHECK(hits.groups[0].rows[0].line == "江滩双拥街 3 号 ・ 全单八折");
  CHECK(hits.groups[1].title == "人物与文章");
  const auto& row = hits.groups[1].rows[0];
  CHECK(row.line == "兵妈妈 ・ 和平里社区");
  REQUIRE(row.line_marks.size() == 1);
  CHECK(row.line.substr(row.line_marks[0].begin, row.line_marks[0].end - row.line_marks[0].begin) == "和平里");
  CHECK(hits.candidates == std::vector<std::string>{"和平里"});
}

TEST_CASE("what may not be shown is not found, and full pinyin is not called initials") {
  Desk desk(tests::small_city());
  desk.city->merchants[2].validity.until = content::Day(std::chrono::year(2026), std::chrono::month(7), std::chrono::day(29));
  desk.city->build_lookup();
  const auto& over = desk.city->merchants[2];
  const auto& jar = desk.city->products[0];
  kiosk::SearchAnswer answer;
  answer.text = "baihuami";
  answer.merchants = page({name_hit(Kind::Merchant, over.id, over.name, 0, 9),
                           name_hit(Kind::Merchant, content::RecordId::make(), "不在这一期", 0, 3)});
  answer.others = page({name_hit(Kind::Product, jar.id, jar.name, 6, 15)});
  const auto hits = kiosk::group_hits(answer, desk.context());
  CHECK_FALSE(hits.initials);
  CHECK(hits.total == 1);
  REQUIRE(hits.groups.size() == 1);
  CHECK(hits.groups[0].title == "人物、文章与好物");
  CHECK(hits.groups[0].rows[0].screen == ScreenKind::Product);
}

TEST_CASE("keys type, backspace takes one character, and clearing empties the field") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}}) {
    Visit visit(tests::small_city(), size);
    open_search(visit);
    CHECK(visit.shows("想找哪家店"));
    CHECK(visit.item_log().duplicates().empty());
    for (const auto* key : {"H", "P", "L"}) REQUIRE(visit.tap(key));
    CHECK(visit.kiosk().visitor().typed == "HPL");
    CHECK(visit.shows("HPL"));
    REQUIRE(visit.tap("退格"));
    CHECK(visit.kiosk().visitor().typed == "HP");
    REQUIRE(visit.tap("123"));
    REQUIRE(visit.tap("7"));
    CHECK(visit.kiosk().visitor().typed == "HP7");
    CHECK_FALSE(visit.has_item("Q"));
    REQUIRE(visit.tap("ABC"));
    REQUIRE(visit.tap("清空"));
    CHECK(visit.kiosk().visitor().typed.empty());
  }
}

TEST_CASE("the alphabet keeps all letters in order") {
  Visit visit(tests::small_city());
  open_search(visit);
  REQUIRE(visit.tap("按字母顺序排"));
  std::string letters;
  for (const auto& item : visit.item_log().items()) {
    if (item.label.size() == 1) letters += item.label;
  }
  CHECK(letters == "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  CHECK(visit.has_item("按键盘顺序排"));
}

TEST_CASE("backspace takes a whole character, and a word to complete fills the field") {
  Visit visit(tests::small_city());
  open_search(visit);
  REQUIRE(visit.tap("江滩"));
  CHECK(visit.kiosk().visitor().typed == "江滩");
  REQUIRE(visit.tap("退格"));
  CHECK(visit.kiosk().visitor().typed == "江");
}

TEST_CASE("a question that finds nothing is answered kindly") {
  Visit visit(tests::small_city());
  open_search(visit);
  REQUIRE(visit.tap("Z"));
  CHECK(visit.shows("没有找到“Z”"));
  CHECK(visit.shows("少打一个字母"));
}

TEST_CASE("the search page leads back and home") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    Visit visit(tests::small_city(), size);
    open_search(visit);
    REQUIRE(visit.tap("返回"));
    CHECK(visit.screen() == "home");
  }
}
