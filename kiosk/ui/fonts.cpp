#include "kiosk/ui/fonts.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>

#include <imgui.h>
#include <imgui_internal.h>
#include <spdlog/spdlog.h>
#include <unicode/uchar.h>

#include "kiosk/ui/error.h"
#include "kiosk/ui/font_catalog.h"
#include "kiosk/ui/font_file.h"
#include "kiosk/ui/utf8.h"

namespace ui {

namespace {

// Noto Sans CJK's Medium is this much fatter than its Regular, in em.
constexpr float kMediumEmbolden = 0.024F;

// Each size of each font has a table with a place for every character up to the last of its own, 390 KB where that is a
// full-width comma: a size that was not drawn for so many frames is forgotten.
constexpr int kForgottenFrames = 240;

// ImFontAtlasRectEntry::Generation has ten bits and a sign in Dear ImGui 1.92.2 (mended upstream in 1.92.3).
constexpr int kWornGeneration = 384;

// What ImGui keeps a copy of for each of its fonts.
struct Handle {
  FontFile* file;
  float embolden;
};

const Handle& handle_of(const ImFontConfig* source) { return *static_cast<const Handle*>(source->FontData); }

bool contains_glyph(ImFontAtlas*, ImFontConfig* source, ImWchar codepoint) { return handle_of(source).file->has(codepoint); }

// Glyphs are placed from the baseline, so a bake has no height of its own.
bool bake_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint, ImFontGlyph* glyph,
                float* only_advance) {
  const Handle& handle = handle_of(source);
  if (!handle.file->has(codepoint)) return false;
  const float advance = handle.file->advance(codepoint) * baked->Size;
  if (only_advance != nullptr) {
    *only_advance = advance;
    return true;
  }
  GlyphBitmap bitmap;
  if (!handle.file->render(codepoint, baked->Size, handle.embolden, bitmap)) return false;
  glyph->Codepoint = codepoint & 0x3FFFFFFU;
  glyph->AdvanceX = advance;
  if (bitmap.width == 0 || bitmap.height == 0) return true;
  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, bitmap.width, bitmap.height);
  if (place == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, place);
  glyph->X0 = static_cast<float>(bitmap.left);
  glyph->Y0 = static_cast<float>(bitmap.top);
  glyph->X1 = static_cast<float>(bitmap.left + bitmap.width);
  glyph->Y1 = static_cast<float>(bitmap.top + bitmap.height);
  glyph->Visible = true;
  glyph->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, bitmap.coverage.data(), ImTextureFormat_Alpha8, bitmap.width);
  return true;
}

bool worn(const ImFontAtlas& atlas) {
  if (atlas.Builder == nullptr) return false;
  const auto& places = atlas.Builder->RectsIndex;
  return std::any_of(places.begin(), places.end(), [](const auto& place) { return place.Generation >= kWornGeneration; });
}

