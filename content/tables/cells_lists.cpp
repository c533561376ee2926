#include "content/tables/cells_lists.h"

#include <algorithm>
#include <array>

#include "content/tables/cell_text.h"
#include "content/utf8.h"

namespace content::tables {

using nlohmann::json;

// "2005 荣立三等功", "2005年荣立三等功"; a line that begins with no digit has no year,
// nor one whose digits stand behind an apostrophe.
CellValue read_honours_cell(const std::string& cell) {
  json list = json::array();
  for (const std::string& written : split_any(cell, {"\n"})) {
    const std::size_t blank = std::min(written.find_first_of(" \t"), written.size());
    const std::string line = fold_width(written.substr(0, blank)) + written.substr(blank);
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits == 0) {
      const bool marked = line.size() > 1 && line[0] == '\'' && line[1] >= '0' && line[1] <= '9';
      list.push_back({{"text", marked ? written.substr(1) : unguarded(written)}});
      continue;
    }
    std::string_view text = std::string_view(line).substr(digits);
    if (text.starts_with("年")) text.remove_prefix(std::string_view("年").size());
    if (digits != 4 || trim(text).empty()) {
      return refused(
          {"“" + written + "”的年份不对", "the line “" + written + "” does not begin with a year of four digits"},
          {"每行一项，先写四位年份，例如 2005 荣立三等功", "one honour a line, the four-digit year first"});
    }
    list.push_back({{"year", *read_whole(line.substr(0, digits))}, {"text", trim(text)}});
  }
  return accepted(std::move(list));
}

CellValue read_outlets_cell(const std::string& cell, Surroundings& surroundings) {
  constexpr std::array<std::string_view, 4> kIcons = {"shop", "calendar", "phone", "truck"};
  json list = json::array();
  for (const std::string& line : split_any(cell, {"\n"})) {
    const std::vector<std::string> parts = split_any(line, {"|", "｜"});
    if (parts.size() < 2 || parts.size() > 3 || std::find(kIcons.begin(), kIcons.end(), parts[0]) == kIcons.end()) {
      return refused({"“" + line + "”不是“图标 | 文字”", "the line “" + line + "” is not “icon | text”"},
                     {"每行写 shop、calendar、phone 或 truck，再写 | 和文字",
                      "write shop, calendar, phone or truck, then | and the text"});
    }
    json outlet = {{"icon", parts[0]}, {"text", unguarded(parts[1])}};
    if (parts.size() == 3) {
      std::string name = parts[2];
      for (const std::string_view label : {"商户：", "商户:", "merchant:"}) {
        if (name.starts_with(label)) name = trimmed(std::string_view(name).substr(label.size()));
      }
      const CellValue merchant = from_found(surroundings.record(Kind::Merchant, name));
      if (merchant.fault) return merchant;
      outlet["merchant"] = merchant.value;
    }
    list.push_back(std::move(outlet));
  }
  return accepted(std::move(list));
}

CellValue read_labels_cell(const std::string& cell) {
  json list = json::array();
  for (const std::string& line : split_any(cell, {"\n"})) {
    const std::vector<std::string> parts = split_any(line, {"|", "｜"});
    const auto x = parts.size() >= 4 ? read_decimal(parts[1]) : std::nullopt;
    const auto y = parts.size() >= 4 ? read_decimal(parts[2]) : std::nullopt;
    const auto angle = parts.size() == 5 ? read_decimal(parts[4]) : std::optional<double>(0);
    if (!x || !y || !angle || parts.size() > 5) {
      return refused({"“" + line + "”不是“文字 | 横 | 纵 | 类型 | 角度”",
                      "the line “" + line + "” is not “text | x | y | role | angle”"},
                     {"例如 江滩双拥街 | 0.0714 | 0.598 | street | -15",
                      "for example 江滩双拥街 | 0.0714 | 0.598 | street | -15"});
    }
    list.push_back({{"text", unguarded(parts[0])}, {"x", *x}, {"y", *y}, {"role", parts[3]}, {"angle_deg", *angle}});
  }
  return accepted(std::move(list));
}

CellValue read_plane(const std::string& cell) {
  json list = json::array();
  for (const std::string& part : split_any(fold_width(cell), {" ", ",", "\n", "、"})) {
    const auto value = read_decimal(part);
    list.push_back(value ? json(*value) : json());
  }
  const bool right =
      list.size() == 4 && std::none_of(list.begin(), list.end(), [](const json& v) { return v.is_null(); });
  if (right) return accepted(std::move(list));
  return refused({"不是四个小数", "is not four fractions"},
                 {"请写左、上、右、下，例如 0.68 0.08 0.965 0.845",
                  "write left, top, right, bottom, for example 0.68 0.08 0.965 0.845"});
}

CellValue read_months(const std::string& cell) {
  json list = json::array();
  for (std::string part : split_any(fold_width(cell), {"、", "；", ";", ",", "，", " ", "\n"})) {
    if (part.ends_with("月")) part.resize(part.size() - std::string_view("月").size());
    const auto month = read_whole(part);
    if (!month || *month < 1 || *month > 12) {
      return refused({"“" + part + "”不是月份", "“" + part + "” is not a month"},
                     {"请写 1 到 12，例如 5、6、7", "write 1 to 12, for example 5、6、7"});
    }
    list.push_back(*month);
  }
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return accepted(std::move(list));
}

}  // namespace content::tables
