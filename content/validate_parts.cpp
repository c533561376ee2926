#include "content/validate_parts.h"

#include <algorithm>
#include <array>

#include "content/days.h"
#include "content/error.h"
#include "content/read_body.h"
#include "content/read_model.h"
#include "content/utf8.h"

namespace content {
namespace {

using nlohmann::json;

constexpr std::size_t kShownValueChars = 24;
constexpr std::size_t kOfferTitleChars = 8;
constexpr std::size_t kOfferEnglishChars = 40;
constexpr std::size_t kOfferLineChars = 60;
constexpr int kMaxPercent = 99;

constexpr std::array<std::string_view, 4> kOutletIcons{"shop", "calendar", "phone", "truck"};
constexpr std::array<std::string_view, 6> kLabelRoles{"street", "road", "place", "park", "water", "landmark"};

// Adds a problem about one member of one entry: offers[2].title.
class Entry {
 public:
  Entry(Findings& findings, const Field& field, std::size_t place)
      : findings_(&findings), field_(&field), place_(place) {}

  void add(Fault fault, std::string_view member, Text name, const std::string& value, Text reason, Text advice) const {
    const std::string key = std::string(field_->key) + "[" + std::to_string(place_) + "]." + std::string(member);
    const std::string number = std::to_string(place_ + 1);
    const Text label{std::string(field_->zh) + "第 " + number + " 条的" + name.zh,
                     std::string(field_->en) + " " + number + ", " + name.en};
    findings_->add_at(fault, key, label, value, std::move(reason), std::move(advice));
  }
  void too_long(std::string_view member, Text name, const std::string& text, std::size_t most) const {
    if (count_chars(text) <= most) return;
    const std::string limit = std::to_string(most);
    add(Fault::TooLong, member, std::move(name), text,
        {"最多 " + limit + " 个字", "has more than " + limit + " characters"}, {"请缩短", "shorten it"});
  }
  void missing(std::string_view member, Text name) const {
    add(Fault::Missing, member, std::move(name), "", {"没有填", "is missing"}, {"请填上", "fill it in"});
  }

