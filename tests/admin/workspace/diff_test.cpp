#include "admin/workspace/diff.h"

#include <doctest/doctest.h>

#include <chrono>
#include <random>

#include "admin/workspace/edit_script.h"

using namespace admin;
using nlohmann::json;

namespace {

// 全单[-九折-]{+八折+}
std::string marked(const std::vector<TextRun>& runs) {
  std::string text;
  for (const TextRun& run : runs) {
    if (run.kind == RunKind::Same) text += run.text;
    if (run.kind == RunKind::Removed) text += "[-" + run.text + "-]";
    if (run.kind == RunKind::Added) text += "{+" + run.text + "+}";
  }
  return text;
}

struct SomeNames : content::tables::Names {
  std::string title(const content::RecordId& id) const override { return id.text == "s1" ? "江滩双拥街" : id.text == "s2" ? "梧桐路" : ""; }
  std::string source(const content::MediaId& id) const override { return id.text; }
};

const content::KindSpec& merchants() { return content::kind_spec(content::Kind::Merchant); }

const FieldDiff& field(const RecordDiff& diff, std::string_view key) {
  for (const FieldDiff& one : diff.fields) {
    if (one.field->key == key) return one;
  }
  FAIL("no field " << key);
  return diff.fields.front();
}

std::string random_text(std::mt19937& random, int words) {
  static constexpr const char* kWords[] = {"双拥", "军人", "优待证", "，", "。", "九折", "八折", "春节", "的", "家", "\n", "2026", "年", " ", "shop", "𠮷", "é", "免单一碗"};
  std::string text;
  for (int i = 0; i < words; ++i) text += kWords[random() % std::size(kWords)];
  return text;
}

}  // namespace

TEST_CASE("a text is marked word by word as a person would mark it") {
  struct Row {
    const char* before;
    const char* after;
    const char* marks;
  };
  const Row rows[] = {
      {"", "", ""},
      {"", "新", "{+新+}"},
      {"旧", "", "[-旧-]"},
      {"一样的话", "一样的话", "一样的话"},
      {"全单九折", "全单八折", "全单[-九折-]{+八折+}"},
      {"进门一杯热茶，全单九折。家里有人当兵，就是我家的亲人。", "进门一杯热茶，全单八折，逢八一、春节免单一碗。家里有人当兵，就是我家的亲人。",
       "进门一杯热茶，全单[-九折-]{+八折，逢八一、春节免单一碗+}。家里有人当兵，就是我家的亲人。"},
      {"江滩双拥街 12 号", "江滩双拥街 21 号", "江滩双拥街 [-12-]{+21+} 号"},
      {"江滩双拥街12号", "江滩双拥街21号", "江滩双拥街[-12号-]{+21号+}"},
      {"第一段。\n第二段。\n第三段。", "第一段。\n第三段。", "第一段。\n[-第二段。\n-]第三段。"},
      {"完全是另一句话", "谁也不认得它呀", "[-完全是另一句话-]{+谁也不认得它呀+}"},
      {"现役军人、退役军人", "现役军人、退役军人、军属", "现役军人、退役军人{+、军属+}"},
      {"open daily from 6:30", "open daily from 7:30", "open daily from [-6:30-]{+7:30+}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    CHECK(marked(word_diff(row.before, row.after)) == row.marks);
  }
}

TEST_CASE("a little that stayed between two changes is no island, a line break is") {
  CHECK(marked(word_diff("门口有张，桌子摆着茶水等人来", "门口有把，椅子摆着茶水等人来")) == "门口有[-张，桌子-]{+把，椅子+}摆着茶水等人来");
  const std::string marks = marked(word_diff("共同的第一行甲\n乙共同的第二行", "共同的第一行丙\n丁共同的第二行"));
  CHECK(marks.find("-]\n") == std::string::npos);
  CHECK(marks.find("+}\n") != std::string::npos);
}

TEST_CASE("a sentence that came in is marked with its own full stop") {
  CHECK(marked(word_diff("雨从傍晚下起。起初没人当回事。", "雨从傍晚下起。这里新加一句。起初没人当回事。")) == "雨从傍晚下起。{+这里新加一句。+}起初没人当回事。");
  CHECK(marked(word_diff("甲。乙来了。丙走了。丁也走了。", "甲。丁也走了。")) == "甲。[-乙来了。丙走了。-]丁也走了。");
}

TEST_CASE("for the changes alone what stayed is cut to what stands beside them") {
  std::string stayed;
  for (int i = 0; i < 40; ++i) stayed += "这些话没有改动";
  const auto runs = condensed(word_diff(stayed + "九折" + stayed, stayed + "八折" + stayed));
  REQUIRE(runs.size() == 4);
  CHECK(marked(runs).size() < 300);
  CHECK(runs[0].text.starts_with(" …… "));
  CHECK(runs[3].text.ends_with(" …… "));
}

TEST_CASE("the runs give both texts back, whatever they are") {
  std::mt19937 random(20260730);
  const int rounds = std::getenv("SHUANGYONG_LONG") != nullptr ? 20'000 : 400;
  for (int round = 0; round < rounds; ++round) {
    const std::string before = random_text(random, static_cast<int>(random() % 60));
    std::string after = before;
    switch (random() % 3) {
      case 0: after = random_text(random, static_cast<int>(random() % 60)); break;
      case 1: after.insert(after.size(), random_text(random, 3)); break;
      default: after = random_text(random, 4) + before.substr(0, 0) + before + random_text(random, 2);
    }
    const auto runs = word_diff(before, after);
    REQUIRE(before_of(runs) == before);
    REQUIRE(after_of(runs) == after);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      REQUIRE_FALSE(runs[i].text.empty());
      if (i > 0) REQUIRE(runs[i].kind != runs[i - 1].kind);
    }
  }
}

