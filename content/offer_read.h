// The steps by which offer_text.h understands one piece of an offer. Texts are half-width and without blanks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/model.h"

namespace content::offers {

// What a piece of text is worth: 九折, 满100减20, 免费…; nullopt when it names nothing.
struct Worth {
  OfferKind kind = OfferKind::Other;
  int pay_percent = 0;
  std::int64_t amount_fen = 0;
  std::int64_t from_fen = 0;
  int from_percent = 0;   // 五折起: kind stays Other
  std::size_t begin = 0;  // where the words of the worth begin in the text
  std::size_t end = 0;    // and end
};
std::optional<Worth> read_worth(std::string_view text);

// 39.8 → 3980; nullopt when the text is not a plain amount.
std::optional<std::int64_t> read_fen(std::string_view text);

// Everyone and every proof that the text names, in the enum's order.
std::vector<Who> find_who(std::string_view text);
std::vector<Proof> find_proofs(std::string_view text);
std::optional<Cards> find_cards(std::string_view text);
// The text without the words that find_who() finds.
std::string without_who(std::string_view text);

// 凭优待证, 持军人证, 出示光荣牌: the part of the text, up to `limit`, that says what to show; empty when none.
std::string_view find_proof_phrase(std::string_view text, std::size_t limit);

}  // namespace content::offers
