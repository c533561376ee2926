#include "content/pinyin.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "content/search_text.h"

using content::NameKind;
using content::PinyinReader;

namespace {

std::string read(PinyinReader& reader, std::string_view text, NameKind kind, std::string_view given = {}) {
  std::string joined;
  for (const std::string& syllable : reader.readings(content::code_points(content::fold_text(text, 100)), kind, given)) {
    if (!joined.empty()) joined.push_back(' ');
    joined.append(syllable.empty() ? "-" : syllable);
  }
  return joined;
}

}  // namespace

TEST_CASE("a surname is read as a surname, the same character elsewhere is not") {
  PinyinReader reader;
  struct Case {
    std::string text;
    std::string person;
    std::string other;
  };
  const Case cases[] = {
      {"单雄信", "shan4 xiong2 xin4", "dan1 xiong2 xin4"}, {"仇英", "qiu2 ying1", "chou2 ying1"},
      {"解小东", "xie4 xiao3 dong1", "jie3 xiao3 dong1"},   {"曾国", "zeng1 guo2", "ceng2 guo2"},
      {"区小明", "ou1 xiao3 ming2", "qu1 xiao3 ming2"},     {"查良镛", "zha1 liang2 yong1", "cha2 liang2 yong1"},
      {"欧阳修", "ou1 yang2 xiu1", "ou1 yang2 xiu1"},       {"尉迟恭", "yu4 chi2 gong1", "wei4 chi2 gong1"},
      {"万俟卨", "mo4 qi2 xie4", "wan4 qi2 xie4"},          {"任长霞", "ren2 chang2 xia2", "ren4 chang2 xia2"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read(reader, c.text, NameKind::Person) == c.person);
    CHECK(read(reader, c.text, NameKind::Other) == c.other);
  }
}

TEST_CASE("a word decides how its characters are read") {
  PinyinReader reader;
  CHECK(read(reader, "重庆银行", NameKind::Other) == "chong2 qing4 yin2 hang2");
  CHECK(read(reader, "音乐快乐", NameKind::Other) == "yin1 yue4 kuai4 le4");
  CHECK(read(reader, "长沙家长", NameKind::Other) == "chang2 sha1 jia1 zhang3");
  CHECK(read(reader, "绿女略", NameKind::Other) == "lv4 nv3 lve4");
}

TEST_CASE("a given reading replaces the guess when it has a syllable for each character") {
  PinyinReader reader;
  const auto given = [&](const std::string& pinyin) { return read(reader, "单雄信", NameKind::Other, pinyin); };
  CHECK(given("shàn xióngxìn") == "shan4 xiong2 xin4");
  CHECK(given("Shàn'xióngxìn") == "shan4 xiong2 xin4");
  CHECK(given("shan4 xiong2 xin4") == "shan4 xiong2 xin4");
  CHECK(given("shanxiongxin") == "shan xiong2 xin4");
  for (const std::string& useless : std::initializer_list<std::string>{"", "x", "shan xiong", "shan xiong xin xin", "单雄信", "\xFF\xFE", "shanxiongxi1n2x"}) {
    CAPTURE(useless);
    CHECK(given(useless) == "dan1 xiong2 xin4");
  }
  CHECK(read(reader, "西安KTV", NameKind::Other, "xi'an") == "xi1 an1 - - -");
}

TEST_CASE("sorting by key is sorting by pinyin, then tone, and the unreadable comes last") {
  PinyinReader reader;
  std::vector<std::string> names = {"张三", "𱍐店", "王五", "12号店", "KFC", "阿明", "李四", "黎明", "厘米", "单雄信", "山"};
  std::sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
    return reader.sort_key(a, NameKind::Person) < reader.sort_key(b, NameKind::Person);
  });
  CHECK(names == std::vector<std::string>{"12号店", "阿明", "KFC", "厘米", "黎明", "李四", "山", "单雄信", "王五", "张三", "𱍐店"});
}

TEST_CASE("any bytes have a sort key") {
  PinyinReader reader;
  const std::string zeros("a\0b", 3);
  for (const std::string& text : {std::string(), zeros, std::string("\xC3\x28\xF0\x9F"), std::string("😀😀"),
                                  std::string(5000, '\xE5'), std::string("𠮷䶮㛃𬱖")}) {
    CHECK(reader.sort_key(text, NameKind::Person) == reader.sort_key(text, NameKind::Person));
  }
  CHECK(content::sort_key("和平", NameKind::Other) < content::sort_key("红旗", NameKind::Other));
}

TEST_CASE("folding keeps letters, digits and characters and the bytes that made them") {
  const auto fold = [](std::string_view text) {
    std::string out;
    for (const auto& unit : content::fold_text(text, 100)) {
      if (unit.gap) out.push_back('|');
      out.append(text.substr(unit.begin, unit.end - unit.begin));
      out.push_back(static_cast<char>(unit.code_point < 128 ? unit.code_point : U'.'));
    }
    return out;
  };
  CHECK(content::code_points(content::fold_text("ｈｐＬ①", 100)) == U"hpl1");
  CHECK(content::code_points(content::fold_text("Lǜ LÜ u\xCC\x88 é", 100)) == U"lvlvve");
  CHECK(content::code_points(content::fold_text("「和平」·里，㎡", 100)) == U"和平里m2");
  CHECK(content::code_points(content::fold_text("\xFF和\xC0\x80😀\n平", 100)) == U"和平");
  CHECK(content::fold_text(std::string(1000, 'a'), 64).size() == 64);
  CHECK(fold("和 平") == "和.|平.");
}
