#include "admin/workspace/field_groups.h"

#include <algorithm>
#include <array>

#include "admin/workspace/list_columns.h"

namespace admin {

using content::Field;
using content::FieldType;

namespace {

constexpr int kLongWords = 1000;      // code points: a text that wants a page of its own
constexpr std::size_t kMainFields = 10;

enum Place : std::size_t { kBasic, kWords, kPledge, kPictures, kMap, kLook, kEnglish };
constexpr std::array<std::string_view, 7> kTitles{"基本", "正文", "承诺", "图片", "地图", "版面", "英文"};

Place place_of(const Field& field) {
  if (field.is_english()) return kEnglish;
  if (field.type == FieldType::Media || field.type == FieldType::MediaList) return kPictures;
  if (field.key.starts_with("pledge.")) return kPledge;
  switch (field.type) {
    case FieldType::LongText: return field.max_chars > kLongWords ? kWords : kBasic;
    case FieldType::Fraction:
    case FieldType::Degrees:
    case FieldType::Labels: return kMap;
    case FieldType::Plane:
    case FieldType::Colour: return kLook;
    default: return kBasic;
  }
}

}  // namespace

std::vector<FieldGroup> field_groups(const content::KindSpec& spec) {
  std::array<FieldGroup, kTitles.size()> groups;
  for (std::size_t i = 0; i < groups.size(); ++i) groups.at(i).title = kTitles.at(i);
  for (const Field& field : spec.fields) groups.at(place_of(field)).fields.push_back(&field);
  std::vector<FieldGroup> filled;
  for (FieldGroup& group : groups) {
    if (!group.fields.empty()) filled.push_back(std::move(group));
  }
  return filled;
}

std::vector<const Field*> main_fields(const content::KindSpec& spec) {
  const std::vector<std::string> shown = usual_columns(spec);
  std::vector<const Field*> fields;
  std::size_t words = 0;
  for (const Field& field : spec.fields) {
    if (field.is_english()) continue;
    const bool in_list = std::ranges::find(shown, field.key) != shown.end();
    const bool told = field.type == FieldType::LongText && field.max_chars <= kLongWords && words++ == 0;
    if (in_list || field.required || told) fields.push_back(&field);
  }
  if (fields.size() > kMainFields) fields.resize(kMainFields);
  return fields;
}

}  // namespace admin
