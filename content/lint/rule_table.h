// The rules themselves: which words or figures, in which kinds of record, why not, and what instead.
#pragma once

#include <span>
#include <string_view>

#include "content/language.h"

namespace content::lint {

enum class Scope {
  Selling,  // merchants and products: their words are advertisements
  People,   // figures, articles, posters, series and themes: words about persons
};

struct Rule {
  std::string_view name;
  Scope scope = Scope::Selling;
  std::string_view pattern;  // ICU regular expression over half-width text
  std::string_view reason_zh;
  std::string_view reason_en;
  std::string_view advice_zh;
  std::string_view advice_en;
  bool any_language = false;  // also for English texts: its pattern needs no Chinese words
};

std::span<const Rule> rule_table();

}  // namespace content::lint
