#include "admin/workspace/catalog_exchange.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "content/catalog_build.h"
#include "content/days.h"
#include "content/kinds.h"
#include "content/record.h"
#include "content/release_order.h"

namespace admin {
namespace {

using content::Catalog;
using content::Kind;
using content::RecordId;

// visit(records, of): the kind's vector of each catalog. Cities stand alone.
template <typename First, typename Second, typename Visit>
void with_records(First& catalog, Second& other, Kind kind, Visit&& visit) {
  switch (kind) {
    case Kind::City: return;
    case Kind::Stage: return visit(catalog.stages, other.stages);
    case Kind::Theme: return visit(catalog.themes, other.themes);
    case Kind::Series: return visit(catalog.series, other.series);
    case Kind::Article: return visit(catalog.articles, other.articles);
    case Kind::Poster: return visit(catalog.posters, other.posters);
    case Kind::Film: return visit(catalog.films, other.films);
    case Kind::Figure: return visit(catalog.figures, other.figures);
    case Kind::Street: return visit(catalog.streets, other.streets);
    case Kind::Merchant: return visit(catalog.merchants, other.merchants);
    case Kind::Product: return visit(catalog.products, other.products);
  }
}

// What a kind is ordered by before pinyin.
std::int64_t rank(const content::Stage& stage) { return stage.number; }
std::int64_t rank(const content::Series& series) { return series.number; }
std::int64_t rank(const content::Theme& theme) { return std::chrono::sys_days(theme.first).time_since_epoch().count(); }
std::int64_t rank(const content::Article& article) { return -std::chrono::sys_days(article.published).time_since_epoch().count(); }
std::int64_t rank(const content::Common&) { return 0; }

template <typename Record>
std::string_view name_of(const Record& record) {
  if constexpr (requires { record.title; }) return record.title;
  else return record.name;
}

// Compares with one record that is about to find its place; its own pinyin is read once.
template <typename Record>
class Before {
 public:
  Before(const Record& record, Kind kind, content::PinyinReader& pinyin) : kind_(kind), pinyin_(pinyin), record_(record), key_(key(record)) {}

  bool operator()(const Record& other) const {
    if constexpr (std::is_same_v<Record, content::Poster>) return other.id < record_.id;
    const std::int64_t mine = rank(record_);
    const std::int64_t its = rank(other);
    if (its != mine) return its < mine;
    const std::string its_key = key(other);
    return its_key != key_ ? its_key < key_ : other.id < record_.id;
  }

 private:
  std::string key(const Record& record) const {
    std::string given;
    if constexpr (requires { record.pinyin; }) given = record.pinyin;
    // As content::title_of() calls it.
    const std::string_view name = name_of(record);
    return content::pinyin_key(pinyin_, kind_, name.empty() ? "（未命名）" : name, given);
  }

  Kind kind_;
  content::PinyinReader& pinyin_;
  const Record& record_;
  std::string key_;
};

template <typename Record>
bool same_place(const Record& a, const Record& b) {
  bool same = rank(a) == rank(b) && name_of(a) == name_of(b);
  if constexpr (requires { a.pinyin; }) same = same && a.pinyin == b.pinyin;
  return same;
}

// True when records moved, so that the lookup must be built again.
template <typename Record>
bool put_in_place(std::vector<Record>& records, Record record, Kind kind, content::PinyinReader& pinyin) {
  const auto old = std::ranges::find(records, record.id, &Record::id);
  if (old != records.end() && same_place(*old, record)) {
    *old = std::move(record);
    return false;
  }
  const Before<Record> before(record, kind, pinyin);
  if (old != records.end()) {
    // A name that is being typed mostly stays between its neighbours.
    const bool after_last = old == records.begin() || before(*std::prev(old));
    const bool before_next = std::next(old) == records.end() || !before(*std::next(old));
    if (after_last && before_next) {
      *old = std::move(record);
      return false;
    }
    records.erase(old);
  }
  const auto place = std::ranges::partition_point(records, before);
  records.insert(place, std::move(record));
  return true;
}

// The same place as in `from`, where the order was settled.
template <typename Record>
bool restore(std::vector<Record>& records, const std::vector<Record>& from, const RecordId& id) {
  const auto now = std::ranges::find(records, id, &Record::id);
  const auto then = std::ranges::find(from, id, &Record::id);
  if (then == from.end()) {
    if (now == records.end()) return false;
    records.erase(now);
    return true;
  }
  const auto place = then - from.begin();
  if (now != records.end() && now - records.begin() == place) {
    *now = *then;
    return false;
  }
  if (now != records.end()) records.erase(now);
  records.insert(records.begin() + std::min<std::ptrdiff_t>(place, std::ssize(records)), *then);
  return true;
}

}  // namespace

void exchange(Catalog& catalog, Kind kind, const RecordId& id, std::int64_t revision, const nlohmann::json& body,
              content::PinyinReader& pinyin) {
  Catalog one;
  content::add_record(one, kind, id, revision, body);
  if (kind == Kind::City) {
    catalog.city = std::move(one.city);
    return;
  }
  bool moved = false;
  with_records(catalog, one, kind, [&](auto& records, auto& fresh) { moved = put_in_place(records, std::move(fresh.front()), kind, pinyin); });
  if (moved) catalog.build_lookup();
}

void take_from(Catalog& catalog, const Catalog& from, Kind kind, const RecordId& id) {
  if (kind == Kind::City) {
    catalog.city = from.city;
    return;
  }
  bool moved = false;
  with_records(catalog, from, kind, [&](auto& records, const auto& others) { moved = restore(records, others, id); });
  if (moved) catalog.build_lookup();
}

}  // namespace admin
