#include <doctest/doctest.h>

#include "content/read_model.h"
#include "tests/admin/window/field_bench.h"

using content::Kind;
using tests::FieldBench;

namespace {

content::Hours hours_of(const FieldBench& bench) {
  const auto* value = bench.value("hours");
  return value == nullptr ? content::Hours{} : content::read_hours(*value);
}

content::Offer offer_of(const FieldBench& bench, std::size_t index = 0) { return content::read_offer((*bench.value("offers"))[index]); }

}  // namespace

TEST_SUITE("hours and offers") {
TEST_CASE("one line of words becomes a week") {
  FieldBench bench(Kind::Merchant, {"hours"});
  REQUIRE(bench.fill("营业时间", "周一至周五 9:00–12:00, 14:00–18:00；周六 9:00-17:00"));
  bench.key(ImGuiKey_Enter);
  const content::Hours hours = hours_of(bench);
  REQUIRE(hours.known);
  REQUIRE(hours.week[0].size() == 2);
  CHECK(hours.week[0][1].from == 14 * 60);
  CHECK(hours.week[6].empty());
  CHECK(bench.shows("9:00 – 12:00"));
  CHECK(bench.shows("屏上现在写："));
  CHECK(bench.shows("营业中"));   // Thursday 10:26
}

TEST_CASE("words that nobody understands are kept as they are, with a hint") {
  FieldBench bench(Kind::Merchant, {"hours"});
  REQUIRE(bench.fill("营业时间", "看老板心情"));
  bench.leave();
  CHECK_FALSE(hours_of(bench).known);
  CHECK(hours_of(bench).text == "看老板心情");
  CHECK(bench.shows("没看懂"));
}

TEST_CASE("an overlap is shown and merged with one click") {
  FieldBench bench(Kind::Merchant, {"hours"});
  REQUIRE(bench.fill("营业时间", "每天 6:30-14:00,16:30-21:30"));
  bench.key(ImGuiKey_Enter);
  REQUIRE(bench.fill("营业时间 周三 第 2 段", "13:30-21:30"));
  bench.leave();
  CHECK(bench.shows("13:30 到 14:00 写了两遍。"));
  CHECK(bench.shows("合成 6:30 – 21:30"));
  REQUIRE(bench.tap("营业时间 周三：合成 6:30 – 21:30"));
  const content::Hours hours = hours_of(bench);
  REQUIRE(hours.week[2].size() == 1);
  CHECK(hours.week[2][0].from == 390);
  CHECK(hours.week[2][0].to == 1290);
  CHECK(hours.week[1].size() == 2);
  CHECK_FALSE(bench.shows("写了两遍"));
}

TEST_CASE("a look into the line of words changes nothing") {
  FieldBench bench(Kind::Merchant, {"hours"});
  REQUIRE(bench.fill("营业时间", "每天 6:30-14:00,16:30-21:30"));
  bench.key(ImGuiKey_Enter);
  REQUIRE(bench.fill("营业时间 周三 第 2 段", "13:30-21:30"));
  bench.leave();
  const auto before = bench.body;
  REQUIRE(bench.tap("营业时间"));
  bench.leave();
  CHECK(bench.body == before);
}

TEST_CASE("Monday is copied to Friday, all day is one click, a day is shut by its switch") {
  FieldBench bench(Kind::Merchant, {"hours"});
  REQUIRE(bench.tap("营业时间 周一 营业"));
  REQUIRE(bench.fill("营业时间 周一 第 1 段", "8:30-19:00"));
  bench.leave();
  REQUIRE(bench.tap("周一填到周五"));
  CHECK(hours_of(bench).week[4].size() == 1);
  CHECK(hours_of(bench).week[4][0].from == 510);
  CHECK(hours_of(bench).week[5].empty());
  REQUIRE(bench.tap("营业时间 周五 营业"));
  CHECK(hours_of(bench).week[4].empty());
  REQUIRE(bench.tap("24 小时"));
  CHECK(hours_of(bench).week[6][0].to == 1440);
  CHECK(bench.shows("24 小时营业"));
}

TEST_CASE("the end of a bar is dragged by quarters of an hour") {
  FieldBench bench(Kind::Merchant, {"hours"});
  REQUIRE(bench.fill("营业时间", "每天 9:00-18:00"));
  bench.key(ImGuiKey_Enter);
  bench.leave();
  const auto row = bench.items.find("营业时间 周二 营业");
  REQUIRE(row.has_value());
  const float width = 640 - 56 - (104 + 8 + 32) - 52 - 24;   // what the day's name, one time, the switch and a gap leave
  const auto x_of = [&](float hour) { return 40 + 56 + width * (hour - 5) / 19; };
  const int changes = bench.changes;
  bench.drag({x_of(18), row->centre().y}, {x_of(20.05F), row->centre().y});
  CHECK(hours_of(bench).week[1][0].to == 20 * 60);
  CHECK(hours_of(bench).week[0][0].to == 18 * 60);
  CHECK(bench.changes == changes + 1);   // one step to take back
}

TEST_CASE("special days are added, dated, opened and taken off") {
  FieldBench bench(Kind::Merchant, {"hours"});
  REQUIRE(bench.tap("24 小时"));
  REQUIRE(bench.tap("营业时间：加一天"));
  REQUIRE(bench.fill("营业时间 特别的日子 1", "8月1日"));
  bench.leave();
  REQUIRE(bench.fill("营业时间 特别的日子 1 时间", "6-22"));
  bench.leave();
  const content::Hours hours = hours_of(bench);
  REQUIRE(hours.special.size() == 1);
  CHECK(hours.special[0].day == content::Day{std::chrono::year(2026), std::chrono::August, std::chrono::day(1)});
  REQUIRE(hours.special[0].spans.size() == 1);
  CHECK(hours.special[0].spans[0].to == 22 * 60);
  REQUIRE(bench.tap("营业时间 特别的日子 1：去掉"));
  CHECK(hours_of(bench).special.empty());
}

TEST_CASE("a span that cannot be read stays red and changes nothing") {
  FieldBench bench(Kind::Merchant, {"hours"});
  REQUIRE(bench.tap("24 小时"));
  const auto before = bench.body;
  REQUIRE(bench.fill("营业时间 周二 第 1 段", "一早"));
  bench.leave();
  CHECK(bench.body == before);
  CHECK(bench.shows("一早"));
}

TEST_CASE("a sentence becomes an offer") {
  FieldBench bench(Kind::Merchant, {"offers"});
  REQUIRE(bench.fill("优惠", "持优待证九折"));
  bench.key(ImGuiKey_Enter);
  const content::Offer offer = offer_of(bench);
  CHECK(offer.kind == content::OfferKind::PayRatio);
  CHECK(offer.pay_percent == 90);
  CHECK(offer.proofs == std::vector{content::Proof::BenefitCard});
  CHECK(bench.shows("大字模式也放得下"));
  CHECK(offer.proof_line.find("优待证") != std::string::npos);
  CHECK(bench.shows(offer.proof_line));
}

TEST_CASE("a title too long for the plate says by how many characters and offers a shorter one") {
  FieldBench bench(Kind::Merchant, {"offers"});
  bench.body = nlohmann::json::parse(R"({"offers":[{"kind":"pay_ratio","pay_percent":85,"title":"逢八一建军节全单八五折","cards":"local_only"}]})");
  bench.frames(3);
  CHECK(bench.shows("放不下"));
  CHECK(bench.shows("多了 3 个字"));
  REQUIRE(bench.tap("优惠 第 1 条：改成 全单八五折"));
  CHECK(offer_of(bench).title == "全单八五折");
  CHECK_FALSE(bench.shows("放不下"));
}

TEST_CASE("kind, numbers, people and proofs keep title and plate in step") {
  FieldBench bench(Kind::Merchant, {"offers"});
  REQUIRE(bench.tap("优惠：加一条"));
  bench.type("全单八折");
  bench.leave();
  CHECK(offer_of(bench).kind == content::OfferKind::PayRatio);
  CHECK(offer_of(bench).pay_percent == 80);
  REQUIRE(bench.fill("优惠 第 1 条 付几成", "75"));
  bench.leave();
  CHECK(offer_of(bench).title == "全单七五折");
  REQUIRE(bench.tap("优惠 第 1 条 谁能用：退役军人"));
  REQUIRE(bench.tap("优惠 第 1 条 谁能用：现役军人"));
  CHECK(offer_of(bench).who == std::vector{content::Who::Serving, content::Who::Veteran});
  REQUIRE(bench.tap("优惠 第 1 条 凭什么：军人证"));
  CHECK(offer_of(bench).proof_line == "凭军人证");
  REQUIRE(bench.tap("优惠 第 1 条：外省的优待证也行"));
  CHECK(offer_of(bench).cards == content::Cards::AnyProvince);
  REQUIRE(bench.fill("优惠 第 1 条 到期", "年底"));
  bench.leave();
  CHECK(offer_of(bench).validity.until == content::Day{std::chrono::year(2026), std::chrono::December, std::chrono::day(31)});
}

TEST_CASE("offers change places and go") {
  FieldBench bench(Kind::Merchant, {"offers"});
  for (const char* words : {"九折", "满100减20"}) {
    REQUIRE(bench.fill("优惠", words));
    bench.key(ImGuiKey_Enter);
  }
  REQUIRE(bench.tap("优惠 第 2 条：上移"));
  CHECK(offer_of(bench).kind == content::OfferKind::AmountOff);
  CHECK(offer_of(bench).from_fen == 10000);
  REQUIRE(bench.tap("优惠 第 1 条：去掉"));
  CHECK(bench.value("offers")->size() == 1);
  CHECK(offer_of(bench).pay_percent == 90);
}
}
