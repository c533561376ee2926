// Offers: words ⇄ Offer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/model.h"

namespace content {

struct ReadOffer {
  Offer offer;
  bool understood = false;  // false: kept as text under OfferKind::Other, for a person to look at
  int from_percent = 0;     // 五折起: the lowest pay-ratio that the words promise, though the offer is kept as text
};

// One offer in one line: 全单八折 | 凭优待证 | 谁：现役军人、退役军人 | 证：优待证 | 外省可用 | 条件：烟酒除外 |
// 2024-02-18 至 2027-02-17 | 英文：20% off, or free text such as 持军人证八五折（烟酒除外）. Never fails: what it cannot read stays as
// text.
ReadOffer read_offer_text(std::string_view line);

// One offer a line; empty lines are skipped.
std::vector<ReadOffer> read_offers_text(std::string_view text);

// The line that read_offer_text() reads back to the same offer.
std::string offer_line(const Offer& offer);

// 80 → 八折, 85 → 八五折, 50 → 五折. Range 1–99; else empty.
std::string discount_words_zh(int pay_percent);

// The words of `who` and `proofs`, joined by 、 or ", ".
std::string who_words_zh(const std::vector<Who>& who);
std::string who_words_en(const std::vector<Who>& who);
std::string proof_words_zh(const std::vector<Proof>& proofs);
std::string proof_words_en(const std::vector<Proof>& proofs);

}  // namespace content