 private:
  Findings* findings_;
  const Field* field_;
  std::size_t place_;
};

template <typename T>
bool in_order(const std::vector<T>& values) {
  return std::ranges::adjacent_find(values, [](T a, T b) { return a >= b; }) == values.end();
}

void check_worth(const Entry& entry, const Offer& offer) {
  if (offer.kind == OfferKind::PayRatio && (offer.pay_percent < 1 || offer.pay_percent > kMaxPercent)) {
    entry.add(Fault::OutOfRange, "pay_percent", {"付款比例", "pay ratio"}, std::to_string(offer.pay_percent),
              {"应在 1–99 之间", "must be within 1–99"}, {"八五折请写 85", "20% off is written 80"});
  }
  if (offer.kind == OfferKind::AmountOff && offer.amount_fen <= 0) {
    entry.add(Fault::OutOfRange, "amount_fen", {"减免金额", "amount off"}, std::to_string(offer.amount_fen),
              {"应大于 0", "must be more than nothing"}, {"请写减多少", "say how much is taken off"});
  }
  if (offer.kind == OfferKind::AmountOff && offer.from_fen != 0 && offer.from_fen < offer.amount_fen) {
    entry.add(Fault::Conflict, "from_fen", {"满减门槛", "amount to reach"}, std::to_string(offer.from_fen),
              {"比减免的还少", "is less than what is taken off"}, {"请改正", "correct it"});
  }
}

void check_offer(const Entry& entry, const Offer& offer) {
  if (trim(offer.title).empty()) entry.missing("title", {"标题", "title"});
  entry.too_long("title", {"标题", "title"}, offer.title, kOfferTitleChars);
  entry.too_long("title_english", {"英文标题", "English title"}, offer.title_english, kOfferEnglishChars);
  entry.too_long("proof_line", {"凭证", "proof line"}, offer.proof_line, kOfferLineChars);
  entry.too_long("conditions", {"条件", "conditions"}, offer.conditions, kOfferLineChars);
  check_worth(entry, offer);
  if (!in_order(offer.who)) {
    entry.add(Fault::Conflict, "who", {"谁", "who"}, "", {"有重复或次序不对", "are doubled or out of order"},
              {"请重新选", "choose again"});
  }
  if (!in_order(offer.proofs)) {
    entry.add(Fault::Conflict, "proofs", {"证", "proofs"}, "", {"有重复或次序不对", "are doubled or out of order"},
              {"请重新选", "choose again"});
  }
  if (offer.validity.from && offer.validity.until && *offer.validity.from > *offer.validity.until) {
    entry.add(Fault::WrongOrder, "validity", {"有效期", "dates"}, day_to_iso(*offer.validity.from),
              {"开始在结束之后", "begin after they end"}, {"请改正日期", "correct the dates"});
  }
}

void check_spans(Findings& findings, const Field& field, const std::vector<OpenSpan>& spans) {
  const auto overlap =
      std::ranges::adjacent_find(spans, [](const OpenSpan& a, const OpenSpan& b) { return b.from < a.to; });
  if (overlap == spans.end()) return;
  findings.add(Fault::WrongOrder, field, "",
               {"同一天的时段有重叠或次序不对", "has spans of one day that overlap or are out of order"},
               {"请改正时段", "correct the spans"});
}

void check_hours(Findings& findings, const Field& field, const json& value) {
  const Hours hours = read_hours(BodyReader(value, "hours."));
  for (const auto& spans : hours.week) check_spans(findings, field, spans);
  for (const SpecialDay& special : hours.special) check_spans(findings, field, special.spans);
}

void check_entries(Findings& findings, const Field& field, const json& value) {
  for (std::size_t i = 0; i < value.size(); ++i) {
    const Entry entry(findings, field, i);
    const BodyReader body(value[i], std::string(field.key) + "[" + std::to_string(i) + "].");
    if (field.type == FieldType::Offers) {
      check_offer(entry, read_offer(body));
      continue;
    }
    const std::string text = body.text("text");
    if (trim(text).empty()) entry.missing("text", {"文字", "text"});
    if (field.max_chars > 0) entry.too_long("text", {"文字", "text"}, text, static_cast<std::size_t>(field.max_chars));
    if (field.type == FieldType::Honours && (body.number("year", 0) < 0 || body.number("year", 0) > 2200)) {
      entry.add(Fault::OutOfRange, "year", {"年份", "year"}, std::to_string(body.number("year", 0)),
                {"不像年份", "does not look like a year"}, {"请改正", "correct it"});
    }
    if (field.type == FieldType::Outlets && std::ranges::find(kOutletIcons, body.text("icon")) == kOutletIcons.end()) {
      entry.add(Fault::UnknownWord, "icon", {"图标", "icon"}, body.text("icon"),
                {"没有这个图标", "is not one of the icons"},
                {"请用 shop、calendar、phone 或 truck", "use shop, calendar, phone or truck"});
    }
    if (field.type == FieldType::Outlets) body.record("merchant");
    if (field.type == FieldType::Labels) {
      const bool role = std::ranges::find(kLabelRoles, body.text("role")) != kLabelRoles.end();
      const float x = body.real("x", 0.0F);
      const float y = body.real("y", 0.0F);
      body.real("angle_deg", 0.0F);
      if (!role) {
        entry.add(
            Fault::UnknownWord, "role", {"用途", "role"}, body.text("role"),
            {"没有这种标注", "is not one of the roles"},
            {"请用 street、road、place、park、water 或 landmark", "use street, road, place, park, water or landmark"});
      }
      if (x < 0 || x > 1 || y < 0 || y > 1) {
        entry.add(Fault::OutOfRange, "x", {"位置", "place"}, "", {"应在 0–1 之间", "must lie within 0–1"},
                  {"请改正", "correct it"});
      }
    }
  }
}

std::optional<Day> day_at(const json& body, std::string_view key) {
  const json* value = value_at(body, key);
  return value != nullptr && value->is_string() ? day_from_iso(value->get_ref<const std::string&>()) : std::nullopt;
}

void check_order(Findings& findings, const KindSpec& spec, const json& body, std::string_view first,
                 std::string_view last) {
  const Field* early = spec.find_field(first);
  const Field* late = spec.find_field(last);
  if (early == nullptr || late == nullptr) return;
  const auto begin = day_at(body, first);
  const auto end = day_at(body, last);
  if (!begin || !end || *begin <= *end) return;
  findings.add(Fault::WrongOrder, *late, day_to_iso(*end),
               {"早于“" + std::string(early->zh) + "”" + day_to_iso(*begin),
                "is before " + std::string(early->en) + " " + day_to_iso(*begin)},
               {"请改正日期", "correct the dates"});
}

// `needed` must be there when `given` is.
void check_with(Findings& findings, const KindSpec& spec, const json& body, std::string_view given,
                std::string_view needed) {
  const Field* one = spec.find_field(given);
  const Field* other = spec.find_field(needed);
  if (one == nullptr || other == nullptr || value_at(body, given) == nullptr || value_at(body, needed) != nullptr)
    return;
  findings.add(Fault::Missing, *other, "",
               {"填了“" + std::string(one->zh) + "”就要填", "is needed together with " + std::string(one->en)},
               {"请填上，或把另一项也清空", "fill it in, or clear the other"});
}

}  // namespace

void Findings::add(Fault fault, const Field& field, const std::string& value, Text reason, Text advice) {
  add_at(fault, std::string(field.key), {std::string(field.zh), std::string(field.en)}, value, std::move(reason),
         std::move(advice));
}

void Findings::add_at(Fault fault, const std::string& key, Text label, const std::string& value, Text reason,
                      Text advice) {
  const std::string shown = count_chars(value) > kShownValueChars ? first_chars(value, kShownValueChars) + "…" : value;
  problems_.push_back({fault, key, std::move(label), shown, std::move(reason), std::move(advice)});
}

void Findings::wrong_type(const Field& field, const json& value, Text reason) {
  const std::string shown =
      value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, json::error_handler_t::replace);
  add(Fault::WrongType, field, shown, std::move(reason), {"请改正", "correct it"});
}

