#include "admin/workspace/record_list.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "content/days.h"
#include "tests/admin/workspace/office_of_many.h"

using admin::ListFilter;
using admin::RecordList;
using admin::Records;
using admin::Tab;
using admin::Validity;
using content::Kind;
using content::Record;

namespace {

struct Office {
  std::unique_ptr<admin::Workspace> desk = tests::office_with_people();
  std::vector<content::RecordId> streets{tests::add_street(desk->store(), "江滩双拥街").id, tests::add_street(desk->store(), "和平里双拥街").id};
};

std::vector<std::string> titles(const RecordList& list) {
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < list.size(); ++i) titles.push_back(list.at(i).body.value("name", ""));
  return titles;
}

// The filter said again, slowly; searches in the name only as it is written.
bool holds(const Record& record, const ListFilter& filter, content::Day today) {
  const content::KindSpec& spec = content::kind_spec(record.kind);
  if (filter.tab != Tab::All && admin::tab_of(record, today) != filter.tab) return false;
  if (!filter.person.empty() && record.changed_by != filter.person) return false;
  for (const auto& [key, value] : filter.fields) {
    const nlohmann::json* there = content::value_at(record.body, key);
    if (there == nullptr || *there != value) return false;
  }
  const auto last = admin::last_day(spec, record.body);
  const int left = last ? content::days_between(today, *last) : 100'000;
  if (filter.validity == Validity::Over && left >= 0) return false;
  if (filter.validity == Validity::Within30 && (left < 0 || left > 30)) return false;
  if (filter.validity == Validity::Within90 && (left < 0 || left > 90)) return false;
  const std::string words = filter.words == "wtxy" ? "梧桐洗衣" : filter.words;
  return words.empty() || record.body.value("name", "").find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("filters, counts and loosenings of random lists are those of a slow look at every record") {
  Office office;
  tests::add_merchants(office.desk->store(), 120, 11, office.streets);
  Records records(*office.desk);
  RecordList list(content::kind_spec(Kind::Merchant), *office.desk, records);
  const content::Day today = admin::city_day(tests::kNow);
  std::mt19937 random(5);
  const char* words[] = {"", "", "面馆", "渡口", "wtxy"};
  const char* categories[] = {"", "餐饮", "医药", "没有的"};
  for (int round = 0; round < 200; ++round) {
    ListFilter filter{.tab = static_cast<Tab>(random() % admin::kTabs), .words = words[random() % 5], .validity = static_cast<Validity>(random() % 4)};
    if (const std::string category = categories[random() % 4]; !category.empty()) filter.fields["category"] = category;
    if (random() % 2 == 0) filter.fields["street"] = office.streets[random() % 2].text;
    if (random() % 3 == 0) filter.person = "周蓓";
    list.set_filter(filter);
    const auto count = [&](const ListFilter& one) {
      return std::ranges::count_if(records.of(Kind::Merchant), [&](const Record* record) { return holds(*record, one, today); });
    };
    REQUIRE(static_cast<std::ptrdiff_t>(list.size()) == count(filter));
    for (std::size_t i = 0; i < list.size(); ++i) REQUIRE(holds(list.at(i), filter, today));
    for (std::size_t tab = 0; tab < admin::kTabs; ++tab) {
      ListFilter of_tab = filter;
      of_tab.tab = static_cast<Tab>(tab);
      REQUIRE(list.tab_counts().at(tab) == count(of_tab));
    }
    for (const admin::Loosening& loosening : list.loosenings()) {
      CHECK_FALSE(list.words_of(loosening).empty());
      RecordList other(content::kind_spec(Kind::Merchant), *office.desk, records);
      if (round > 20) break;
      other.set_filter(filter);
      other.loosen(loosening);
      REQUIRE(static_cast<int>(other.size()) == loosening.finds);
    }
  }
}

TEST_CASE("every column sorts in its own order, without a value last in both directions") {
  Office office;
  tests::add_merchants(office.desk->store(), 80, 3, office.streets);
  Records records(*office.desk);
  RecordList list(content::kind_spec(Kind::Merchant), *office.desk, records);
  const auto dates = [&list] {
    std::vector<std::string> days;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const nlohmann::json* day = content::value_at(list.at(i).body, "pledge.until");
      days.push_back(day == nullptr ? "" : day->get<std::string>());
    }
    return days;
  };
  list.turn_order("pledge.until");
  std::vector<std::string> rising = dates();
  const auto edge = std::ranges::find(rising, "");
  CHECK(std::is_sorted(rising.begin(), edge));
  CHECK(std::all_of(edge, rising.end(), [](const std::string& day) { return day.empty(); }));
  list.turn_order("pledge.until");
  std::vector<std::string> falling = dates();
  CHECK(std::is_sorted(falling.begin(), std::ranges::find(falling, ""), std::greater<>()));
  CHECK(falling.back().empty());

  // Pinyin, with 单 as a shop's dān and not a person's shàn, 乐 lè before 梧 wú.
  list.set_order({.column = "name", .descending = false});
  const std::vector<std::string> by_name = titles(list);
  const auto first = [&by_name](std::string_view begin) {
    return std::ranges::find_if(by_name, [begin](const std::string& name) { return name.starts_with(begin); }) - by_name.begin();
  };
  CHECK(first("春和") < first("渡口"));
  CHECK(first("渡口") < first("和平里"));
  CHECK(first("和平里") < first("明眸"));
  CHECK(first("明眸") < first("胜利"));
  CHECK(first("胜利") < first("梧桐"));
}

