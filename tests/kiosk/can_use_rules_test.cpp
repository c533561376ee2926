// Which offers apply to whom, here and now, and in which order.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "kiosk/can_use_rules.h"
#include "tests/support/kiosk_fixture.h"

using content::Cards;
using content::Offer;
using content::Proof;
using content::Who;
using kiosk::CanUseFilter;

namespace {

const kiosk::Place kPlace{.name = {}, .street = {}, .map = {}, .longitude = 111.3, .latitude = 30.69, .facing = {}};
const content::LocalMinute kNow = tests::design_minute();   // a Thursday, 10:26

Offer offer_for(std::vector<Who> who, std::vector<Proof> proofs, Cards cards = Cards::LocalOnly) {
  Offer offer;
  offer.title = "全单八折";
  offer.who = std::move(who);
  offer.proofs = std::move(proofs);
  offer.cards = cards;
  return offer;
}

struct Shop {
  std::string name;
  double steps_east = 0;             // of about 96 m
  int closes = 21 * 60 + 30;         // minutes; 0: closed all day
  std::vector<Offer> offers = {offer_for({}, {})};
};

std::vector<content::Merchant> shops(const std::vector<Shop>& wanted) {
  const content::Street street;
  std::vector<content::Merchant> made;
  for (const Shop& shop : wanted) {
    auto merchant = tests::merchant_named(shop.name, street, static_cast<int>(made.size()) + 1);
    merchant.longitude = 111.3 + shop.steps_east * 0.001;
    merchant.latitude = 30.69;
    merchant.offers = shop.offers;
    for (auto& day : merchant.hours.week) {
      day.clear();
      if (shop.closes > 0) day.push_back({6 * 60, shop.closes});
    }
    made.push_back(std::move(merchant));
  }
  return made;
}

std::string names(const std::vector<content::Merchant>& merchants, const CanUseFilter& filter, content::LocalMinute now = kNow) {
  std::string all;
  for (const auto& usable : kiosk::usable_offers(merchants, filter, kPlace, now)) all += usable.merchant->name;
  return all;
}

}  // namespace

TEST_CASE("an offer applies to whom it names, with a proof that counts") {
  struct Case {
    const char* what;
    Offer offer;
    std::optional<Who> who;
    bool other_province;
    bool applies;
    std::optional<Proof> proof;
  };
  const auto local = Cards::LocalOnly;
  const auto any = Cards::AnyProvince;
  const std::vector<Case> cases{
      {"named", offer_for({Who::Veteran}, {Proof::BenefitCard}), Who::Veteran, false, true, Proof::BenefitCard},
      {"not named", offer_for({Who::Veteran}, {Proof::BenefitCard}), Who::Serving, false, false, Proof::BenefitCard},
      {"names nobody: for all", offer_for({}, {Proof::BenefitCard}), Who::Serving, false, true, Proof::BenefitCard},
      {"nobody said who", offer_for({Who::FireRescue}, {Proof::FireRescueCard}), std::nullopt, false, true, Proof::FireRescueCard},
      {"asks for nothing", offer_for({Who::Veteran}, {}), Who::Veteran, true, true, std::nullopt},
      {"other province, local only", offer_for({}, {Proof::BenefitCard}, local), Who::Veteran, true, false, std::nullopt},
      {"other province, any", offer_for({}, {Proof::BenefitCard}, any), Who::Veteran, true, true, Proof::BenefitCard},
      {"other province, no card asked", offer_for({}, {Proof::ServiceCard}, local), Who::Serving, true, true, Proof::ServiceCard},
      {"other province, another proof will do", offer_for({}, {Proof::BenefitCard, Proof::ServiceCard}, local), Who::Serving, true, true,
       Proof::ServiceCard},
      {"a soldier shows the soldier's card", offer_for({}, {Proof::BenefitCard, Proof::ServiceCard}, any), Who::Serving, false, true,
       Proof::ServiceCard},
      {"a veteran the benefit card", offer_for({}, {Proof::ServiceCard, Proof::BenefitCard}, any), Who::Veteran, false, true,
       Proof::BenefitCard},
      {"the disabled their own", offer_for({}, {Proof::BenefitCard, Proof::DisabilityCard}, any), Who::Disabled, false, true,
       Proof::DisabilityCard},
      {"a veteran carries no disability card", offer_for({Who::Veteran}, {Proof::BenefitCard, Proof::DisabilityCard}, local), Who::Veteran, true, false,
       std::nullopt},
      {"for all, but only with another's card", offer_for({}, {Proof::ServiceCard}), Who::Veteran, false, false, std::nullopt},
      {"named, with a card that is not theirs", offer_for({Who::Veteran}, {Proof::ServiceCard}), Who::Veteran, false, true, Proof::ServiceCard},
      {"bereaved without the card", offer_for({}, {Proof::BereavedCard}), Who::Bereaved, true, true, Proof::BereavedCard},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(kiosk::applies_to(c.offer, c.who, c.other_province) == c.applies);
    if (c.applies) CHECK(kiosk::proof_to_show(c.offer, c.who, c.other_province) == c.proof);
  }
}

