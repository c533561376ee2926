// Lays texts out with the installed fonts and remembers what it laid out: a frame lays out nothing twice.
//
// Main thread only. The cache holds some thousands of texts; the ones not drawn for longest go first.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>

#include "kiosk/ui/fonts.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_layout.h"
#include "kiosk/ui/text_source.h"
#include "kiosk/ui/theme.h"

namespace ui {

class TextEngine final : public TextSource {
 public:
  static constexpr std::size_t kCachedTexts = 4096;

  explicit TextEngine(Fonts& fonts) : fonts_(fonts) {}

  struct Query {
    std::string_view text;
    TextStyle style;
    float width = 0;                  // u; 0 = endless
    int max_lines = 0;
    std::span<const TextMark> marks = {};
    bool one_line = false;            // line breaks in the text become spaces
  };

  // Valid until the next call of layout(); copy it to keep it. Its style has the query's colour and the face as drawn.
  const TextBlock& layout(const Query& query, const Theme& theme);
  std::int64_t layouts() const { return layouts_; }
  // Everything laid out so far, and the words with it.
  void forget();
  Fonts& fonts() { return fonts_; }

  float advance(Face face, char32_t character) override { return fonts_.advance(face, character); }

  // High contrast has no thin strokes: serif words turn into bold sans, medium into bold, script into medium.
  static Face face_in(const Theme& theme, Face face);

 private:
  struct Entry {
    std::uint64_t hash = 0;
    Query query;              // text and marks point into the two members below
    float size = 0;
    std::string text;
    std::vector<TextMark> marks;
    TextBlock block;
  };
  using Entries = std::list<Entry>;

  static std::uint64_t hash_of(const Query& query, float size);
  static bool same(const Entry& entry, const Query& query, float size);
  const TextBlock& lay_out(const Query& query, float size, std::uint64_t hash);

  Fonts& fonts_;
  TextLayouter layouter_;
  Entries entries_;           // latest first
  std::unordered_multimap<std::uint64_t, Entries::iterator> index_;
  std::int64_t layouts_ = 0;
};

}  // namespace ui
