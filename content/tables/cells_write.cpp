#include <algorithm>

#include "content/hours_text.h"
#include "content/offer_text.h"
#include "content/read_model.h"
#include "content/tables/cell_text.h"
#include "content/tables/cells.h"

namespace content::tables {
namespace {

using nlohmann::json;

template <typename Print>
std::string joined(const json& list, std::string_view separator, Print print) {
  std::string out;
  for (const json& item : list) {
    if (!out.empty()) out += separator;
    out += print(item);
  }
  return out;
}

std::string without_bar(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos;) text.replace(at, 1, "｜");
  return text;
}

std::string word(const Field& field, const json& value) {
  const auto found = std::find_if(field.words.begin(), field.words.end(),
                                  [&](const EnumWord& w) { return value == std::string(w.value); });
  return found == field.words.end() ? value.get<std::string>() : std::string(found->zh);
}

std::string number(const json& value) {
  return value.is_number_float() ? write_decimal(value.get<double>()) : std::to_string(value.get<std::int64_t>());
}

// A single item that holds a separator ends with a line break, so that it is read as one line.
std::string text_list(const json& list) {
  std::string out = joined(list, "\n", [](const json& v) { return guarded(v.get<std::string>()); });
  const bool ambiguous =
      list.size() == 1 && (out.find("；") != std::string::npos || out.find(';') != std::string::npos);
  return ambiguous ? out + "\n" : out;
}

std::string outlet_line(const json& outlet, const Names& names) {
  std::string line = outlet.value("icon", "") + " | " + without_bar(guarded(outlet.value("text", "")));
  if (outlet.contains("merchant")) line += " | 商户：" + names.title(RecordId{outlet["merchant"].get<std::string>()});
  return line;
}

std::string label_line(const json& label) {
  return without_bar(guarded(label.value("text", ""))) + " | " + write_decimal(label.value("x", 0.0)) + " | " +
         write_decimal(label.value("y", 0.0)) + " | " + label.value("role", "") + " | " +
         write_decimal(label.value("angle_deg", 0.0));
}

std::string honour_line(const json& honour) {
  const std::string text = honour.value("text", "");
  if (honour.contains("year")) return std::to_string(honour["year"].get<int>()) + " " + text;
  const bool digit_first = !text.empty() && text[0] >= '0' && text[0] <= '9';
  return digit_first ? "'" + text : guarded(text);
}

std::string hours_cell(const json& value) {
  const Hours hours = read_hours(value);
  return guarded(hours.known ? hours_words_zh(hours) : hours.text);
}

}  // namespace

std::string write_cell(const Field& field, const json& value, const Names& names) {
  if (value.is_null()) return {};
  switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Url:
    case FieldType::Pinyin:
    case FieldType::Icon:
    case FieldType::Phone:
      return guarded(value.get<std::string>());
    case FieldType::Date:
    case FieldType::Colour:
      return value.get<std::string>();
    case FieldType::TextList:
      return text_list(value);
    case FieldType::Number:
    case FieldType::Year:
    case FieldType::Fraction:
    case FieldType::Degrees:
      return number(value);
    case FieldType::Money:
      return write_fen(value.get<std::int64_t>());
    case FieldType::YesNo:
      return value.get<bool>() ? "是" : "否";
    case FieldType::Enum:
      return word(field, value);
    case FieldType::Hosts:
      return joined(value, "；", [](const json& v) { return v.get<std::string>(); });
    case FieldType::EnumList:
      return joined(value, "；", [&](const json& v) { return word(field, v); });
    case FieldType::Ref:
      return guarded(names.title(RecordId{value.get<std::string>()}));
    case FieldType::Media:
      return names.source(MediaId{value.get<std::string>()});
    case FieldType::MediaList:
      return joined(value, "\n", [&](const json& v) { return names.source(MediaId{v.get<std::string>()}); });
    case FieldType::Hours:
      return hours_cell(value);
    case FieldType::Offers:
      return guarded(joined(value, "\n", [](const json& v) { return offer_line(read_offer(v)); }));
    case FieldType::Honours:
      return joined(value, "\n", honour_line);
    case FieldType::Outlets:
      return joined(value, "\n", [&](const json& v) { return outlet_line(v, names); });
    case FieldType::Labels:
      return joined(value, "\n", label_line);
    case FieldType::Plane:
      return joined(value, " ", number);
    case FieldType::Months:
      return joined(value, "、", number);
  }
  return {};
}

}  // namespace content::tables
