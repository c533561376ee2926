// Search at 1,000, 100,000 and (--full) 1,000,000 merchants: time of the first page of 50 with its exact count, by class
// of query, build time and size. Times are the thread's own; the wall clock's p99 stands beside them. `--rows N` measures one size. Prints; never fails on a time.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "content/pinyin.h"
#include "content/search.h"
#include "content/search_build.h"
#include "content/search_text.h"

namespace {

using Clock = std::chrono::steady_clock;
using content::SearchRow;

const std::u32string kFrequent =
    U"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    U"十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    U"相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    U"五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    U"先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白"
    U"福喜旺盛兴隆顺达康源泰昌荣华春秋香味鲜茶酒饭庄园坊轩阁楼堂记鑫鸿祥瑞和";
const std::u32string kSurnames = U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈单仇解";
const std::vector<std::string> kShops = {"面馆", "超市", "大药房", "理发店", "餐厅", "茶庄", "酒楼", "便利店", "五金店", "眼镜店", "服装店",
                                         "水果店", "花店", "书店", "宾馆", "诊所", "洗衣店", "照相馆", "文具店", "粮油店", "汽修厂", "电器行",
                                         "烘焙坊", "火锅店", "蛋糕店", "家具城", "建材店", "银行", "健身房", "影楼"};
const std::vector<std::string> kCategories = {"餐饮", "医药", "零售", "住宿", "理发", "眼镜", "服装", "家电", "书店", "汽修", "金融", "文体"};
const std::vector<std::string> kOffers = {"全单八折", "全单九折", "全单八五折", "满100减20", "免费停车", "赠送小菜", "军人优先", "免挂号费", "九五折", "第二件半价"};
const std::vector<std::string> kConditions = {"", "烟酒除外", "凭优待证", "节假日通用", "特价商品除外", "周一至周五", "每桌一次", "需提前预约"};

std::string utf8(char32_t c) {
  return {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 63)), static_cast<char>(0x80 | (c & 63))};
}

class City {
 public:
  explicit City(std::size_t rows) : rows_(rows) {
    for (int i = 0; i < 3000; ++i) roads_.push_back(word(2) + (i % 3 == 0 ? "街" : i % 3 == 1 ? "路" : "巷"));
  }

  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_); }

  SearchRow make(std::size_t number) {
    SearchRow row{.kind = content::Kind::Merchant, .id = {}, .name = {}, .given_pinyin = {}, .rest = {}};
    char id[37];
    std::snprintf(id, sizeof(id), "01980000-0000-7000-8000-%012zx", number);
    row.id = {id};
    const std::size_t way = below(3);
    row.name = (way == 0 ? utf8(kSurnames[below(kSurnames.size())]) + (below(2) == 0 ? "记" : word(1)) : word(2 + below(2))) +
               (below(4) == 0 ? word(1) : "") + kShops[below(kShops.size())];
    if (below(20) == 0) row.name += "（" + word(2) + "店）";
    row.rest = {kCategories[below(kCategories.size())],
                roads_[below(roads_.size())] + std::to_string(1 + below(400)) + "号",
                kOffers[below(kOffers.size())] + kConditions[below(kConditions.size())]};
    return row;
  }

  std::size_t rows() const { return rows_; }

 private:
  // Frequent characters are more frequent: the square of an even choice.
  std::string word(std::size_t length) {
    std::string made;
    for (; length > 0; --length) made += utf8(kFrequent[below(kFrequent.size()) * below(kFrequent.size()) / kFrequent.size()]);
    return made;
  }

  std::size_t rows_;
  std::mt19937 engine_{42};
  std::vector<std::string> roads_;
};

enum class Way { Character, Full, Initial };

std::string type(const std::u32string& units, const std::vector<std::string>& readings, std::size_t begin, std::size_t end,
                 const std::vector<Way>& ways) {
  std::string typed;
  for (std::size_t i = begin; i < end; ++i) {
    std::string reading = readings[i];
    if (!reading.empty() && reading.back() <= '9') reading.pop_back();
    const Way way = ways[(i - begin) % ways.size()];
    if (units[i] < 128) typed.push_back(static_cast<char>(units[i]));
    else if (way == Way::Character || reading.empty()) typed += utf8(units[i]);
    else typed += way == Way::Full ? reading : reading.substr(0, 1);
  }
  return typed;
}

struct QueryClass {
  const char* name;
  std::size_t units;
  std::vector<Way> ways;
  bool cut = false;  // the last letter is not yet typed
};

