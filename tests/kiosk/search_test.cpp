#include <doctest/doctest.h>

#include <string>

#include "kiosk/screens/search_hits.h"
#include "tests/kiosk/searchable_city.h"

using content::Kind;
using kiosk::ScreenKind;
using tests::open_search;
using tests::SearchableCity;
using tests::tap_letters;
using tests::Visit;

namespace {

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
  answer.merchants.exact = page({name_hit(Kind::Merchant, kitchen.id, kitchen.name, 0, 9)});
  content::Hit person = name_hit(Kind::Figure, mother.id, mother.name, 0, 0);
  person.marks.clear();
  person.detail = mother.community;
  person.detail_marks = {{0, 9}};
  answer.figures.exact = page({person});

  const auto hits = kiosk::group_hits(answer, desk.context());
  CHECK(hits.initials);
  CHECK(hits.total() == 2);
  CHECK(hits.near == 0);
  REQUIRE(hits.groups.size() == 2);
  CHECK(hits.groups[0].rows[0].title == "和平里小厨");
  CHECK(hits.groups[0].rows[0].line == "江滩双拥街 3 号 ・ 全单八折");
  CHECK(hits.groups[1].title == "人物");
  const auto& row = hits.groups[1].rows[0];
  CHECK(row.line == "兵妈妈 ・ 和平里社区");
  REQUIRE(row.line_marks.size() == 1);
  CHECK(row.line.substr(row.line_marks[0].begin, row.line_marks[0].end - row.line_marks[0].begin) == "和平里");
  CHECK(hits.candidates == std::vector<std::string>{"和平里", "和平里小厨"});
}

TEST_CASE("what may not be shown is not found, and full pinyin is not called initials") {
  Desk desk(tests::small_city());
  desk.city->merchants[2].validity.until = content::Day(std::chrono::year(2026), std::chrono::month(7), std::chrono::day(29));
  desk.city->build_lookup();
  const auto& over = desk.city->merchants[2];
  const auto& jar = desk.city->products[0];
  kiosk::SearchAnswer answer;
  answer.text = "baihuami";
  answer.merchants.exact = page({name_hit(Kind::Merchant, over.id, over.name, 0, 9),
                                 name_hit(Kind::Merchant, content::RecordId::make(), "不在这一期", 0, 3)});
  answer.products.exact = page({name_hit(Kind::Product, jar.id, jar.name, 6, 15)});
  const auto hits = kiosk::group_hits(answer, desk.context());
  CHECK_FALSE(hits.initials);
  CHECK(hits.total() == 1);
  REQUIRE(hits.groups.size() == 1);
  CHECK(hits.groups[0].title == "好物");
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
  // Nothing is a dead end: each button says how many it finds, and finds them.
  CHECK(visit.has_item("看光荣榜 4 位"));
  REQUIRE(visit.tap("看老兵好物 3 样"));
  CHECK(visit.screen() == "products");
}

TEST_CASE("the search page leads back and home") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    Visit visit(tests::small_city(), size);
    open_search(visit);
    REQUIRE(visit.tap("返回"));
    CHECK(visit.screen() == "home");
  }
}

TEST_CASE("a search that begins anew says nothing of the one before") {
  SearchableCity city;
  Visit visit(city.catalog);
  open_search(visit);
  tap_letters(visit, "HPL");
  visit.settle();
  CHECK(visit.shows("首字母 HPL"));
  REQUIRE(visit.tap("清空"));
  REQUIRE(visit.tap("首页"));
  open_search(visit);
  CHECK_FALSE(visit.shows("首字母 HPL"));
  visit.now = visit.now + std::chrono::minutes(1);
  visit.settle();
  CHECK_FALSE(visit.shows("首字母 HPL"));
}

TEST_CASE("the last page of more hits than are listed says so, and leads back to the first") {
  auto many = tests::small_city();
  many->merchants.clear();
  for (int i = 1; i <= 230; ++i) many->merchants.push_back(tests::merchant_named("江边小店" + std::to_string(i), many->streets[0], i));
  SearchableCity city(many);
  Visit visit(city.catalog);
  open_search(visit, "江边");
  const auto way = [&](const char* begin) {
    for (const auto& item : visit.item_log().items()) {
      if (item.label.starts_with(begin)) return item.label;
    }
    return std::string();
  };
  for (int turn = 0; turn < 230 && !way("商户 还有").empty(); ++turn) visit.tap(way("商户 还有"));
  CHECK(way("商户 还有").empty());
  CHECK(way("商户 只列前 200 条 ・ 从头看") == "商户 只列前 200 条 ・ 从头看");
  REQUIRE(visit.tap("商户 只列前 200 条 ・ 从头看"));
  CHECK_FALSE(way("商户 还有").empty());
}

