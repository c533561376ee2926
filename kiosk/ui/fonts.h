// Every character that any installed font can draw, in five faces.
//
// Each face has a first font (Noto, LXGW WenKai) and a way down: the other known Chinese fonts, then every installed
// font, in a fixed order. What a font covers comes from fontconfig's cache; a file is mapped and opened only when one
// of its characters is wanted, so rare fallbacks cost nothing until then. Main thread only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/text.h"

struct ImFont;

namespace ui {

struct FontOptions {
  std::vector<std::filesystem::path> directories;   // searched besides the system's
  bool system_fonts = true;                         // tests switch them off
};

// One font file's face, opened. Distances in em; y up.
struct FontMetrics {
  float ascent = 0;     // of Han characters' em box, 0.88 in most
  float descent = 0;    // positive
  float cap_height = 0;
};

class Fonts {
 public:
  // Adds to the atlas of the current ImGui context. Throws ui::Error when no installed font draws 双.
  explicit Fonts(const FontOptions& options);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  // Some installed font has it. Control characters, joiners and selectors count as drawn.
  bool can_draw(char32_t character) const;
  // The characters of a UTF-8 text that no installed font has, each once.
  std::vector<char32_t> missing_in(std::string_view utf8) const;

  // The font that draws the character in this face, opened; nullptr = none has it.
  ImFont* font_for(Face face, char32_t character);
  // em; 0 for combining marks and controls; missing characters are as wide as U+FFFD's stand-in, one em.
  float advance(Face face, char32_t character);
  FontMetrics metrics(Face face);

  // Before each frame of ImGui's. Its atlas counts how often the place of a glyph changed hands and stops the program at 512:
  // an atlas that comes near begins afresh, and its glyphs are drawn again as they are wanted.
  void begin_frame();
  // Nothing is drawn for a while: sizes of text that were not used lately are forgotten, and the pages of font files that
  // glyphs were drawn from are given back to the system, which keeps them in its cache as long as it has room.
  void rest() noexcept;
  std::vector<std::string> opened_files() const;
  std::size_t known_fonts() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ui
