// Keys of kiosk.txt for the content's own enums.
#pragma once

#include <string_view>

#include "content/model.h"

namespace kiosk {

constexpr std::string_view text_key(content::ArticleCategory category) {
  switch (category) {
    case content::ArticleCategory::Policy: return "category.policy";
    case content::ArticleCategory::Activity: return "category.activity";
    case content::ArticleCategory::Experience: return "category.experience";
    case content::ArticleCategory::PosterFilm: return "category.poster_film";
  }
  return {};
}

constexpr std::string_view text_key(content::FigureCategory category) {
  switch (category) {
    case content::FigureCategory::Supporter: return "figure.supporter";
    case content::FigureCategory::Veteran: return "figure.veteran";
    case content::FigureCategory::Wife: return "figure.wife";
    case content::FigureCategory::Mother: return "figure.mother";
    case content::FigureCategory::Soldier: return "figure.soldier";
    case content::FigureCategory::Family: return "figure.family";
    case content::FigureCategory::Martyr: return "figure.martyr";
  }
  return {};
}

// Of a figure's pronoun as the office wrote it; empty for any other word.
constexpr std::string_view pronoun_key(std::string_view pronoun) {
  if (pronoun == "他") return "figure.him";
  if (pronoun == "她") return "figure.her";
  if (pronoun == "他们") return "figure.them";
  return {};
}

}  // namespace kiosk
