#include "kiosk/said.h"

#include <doctest/doctest.h>

using content::Offer;
using content::OfferKind;
using kiosk::said;
using kiosk::said_name;
using kiosk::said_offer;
using kiosk::said_person;
using kiosk::Texts;

namespace {

content::Common with_english(const char* field, const char* words) {
  content::Common record;
  record.english.emplace(field, words);
  return record;
}

Offer offer_of(OfferKind kind, std::string title) {
  Offer offer;
  offer.kind = kind;
  offer.title = std::move(title);
  return offer;
}

Offer percent(int pay_percent, std::string title) {
  Offer offer = offer_of(OfferKind::PayRatio, std::move(title));
  offer.pay_percent = pay_percent;
  return offer;
}

Offer amount_off(std::int64_t amount_fen, std::int64_t from_fen, std::string title) {
  Offer offer = offer_of(OfferKind::AmountOff, std::move(title));
  offer.amount_fen = amount_fen;
  offer.from_fen = from_fen;
  return offer;
}

std::string offer_words(const Offer& offer) { return said_offer(offer, Texts(ui::Language::English)).text; }

}  // namespace

TEST_CASE("a Chinese visitor reads Chinese, unmarked, whatever the office gave in English") {
  const Texts texts(ui::Language::Chinese);
  const auto record = with_english("title", "Soup for the road");
  CHECK(said(record, "title", "一碗热汤", texts).text == "一碗热汤");
  CHECK_FALSE(said(record, "title", "一碗热汤", texts).chinese);
  CHECK(said_name(record, "name", "渡口面馆", "", texts) == "渡口面馆");
  CHECK(said_person(record, "name", "周念慈", "", texts) == "周念慈");
  CHECK(said_offer(percent(80, "全单八折"), texts).text == "全单八折");
}

TEST_CASE("an English visitor reads the office's English, else the Chinese with its mark") {
  const Texts texts(ui::Language::English);
  const auto record = with_english("title", "Soup for the road");
  CHECK(said(record, "title", "一碗热汤", texts).text == "Soup for the road");
  CHECK_FALSE(said(record, "title", "一碗热汤", texts).chinese);
  CHECK(said(record, "voice", "家里的灯亮着", texts).text == "家里的灯亮着");
  CHECK(said(record, "voice", "家里的灯亮着", texts).chinese);
  CHECK_FALSE(said(record, "unit", "500 g", texts).chinese);
  CHECK_FALSE(said(record, "unit", "", texts).chinese);
}

TEST_CASE("curved quotation marks stand straight in English: the fonts draw them as wide as a character") {
  const auto record = with_english("conditions", "Veterans’ goods, ‘new’ and “fresh”");
  CHECK(said(record, "conditions", "老兵好物", Texts(ui::Language::English)).text == "Veterans' goods, 'new' and \"fresh\"");
  CHECK(said(record, "conditions", "“老兵”好物", Texts(ui::Language::Chinese)).text == "“老兵”好物");
}

TEST_CASE("a list has its English line by line, or not at all") {
  const Texts texts(ui::Language::English);
  const auto record = with_english("slogan", "Fish and water\nOne family");
  CHECK(kiosk::said_item(record, "slogan", 1, 2, "江城一家亲", texts).text == "One family");
  CHECK(kiosk::said_item(record, "slogan", 1, 3, "江城一家亲", texts).chinese);
  CHECK(kiosk::said_item(record, "slogan", 1, 2, "江城一家亲", Texts(ui::Language::Chinese)).text == "江城一家亲");
}

TEST_CASE("a name without English stands with its pinyin, a person's surname read as a surname") {
  const Texts texts(ui::Language::English);
  CHECK(said_name({}, "name", "渡口面馆", "", texts) == "渡口面馆 Dukou Mianguan");
  CHECK(said_person({}, "name", "单雄信", "", texts) == "单雄信 Shan Xiongxin");
  CHECK(said_person({}, "name", "单田芳", "dān tián fāng", texts) == "单田芳 Dan Tianfang");
  CHECK(said_name(with_english("name", "Ferry Noodles"), "name", "渡口面馆", "", texts) == "Ferry Noodles");
}

TEST_CASE("an offer's conditions have a line of the office's English each – with too few lines the Chinese is marked") {
  content::Merchant shop;
  for (const char* conditions : {"酒水除外", "", "每月两次"}) {
    shop.offers.push_back(offer_of(OfferKind::Other, "面议"));
    shop.offers.back().conditions = conditions;
  }
  const Texts english(ui::Language::English);
  CHECK(said_conditions(shop, shop.offers[0], english).text == "酒水除外");
  CHECK(said_conditions(shop, shop.offers[0], english).chinese);
  CHECK(said_conditions(shop, shop.offers[1], english).empty());
  shop.english["offers.conditions"] = "Not drinks\nTwice a month";
  CHECK(said_conditions(shop, shop.offers[2], english).text == "Twice a month");
  CHECK_FALSE(said_conditions(shop, shop.offers[2], english).chinese);
  CHECK(said_conditions(shop, shop.offers[2], Texts(ui::Language::Chinese)).text == "每月两次");
  shop.english["offers.conditions"] = "Not drinks";
  CHECK(said_conditions(shop, shop.offers[2], english).chinese);
}

TEST_CASE("an offer says in English what its kind and numbers say") {
  CHECK(offer_words(percent(80, "全单八折")) == "20% off");
  CHECK(offer_words(percent(85, "八五折")) == "15% off");
  CHECK(offer_words(amount_off(1000, 10000, "满百减十")) == "¥10 off from ¥100");
  CHECK(offer_words(amount_off(550, 0, "立减")) == "¥5.50 off");
  Offer haircut = offer_of(OfferKind::Free, "免费理发");
  CHECK(offer_words(haircut) == "Free");
  haircut.title_english = "Free haircut";
  CHECK(offer_words(haircut) == "Free haircut");
  const auto other = said_offer(offer_of(OfferKind::Other, "面议"), Texts(ui::Language::English));
  CHECK(other.text == "面议");
  CHECK(other.chinese);
}
