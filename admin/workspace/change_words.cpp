#include "admin/workspace/change_words.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "content/error.h"
#include "content/hours_text.h"
#include "content/offer_text.h"
#include "content/read_model.h"
#include "content/record.h"

namespace admin {
namespace {

using content::Field;
using content::FieldType;
using nlohmann::json;

constexpr std::size_t kShortChars = 14;
constexpr std::size_t kNamedChanges = 3;

std::size_t chars_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string word_in(const Field& field, const std::string& value) {
  for (const content::EnumWord& word : field.words) {
    if (word.value == value) return std::string(word.zh);
  }
  return value;
}

std::string hours_words(const json& value) {
  try {
    return content::hours_words_zh(content::read_hours(value));
  } catch (const content::Error&) {
    return {};
  }
}

// The value in one short text; nullopt for what has none.
std::optional<std::string> short_words(const Field& field, const json& value, const TitleOf& title_of) {
  std::string words;
  switch (field.type) {
    case FieldType::Text:
    case FieldType::Date:
    case FieldType::Phone:
    case FieldType::Pinyin:
    case FieldType::Url: words = value.is_string() ? value.get<std::string>() : ""; break;
    case FieldType::Enum: words = value.is_string() ? word_in(field, value.get<std::string>()) : ""; break;
    case FieldType::Number:
    case FieldType::Year: words = value.dump(); break;
    case FieldType::Money: words = value.is_number() ? fmt::format("{:.2f} 元", value.get<double>() / 100) : ""; break;
    case FieldType::YesNo: words = value.is_boolean() && value.get<bool>() ? "是" : "否"; break;
    case FieldType::Ref: words = value.is_string() ? title_of(value.get<std::string>()) : ""; break;
    case FieldType::Hours: words = hours_words(value); break;
    default: break;
  }
  if (words.empty() || chars_of(words) > kShortChars || words.find('\n') != std::string::npos) return std::nullopt;
  return words;
}

std::string offer_name(const json& offer) {
  if (!offer.is_object()) return {};
  const int percent = offer.contains("pay_percent") && offer["pay_percent"].is_number_integer() ? offer["pay_percent"].get<int>() : 0;
  if (percent >= 1 && percent <= 99) return content::discount_words_zh(percent);
  return offer.contains("title") && offer["title"].is_string() ? offer["title"].get<std::string>() : "";
}

std::string offers_changed(const json& before, const json& after) {
  if (before.size() != after.size()) return fmt::format("优惠 {} 项 → {} 项", before.size(), after.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (before[i] == after[i]) continue;
    const std::string was = offer_name(before[i]);
    const std::string is = offer_name(after[i]);
    if (was != is && !was.empty() && !is.empty()) return fmt::format("优惠 {} → {}", was, is);
    return is.empty() ? "改了优惠" : fmt::format("改了优惠“{}”的说明", is);
  }
  return "改了优惠";
}

bool is_picture(const Field& field) { return field.type == FieldType::Media || field.type == FieldType::MediaList; }

std::string pictures_changed(const Field& field, const json& before, const json& after) {
  if (field.type == FieldType::MediaList && before.size() != after.size()) {
    return fmt::format("{} {} 张 → {} 张", field.zh, before.size(), after.size());
  }
  return fmt::format("换{}", field.zh);
}

std::string field_changed(const Field& field, const json* before, const json* after, const TitleOf& title_of) {
  if (before == nullptr) {
    const auto is = short_words(field, *after, title_of);
    return is && !is_picture(field) ? fmt::format("加上{} {}", field.zh, *is) : fmt::format("加上{}", field.zh);
  }
  if (after == nullptr) return fmt::format("去掉{}", field.zh);
  if (is_picture(field)) return pictures_changed(field, *before, *after);
  if (field.type == FieldType::Offers && before->is_array() && after->is_array()) return offers_changed(*before, *after);
  if (field.type == FieldType::Fraction || field.type == FieldType::Degrees || field.type == FieldType::Plane) return fmt::format("挪了{}", field.zh);
  const auto was = short_words(field, *before, title_of);
  const auto is = short_words(field, *after, title_of);
  return was && is ? fmt::format("{} {} → {}", field.zh, *was, *is) : fmt::format("改了{}", field.zh);
}

std::string joined(const std::vector<std::string>& changes) {
  std::string words;
  for (std::size_t i = 0; i < std::min(changes.size(), kNamedChanges); ++i) words += (i == 0 ? "" : "，") + changes[i];
  if (changes.size() > kNamedChanges) words += fmt::format(" 等 {} 处", changes.size());
  return words;
}

}  // namespace

std::string change_words(const content::KindSpec& spec, const json& before, const json& after, const TitleOf& title_of) {
  std::vector<std::string> changes;
  bool english = false;
  for (const Field& field : spec.fields) {
    const json* was = content::value_at(before, field.key);
    const json* is = content::value_at(after, field.key);
    if ((was == nullptr && is == nullptr) || (was != nullptr && is != nullptr && *was == *is)) continue;
    if (field.is_english()) {
      english = true;
      continue;
    }
    const std::string words = field_changed(field, was, is, title_of);
    if (std::ranges::find(changes, words) == changes.end()) changes.push_back(words);
  }
  if (english) changes.emplace_back("改了英文");
  return joined(changes);
}

std::string summary_words(const content::KindSpec& spec, const json& body, const TitleOf& title_of) {
  std::vector<std::string> parts;
  std::size_t pictures = 0;
  for (const Field& field : spec.fields) {
    const json* value = content::value_at(body, field.key);
    if (value == nullptr || field.is_english()) continue;
    if (field.type == FieldType::Media) ++pictures;
    if (field.type == FieldType::MediaList) pictures += value->size();
    const bool tells = field.key == "category" || field.key == "year" || field.key == "street" || field.key == "first" ||
                       field.key == "price_fen" || field.key == "published" || field.key == "maker";
    if (!tells) continue;
    if (const auto words = short_words(field, *value, title_of)) parts.push_back(*words);
  }
  if (parts.size() > kNamedChanges) parts.resize(kNamedChanges);
  if (pictures > 0) parts.push_back(fmt::format("配图 {} 张", pictures));
  std::string words;
  for (const std::string& part : parts) words += (words.empty() ? "" : "，") + part;
  return words;
}

}  // namespace admin
