#include <algorithm>
#include <cmath>

#include "content/days.h"
#include "content/error.h"
#include "content/read_body.h"
#include "content/record.h"
#include "content/utf8.h"
#include "content/validate_parts.h"

namespace content {
namespace {

using nlohmann::json;

std::string plain_number(double value) {
  if (value == std::floor(value) && std::abs(value) < 1e15) return std::to_string(static_cast<std::int64_t>(value));
  return json(value).dump();
}

void check_length(Findings& findings, const Field& field, const std::string& text) {
  if (field.max_chars <= 0) return;
  const std::size_t chars = count_chars(text);
  if (chars <= static_cast<std::size_t>(field.max_chars)) return;
  const std::string most = std::to_string(field.max_chars);
  findings.add(Fault::TooLong, field, text,
               {"有 " + std::to_string(chars) + " 个字，最多 " + most + " 个",
                "has " + std::to_string(chars) + " characters, the limit is " + most},
               {"请缩短", "shorten it"});
}

bool looks_like_phone(const std::string& text) {
  const std::string bare = replace_all(replace_all(text, "转", ""), "、", "");
  const auto allowed = [](char c) {
    return (c >= '0' && c <= '9') || std::string_view(" +-()/,").find(c) != std::string_view::npos;
  };
  return std::ranges::all_of(bare, allowed) &&
         std::ranges::count_if(bare, [](char c) { return c >= '0' && c <= '9'; }) >= 3;
}

// shop.example.cn: letters, digits and hyphens, with a dot between; no scheme, path or port.
bool looks_like_host(const std::string& text) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
  return text.find('.') != std::string::npos && std::ranges::all_of(text, allowed) && !text.starts_with('.') &&
         !text.ends_with('.') && text.find("..") == std::string::npos;
}

void check_text(Findings& findings, const Field& field, const std::string& text) {
  if (!is_utf8(text) || text.find('\0') != std::string::npos) {
    findings.add(Fault::WrongType, field, "", {"有无法识别的字符", "holds bytes that are not text"},
                 {"请重新输入", "type it again"});
    return;
  }
  check_length(findings, field, text);
  const bool one_line =
      field.type != FieldType::LongText && field.type != FieldType::Outlets && field.type != FieldType::Honours;
  if (one_line && text.find('\n') != std::string::npos) {
    findings.add(Fault::Conflict, field, text, {"不能换行", "must be one line"},
                 {"请改成一行", "write it in one line"});
  }
  if (field.type == FieldType::Phone && !looks_like_phone(text)) {
    findings.add(Fault::Conflict, field, text, {"不像电话号码", "does not look like a phone number"},
                 {"请只写数字、空格和短横线", "write digits, spaces and dashes only"});
  }
  if (field.type == FieldType::Hosts && !looks_like_host(text)) {
    findings.add(Fault::Conflict, field, text, {"不是网站的域名", "is not the name of a host"},
                 {"请只写域名，例如 shop.example.cn", "write the name only, for example shop.example.cn"});
  }
  if (field.type == FieldType::Url && !text.starts_with("https://") && !text.starts_with("http://")) {
    findings.add(Fault::Conflict, field, text, {"不是网址", "is not a web address"},
                 {"请写以 https:// 开头的完整网址", "write the whole address from https:// on"});
  }
}

void check_number(Findings& findings, const Field& field, const json& value) {
  const bool whole = field.type != FieldType::Fraction && field.type != FieldType::Degrees;
  if (!value.is_number() || (whole && !value.is_number_integer())) {
    findings.wrong_type(field, value,
                        {whole ? "应是整数" : "应是数", whole ? "must be a whole number" : "must be a number"});
    return;
  }
  const double least = field.type == FieldType::Fraction ? 0 : field.min;
  const double most = field.type == FieldType::Fraction ? 1 : field.max;
  const double number = value.get<double>();
  if ((least == 0 && most == 0) || (number >= least && number <= most)) return;
  const std::string range = plain_number(least) + "–" + plain_number(most);
  findings.add(Fault::OutOfRange, field, plain_number(number), {"应在 " + range + " 之间", "must be within " + range},
               {"请改正", "correct it"});
}

void check_word(Findings& findings, const Field& field, const json& value) {
  if (!value.is_string()) return findings.wrong_type(field, value, {"应是文字", "must be a text"});
  const std::string& word = value.get_ref<const std::string&>();
  if (std::ranges::find(field.words, word, &EnumWord::value) != field.words.end()) return;
  std::string zh;
  std::string en;
  for (const EnumWord& known : field.words) {
    zh += (zh.empty() ? "" : "、") + std::string(known.zh);
    en += (en.empty() ? "" : ", ") + std::string(known.en);
  }
  findings.add(Fault::UnknownWord, field, word, {"没有这一项", "is not one of the choices"},
               {"请从这些里选：" + zh, "choose one of: " + en});
}

void check_id(Findings& findings, const Field& field, const json& value) {
  if (value.is_string() && is_uuid_v7(value.get_ref<const std::string&>())) return;
  findings.wrong_type(field, value, {"不是有效的编号", "is not an id"});
}

void check_list(Findings& findings, const Field& field, const json& value) {
  if (!value.is_array()) return findings.wrong_type(field, value, {"应是列表", "must be a list"});
  const std::string count = std::to_string(field.count);
  if (field.type == FieldType::MediaList && static_cast<double>(value.size()) < field.min) {
    const std::string least = plain_number(field.min);
    findings.add(Fault::OutOfRange, field, std::to_string(value.size()),
                 {"至少 " + least + " 项", "has fewer than " + least + " entries"}, {"请补齐", "add what is missing"});
  } else if (field.count > 0 && value.size() > static_cast<std::size_t>(field.count)) {
    findings.add(Fault::OutOfRange, field, std::to_string(value.size()),
                 {"最多 " + count + " 项", "has more than " + count + " entries"}, {"请删去多余的", "remove some"});
  }
  for (const json& item : value) {
    if (field.type == FieldType::MediaList) {
      check_id(findings, field, item);
    } else if (field.type == FieldType::EnumList) {
      check_word(findings, field, item);
    } else if (field.type == FieldType::Months) {
      const bool month = item.is_number_integer() && item.get<std::int64_t>() >= 1 && item.get<std::int64_t>() <= 12;
      if (!month) findings.wrong_type(field, item, {"月份是 1–12 的整数", "months are whole numbers from 1 to 12"});
    } else if (!item.is_string()) {
      findings.wrong_type(field, item, {"应是文字", "must be a text"});
    } else {
      check_text(findings, field, item.get_ref<const std::string&>());
    }
  }
}

void check_plane(Findings& findings, const Field& field, const json& value) {
  const bool four =
      value.is_array() && value.size() == 4 && std::ranges::all_of(value, [](const json& v) { return v.is_number(); });
  if (!four) return findings.wrong_type(field, value, {"应是四个小数", "must be four fractions"});
  const auto at = [&value](std::size_t i) { return value[i].get<double>(); };
  const bool inside = at(0) >= 0 && at(1) >= 0 && at(2) <= 1 && at(3) <= 1 && at(0) < at(2) && at(1) < at(3);
  if (inside) return;
  findings.add(
      Fault::OutOfRange, field, value.dump(),
      {"四个数应在 0–1 之间，依次为左、上、右、下", "must lie within 0–1, in the order left, top, right, bottom"},
      {"请改正", "correct it"});
}

void check_string_like(Findings& findings, const Field& field, const json& value) {
  if (!value.is_string()) return findings.wrong_type(field, value, {"应是文字", "must be a text"});
  const std::string& text = value.get_ref<const std::string&>();
  if (field.type == FieldType::Date && !day_from_iso(text)) {
    findings.wrong_type(field, value, {"应是日期，写成 2026-07-30", "must be a date, written 2026-07-30"});
  } else if (field.type == FieldType::Colour && !colour_from(text)) {
    findings.wrong_type(field, value, {"应是颜色，写成 #8E1719", "must be a colour, written #8E1719"});
  } else if (field.type != FieldType::Date && field.type != FieldType::Colour) {
    check_text(findings, field, text);
  }
}

void check_value(Findings& findings, const Field& field, const json& value) {
  switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Pinyin:
    case FieldType::Icon:
    case FieldType::Date:
    case FieldType::Colour:
      return check_string_like(findings, field, value);
    case FieldType::Number:
    case FieldType::Year:
    case FieldType::Money:
    case FieldType::Fraction:
    case FieldType::Degrees:
      return check_number(findings, field, value);
    case FieldType::YesNo:
      if (!value.is_boolean()) findings.wrong_type(field, value, {"应是“是”或“否”", "must be yes or no"});
      return;
    case FieldType::Enum:
      return check_word(findings, field, value);
    case FieldType::Ref:
    case FieldType::Media:
      return check_id(findings, field, value);
    case FieldType::TextList:
    case FieldType::EnumList:
    case FieldType::MediaList:
    case FieldType::Months:
    case FieldType::Hosts:
      return check_list(findings, field, value);
    case FieldType::Plane:
      return check_plane(findings, field, value);
    case FieldType::Hours:
    case FieldType::Offers:
    case FieldType::Honours:
    case FieldType::Outlets:
    case FieldType::Labels:
      return check_part(findings, field, value);
  }
}

