#include <algorithm>
#include <array>
#include <cctype>
#include <functional>

#include "content/days.h"
#include "content/hours_text.h"
#include "content/offer_text.h"
#include "content/tables/cell_text.h"
#include "content/tables/cells.h"
#include "content/tables/cells_lists.h"
#include "content/utf8.h"
#include "content/write_model.h"

namespace content::tables {
namespace {

using nlohmann::json;

CellValue read_number(const std::string& cell) {
  if (const auto value = read_whole(cell)) return accepted(*value);
  return refused({"不是整数", "is not a whole number"},
                 {"请写成阿拉伯数字，例如 12", "write it in digits, for example 12"});
}

CellValue read_money(const std::string& cell) {
  if (const auto fen = read_fen(cell)) return accepted(*fen);
  return refused({"不是金额", "is not an amount"},
                 {"请写元，最多两位小数，例如 39.8", "write yuan with at most two decimals, for example 39.8"});
}

CellValue read_date(const std::string& cell) {
  if (const auto day = read_date_cell(cell)) return accepted(day_to_iso(*day));
  return refused({"不是日期，或没有这一天", "is not a date, or there is no such day"},
                 {"请写成 2026-07-30、2026/7/30、2026年7月30日 或 2026.7.30", "write 2026-07-30 or 2026/7/30"});
}

CellValue read_yes_no(const std::string& cell) {
  constexpr std::array<std::string_view, 8> kYes = {"是", "yes", "y", "1", "true", "√", "✓", "有"};
  constexpr std::array<std::string_view, 6> kNo = {"否", "no", "n", "0", "false", "×"};
  const std::string word = ascii_lower(fold_width(cell));
  if (std::find(kYes.begin(), kYes.end(), word) != kYes.end()) return accepted(true);
  if (std::find(kNo.begin(), kNo.end(), word) != kNo.end()) return accepted(false);
  return refused({"既不是“是”也不是“否”", "is neither yes nor no"}, {"请写 是 或 否", "write yes or no"});
}

std::string word_list(const Field& field, bool chinese) {
  std::string words;
  for (const EnumWord& word : field.words)
    words += (words.empty() ? "" : chinese ? "、" : ", ") + std::string(chinese ? word.zh : word.en);
  return words;
}

CellValue read_word(const Field& field, const std::string& cell) {
  const std::string wanted = ascii_lower(fold_width(cell));
  for (const EnumWord& word : field.words) {
    if (cell == word.zh || wanted == ascii_lower(word.en) || wanted == word.value)
      return accepted(std::string(word.value));
  }
  return refused({"不在可选的词里", "is not one of the words to choose from"},
                 {"请从这些词里选：" + word_list(field, true), "choose one of: " + word_list(field, false)});
}

// The Chinese words may hold 、 themselves: a part is tried whole before it is split further.
CellValue read_words(const Field& field, const std::string& cell) {
  json list = json::array();
  for (const std::string& part : split_any(cell, {"；", ";", "\n"})) {
    const bool whole = !read_word(field, part).fault;
    for (const std::string& word : whole ? std::vector{part} : split_any(part, {"、", ",", "，"})) {
      CellValue one = read_word(field, word);
      if (one.fault) return one;
      if (std::find(list.begin(), list.end(), one.value) == list.end()) list.push_back(std::move(one.value));
    }
  }
  return accepted(std::move(list));
}

std::string media_path(const std::string& cell) {
  std::string path = cell;
  std::replace(path.begin(), path.end(), '\\', '/');
  while (path.starts_with("./")) path.erase(0, 2);
  return path;
}

CellValue read_media_list(const std::string& cell, Surroundings& surroundings) {
  json list = json::array();
  for (const std::string& part : split_any(cell, {"\n", "；", ";"})) {
    CellValue one = from_found(surroundings.media(media_path(part)));
    if (one.fault) return one;
    list.push_back(std::move(one.value));
  }
  return accepted(std::move(list));
}

CellValue read_long_text(const std::string& cell, Surroundings& surroundings) {
  if (!cell.starts_with('@')) return accepted(unguarded(cell));
  const auto text = surroundings.text_file(cell.substr(1));
  if (const auto* fault = std::get_if<CellFault>(&text)) return {nullptr, *fault, {}};
  return accepted(trimmed(std::get<std::string>(text)));
}

// A list with line breaks is one item a line; a cell of one line may separate its items by ；.
CellValue read_text_list(std::string_view raw_cell) {
  const bool lines = raw_cell.find('\n') != std::string_view::npos;
  const std::vector<std::string> parts = lines ? split_any(raw_cell, {"\n"}) : split_any(raw_cell, {"；", ";"});
  json list = json::array();
  for (const std::string& part : parts) list.push_back(unguarded(part));
  return accepted(std::move(list));
}

// As people copy it from a browser: https://Shop.Example.cn/ is shop.example.cn.
CellValue read_hosts(const std::string& cell) {
  json list = json::array();
  for (std::string host : split_any(ascii_lower(fold_width(cell)), {"\n", ";", ",", "、", " "})) {
    for (const std::string_view scheme : {"https://", "http://"}) {
      if (host.starts_with(scheme)) host.erase(0, scheme.size());
    }
    while (host.ends_with('/')) host.pop_back();
    if (std::find(list.begin(), list.end(), host) == list.end()) list.push_back(host);
  }
  return accepted(std::move(list));
}

CellValue read_hours_cell(const std::string& cell) {
  const Hours hours = read_hours_text(unguarded(cell));
  CellValue value = accepted(write_hours(hours));
  if (!hours.known)
    value.note = Text{"营业时间没有读懂，按原文保留，屏幕上不判断是否营业",
                      "the hours were not understood and are kept as text; the screen will not say open or closed"};
  return value;
}

CellValue read_offers_cell(const std::string& cell) {
  std::vector<Offer> offers;
  std::string unread;
  for (const ReadOffer& read : read_offers_text(unguarded(cell))) {
    offers.push_back(read.offer);
    if (!read.understood) unread += (unread.empty() ? "“" : "、“") + read.offer.title + "”";
  }
  CellValue value = accepted(write_offers(offers));
  if (!unread.empty()) {
    value.note = Text{"优惠" + unread + "没有读懂，按原文保留，请核对",
                      "offer " + unread + " was not understood and is kept as text; please look at it"};
  }
  return value;
}

CellValue read_colour(const std::string& cell) {
  std::string text = fold_width(cell);
  if (!text.starts_with('#')) text.insert(0, "#");
  const bool hex = text.size() == 7 &&
                   std::all_of(text.begin() + 1, text.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
  if (!hex) return refused({"不是颜色", "is not a colour"}, {"请写成 #8E1719", "write it like #8E1719"});
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return accepted(text);
}

CellValue read_fraction(const std::string& cell) {
  if (const auto value = read_decimal(cell)) return accepted(*value);
  return refused({"不是小数", "is not a number"}, {"请写成 0.25 这样的数", "write a number like 0.25"});
}

CellValue read_phone_cell(const std::string& cell) {
  const Phone phone = read_phone(unguarded(cell));
  if (!phone.fault) return accepted(phone.text);
  if (*phone.fault == PhoneFault::LostDigits) {
    return refused({"电话被表格软件改成了科学计数法，末几位已丢失",
                    "the sheet turned the phone number into scientific notation and its last digits are lost"},
                   {"请把这一列设为“文本”，重新填写电话", "format the column as text and type the number again"});
  }
  return refused({"不是电话号码", "is not a phone number"},
                 {"请只写数字和 - 、空格", "write digits, blanks and - only"});
}

}  // namespace

CellValue read_cell(const Field& field, std::string_view cell, Surroundings& surroundings) {
  const std::string text = trimmed(cell);
  if (says_nothing(text)) return {};
  switch (field.type) {
    case FieldType::Text:
    case FieldType::Url:
    case FieldType::Pinyin:
    case FieldType::Icon:
      return accepted(unguarded(one_line(text)));
    case FieldType::LongText:
      return read_long_text(text, surroundings);
    case FieldType::TextList:
      return read_text_list(cell);
    case FieldType::Number:
    case FieldType::Year:
      return read_number(text);
    case FieldType::Money:
      return read_money(text);
    case FieldType::Date:
      return read_date(text);
    case FieldType::YesNo:
      return read_yes_no(text);
    case FieldType::Enum:
      return read_word(field, one_line(text));
    case FieldType::EnumList:
      return read_words(field, text);
    case FieldType::Ref:
      return from_found(surroundings.record(field.ref.value_or(Kind::City), unguarded(one_line(text))));
    case FieldType::Media:
      return from_found(surroundings.media(media_path(text)));
    case FieldType::MediaList:
      return read_media_list(text, surroundings);
    case FieldType::Hosts:
      return read_hosts(text);
    case FieldType::Hours:
      return read_hours_cell(text);
    case FieldType::Offers:
      return read_offers_cell(text);
    case FieldType::Honours:
      return read_honours_cell(text);
    case FieldType::Outlets:
      return read_outlets_cell(text, surroundings);
    case FieldType::Labels:
      return read_labels_cell(text);
    case FieldType::Plane:
      return read_plane(text);
    case FieldType::Colour:
      return read_colour(text);
    case FieldType::Months:
      return read_months(text);
    case FieldType::Fraction:
    case FieldType::Degrees:
      return read_fraction(text);
    case FieldType::Phone:
      return read_phone_cell(text);
  }
  return {};
}

}  // namespace content::tables
