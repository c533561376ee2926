#include "content/release_order.h"

#include <algorithm>
#include <tuple>

#include "content/kinds.h"
#include "content/record.h"

namespace content {

std::string pinyin_key(PinyinReader& reader, Kind kind, std::string_view name, std::string_view given) {
  return reader.sort_key(name, kind == Kind::Figure ? NameKind::Person : NameKind::Other, given);
}

std::vector<const ReleaseRecord*> in_pinyin_order(const std::vector<ReleaseRecord>& records, PinyinReader& reader) {
  std::vector<std::tuple<std::string, Kind, const ReleaseRecord*>> keyed;
  keyed.reserve(records.size());
  for (const ReleaseRecord& record : records) {
    const nlohmann::json* given = value_at(record.body, "pinyin");
    const std::string pinyin = given != nullptr && given->is_string() ? given->get<std::string>() : std::string();
    keyed.emplace_back(pinyin_key(reader, record.kind, title_of(kind_spec(record.kind), record.body), pinyin), record.kind, &record);
  }
  std::ranges::sort(keyed, [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)->id) < std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b)->id);
  });
  std::vector<const ReleaseRecord*> ordered;
  ordered.reserve(keyed.size());
  for (const auto& entry : keyed) ordered.push_back(std::get<2>(entry));
  return ordered;
}

}  // namespace content
