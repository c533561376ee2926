// Which characters the installed fonts can draw: a box instead of a character in a name must never reach a screen.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace admin {

// Reads fontconfig's list of all fonts once.
class Glyphs {
 public:
  Glyphs();
  ~Glyphs();
  Glyphs(const Glyphs&) = delete;
  Glyphs& operator=(const Glyphs&) = delete;

  // No font at all is installed: nothing can be said about any character.
  bool unknown() const;
  // The characters of a UTF-8 text that no font has, each once; control characters are no characters.
  std::string missing_from(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace admin
