// Every outline font that is installed, and in which order each face asks them for a character.
//
// Comes from fontconfig's cache: no font file is opened here.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/ui/fonts.h"
#include "kiosk/ui/text.h"

namespace ui {

struct FontRecord {
  std::string file;
  int index = 0;            // face within a collection
  std::string family;       // English or first name
  int weight = 0;           // fontconfig's scale: 80 regular, 100 medium, 200 bold
  std::string label() const { return family + " (" + file + ")"; }
};

class FontCatalog {
 public:
  static constexpr std::size_t kFaces = 5;

  // Throws ui::Error when fontconfig itself fails.
  explicit FontCatalog(const FontOptions& options);
  ~FontCatalog();
  FontCatalog(const FontCatalog&) = delete;
  FontCatalog& operator=(const FontCatalog&) = delete;

  const std::vector<FontRecord>& fonts() const { return fonts_; }
  bool covers(std::size_t font, char32_t character) const;
  // Indexes into fonts(), every font once, best first.
  const std::vector<std::size_t>& chain(Face face) const { return chains_[static_cast<std::size_t>(face)]; }
  // The first font of SansMedium is a real medium, nothing to embolden.
  bool has_medium() const { return has_medium_; }

 private:
  class Config;

  void collect();
  void make_chain(Face face);

  std::unique_ptr<Config> config_;
  std::vector<FontRecord> fonts_;
  std::vector<void*> charsets_;   // FcCharSet of each font, owned by config_
  std::array<std::vector<std::size_t>, kFaces> chains_;
  bool has_medium_ = false;
};

}  // namespace ui
