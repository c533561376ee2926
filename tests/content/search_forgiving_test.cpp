// What is typed wrong, and what comes close to it.
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/content/search_support.h"

using content::Kind;
using content::SearchRow;
using content::Spelling;
using search_test::Fixture;
using Titles = std::vector<std::string>;

namespace {

SearchRow row(Kind kind, const char* id, const char* name, std::vector<std::string> rest = {}) {
  return {.kind = kind, .id = {id}, .name = name, .given_pinyin = {}, .rest = std::move(rest)};
}

std::vector<SearchRow> city_rows() {
  return {
      row(Kind::Merchant, "a", "陈记裁缝铺", {"服务"}),
      row(Kind::Merchant, "b", "和平里老面馆", {"餐饮", "江滩双拥街 8 号", "Old Noodle House"}),
      row(Kind::Merchant, "c", "蓝天宾馆", {"住宿"}),
      row(Kind::Merchant, "d", "南山药房", {"医药"}),
      row(Kind::Street, "e", "胜利里双拥街", {}),
      row(Kind::Figure, "f", "张建军", {"模范退役军人"}),
      row(Kind::Product, "g", "金银花茶", {"茶与蜜"}),
      row(Kind::Merchant, "h", "绿叶花店", {"花卉"}),
  };
}

std::string marked(const content::Hit& hit) {
  return hit.marks.empty() ? std::string() : hit.title.substr(hit.marks[0].begin, hit.marks[0].end - hit.marks[0].begin);
}

}  // namespace

TEST_CASE("sounds that many do not tell apart find the same, both ways, and say so") {
  Fixture city(city_rows());
  struct Case {
    const char* typed;
    const char* title;
    const char* part;   // marked
  };
  const Case cases[] = {
      {"zangjianjun", "张建军", "张建军"}, {"zhanjianjun", "张建军", "张建军"}, {"zhangjiangjun", "张建军", "张建军"},
      {"cenji", "陈记裁缝铺", "陈记"},      {"chengji", "陈记裁缝铺", "陈记"},   {"chenjichai", "陈记裁缝铺", "陈记裁"},
      {"senglili", "胜利里双拥街", "胜利里"}, {"shenlili", "胜利里双拥街", "胜利里"}, {"shengnini", "胜利里双拥街", "胜利里"},
      {"hepinli", "和平里老面馆", "和平里"}, {"hepinnil", "和平里老面馆", "和平里老"}, {"heping ni", "和平里老面馆", "和平里"},
      {"lanshan", "南山药房", "南山"},      {"langsan", "南山药房", "南山"},      {"nantian", "蓝天宾馆", "蓝天"},
      {"nangtian", "蓝天宾馆", "蓝天"},     {"lantianbinguang", "蓝天宾馆", "蓝天宾馆"}, {"jingyin", "金银花茶", "金银"},
      {"jinyinghua", "金银花茶", "金银花"}, {"nvye", "绿叶花店", "绿叶"},         {"nuye", "绿叶花店", "绿叶"},
      {"河平里", "和平里老面馆", "和平里"}, {"章建军", "张建军", "张建军"},        {"晶银", "金银花茶", "金银"},
  };
  for (const Case& c : cases) {
    const std::string typed = c.typed;
    CAPTURE(typed);
    CHECK(city.find(c.typed).total == 0);
    const auto page = city.find(c.typed, {}, 0, 50, Spelling::Alike);
    REQUIRE(page.total == 1);
    CHECK(page.hits[0].title == c.title);
    CHECK(marked(page.hits[0]) == c.part);
  }
}

TEST_CASE("what sounds different stays apart, and what is spelled so is not found twice") {
  Fixture city(city_rows());
  for (const std::string typed : {"hepengli", "zhangjianqun", "huyinhua", "和瓶盖", "8"}) {
    CAPTURE(typed);
    CHECK(city.titles(typed, Spelling::Alike).empty());
  }
  CHECK(city.titles("hepingli") == Titles{"和平里老面馆"});
  CHECK(city.titles("hepingli", Spelling::Alike).empty());
  CHECK(city.titles("nan") == Titles{"南山药房"});
  CHECK(city.titles("nan", Spelling::Alike) == Titles{"蓝天宾馆"});
}

TEST_CASE("one slip of the finger still finds: wrong, missing, too many, swapped") {
  Fixture city(city_rows());
  struct Case {
    const char* typed;
    const char* title;
  };
  const Case cases[] = {
      {"hepungli", "和平里老面馆"}, {"heoingli", "和平里老面馆"}, {"hepngli", "和平里老面馆"}, {"hepingki", "和平里老面馆"},
      {"heepingli", "和平里老面馆"}, {"hepinglii", "和平里老面馆"}, {"ehpingli", "和平里老面馆"}, {"hepignli", "和平里老面馆"},
      {"gepingli", "和平里老面馆"}, {"epingli", "和平里老面馆"},  {"hppl", "和平里老面馆"},     {"hplx", "和平里老面馆"},
      {"zhangjisnjun", "张建军"},   {"zhnagjianjun", "张建军"},   {"noodel", "和平里老面馆"},   {"oldnodle", "和平里老面馆"},
      {"和平平里", "和平里老面馆"}, {"平和里", "和平里老面馆"},   {"lantianbinguam", "蓝天宾馆"}, {"jiangtanshuangyongije", "和平里老面馆"},
      {"zangjisnjun", "张建军"},    // a sound and a slip
  };
  for (const Case& c : cases) {
    const std::string typed = c.typed;
    CAPTURE(typed);
    CHECK(city.find(c.typed).total == 0);
    CHECK(city.find(c.typed, {}, 0, 50, Spelling::Alike).total == 0);
    const Titles titles = city.titles(c.typed, Spelling::Slip);
    CHECK(std::find(titles.begin(), titles.end(), c.title) != titles.end());
  }
}

