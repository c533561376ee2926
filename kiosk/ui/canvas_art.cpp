#include "kiosk/ui/canvas_art.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

#include <imgui.h>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/icons.h"
#include "kiosk/ui/pen.h"
#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/session.h"

namespace ui {
namespace {

constexpr std::size_t kMostIcons = 400;
constexpr std::size_t kMostCodes = 32;

std::vector<std::uint8_t> white_with_alpha(std::span<const std::uint8_t> alpha) {
  std::vector<std::uint8_t> rgba(alpha.size() * 4, 255);
  for (std::size_t i = 0; i < alpha.size(); ++i) {
    rgba[i * 4 + 3] = alpha[i];
  }
  return rgba;
}

// Share of a row or column that a blurred edge pair covers at `at`: the integral of the bell curve.
float blurred_edge(float at, float from, float to, float sigma) {
  const float scale = 1 / (sigma * std::sqrt(2.0F));
  return (std::erf((at - from) * scale) - std::erf((at - to) * scale)) / 2;
}

// A rounded square, blurred: exact along x, sampled along y. The square lies `spread` texels inside the texture.
struct ShadowBake {
  int side = 0;
  float spread = 0;
  float radius = 0;
  float sigma = 0;
};

std::vector<std::uint8_t> bake_shadow(const ShadowBake& bake) {
  const auto side = static_cast<std::size_t>(bake.side);
  const float high = static_cast<float>(bake.side) - bake.spread;
  std::vector<float> sums(side * side);
  std::vector<float> across(side);
  for (float row = bake.spread + 0.5F; row < high; row += 1) {
    const float into_corner = std::max({0.0F, bake.spread + bake.radius - row, row - high + bake.radius});
    const float cut = bake.radius - std::sqrt(std::max(0.0F, bake.radius * bake.radius - into_corner * into_corner));
    for (std::size_t x = 0; x < side; ++x) {
      across[x] = blurred_edge(static_cast<float>(x) + 0.5F, bake.spread + cut, high - cut, bake.sigma);
    }
    for (std::size_t y = 0; y < side; ++y) {
      const float away = (static_cast<float>(y) + 0.5F - row) / bake.sigma;
      const float weight = std::exp(-away * away / 2) / (bake.sigma * std::sqrt(2 * std::numbers::pi_v<float>));
      for (std::size_t x = 0; x < side; ++x) {
        sums[y * side + x] += weight * across[x];
      }
    }
  }
  std::vector<std::uint8_t> alpha(sums.size());
  std::ranges::transform(sums, alpha.begin(), [](float sum) { return static_cast<std::uint8_t>(std::clamp(sum * 255 + 0.5F, 0.0F, 255.0F)); });
  return alpha;
}

}  // namespace

ArtTextures::~ArtTextures() {
  for (const auto& [key, icon] : icons_) {
    backend_.destroy_texture(icon.texture);
  }
  for (const auto& [key, shadow] : shadows_) {
    backend_.destroy_texture(shadow.texture);
  }
}

BakedTexture ArtTextures::icon(std::string_view name, int grid_px, float stroke_px) {
  const int index = find_icon(name);
  if (index < 0 || grid_px < 1) {
    return {};
  }
  const IconKey key{index, grid_px, static_cast<int>(std::lround(stroke_px * 16))};
  if (const auto found = icons_.find(key); found != icons_.end()) {
    return found->second;
  }
  const IconCoverage baked = bake_icon({index, grid_px, stroke_px});
  const BakedTexture icon{backend_.create_texture(baked.side, baked.side, white_with_alpha(baked.alpha)), {baked.side, baked.side}, baked.margin};
  icons_.emplace(key, icon);
  return icon;
}

BakedShadow ArtTextures::shadow(Elevation elevation, float radius_u) {
  const std::pair key{static_cast<int>(elevation), static_cast<int>(std::lround(radius_u * 4))};
  if (const auto found = shadows_.find(key); found != shadows_.end()) {
    return found->second;
  }
  constexpr float kSigmaTexels = 6;
  constexpr float kReach = 2.6F;   // sigmas until the bell curve is invisible
  const float sigma_u = kShadows[static_cast<std::size_t>(elevation)].blur / 2;
  const float texels_per_u = kSigmaTexels / sigma_u;
  const float spread = kReach * kSigmaTexels;
  BakedShadow shadow;
  shadow.corner_texels = static_cast<int>(std::ceil(2 * spread + radius_u * texels_per_u));
  shadow.size_texels = 2 * shadow.corner_texels + 2;
  shadow.corner_u = static_cast<float>(shadow.corner_texels) / texels_per_u;
  shadow.spread_u = spread / texels_per_u;
  const auto alpha = bake_shadow({shadow.size_texels, spread, radius_u * texels_per_u, kSigmaTexels});
  shadow.texture = backend_.create_texture(shadow.size_texels, shadow.size_texels, white_with_alpha(alpha));
  shadows_.emplace(key, shadow);
  return shadow;
}

const QrMatrix* ArtTextures::qr(std::string_view text) {
  auto found = codes_.find(text);
  if (found == codes_.end()) {
    found = codes_.emplace(std::string(text), encode_qr(text)).first;
  }
  return found->second ? &*found->second : nullptr;
}

void ArtTextures::trim() {
  if (icons_.size() > kMostIcons) {
    for (const auto& [key, icon] : icons_) {
      backend_.destroy_texture(icon.texture);
    }
    icons_.clear();
  }
  if (codes_.size() > kMostCodes) {
    codes_.clear();
  }
}

namespace {

// The three bands of a 9-slice along one axis: where they end on the screen and in the texture.
struct Bands {
  std::array<float, 4> at;
  std::array<float, 4> uv;
};

Bands bands(float from, float to, float corner, float corner_uv) {
  // A box smaller than two corners shows only the outer part of each.
  const float shown = std::min(corner, (to - from) / 2);
  const float shown_uv = corner_uv * shown / corner;
  return {{from, from + shown, to - shown, to}, {0, shown_uv, 1 - shown_uv, 1}};
}

}  // namespace

void Canvas::shadow(Rect box, Elevation elevation, float radius) {
  const ShadowToken& token = kShadows[static_cast<std::size_t>(elevation)];
  Pen& pen = session_.pen();
  if (theme().modes.high_contrast || !pen.visible(box.inset(-2 * token.blur))) {
    return;
  }
  const BakedShadow baked = session_.pictures().art().shadow(elevation, radius);
  const Rect outer = box.moved(0, token.drop).inset(-baked.spread_u);
  const ImVec2 low = pen.px(outer.origin());
  const ImVec2 high = pen.px({outer.right(), outer.bottom()});
  const float corner_uv = static_cast<float>(baked.corner_texels) / static_cast<float>(baked.size_texels);
  const Bands x = bands(low.x, high.x, pen.px(baked.corner_u), corner_uv);
  const Bands y = bands(low.y, high.y, pen.px(baked.corner_u), corner_uv);
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      const bool under_the_card = row == 1 && column == 1;
      if (under_the_card || x.at[column] >= x.at[column + 1] || y.at[row] >= y.at[row + 1]) {
        continue;
      }
      pen.list()->AddImage(ImTextureRef(baked.texture), {x.at[column], y.at[row]}, {x.at[column + 1], y.at[row + 1]},
                           {x.uv[column], y.uv[row]}, {x.uv[column + 1], y.uv[row + 1]}, pen.ink(token.color));
    }
  }
}

