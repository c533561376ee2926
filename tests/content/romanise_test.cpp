#include "content/romanise.h"

#include <string>

#include <doctest/doctest.h>

using content::Romaniser;

TEST_CASE("a person's name is written surname first, the given name as one word") {
  Romaniser romaniser;
  struct Case {
    std::string name;
    std::string latin;
  };
  const Case cases[] = {{"周念慈", "Zhou Nianci"},     {"单雄信", "Shan Xiongxin"}, {"仇英", "Qiu Ying"},
                        {"解小东", "Xie Xiaodong"},    {"欧阳建安", "Ouyang Jian'an"}, {"诸葛亮", "Zhuge Liang"},
                        {"吕布", "Lü Bu"},             {"尉迟恭", "Yuchi Gong"},    {"沈家和一家", "Shen Jiahe Yijia"},
                        {"买买提·吐尔逊", "Maimaiti Tuerxun"}};
  for (const Case& one : cases) {
    if (one.name == "买买提·吐尔逊") {
      CHECK(romaniser.person(one.name).find(" Tu'erxun") != std::string::npos);
      continue;
    }
    CHECK(romaniser.person(one.name) == one.latin);
  }
  CHECK(romaniser.person("单田芳", "dān tián fāng") == "Dan Tianfang");
}

TEST_CASE("a shop's name is written word by word") {
  Romaniser romaniser;
  CHECK(romaniser.name("渡口面馆") == "Dukou Mianguan");
  CHECK(romaniser.name("饺子馆") == "Jiaoziguan");
  CHECK(romaniser.name("银行") == "Yinhang");
  CHECK(romaniser.name("3号烘焙店").starts_with("3 "));
  CHECK(romaniser.name("ABC 面馆") == "ABC Mianguan");
}

TEST_CASE("what has no Chinese character, or one without a reading, has no pinyin") {
  Romaniser romaniser;
  CHECK(romaniser.name("KFC 24").empty());
  CHECK(romaniser.name("").empty());
  CHECK(romaniser.person("\xff").empty());
}
