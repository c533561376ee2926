#include "content/offer_text.h"

#include <doctest/doctest.h>

#include "content/write_model.h"

using namespace content;

TEST_CASE("offers in an office's own words give kind, worth and title") {
  struct Row {
    const char* written;
    OfferKind kind;
    int pay_percent;
    const char* title;
  };
  const Row rows[] = {
      {"九折", OfferKind::PayRatio, 90, "九折"},
      {"打九折", OfferKind::PayRatio, 90, "九折"},
      {"八五折", OfferKind::PayRatio, 85, "八五折"},
      {"85折", OfferKind::PayRatio, 85, "八五折"},
      {"８．８折", OfferKind::PayRatio, 88, "八八折"},
      {"八点五折优惠", OfferKind::PayRatio, 85, "八五折"},
      {"全场半价", OfferKind::PayRatio, 50, "全场半价"},
      {"凭优待证9折", OfferKind::PayRatio, 90, "九折"},
      {"持军人证八五折（烟酒除外）", OfferKind::PayRatio, 85, "八五折"},
      {"军人凭证七八折", OfferKind::PayRatio, 78, "七八折"},
      {"现役、退役军人 9.5 折", OfferKind::PayRatio, 95, "九五折"},
      {"打8折；生日当天半价", OfferKind::PayRatio, 80, "八折"},
      {"满三件八折", OfferKind::PayRatio, 80, "满三件八折"},
      {"满100减20元", OfferKind::AmountOff, 0, "满100减20元"},
      {"满200元立减30", OfferKind::AmountOff, 0, "满200减30"},
      {"立减5元", OfferKind::AmountOff, 0, "立减5元"},
      {"免费停车2小时", OfferKind::Free, 0, "免费停车2小时"},
      {"烈属免单一次/月", OfferKind::Free, 0, "烈属免单一次/月"},
      {"赠送茶水一壶", OfferKind::Gift, 0, "赠送茶水一壶"},
      {"送8折卡一张", OfferKind::Gift, 0, "送8折卡一张"},
      {"优先服务，免排队", OfferKind::Priority, 0, "优先服务"},
      {"五折起", OfferKind::Other, 0, "五折起"},
      {"5-8折", OfferKind::Other, 0, "5-8折"},
      {"不打折", OfferKind::Other, 0, "不打折"},
      {"按会员价", OfferKind::Other, 0, "按会员价"},
      {"优惠面议", OfferKind::Other, 0, "优惠面议"},
      {"150折", OfferKind::Other, 0, "150折"},
      {"十折", OfferKind::Other, 0, "十折"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const ReadOffer read = read_offer_text(row.written);
    CHECK(read.offer.kind == row.kind);
    CHECK(read.offer.pay_percent == row.pay_percent);
    CHECK(read.offer.title == row.title);
    CHECK(read.understood == (row.kind != OfferKind::Other));
  }
  CHECK(read_offer_text("五折起").from_percent == 50);
  CHECK(read_offer_text("满100减20元").offer.amount_fen == 2000);
  CHECK(read_offer_text("满100减20元").offer.from_fen == 10000);
  CHECK(read_offer_text("持军人证八五折（烟酒除外）").offer.conditions == "烟酒除外");
  CHECK(read_offer_text("打8折；生日当天半价").offer.conditions == "生日当天半价");
}

TEST_CASE("who may use an offer and what to show are found in free text") {
  const Offer card = read_offer_text("凭优待证9折").offer;
  CHECK(card.who == std::vector{Who::CardHolder});
  CHECK(card.proofs == std::vector{Proof::BenefitCard});
  CHECK(card.proof_line == "凭优待证");
  CHECK(read_offer_text("现役、退役军人 9.5 折").offer.who == std::vector{Who::Serving, Who::Veteran});
  CHECK(read_offer_text("残疾军人凭残疾军人证免费").offer.proofs == std::vector{Proof::DisabilityCard});
  CHECK(read_offer_text("残疾军人凭残疾军人证免费").offer.who == std::vector{Who::Disabled});
  CHECK(read_offer_text("烈属免单一次/月").offer.who == std::vector{Who::Bereaved});
  CHECK(read_offer_text("九折").offer.who.empty());
}

TEST_CASE("a full line gives every part of an offer") {
  const Offer offer =
      read_offer_text(
          "全单八折 | 凭优待证 | 谁：现役军人、退役军人、军人家属、遗属 | 证：优待证、军人证 | 外省可用 | "
          "条件：烟酒除外 | 2024-02-18 至 2027-02-17")
          .offer;
  CHECK(offer.title == "全单八折");
  CHECK(offer.pay_percent == 80);
  CHECK(offer.proof_line == "凭优待证");
  CHECK(offer.who == std::vector{Who::Serving, Who::Veteran, Who::MilitaryFamily, Who::Bereaved});
  CHECK(offer.proofs == std::vector{Proof::BenefitCard, Proof::ServiceCard});
  CHECK(offer.cards == Cards::AnyProvince);
  CHECK(offer.conditions == "烟酒除外");
  CHECK(offer.validity.from == Day{std::chrono::year{2024} / 2 / 18});
  CHECK(offer.validity.until == Day{std::chrono::year{2027} / 2 / 17});
}

TEST_CASE("every offer prints as a line that reads back as the same offer") {
  std::vector<Offer> offers;
  for (const OfferKind kind : {OfferKind::PayRatio, OfferKind::AmountOff, OfferKind::Free, OfferKind::Gift,
                               OfferKind::Priority, OfferKind::Other}) {
    for (const char* title : {"全单八折", "军人专享", "免费|停车", "九折", "按会员价"}) {
      Offer offer;
      offer.kind = kind;
      offer.title = title;
      if (kind == OfferKind::PayRatio) offer.pay_percent = 75;
      if (kind == OfferKind::AmountOff) offer.amount_fen = 1250;
      if (kind == OfferKind::AmountOff) offer.from_fen = 9905;
      offers.push_back(offer);
      offer.who = {Who::Serving, Who::Bereaved, Who::Disabled, Who::FireRescue};
      offer.proofs = {Proof::ServiceCard, Proof::DisabilityCard, Proof::FireRescueCard};
      offer.proof_line = "有效证件原件";
      offer.cards = Cards::AnyProvince;
      offer.conditions = "烟酒除外；限本人";
      offer.validity = {.from = Day{std::chrono::year{2026} / 1 / 1}, .until = {}};
      offers.push_back(offer);
      offer.proof_line = "凭优待证（外省可用）";
      offer.proofs = {};
      offer.validity = {.from = {}, .until = Day{std::chrono::year{2026} / 12 / 31}};
      offers.push_back(offer);
    }
  }
  for (Offer& offer : offers) {
    const std::string line = offer_line(offer);
    CAPTURE(line);
    if (const auto bar = offer.title.find('|'); bar != std::string::npos) offer.title[bar] = '/';
    CHECK(write_offer(read_offer_text(line).offer) == write_offer(offer));
  }
}

TEST_CASE("several offers stand one on a line") {
  const auto offers = read_offers_text("九折\n\n  免费停车2小时 \r\n优惠面议");
  REQUIRE(offers.size() == 3);
  CHECK(offers[1].offer.kind == OfferKind::Free);
  CHECK_FALSE(offers[2].understood);
  CHECK(read_offers_text(" \n ").empty());
}

TEST_CASE("a pay ratio is said as a discount") {
  CHECK(discount_words_zh(90) == "九折");
  CHECK(discount_words_zh(85) == "八五折");
  CHECK(discount_words_zh(5) == "零五折");
  CHECK(discount_words_zh(0).empty());
  CHECK(discount_words_zh(100).empty());
  for (int percent = 1; percent < 100; ++percent) {
    CHECK(read_offer_text(discount_words_zh(percent)).offer.pay_percent == percent);
  }
}
