// The two languages of the program's own sentences.
#pragma once

#include <string>

namespace content {

enum class Language { Chinese, English };

// By LC_ALL, LC_MESSAGES, LANG, the first one set and not empty; zh… is Chinese, all else English.
Language program_language();

// One sentence in both languages.
struct Text {
  std::string zh;
  std::string en;

  const std::string& in(Language language) const { return language == Language::Chinese ? zh : en; }
  bool operator==(const Text&) const = default;
};

}  // namespace content