// Keys of the body that no field has.
void check_unknown(Findings& findings, const KindSpec& spec, const json& object, const std::string& path) {
  for (const auto& [name, value] : object.items()) {
    const std::string key = path + name;
    if (spec.find_field(key) != nullptr) continue;
    const bool group =
        std::ranges::any_of(spec.fields, [&key](const Field& field) { return field.key.starts_with(key + "."); });
    if (group && value.is_object() && path != kEnglishPrefix) {
      check_unknown(findings, spec, value, key + ".");
      continue;
    }
    findings.add_at(Fault::UnknownField, key, {key, key}, "",
                    {"“" + std::string(spec.zh) + "”没有这个字段", "is not a field of this kind"},
                    {"请删去", "remove it"});
  }
}

}  // namespace

std::vector<Problem> validate(const KindSpec& spec, const json& body) {
  Findings findings;
  if (!body.is_object()) {
    findings.add_at(Fault::WrongType, "", {std::string(spec.zh), std::string(spec.en)}, "",
                    {"内容应是一个对象", "the body is not an object"}, {"请重新录入", "enter it again"});
    return findings.take();
  }
  for (const Field& field : spec.fields) {
    const json* value = value_at(body, field.key);
    const bool absent = value == nullptr || value->is_null() ||
                        (value->is_string() && trim(value->get_ref<const std::string&>()).empty()) ||
                        (value->is_array() && value->empty());
    if (!absent) {
      check_value(findings, field, *value);
    } else if (field.required) {
      findings.add(Fault::Missing, field, "", {"没有填", "is missing"}, {"请填上", "fill it in"});
    }
  }
  check_unknown(findings, spec, body, "");
  if (std::ranges::none_of(findings.so_far(),
                           [](const Problem& problem) { return problem.fault == Fault::WrongType; })) {
    check_together(findings, spec, body);
  }
  return findings.take();
}

std::vector<Problem> validate_draft(const KindSpec& spec, const json& body) {
  std::vector<Problem> problems = validate(spec, body);
  std::erase_if(problems, [](const Problem& problem) {
    return problem.fault != Fault::WrongType && problem.fault != Fault::UnknownField;
  });
  return problems;
}

}  // namespace content