void Canvas::icon(std::string_view name, Point centre, float size, Color color, float stroke_scale) {
  Pen& pen = session_.pen();
  if (!pen.visible({centre.x - size, centre.y - size, 2 * size, 2 * size})) {
    return;
  }
  const float widen = theme().modes.high_contrast ? stroke::kIconHighContrast : 1.0F;
  const auto grid_px = static_cast<int>(std::lround(pen.px(size)));
  const float stroke_px = kIconStroke / kIconGrid * pen.px(size) * stroke_scale * widen;
  const BakedTexture baked = session_.pictures().art().icon(name, grid_px, stroke_px);
  if (baked.texture == 0) {
    return;
  }
  const ImVec2 middle = pen.px(centre);
  const auto half = static_cast<float>(grid_px) / 2;
  const auto margin = static_cast<float>(baked.margin);
  const ImVec2 low{std::round(middle.x - half) - margin, std::round(middle.y - half) - margin};
  const ImVec2 high{low.x + static_cast<float>(baked.size.w), low.y + static_cast<float>(baked.size.h)};
  pen.list()->AddImage(ImTextureRef(baked.texture), low, high, {0, 0}, {1, 1}, pen.ink(color));
}

// assets/svg/mark.svg on its 64 box: two lozenges of half diagonal 20, each cut where the other passes over it.
void Canvas::mark(Rect box, Color red, Color gold, Color star) {
  constexpr float kGrid = 64;
  constexpr float kStroke = 4.2F;
  constexpr std::array<Point, 6> kRed{{{28.4F, 47.6F}, {24, 52}, {4, 32}, {24, 12}, {44, 32}, {35.6F, 40.4F}}};
  constexpr std::array<Point, 6> kGold{{{35.6F, 16.4F}, {40, 12}, {60, 32}, {40, 52}, {20, 32}, {28.4F, 23.6F}}};
  constexpr std::array<Point, 10> kStar{{{32, 25.9F}, {33.48F, 30.46F}, {38.28F, 30.46F}, {34.4F, 33.28F}, {35.88F, 37.84F},
                                         {32, 35.02F}, {28.12F, 37.84F}, {29.6F, 33.28F}, {25.72F, 30.46F}, {30.52F, 30.46F}}};
  Pen& pen = session_.pen();
  const auto place = [&](Point p) { return pen.px({box.x + p.x / kGrid * box.w, box.y + p.y / kGrid * box.w}); };
  const auto lozenge = [&](const std::array<Point, 6>& points, Color color) {
    std::array<ImVec2, 6> path;
    std::ranges::transform(points, path.begin(), place);
    pen.list()->AddPolyline(path.data(), static_cast<int>(path.size()), pen.ink(color), ImDrawFlags_None, kStroke / kGrid * pen.px(box.w));
  };
  lozenge(kRed, red);
  lozenge(kGold, gold);
  std::array<ImVec2, 10> path;
  std::ranges::transform(kStar, path.begin(), place);
  pen.list()->AddConcavePolyFilled(path.data(), static_cast<int>(path.size()), pen.ink(star));
}

}  // namespace ui