void check_part(Findings& findings, const Field& field, const json& value) {
  const bool object = field.type == FieldType::Hours;
  if (object ? !value.is_object() : !value.is_array()) {
    return findings.wrong_type(field, value,
                               {object ? "应是一个对象" : "应是列表", object ? "must be an object" : "must be a list"});
  }
  if (!object && field.count > 0 && value.size() > static_cast<std::size_t>(field.count)) {
    findings.add(
        Fault::OutOfRange, field, std::to_string(value.size()),
        {"最多 " + std::to_string(field.count) + " 项", "has more than " + std::to_string(field.count) + " entries"},
        {"请删去多余的", "remove some"});
  }
  try {
    if (object) {
      check_hours(findings, field, value);
    } else {
      check_entries(findings, field, value);
    }
  } catch (const Error&) {
    findings.wrong_type(field, value, {"里面有一项的类型不对", "holds an entry of the wrong type"});
  }
}

void check_together(Findings& findings, const KindSpec& spec, const json& body) {
  check_order(findings, spec, body, "valid_from", "valid_until");
  check_order(findings, spec, body, "first", "last");
  check_order(findings, spec, body, "pledge.signed_on", "pledge.until");
  check_with(findings, spec, body, "pledge.signed_on", "pledge.number");
  check_with(findings, spec, body, "pledge.verified_on", "pledge.verified_by");
  check_with(findings, spec, body, "map_x", "map_y");
  check_with(findings, spec, body, "map_y", "map_x");
  check_with(findings, spec, body, "longitude", "latitude");
  check_with(findings, spec, body, "latitude", "longitude");
  check_with(findings, spec, body, "feast", "feast_name");
  if (spec.kind == Kind::Poster && value_at(body, "landscape") == nullptr && value_at(body, "portrait") == nullptr) {
    findings.add(Fault::Missing, *spec.find_field("landscape"), "",
                 {"横版图和竖版图至少要有一张", "or a portrait picture is needed"},
                 {"请选一张图片", "choose a picture"});
  }
}

}  // namespace content
