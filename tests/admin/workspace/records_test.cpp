#include "admin/workspace/records.h"

#include <doctest/doctest.h>

#include "tests/admin/workspace/office_of_many.h"

using admin::Records;
using admin::Tab;
using content::Kind;

TEST_CASE("what a colleague or the command line does is in the records after a refresh") {
  const auto office = tests::office_with_people();
  const content::Record street = tests::add_street(office->store(), "江滩双拥街");
  Records records(*office);
  REQUIRE(records.of(Kind::Street).size() == 1);
  CHECK_FALSE(records.refresh());

  nlohmann::json body = street.body;
  body["short_name"] = "江滩";
  office->store().edit(street.id, street.revision, body, "周蓓");
  CHECK(records.refresh());
  CHECK(records.find(street.id)->revision == 2);
  CHECK(records.changed_by_other(street.id));
  records.seen(street.id);
  CHECK_FALSE(records.changed_by_other(street.id));

  const content::Record trashed = office->store().trash(street.id, 2, "梁秋");
  CHECK(records.refresh());
  CHECK(records.of(Kind::Street).empty());
  REQUIRE(records.trashed().size() == 1);
  CHECK(records.trashed().front()->id == trashed.id);
  CHECK_FALSE(records.changed_by_other(street.id));
  CHECK(records.title(street.id) == "江滩双拥街");
}

TEST_CASE("each record is in exactly one tab, and a past last day counts only for what is approved") {
  const auto office = tests::office_with_people();
  tests::add_merchants(office->store(), 200, 7, {});
  Records records(*office);
  const admin::TabCounts counts = records.counts(Kind::Merchant);
  int sum = 0;
  for (std::size_t tab = 1; tab < admin::kTabs; ++tab) sum += counts.at(tab);
  CHECK(sum == counts.at(0));
  CHECK(counts.at(0) == 200);
  CHECK(counts.at(static_cast<std::size_t>(Tab::Expired)) > 0);
  CHECK(records.waiting(Kind::Merchant, 1) == counts.at(static_cast<std::size_t>(Tab::First)));
}

TEST_CASE("the last day is the earlier of the pledge's and the display's, and holds to its end") {
  const content::KindSpec& spec = content::kind_spec(Kind::Merchant);
  const nlohmann::json body = {{"name", "渡口面馆"}, {"valid_until", "2026-09-01"}, {"pledge", {{"until", "2026-07-30"}}}};
  const auto last = admin::last_day(spec, body);
  REQUIRE(last.has_value());
  CHECK(*last == admin::city_day(tests::kNow));
  content::Record record{.id = {}, .kind = Kind::Merchant, .state = content::ReviewState::Approved, .body = body, .hash = {}, .changed_by = {}, .approved_hash = {}, .reason = {}};
  CHECK(admin::tab_of(record, admin::city_day(tests::kNow)) == Tab::Approved);
  CHECK(admin::tab_of(record, admin::city_day(tests::kNow + 86'400'000)) == Tab::Expired);
}
