#include <doctest/doctest.h>

#include "admin/workspace/records.h"
#include "tests/admin/window/field_bench.h"

using content::Kind;
using tests::FieldBench;

TEST_SUITE("fields") {
TEST_CASE("a text field writes, counts and says how many characters are too many") {
  FieldBench bench(Kind::Merchant, {"name", "pledge.words"});
  REQUIRE(bench.fill("商户名称", "渡口面馆"));
  REQUIRE(bench.value("name") != nullptr);
  CHECK(*bench.value("name") == "渡口面馆");
  CHECK(bench.shows("4 / 40"));
  bench.type("面馆面馆面馆面馆面馆面馆面馆面馆面馆面馆面馆面馆面馆面馆面馆面馆面馆面馆面馆");
  CHECK(bench.shows("多了 2 个字"));
  REQUIRE(bench.fill("商户名称", ""));
  CHECK(bench.value("name") == nullptr);
  const int leaves = bench.leaves;
  bench.leave();
  CHECK(bench.leaves > leaves);
}

TEST_CASE("a long text takes line breaks and grows") {
  FieldBench bench(Kind::Merchant, {"pledge.words"});
  const float before = bench.bottom;
  REQUIRE(bench.tap("承诺"));
  for (int i = 0; i < 8; ++i) {
    bench.type("见证就是见到亲人");
    bench.key(ImGuiKey_Enter);
  }
  CHECK(bench.bottom > before + 60);
  CHECK(bench.value("pledge.words")->get<std::string>().find('\n') != std::string::npos);
}

TEST_CASE("a telephone number typed in full width is kept in half width") {
  FieldBench bench(Kind::Merchant, {"phone"});
  REQUIRE(bench.fill("电话", "０７７２　２８１００８８ "));
  bench.leave();
  CHECK(*bench.value("phone") == "0772 2810088");
}

TEST_CASE("money is typed in yuan and kept in fen") {
  FieldBench bench(Kind::Product, {"price_fen"});
  REQUIRE(bench.fill(bench.spec.find_field("price_fen")->zh, "39.8"));
  bench.leave();
  CHECK(*bench.value("price_fen") == 3980);
  CHECK(bench.shows("39.8"));
  REQUIRE(bench.fill(bench.spec.find_field("price_fen")->zh, "便宜"));
  bench.leave();
  CHECK(bench.value("price_fen") == nullptr);
  CHECK(bench.shows("“便宜”不是数字"));
}

TEST_CASE("a day is typed as people write it") {
  FieldBench bench(Kind::Merchant, {"valid_from", "valid_until"});
  REQUIRE(bench.fill("展示开始", "8月1日"));
  bench.leave();
  CHECK(*bench.value("valid_from") == "2026-08-01");
  REQUIRE(bench.fill("展示开始", "2027/2/8"));
  bench.key(ImGuiKey_Enter);
  CHECK(*bench.value("valid_from") == "2027-02-08");
  REQUIRE(bench.fill("展示结束", "2月30日"));
  bench.leave();
  CHECK(bench.value("valid_until") == nullptr);
  CHECK(bench.shows("“2月30日”不是日期"));
  REQUIRE(bench.fill("展示结束", ""));
  bench.leave();
  CHECK_FALSE(bench.shows("不是日期"));
}

TEST_CASE("a day is picked from the calendar by mouse and by arrows") {
  FieldBench bench(Kind::Merchant, {"valid_from"});
  REQUIRE(bench.tap("日历 展示开始"));
  CHECK(bench.shows("2026 年 7 月"));
  REQUIRE(bench.tap("2026-07-28"));
  CHECK(*bench.value("valid_from") == "2026-07-28");
  CHECK_FALSE(bench.shows("2026 年 7 月"));
  REQUIRE(bench.tap("日历 展示开始"));
  bench.key(ImGuiKey_RightArrow);
  bench.key(ImGuiKey_DownArrow);
  bench.key(ImGuiKey_Enter);
  CHECK(*bench.value("valid_from") == "2026-08-05");
  REQUIRE(bench.tap("日历 展示开始"));
  REQUIRE(bench.tap("下一年"));
  CHECK(bench.shows("2027 年 8 月"));
  bench.key(ImGuiKey_Escape);
  CHECK_FALSE(bench.shows("2027 年 8 月"));
  REQUIRE(bench.tap("日历 展示开始"));
  REQUIRE(bench.tap("日历：不填"));
  CHECK(bench.value("valid_from") == nullptr);
}

TEST_CASE("one of the known words is chosen from a list") {
  FieldBench bench(Kind::Figure, {"category"});
  const std::string label(bench.spec.find_field("category")->zh);
  REQUIRE(bench.tap(label));
  REQUIRE(bench.tap(label + "：好军嫂"));
  CHECK(*bench.value("category") == "wife");
  CHECK(bench.shows("好军嫂"));
}

TEST_CASE("a street is found by its pinyin") {
  FieldBench bench(Kind::Merchant, {"street"});
  auto& store = bench.office->store();
  const auto make = [&](const char* name) { return store.create(Kind::Street, {{"name", name}}, "梁秋"); };
  make("和平里双拥街");
  const content::RecordId riverside = make("江滩双拥街").id;
  bench.office->records().refresh();
  REQUIRE(bench.tap("街区"));
  CHECK(bench.shows("和平里双拥街"));
  bench.type("jiangtan");
  CHECK_FALSE(bench.shows("和平里双拥街"));
  bench.key(ImGuiKey_Enter);
  REQUIRE(bench.value("street") != nullptr);
  CHECK(*bench.value("street") == riverside.text);
  CHECK(bench.shows("江滩双拥街"));
  REQUIRE(bench.tap("街区"));
  REQUIRE(bench.tap("街区：不填"));
  CHECK(bench.value("street") == nullptr);
}

TEST_CASE("months are switched on and off, in order") {
  FieldBench bench(Kind::Product, {"season"});
  REQUIRE(bench.tap("当季月份：7 月"));
  REQUIRE(bench.tap("当季月份：5 月"));
  CHECK(*bench.value("season") == nlohmann::json({5, 7}));
  REQUIRE(bench.tap("当季月份：7 月"));
  CHECK(*bench.value("season") == nlohmann::json({5}));
}

TEST_CASE("a colour is typed or picked") {
  FieldBench bench(Kind::Product, {"tint"});
  REQUIRE(bench.fill("背景色", "＃f2ece1"));
  bench.leave();
  CHECK(*bench.value("tint") == "#F2ECE1");
  REQUIRE(bench.tap("背景色 色块"));
  REQUIRE(bench.tap("背景色：#8E1719"));
  CHECK(*bench.value("tint") == "#8E1719");
}

TEST_CASE("rows of a list are added with Enter, moved and taken off") {
  FieldBench bench(Kind::Poster, {"slogan"});
  const std::string label(bench.spec.find_field("slogan")->zh);
  REQUIRE(bench.tap(label + "：加一行"));
  bench.type("军爱民");
  bench.key(ImGuiKey_Enter);
  bench.type("民拥军");
  CHECK(*bench.value("slogan") == nlohmann::json({"军爱民", "民拥军"}));
  REQUIRE(bench.tap(label + " 第 2 行：上移"));
  CHECK(*bench.value("slogan") == nlohmann::json({"民拥军", "军爱民"}));
  REQUIRE(bench.tap(label + " 第 1 行：去掉"));
  CHECK(*bench.value("slogan") == nlohmann::json({"军爱民"}));
  REQUIRE(bench.tap(label + "：加一行"));
  bench.leave();
  CHECK(*bench.value("slogan") == nlohmann::json({"军爱民"}));   // an empty line falls away
}

TEST_CASE("an honour has its year and its words") {
  FieldBench bench(Kind::Figure, {"honours"});
  REQUIRE(bench.tap("荣誉：加一项荣誉"));
  bench.type("全国模范退役军人");
  REQUIRE(bench.fill("荣誉 第 1 行年份", "２０２４"));
  bench.leave();
  CHECK(*bench.value("honours") == nlohmann::json::parse(R"([{"text":"全国模范退役军人","year":2024}])"));
}

TEST_CASE("where a colleague is at it nothing can be changed") {
  FieldBench bench(Kind::Merchant, {"name", "hours", "offers", "valid_from", "street", "gallery"});
  bench.body = nlohmann::json::parse(R"({"name":"渡口面馆","offers":[{"kind":"pay_ratio","pay_percent":80,"title":"全单八折","cards":"local_only"}]})");
  bench.read_only = true;
  bench.frames(3);
  const auto before = bench.body;
  bench.tap("商户名称");
  bench.type("别家");
  for (const char* label : {"营业时间 周一 营业", "优惠 第 1 条：去掉", "街区", "24 小时", "更多图片：加一张"}) CHECK_FALSE(bench.tap(label));
  CHECK(bench.body == before);
  CHECK(bench.changes == 0);
}

TEST_CASE("every field of every kind can be drawn, empty and with nonsense in it, and no two items share a name") {
  for (const auto& kind : content::all_kinds()) {
    for (const content::Field& field : kind.get().fields) {
      FieldBench bench(kind.get().kind, {std::string(field.key)});
      CHECK(bench.items.duplicates().empty());
      for (const nlohmann::json& nonsense : {nlohmann::json(3.5), nlohmann::json("#?"), nlohmann::json::array({1, "x"}), nlohmann::json{{"a", 1}}, nlohmann::json(true)}) {
        content::set_value(bench.body, field.key, nonsense);
        bench.frames(2);
      }
      CHECK(bench.items.duplicates().empty());
    }
  }
}

TEST_CASE("Tab goes on to fields that are scrolled out of sight and brings them in") {
  FieldBench bench(Kind::Merchant, {"name", "category", "address", "phone", "transit", "pledge.owner"});
  bench.scroll_height = 220;
  bench.frames(3);
  REQUIRE(bench.tap("商户名称"));
  for (int i = 0; i < 12 && !bench.typing_in("店主"); ++i) bench.key(ImGuiKey_Tab);
  bench.type("许明远");
  REQUIRE(bench.value("pledge.owner") != nullptr);
  CHECK(*bench.value("pledge.owner") == "许明远");
  const auto box = bench.items.find("店主");
  REQUIRE(box.has_value());
  CHECK(box->y > 30);
  CHECK(box->bottom() <= 250);
}

TEST_CASE("a category is picked from those in use, or written anew") {
  FieldBench bench(Kind::Merchant, {"category"});
  auto& store = bench.office->store();
  int number = 0;
  for (const char* category : {"医药", "餐饮", "餐饮"}) store.create(Kind::Merchant, {{"name", "店" + std::to_string(++number)}, {"category", category}}, "梁秋");
  bench.office->records().refresh();
  REQUIRE(bench.tap("类别：常用的"));
  REQUIRE(bench.tap("类别：餐饮"));
  CHECK(*bench.value("category") == "餐饮");
  REQUIRE(bench.fill("类别", "修鞋"));
  CHECK(*bench.value("category") == "修鞋");
}

TEST_CASE("an article's lines become headings, quotes and lists by a word, and back") {
  FieldBench bench(Kind::Article, {"body"});
  const std::string label(bench.spec.find_field("body")->zh);
  REQUIRE(bench.tap(label));
  bench.type("一条街");
  bench.key(ImGuiKey_Enter);
  bench.type("把优待变成日常");
  REQUIRE(bench.tap(label + "：小标题"));
  CHECK(*bench.value("body") == "一条街\n## 把优待变成日常");
  REQUIRE(bench.tap(label + "：引用"));
  CHECK(*bench.value("body") == "一条街\n> 把优待变成日常");
  bench.key(ImGuiKey_Home, true);
  REQUIRE(bench.tap(label + "：列表"));
  bench.type("江滩");
  CHECK(*bench.value("body") == "- 江滩一条街\n> 把优待变成日常");
  REQUIRE(bench.tap(label + "：正文"));
  CHECK(*bench.value("body") == "江滩一条街\n> 把优待变成日常");
  bench.key(ImGuiKey_Z, true);
  CHECK(*bench.value("body") == "- 江滩一条街\n> 把优待变成日常");
}

TEST_CASE("words in an article become bold by Ctrl B or the tool, and plain again – the caret goes between new marks") {
  FieldBench bench(Kind::Article, {"body"});
  const std::string label(bench.spec.find_field("body")->zh);
  REQUIRE(bench.tap(label));
  bench.type("凭证八折");
  bench.key(ImGuiKey_A, true);
  bench.key(ImGuiKey_B, true);
  bench.frames(3);
  CHECK(*bench.value("body") == "**凭证八折**");
  bench.key(ImGuiKey_B, true);
  bench.frames(3);
  CHECK(*bench.value("body") == "凭证八折");
  bench.key(ImGuiKey_End, true);
  REQUIRE(bench.tap(label + "：粗体"));
  bench.frames(3);
  bench.type("全单");
  CHECK(*bench.value("body") == "凭证八折**全单**");
  bench.key(ImGuiKey_A, true);
  bench.type("- 一条");
  bench.key(ImGuiKey_Enter);
  bench.type("两条");
  bench.key(ImGuiKey_A, true);
  bench.key(ImGuiKey_B, true);
  bench.frames(3);
  CHECK(*bench.value("body") == "- **一条**\n**两条**");
}
}
