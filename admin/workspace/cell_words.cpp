#include "admin/workspace/cell_words.h"

#include <fmt/format.h>

#include <chrono>

#include "content/days.h"
#include "content/error.h"
#include "content/tables/cell_text.h"
#include "content/tables/cells.h"

namespace admin {

using content::Field;
using content::FieldType;
using nlohmann::json;

namespace {

class RecordNames : public content::tables::Names {
 public:
  explicit RecordNames(const Records& records) : records_(records) {}
  std::string title(const content::RecordId& id) const override {
    const std::string title = records_.title(id);
    return title.empty() ? "（已不在）" : title;
  }
  std::string source(const content::MediaId& id) const override { return id.text; }

 private:
  const Records& records_;
};

std::string one_line(std::string_view words) {
  std::string line;
  for (const char c : words) {
    if (c != '\n') {
      line.push_back(c);
    } else if (!line.empty() && line.back() != ' ') {
      line.push_back(' ');
    }
  }
  return line;
}

std::string offer_titles(const json& offers) {
  std::string words;
  for (const json& offer : offers) {
    if (!words.empty()) words += "，";
    words += offer.value("title", "");
  }
  return words;
}

// What a body may hold that its field's type does not allow is shown as it is.
std::string written(const Field& field, const json& value, const Records& records) {
  try {
    return content::tables::unguarded(content::tables::write_cell(field, value, RecordNames(records)));
  } catch (const json::exception&) {
    return value.dump();
  } catch (const content::Error&) {
    return value.dump();
  }
}

std::chrono::local_time<std::chrono::minutes> city_minute(std::int64_t at_ms) {
  constexpr std::chrono::hours kCityZone{8};
  return std::chrono::floor<std::chrono::minutes>(
      std::chrono::local_time<std::chrono::milliseconds>(std::chrono::milliseconds(at_ms)) + kCityZone);
}

}  // namespace

std::string cell_words(const Field& field, const json& value, const Records& records) {
  if (value.is_null()) return {};
  switch (field.type) {
    case FieldType::Media: return value.is_string() ? "有" : "";
    case FieldType::Ref: {
      const std::string name = value.is_string() ? records.short_title(content::RecordId{value.get<std::string>()}) : std::string();
      return name.empty() ? "（已不在）" : name;
    }
    case FieldType::MediaList: return fmt::format("{} 张", value.size());
    case FieldType::Offers: return value.is_array() ? offer_titles(value) : value.dump();
    case FieldType::Text:
    case FieldType::LongText: return value.is_string() ? one_line(value.get_ref<const std::string&>()) : value.dump();
    case FieldType::Labels:
    case FieldType::Outlets: return fmt::format("{} 处", value.size());
    default: return one_line(written(field, value, records));
  }
}

std::string full_words(const Field& field, const json& value, const Records& records) {
  if (value.is_null()) return {};
  if (field.type == FieldType::Media || field.type == FieldType::MediaList) return cell_words(field, value, records);
  const bool plain = field.type == FieldType::Text || field.type == FieldType::LongText;
  return plain && value.is_string() ? value.get<std::string>() : written(field, value, records);
}

std::string clock_words(std::int64_t at_ms) {
  const int minute = content::minute_of_day(city_minute(at_ms));
  return fmt::format("{}:{:02}", minute / 60, minute % 60);
}

std::string moment_words(std::int64_t at_ms, std::int64_t now_ms) {
  const content::Day day = city_day(at_ms);
  const content::Day today = city_day(now_ms);
  if (day == today) return "今天 " + clock_words(at_ms);
  if (content::add_days(day, 1) == today) return "昨天";
  const std::chrono::year_month_day date{day};
  if (date.year() == std::chrono::year_month_day{today}.year()) {
    return fmt::format("{}-{}", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  }
  return content::day_to_iso(day);
}

}  // namespace admin
