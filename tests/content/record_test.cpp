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

TEST_CASE("every kind names its title among its fields, and no header means two fields of one kind") {
  std::set<std::string_view> words;
  for (const KindSpec& spec : all_kinds()) {
    CAPTURE(spec.word);
    CHECK(words.insert(spec.word).second);
    CHECK(spec.find_field(spec.title_key) != nullptr);
    for (const std::string_view key : spec.key_fields) CHECK((key.empty() || spec.find_field(key) != nullptr));
    CHECK(find_kind(spec.word) == &spec);
    CHECK(find_kind(spec.zh) == &spec);
    CHECK(&kind_spec(spec.kind) == &spec);
    for (const Field& field : spec.fields) {
      CAPTURE(field.key);
      CHECK(spec.find_header(field.zh) == &field);
      CHECK(spec.find_header(field.en) == &field);
      CHECK_FALSE(field.en.empty());
      for (const std::string_view alias : field.aliases) {
        if (!alias.empty()) CHECK(spec.find_header(alias) == &field);
      }
    }
  }
  CHECK(words.size() == 11);
  CHECK(find_kind("nothing") == nullptr);
}

TEST_CASE("headers are known however wide or spaced they are") {
  const KindSpec& spec = kind_spec(Kind::Merchant);
  for (const char* header : {"商户名称", " 商 户 名 称 ", "店名", "MERCHANT", "单位名称"}) {
    REQUIRE(spec.find_header(header) != nullptr);
    CHECK(spec.find_header(header)->key == "name");
  }
  CHECK(spec.find_header("签订日期")->key == "pledge.signed_on");
  CHECK(spec.find_header("备注") == nullptr);
  CHECK(spec.find_header("") == nullptr);
}

TEST_CASE("the hash of a body does not depend on the order of its keys, but on its kind and every value") {
  const json one = json::parse(R"({"name":"甲","number":1})");
  const json two = json::parse(R"({"number":1,"name":"甲"})");
  CHECK(canonical_json(one) == R"({"name":"甲","number":1})");
  CHECK(content_hash(Kind::Series, one) == content_hash(Kind::Series, two));
  CHECK(content_hash(Kind::Series, one) != content_hash(Kind::Stage, one));
  CHECK(content_hash(Kind::Series, one) != content_hash(Kind::Series, json::parse(R"({"name":"甲","number":2})")));
  CHECK_THROWS_AS(canonical_json({{"name", "\xFF"}}), Error);
}

TEST_CASE("values are set and taken away by their path") {
  json body = json::object();
  set_value(body, "pledge.number", "1");
  set_value(body, "pledge.owner", "许明远");
  CHECK(*value_at(body, "pledge.number") == "1");
  CHECK(value_at(body, "pledge.words") == nullptr);
  set_value(body, "pledge.number", "");
  set_value(body, "pledge.owner", nullptr);
  CHECK(body == json::object());
}

TEST_CASE("a good merchant has no problems") {
  for (const Problem& problem : validate(kind_spec(Kind::Merchant), merchant_body())) FAIL_CHECK(problem.sentence().en);
}

