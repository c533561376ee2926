#include "admin/workspace/offer_edit.h"

#include <array>

#include "admin/workspace/typed_values.h"
#include "content/offer_text.h"
#include "content/utf8.h"
#include "content/words.h"

namespace admin {

namespace {

using content::Offer;
using content::OfferKind;

bool has_number(const Offer& offer) { return offer.pay_percent != 0 || offer.amount_fen != 0 || offer.from_fen != 0; }

// "全单八折", "八折", "满100减20": nothing but a kind and its numbers; or nothing at all.
bool says_worth_alone(std::string_view title) {
  if (content::trim(title).empty()) return true;
  const Offer meant = content::read_offer_text(title).offer;
  return title == worth_title(meant) || (meant.pay_percent > 0 && title == content::discount_words_zh(meant.pay_percent));
}

}  // namespace

PlateFit plate_fit(std::string_view title) {
  const std::size_t count = content::count_chars(content::trim(title));
  if (count == 0) return PlateFit::Empty;
  return count <= kPlateAdvised ? PlateFit::Good : count <= kPlateLimit ? PlateFit::Tight : PlateFit::TooLong;
}

std::size_t over_by(std::string_view title) {
  const std::size_t count = content::count_chars(content::trim(title));
  return count > kPlateLimit ? count - kPlateLimit : 0;
}

std::string worth_title(const Offer& offer) {
  if (offer.kind == OfferKind::PayRatio && offer.pay_percent > 0 && offer.pay_percent < 100) return "全单" + content::discount_words_zh(offer.pay_percent);
  if (offer.kind != OfferKind::AmountOff || offer.amount_fen <= 0) return {};
  if (offer.from_fen > 0) return "满" + money_words(offer.from_fen) + "减" + money_words(offer.amount_fen);
  return "立减" + money_words(offer.amount_fen) + "元";
}

std::string proof_words(const Offer& offer) {
  std::string words;
  for (std::size_t i = 0; i < offer.proofs.size(); ++i) {
    const bool last = i + 1 == offer.proofs.size();
    words += i == 0 ? "凭" : last ? "或" : "、";
    words += content::word_of(offer.proofs[i]).zh;
  }
  return words;
}

std::optional<std::string> shorter_title(const Offer& offer) {
  const std::string worth = worth_title(offer);
  const Offer meant = content::read_offer_text(offer.title).offer;
  for (const std::string& title : {worth, meant.title, worth_title(meant)}) {
    const PlateFit fit = plate_fit(title);
    if (title != offer.title && (fit == PlateFit::Good || fit == PlateFit::Tight)) return title;
  }
  return std::nullopt;
}

std::optional<TypedOffer> read_typed_offer(std::string_view typed) {
  if (content::trim(typed).empty()) return std::nullopt;
  const content::ReadOffer read = content::read_offer_text(typed);
  TypedOffer result{read.offer, read.understood};
  if (result.offer.proof_line.empty()) result.offer.proof_line = proof_words(result.offer);
  return result;
}

void follow_title(Offer& offer) {
  if (has_number(offer) && offer.kind != OfferKind::Other) return;
  const content::ReadOffer read = content::read_offer_text(offer.title);
  if (!read.understood) return;
  offer.kind = read.offer.kind;
  offer.pay_percent = read.offer.pay_percent;
  offer.amount_fen = read.offer.amount_fen;
  offer.from_fen = read.offer.from_fen;
}

void follow_worth(Offer& offer) {
  if (offer.kind != OfferKind::PayRatio) offer.pay_percent = 0;
  if (offer.kind != OfferKind::AmountOff) offer.amount_fen = offer.from_fen = 0;
  const std::string title = worth_title(offer);
  if (!title.empty() && says_worth_alone(offer.title)) offer.title = title;
}

void follow_proofs(Offer& offer, const Offer& before) {
  if (offer.proof_line.empty() || offer.proof_line == proof_words(before)) offer.proof_line = proof_words(offer);
}

}  // namespace admin
