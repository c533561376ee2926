// Contrast as it is on the glass: the frame is looked at twice, with its words and without. Where the two differ there is
// ink; what the second shows there is its ground, whatever was drawn: a plane, a gradient, a picture.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "kiosk/lint/numbers.h"
#include "kiosk/lint/rules.h"

namespace kiosk::lint {
namespace {

constexpr int kInk = 24;              // sum of the channels' differences from which a pixel counts as ink
constexpr double kWorstShare = 0.1;   // the contrast that nine tenths of the ink reach
constexpr double kThere = 0.7;        // of the ink's full strength, or something pale lies over the words
constexpr double kSlack = 0.05;       // of a ratio: colours are whole numbers

using Rgb = std::array<double, 3>;    // 0–255

double linear(double channel) {
  const double c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const Rgb& color) { return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]); }

double contrast(const Rgb& a, const Rgb& b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Rgb pixel(const ui::Pixels& pixels, int x, int y) {
  const std::uint8_t* at = &pixels.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x)) * 4];
  return {static_cast<double>(at[0]), static_cast<double>(at[1]), static_cast<double>(at[2])};
}

double apart(const Rgb& a, const Rgb& b) { return std::abs(a[0] - b[0]) + std::abs(a[1] - b[1]) + std::abs(a[2] - b[2]); }

// The words' colour laid over a ground.
Rgb over(const ui::LoggedText& text, ui::Color color, const Rgb& ground) {
  const double alpha = static_cast<double>(text.alpha) * color.a / 255;
  return {color.r * alpha + ground[0] * (1 - alpha), color.g * alpha + ground[1] * (1 - alpha), color.b * alpha + ground[2] * (1 - alpha)};
}

double quantile(std::vector<double>& values, double share) {
  const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

struct Ink {
  std::vector<Rgb> drawn, ground;   // of the pixels with ink; without any ink: of the whole box
  bool any = false;
};

Ink ink_of(const Sight& sight, const ui::LoggedText& text) {
  const ui::Pixels& with = *sight.drawn;
  const ui::Pixels& without = *sight.wordless;
  const float scale = sight.pixels_per_u;
  const int left = std::max(0, static_cast<int>(text.seen.x * scale));
  const int top = std::max(0, static_cast<int>(text.seen.y * scale));
  const int right = std::min(with.width, static_cast<int>(std::ceil(text.seen.right() * scale)));
  const int bottom = std::min(with.height, static_cast<int>(std::ceil(text.seen.bottom() * scale)));
  Ink ink;
  std::vector<Rgb> grounds;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const Rgb drawn = pixel(with, x, y);
      const Rgb ground = pixel(without, x, y);
      if (apart(drawn, ground) >= kInk) {
        ink.drawn.push_back(drawn);
        ink.ground.push_back(ground);
      } else {
        grounds.push_back(ground);
      }
    }
  }
  ink.any = !ink.drawn.empty();
  if (!ink.any) ink.ground = std::move(grounds);
  return ink;
}

double worst(const ui::LoggedText& text, ui::Color color, const Ink& ink) {
  std::vector<double> ratios;
  for (const Rgb& ground : ink.ground) ratios.push_back(contrast(over(text, color, ground), ground));
  return quantile(ratios, kWorstShare);
}

// How much of the words' own strength came through what was drawn after them: the strongest pixels say.
double strength(const ui::LoggedText& text, const Ink& ink) {
  std::vector<double> shares;
  for (std::size_t i = 0; i < ink.drawn.size(); ++i) {
    double full = apart(over(text, text.color, ink.ground[i]), ink.ground[i]);
    if (text.mark) full = std::min(full, apart(over(text, *text.mark, ink.ground[i]), ink.ground[i]));
    shares.push_back(apart(ink.drawn[i], ink.ground[i]) / std::max(1.0, full));
  }
  return quantile(shares, 0.98);
}

// Words under something pale: what the eye really gets, at their strongest pixels.
double seen_contrast(const Ink& ink) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < ink.drawn.size(); ++i) ratios.push_back(contrast(ink.drawn[i], ink.ground[i]));
  return quantile(ratios, 0.98);
}

double contrast_of(const ui::LoggedText& text, const Ink& ink) {
  double ratio = worst(text, text.color, ink);
  if (text.mark) ratio = std::min(ratio, worst(text, *text.mark, ink));
  if (ink.any && strength(text, ink) < kThere) ratio = std::min(ratio, seen_contrast(ink));
  return ratio;
}

bool is_disabled(const Sight& sight, const ui::LoggedText& text) {
  return text.color.r == sight.disabled.r && text.color.g == sight.disabled.g && text.color.b == sight.disabled.b;
}

}  // namespace

std::vector<Finding> check_contrast(const Sight& sight) {
  std::vector<Finding> found;
  if (!sight.drawn || !sight.wordless) return found;
  const double wanted = sight.modes.high_contrast ? kLeastContrastHigh : kLeastContrast;
  for (const ui::LoggedText& text : sight.texts) {
    if (!is_seen(text) || is_disabled(sight, text)) continue;
    const Ink ink = ink_of(sight, text);
    if (ink.ground.empty()) continue;
    const double ratio = contrast_of(text, ink);
    if (ratio >= wanted - kSlack) continue;
    found.push_back({Rule::Contrast, text.text, number(ratio, 1) + ":1", number(wanted) + ":1"});
  }
  return found;
}

}  // namespace kiosk::lint
