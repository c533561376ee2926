#include "kiosk/widgets/name_line.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>
#include <utility>

namespace kiosk {

namespace {

constexpr float kRest = 0.4F;   // a last line shorter than this share of the longest is a rest

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// A line ends inside a word of Latin letters.
bool splits_word(const ui::TextBlock& block) {
  for (std::size_t i = 1; i < block.lines.size(); ++i) {
    const std::size_t end = block.lines[i - 1].end;
    const bool whole = end == 0 || end != block.lines[i].begin || end >= block.text.size();
    if (!whole && is_letter(block.text[end - 1]) && is_letter(block.text[end])) return true;
  }
  return false;
}

}  // namespace

std::string in_two_parts(std::string_view name) {
  constexpr std::string_view kDot = " ・ ";
  std::string broken(name);
  if (const std::size_t dot = broken.find(kDot); dot != std::string::npos) return broken.replace(dot, kDot.size(), "\n");
  for (std::size_t at = broken.find(' '); at != std::string::npos && at > 0; at = broken.find(' ', at + 1)) {
    const bool after_han = (static_cast<unsigned char>(broken[at - 1]) & 0x80U) != 0;
    const bool before_latin = at + 1 < broken.size() && (static_cast<unsigned char>(broken[at + 1]) & 0x80U) == 0;
    if (!after_han || !before_latin) continue;
    broken[at] = '\n';
    break;
  }
  return broken;
}

bool fits_two_lines(const ui::Canvas& canvas, std::string_view name, ui::TextStyle style, float width, float size) {
  style.size = size;
  const ui::TextBlock block = canvas.layout(in_two_parts(name), style, width);
  return block.lines.size() <= 2 && !splits_word(block);
}

ui::TextBlock lay_balanced(const ui::Canvas& canvas, std::string_view words, const ui::TextStyle& style, float width) {
  ui::TextBlock best = canvas.layout(words, style, width);
  const std::size_t lines = best.lines.size();
  if (lines < 2) return best;
  constexpr int kSteps = 6;   // to a hundredth of the width
  float narrow = width / 2;
  float wide = width;
  for (int step = 0; step < kSteps; ++step) {
    const float middle = (narrow + wide) / 2;
    ui::TextBlock tried = canvas.layout(words, style, middle);
    if (tried.lines.size() > lines || tried.width > middle || splits_word(tried)) {
      narrow = middle;
    } else {
      wide = middle;
      best = std::move(tried);
    }
  }
  return best;
}

ui::TextBlock lay_headline(const ui::Canvas& canvas, std::string_view words, const ui::TextStyle& style, float width, int most_lines) {
  ui::TextBlock block = canvas.layout(words, style, width, most_lines);
  if (block.lines.size() < 2 || block.lines.back().ellipsis) return block;
  const bool rest = block.lines.back().width < kRest * block.width;
  return rest || canvas.theme().modes.language == ui::Language::English ? lay_balanced(canvas, words, style, width) : block;
}

namespace {

// Each of the words' own lines as a headline, so that any alignment can set them.
std::string broken_evenly(const ui::Canvas& canvas, std::string_view words, const ui::TextStyle& style, float width) {
  std::string broken;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find('\n', at), words.size());
    const ui::TextBlock sentence = lay_headline(canvas, words.substr(at, end - at), style, width, 0);
    for (const ui::TextLine& line : sentence.lines) {
      if (!broken.empty()) broken += '\n';
      broken.append(sentence.text, line.begin, line.end - line.begin);
    }
    at = end + 1;
  }
  return broken;
}

}  // namespace

ui::TextBlock lay_voice(const ui::Canvas& canvas, std::string_view words, const ui::TextStyle& style, float width, int most_lines) {
  ui::TextBlock block = canvas.layout(words, style, width, most_lines);
  if (block.lines.size() < 2 || block.lines.back().ellipsis) return block;
  return canvas.layout(broken_evenly(canvas, words, style, width), style, width, most_lines);
}

float draw_name(ui::Canvas& canvas, ui::Rect box, std::string_view name, ui::TextStyle style, float least) {
  const float width = canvas.measure(name, style);
  if (width <= box.w) return canvas.text(box, name, style);
  constexpr float kFloor = 25;   // nothing is smaller, before the mode's scale
  least = std::min(std::max(least, kFloor), style.size);
  const float shrunk = style.size * box.w / width * 0.99F;
  if (shrunk >= least) {
    style.size = shrunk;
    // Large text does not grow evenly: the last steps are measured.
    while (style.size - 1 >= least && canvas.measure(name, style) > box.w) style.size -= 1;
    if (canvas.measure(name, style) <= box.w) return canvas.text(box, name, style);
  }
  // Lines of a name break unevenly: a tenth is kept in hand.
  style.size = std::clamp(shrunk * 2 * 0.9F, std::min(kFloor, least), least);
  style.line = 1.18F;
  ui::TextBlock block = canvas.layout(in_two_parts(name), style, box.w);
  // The Latin letters may be more than half; two lines may be higher than the box.
  while ((block.lines.size() > 2 || splits_word(block) || block.height() > box.h) && style.size > kFloor) {
    style.size = std::max(kFloor, style.size - 2);
    block = canvas.layout(in_two_parts(name), style, box.w);
  }
  const bool pinyin_in_two = block.lines.size() == 3 && block.height() <= box.h;
  if (block.lines.size() > 2 && !pinyin_in_two) block = canvas.layout(name, style, box.w, 2);
  if (block.lines.size() == 2 && !block.lines.back().ellipsis) {
    if (style.align == ui::Align::Left) block = lay_balanced(canvas, block.text, style, box.w);
    if (style.align == ui::Align::Right) block = lay_voice(canvas, block.text, style, box.w, 2);
  }
  canvas.draw(block, {box.x, box.y + (box.h - block.height()) / 2});
  return block.width;
}

float draw_voice(ui::Canvas& canvas, ui::Rect box, std::string_view words, ui::TextStyle style, float least, int most_lines) {
  ui::TextBlock block = lay_voice(canvas, words, style, box.w, most_lines);
  while (style.size > least && !block.lines.empty() && block.lines.back().ellipsis) {
    style.size = std::max(least, style.size - 2);
    block = lay_voice(canvas, words, style, box.w, most_lines);
  }
  canvas.draw(block, box.origin());
  return block.height();
}

}  // namespace kiosk
