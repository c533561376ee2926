#include "kiosk/ui/font_file.h"

#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include FT_ADVANCES_H
#include FT_OUTLINE_H

#include "kiosk/ui/error.h"

namespace ui {

namespace {
constexpr float kFixed = 64;   // FreeType's 26.6 numbers
}

MappedFile::MappedFile(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about {};
  const bool readable = file >= 0 && ::fstat(file, &about) == 0 && about.st_size > 0;
  void* bytes = readable ? ::mmap(nullptr, static_cast<std::size_t>(about.st_size), PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  if (file >= 0) ::close(file);
  if (bytes == MAP_FAILED) throw Error("cannot read the font " + path + "; reinstall its package");
  data_ = static_cast<const std::uint8_t*>(bytes);
  size_ = static_cast<std::size_t>(about.st_size);
}

MappedFile::~MappedFile() { ::munmap(const_cast<std::uint8_t*>(data_), size_); }

void MappedFile::rest() const noexcept { ::madvise(const_cast<std::uint8_t*>(data_), size_, MADV_DONTNEED); }

FontLibrary::FontLibrary() {
  if (FT_Init_FreeType(&library_) != 0) throw Error("FreeType does not start; reinstall the package libfreetype6");
}

FontLibrary::~FontLibrary() { FT_Done_FreeType(library_); }

std::shared_ptr<MappedFile> FontLibrary::map(const std::string& path) {
  if (auto open = files_[path].lock()) return open;
  auto file = std::make_shared<MappedFile>(path);
  files_[path] = file;
  return file;
}

void FontLibrary::rest() noexcept {
  if (!used_) return;
  used_ = false;
  for (const auto& [path, file] : files_) {
    if (const auto open = file.lock()) open->rest();
  }
}

FontFile::FontFile(FontLibrary& library, const std::string& path, int index) : library_(library), file_(library.map(path)) {
  library_.note_use();
  const bool opened = FT_New_Memory_Face(library.get(), file_->data(), static_cast<FT_Long>(file_->size()), index, &face_) == 0;
  if (opened && FT_IS_SCALABLE(face_) && FT_Select_Charmap(face_, FT_ENCODING_UNICODE) == 0) return;
  if (opened) FT_Done_Face(face_);
  throw Error("the font " + path + " is damaged; reinstall its package");
}

FontFile::~FontFile() { FT_Done_Face(face_); }

bool FontFile::has(char32_t character) const { return FT_Get_Char_Index(face_, character) != 0; }

float FontFile::advance(char32_t character) const {
  FT_Fixed units = 0;
  const FT_UInt glyph = FT_Get_Char_Index(face_, character);
  if (FT_Get_Advance(face_, glyph, FT_LOAD_NO_SCALE, &units) != 0) return 0;
  return static_cast<float>(units) / static_cast<float>(face_->units_per_EM);
}

bool FontFile::ink_height(char32_t character, float& bottom, float& top) const {
  const FT_UInt glyph = FT_Get_Char_Index(face_, character);
  if (glyph == 0 || FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE) != 0) return false;
  FT_BBox box;
  FT_Outline_Get_CBox(&face_->glyph->outline, &box);
  if (box.yMax <= box.yMin) return false;
  bottom = static_cast<float>(box.yMin) / static_cast<float>(face_->units_per_EM);
  top = static_cast<float>(box.yMax) / static_cast<float>(face_->units_per_EM);
  return true;
}

bool FontFile::render(char32_t character, float em_px, float embolden, GlyphBitmap& bitmap) {
  library_.note_use();
  if (current_px_ != em_px) {
    if (FT_Set_Char_Size(face_, 0, static_cast<FT_F26Dot6>(em_px * kFixed + 0.5F), 72, 72) != 0) return false;
    current_px_ = em_px;
  }
  const FT_UInt glyph = FT_Get_Char_Index(face_, character);
  if (glyph == 0 || FT_Load_Glyph(face_, glyph, FT_LOAD_NO_BITMAP | FT_LOAD_TARGET_LIGHT) != 0) return false;
  FT_GlyphSlot slot = face_->glyph;
  if (embolden > 0 && slot->format == FT_GLYPH_FORMAT_OUTLINE) {
    // FreeType lets the outline grow to the right and up; it is moved back to where it stood.
    const auto strength = static_cast<FT_Pos>(embolden * em_px * kFixed + 0.5F);
    FT_Outline_EmboldenXY(&slot->outline, strength, strength * 3 / 4);
    FT_Outline_Translate(&slot->outline, -strength / 2, -strength * 3 / 8);
  }
  if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return false;
  const FT_Bitmap& drawn = slot->bitmap;
  if (drawn.rows > 0 && drawn.pixel_mode != FT_PIXEL_MODE_GRAY) return false;
  bitmap.width = static_cast<int>(drawn.width);
  bitmap.height = static_cast<int>(drawn.rows);
  bitmap.left = slot->bitmap_left;
  bitmap.top = -slot->bitmap_top;
  bitmap.coverage.resize(static_cast<std::size_t>(drawn.width) * drawn.rows);
  for (unsigned row = 0; row < drawn.rows; ++row) {
    std::memcpy(bitmap.coverage.data() + static_cast<std::size_t>(row) * drawn.width, drawn.buffer + static_cast<std::ptrdiff_t>(row) * drawn.pitch, drawn.width);
  }
  return true;
}

}  // namespace ui
