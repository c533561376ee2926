#include "admin/glyphs.h"

#include <fontconfig/fontconfig.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace admin {

struct Glyphs::State {
  FcCharSet* covered = FcCharSetCreate();
  int fonts = 0;
  ~State() { FcCharSetDestroy(covered); }
};

Glyphs::Glyphs() : state_(std::make_unique<State>()) {
  FcConfig* config = FcInitLoadConfigAndFonts();
  FcPattern* every = FcPatternCreate();
  FcObjectSet* wanted = FcObjectSetBuild(FC_CHARSET, static_cast<char*>(nullptr));
  FcFontSet* fonts = FcFontList(config, every, wanted);
  for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
    FcCharSet* charset = nullptr;
    if (FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &charset) != FcResultMatch) continue;
    FcCharSetMerge(state_->covered, charset, nullptr);
    ++state_->fonts;
  }
  if (fonts != nullptr) FcFontSetDestroy(fonts);
  FcObjectSetDestroy(wanted);
  FcPatternDestroy(every);
  FcConfigDestroy(config);
}

Glyphs::~Glyphs() = default;

bool Glyphs::unknown() const { return state_->fonts == 0; }

std::string Glyphs::missing_from(std::string_view text) const {
  const auto characters =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  icu::UnicodeString missing;
  for (int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
    const UChar32 character = characters.char32At(i);
    if (u_iscntrl(character) != 0 || FcCharSetHasChar(state_->covered, static_cast<FcChar32>(character)) != 0) continue;
    if (missing.indexOf(character) < 0) missing.append(character);
  }
  std::string out;
  return missing.toUTF8String(out);
}

}  // namespace admin
