#include "content/offer_text.h"

#include <algorithm>
#include <array>

#include "content/days.h"
#include "content/offer_read.h"
#include "content/utf8.h"
#include "content/words.h"

namespace content {
namespace {

using offers::Worth;

constexpr std::size_t kTitleChars = 8;

std::string compact(std::string_view text) { return without_blanks(fold_width(text)); }

void join(std::string& text, std::string_view more) {
  if (more.empty()) return;
  if (!text.empty()) text += "；";
  text += more;
}

// "谁:军人" → "军人" when one of the labels leads; nullopt otherwise.
template <std::size_t N>
std::optional<std::string> after_label(std::string_view part, const std::array<std::string_view, N>& labels) {
  for (const std::string_view label : labels) {
    if (!part.starts_with(label)) continue;
    std::string_view rest = part.substr(label.size());
    for (const std::string_view colon : {std::string_view(":"), std::string_view("：")}) {
      if (rest.starts_with(colon)) return trim(rest.substr(colon.size()));
    }
  }
  return std::nullopt;
}

// 2024-02-18 至 2027-02-17 · 2024-02-18 起 · 至 2027-02-17
std::optional<Validity> read_dates(std::string_view part) {
  std::string text = compact(part);
  for (const std::string_view prefix : {std::string_view("有效期:"), std::string_view("有效期")}) {
    if (text.starts_with(prefix)) text.erase(0, prefix.size());
  }
  constexpr std::string_view kTo = "至";
  if (text.ends_with("止")) text.erase(text.size() - std::string_view("止").size());
  if (text.ends_with("起")) {
    const auto from = read_day(text.substr(0, text.size() - std::string_view("起").size()));
    return from ? std::optional(Validity{.from = from, .until = {}}) : std::nullopt;
  }
  const std::size_t to = text.find(kTo);
  if (to == std::string::npos) return std::nullopt;
  const auto from = read_day(text.substr(0, to));
  const auto until = read_day(text.substr(to + kTo.size()));
  if (!until || (to != 0 && !from)) return std::nullopt;
  return Validity{.from = from, .until = until};
}

// Takes （…） out of the text; what stood inside goes to `inside`.
std::string without_brackets(std::string text, std::string& inside) {
  while (true) {
    const std::size_t open = text.find('(');
    const std::size_t close = open == std::string::npos ? open : text.find(')', open);
    if (close == std::string::npos) return text;
    join(inside, text.substr(open + 1, close - open - 1));
    text.erase(open, close - open + 1);
  }
}

std::string without_lead(std::string text) {
  constexpr std::array<std::string_view, 9> kLeads{"可享受", "即可享受", "享受", "即可享", "可享",
                                                   "即享",   "享",       "等",   ":"};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view lead : kLeads) {
      if (!text.starts_with(lead) || text.size() == lead.size()) continue;
      text.erase(0, lead.size());
      found = true;
    }
  }
  return text;
}

// Nothing but the discount itself: 打8折, 八折优惠.
bool is_bare_discount(std::string text, const Worth& worth) {
  text.erase(worth.begin, worth.end - worth.begin);
  for (const std::string_view filler : {"打", "优惠", "的", "均", "一律", "凭证", "享受", "享", "价格"})
    text = replace_all(std::move(text), filler, "");
  return text.empty();
}

std::string yuan_text(std::int64_t fen) {
  std::string text = std::to_string(fen / 100);
  if (fen % 100 != 0) text += (fen % 100 < 10 ? ".0" : ".") + std::to_string(fen % 100);
  return text;
}

// 满200减30
std::string amount_off_words(const Worth& worth) {
  return (worth.from_fen > 0 ? "满" + yuan_text(worth.from_fen) : "立") + "减" + yuan_text(worth.amount_fen);
}

// One clause of free text: 持军人证八五折.
class ClauseReader {
 public:
  explicit ClauseReader(ReadOffer& read) : read_(&read) {}

  // True when the clause says what the offer is worth.
  bool read(const std::string& clause) {
    Offer& offer = read_->offer;
    const auto first = offers::read_worth(clause);
    const std::string phrase(offers::find_proof_phrase(clause, first ? first->begin : clause.size()));
    std::string rest = clause;
    if (!phrase.empty()) {
      if (offer.proof_line.empty()) offer.proof_line = phrase;
      rest = without_lead(clause.substr(0, clause.find(phrase)) + clause.substr(clause.find(phrase) + phrase.size()));
    }
    who_text += rest + ",";
    const auto worth = offers::read_worth(rest);
    if (!worth) {
      join(leftover, rest);
      return false;
    }
    take_worth(rest, *worth);
    return true;
  }

