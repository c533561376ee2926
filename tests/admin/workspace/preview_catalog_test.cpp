#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "admin/workspace/preview_catalog.h"
#include "admin/workspace/readable_body.h"
#include "admin/workspace/workspace.h"
#include "content/catalog_build.h"
#include "content/days.h"
#include "content/kinds.h"
#include "content/record.h"

namespace {

using namespace std::chrono;
using admin::PreviewBase;
using admin::PreviewBases;
using admin::PreviewCatalog;
using content::Kind;
using nlohmann::json;

constexpr content::Day kToday{year(2026), month(7), day(30)};

json merchant_body(const std::string& name) {
  return {{"name", name}, {"category", "餐饮"}, {"address", name + " 1 号"}, {"phone", "5550 0112"},
          {"pledge", {{"number", name}, {"words", "进门一杯热茶。"}, {"owner", "许明远"}, {"signed_on", "2026-02-18"}, {"until", "2028-02-28"},
                      {"verified_by", "周蓓"}, {"verified_on", "2026-05-03"}}},
          {"offers", {{{"kind", "pay_ratio"}, {"pay_percent", 80}, {"title", "全单八折"}, {"who", {"veteran"}}, {"proofs", {"benefit_card"}},
                       {"cards", "any_province"}}}}};
}

struct Office {
  admin::Workspace workspace{{.db = "office.db", .outbox = "/nowhere"}, content::OfficeStore::in_memory()};
  PreviewBases bases{workspace};

  Office() {
    content::OfficeStore& store = workspace.store();
    store.add_person("梁秋", content::Role::Editor);
    store.add_person("沈明", content::Role::First);
    store.add_person("方晴", content::Role::Second);
    store.add_person("何川", content::Role::Third);
  }

  content::Record add(Kind kind, const json& body) { return workspace.store().create(kind, body, "梁秋"); }
  void approve(const content::Record& record) {
    content::OfficeStore& store = workspace.store();
    store.submit(record.id, record.hash, "梁秋");
    for (const char* reviewer : {"沈明", "方晴", "何川"}) store.approve(record.id, record.hash, reviewer);
  }
};

std::vector<std::string> names(const content::Catalog& catalog) {
  std::vector<std::string> all;
  for (const auto& merchant : catalog.merchants) all.push_back(merchant.name);
  return all;
}

json series_body(const std::string& name, int number = 1) {
  return {{"name", name}, {"summary", "一句话"}, {"icon", "star"}, {"number", number}};
}

}  // namespace