TEST_CASE("search finds words, full pinyin and initials, and every part that is typed") {
  Office office;
  content::OfficeStore& store = office.desk->store();
  for (const char* name : {"渡口面馆", "绿荫茶舍", "重庆小面", "银行食堂", "大店小馆"}) {
    store.create(Kind::Merchant, tests::merchant_body(name), "梁秋");
  }
  nlohmann::json body = tests::merchant_body("江畔书屋", "图书");
  body["street"] = office.streets[0].text;
  body["phone"] = "5550 0112";
  store.create(Kind::Merchant, body, "梁秋");
  Records records(*office.desk);
  RecordList list(content::kind_spec(Kind::Merchant), *office.desk, records);
  struct Row {
    const char* typed;
    std::vector<std::string> found;
  };
  const Row rows[] = {{"面馆", {"渡口面馆"}},   {"dukou", {"渡口面馆"}},     {"dkmg", {"渡口面馆"}}, {"DUK", {"渡口面馆"}},
                      {"渡kou", {"渡口面馆"}},  {"mg 渡", {"渡口面馆"}},     {"lvyin", {"绿荫茶舍"}}, {"luyin", {"绿荫茶舍"}},
                      {"chongq", {"重庆小面"}}, {"yinhang", {"银行食堂"}},   {"an", {}},             {"tushu", {"江畔书屋"}},
                      {"jtsyj", {"江畔书屋"}},  {"０１１２", {"江畔书屋"}}, {"江滩", {"江畔书屋"}}, {"没有", {}}};
  for (const Row& row : rows) {
    list.set_filter({.words = row.typed});
    CHECK_MESSAGE(titles(list) == row.found, row.typed);
  }
}

TEST_CASE("a list follows what is created, edited, thrown away, brought back and renamed elsewhere") {
  Office office;
  tests::add_merchants(office.desk->store(), 40, 9, office.streets);
  Records records(*office.desk);
  RecordList list(content::kind_spec(Kind::Merchant), *office.desk, records);
  list.set_order({.column = "name", .descending = false});
  std::mt19937 random(2);
  content::OfficeStore& store = office.desk->store();
  for (int round = 0; round < 60; ++round) {
    const Record record = *records.of(Kind::Merchant)[random() % records.of(Kind::Merchant).size()];
    nlohmann::json body = record.body;
    body["category"] = round % 2 == 0 ? "新类" : "餐饮";
    body["name"] = "改名" + std::to_string(round);
    switch (random() % 3) {
      case 0: store.create(Kind::Merchant, tests::merchant_body("新店" + std::to_string(round)), "梁秋"); break;
      case 1: store.edit(record.id, record.revision, body, "周蓓"); break;
      default: store.trash(record.id, record.revision, "梁秋"); break;
    }
    REQUIRE(records.refresh());
    REQUIRE(list.follow());
    RecordList fresh(content::kind_spec(Kind::Merchant), *office.desk, records);
    fresh.set_order(list.order());
    REQUIRE(titles(list) == titles(fresh));
    REQUIRE(list.tab_counts() == fresh.tab_counts());
  }
  const auto column = std::ranges::find(list.columns(), "street", &admin::ListColumn::key);
  REQUIRE(column != list.columns().end());
  store.edit(office.streets[0], 1, {{"name", "滨江双拥街"}, {"shops", 90}}, "周蓓");
  records.refresh();
  list.follow();
  list.set_filter({.words = "滨江"});
  REQUIRE(list.size() > 0);
  CHECK(list.cell(list.at(0), *column) == "滨江双拥街");
}

