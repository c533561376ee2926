// Offers under a clerk's hands: a sentence becomes an offer, a title is measured against the red plate. No drawing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/model.h"

namespace admin {

inline constexpr std::size_t kPlateAdvised = 6;   // characters; in large type these still stand in one line
inline constexpr std::size_t kPlateLimit = 8;

enum class PlateFit { Empty, Good, Tight, TooLong };
PlateFit plate_fit(std::string_view title);
std::size_t over_by(std::string_view title);      // characters too many
// A title that says the same and fits, made from what the words mean; nullopt: none is known.
std::optional<std::string> shorter_title(const content::Offer& offer);

// "持优待证九折，烟酒除外"; nullopt: nothing is written. `understood` is false where it stays words.
struct TypedOffer {
  content::Offer offer;
  bool understood = false;
};
std::optional<TypedOffer> read_typed_offer(std::string_view typed);

// The title was written: kind and numbers follow where the words say them plainly and nothing else was set.
void follow_title(content::Offer& offer);
// Kind or numbers were changed: those of other kinds go, and a title that only said such numbers says the new ones.
void follow_worth(content::Offer& offer);
// The proofs were changed: a line on the plate that only named the old ones names the new ones.
void follow_proofs(content::Offer& offer, const content::Offer& before);
// "全单八折", "满100减20"; empty for kinds without numbers.
std::string worth_title(const content::Offer& offer);
// "凭优待证", "凭优待证或军人证"; empty without proofs.
std::string proof_words(const content::Offer& offer);

}  // namespace admin