TEST_SUITE("preview catalog") {

TEST_CASE("a draft stands in its record's place, the others stay as approved") {
  Office office;
  const auto shown = office.add(Kind::Series, series_body("江城双拥故事", 1));
  office.approve(shown);
  office.approve(office.add(Kind::Series, series_body("一线", 2)));
  office.add(Kind::Series, series_body("没审的", 3));

  PreviewCatalog preview(office.bases);
  CHECK(preview.show(PreviewBase::Approved, {}, kToday));
  REQUIRE(preview.get()->series.size() == 2);

  CHECK(preview.show(PreviewBase::Approved, {{Kind::Series, shown.id, series_body("江城新故事", 5)}}, kToday));
  REQUIRE(preview.get()->series.size() == 2);
  CHECK(preview.get()->series[0].name == "一线");
  CHECK(preview.get()->series[1].name == "江城新故事");
  CHECK(preview.get()->find_series(shown.id)->name == "江城新故事");
  CHECK_FALSE(preview.show(PreviewBase::Approved, {{Kind::Series, shown.id, series_body("江城新故事", 5)}}, kToday));

  // The base itself is as it was, also for another preview beside this one.
  CHECK(office.bases.get(PreviewBase::Approved)->series[0].name == "江城双拥故事");
  CHECK(preview.show(PreviewBase::Approved, {}, kToday));
  CHECK(preview.get()->series[0].name == "江城双拥故事");
  CHECK(preview.get()->find_series(shown.id)->number == 1);
}

TEST_CASE("a new record is beside the others, by pinyin, and moves as its name is typed") {
  Office office;
  PreviewCatalog preview(office.bases);
  const auto id = content::RecordId::make();
  const auto other = content::RecordId::make();
  preview.show(PreviewBase::Approved, {{Kind::Merchant, other, merchant_body("渡口面馆")}}, kToday);
  CHECK(names(*preview.get()) == std::vector<std::string>{"渡口面馆"});
  // Another record's draft takes the first one back.
  preview.show(PreviewBase::Approved, {{Kind::Merchant, id, merchant_body("春和大药房")}}, kToday);
  CHECK(names(*preview.get()) == std::vector<std::string>{"春和大药房"});
  CHECK(preview.get()->find_merchant(other) == nullptr);
  preview.show(PreviewBase::Approved, {{Kind::Merchant, id, json::object()}}, kToday);
  REQUIRE(preview.get()->merchants.size() == 1);
  CHECK(preview.get()->merchants[0].pledge.signed_on == kToday);
}

TEST_CASE("what is approved, trashed or restored meanwhile comes into the base") {
  Office office;
  office.approve(office.add(Kind::Series, series_body("江城双拥故事")));
  CHECK(office.bases.get(PreviewBase::Approved)->series.size() == 1);
  const auto second = office.add(Kind::Series, series_body("一线", 2));
  office.bases.look();
  CHECK(office.bases.get(PreviewBase::Approved)->series.size() == 1);
  office.approve(second);
  office.bases.look();
  const auto two = office.bases.get(PreviewBase::Approved);
  REQUIRE(two->series.size() == 2);
  CHECK(two->find_series(second.id)->name == "一线");
  office.bases.look();
  CHECK(office.bases.get(PreviewBase::Approved) == two);
  office.workspace.store().trash(second.id, second.revision, "梁秋");
  office.bases.look();
  CHECK(office.bases.get(PreviewBase::Approved)->series.size() == 1);
}

TEST_CASE("without a release the screens are taken to show what is approved") {
  Office office;
  office.approve(office.add(Kind::Series, series_body("江城双拥故事")));
  CHECK(office.bases.get(PreviewBase::OnScreen) == office.bases.get(PreviewBase::Approved));
  CHECK(office.bases.sequence() == 0);
}

TEST_CASE("only what cannot be read is left out of a draft") {
  json body = merchant_body("渡口面馆");
  body["map_x"] = "left";
  body["offers"][0]["who"] = {"veteran", "nobody"};
  body["offers"].push_back({{"kind", "gift"}, {"title", "热茶一杯"}, {"cards", 7}});
  body["hours"] = {{"special", {{{"spans", json::array()}}}}};
  body["gallery"] = {17};
  const json kept = admin::readable_body(Kind::Merchant, body, kToday);
  CHECK(kept["name"] == "渡口面馆");
  CHECK(kept["pledge"] == body["pledge"]);
  CHECK_FALSE(kept.contains("map_x"));
  REQUIRE(kept["offers"].size() == 2);
  CHECK(kept["offers"][0]["title"] == "全单八折");
  CHECK(kept["offers"][1]["title"] == "热茶一杯");
  content::Catalog catalog;
  CHECK_NOTHROW(content::add_record(catalog, Kind::Merchant, content::RecordId::make(), 1, kept));
}

TEST_CASE("days that a record cannot do without are today") {
  CHECK(admin::readable_body(Kind::Article, json::object(), kToday) == json{{"published", "2026-07-30"}});
  CHECK(admin::readable_body(Kind::Stage, {{"first", "2026-13-40"}, {"name", "宣传发动"}}, kToday) ==
        json{{"first", "2026-07-30"}, {"last", "2026-07-30"}, {"name", "宣传发动"}});
  CHECK(admin::readable_body(Kind::Theme, {{"first", "2026-07-01"}, {"last", 5}}, kToday) ==
        json{{"first", "2026-07-01"}, {"last", "2026-07-30"}});
}

TEST_CASE("a draft of any kind with anything in it can be shown") {
  std::mt19937 random(20260730);
  const auto pick = [&](std::size_t count) { return random() % count; };
  const std::vector<json> odd{nullptr, true, 0, -1, 13, 1e300, 4'000'000'000'000LL, "", "八折", "2026-02-30", "2026-08-01", "not-a-uuid",
                              "\xFF\xFE", std::string(3000, 'x'), "#12345G", json::array(), json::object(), json::array({1, "a", nullptr}),
                              json{{"title", 3}}, json::array({json{{"title", "热茶"}, {"who", {"veteran"}}}}), json::array({0.1, 0.2, 0.3}),
                              json{{"mon", {{{"from", 600}, {"to", 60}}}}}, "018f0000-0000-7000-8000-000000000001"};
  Office office;
  PreviewCatalog preview(office.bases);
  const int rounds = std::getenv("SHUANGYONG_LONG") != nullptr ? 4000 : 60;
  for (int round = 0; round < rounds; ++round) {
    for (const auto& each : content::all_kinds()) {
      const content::KindSpec& spec = each.get();
      json body = json::object();
      for (const content::Field& field : spec.fields) {
        if (pick(3) != 0) continue;
        try {
          content::set_value(body, field.key, odd[pick(odd.size())]);
        } catch (const std::exception&) {
          // a part above it is no object any more
        }
      }
      INFO(spec.word << " " << body.dump(-1, ' ', false, json::error_handler_t::replace));
      CHECK_NOTHROW(preview.show(PreviewBase::Approved, {{spec.kind, content::RecordId::make(), body}}, kToday));
    }
  }
}

}  // TEST_SUITE