  std::string leftover;  // clauses without a worth
  std::string who_text;  // what may name people

 private:
  void take_worth(const std::string& rest, const Worth& worth) {
    Offer& offer = read_->offer;
    offer.kind = worth.kind;
    offer.pay_percent = worth.pay_percent;
    offer.amount_fen = worth.amount_fen;
    offer.from_fen = worth.from_fen;
    read_->from_percent = worth.from_percent;
    read_->understood = worth.kind != OfferKind::Other;
    const std::string bare = offers::without_who(rest);
    const auto again = offers::read_worth(bare);
    if (worth.kind == OfferKind::PayRatio && again && is_bare_discount(bare, *again)) {
      offer.title = discount_words_zh(worth.pay_percent);
      return;
    }
    if (count_chars(rest) <= kTitleChars || (worth.kind != OfferKind::PayRatio && worth.kind != OfferKind::AmountOff)) {
      offer.title = rest;
      return;
    }
    offer.title = worth.kind == OfferKind::PayRatio ? discount_words_zh(worth.pay_percent) : amount_off_words(worth);
    if (worth.begin != 0 || worth.end != rest.size()) join(leftover, rest);
  }

  ReadOffer* read_;
};

// The first part of a line, or all of it.
void read_title_part(std::string_view part, ReadOffer& read) {
  Offer& offer = read.offer;
  std::string inside;
  const std::string text = without_brackets(compact(part), inside);
  ClauseReader reader(read);
  bool worth_found = false;
  for (const std::string& clause : split_any(text, {";", ",", "。", "，", "；"})) {
    if (worth_found) {
      join(reader.leftover, clause);
      reader.who_text += clause;
    } else {
      worth_found = reader.read(clause);
    }
  }
  if (!worth_found) {
    offer.title = trim(part);
    if (!offer.proof_line.empty() && !reader.leftover.empty()) offer.title = reader.leftover;
  } else {
    join(offer.conditions, inside);
    join(offer.conditions, reader.leftover);
  }
  offer.who = offers::find_who(reader.who_text);
  offer.proofs = offers::find_proofs(offer.proof_line);
  if (offer.who.empty() && std::ranges::find(offer.proofs, Proof::BenefitCard) != offer.proofs.end())
    offer.who.push_back(Who::CardHolder);
  if (offer.who.empty() && std::ranges::find(offer.proofs, Proof::ServiceCard) != offer.proofs.end())
    offer.who.push_back(Who::Serving);
  if (const auto cards = offers::find_cards(text)) offer.cards = *cards;
}

// 折扣：80 · 类别：赠送 · 减：20 · 满：100 · 标题：… · 英文：…; false when the part is none of these.
bool read_plain_fact(const std::string& part, ReadOffer& read) {
  Offer& offer = read.offer;
  const std::string folded = compact(part);
  if (const auto value = after_label(folded, std::array<std::string_view, 3>{"折扣", "付款比例", "实付"})) {
    const auto fen = offers::read_fen(value->ends_with('%') ? value->substr(0, value->size() - 1) : *value);
    if (!fen || *fen % 100 != 0) return false;
    offer.kind = OfferKind::PayRatio;
    offer.pay_percent = static_cast<int>(*fen / 100);
  } else if (const auto off = after_label(folded, std::array<std::string_view, 1>{"减"})) {
    const auto fen = offers::read_fen(*off);
    if (!fen) return false;
    offer.kind = OfferKind::AmountOff;
    offer.amount_fen = *fen;
  } else if (const auto reach = after_label(folded, std::array<std::string_view, 1>{"满"})) {
    const auto fen = offers::read_fen(*reach);
    if (!fen) return false;
    offer.from_fen = *fen;
  } else if (const auto word = after_label(folded, std::array<std::string_view, 2>{"类别", "方式"})) {
    const auto known = std::ranges::find(kOfferKindWords, *word, &EnumWord::zh);
    if (known == kOfferKindWords.end()) return false;
    offer.kind = static_cast<OfferKind>(known - kOfferKindWords.begin());
    if (offer.kind != OfferKind::PayRatio) offer.pay_percent = 0;
    if (offer.kind != OfferKind::AmountOff) offer.amount_fen = offer.from_fen = 0;
  } else if (const auto title = after_label(part, std::array<std::string_view, 1>{"标题"})) {
    offer.title = *title;
    return true;
  } else if (const auto english = after_label(part, std::array<std::string_view, 3>{"英文", "English", "EN"})) {
    offer.title_english = *english;
    return true;
  } else {
    return false;
  }
  read.understood = true;
  return true;
}

