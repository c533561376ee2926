#include "content/read_body.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "content/days.h"
#include "content/error.h"
#include "content/kinds.h"
#include "content/record.h"

namespace content {
namespace {

using nlohmann::json;

constexpr int kMinutesPerDay = 1440;

// One end of a span in minutes; -1 for what is not a whole number.
int minute_in(const json& span, const char* key) {
  const auto found = span.find(key);
  if (found == span.end() || !found->is_number_integer()) return -1;
  const auto minute = found->get<std::int64_t>();
  return minute >= 0 && minute <= 2 * kMinutesPerDay ? static_cast<int>(minute) : -1;
}

std::vector<OpenSpan> read_spans(const BodyReader& owner, std::string_view key, const json& list) {
  if (!list.is_array()) owner.refuse(key, "应是时段的列表", "not a list of spans");
  std::vector<OpenSpan> spans;
  for (const json& item : list) {
    if (!item.is_object()) owner.refuse(key, "应是时段的列表", "not a list of spans");
    const OpenSpan span{.from = minute_in(item, "from"), .to = minute_in(item, "to")};
    const bool good =
        span.from >= 0 && span.from < kMinutesPerDay && span.to > span.from && span.to <= span.from + kMinutesPerDay;
    if (!good) owner.refuse(key, "时段不对", "an impossible span of time");
    spans.push_back(span);
  }
  return spans;
}

}  // namespace

BodyReader::BodyReader(const json& body, Kind kind, const RecordId& id) : body_(&body) {
  const KindSpec& spec = kind_spec(kind);
  const std::string title = title_of(spec, body);
  record_zh_ = std::string(spec.zh) + "“" + title + "”（" + id.text + "）的";
  record_en_ = std::string(spec.en) + " \"" + title + "\" (" + id.text + "), ";
  if (!body.is_object()) refuse("", "内容应是一个对象", "the body is not an object");
}

BodyReader::BodyReader(const json& body, std::string path) : body_(&body), path_(std::move(path)) {
  if (!body.is_object()) refuse("", "应是一个对象", "not an object");
}

void BodyReader::refuse(std::string_view key, std::string_view zh, std::string_view en) const {
  const std::string where = path_ + std::string(key);
  throw Error(
      record_zh_ + "“" + where + "”有误：" + std::string(zh) + "；请在办公工具里改正后重新送审。",
      record_en_ + "field " + where + ": " + std::string(en) + "; correct it in the office tool and submit it again.");
}

const json* BodyReader::find(std::string_view key) const {
  if (body_ == nullptr) return nullptr;
  const auto found = body_->find(std::string(key));
  return found == body_->end() || found->is_null() ? nullptr : &*found;
}

std::string BodyReader::text(std::string_view key) const {
  const json* value = find(key);
  if (value == nullptr) return {};
  if (!value->is_string()) refuse(key, "应是文字", "not a text");
  return value->get<std::string>();
}

std::vector<std::string> BodyReader::texts(std::string_view key) const {
  const json* value = find(key);
  if (value == nullptr) return {};
  const bool good = value->is_array() && std::ranges::all_of(*value, [](const json& item) { return item.is_string(); });
  if (!good) refuse(key, "应是文字的列表", "not a list of texts");
  return value->get<std::vector<std::string>>();
}

std::int64_t BodyReader::long_number(std::string_view key, std::int64_t otherwise) const {
  const json* value = find(key);
  if (value == nullptr) return otherwise;
  if (!value->is_number_integer()) refuse(key, "应是整数", "not a whole number");
  return value->get<std::int64_t>();
}

int BodyReader::number(std::string_view key, int otherwise) const {
  const std::int64_t value = long_number(key, otherwise);
  if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
    refuse(key, "数太大", "too large a number");
  }
  return static_cast<int>(value);
}

std::vector<int> BodyReader::numbers(std::string_view key) const {
  const json* value = find(key);
  if (value == nullptr) return {};
  const auto small = [](const json& item) {
    return item.is_number_integer() && item.get<std::int64_t>() >= std::numeric_limits<int>::min() &&
           item.get<std::int64_t>() <= std::numeric_limits<int>::max();
  };
  if (!value->is_array() || !std::ranges::all_of(*value, small))
    refuse(key, "应是整数的列表", "not a list of whole numbers");
  return value->get<std::vector<int>>();
}

std::optional<double> BodyReader::optional_double(std::string_view key) const {
  const json* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_number() || !std::isfinite(value->get<double>())) refuse(key, "应是数", "not a number");
  return value->get<double>();
}

float BodyReader::real(std::string_view key, float otherwise) const {
  return optional_real<float>(key).value_or(otherwise);
}

bool BodyReader::yes(std::string_view key) const {
  const json* value = find(key);
  if (value == nullptr) return false;
  if (!value->is_boolean()) refuse(key, "应是“是”或“否”", "neither true nor false");
  return value->get<bool>();
}

std::optional<Day> BodyReader::optional_day(std::string_view key) const {
  const std::string value = text(key);
  if (value.empty()) return std::nullopt;
  const std::optional<Day> day = day_from_iso(value);
  if (!day) refuse(key, "日期应写成 2026-07-30", "a date is written 2026-07-30");
  return day;
}

