#include "content/search.h"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "content/error.h"
#include "tests/content/search_support.h"

using content::Kind;
using content::SearchRow;
using search_test::Fixture;
using Titles = std::vector<std::string>;

namespace {

SearchRow row(Kind kind, const char* id, const char* name, std::vector<std::string> rest = {}, const char* pinyin = "") {
  return {.kind = kind, .id = {id}, .name = name, .given_pinyin = pinyin, .rest = std::move(rest)};
}

// In pinyin order, as a release has them.
std::vector<SearchRow> small_city() {
  return {
      row(Kind::Merchant, "a", "爱民大药房", {"医药", "江滩双拥街 12 号", "全单九折"}),
      row(Kind::Figure, "b", "单雄信", {"英烈"}),
      row(Kind::Merchant, "c", "和平里老面馆", {"餐饮", "江滩双拥街 8 号", "全单八折", "凭优待证"}),
      row(Kind::Merchant, "d", "KFC（和平街店）", {"餐饮", "解放路 100 号"}),
      row(Kind::Merchant, "e", "绿叶花店", {"花卉", "八一路 5 号", "面馆隔壁"}),
      row(Kind::Merchant, "f", "新和平宾馆", {"住宿", "８８折"}),
      row(Kind::Merchant, "g", "银行之家", {"金融"}),
      row(Kind::Figure, "h", "𠮷䶮㛃", {"好军嫂"}),
      row(Kind::Product, "i", "张记蜂蜜", {"茶与蜜"}),
  };
}

std::string marked(const std::string& text, const std::vector<content::Mark>& marks) {
  std::string all;
  for (const auto& mark : marks) all += "[" + text.substr(mark.begin, mark.end - mark.begin) + "]";
  return all;
}

}  // namespace