TEST_CASE("a wrongly spelled name finds the shop, and the page says what it took it for") {
  SearchableCity city;
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    for (const std::string typed : {"HEPINNI", "HEPUNGLI"}) {   // a sound, a slip
      CAPTURE(typed);
      Visit visit(city.catalog, size);
      open_search(visit);
      tap_letters(visit, typed);
      CHECK(visit.shows("没有“" + typed + "”，也许您要找 和平里"));
      CHECK(visit.has_item("和平里"));   // to complete
      REQUIRE(visit.tap("商户 和平里小厨"));
      CHECK(visit.screen() == "merchant");
    }
  }
}

TEST_CASE("exact hits stand alone when there are enough, and before what only sounds alike") {
  auto shown = tests::small_city();
  const content::Street street = shown->streets[0];
  for (const char* name : {"蓝天宾馆", "南天书店"}) shown->merchants.push_back(tests::merchant_named(name, street, 20));
  SearchableCity city(shown);
  Visit visit(city.catalog);
  open_search(visit);
  tap_letters(visit, "LANTIAN");
  CHECK(visit.shows("“LANTIAN”，找到 1 条，另有 1 条读音相近"));
  const auto exact = visit.item_log().find("商户 蓝天宾馆");
  const auto near = visit.item_log().find("商户 南天书店");
  REQUIRE(exact.has_value());
  REQUIRE(near.has_value());
  CHECK(exact->y <= near->y);
}

TEST_CASE("the nearest shop comes first, with its distance and whether it is open") {
  auto shown = tests::small_city();
  double away = 0.004;   // degrees: each shop in the list is nearer than the one before
  for (auto& shop : shown->merchants) {
    shop.longitude = 111.3 + away;
    shop.latitude = 30.69;
    away -= 0.0004;
  }
  SearchableCity city(shown);
  kiosk::KioskOptions options;
  options.place.longitude = 111.3;
  options.place.latitude = 30.69;
  Visit visit(city.catalog, {1920, 1080}, options);
  open_search(visit);
  tap_letters(visit, "JT");
  const auto far = visit.item_log().find("商户 春和大药房");
  const auto near = visit.item_log().find("商户 望江理发店");
  REQUIRE(near.has_value());
  CHECK((!far.has_value() || near->y < far->y || near->x < far->x));
  CHECK(visit.shows("营业中 ・ "));
  CHECK(visit.shows("米"));
}

TEST_CASE("shorter questions are offered with their counts, and lead to what they promise") {
  SearchableCity city;
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{1080, 1440}}) {
    Visit visit(city.catalog, size);
    open_search(visit);
    tap_letters(visit, "HEPINGLVVVV");
    CHECK(visit.shows("没有找到“HEPINGLVVVV”"));
    REQUIRE(visit.tap("只打“HEPINGL” 5 条"));
    CHECK(visit.kiosk().visitor().typed == "HEPINGL");
    CHECK(visit.shows("找到 5 条"));
    CHECK(visit.has_item("商户 和平里小厨"));
  }
}

TEST_CASE("what is over today is not counted either") {
  auto shown = tests::small_city();
  shown->merchants[2].validity.until = content::Day(std::chrono::year(2026), std::chrono::month(7), std::chrono::day(29));
  SearchableCity city(shown);
  Visit visit(city.catalog);
  open_search(visit);
  tap_letters(visit, "HEPINGLI");
  CHECK_FALSE(visit.has_item("商户 和平里小厨"));
  CHECK(visit.shows("找到 4 条"));   // the figures of 和平里社区
}

TEST_CASE("an English visitor finds a shop by its English name, without a blank") {
  auto shown = tests::small_city();
  shown->merchants[1].english["name"] = "Ferry Noodle House";
  SearchableCity city(shown);
  Visit visit(city.catalog);
  ui::Modes modes;
  modes.language = ui::Language::English;
  visit.kiosk().set_modes(modes, visit.now);
  open_search(visit);
  CHECK(visit.has_item("Ferry"));   // an example that finds something
  tap_letters(visit, "NOODLEH");
  CHECK(visit.shows("Ferry "));
  REQUIRE(visit.tap("Shop 渡口面馆"));
  CHECK(visit.screen() == "merchant");
}
