// The one exception that leaves content.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "content/language.h"

namespace content {

// what() is one sentence for a person, in the program's language: what failed, on which record or file, what to do.
class Error : public std::runtime_error {
 public:
  // One sentence that serves in both languages.
  explicit Error(const std::string& sentence) : std::runtime_error(sentence), text_{sentence, sentence} {}
  explicit Error(Text text) : std::runtime_error(text.in(program_language())), text_(std::move(text)) {}
  Error(std::string zh, std::string en) : Error(Text{std::move(zh), std::move(en)}) {}

  const Text& text() const { return text_; }

 private:
  Text text_;
};

}  // namespace content
