#include "kiosk/ui/text_clusters.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "kiosk/ui/utf8.h"

namespace ui {

namespace {

constexpr std::u32string_view kOpening = U"（《〈「『【〔〖［｛“‘([{¥￥＄$£€№";
constexpr std::u32string_view kClosing = U"，。、；：？！）》〉」』】〕〗］｝”’…·％‰℃,.;:?!)]}%°～﹐﹑﹒﹔﹕﹖﹗";

// Of the closing ones, those that stand in the left half of their em in mainland setting.
constexpr std::u32string_view kSqueezable = U"（《〈「『【〔〖［｛“‘，。、；：？！）》〉」』】〕〗］｝”’";

bool joins_previous(char32_t character) {
  const auto code = static_cast<UChar32>(character);
  const bool mark = (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
  const bool selector = u_hasBinaryProperty(code, UCHAR_VARIATION_SELECTOR) != 0;
  const bool skin_tone = character >= 0x1F3FB && character <= 0x1F3FF;
  return mark || selector || skin_tone || character == 0x200D;
}

// A bracket, quote or stop that fills a whole em, most of it blank.
bool is_wide_mark(const Cluster& cluster, float size) {
  if (cluster.script != Script::Punctuation || cluster.advance < 0.9F * size) return false;
  return kSqueezable.find(cluster.base) != std::u32string_view::npos;
}

}  // namespace

Script script_of(char32_t character) {
  const auto code = static_cast<UChar32>(character);
  if (u_isUWhiteSpace(code) != 0) return Script::Space;
  if (u_ispunct(code) != 0) return Script::Punctuation;
  if (u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC) != 0) return Script::Han;
  if (u_isdigit(code) != 0) return character < 0x3000 ? Script::Latin : Script::Punctuation;
  if (character >= 0xFF00 && character <= 0xFFEF) return Script::Punctuation;   // full-width forms bring their own room
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(code, &status);
  if (script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC) return Script::Latin;
  if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_BOPOMOFO) return Script::Han;
  return Script::Punctuation;
}

bool is_opening(char32_t character) { return kOpening.find(character) != std::u32string_view::npos; }

bool is_closing(char32_t character) { return kClosing.find(character) != std::u32string_view::npos; }

std::vector<Cluster> clusters_of(const LayoutRequest& request, std::string_view text, TextSource& source) {
  std::vector<Cluster> clusters;
  clusters.reserve(text.size() / 3 + 1);
  bool joined = false;   // a zero-width joiner takes the next character in, too
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = next_character(text, at);
    if (!clusters.empty() && clusters.back().base != U'\n' && (joined || joins_previous(character))) {
      clusters.back().end = at;
      joined = character == 0x200D;
      continue;
    }
    joined = false;
    Cluster cluster{begin, at, character, 0, script_of(character), false, false};
    cluster.marked = std::any_of(request.marks.begin(), request.marks.end(),
                                 [begin](const TextMark& mark) { return begin >= mark.begin && begin < mark.end; });
    const Face face = cluster.marked ? Face::SansBold : request.style.face;
    if (character != U'\n') cluster.advance = source.advance(face, character) * request.size;
    clusters.push_back(cluster);
  }
  return clusters;
}

std::size_t next_cluster(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  char32_t last = next_character(text, at);
  while (last != U'\n' && at < text.size()) {
    std::size_t beyond = at;
    const char32_t character = next_character(text, beyond);
    if (!joins_previous(character) && last != 0x200D) break;
    at = beyond;
    last = character;
  }
  return at;
}

std::size_t previous_cluster(std::string_view text, std::size_t at) {
  // A cluster holds a few dozen bytes at most; from a line break or from far enough to the left they are counted afresh.
  constexpr std::size_t kFar = 256;
  at = std::min(at, text.size());
  if (at == 0) return 0;
  std::size_t start = at > kFar ? at - kFar : 0;
  while (start > 0 && start < at && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) ++start;
  std::size_t found = start;
  for (std::size_t next = start; next < at; next = next_cluster(text, next)) found = next;
  return found;
}

float gap_between(const Cluster& left, const Cluster& right, float size, float tracking) {
  if (is_wide_mark(left, size) && is_wide_mark(right, size)) {
    // Full-width marks carry half an em of blank; where two blanks meet, or one faces a mark of its own side, it goes.
    // ！ and ？ stand in the middle of theirs.
    const bool blank_first = is_closing(left.base) && left.base != U'！' && left.base != U'？';
    const bool blank_second = is_opening(right.base);
    if (blank_first || (blank_second && is_opening(left.base))) return (tracking - kSqueeze) * size;
  }
  const bool meets = (left.script == Script::Han && right.script == Script::Latin) ||
                     (left.script == Script::Latin && right.script == Script::Han);
  return (meets ? kScriptGap * size : 0) + tracking * size;
}

}  // namespace ui