// Time of this thread's own work: on a busy machine the wall clock counts other programs' slices of 4 ms too.
double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double percentile(std::vector<double> times, std::size_t percent) {
  std::sort(times.begin(), times.end());
  return times[std::min(times.size() - 1, times.size() * percent / 100)];
}

// `find` answers the number of hits.
template <typename Find>
void measure(const char* name, const std::vector<std::string>& queries, Find find) {
  std::vector<double> wall;
  std::vector<double> own;
  std::int64_t most = 0;
  std::size_t found = 0;
  std::string slowest;
  for (const std::string& query : queries) {
    const auto begin = Clock::now();
    const double own_begin = cpu_ms();
    const std::int64_t total = find(query);
    own.push_back(cpu_ms() - own_begin);
    wall.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    most = std::max(most, total);
    found += total > 0 ? 1 : 0;
    if (own.back() >= *std::max_element(own.begin(), own.end())) slowest = query;
  }
  std::printf("  %-26s p50 %6.3f  p99 %6.3f  max %6.3f ms  (wall p99 %6.3f)  %3zu %% find, most %7lld  slowest %s\n", name,
              percentile(own, 50), percentile(own, 99), percentile(own, 100), percentile(wall, 99),
              100 * found / std::max<std::size_t>(queries.size(), 1), static_cast<long long>(most), slowest.c_str());
}

// One letter changed, left out, doubled or swapped with the next.
std::string slipped(City& city, std::string typed) {
  const std::size_t at = 1 + city.below(std::max<std::size_t>(typed.size(), 2) - 1);
  if (at + 1 >= typed.size()) return typed;
  switch (city.below(4)) {
    case 0: typed[at] = static_cast<char>('a' + static_cast<char>(city.below(26))); break;
    case 1: typed.erase(at, 1); break;
    case 2: typed.insert(at, 1, typed[at]); break;
    default: std::swap(typed[at], typed[at + 1]);
  }
  return typed;
}

// As somebody types who does not tell zh from z, ang from an, n from l.
std::string misheard(City& city, std::string typed) {
  for (const auto& [from, to] : {std::pair{"zh", "z"}, {"sh", "s"}, {"ch", "c"}, {"ang", "an"}, {"ing", "in"}, {"eng", "en"}, {"n", "l"}, {"z", "zh"}}) {
    const std::size_t at = typed.find(from);
    if (at != std::string::npos && city.below(2) == 0) return typed.replace(at, std::strlen(from), to);
  }
  return typed;
}

void measure_forgiving(content::SearchIndex& index, City& city, const std::vector<std::string>& syllables, const std::vector<std::string>& initials) {
  using content::Spelling;
  const auto by = [&index](Spelling spelling) {
    return [&index, spelling](const std::string& query) { return index.find({.text = query, .kinds = {}, .offset = 0, .limit = 50, .spelling = spelling}).total; };
  };
  std::vector<std::string> heard, slips, short_slips, nonsense;
  for (const std::string& typed : syllables) {
    heard.push_back(misheard(city, typed));
    slips.push_back(slipped(city, typed));
    nonsense.push_back(typed + "vvv");
  }
  for (const std::string& typed : initials) short_slips.push_back(slipped(city, typed));
  std::printf(" forgiving: exact, alike and slip together\n");
  measure("alike, three syllables", heard, by(Spelling::Alike));
  measure("alike, four initials", initials, by(Spelling::Alike));
  measure("slip, three syllables", slips, by(Spelling::Slip));
  measure("slip, four initials", short_slips, by(Spelling::Slip));
  measure("nothing, then shortened", nonsense, [&](const std::string& query) {
    const auto total = by(Spelling::Slip)(query);
    const auto loosened = index.loosen(query);
    return total > 0 || loosened.empty() ? total : loosened.front().total;
  });
}

std::vector<std::string> make_queries(content::PinyinReader& reader, City& city, const std::vector<std::string>& texts,
                                      const QueryClass& kind, std::size_t count) {
  std::vector<std::string> queries;
  while (queries.size() < count) {
    const std::string& text = texts[city.below(texts.size())];
    const std::u32string units = content::code_points(content::fold_text(text, 100));
    if (units.size() < kind.units) continue;
    const auto readings = reader.readings(units, content::NameKind::Other);
    const std::size_t begin = city.below(2) == 0 ? 0 : city.below(units.size() - kind.units + 1);
    std::string typed = type(units, readings, begin, begin + kind.units, kind.ways);
    if (kind.cut && typed.size() > 1) typed.pop_back();
    queries.push_back(typed);
  }
  return queries;
}

