#include "admin/workspace/typed_values.h"

#include <doctest/doctest.h>

#include "admin/workspace/hours_edit.h"
#include "admin/workspace/offer_edit.h"
#include "content/days.h"

using namespace admin;

namespace {

const content::Day kToday{std::chrono::year(2026), std::chrono::July, std::chrono::day(30)};

std::string day(std::string_view typed) {
  const auto read = read_typed_day(typed, kToday);
  return read ? content::day_to_iso(*read) : "–";
}

}  // namespace

TEST_CASE("days are read as people type them") {
  const std::pair<const char*, const char*> rows[] = {
      {"2026-08-01", "2026-08-01"}, {"2026年8月1日", "2026-08-01"}, {"20260801", "2026-08-01"}, {"2026/8/1", "2026-08-01"}, {"２０２６．８．１", "2026-08-01"},
      {"8月1日", "2026-08-01"}, {"8-1", "2026-08-01"}, {"8/1", "2026-08-01"}, {"8.1", "2026-08-01"}, {"0801", "2026-08-01"}, {"7月30日", "2026-07-30"},
      {"7月29日", "2027-07-29"}, {"2月29日", "2028-02-29"}, {"今天", "2026-07-30"}, {"明天", "2026-07-31"}, {"后天", "2026-08-01"}, {"月底", "2026-07-31"},
      {"年底", "2026-12-31"}, {" 8 月 1 日 ", "2026-08-01"}, {"2月30日", "–"}, {"13月1日", "–"}, {"8月", "–"}, {"20261301", "–"}, {"明年", "–"}, {"", "–"},
      {"1", "–"}, {"8-1-2-3", "–"}, {"99999999999999999999", "–"}};
  for (const auto& [typed, wanted] : rows) {
    INFO(typed);
    CHECK(day(typed) == wanted);
  }
}

TEST_CASE("numbers, shares and money are read with their units") {
  CHECK(read_typed_number("１２ 家") == 12);
  CHECK(read_typed_number("1,200") == 1200);
  CHECK_FALSE(read_typed_number("十二"));
  CHECK_FALSE(read_typed_number("12.5"));
  CHECK(read_typed_real("25%") == doctest::Approx(0.25));
  CHECK(read_typed_real("108.94°") == doctest::Approx(108.94));
  CHECK_FALSE(read_typed_real("nan"));
  CHECK(read_typed_money("39.8") == 3980);
  CHECK(read_typed_money("￥1,200元") == 120000);
  CHECK_FALSE(read_typed_money("面议"));
  CHECK(money_words(3980) == "39.8");
  CHECK(money_words(3985) == "39.85");
  CHECK(money_words(12800) == "128");
  CHECK(real_words(0.5) == "0.5");
  CHECK(real_words(-15) == "-15");
  CHECK(read_typed_colour("＃8e1719") == "#8E1719");
  CHECK_FALSE(read_typed_colour("红"));
}

TEST_CASE("spans of a day are read in every way of writing them") {
  for (const char* typed : {"6:30-14:00", "6：30 至 14：00", "6:30–14:00", "630-1400", "6:30～14:00", "６：３０—１４：００"}) {
    INFO(typed);
    const auto spans = read_spans(typed);
    REQUIRE(spans.has_value());
    REQUIRE(spans->size() == 1);
    CHECK(span_words(spans->front()) == "6:30 – 14:00");
  }
  REQUIRE(read_spans("9-12,14-18").has_value());
  CHECK(spans_words(*read_spans("9-12,14-18")) == "9:00 – 12:00、14:00 – 18:00");
  CHECK(read_spans("休息")->empty());
  CHECK(spans_words(*read_spans("24小时")) == "24 小时");
  CHECK(spans_words(*read_spans("17:00-次日2:00")) == "17:00 – 次日 2:00");
  CHECK_FALSE(read_spans("一早"));
  CHECK_FALSE(read_spans(""));
}

TEST_CASE("spans that share minutes are found and merged") {
  const Spans spans{{13 * 60 + 30, 21 * 60 + 30}, {6 * 60 + 30, 14 * 60}};
  const auto overlap = find_overlap(spans);
  REQUIRE(overlap.has_value());
  CHECK(overlap->second == 0);
  CHECK(overlap_words(*overlap) == "13:30 到 14:00 写了两遍。");
  CHECK(spans_words(merged(spans, *overlap)) == "6:30 – 21:30");
  CHECK_FALSE(find_overlap({{390, 840}, {840, 900}}));
}

TEST_CASE("a dragged end stays on quarters, behind its begin and within a day") {
  const content::OpenSpan span{9 * 60, 18 * 60};
  CHECK(drag_end(span, true, 20 * 60 + 4).to == 20 * 60);
  CHECK(drag_end(span, true, 20 * 60 + 8).to == 20 * 60 + 15);
  CHECK(drag_end(span, true, 0).to == 9 * 60 + 15);
  CHECK(drag_end(span, false, 23 * 60).from == 17 * 60 + 45);
  CHECK(drag_end({0, 1440}, true, 5000).to == 1440);
}

TEST_CASE("a title is measured against the plate") {
  CHECK(plate_fit("全单八折") == PlateFit::Good);
  CHECK(plate_fit("全单八五折优惠") == PlateFit::Tight);
  CHECK(plate_fit("逢八一建军节春节免单一碗面") == PlateFit::TooLong);
  CHECK(over_by("逢八一建军节春节免单一碗面") == 5);
  CHECK(plate_fit(" ") == PlateFit::Empty);
}

TEST_CASE("a title of one's own stays when the numbers change") {
  content::Offer offer;
  offer.kind = content::OfferKind::PayRatio;
  offer.pay_percent = 80;
  offer.title = "老兵八折";
  content::Offer next = offer;
  next.pay_percent = 70;
  follow_worth(next);
  CHECK(next.title == "老兵八折");
  offer.title = next.title = "全单八折";
  follow_worth(next);
  CHECK(next.title == "全单七折");
}