bool draws_nothing(char32_t character) {
  const auto code = static_cast<UChar32>(character);
  return u_iscntrl(code) != 0 || u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_mark(char32_t character) {
  return (U_GET_GC_MASK(static_cast<UChar32>(character)) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
}

}  // namespace

class Fonts::Impl {
 public:
  struct Use {
    ImFont* font = nullptr;
    FontFile* file = nullptr;
  };
  struct Resolved {
    ImFont* font = nullptr;
    float advance = 0;
  };

  explicit Impl(const FontOptions& options) : catalog_(options) {
    loader_.Name = "shuangyong";
    loader_.FontSrcContainsGlyph = contains_glyph;
    loader_.FontBakedLoadGlyph = bake_glyph;
    if (!covered(U'双')) {
      throw Error("no installed font draws Chinese; install the packages fonts-noto-cjk and fonts-lxgw-wenkai");
    }
    // ImGui wants one font before its first frame; the one most used.
    resolve(Face::Sans, U'双');
  }

  ~Impl() {
    // ImGui's fonts point to our files.
    ImGui::GetIO().Fonts->Clear();
  }

  bool covered(char32_t character) const {
    const auto& chain = catalog_.chain(Face::Sans);
    return std::any_of(chain.begin(), chain.end(), [&](std::size_t font) { return catalog_.covers(font, character); });
  }

  const Resolved& resolve(Face face, char32_t character) {
    const auto key = (static_cast<std::uint64_t>(face) << 32) | character;
    const auto known = resolved_.find(key);
    if (known != resolved_.end()) return known->second;
    return resolved_.emplace(key, look_up(face, character)).first->second;
  }

  FontMetrics metrics(Face face) {
    auto& known = metrics_[static_cast<std::size_t>(face)];
    if (!known) known = measure(face);
    return *known;
  }

  const FontCatalog& catalog() const { return catalog_; }
  void begin_frame() {
    if (ImFontAtlas* atlas = ImGui::GetIO().Fonts; worn(*atlas)) ImFontAtlasBuildClear(atlas);
  }
  void rest() noexcept {
    library_.rest();
    ImFontAtlasBuildDiscardBakes(ImGui::GetIO().Fonts, kForgottenFrames);
  }
  std::vector<std::string> opened_files() const {
    std::vector<std::string> names;
    for (const auto& [font, file] : files_) {
      if (file != nullptr) names.push_back(catalog_.fonts()[font].label());
    }
    return names;
  }

 private:
  Resolved look_up(Face face, char32_t character) {
    for (const std::size_t font : catalog_.chain(face)) {
      if (!catalog_.covers(font, character)) continue;
      const Use use = open(face, font);
      if (use.file == nullptr || !use.file->has(character)) continue;
      const bool takes_room = !draws_nothing(character) && !is_mark(character);
      return {use.font, takes_room ? use.file->advance(character) : 0};
    }
    return {nullptr, draws_nothing(character) || is_mark(character) ? 0.0F : 1.0F};
  }

  FontFile* open_file(std::size_t font) {
    const auto known = files_.find(font);
    if (known != files_.end()) return known->second.get();
    std::unique_ptr<FontFile> file;
    const FontRecord& record = catalog_.fonts()[font];
    try {
      file = std::make_unique<FontFile>(library_, record.file, record.index);
    } catch (const Error& error) {
      spdlog::warn("{}", error.what());
    }
    return files_.emplace(font, std::move(file)).first->second.get();
  }

  Use open(Face face, std::size_t font) {
    FontFile* file = open_file(font);
    if (file == nullptr) return {};
    const float embolden = face == Face::SansMedium && !catalog_.has_medium() ? kMediumEmbolden : 0;
    const std::pair<std::size_t, bool> key{font, embolden > 0};
    const auto known = fonts_.find(key);
    if (known != fonts_.end()) return {known->second, file};
    Handle handle{file, embolden};
    ImFontConfig config;
    config.FontData = &handle;
    config.FontDataSize = sizeof(handle);
    config.FontDataOwnedByAtlas = false;   // ImGui copies the handle
    config.FontLoader = &loader_;
    ImFont* added = ImGui::GetIO().Fonts->AddFont(&config);
    fonts_[key] = added;
    return {added, file};
  }

  // The first font of the face that can be opened says where the baseline lies.
  FontMetrics measure(Face face) {
    FontMetrics result{0.88F, 0.12F, 0.73F};
    for (const std::size_t font : catalog_.chain(face)) {
      if (!catalog_.covers(font, U'国')) continue;
      const FontFile* file = open_file(font);
      float bottom = 0;
      float top = 0;
      if (file == nullptr || !file->ink_height(U'国', bottom, top)) continue;
      result.ascent = (bottom + top) / 2 + 0.5F;
      result.descent = 1 - result.ascent;
      if (file->ink_height(U'H', bottom, top)) result.cap_height = top;
      break;
    }
    return result;
  }

  FontCatalog catalog_;
  FontLibrary library_;
  ImFontLoader loader_;
  std::map<std::size_t, std::unique_ptr<FontFile>> files_;       // nullptr: damaged
  std::map<std::pair<std::size_t, bool>, ImFont*> fonts_;        // (font, emboldened)
  std::unordered_map<std::uint64_t, Resolved> resolved_;
  std::array<std::optional<FontMetrics>, FontCatalog::kFaces> metrics_;
};

Fonts::Fonts(const FontOptions& options) : impl_(std::make_unique<Impl>(options)) {}

Fonts::~Fonts() = default;

bool Fonts::can_draw(char32_t character) const { return draws_nothing(character) || impl_->covered(character); }

std::vector<char32_t> Fonts::missing_in(std::string_view utf8) const {
  std::vector<char32_t> missing;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t character = next_character(utf8, at);
    if (can_draw(character)) continue;
    if (std::find(missing.begin(), missing.end(), character) == missing.end()) missing.push_back(character);
  }
  return missing;
}

ImFont* Fonts::font_for(Face face, char32_t character) { return impl_->resolve(face, character).font; }

float Fonts::advance(Face face, char32_t character) { return impl_->resolve(face, character).advance; }

FontMetrics Fonts::metrics(Face face) { return impl_->metrics(face); }

void Fonts::begin_frame() { impl_->begin_frame(); }

void Fonts::rest() noexcept { impl_->rest(); }

std::vector<std::string> Fonts::opened_files() const { return impl_->opened_files(); }

std::size_t Fonts::known_fonts() const { return impl_->catalog().fonts().size(); }

}  // namespace ui