TEST_CASE("every single slip in a full name leads back to it") {
  Fixture city(city_rows());
  const std::string name = "lantianbinguan";
  std::set<std::string> slips;
  for (std::size_t i = 0; i < name.size(); ++i) {
    slips.insert(name.substr(0, i) + name.substr(i + 1));
    if (i + 1 < name.size()) slips.insert(name.substr(0, i) + name[i + 1] + name[i] + name.substr(i + 2));
    for (const char letter : {'b', 'e', 'q', 'v'}) {
      slips.insert(name.substr(0, i) + letter + name.substr(i + 1));
      slips.insert(name.substr(0, i) + letter + name.substr(i));
    }
  }
  for (const std::string& typed : slips) {
    CAPTURE(typed);
    std::int64_t found = 0;
    for (const Spelling spelling : {Spelling::Exact, Spelling::Alike, Spelling::Slip}) {
      for (const std::string& title : city.titles(typed, spelling)) found += title == "蓝天宾馆" ? 1 : 0;
    }
    CHECK(found == 1);
  }
}

TEST_CASE("short texts and digits are taken as they are typed") {
  Fixture city(city_rows());
  CHECK(city.titles("hq", Spelling::Slip).empty());       // two letters may mean anything
  CHECK(city.titles("xpl", Spelling::Slip).empty());      // the first of three letters counts
  CHECK(city.titles("hpx", Spelling::Slip) == Titles{"和平里老面馆"});
  CHECK(city.titles("街99", Spelling::Slip).empty());
  CHECK(city.find("", {}, 0, 50, Spelling::Slip).total == 0);
  CHECK_NOTHROW(city.find(std::string(1000, 'z'), {}, 0, 50, Spelling::Slip));
  CHECK_NOTHROW(city.find("\xFF\xFE😀𠮷", {}, 0, 50, Spelling::Slip));
}

TEST_CASE("what finds nothing is shortened to what does, with its exact count") {
  Fixture city(city_rows());
  const auto check = [&](const std::string& typed, const std::vector<std::string>& texts) {
    CAPTURE(typed);
    std::vector<std::string> found;
    for (const auto& shorter : city.index().loosen(typed)) {
      found.push_back(shorter.text);
      CHECK(shorter.total > 0);
      CHECK(shorter.total == city.find(shorter.text).total);
    }
    CHECK(found == texts);
  };
  check("hepingwww", {"heping"});
  check("www和平", {"和平"});
  check("和平药房", {"和平", "药房"});
  check("HePing Yaofang", {"HePing", "Yaofang"});
  check("wvwv", {});
  check("", {});
}

TEST_CASE("what may not be shown is neither found nor counted, and the nearest come first") {
  std::vector<SearchRow> rows;
  for (int i = 0; i < 300; ++i) rows.push_back(row(Kind::Merchant, std::to_string(i).c_str(), i % 3 == 0 ? "新和平店" : "和平店"));
  Fixture city(rows);
  const std::vector<content::RecordId> hidden = {{"1"}, {"2"}, {"nowhere"}};
  city.index().hide(hidden);
  CHECK(city.find("hp").total == 298);
  CHECK(city.find("hp").hits[0].id.text == "4");
  std::vector<content::RecordId> nearest;
  for (int i = 299; i >= 200; --i) nearest.push_back({std::to_string(i)});
  nearest.push_back({"nowhere"});
  city.index().prefer(nearest);
  const auto ids = [&](const std::string& typed, std::int64_t offset, int limit) {
    std::vector<std::string> all;
    for (const auto& hit : city.find(typed, {}, offset, limit).hits) all.push_back(hit.id.text);
    return all;
  };
  CHECK(ids("hp", 0, 3) == std::vector<std::string>{"299", "298", "296"});    // name starts before other names
  CHECK(ids("hp", 66, 3) == std::vector<std::string>{"200", "4", "5"});       // those without a place by pinyin
  CHECK(ids("xhp", 0, 2) == std::vector<std::string>{"297", "294"});
  CHECK(ids("hp", 198, 2) == std::vector<std::string>{"297", "294"});
  // Page by page and all at once, for few and for many hits, the order is one.
  const std::vector<std::string> whole = ids("hp", 0, 200);
  std::vector<std::string> pages;
  for (int i = 0; i < 200; i += 7) {
    for (const std::string& id : ids("hp", i, std::min(7, 200 - i))) pages.push_back(id);
  }
  CHECK(pages == whole);
  city.index().hide({});
  CHECK(city.find("hp").total == 300);
}

TEST_CASE("the same text asked anew after another one is answered the same") {
  Fixture city(city_rows());
  const Titles first = city.titles("hepungli", Spelling::Slip);
  city.find("zhang");
  city.index().forget();
  CHECK(city.titles("hepungli", Spelling::Slip) == first);
  CHECK(city.titles("hepungli").empty());
}
