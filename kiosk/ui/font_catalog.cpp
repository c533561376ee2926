#include "kiosk/ui/font_catalog.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <string_view>
#include <tuple>

#include <fontconfig/fontconfig.h>

#include "kiosk/ui/error.h"

namespace ui {

namespace {

struct Wanted {
  std::string_view family;
  int weight;
};

constexpr std::array kSerif{Wanted{"Noto Serif CJK SC", 200}, Wanted{"Source Han Serif SC", 200}, Wanted{"Noto Serif SC", 200},
                            Wanted{"Noto Serif CJK SC", 80}, Wanted{"HanaMinA", 80}, Wanted{"HanaMinB", 80},
                            Wanted{"BabelStone Han", 80}, Wanted{"LXGW WenKai", 80}, Wanted{"Noto Sans CJK SC", 200}};
constexpr std::array kSans{Wanted{"Noto Sans CJK SC", 80}, Wanted{"Source Han Sans SC", 80}, Wanted{"Noto Sans SC", 80},
                           Wanted{"LXGW WenKai", 80}, Wanted{"HanaMinA", 80}, Wanted{"HanaMinB", 80}, Wanted{"BabelStone Han", 80}};
constexpr std::array kMedium{Wanted{"Noto Sans CJK SC", 100}, Wanted{"Source Han Sans SC", 100}, Wanted{"Noto Sans CJK SC", 80},
                             Wanted{"Noto Sans SC", 80}, Wanted{"LXGW WenKai", 80}, Wanted{"HanaMinA", 80},
                             Wanted{"HanaMinB", 80}, Wanted{"BabelStone Han", 80}};
constexpr std::array kBold{Wanted{"Noto Sans CJK SC", 200}, Wanted{"Source Han Sans SC", 200}, Wanted{"Noto Sans SC", 200},
                           Wanted{"Noto Sans CJK SC", 80}, Wanted{"LXGW WenKai", 200}, Wanted{"LXGW WenKai", 80},
                           Wanted{"HanaMinA", 80}, Wanted{"HanaMinB", 80}, Wanted{"BabelStone Han", 80}};
constexpr std::array kKai{Wanted{"LXGW WenKai", 80}, Wanted{"LXGW WenKai GB", 80}, Wanted{"Noto Serif CJK SC", 80}, Wanted{"HanaMinA", 80},
                          Wanted{"HanaMinB", 80}, Wanted{"BabelStone Han", 80}, Wanted{"Noto Serif CJK SC", 200}, Wanted{"Noto Sans CJK SC", 80}};

std::span<const Wanted> wishes(Face face) {
  switch (face) {
    case Face::Serif: return kSerif;
    case Face::Sans: return kSans;
    case Face::SansMedium: return kMedium;
    case Face::SansBold: return kBold;
    case Face::Kai: return kKai;
  }
  return kSans;
}

std::string text_of(FcPattern* pattern, const char* object) {
  FcChar8* value = nullptr;
  if (FcPatternGetString(pattern, object, 0, &value) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(value);
}

int number_of(FcPattern* pattern, const char* object, int otherwise) {
  int value = otherwise;
  return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}

bool is(FcPattern* pattern, const char* object) {
  FcBool value = FcFalse;
  return FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch && value == FcTrue;
}

}  // namespace

class FontCatalog::Config {
 public:
  explicit Config(const FontOptions& options)
      : config_(options.system_fonts ? FcInitLoadConfigAndFonts() : FcConfigCreate()) {
    if (config_ == nullptr) throw Error("fontconfig cannot read its settings; reinstall the packages fontconfig and fontconfig-config");
    for (const auto& directory : options.directories) {
      FcConfigAppFontAddDir(config_, reinterpret_cast<const FcChar8*>(directory.c_str()));
    }
  }
  ~Config() { FcConfigDestroy(config_); }
  Config(const Config&) = delete;
  Config& operator=(const Config&) = delete;
  FcConfig* get() const { return config_; }

 private:
  FcConfig* config_;
};

FontCatalog::FontCatalog(const FontOptions& options) : config_(std::make_unique<Config>(options)) {
  collect();
  for (const Face face : {Face::Serif, Face::Sans, Face::SansMedium, Face::SansBold, Face::Kai}) make_chain(face);
  const auto& medium = chain(Face::SansMedium);
  has_medium_ = !medium.empty() && fonts_[medium.front()].weight > 80;
}

FontCatalog::~FontCatalog() = default;

void FontCatalog::collect() {
  struct Found {
    FontRecord record;
    FcCharSet* charset;
  };
  std::vector<Found> found;
  for (const FcSetName name : {FcSetApplication, FcSetSystem}) {
    const FcFontSet* set = FcConfigGetFonts(config_->get(), name);
    for (int i = 0; set != nullptr && i < set->nfont; ++i) {
      FcPattern* pattern = set->fonts[i];
      FcCharSet* charset = nullptr;
      // Variable fonts appear once more as each of their named instances; colour fonts hold no outlines.
      if (!is(pattern, FC_OUTLINE) || is(pattern, FC_VARIABLE) || is(pattern, FC_COLOR)) continue;
      if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &charset) != FcResultMatch) continue;
      FontRecord record{text_of(pattern, FC_FILE), number_of(pattern, FC_INDEX, 0) & 0xFFFF, text_of(pattern, FC_FAMILY),
                        number_of(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR)};
      if (!record.file.empty()) found.push_back({std::move(record), charset});
    }
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tie(a.record.file, a.record.index) < std::tie(b.record.file, b.record.index);
  });
  for (Found& font : found) {
    fonts_.push_back(std::move(font.record));
    charsets_.push_back(font.charset);
  }
}

void FontCatalog::make_chain(Face face) {
  auto& chain = chains_[static_cast<std::size_t>(face)];
  const auto list = wishes(face);
  // The place on the list of wishes, then how far the weight is off, then the file's name.
  const auto rank = [&](std::size_t font) {
    const FontRecord& record = fonts_[font];
    std::size_t place = list.size();
    for (std::size_t i = 0; i < list.size() && place == list.size(); ++i) {
      if (list[i].family == record.family && std::abs(list[i].weight - record.weight) <= 10) place = i;
    }
    return std::make_tuple(place, std::abs(record.weight - list.front().weight), font);
  };
  for (std::size_t font = 0; font < fonts_.size(); ++font) chain.push_back(font);
  std::sort(chain.begin(), chain.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
}

bool FontCatalog::covers(std::size_t font, char32_t character) const {
  return FcCharSetHasChar(static_cast<const FcCharSet*>(charsets_[font]), character) == FcTrue;
}

}  // namespace ui
