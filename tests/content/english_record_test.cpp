#include "content/record.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "content/days.h"
#include "content/error.h"
#include "content/kinds.h"
#include "content/offer_text.h"
#include "content/read_model.h"
#include "content/sha256.h"
#include "content/utf8.h"
#include "content/write_model.h"
#include "tests/content/record_support.h"
#include "tests/support/temporary_folder.h"

using namespace content;
using namespace tests;
using nlohmann::json;

TEST_CASE("every text that visitors read has a place for its English, known by its label, its key and the offices' other headers") {
  const KindSpec& spec = kind_spec(Kind::Merchant);
  for (const char* header : {"商户名称（英文）", "商户名称(英文)", "店名（英文）", "name_en", "Merchant in English", "商户名称英文"}) {
    CAPTURE(header);
    REQUIRE(spec.find_header(header) != nullptr);
    CHECK(spec.find_header(header)->key == "english.name");
  }
  CHECK(spec.find_header("承诺（英文）")->key == "english.pledge.words");
  CHECK(spec.find_field("english.pledge.words")->max_chars == 800);
  CHECK(spec.find_field("english.phone") == nullptr);
  CHECK(kind_spec(Kind::Poster).find_field("english.slogan")->type == FieldType::LongText);
  for (const KindSpec& kind : all_kinds()) {
    CAPTURE(kind.word);
    CHECK(kind.find_field(std::string(kEnglishPrefix) + std::string(kind.title_key)) != nullptr);
  }
}

TEST_CASE("English texts lie flat under their field's key, are read, and change the hash that an approval names") {
  json body = merchant_body();
  const std::string before = content_hash(Kind::Merchant, body);
  set_value(body, "english.name", "Ferry Noodles");
  set_value(body, "english.pledge.words", "Tea first, then noodles.");
  CHECK(body["english"] == json{{"name", "Ferry Noodles"}, {"pledge.words", "Tea first, then noodles."}});
  CHECK(*value_at(body, "english.pledge.words") == "Tea first, then noodles.");
  CHECK(validate(kind_spec(Kind::Merchant), body).empty());
  CHECK(content_hash(Kind::Merchant, body) != before);
  CHECK(read_merchant(kId, 1, body).english.at("pledge.words") == "Tea first, then noodles.");
  set_value(body, "english.name", nullptr);
  set_value(body, "english.pledge.words", "");
  CHECK_FALSE(body.contains("english"));
  CHECK(content_hash(Kind::Merchant, body) == before);
}

TEST_CASE("English where it cannot be, too long or of a wrong shape is found") {
  const KindSpec& spec = kind_spec(Kind::Merchant);
  json body = merchant_body();
  body["english"] = {{"phone", "5550"}};
  CHECK(has(validate_draft(spec, body), Fault::UnknownField, "english.phone"));
  body["english"] = {{"pledge", {{"words", "Tea first."}}}};
  CHECK(has(validate_draft(spec, body), Fault::UnknownField, "english.pledge"));
  body["english"] = {{"name", 5}};
  CHECK(has(validate_draft(spec, body), Fault::WrongType, "english.name"));
  body["english"] = {{"name", std::string(161, 'x')}};
  CHECK(has(validate(spec, body), Fault::TooLong, "english.name"));
  body["english"] = {{"name", "Ferry\nNoodles"}};
  CHECK(has(validate(spec, body), Fault::Conflict, "english.name"));
}

TEST_CASE("an offer's English title is kept, and limited") {
  const ReadOffer read = read_offer_text("全单八折 | 英文：20% off the whole bill | 谁：现役军人");
  CHECK(read.offer.title == "全单八折");
  CHECK(read.offer.title_english == "20% off the whole bill");
  CHECK(read_offer_text(offer_line(read.offer)).offer.title_english == "20% off the whole bill");
  CHECK(read_offer(write_offer(read.offer)).title_english == "20% off the whole bill");
  json body = merchant_body();
  body["offers"] = json::array({{{"kind", "free"}, {"title", "免费"}, {"title_english", std::string(41, 'x')}}});
  CHECK(has(validate(kind_spec(Kind::Merchant), body), Fault::TooLong, "offers[0].title_english"));
}

TEST_CASE("a gallery holds up to twelve pictures, the doors have four each") {
  const KindSpec& spec = kind_spec(Kind::Merchant);
  json body = merchant_body();
  body["gallery"] = json(12, make_uuid_v7());
  CHECK(validate(spec, body).empty());
  CHECK(read_merchant(kId, 1, body).gallery.size() == 12);
  body["gallery"] = json(13, make_uuid_v7());
  CHECK(has(validate(spec, body), Fault::OutOfRange, "gallery"));
  body["gallery"] = json::array({"a picture"});
  CHECK(has(validate(spec, body), Fault::WrongType, "gallery"));
  json city = {{"doors_tall", json(3, make_uuid_v7())}};
  CHECK(has(validate(kind_spec(Kind::City), city), Fault::OutOfRange, "doors_tall"));
}

TEST_CASE("the hosts that codes may lead to are names of hosts") {
  const KindSpec& spec = kind_spec(Kind::City);
  for (const char* host : {"https://shop.example.cn", "Shop.example.cn", "localhost", ".cn", "example.cn/shop", "a..cn"}) {
    CAPTURE(host);
    CHECK(has(validate(spec, {{"link_hosts", json::array({host})}}), Fault::Conflict, "link_hosts"));
  }
  CHECK_FALSE(has(validate(spec, {{"link_hosts", json::array({"shop.example.cn"})}}), Fault::Conflict, "link_hosts"));
}

TEST_CASE("a body from before English and galleries reads as it did") {
  const Merchant merchant = read_merchant(kId, 3, merchant_body());
  CHECK(merchant.english.empty());
  CHECK(merchant.gallery.empty());
  CHECK(merchant.offers[0].title_english.empty());
  CHECK(read_city(kId, 1, json::object()).link_hosts.empty());
}
