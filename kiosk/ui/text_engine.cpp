#include "kiosk/ui/text_engine.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <string>

namespace ui {

namespace {

bool same_shape(const TextStyle& a, const TextStyle& b) {
  return a.face == b.face && a.align == b.align && a.line == b.line && a.tracking == b.tracking &&
         a.hang_quotes == b.hang_quotes && a.indent == b.indent && a.verbatim == b.verbatim;
}

bool same_marks(std::span<const TextMark> a, std::span<const TextMark> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const TextMark& x, const TextMark& y) { return x.begin == y.begin && x.end == y.end; });
}

}  // namespace

Face TextEngine::face_in(const Theme& theme, Face face) {
  if (!theme.modes.high_contrast) return face;
  switch (face) {
    case Face::Serif:
    case Face::SansMedium: return Face::SansBold;
    case Face::Kai: return Face::SansMedium;
    case Face::Sans:
    case Face::SansBold: break;
  }
  return face;
}

std::uint64_t TextEngine::hash_of(const Query& query, float size) {
  std::uint64_t hash = std::hash<std::string_view>{}(query.text);
  const auto add = [&hash](std::uint64_t part) { hash = (hash ^ part) * 0x9E3779B97F4A7C15ULL, hash ^= hash >> 29; };
  add(std::bit_cast<std::uint32_t>(size));
  add(std::bit_cast<std::uint32_t>(query.width));
  add(std::bit_cast<std::uint32_t>(query.style.line));
  add(std::bit_cast<std::uint32_t>(query.style.tracking));
  add(static_cast<std::uint64_t>(query.max_lines) << 8 | static_cast<std::uint64_t>(query.style.face) << 4 |
      static_cast<std::uint64_t>(query.style.align));
  add(static_cast<std::uint64_t>(query.one_line) << 3 | static_cast<std::uint64_t>(query.style.verbatim) << 2 |
      static_cast<std::uint64_t>(query.style.hang_quotes) << 1 | static_cast<std::uint64_t>(query.style.indent));
  for (const TextMark& mark : query.marks) add(mark.begin << 32 | mark.end);
  return hash;
}

bool TextEngine::same(const Entry& entry, const Query& query, float size) {
  return entry.size == size && entry.query.width == query.width && entry.query.max_lines == query.max_lines &&
         entry.query.one_line == query.one_line && same_shape(entry.query.style, query.style) && entry.text == query.text &&
         same_marks(entry.marks, query.marks);
}

const TextBlock& TextEngine::layout(const Query& asked, const Theme& theme) {
  Query query = asked;
  query.style.face = face_in(theme, asked.style.face);
  const float size = theme.text_size(asked.style.size);
  const std::uint64_t hash = hash_of(query, size);
  const auto [first, last] = index_.equal_range(hash);
  for (auto found = first; found != last; ++found) {
    Entry& entry = *found->second;
    if (!same(entry, query, size)) continue;
    entries_.splice(entries_.begin(), entries_, found->second);
    entry.block.style.color = query.style.color;
    entry.block.style.size = query.style.size;
    return entry.block;
  }
  return lay_out(query, size, hash);
}

void TextEngine::forget() {
  index_.clear();
  entries_.clear();
}

const TextBlock& TextEngine::lay_out(const Query& query, float size, std::uint64_t hash) {
  ++layouts_;
  if (entries_.size() >= kCachedTexts) {
    const auto [first, last] = index_.equal_range(entries_.back().hash);
    const auto oldest = std::prev(entries_.end());
    index_.erase(std::find_if(first, last, [oldest](const auto& place) { return place.second == oldest; }));
    entries_.pop_back();
  }
  Entry entry{hash, query, size, std::string(query.text), {query.marks.begin(), query.marks.end()}, {}};
  std::string shown = entry.text;
  if (query.one_line) std::replace(shown.begin(), shown.end(), '\n', ' ');
  entry.block = layouter_.layout({shown, query.style, size, query.width, query.max_lines, query.marks}, *this);
  entry.query.text = {};
  entry.query.marks = {};
  entries_.push_front(std::move(entry));
  index_.emplace(hash, entries_.begin());
  return entries_.front().block;
}

}  // namespace ui
