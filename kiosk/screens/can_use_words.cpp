// What is said of an offer, before it is laid out.
#include <algorithm>
#include <string_view>
#include <vector>

#include "content/offer_text.h"
#include "content/words.h"
#include "kiosk/merchant_words.h"
#include "kiosk/nearby.h"
#include "kiosk/said.h"
#include "kiosk/screens/can_use_detail.h"

namespace kiosk {
namespace {

using content::Proof;

std::string_view proof_word(Proof proof, bool english) {
  const content::EnumWord& word = content::kProofWords[static_cast<std::size_t>(proof)];
  return english ? word.en : word.zh;
}

void tell_proof(OfferDetail& detail, const Context& context, const UsableOffer& usable, bool other_province) {
  const Texts& texts = context.texts;
  const bool english = texts.language() == ui::Language::English;
  detail.proof_lead = texts("can_use.show");
  if (!usable.proof) {
    detail.proof = texts("can_use.any_proof");
    return;
  }
  detail.proof_card = proof_word(*usable.proof, english);
  detail.proof = detail.proof_card;
  if (english) detail.proof.append("\n").append(proof_word(*usable.proof, false));
  std::vector<Proof> others;
  for (const Proof proof : usable.offer->proofs) {
    const bool card = proof == Proof::BenefitCard && other_province && usable.offer->cards == content::Cards::LocalOnly;
    if (proof != *usable.proof && !card) others.push_back(proof);
  }
  if (others.empty()) return;
  detail.proof_more = texts.format("can_use.also", {english ? content::proof_words_en(others) : content::proof_words_zh(others)});
}

}  // namespace

OfferDetail make_detail(const Context& context, const UsableOffer& usable, bool other_province) {
  const Texts& texts = context.texts;
  const content::Merchant& merchant = *usable.merchant;
  OfferDetail detail;
  const std::string name = said_name(merchant, "name", merchant.name, merchant.pinyin, texts);
  detail.touch = texts.format("can_use.see_shop", {name});
  detail.shop = detail.shop_name = name;
  if (!merchant.category.empty()) {
    detail.shop = texts.format("home.place", {name, said_name(merchant, "category", merchant.category, {}, texts)});
  }
  const Said offer = said_offer(*usable.offer, texts);
  detail.offer = offer.text;
  detail.offer_chinese = offer.chinese;
  const bool asks_card = std::ranges::find(usable.offer->proofs, Proof::BenefitCard) != usable.offer->proofs.end();
  if (asks_card) {
    detail.cards = texts(usable.offer->cards == content::Cards::AnyProvince ? "can_use.any_province" : "can_use.local_only");
  }
  tell_proof(detail, context, usable, other_province);
  detail.hours = open_words(usable.open, context.now, texts);
  detail.open = usable.open.state == content::OpenState::State::Open;
  detail.way = way_words(context.place, merchant, texts);
  if (detail.way.empty()) {
    const Said address = said(merchant, "address", merchant.address, texts);
    detail.way = address.text;
    detail.way_chinese = address.chinese;
  }
  const Said conditions = said_conditions(merchant, *usable.offer, texts);
  detail.conditions = conditions.text;
  detail.conditions_chinese = conditions.chinese;
  detail.phone = merchant.phone;
  return detail;
}

}  // namespace kiosk