TEST_CASE("names are found by characters, readings, initials and mixtures") {
  Fixture city(small_city());
  struct Case {
    std::string typed;
    Titles titles;
  };
  const Titles peace = {"和平里老面馆"};
  const Case cases[] = {
      {"和平里", peace}, {"hpl", peace}, {"HPL", peace}, {"ｈｐｌ", peace}, {"和pl", peace}, {"和pingl", peace},
      {"hepingli", peace}, {"he ping li", peace}, {"hePINGLI", peace}, {"heping l", peace}, {"he平里", peace},
      {"héping lǐ", peace}, {"h平l", peace}, {"hplao", {}}, {"hepinl", {}}, {"平 里", peace},
      {"和", {"和平里老面馆", "KFC（和平街店）", "新和平宾馆"}},
      {"hepi", {"和平里老面馆", "KFC（和平街店）", "新和平宾馆"}},
      {"kfc", {"KFC（和平街店）"}}, {"kfchp", {"KFC（和平街店）"}},
      {"lvye", {"绿叶花店"}}, {"lüye", {"绿叶花店"}}, {"lu:ye", {"绿叶花店"}}, {"luye", {"绿叶花店"}}, {"lyhd", {"绿叶花店"}},
      {"yinhang", {"银行之家"}}, {"shanxx", {"单雄信"}}, {"danxx", {}},
      {"zhjfm", {"张记蜂蜜"}}, {"zjfm", {"张记蜂蜜"}},
      {"𠮷", {"𠮷䶮㛃"}}, {"jy", {"𠮷䶮㛃"}}, {"㛃", {"𠮷䶮㛃"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.typed);
    Titles titles = city.titles(c.typed);
    CHECK(titles == c.titles);
  }
}

TEST_CASE("name starts come before names, names before the rest, each in the order of the release") {
  Fixture city(small_city());
  CHECK(city.titles("面馆") == Titles{"和平里老面馆", "绿叶花店"});
  CHECK(city.titles("餐饮") == Titles{"和平里老面馆", "KFC（和平街店）"});
  CHECK(city.titles("8折") == Titles{"新和平宾馆"});
  CHECK(city.titles("八折") == Titles{"和平里老面馆"});
  CHECK(city.titles("街12") == Titles{"爱民大药房"});
}

TEST_CASE("a page is a part of the whole and knows the whole's size") {
  std::vector<SearchRow> rows;
  for (int i = 0; i < 130; ++i) rows.push_back(row(i % 2 == 0 ? Kind::Merchant : Kind::Product, std::to_string(i).c_str(), "和平店"));
  Fixture many(rows, 10);
  CHECK(many.find("hp").total == 130);
  CHECK(many.find("hp").hits.size() == 50);
  CHECK(many.find("hp", {}, 100).hits.size() == 30);
  CHECK(many.find("hp", {}, 100).hits.front().id.text == "100");
  CHECK(many.find("hp", {}, 500).hits.empty());
  CHECK(many.find("hp", {}, 500).total == 130);
  CHECK(many.find("hp", {}, -3, 0).hits.size() == 1);
  CHECK(many.find("hp", {Kind::Product}).total == 65);
  CHECK(many.find("hp", {Kind::Product}).hits.front().id.text == "1");
  CHECK(many.find("hp", {Kind::Film}).total == 0);
}

TEST_CASE("marks say where the hit lies, in the title or else in the detail") {
  Fixture city(small_city());
  const auto first = [&](const std::string& typed) { return city.find(typed).hits.at(0); };
  for (const std::string typed : {"hpl", "hepingli", "和平里", "和pl"}) {
    CAPTURE(typed);
    CHECK(marked(first(typed).title, first(typed).marks) == "[和平里]");
    CHECK(first(typed).detail.empty());
  }
  CHECK(marked("KFC（和平街店）", first("c和平").marks) == "[C（和平]");
  const auto address = city.find("12号").hits.at(0);
  CHECK(address.marks.empty());
  CHECK(address.detail == "江滩双拥街 12 号");
  CHECK(marked(address.detail, address.detail_marks) == "[12 号]");
  const auto wide = city.find("88zhe").hits.at(0);
  CHECK(marked(wide.detail, wide.detail_marks) == "[８８折]");
}

TEST_CASE("a given reading decides, and all its forms find the name") {
  Fixture city({row(Kind::Merchant, "a", "解放碑", {}, ""), row(Kind::Merchant, "b", "乐山小馆", {}, "yuè shān xiǎo guǎn")});
  CHECK(city.titles("yueshan") == Titles{"乐山小馆"});
  CHECK(city.titles("ysxg") == Titles{"乐山小馆"});
  CHECK(city.titles("leshan").empty());
}

TEST_CASE("nothing that can be typed is an error") {
  Fixture city(small_city());
  const std::string bad[] = {"", "   ", "\t\n", std::string(1000, 'a'), std::string(1000, ' ') + "hpl", std::string("h\0p", 3),
                             "\"", "'", "\"和平\" OR", "name:*", "NEAR(a b)", "%", "_", "\\", ";--", "\xFF\xFE\x80", "\xE5\x92",
                             "😀", "「」，。", std::string(100000, '\xE5')};
  for (const std::string& typed : bad) {
    CAPTURE(typed);
    CHECK_NOTHROW(city.find(typed));
  }
  CHECK(city.find("").total == 0);
  CHECK(city.find("😀").total == 0);
  CHECK(city.find(std::string(1000, 'a')).total == 0);
  CHECK(city.titles("「和平里」") == Titles{"和平里老面馆"});
  CHECK(city.titles("\xFF和平里\x80") == Titles{"和平里老面馆"});
}

TEST_CASE("odd records are indexed or left out, never an error") {
  Fixture city({row(Kind::Merchant, "a", ""), row(Kind::Merchant, "b", "😀", {"", "😀", "和平"}),
                row(Kind::Merchant, "c", "\xFF\xFE和\xE5", {std::string(20000, 'x')})});
  CHECK(city.find("和").total == 2);
  CHECK(city.find("xxxx").total == 1);
  Fixture empty(std::vector<SearchRow>{});
  CHECK(empty.find("和").total == 0);
}

TEST_CASE("long repetitive text is searched in reasonable time") {
  std::string repeated;
  for (int i = 0; i < 300; ++i) repeated += "安恩";
  std::string latin;
  for (int i = 0; i < 2000; ++i) latin += "an";
  Fixture city({row(Kind::Merchant, "a", "店", {repeated, latin})});
  std::string typed;
  for (int i = 0; i < 32; ++i) typed += "an";
  CHECK(city.find(typed).total == 1);
  CHECK(city.find(typed + "q").total == 1);  // beyond the 64 letters that count
  CHECK(city.find(std::string(60, 'a')).total == 0);
}

TEST_CASE("a missing, foreign or damaged database is an Error with a sentence") {
  CHECK_THROWS_AS(content::SearchIndex("/nowhere/content.db"), content::Error);
  Fixture city(small_city());
  const auto folder = city.file().parent_path();
  {
    std::ofstream(folder / "text.db") << "this is no database at all, only some words in a file";
    CHECK_THROWS_AS(content::SearchIndex(folder / "text.db"), content::Error);
  }
  { SQLite::Database(folder / "bare.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (x)"); }
  CHECK_THROWS_AS(content::SearchIndex(folder / "bare.db"), content::Error);
  for (const std::string change : {"DELETE FROM search_part WHERE id >> 32 = 4", "DELETE FROM search_part",
                             "UPDATE search_part SET data = zeroblob(length(data) + 1)",
                             "UPDATE search_part SET data = CAST(replace(hex(data), '0', 'F') AS BLOB) WHERE id >> 32 = 8"}) {
    CAPTURE(change);
    const auto copy = folder / "copy.db";
    std::filesystem::copy_file(city.file(), copy, std::filesystem::copy_options::overwrite_existing);
    SQLite::Database(copy, SQLite::OPEN_READWRITE).exec(change.c_str());
    CHECK_THROWS_AS(content::SearchIndex{copy}, content::Error);
  }
}

TEST_CASE("the path of a database may hold any character") {
  Fixture city(small_city());
  const auto odd = city.file().parent_path() / "a#b?c%41 双拥.db";
  std::filesystem::copy_file(city.file(), odd);
  CHECK(content::SearchIndex(odd).find({.text = "hpl", .kinds = {}}).total == 1);
}

TEST_CASE("the same rows give the same bytes, and an unfinished build leaves nothing") {
  Fixture one(small_city());
  Fixture two(small_city());
  const auto bytes = [](const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
  };
  CHECK(bytes(one.file()) == bytes(two.file()));

  SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  { content::SearchBuilder(db).add(small_city()[0]); }
  CHECK_FALSE(db.tableExists("search_row"));
  SQLite::Transaction transaction(db);
  content::build_search(db, small_city());
  transaction.commit();
  CHECK(db.execAndGet("SELECT count(*) FROM search_row").getInt() == 9);
  std::vector<std::string> schema;
  SQLite::Statement query(db, "SELECT sql FROM sqlite_schema ORDER BY rootpage");
  while (query.executeStep()) schema.push_back(query.getColumn(0).getString());
  CHECK(schema == content::search_schema());
}
