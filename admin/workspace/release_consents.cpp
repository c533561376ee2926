#include "admin/workspace/release_consents.h"

#include <algorithm>
#include <optional>

#include "content/kinds.h"
#include "content/record.h"

namespace admin {
namespace {

using content::Day;
using content::ReleaseRecord;

std::optional<Day> last_day(const nlohmann::json& body) {
  const nlohmann::json* value = content::value_at(body, "valid_until");
  return value != nullptr && value->is_string() ? content::day_from_iso(value->get<std::string>()) : std::nullopt;
}

}  // namespace

void for_each_portrait(const content::ReleaseContent& content, const std::function<void(const ReleaseRecord&, const std::string&)>& visit) {
  for (const ReleaseRecord& record : content.records) {
    if (record.kind != content::Kind::Figure) continue;
    for (const content::Field& field : content::kind_spec(record.kind).fields) {
      const nlohmann::json* value = content::value_at(record.body, field.key);
      if (value == nullptr || (field.type != content::FieldType::Media && field.type != content::FieldType::MediaList)) continue;
      for (const nlohmann::json& id : value->is_array() ? *value : nlohmann::json::array({*value})) {
        if (id.is_string()) visit(record, id.get<std::string>());
      }
    }
  }
}

std::unordered_map<std::string, Day> end_with_consents(const content::OfficeStore& office, content::ReleaseContent& content) {
  std::unordered_map<std::string, Day> ends;
  for_each_portrait(content, [&](const ReleaseRecord& record, const std::string& id) {
    const content::MediaFacts facts = office.media_facts(content::MediaId{id});
    if (facts.consent != content::Consent::Given || !facts.consent_until) return;
    const auto [end, is_first] = ends.emplace(record.id.text, *facts.consent_until);
    if (!is_first) end->second = std::min(end->second, *facts.consent_until);
  });
  for (ReleaseRecord& record : content.records) {
    const auto end = ends.find(record.id.text);
    if (end == ends.end()) continue;
    const std::optional<Day> own = last_day(record.body);
    if (own && *own < end->second) {
      ends.erase(end);
      continue;
    }
    content::set_value(record.body, "valid_until", content::day_to_iso(end->second));
  }
  return ends;
}

}  // namespace admin
