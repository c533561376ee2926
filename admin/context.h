// What every command has at hand: the language, the two outputs, the database's place, and the exit code it leaves.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "admin/voice.h"
#include "content/language.h"

namespace admin {

enum class Exit { Ok = 0, WrongContent = 1, Cannot = 2 };

class Context {
 public:
  // The streams must outlive it.
  Context(content::Language language, std::ostream& out, std::ostream& err)
      : language_(language), out_(out), err_(err) {}

  content::Language language() const { return language_; }

  template <typename... Values>
  void say(const Sentence& sentence, const Values&... values) {
    out_ << tell(language_, sentence, values...) << '\n';
  }
  // What is wrong, to the error output.
  template <typename... Values>
  void warn(const Sentence& sentence, const Values&... values) {
    err_ << tell(language_, sentence, values...) << '\n';
  }
  std::string pick(const Sentence& sentence) const { return std::string(sentence.in(language_)); }
  std::string pick(const content::Text& text) const { return text.in(language_); }
  // A column of a printed line in the language: a word of the model's tables.
  template <typename Word>
  std::string word(const Word& word) const {
    return std::string(language_ == content::Language::Chinese ? word.zh : word.en);
  }

  std::filesystem::path db;   // set from --db, the environment or the data folder
  Exit exit_code = Exit::Ok;  // a command that found something wrong changes it

 private:
  content::Language language_;
  std::ostream& out_;
  std::ostream& err_;
};

}  // namespace admin