TEST_CASE("each wrong value is found, named and explained in both languages") {
  struct Row {
    const char* key;
    json value;
    Fault fault;
    const char* at;
  };
  const Row rows[] = {
      {"name", "", Fault::Missing, "name"},
      {"name", "  ", Fault::Missing, "name"},
      {"name", 5, Fault::WrongType, "name"},
      {"name", "甲\n乙", Fault::Conflict, "name"},
      {"name", std::string(200, 'x'), Fault::TooLong, "name"},
      {"phone", "请加微信", Fault::Conflict, "phone"},
      {"map_x", 1.5, Fault::OutOfRange, "map_x"},
      {"map_y", nullptr, Fault::Missing, "map_y"},
      {"longitude", 200.0, Fault::OutOfRange, "longitude"},
      {"street", "不是编号", Fault::WrongType, "street"},
      {"sign", {0.9, 0.2, 0.1, 0.4}, Fault::OutOfRange, "sign"},
      {"sign", {0.9, 0.2}, Fault::WrongType, "sign"},
      {"valid_from", "2024-2-18", Fault::WrongType, "valid_from"},
      {"valid_until", "2023-01-01", Fault::WrongOrder, "valid_until"},
      {"pledge.until", "2023-01-01", Fault::WrongOrder, "pledge.until"},
      {"pledge.number", nullptr, Fault::Missing, "pledge.number"},
      {"pledge.verified_on", "2024-03-01", Fault::Missing, "pledge.verified_by"},
      {"pledge.colour", "red", Fault::UnknownField, "pledge.colour"},
      {"hours", {{"known", true}, {"week", json::array()}}, Fault::WrongType, "hours"},
      {"hours", 9, Fault::WrongType, "hours"},
      {"offers",
       {{{"kind", "pay_ratio"}, {"pay_percent", 100}, {"title", "十折"}}},
       Fault::OutOfRange,
       "offers[0].pay_percent"},
      {"offers",
       {{{"kind", "pay_ratio"}, {"pay_percent", 0}, {"title", "折"}}},
       Fault::OutOfRange,
       "offers[0].pay_percent"},
      {"offers", {{{"kind", "amount_off"}, {"title", "满减"}}}, Fault::OutOfRange, "offers[0].amount_fen"},
      {"offers", {{{"kind", "other"}, {"title", "一个特别特别长的标题"}}}, Fault::TooLong, "offers[0].title"},
      {"offers",
       {{{"kind", "free"}, {"title", "免费"}, {"who", {"veteran", "serving"}}}},
       Fault::Conflict,
       "offers[0].who"},
      {"offers", {{{"kind", "free"}, {"title", "免费"}, {"who", {"martian"}}}}, Fault::WrongType, "offers"},
      {"offers", {{{"kind", "free"}}}, Fault::Missing, "offers[0].title"},
  };
  for (const Row& row : rows) {
    json body = merchant_body();
    if (row.value.is_null()) {
      set_value(body, row.key, nullptr);
    } else {
      set_value(body, row.key, row.value);
      if (row.value == "") body[row.key] = "";
    }
    const auto problems = validate(kind_spec(Kind::Merchant), body);
    CAPTURE(row.key);
    CAPTURE(row.value.dump());
    CHECK(has(problems, row.fault, row.at));
    for (const Problem& problem : problems) {
      CHECK_FALSE(problem.field.zh.empty());
      CHECK_FALSE(problem.reason.en.empty());
      CHECK_FALSE(problem.advice.zh.empty());
      CHECK(problem.sentence().zh.find(problem.reason.zh) != std::string::npos);
    }
  }
}

TEST_CASE("an unknown word lists the words to choose from") {
  const auto problems = validate(kind_spec(Kind::Article),
                                 {{"title", "甲"}, {"category", "新闻"}, {"published", "2026-01-01"}, {"body", "文"}});
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].fault == Fault::UnknownWord);
  CHECK(problems[0].advice.zh.find("典型经验") != std::string::npos);
}

TEST_CASE("a merchant's body becomes a merchant") {
  const Merchant merchant = read_merchant(kId, 3, merchant_body());
  CHECK(merchant.id == kId);
  CHECK(merchant.revision == 3);
  CHECK(merchant.validity.from == day_from_iso("2024-02-18"));
  CHECK_FALSE(merchant.validity.until);
  CHECK(merchant.map_x == 0.25F);
  CHECK_FALSE(merchant.longitude);
  REQUIRE(merchant.offers.size() == 1);
  CHECK(merchant.offers[0].who == std::vector{Who::Serving, Who::Veteran});
  CHECK(merchant.hours.week[0].front().to == 1320);
  CHECK(merchant.pledge.signed_on == day_from_iso("2024-02-18"));
  CHECK(merchant.sign[2] == 0.9F);
  CHECK(write_offers(merchant.offers)[0]["pay_percent"] == 85);
  CHECK(read_hours(write_hours(merchant.hours)).week[0].front().from == 540);
}

TEST_CASE("every kind reads from a body with nothing but its required dates") {
  CHECK_NOTHROW(read_city(kId, 1, json::object()));
  CHECK_NOTHROW(read_stage(kId, 1, {{"first", "2026-01-01"}, {"last", "2026-02-01"}}));
  CHECK_NOTHROW(read_theme(kId, 1, {{"first", "2026-01-01"}, {"last", "2026-02-01"}}));
  CHECK_NOTHROW(read_series(kId, 1, json::object()));
  CHECK_NOTHROW(read_article(kId, 1, {{"published", "2026-01-01"}}));
  CHECK_NOTHROW(read_poster(kId, 1, json::object()));
  CHECK_NOTHROW(read_film(kId, 1, json::object()));
  CHECK_NOTHROW(read_figure(kId, 1, json::object()));
  CHECK_NOTHROW(read_street(kId, 1, json::object()));
  CHECK_NOTHROW(read_merchant(kId, 1, json::object()));
  CHECK(read_product(kId, 1, {{"tint", "#010203"}}).tint == 0x010203);
}

