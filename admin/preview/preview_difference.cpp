#include "admin/preview/preview_difference.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <optional>
#include <tuple>

namespace admin {
namespace {

using ui::Rect;

constexpr float kBlock = 16;        // u; pixels are compared in squares of this size
constexpr int kVisibleStep = 24;    // of 255, of one channel
constexpr float kTogether = 44;     // u; boxes nearer than this become one
constexpr float kAir = 6;           // u around what is framed
constexpr float kClear = 18;        // u; words nearer than this would be covered by the frame

Rect joined(Rect a, Rect b) {
  const float x = std::min(a.x, b.x);
  const float y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

bool touches(Rect a, Rect b) { return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom(); }

using Word = std::tuple<std::string, int, int>;

Word word_of(const ui::LoggedText& text) {
  return {text.text, static_cast<int>(std::lround(text.box.x)), static_cast<int>(std::lround(text.box.y))};
}

// Lines that one side has and the other has not, at the same place.
void add_words(const std::vector<ui::LoggedText>& mine, const std::vector<ui::LoggedText>& others, std::vector<Rect>& boxes) {
  std::map<Word, int> left;
  for (const ui::LoggedText& text : others) ++left[word_of(text)];
  for (const ui::LoggedText& text : mine) {
    if (text.covered || text.seen.w <= 0 || text.seen.h <= 0) continue;
    const auto found = left.find(word_of(text));
    if (found == left.end() || found->second-- <= 0) boxes.push_back(text.seen);
  }
}

bool block_differs(const ui::Pixels& a, const ui::Pixels& b, int x0, int y0, int side) {
  for (int y = y0; y < std::min(y0 + side, a.height); ++y) {
    for (int x = x0; x < std::min(x0 + side, a.width); ++x) {
      const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(a.width) + static_cast<std::size_t>(x)) * 4;
      for (std::size_t channel = 0; channel < 3; ++channel) {
        if (std::abs(int{a.rgba[at + channel]} - int{b.rgba[at + channel]}) > kVisibleStep) return true;
      }
    }
  }
  return false;
}

void add_blocks(const ui::Pixels& a, const ui::Pixels& b, ui::Size size_u, std::vector<Rect>& boxes) {
  if (a.rgba.empty() || a.width != b.width || a.height != b.height || a.rgba.size() != b.rgba.size()) return;
  const float scale = static_cast<float>(a.width) / size_u.w;
  const int side = std::max(4, static_cast<int>(kBlock * scale));
  for (int y = 0; y < a.height; y += side) {
    for (int x = 0; x < a.width; x += side) {
      if (!block_differs(a, b, x, y, side)) continue;
      const float length = static_cast<float>(side) / scale;
      boxes.push_back({static_cast<float>(x) / scale, static_cast<float>(y) / scale, length, length});
    }
  }
}

std::vector<Rect> merged(std::vector<Rect> boxes) {
  for (bool again = true; again;) {
    again = false;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t j = boxes.size() - 1; j > i; --j) {
        if (!touches(boxes[i].inset(-kTogether), boxes[j])) continue;
        boxes[i] = joined(boxes[i], boxes[j]);
        boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(j));
        again = true;
      }
    }
  }
  return boxes;
}

// A frame does not run through words: lines that it would cut are taken in.
Rect around_words(Rect box, const std::vector<ui::LoggedText>& texts) {
  for (bool again = true; again;) {
    again = false;
    for (const ui::LoggedText& text : texts) {
      const Rect aired = box.inset(-kClear);
      const bool inside = joined(aired, text.seen) == aired;
      if (text.covered || text.seen.w <= 0 || text.seen.h <= 0 || inside || !touches(aired, text.seen)) continue;
      box = joined(box, text.seen);
      again = true;
    }
  }
  return box;
}

}  // namespace

std::vector<Rect> differences(const PreviewFrame& before, const PreviewFrame& after, ui::Size size_u) {
  std::vector<Rect> boxes;
  add_words(after.texts, before.texts, boxes);
  add_words(before.texts, after.texts, boxes);
  add_blocks(before.pixels, after.pixels, size_u, boxes);
  boxes = merged(std::move(boxes));
  for (Rect& box : boxes) box = around_words(box, after.texts);
  boxes = merged(std::move(boxes));
  for (Rect& box : boxes) {
    box = box.inset(-kAir);
    const float right = std::min(box.right(), size_u.w);
    const float bottom = std::min(box.bottom(), size_u.h);
    box.x = std::max(0.0F, box.x);
    box.y = std::max(0.0F, box.y);
    box.w = right - box.x;
    box.h = bottom - box.y;
  }
  std::ranges::sort(boxes, [](Rect a, Rect b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
  return boxes;
}

}  // namespace admin
