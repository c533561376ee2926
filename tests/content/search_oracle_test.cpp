// Thousands of random queries over random records, each compared with a slow search of every text.
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unicode/unistr.h>

#include "content/search_text.h"
#include "tests/content/search_support.h"

using content::Kind;
using content::SearchRow;
using search_test::Fixture;
using search_test::Oracle;

namespace {

// Few characters, so that texts share beginnings: several of one syllable, several readings of one character, letters
// and digits, one that has no reading.
const std::vector<std::string> kPieces = {"和", "平", "里", "河", "萍", "李", "银行", "行", "音乐", "乐", "张", "章", "中",
                                          "招", "绿", "路", "女", "怒", "略", "西", "安", "先", "香", "阿", "啊", "恩",
                                          "嗯", "𠮷", "𱍐", "1", "2", "12", "K", "a", "n", "W", "爱", "哎", "区", "单"};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_); }

  std::string text(std::size_t longest) {
    std::string made;
    for (std::size_t left = 1 + below(longest); left > 0; --left) {
      made += kPieces[below(kPieces.size())];
      if (below(9) == 0) made += "·";
    }
    return made;
  }

 private:
  std::mt19937 engine_;
};

std::vector<SearchRow> make_rows(Random& random, std::size_t count) {
  constexpr Kind kKinds[] = {Kind::Merchant, Kind::Figure, Kind::Product};
  std::vector<SearchRow> rows;
  std::vector<std::string> shared;
  for (int i = 0; i < 20; ++i) shared.push_back(random.text(6));
  for (std::size_t i = 0; i < count; ++i) {
    SearchRow row{.kind = kKinds[random.below(3)], .id = {std::to_string(i)}, .name = random.text(5), .given_pinyin = {}, .rest = {}};
    for (std::size_t more = random.below(4); more > 0; --more) {
      row.rest.push_back(random.below(2) == 0 ? shared[random.below(shared.size())] : random.text(8));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// A part of a real text as a visitor might type it, or something that was never there.
std::string make_query(Random& random, content::PinyinReader& reader, const std::vector<SearchRow>& rows) {
  const SearchRow& row = rows[random.below(rows.size())];
  const std::string source = random.below(8) == 0 ? random.text(3)
                              : row.rest.empty() || random.below(2) == 0 ? row.name
                                                                         : row.rest[random.below(row.rest.size())];
  const std::u32string units = content::code_points(content::fold_text(source, 100));
  const auto readings = reader.readings(units, content::NameKind::Other);
  std::string query;
  const std::size_t begin = random.below(units.size());
  const std::size_t end = begin + 1 + random.below(std::min<std::size_t>(units.size() - begin, 5));
  const std::size_t style = random.below(5);  // characters, full, initials, or a mixture
  for (std::size_t i = begin; i < end; ++i) {
    const std::size_t way = style < 3 ? style : random.below(3);
    std::string reading = readings[i];
    if (!reading.empty() && reading.back() <= '9') reading.pop_back();
    if (way == 0 || reading.empty()) {
      icu::UnicodeString(static_cast<UChar32>(units[i])).toUTF8String(query);
    } else if (way == 1) {
      query += i + 1 == end && random.below(2) == 0 ? reading.substr(0, 1 + random.below(reading.size())) : reading;
    } else {
      query += reading.size() > 1 && reading[1] == 'h' && random.below(2) == 0 ? reading.substr(0, 2) : reading.substr(0, 1);
    }
    if (random.below(12) == 0) query += " ";
  }
  return query;
}

void compare(Fixture& fixture, const Oracle& oracle, const std::string& query, const std::vector<Kind>& kinds) {
  CAPTURE(query);
  const std::vector<std::string> expected = oracle.find(query, kinds);
  std::vector<std::string> found;
  for (std::int64_t offset = 0;; offset += 200) {
    const auto page = fixture.find(query, kinds, offset, 200);
    REQUIRE(page.total == static_cast<std::int64_t>(expected.size()));
    for (const auto& hit : page.hits) {
      found.push_back(hit.id.text);
      REQUIRE((hit.marks.empty() != hit.detail_marks.empty()));
    }
    if (page.hits.size() < 200) break;
  }
  REQUIRE(found == expected);
}

void compare_many(unsigned seed, std::size_t rows_wanted, std::uint64_t common_rows, int queries) {
  Random random(seed);
  content::PinyinReader reader;
  const std::vector<SearchRow> rows = make_rows(random, rows_wanted);
  Fixture fixture(rows, common_rows);
  const Oracle oracle(rows);
  for (int i = 0; i < queries; ++i) {
    const std::vector<Kind> kinds = i % 7 == 0 ? std::vector{Kind::Figure, Kind::Product} : std::vector<Kind>{};
    compare(fixture, oracle, make_query(random, reader, rows), kinds);
  }
}

void compare_alike(unsigned seed, std::size_t rows_wanted, std::uint64_t common_rows, int queries) {
  Random random(seed);
  content::PinyinReader reader;
  const std::vector<SearchRow> rows = make_rows(random, rows_wanted);
  Fixture fixture(rows, common_rows);
  const Oracle oracle(rows);
  for (int i = 0; i < queries; ++i) {
    const std::string query = make_query(random, reader, rows);
    CAPTURE(query);
    const std::vector<std::string> expected = oracle.find_alike(query);
    const auto page = fixture.find(query, {}, 0, 200, content::Spelling::Alike);
    REQUIRE(page.total == static_cast<std::int64_t>(expected.size()));
    std::vector<std::string> found;
    for (const auto& hit : page.hits) {
      found.push_back(hit.id.text);
      REQUIRE((hit.marks.empty() != hit.detail_marks.empty()));
    }
    REQUIRE(found == std::vector(expected.begin(), expected.begin() + static_cast<std::ptrdiff_t>(found.size())));
  }
}

}  // namespace

TEST_CASE("every query finds by sound what a search of every text finds by sound") {
  SUBCASE("nothing stored") { compare_alike(11, 60, 1000000, 500); }
  SUBCASE("everything stored") { compare_alike(12, 60, 0, 500); }
  SUBCASE("more rows") { compare_alike(13, 150, 20, 200); }
}

TEST_CASE("every query finds what a search of every text finds, in the same order") {
  SUBCASE("few rows, nothing stored") { compare_many(1, 60, 1000000, 1500); }
  SUBCASE("few rows, everything stored") { compare_many(2, 60, 0, 1500); }
  SUBCASE("more rows, the common stored") { compare_many(3, 700, 40, 1500); }
  SUBCASE("more rows, nothing stored") { compare_many(4, 700, 1000000, 1000); }
}

TEST_CASE("every single letter, pair of letters and character is answered exactly") {
  Random random(5);
  const std::vector<SearchRow> rows = make_rows(random, 300);
  Fixture fixture(rows, 25);
  const Oracle oracle(rows);
  for (char a = 'a'; a <= 'z'; ++a) {
    compare(fixture, oracle, std::string(1, a), {});
    for (char b = 'a'; b <= 'z'; ++b) compare(fixture, oracle, {a, b}, {});
  }
  for (const std::string& piece : kPieces) compare(fixture, oracle, piece, {});
}
