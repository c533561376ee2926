#include "kiosk/said.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "content/romanise.h"
#include "content/utf8.h"

namespace kiosk {
namespace {

bool in_english(const Texts& texts) { return texts.language() == ui::Language::English; }

// The Chinese fonts draw curved quotation marks a whole character wide; English words have straight ones.
std::string straight_marks(std::string text) {
  constexpr std::array<std::pair<std::string_view, char>, 4> kMarks{{{"‘", '\''}, {"’", '\''}, {"“", '"'}, {"”", '"'}}};
  for (const auto& [curved, straight] : kMarks) {
    for (auto at = text.find(curved); at != std::string::npos; at = text.find(curved, at + 1)) text.replace(at, curved.size(), 1, straight);
  }
  return text;
}

std::string english_of(const content::Common& record, std::string_view field) {
  const auto found = record.english.find(field);
  return found == record.english.end() ? std::string() : straight_marks(found->second);
}

// Digits, letters and signs alone need no mark: 12, A3, 5550 0100.
bool has_chinese(std::string_view text) {
  constexpr unsigned char kFirstHanLead = 0xE3;  // U+3000 and above, as UTF-8 begins them
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= kFirstHanLead; });
}

Said marked(std::string_view chinese) { return {std::string(chinese), has_chinese(chinese)}; }

// 3980 → "39.80", 3000 → "30"
std::string yuan(std::int64_t fen) {
  std::array<char, 32> text{};
  if (fen % 100 == 0) {
    std::snprintf(text.data(), text.size(), "%lld", static_cast<long long>(fen / 100));
  } else {
    std::snprintf(text.data(), text.size(), "%.2f", static_cast<double>(fen) / 100.0);
  }
  return text.data();
}

std::string both(std::string_view name, const std::string& latin) {
  std::string text(name);
  return latin.empty() ? text : text + " " + latin;
}

}  // namespace

Said said(const content::Common& record, std::string_view field, std::string_view chinese, const Texts& texts) {
  if (!in_english(texts)) return {std::string(chinese), false};
  const std::string english = english_of(record, field);
  return english.empty() ? marked(chinese) : Said{english, false};
}

Said said_item(const content::Common& record, std::string_view field, std::size_t index, std::size_t count,
               std::string_view chinese, const Texts& texts) {
  if (!in_english(texts)) return {std::string(chinese), false};
  const std::vector<std::string> lines = content::split_any(english_of(record, field), {"\n"});
  return lines.size() == count && index < count ? Said{lines[index], false} : marked(chinese);
}

std::string said_name(const content::Common& record, std::string_view field, std::string_view name,
                      std::string_view given_pinyin, const Texts& texts) {
  if (!in_english(texts)) return std::string(name);
  const std::string english = english_of(record, field);
  return english.empty() ? both(name, texts.romaniser().name(name, given_pinyin)) : std::string(english);
}

std::string said_person(const content::Common& record, std::string_view field, std::string_view name,
                        std::string_view given_pinyin, const Texts& texts) {
  if (!in_english(texts)) return std::string(name);
  const std::string english = english_of(record, field);
  return english.empty() ? both(name, texts.romaniser().person(name, given_pinyin)) : std::string(english);
}

Said said_conditions(const content::Merchant& merchant, const content::Offer& offer, const Texts& texts) {
  if (offer.conditions.empty()) return {};
  std::size_t place = 0, count = 0;
  for (const content::Offer& other : merchant.offers) {
    if (&other == &offer) place = count;
    if (!other.conditions.empty()) ++count;
  }
  return said_item(merchant, "offers.conditions", place, count, offer.conditions, texts);
}

Said said_offer(const content::Offer& offer, const Texts& texts) {
  if (!in_english(texts)) return {offer.title, false};
  if (!offer.title_english.empty()) return {straight_marks(offer.title_english), false};
  switch (offer.kind) {
    case content::OfferKind::PayRatio:
      if (offer.pay_percent < 1 || offer.pay_percent > 99) break;
      return {texts.format("offer.percent_off", {std::to_string(100 - offer.pay_percent)}), false};
    case content::OfferKind::AmountOff:
      if (offer.amount_fen <= 0) break;
      if (offer.from_fen <= 0) return {texts.format("offer.amount_off", {yuan(offer.amount_fen)}), false};
      return {texts.format("offer.amount_off_from", {yuan(offer.amount_fen), yuan(offer.from_fen)}), false};
    case content::OfferKind::Free: return {std::string(texts("offer.free")), false};
    case content::OfferKind::Gift: return {std::string(texts("offer.gift")), false};
    case content::OfferKind::Priority: return {std::string(texts("offer.priority")), false};
    case content::OfferKind::Other: break;
  }
  return marked(offer.title);
}

}  // namespace kiosk