void read_further_part(const std::string& part, ReadOffer& read) {
  Offer& offer = read.offer;
  const std::string folded = compact(part);
  if (const auto who = after_label(part, std::array<std::string_view, 4>{"谁", "对象", "适用对象", "适用人群"})) {
    offer.who = offers::find_who(compact(*who));
  } else if (const auto proofs = after_label(part, std::array<std::string_view, 2>{"证件", "证"})) {
    offer.proofs = offers::find_proofs(compact(*proofs));
  } else if (const auto line = after_label(part, std::array<std::string_view, 1>{"凭证"})) {
    offer.proof_line = *line;
  } else if (const auto conditions = after_label(part, std::array<std::string_view, 3>{"条件", "说明", "备注"})) {
    join(offer.conditions, *conditions);
  } else if (const auto dates = read_dates(part)) {
    offer.validity = *dates;
  } else if (const auto cards = offers::find_cards(folded)) {
    offer.cards = *cards;
  } else if (folded.starts_with("凭") || folded.starts_with("持") || folded.starts_with("出示")) {
    offer.proof_line = part;
    if (offer.proofs.empty()) offer.proofs = offers::find_proofs(folded);
  } else if (!read_plain_fact(part, read)) {
    join(offer.conditions, part);
  }
}

// A part's text may hold neither the mark between parts nor a line's end.
std::string as_part(std::string text) { return replace_all(replace_all(std::move(text), "|", "/"), "\n", " "); }

}  // namespace

ReadOffer read_offer_text(std::string_view line) {
  ReadOffer read;
  const std::vector<std::string> parts = split_any(line, {"|", "｜"});
  if (parts.empty()) return read;
  read_title_part(parts.front(), read);
  for (std::size_t i = 1; i < parts.size(); ++i) read_further_part(parts[i], read);
  return read;
}

std::vector<ReadOffer> read_offers_text(std::string_view text) {
  std::vector<ReadOffer> offers;
  for (const std::string& line : split_any(text, {"\n", "\r"})) offers.push_back(read_offer_text(line));
  return offers;
}

std::string offer_line(const Offer& offer) {
  const Offer bare = read_offer_text(as_part(offer.title)).offer;
  std::string line = as_part(offer.title.empty() ? std::string(word_of(offer.kind).zh) : offer.title);
  const auto add = [&line](const std::string& part) { line += " | " + part; };
  if (bare.title != offer.title) add("标题：" + as_part(offer.title));
  if (bare.kind != offer.kind) add("类别：" + std::string(word_of(offer.kind).zh));
  if (offer.kind == OfferKind::PayRatio && bare.pay_percent != offer.pay_percent)
    add("折扣：" + std::to_string(offer.pay_percent));
  if (offer.kind == OfferKind::AmountOff &&
      (bare.kind != offer.kind || bare.amount_fen != offer.amount_fen || bare.from_fen != offer.from_fen)) {
    add("减：" + yuan_text(offer.amount_fen));
    add("满：" + yuan_text(offer.from_fen));
  }
  if (!offer.title_english.empty()) add("英文：" + as_part(offer.title_english));
  const std::string proof = as_part(offer.proof_line);
  const bool speaks = proof.starts_with("凭") || proof.starts_with("持") || proof.starts_with("出示");
  if (!proof.empty()) add(speaks && !offers::find_cards(compact(proof)) ? proof : "凭证：" + proof);
  if (!offer.who.empty() || !bare.who.empty()) add("谁：" + who_words_zh(offer.who));
  if (!offer.proofs.empty() || !offers::find_proofs(compact(proof)).empty()) add("证：" + proof_words_zh(offer.proofs));
  if (offer.cards == Cards::AnyProvince) add("外省可用");
  if (!offer.conditions.empty()) add("条件：" + as_part(offer.conditions));
  const auto& [from, until] = offer.validity;
  if (from && until)
    add(day_to_iso(*from) + " 至 " + day_to_iso(*until));
  else if (from)
    add(day_to_iso(*from) + " 起");
  else if (until)
    add("至 " + day_to_iso(*until));
  return line;
}

}  // namespace content
