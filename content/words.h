// The words of the model's enums: `value` is how a body spells it, zh and en are what people read and write. Each table
// is in the enum's order.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "content/model.h"

namespace content {

struct EnumWord {
  std::string_view value;
  std::string_view zh;
  std::string_view en;
};

inline constexpr std::array<EnumWord, 4> kArticleCategoryWords{{{"policy", "政策法规", "Policy"},
                                                                {"activity", "活动动态", "Activities"},
                                                                {"experience", "典型经验", "Experience"},
                                                                {"poster_film", "海报影像", "Posters and films"}}};

inline constexpr std::array<EnumWord, 7> kFigureCategoryWords{
    {{"supporter", "最美拥军人物", "Supporter of the military"},
     {"veteran", "模范退役军人", "Model veteran"},
     {"wife", "好军嫂", "Military wife"},
     {"mother", "兵妈妈", "Soldiers' mother"},
     {"soldier", "爱军精武标兵", "Exemplary soldier"},
     {"family", "情系国防好家庭", "National defence family"},
     {"martyr", "英烈", "Martyr"}}};

inline constexpr std::array<EnumWord, 6> kOfferKindWords{{{"pay_ratio", "打折", "Discount"},
                                                          {"amount_off", "满减", "Amount off"},
                                                          {"free", "免费", "Free"},
                                                          {"gift", "赠送", "Gift"},
                                                          {"priority", "优先", "Priority"},
                                                          {"other", "其他", "Other"}}};

inline constexpr std::array<EnumWord, 7> kWhoWords{
    {{"serving", "现役军人", "Serving soldiers"},
     {"veteran", "退役军人", "Veterans"},
     {"military_family", "军人家属", "Military families"},
     {"bereaved", "烈士、因公牺牲、病故军人遗属", "Bereaved military families"},
     {"disabled", "残疾军人", "Disabled soldiers"},
     {"card_holder", "优待证持有人", "Benefit card holders"},
     {"fire_rescue", "消防救援人员", "Fire and rescue staff"}}};

inline constexpr std::array<EnumWord, 7> kProofWords{{{"benefit_card", "优待证", "Benefit card"},
                                                      {"service_card", "军人证", "Military ID"},
                                                      {"honour_plaque", "光荣牌", "Plaque of honour"},
                                                      {"disability_card", "残疾军人证", "Disabled soldier's card"},
                                                      {"bereaved_card", "烈属证", "Bereaved family card"},
                                                      {"fire_rescue_card", "消防救援人员证", "Fire and rescue ID"},
                                                      {"family_proof", "军属证明", "Proof of military family"}}};

inline constexpr std::array<EnumWord, 2> kCardsWords{
    {{"local_only", "限本地优待证", "Local cards only"}, {"any_province", "外省可用", "Cards of every province"}}};

// The words of each enum, found by its type.
template <typename Enum>
std::span<const EnumWord> words_of();
template <>
inline std::span<const EnumWord> words_of<ArticleCategory>() {
  return kArticleCategoryWords;
}
template <>
inline std::span<const EnumWord> words_of<FigureCategory>() {
  return kFigureCategoryWords;
}
template <>
inline std::span<const EnumWord> words_of<OfferKind>() {
  return kOfferKindWords;
}
template <>
inline std::span<const EnumWord> words_of<Who>() {
  return kWhoWords;
}
template <>
inline std::span<const EnumWord> words_of<Proof>() {
  return kProofWords;
}
template <>
inline std::span<const EnumWord> words_of<Cards>() {
  return kCardsWords;
}

template <typename Enum>
const EnumWord& word_of(Enum value) {
  return words_of<Enum>()[static_cast<std::size_t>(value)];
}

// By the body's spelling only; nullopt for any other text.
template <typename Enum>
std::optional<Enum> enum_from_value(std::string_view value) {
  const auto words = words_of<Enum>();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].value == value) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace content
