#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "content/lint/field_rules.h"

using namespace content;
using content::lint::FieldRules;
using content::lint::Finding;
using content::lint::Heroes;

namespace {

std::vector<std::string> rules_in(Kind kind, const std::string& key, const std::string& words) {
  const FieldRules rules(Heroes{{"顾长岭"}, {"picture-of-a-hero"}});
  nlohmann::json body;
  body[key] = words;
  std::vector<std::string> names;
  for (const Finding& finding : rules.check(kind_spec(kind), body)) names.emplace_back(finding.rule);
  return names;
}

struct Case {
  Kind kind;
  const char* key;
  const char* words;
  const char* rule;  // "" = nothing to find
};

}  // namespace

TEST_CASE("what an advertisement must not say is found, ordinary words are not") {
  const std::vector<Case> cases = {
      {Kind::Merchant, "name", "江城国家级名店", "superlative"},
      {Kind::Product, "story", "销量第一的蜂蜜", "superlative"},
      {Kind::Product, "story", "我的蜜是第一。", "superlative"},
      {Kind::Product, "story", "销**量第**一的蜂蜜", "superlative"},   // bold marks part no word
      {Kind::Product, "story", "退役后第一年，熬出第一锅糖", ""},
      {Kind::Merchant, "address", "第一人民医院旁", ""},
      {Kind::Product, "name", "部队特供大米", "military_supply"},
      {Kind::Product, "name", "军品水壶", "military_supply"},
      {Kind::Merchant, "name", "拥军服务驿站", ""},
      {Kind::Merchant, "name", "冠军品牌体育", ""},
      {Kind::Product, "story", "为了拥军需要", ""},
      {Kind::Merchant, "name", "军需超市", "military_supply"},
      {Kind::Product, "name", "国徽纪念币", "emblem"},
      {Kind::Merchant, "name", "雷锋理发店", "hero"},
      {Kind::Product, "story", "顾长岭家乡的茶", "hero"},
      {Kind::Article, "body", "学雷锋志愿服务走进军营", ""},
      {Kind::Article, "body", "全国第一批", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.words);
    const auto found = rules_in(one.kind, one.key, one.words);
    CHECK(found == (*one.rule == '\0' ? std::vector<std::string>{} : std::vector<std::string>{one.rule}));
  }
}

TEST_CASE("what an honour roll must not tell about a person is found") {
  const std::vector<Case> cases = {
      {Kind::Figure, "biography", "身份证 420102198803071234", "id_number"},
      {Kind::Figure, "biography", "证号４２０１０２１９８８０３０７１２３Ｘ", "id_number"},
      {Kind::Figure, "biography", "编号 123456789012345678", ""},
      {Kind::Figure, "biography", "电话 138 1234 5678", "mobile"},
      {Kind::Figure, "biography", "服务热线 5550 0100", ""},
      {Kind::Figure, "biography", "在 61889 部队服役", "unit_number"},
      {Kind::Figure, "biography", "在六一八八九部队", "unit_number"},
      {Kind::Figure, "biography", "第73集团军某旅", "unit_number"},
      {Kind::Figure, "biography", "某部服役，3 个团员结对", ""},
      {Kind::Figure, "community", "和平里3栋2单元501室", "home_address"},
      {Kind::Figure, "community", "和平里社区", ""},
      {Kind::Figure, "biography", "家住江滩路12号", "home_address"},
      {Kind::Merchant, "address", "和平里3栋2单元501室", ""},
      {Kind::Merchant, "phone", "13812345678", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.words);
    const auto found = rules_in(one.kind, one.key, one.words);
    CHECK(found == (*one.rule == '\0' ? std::vector<std::string>{} : std::vector<std::string>{one.rule}));
  }
}

TEST_CASE("a hero's portrait on a product is found") {
  CHECK(rules_in(Kind::Product, "picture", "picture-of-a-hero") == std::vector<std::string>{"hero"});
  CHECK(rules_in(Kind::Product, "picture", "another-picture").empty());
}

TEST_CASE("a hero's portrait in a shop's gallery is found") {
  const FieldRules rules(Heroes{{"顾长岭"}, {"picture-of-a-hero"}});
  const auto found = rules.check(kind_spec(Kind::Merchant), {{"gallery", {"a shelf", "picture-of-a-hero"}}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "hero");
}

TEST_CASE("the rules of Chinese words leave English texts alone, the rules of numbers do not") {
  const FieldRules rules(Heroes{});
  const auto in_english = [&rules](Kind kind, const char* words) {
    nlohmann::json body;
    body["english"]["name"] = words;
    return rules.check(kind_spec(kind), body).size();
  };
  CHECK(in_english(Kind::Merchant, "No.1 Ferry Street Noodles") == 0);
  CHECK(in_english(Kind::Figure, "Call 138 0013 8000") == 1);
  CHECK(in_english(Kind::Figure, "Zhou Nianci") == 0);
}

TEST_CASE("only the martyrs of the honour roll are heroes whose names trade must not use") {
  Heroes heroes;
  lint::add_hero(heroes, {{"name", "陈向江"}, {"category", "veteran"}, {"portrait", "p1"}});
  lint::add_hero(heroes, {{"name", "顾长岭"}, {"category", "martyr"}, {"portrait", "p2"}});
  CHECK(heroes.names == std::vector<std::string>{"顾长岭"});
  CHECK(heroes.portraits == std::vector<std::string>{"p2"});
}