TEST_CASE("a wrong type in a body names the record and the field") {
  const std::vector<json> bad = {{{"name", 1}},
                                 {{"offers", 1}},
                                 {{"offers", {1}}},
                                 {{"pledge", "x"}},
                                 {{"hours", {{"week", 7}}}},
                                 {{"map_x", "a"}},
                                 {{"street", "x"}},
                                 {{"sign", {1}}},
                                 {{"valid_from", "gestern"}},
                                 json::array(),
                                 {{"hours",
                                   {{"week",
                                     {{{{"from", 4294967836}, {"to", 600}}},
                                      json::array(),
                                      json::array(),
                                      json::array(),
                                      json::array(),
                                      json::array(),
                                      json::array()}}}}}};
  for (const json& body : bad) {
    CAPTURE(body.dump());
    try {
      read_merchant(kId, 1, body);
      FAIL("no Error was thrown");
    } catch (const Error& error) {
      CHECK(error.text().en.find(kId.text) != std::string::npos);
      CHECK(error.text().zh.find("商户") != std::string::npos);
    }
  }
}

TEST_CASE("SHA-256 of bytes, pieces and files is the standard's") {
  CHECK(sha256_hex(std::string_view("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex(std::string_view("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const tests::TemporaryFolder folder;
  CHECK_THROWS_AS(sha256_file(folder / "none"), Error);
  CHECK_THROWS_AS(sha256_file(folder.path()), Error);
  CHECK(is_sha256_hex(std::string(64, 'a')));
  CHECK_FALSE(is_sha256_hex(std::string(64, 'A')));
}

TEST_CASE("days are read in the ways that people write them") {
  for (const char* text : {"2026-07-30", "2026/7/30", "2026.7.30", "2026年7月30日", "２０２６年７月３０日",
                           " 2026 年 7 月 30 日 ", "2026-07-30 00:00:00"}) {
    CAPTURE(text);
    CHECK(read_day(text) == day_from_iso("2026-07-30"));
  }
  for (const char* text :
       {"", "2026-02-30", "2026-13-01", "26-7-30", "7月30日", "2026-07-30x", "2026-07", "20260730"}) {
    CAPTURE(text);
    CHECK_FALSE(read_day(text));
  }
  CHECK_FALSE(day_from_iso("2026-7-30"));
  CHECK(day_to_iso(add_months(*day_from_iso("2026-01-31"), 1)) == "2026-02-28");
  CHECK(weekday_of(*day_from_iso("2026-07-30")) == 3);
  CHECK(days_between(*day_from_iso("2026-07-30"), *day_from_iso("2026-08-01")) == 2);
}

TEST_CASE("ids made in one go are valid, different and rising") {
  std::string last;
  for (int i = 0; i < 10'000; ++i) {
    const std::string id = make_uuid_v7();
    REQUIRE(is_uuid_v7(id));
    REQUIRE(id > last);
    last = id;
  }
  CHECK_FALSE(is_uuid_v7(""));
  CHECK_FALSE(is_uuid_v7("01890A5D-AC96-774B-BCCE-B302099A8057"));
  CHECK_FALSE(is_uuid_v7("01890a5d-ac96-474b-bcce-b302099a8057"));
}

TEST_CASE("text is counted, folded and trimmed by characters") {
  CHECK(count_chars("𠮷㛃a") == 3);
  CHECK(first_chars("𠮷㛃a", 2) == "𠮷㛃");
  CHECK(fold_width("ＡＢ：　１") == "AB: 1");
  CHECK(trim("　 甲 乙\n") == "甲 乙");
  CHECK(without_blanks(" 甲　乙 ") == "甲乙");
  CHECK(is_utf8("双拥𠮷"));
  CHECK_FALSE(is_utf8("\xC0\x80"));
  CHECK_FALSE(is_utf8("\xED\xA0\x80"));
  CHECK_FALSE(is_utf8("\xE5\x8F"));
}