Day BodyReader::day(std::string_view key) const {
  const std::optional<Day> day = optional_day(key);
  if (!day) refuse(key, "缺少日期", "the date is missing");
  return *day;
}

std::uint32_t BodyReader::colour(std::string_view key, std::uint32_t otherwise) const {
  const std::string value = text(key);
  if (value.empty()) return otherwise;
  const std::optional<std::uint32_t> colour = colour_from(value);
  if (!colour) refuse(key, "颜色应写成 #8E1719", "a colour is written #8E1719");
  return *colour;
}

std::array<float, 4> BodyReader::plane(std::string_view key) const {
  const json* value = find(key);
  if (value == nullptr) return {};
  const bool good = value->is_array() && value->size() == 4 &&
                    std::ranges::all_of(*value, [](const json& item) { return item.is_number(); });
  if (!good) refuse(key, "应是四个小数", "not four fractions");
  std::array<float, 4> plane{};
  for (std::size_t i = 0; i < plane.size(); ++i) plane[i] = static_cast<float>((*value)[i].get<double>());
  return plane;
}

std::string BodyReader::id_text(std::string_view key) const {
  std::string id = text(key);
  if (!id.empty() && !is_uuid_v7(id)) refuse(key, "编号不对", "not an id");
  return id;
}

std::array<MediaId, 4> BodyReader::four_media(std::string_view key) const {
  const std::vector<std::string> ids = texts(key);
  std::array<MediaId, 4> media;
  if (ids.empty()) return media;
  if (ids.size() != media.size()) refuse(key, "应是四张图片", "not four pictures");
  for (std::size_t i = 0; i < media.size(); ++i) {
    if (!ids[i].empty() && !is_uuid_v7(ids[i])) refuse(key, "编号不对", "not an id");
    media[i] = MediaId{ids[i]};
  }
  return media;
}

std::vector<MediaId> BodyReader::media_list(std::string_view key) const {
  std::vector<MediaId> media;
  for (std::string& id : texts(key)) {
    if (!is_uuid_v7(id)) refuse(key, "编号不对", "not an id");
    media.push_back(MediaId{std::move(id)});
  }
  return media;
}

EnglishTexts BodyReader::texts_by_key(std::string_view key) const {
  EnglishTexts found;
  const json* value = find(key);
  if (value == nullptr) return found;
  if (!value->is_object()) refuse(key, "应是一个对象", "not an object");
  for (const auto& [name, text] : value->items()) {
    if (!text.is_string()) refuse(key, "应是文字", "not a text");
    found.emplace(name, text.get<std::string>());
  }
  return found;
}

BodyReader BodyReader::part(std::string_view key) const {
  const json* value = find(key);
  if (value != nullptr && !value->is_object()) refuse(key, "应是一个对象", "not an object");
  BodyReader reader(*this);
  reader.body_ = value;
  reader.path_ = path_ + std::string(key) + ".";
  return reader;
}

std::vector<BodyReader> BodyReader::parts(std::string_view key) const {
  const json* value = find(key);
  std::vector<BodyReader> readers;
  if (value == nullptr) return readers;
  const bool good = value->is_array() && std::ranges::all_of(*value, [](const json& item) { return item.is_object(); });
  if (!good) refuse(key, "应是对象的列表", "not a list of objects");
  for (std::size_t i = 0; i < value->size(); ++i) {
    BodyReader reader(*this);
    reader.body_ = &(*value)[i];
    reader.path_ = path_ + std::string(key) + "[" + std::to_string(i) + "].";
    readers.push_back(reader);
  }
  return readers;
}

Hours read_hours(const BodyReader& body) {
  Hours hours;
  hours.known = body.yes("known");
  hours.text = body.text("text");
  if (const json* week = body.find("week"); week != nullptr) {
    if (!week->is_array() || week->size() != hours.week.size()) body.refuse("week", "应有七天", "not seven days");
    for (std::size_t i = 0; i < hours.week.size(); ++i) hours.week[i] = read_spans(body, "week", (*week)[i]);
  }
  for (const BodyReader& special : body.parts("special")) {
    const json* spans = special.find("spans");
    SpecialDay day{.day = special.day("day"), .spans = {}};
    if (spans != nullptr) day.spans = read_spans(special, "spans", *spans);
    hours.special.push_back(std::move(day));
  }
  return hours;
}

Offer read_offer(const BodyReader& body) {
  Offer offer;
  offer.kind = body.word("kind", OfferKind::Other);
  offer.pay_percent = body.number("pay_percent", 0);
  offer.amount_fen = body.long_number("amount_fen", 0);
  offer.from_fen = body.long_number("from_fen", 0);
  offer.title = body.text("title");
  offer.title_english = body.text("title_english");
  offer.proof_line = body.text("proof_line");
  offer.who = body.word_list<Who>("who");
  offer.proofs = body.word_list<Proof>("proofs");
  offer.cards = body.word("cards", Cards::LocalOnly);
  offer.conditions = body.text("conditions");
  const BodyReader validity = body.part("validity");
  offer.validity = {validity.optional_day("from"), validity.optional_day("until")};
  return offer;
}

std::optional<std::uint32_t> colour_from(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  std::uint32_t colour = 0;
  for (const char c : text.substr(1)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    colour = colour * 16 + static_cast<std::uint32_t>(digit);
  }
  return colour;
}

}  // namespace content
