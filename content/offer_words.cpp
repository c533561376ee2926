// Discounts, people and proofs in words.
#include <array>

#include "content/offer_text.h"
#include "content/words.h"

namespace content {
namespace {

template <typename Enum>
std::string joined_words(const std::vector<Enum>& values, std::string_view EnumWord::*language,
                         std::string_view comma) {
  std::string text;
  for (const Enum value : values)
    text += (text.empty() ? "" : std::string(comma)) + std::string(word_of(value).*language);
  return text;
}

}  // namespace

std::string discount_words_zh(int pay_percent) {
  constexpr std::array<std::string_view, 10> kDigits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (pay_percent < 1 || pay_percent > 99) return {};
  const auto digit = [&](int value) { return std::string(kDigits.at(static_cast<std::size_t>(value))); };
  return digit(pay_percent / 10) + (pay_percent % 10 == 0 ? "" : digit(pay_percent % 10)) + "折";
}

std::string who_words_zh(const std::vector<Who>& who) { return joined_words(who, &EnumWord::zh, "、"); }
std::string who_words_en(const std::vector<Who>& who) { return joined_words(who, &EnumWord::en, ", "); }
std::string proof_words_zh(const std::vector<Proof>& proofs) { return joined_words(proofs, &EnumWord::zh, "、"); }
std::string proof_words_en(const std::vector<Proof>& proofs) { return joined_words(proofs, &EnumWord::en, ", "); }

}  // namespace content
