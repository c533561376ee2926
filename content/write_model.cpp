#include "content/write_model.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "content/days.h"
#include "content/words.h"

namespace content {
namespace {

using nlohmann::json;

// A float as the shortest decimal that reads back to it: 0.0714, not 0.07140000164508820.
double plain(float value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.7g", static_cast<double>(value));
  return std::strtod(text.data(), nullptr);
}

void put(json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

json spans_of(const std::vector<OpenSpan>& spans) {
  json list = json::array();
  for (const OpenSpan& span : spans) list.push_back({{"from", span.from}, {"to", span.to}});
  return list;
}

template <typename Enum>
json words_list(const std::vector<Enum>& values) {
  json list = json::array();
  for (const Enum value : values) list.push_back(word_of(value).value);
  return list;
}

template <typename T, typename Writer>
json list_of(const std::vector<T>& items, Writer writer) {
  json list = json::array();
  for (const T& item : items) list.push_back(writer(item));
  return list;
}

}  // namespace

json write_hours(const Hours& hours) {
  json object = json::object();
  put(object, "text", hours.text);
  if (!hours.known) return object;
  object["known"] = true;
  object["week"] = json::array();
  for (const auto& spans : hours.week) object["week"].push_back(spans_of(spans));
  for (const SpecialDay& special : hours.special) {
    object["special"].push_back({{"day", day_to_iso(special.day)}, {"spans", spans_of(special.spans)}});
  }
  return object;
}

json write_offer(const Offer& offer) {
  json object = {{"kind", word_of(offer.kind).value}, {"cards", word_of(offer.cards).value}};
  if (offer.pay_percent != 0) object["pay_percent"] = offer.pay_percent;
  if (offer.amount_fen != 0) object["amount_fen"] = offer.amount_fen;
  if (offer.from_fen != 0) object["from_fen"] = offer.from_fen;
  put(object, "title", offer.title);
  put(object, "title_english", offer.title_english);
  put(object, "proof_line", offer.proof_line);
  if (!offer.who.empty()) object["who"] = words_list(offer.who);
  if (!offer.proofs.empty()) object["proofs"] = words_list(offer.proofs);
  put(object, "conditions", offer.conditions);
  if (offer.validity.from) object["validity"]["from"] = day_to_iso(*offer.validity.from);
  if (offer.validity.until) object["validity"]["until"] = day_to_iso(*offer.validity.until);
  return object;
}

json write_offers(const std::vector<Offer>& offers) { return list_of(offers, write_offer); }

json write_honours(const std::vector<Honour>& honours) {
  return list_of(honours, [](const Honour& honour) {
    json object = {{"text", honour.text}};
    if (honour.year != 0) object["year"] = honour.year;
    return object;
  });
}

json write_outlets(const std::vector<Outlet>& outlets) {
  return list_of(outlets, [](const Outlet& outlet) {
    json object = {{"icon", outlet.icon}, {"text", outlet.text}};
    put(object, "merchant", outlet.merchant.text);
    return object;
  });
}

json write_labels(const std::vector<MapLabel>& labels) {
  return list_of(labels, [](const MapLabel& label) {
    json object = {{"text", label.text}, {"x", plain(label.x)}, {"y", plain(label.y)}, {"role", label.role}};
    if (label.angle_deg != 0.0F) object["angle_deg"] = plain(label.angle_deg);
    return object;
  });
}

std::string colour_text(std::uint32_t colour) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "#%06X", static_cast<unsigned>(colour & 0xFFFFFFU));
  return text.data();
}

}  // namespace content
