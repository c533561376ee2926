// One face of a font file, mapped into memory and opened with FreeType: measures and draws single glyphs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <ft2build.h>
#include FT_FREETYPE_H

namespace ui {

// A file's bytes, read by the system when touched. Throws ui::Error when it cannot be opened.
class MappedFile {
 public:
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  const std::uint8_t* data() const { return data_; }
  std::size_t size() const { return size_; }
  // Takes what was read out of the program's memory; the next touch reads it again.
  void rest() const noexcept;

 private:
  const std::uint8_t* data_ = nullptr;
  std::size_t size_ = 0;
};

// FreeType and the files that are open; faces of one collection share their mapping. Outlives its FontFiles.
class FontLibrary {
 public:
  FontLibrary();
  ~FontLibrary();
  FontLibrary(const FontLibrary&) = delete;
  FontLibrary& operator=(const FontLibrary&) = delete;
  FT_Library get() const { return library_; }
  std::shared_ptr<MappedFile> map(const std::string& path);
  // Every file rests, when a glyph was drawn since the last call.
  void rest() noexcept;
  void note_use() { used_ = true; }

 private:
  FT_Library library_ = nullptr;
  std::map<std::string, std::weak_ptr<MappedFile>> files_;
  bool used_ = false;
};

// Coverage 0–255, rows from the top; left and top in pixels from the pen on the baseline, y down.
struct GlyphBitmap {
  int width = 0;
  int height = 0;
  int left = 0;
  int top = 0;
  std::vector<std::uint8_t> coverage;
};

class FontFile {
 public:
  // Throws ui::Error when the file is missing or damaged.
  FontFile(FontLibrary& library, const std::string& path, int index);
  ~FontFile();
  FontFile(const FontFile&) = delete;
  FontFile& operator=(const FontFile&) = delete;

  bool has(char32_t character) const;
  float advance(char32_t character) const;                        // em
  // Bottom and top of the ink in em, y up; false when the character has none.
  bool ink_height(char32_t character, float& bottom, float& top) const;
  // `em_px` pixels an em, outlines fattened by `embolden` em in all. false when the glyph is damaged.
  bool render(char32_t character, float em_px, float embolden, GlyphBitmap& bitmap);

 private:
  FontLibrary& library_;
  std::shared_ptr<MappedFile> file_;
  FT_Face face_ = nullptr;
  float current_px_ = 0;
};

}  // namespace ui
