#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "content/kinds.h"
#include "content/media_store.h"
#include "content/office_store.h"
#include "content/release.h"

namespace content {
namespace {

namespace fs = std::filesystem;
using Ids = std::unordered_set<std::string>;

Ids ids_of(const std::vector<RecordId>& records) {
  Ids ids;
  for (const RecordId& id : records) ids.insert(id.text);
  return ids;
}

void add_picture(const nlohmann::json& id, Ids& used) {
  if (id.is_string()) used.insert(id.get<std::string>());
}

Ids pictures_of(const std::vector<ReleaseRecord>& records) {
  Ids used;
  for (const ReleaseRecord& record : records) {
    for (const Field& field : kind_spec(record.kind).fields) {
      if (field.type != FieldType::Media && field.type != FieldType::MediaList) continue;
      const nlohmann::json* value = value_at(record.body, field.key);
      if (value == nullptr) continue;
      if (!value->is_array()) add_picture(*value, used);
      else for (const nlohmann::json& id : *value) add_picture(id, used);
    }
  }
  return used;
}

// Those that the records refer to, also under an id whose name was taken over since: an approval covers the picture that was seen.
std::vector<Media> pictures_for(OfficeStore& office, const std::vector<ReleaseRecord>& records, const ReleaseContent& previous) {
  Ids used = pictures_of(records);
  std::vector<Media> pictures;
  for (Media& media : office.every_media_version()) {
    if (used.erase(media.id.text) > 0) pictures.push_back(std::move(media));
  }
  for (const Media& media : previous.media) {
    if (used.erase(media.id.text) > 0) pictures.push_back(media);
  }
  return pictures;
}

}  // namespace

ReleaseContent approved_content(OfficeStore& office) { return approved_content(office, {}, {}); }

ReleaseContent approved_content(OfficeStore& office, const ReleaseChoice& choice, const ReleaseContent& previous) {
  Ids kept_back = ids_of(choice.kept_back);
  const Ids taken_off = ids_of(choice.taken_off);
  ReleaseContent content;
  for (const KindSpec& spec : all_kinds()) {
    for (Record& record : office.approved(spec.kind)) {
      if (taken_off.contains(record.id.text) || kept_back.contains(record.id.text)) continue;
      content.records.push_back({record.id, record.kind, record.revision, std::move(record.body)});
    }
  }
  for (const ReleaseRecord& record : previous.records) {
    if (kept_back.contains(record.id.text) && !taken_off.contains(record.id.text)) content.records.push_back(record);
  }
  content.media = pictures_for(office, content.records, previous);
  return content;
}

}  // namespace content
