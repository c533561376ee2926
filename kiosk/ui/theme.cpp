#include "kiosk/ui/theme.h"

namespace ui {

namespace {

constexpr float kLargeTextScale = 1.3F;
constexpr float kLargeDisplayScale = 1.1F;
constexpr float kDisplayFrom = 60;   // u; larger text is large already

Palette paper_palette() {
  Palette p;
  p.paper0 = Color::rgb(0xFFFFFF), p.paper1 = Color::rgb(0xFAF7F1), p.paper2 = Color::rgb(0xF2ECE1);
  p.paper3 = Color::rgb(0xE3DACA), p.letter = Color::rgb(0xF6EEDC), p.keyboard = Color::rgb(0xEFE7D8);
  p.ink = Color::rgb(0x1E1916), p.ink2 = Color::rgb(0x4A423B), p.ink3 = Color::rgb(0x585047);
  p.line = Color::rgb(0xDDD2BF), p.control = Color::rgb(0x94866F);
  p.red = Color::rgb(0x9B1B1E), p.red_poster = Color::rgb(0x8E1719), p.red_pressed = Color::rgb(0x7A1316);
  p.red50 = Color::rgb(0xFBEDE9);
  p.gold = Color::rgb(0xC49A4A), p.gold_line = Color::rgb(0xE8CF96), p.gold_on_red = Color::rgb(0xF4E3BC);
  p.gold_text = Color::rgb(0x63450B), p.gold50 = Color::rgb(0xF8F0DD), p.cream = Color::rgb(0xFFF6E4);
  p.pine = Color::rgb(0x1E4D40), p.pine_dark = Color::rgb(0x123229), p.pine50 = Color::rgb(0xE6F0EA);
  p.bronze = Color::rgb(0x5A3F0C), p.bronze_dark = Color::rgb(0x432E07);
  p.clay = Color::rgb(0x6F3517), p.clay_dark = Color::rgb(0x4F240E);
  p.indigo = Color::rgb(0x23405F), p.indigo_dark = Color::rgb(0x172C43), p.indigo50 = Color::rgb(0xE8EEF4);
  p.amber = Color::rgb(0x7A4100), p.amber50 = Color::rgb(0xFBF0DC);
  p.disabled = Color::rgb(0x8F8574), p.switch_off = Color::rgb(0x8A7C66);
  p.white = Color::rgb(0xFFFFFF), p.track_done = Color::rgb(0xCFC2AC);
  p.scrim = Color{0x18, 0x0E, 0x08, 0xA8};
  p.red_plane = p.red, p.pine_plane = p.pine, p.indigo_plane = p.indigo, p.bronze_plane = p.bronze, p.clay_plane = p.clay;
  return p;
}

// Black ground, white words, yellow for everything that can be pressed. Words keep a tint of their colour at 10:1 or more.
Palette high_contrast_palette() {
  const Color black = Color::rgb(0x000000);
  const Color white = Color::rgb(0xFFFFFF);
  const Color yellow = Color::rgb(0xFFD800);
  Palette p;
  p.paper0 = p.paper1 = p.letter = p.keyboard = black;
  p.paper2 = Color::rgb(0x161616), p.paper3 = Color::rgb(0x3A3A3A);
  p.ink = p.ink2 = p.ink3 = white;
  p.line = white, p.control = yellow;
  p.red = Color::rgb(0xFFC8BC), p.red_poster = p.red_pressed = p.red50 = black;
  p.gold = p.gold_line = p.gold_on_red = p.gold_text = p.cream = p.white = white;
  p.gold50 = p.pine50 = p.indigo50 = p.amber50 = black;
  p.pine = Color::rgb(0xA8F0CC), p.indigo = Color::rgb(0xC4DFFF);
  p.amber = p.bronze = p.clay = Color::rgb(0xFFD9A0);
  p.red_plane = p.pine_plane = p.indigo_plane = p.bronze_plane = p.clay_plane = black;
  p.pine_dark = p.bronze_dark = p.clay_dark = p.indigo_dark = black;
  p.disabled = p.switch_off = p.track_done = Color::rgb(0xA8A8A8);
  p.scrim = Color{0, 0, 0, 0xC8};
  return p;
}

}  // namespace

SectionColors Theme::section(Section section) const {
  if (modes.high_contrast) return {color.paper0, color.paper0};
  switch (section) {
    case Section::Publicity: return {color.red, color.red_pressed};
    case Section::Honour: return {color.bronze, color.bronze_dark};
    case Section::Street: return {color.pine, color.pine_dark};
    case Section::Products: return {color.clay, color.clay_dark};
    case Section::Service: return {color.indigo, color.indigo_dark};
  }
  return {color.red, color.red_pressed};
}

float Theme::text_size(float size_u) const {
  if (!modes.large_text) return size_u;
  // Between the two scales the size stands still, so that larger text never ends up smaller than smaller text.
  if (size_u <= kDisplayFrom) return size_u * kLargeTextScale;
  return std::max(size_u * kLargeDisplayScale, kDisplayFrom * kLargeTextScale);
}

std::chrono::milliseconds Theme::duration(std::chrono::milliseconds normal) const {
  return modes.calm ? std::min(normal, motion::kCalmMax) : normal;
}

Theme make_theme(const Modes& modes) {
  Theme theme;
  theme.modes = modes;
  theme.modes.calm = modes.calm || modes.high_contrast;
  theme.color = modes.high_contrast ? high_contrast_palette() : paper_palette();
  return theme;
}

float ease_out(float t) {
  const float rest = 1 - std::clamp(t, 0.0F, 1.0F);
  return 1 - rest * rest * rest;
}

}  // namespace ui
