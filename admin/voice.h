// One sentence in both languages, and how it gets its values.
#pragma once

#include <spdlog/fmt/fmt.h>

#include <string>
#include <string_view>

#include "content/language.h"

namespace admin {

// {} where values go, as many in both languages; checked when compiled. Values are inserted as they are.
struct Sentence {
  consteval Sentence(std::string_view chinese, std::string_view english) : zh(chinese), en(english) {
    if (places(zh) != places(en)) throw "the two languages take different values";
  }
  std::string_view in(content::Language language) const { return language == content::Language::Chinese ? zh : en; }

  std::string_view zh;
  std::string_view en;

 private:
  static consteval int places(std::string_view text) {
    int count = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) count += text[i] == '{' && text[i + 1] == '}' ? 1 : 0;
    return count;
  }
};

template <typename... Values>
std::string tell(content::Language language, const Sentence& sentence, const Values&... values) {
  return fmt::format(fmt::runtime(sentence.in(language)), values...);
}

}  // namespace admin