TEST_CASE("the script is the shortest for short sequences") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::vector<int> a(random() % 12);
    std::vector<int> b(random() % 12);
    for (int& one : a) one = static_cast<int>(random() % 4);
    for (int& one : b) one = static_cast<int>(random() % 4);
    const EditScript script = edit_script(a, b);
    std::vector<int> kept_a;
    std::vector<int> kept_b;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!script.removed[i]) kept_a.push_back(a[i]);
    }
    for (std::size_t i = 0; i < b.size(); ++i) {
      if (!script.added[i]) kept_b.push_back(b[i]);
    }
    REQUIRE(kept_a == kept_b);
    std::vector<std::vector<std::size_t>> longest(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
      for (std::size_t k = 1; k <= b.size(); ++k) {
        longest[i][k] = a[i - 1] == b[k - 1] ? longest[i - 1][k - 1] + 1 : std::max(longest[i - 1][k], longest[i][k - 1]);
      }
    }
    REQUIRE(kept_a.size() == longest[a.size()][b.size()]);
  }
}

TEST_CASE("twenty thousand characters are compared in bounded time, alike or not") {
  std::mt19937 random(1);
  std::string before;
  std::string other;
  while (before.size() < 60'000) before += random_text(random, 50);
  for (int i = 0; i < 20'000; ++i) other += static_cast<char>('a' + random() % 26), other += i % 7 == 0 ? " " : "";
  std::string edited = before;
  for (int i = 0; i < 60; ++i) edited.insert(edited.find("双拥", random() % edited.size() / 2), "改过的话");
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string* after : {&other, &edited}) {
    const auto runs = word_diff(before, *after);
    REQUIRE(before_of(runs) == before);
    REQUIRE(after_of(runs) == *after);
  }
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
  MESSAGE("two comparisons took " << took.count() << " ms");
  CHECK(took.count() < 8000);  // a hundred times what it needs: only the square of the length would take longer
}

TEST_CASE("a record is compared field by field in the kind's words") {
  const json before = {{"name", "渡口面馆"}, {"category", "餐饮"}, {"street", "s1"}, {"phone", "5550 0112"},
                       {"pledge", {{"until", "2026-02-28"}, {"words", "全单九折。家里有人当兵。"}}}, {"picture", "p1"}, {"map_x", 0.25}};
  json after = before;
  after["street"] = "s2";
  after["pledge"]["until"] = "2027-02-28";
  after["pledge"]["words"] = "全单八折。家里有人当兵。";
  after["picture"] = "p2";
  after.erase("map_x");
  after["english"] = {{"name", "Ferry Noodles"}};
  const RecordDiff diff = diff_bodies(merchants(), before, after, SomeNames());
  CHECK_FALSE(diff.is_new);
  CHECK(diff.changed() == 6);
  CHECK(summary_words(merchants(), diff) == "改 6 处");
  CHECK_FALSE(field(diff, "name").changed);
  CHECK(field(diff, "name").after == "渡口面馆");
  CHECK(marked(field(diff, "street").runs) == "[-江滩双拥街-]{+梧桐路+}");
  CHECK(marked(field(diff, "pledge.until").runs) == "[-2026-02-28-]{+2027-02-28+}");
  CHECK(marked(field(diff, "pledge.words").runs) == "全单[-九折-]{+八折+}。家里有人当兵。");
  CHECK(field(diff, "picture").pictures_before == std::vector<content::MediaId>{{"p1"}});
  CHECK(field(diff, "picture").pictures_after == std::vector<content::MediaId>{{"p2"}});
  CHECK(field(diff, "map_x").after.empty());
  CHECK(field(diff, "english.name").after == "Ferry Noodles");
  CHECK(diff.fields.front().field->key == "name");  // the kind's order
}

TEST_CASE("lists are compared item by item") {
  const auto offers = [](std::initializer_list<const char*> titles) {
    json list = json::array();
    for (const char* title : titles) list.push_back({{"kind", "other"}, {"title", title}});
    return json{{"offers", list}};
  };
  const RecordDiff diff = diff_bodies(merchants(), offers({"全单九折", "军人优先", "赠送热茶"}), offers({"免费停车", "全单八折", "军人优先"}), SomeNames());
  const auto& items = field(diff, "offers").items;
  REQUIRE(items.size() == 4);
  using State = ItemDiff::State;
  CHECK(items[0].state == State::Added);
  CHECK(items[1].state == State::Changed);
  CHECK(marked(items[1].runs).find("[-九折-]{+八折+}") != std::string::npos);
  CHECK(items[2].state == State::Same);
  CHECK(items[3].state == State::Removed);

  const auto hours = [](int close) {
    json week = json::array();
    for (int day = 0; day < 7; ++day) week.push_back(json::array({{{"from", 540}, {"to", day == 6 ? 1080 : close}}}));
    return json{{"hours", {{"known", true}, {"week", week}}}};
  };
  const RecordDiff opening = diff_bodies(merchants(), hours(1080), hours(1020), SomeNames());
  CHECK(summary_words(merchants(), opening) == "改营业时间");
  const auto& clauses = field(opening, "hours").items;
  REQUIRE(clauses.size() == 2);
  CHECK(marked(clauses[0].runs) == "{+周一至周六 9:00 – 17:00+}");
  CHECK(marked(clauses[1].runs) == "[-每天-]{+周日+} 9:00 – 18:00");
}

TEST_CASE("the summary says in a word what kind of change it is") {
  struct Row {
    json before;
    json after;
    const char* words;
  };
  const json shop = {{"name", "甲"}, {"phone", "5550"}};
  json with_picture = shop;
  with_picture["picture"] = "p1";
  json other_picture = shop;
  other_picture["picture"] = "p2";
  const Row rows[] = {{nullptr, shop, "新商户"},
                      {shop, shop, "没有改动"},
                      {shop, {{"name", "甲"}, {"phone", "5551"}}, "改电话"},
                      {shop, {{"name", "甲"}}, "去电话"},
                      {shop, with_picture, "加图片"},
                      {with_picture, other_picture, "换图片"},
                      {with_picture, {{"name", "乙"}, {"phone", "5550"}}, "改 2 处"}};
  for (const Row& row : rows) CHECK(summary_words(merchants(), diff_bodies(merchants(), row.before, row.after, SomeNames())) == row.words);
}

TEST_CASE("a body that is not of its field's type is shown as it is") {
  const RecordDiff diff = diff_bodies(merchants(), {{"name", "甲"}}, {{"name", 12}, {"offers", "打折"}, {"picture", {{"x", 1}}}}, SomeNames());
  CHECK(field(diff, "name").after == "12");
  CHECK(field(diff, "offers").after.find("打折") != std::string::npos);
  CHECK(diff.changed() == 3);
}