TEST_CASE("offers stand nearest first, then by closing time, then as in the list") {
  struct Case {
    const char* what;
    std::vector<Shop> shops;
    bool open_now;
    const char* order;
  };
  const std::vector<Case> cases{
      {"distance", {{"远", 4}, {"近", 1}, {"中", 2}}, true, "近中远"},
      {"a tie: what closes first", {{"晚", 1, 22 * 60}, {"早", 1, 12 * 60}}, true, "早晚"},
      {"a tie within ten metres, as visitors read it", {{"晚", 1.0, 22 * 60}, {"早", 1.003, 12 * 60}}, true, "早晚"},
      {"a tie in all: the list's order", {{"甲", 1}, {"乙", 1}}, true, "甲乙"},
      {"closed shops are left out", {{"开", 2}, {"关", 1, 0}}, true, "开"},
      {"or stand where their distance puts them", {{"开", 2}, {"关", 1, 0}}, false, "关开"},
      {"at one distance the open one leads", {{"关", 1, 0}, {"开", 1}}, false, "开关"},
      {"closed for the day already", {{"晨", 1, 10 * 60 + 26}, {"刚", 2, 10 * 60 + 27}}, true, "刚"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const auto merchants = shops(c.shops);
    CHECK(names(merchants, {.who = {}, .other_province = false, .open_now = c.open_now}) == c.order);
  }
}

TEST_CASE("a shop without a position stands last, and all its offers are listed") {
  auto merchants = shops({{"无", 0, 1290, {offer_for({}, {}), offer_for({}, {})}}, {"远", 9}});
  merchants[0].longitude.reset();
  CHECK(names(merchants, {}) == "远无无");
}

TEST_CASE("offers that are not yet or no longer valid, and shops that are not shown, are left out") {
  using namespace std::chrono;
  auto merchants = shops({{"甲", 1}, {"乙", 2}, {"丙", 3}, {"丁", 4}});
  merchants[0].offers[0].validity.until = content::Day(year(2026), month(7), day(29));
  merchants[1].offers[0].validity.from = content::Day(year(2026), month(7), day(31));
  merchants[2].pledge.signed_on.reset();
  CHECK(names(merchants, {}) == "丁");
  CHECK(names(merchants, {}, tests::minute_at(2026, 7, 29)) == "甲丁");
  CHECK(names(merchants, {}, tests::minute_at(2026, 7, 31)) == "乙丁");
}

TEST_CASE("categories are counted under the other filters, most first") {
  auto merchants = shops({{"甲", 1}, {"乙", 2}, {"丙", 3}, {"丁", 4, 0}});
  merchants[0].category = "医药";
  merchants[3].category = "医药";
  const auto counted = kiosk::usable_categories(merchants, {.who = {}, .other_province = false, .open_now = true, .category = "医药"}, kPlace, kNow);
  REQUIRE(counted.size() == 2);
  CHECK(counted[0] == std::pair<std::string, int>("餐饮", 2));
  CHECK(counted[1] == std::pair<std::string, int>("医药", 1));
  CHECK(names(merchants, {.who = {}, .other_province = false, .open_now = false, .category = "医药"}) == "甲丁");
}

TEST_CASE("an empty list offers what finds something, one filter at a time, never zero") {
  using What = kiosk::CanUseLift::What;
  auto merchants = shops({{"关", 1, 0, {offer_for({Who::Veteran}, {Proof::BenefitCard})}}});
  const CanUseFilter closed{.who = Who::Veteran};
  auto lifts = kiosk::lifts_for(merchants, closed, kPlace, kNow);
  REQUIRE(lifts.size() == 1);
  CHECK(lifts[0].what == What::OpenNow);
  CHECK(lifts[0].offers == 1);
  CHECK(names(merchants, lifts[0].filter) == "关");

  const CanUseFilter two{.who = Who::Serving, .other_province = true};   // no single one helps
  lifts = kiosk::lifts_for(merchants, two, kPlace, kNow);
  REQUIRE(lifts.size() == 1);
  CHECK(lifts[0].what == What::All);
  CHECK(lifts[0].offers == 1);

  merchants.clear();
  CHECK(kiosk::lifts_for(merchants, two, kPlace, kNow).empty());
}