std::vector<std::pair<std::string, SearchRow>> sorted_rows(City& city, content::PinyinReader& reader, std::size_t count) {
  std::vector<std::pair<std::string, SearchRow>> rows;
  for (std::size_t i = 0; i < count; ++i) {
    SearchRow row = city.make(i);
    std::string key = reader.sort_key(row.name, content::NameKind::Other);
    rows.emplace_back(std::move(key), std::move(row));
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return rows;
}

void write_index(const std::vector<std::pair<std::string, SearchRow>>& rows, const std::filesystem::path& file) {
  SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  content::SearchBuilder builder(db);
  for (const auto& [key, row] : rows) builder.add(row);
  builder.finish();
}

void bench(std::size_t count) {
  std::string pattern = (std::filesystem::temp_directory_path() / "search-bench-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
  const std::filesystem::path file = std::filesystem::path(pattern) / "content.db";
  City city(count);
  content::PinyinReader reader;
  auto rows = sorted_rows(city, reader, count);
  const auto begin = Clock::now();
  write_index(rows, file);
  const auto built = Clock::now();
  content::SearchIndex index(file);
  const auto opened = Clock::now();
  std::printf("%zu merchants: built in %.2f s, %.0f bytes a merchant, opened in %.0f ms\n", count,
              std::chrono::duration<double>(built - begin).count(),
              static_cast<double>(std::filesystem::file_size(file)) / static_cast<double>(count),
              std::chrono::duration<double, std::milli>(opened - built).count());

  std::vector<std::string> names, rest, ids;
  for (int i = 0; i < 3000; ++i) {
    const SearchRow& row = rows[city.below(rows.size())].second;
    names.push_back(row.name);
    rest.push_back(row.rest[city.below(row.rest.size())]);
  }
  for (const auto& [key, row] : rows) ids.push_back(row.id.text);
  rows.clear();
  const std::vector<QueryClass> classes = {
      {"one character", 1, {Way::Character}},        {"two characters", 2, {Way::Character}},
      {"three characters", 3, {Way::Character}},     {"four characters", 4, {Way::Character}},
      {"one letter", 1, {Way::Initial}},             {"two initials", 2, {Way::Initial}},
      {"three initials", 3, {Way::Initial}},         {"four initials", 4, {Way::Initial}},
      {"one syllable", 1, {Way::Full}},              {"two syllables", 2, {Way::Full}},
      {"two syllables, unfinished", 2, {Way::Full}, true}, {"four syllables", 4, {Way::Full}},
      {"mixed, 和p", 2, {Way::Character, Way::Initial}}, {"mixed, 和pl", 3, {Way::Character, Way::Initial, Way::Initial}},
      {"mixed, 和pingl", 3, {Way::Character, Way::Full, Way::Initial}}, {"mixed, hpingl", 3, {Way::Initial, Way::Full, Way::Initial}},
      {"mixed, h平", 2, {Way::Initial, Way::Character}},
  };
  for (const auto* texts : {&names, &rest}) {
    std::printf(" %s\n", texts == &names ? "typed from names" : "typed from categories, addresses and offers");
    for (const QueryClass& kind : classes) {
      measure(kind.name, make_queries(reader, city, *texts, kind, 2000),
              [&](const std::string& query) { return index.find({.text = query, .kinds = {}}).total; });
    }
  }
  const QueryClass syllables{"", 3, {Way::Full}};
  const QueryClass initials{"", 4, {Way::Initial}};
  measure_forgiving(index, city, make_queries(reader, city, names, syllables, 300), make_queries(reader, city, names, initials, 300));
  // A screen's own order: nearest first.
  std::vector<content::RecordId> nearest;
  for (std::size_t i = 0; i < count; ++i) nearest.push_back({ids[city.below(ids.size())]});
  index.prefer(nearest);
  std::printf(" nearest first\n");
  for (const QueryClass& kind : {classes[0], classes[1], classes[4], classes[6], classes[8], classes[9]}) {
    measure(kind.name, make_queries(reader, city, names, kind, 1000),
            [&](const std::string& query) { return index.find({.text = query, .kinds = {content::Kind::Merchant}}).total; });
  }
  std::filesystem::remove_all(pattern);
}

}  // namespace

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  bool full = false;
  std::vector<std::size_t> sizes = {1000, 100000};
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--full") == 0) full = true;
    if (std::strcmp(argv[i], "--rows") == 0 && i + 1 < argc) sizes = {static_cast<std::size_t>(std::strtoull(argv[i + 1], nullptr, 10))};
  }
  if (full) sizes.push_back(1000000);
  try {
    for (const std::size_t size : sizes) {
      if (size > 0) bench(size);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "search_bench: %s\n", error.what());
    return 1;
  }
  return 0;
}