TEST_CASE("pages, the cursor and the selection stay with their records") {
  Office office;
  tests::add_merchants(office.desk->store(), 50, 4, office.streets);
  Records records(*office.desk);
  RecordList list(content::kind_spec(Kind::Merchant), *office.desk, records);
  CHECK(list.pages() == 4);
  list.step(1);
  CHECK(*list.current() == list.at(0).id);
  for (int i = 0; i < 20; ++i) list.step(1);
  CHECK(*list.current() == list.at(20).id);
  CHECK(list.page() == 1);
  list.step(1000);
  CHECK(*list.current() == list.at(49).id);
  CHECK(list.page_end() - list.page_begin() == 5);

  list.set_order({.column = "name", .descending = true});
  CHECK(list.page_begin() <= *list.place_of(*list.current()));
  CHECK(*list.place_of(*list.current()) < list.page_end());

  list.select_all();
  CHECK(list.selection().size() == 50);
  list.set_filter({.words = "面馆"});
  CHECK(list.selection().size() == list.size());
  list.clear_filter();
  CHECK(list.selection().size() < 50);
  list.select_none();
  list.go_to_page(0);
  list.select_page(true);
  CHECK(list.selection().size() == 15);
  list.set_page_rows(20);
  CHECK(list.pages() == 3);
}

TEST_CASE("a kind's usual columns are its telling fields") {
  const auto keys = [](Kind kind) { return admin::usual_columns(content::kind_spec(kind)); };
  CHECK(keys(Kind::Merchant) == std::vector<std::string>{"name", "category", "street", "offers", "pledge.until", "state", "changed_at"});
  for (const content::KindSpec& spec : content::all_kinds()) {
    const auto usual = keys(spec.kind);
    CHECK(usual.front() == spec.title_key);
    CHECK(usual.size() >= 3);
    CHECK(usual.size() <= 7);
  }
}

TEST_CASE("the columns that somebody chose are theirs, and are there again when they come back") {
  const auto office = tests::office_with_people();
  tests::add_merchants(office->store(), 5, 1, {});
  const content::KindSpec& spec = content::kind_spec(content::Kind::Merchant);
  const auto keys = [&] {
    admin::RecordList list(spec, *office, office->records());
    std::vector<std::string> found;
    for (const admin::ListColumn& column : list.columns()) found.emplace_back(column.key);
    return found;
  };
  const auto usual = keys();
  REQUIRE(std::ranges::find(usual, "phone") == usual.end());
  {
    admin::RecordList list(spec, *office, office->records());
    list.turn_column("phone");
    list.turn_column(admin::kStateColumn);
  }
  const auto chosen = keys();
  CHECK(std::ranges::find(chosen, "phone") != chosen.end());
  CHECK(std::ranges::find(chosen, "state") == chosen.end());
  CHECK(chosen.front() == "name");
  office->sign_in(*office->store().find_person("周蓓"));
  CHECK(keys() == usual);
  office->store().set_preference("columns/merchant", R"(["phone", "of another version", 7])", "周蓓");
  CHECK(keys() == std::vector<std::string>{"name", "phone"});
  office->store().set_preference("columns/merchant", "no list", "周蓓");
  CHECK(keys() == usual);
  office->sign_in(*office->store().find_person("梁秋"));
  CHECK(keys() == chosen);
}
