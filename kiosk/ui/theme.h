// Every colour, size and duration of the drawing, from the design's tokens. Screens take all looks from a Theme.
#pragma once

#include <array>
#include <chrono>
#include <optional>

#include "kiosk/ui/geometry.h"

namespace ui {

enum class Language { Chinese, English };

// What the visitor switched on; all off for the next visitor.
struct Modes {
  bool large_text = false;
  bool high_contrast = false;
  bool low_reach = false;
  bool calm = false;  // reduced motion: fades of at most 120 ms only; high contrast implies it
  Language language = Language::Chinese;
  friend bool operator==(const Modes&, const Modes&) = default;
};

// The real screen, so that sizes can be told in millimetres.
struct Panel {
  double diagonal_mm = 32 * 25.4;       // of the picture
  std::optional<double> lower_edge_mm;  // of the picture above the floor
};

// The tokens of the design. Comments give the use; contrast is measured in the design document.
struct Palette {
  Color paper0, paper1, paper2, paper3;  // card, page, wells, pressed chip
  Color letter, keyboard;                // pledge and story paper, keyboard bed
  Color ink, ink2, ink3;                 // text, secondary, tertiary (ink3 only on paper0 and paper1)
  Color line, control;                   // dividers, outline of anything touchable
  Color red, red_poster, red_pressed, red50;
  Color gold, gold_line, gold_on_red, gold_text, gold50;
  Color cream;
  Color pine, pine_dark, pine50;
  Color bronze, bronze_dark, clay, clay_dark;
  Color indigo, indigo_dark, indigo50;
  Color amber, amber50;
  Color disabled, switch_off;            // words of what cannot be pressed now; a switch's track
  Color white, track_done, scrim;        // scrim carries its alpha
  // Planes and discs under words of `white` or `cream`. On paper the colours above; in high contrast black, and whoever
  // fills one draws a frame: white around what informs, `control` around what can be pressed.
  Color red_plane, pine_plane, indigo_plane, bronze_plane, clay_plane;
};

enum class Section { Publicity, Honour, Street, Products, Service };

struct SectionColors {
  Color top;
  Color bottom;
};

namespace radius {
inline constexpr float kTag = 8, kThumb = 12, kButton = 14, kCard = 16, kDoor = 18, kTile = 20, kDialog = 28;
}

namespace space {
inline constexpr float kMargin = 56, kGutter = 20;
inline constexpr float kSpineWidth = 128, kDockTop = 112;  // spine's width; dock's height in landscape
inline constexpr float kBandHeight = 150, kPortraitDock = 136;
}

// The soft shadows, in the order of Elevation: how far down, the blur's diameter as in CSS (u), and the warm brown.
struct ShadowToken {
  float drop = 0;
  float blur = 0;
  Color color;
};
inline constexpr std::array<ShadowToken, 3> kShadows{{{2, 10, {0x46, 0x2E, 0x14, 0x14}},
                                                      {10, 34, {0x46, 0x2E, 0x14, 0x21}},
                                                      {24, 90, {0x1E, 0x10, 0x08, 0x57}}}};

namespace stroke {
inline constexpr float kHairline = 2, kControl = 2, kFocus = 6, kHighContrast = 4;
inline constexpr float kIconHighContrast = 1.15F;  // icons' lines are this much wider
}

namespace touch {
inline constexpr float kMin = 64, kChip = 72, kDock = 80, kButton = 96, kDialogButton = 120;
inline constexpr float kKeyWidth = 132, kKeyHeight = 96;
inline constexpr float kReachShare = 0.48F;      // low reach: nothing touchable above this share of the height …
inline constexpr float kReachShareMost = 0.56F;  // … and above at most this one, however high the panel hangs
inline constexpr double kReachMm = 1200;         // what a seated person reaches, above the floor (ISO 21542, 1200 mm)
inline constexpr float kSlop = 16;  // u a finger may wander before a tap becomes a drag
}

namespace motion {
using std::chrono::milliseconds;
inline constexpr milliseconds kPress{80}, kRelease{160}, kPage{240}, kList{200}, kSheet{220}, kDialog{200};
inline constexpr milliseconds kToastIn{160}, kToastHold{2600}, kPoster{1200}, kPosterHold{9000}, kPulse{2400}, kTribute{600};
inline constexpr milliseconds kLockOut{300};   // taps are ignored this long after a page change
inline constexpr milliseconds kCalmMax{120};
}

struct Theme {
  Palette color;
  Modes modes;

  SectionColors section(Section section) const;
  // Text of `size_u` in the chosen mode: large text is × 1.3 up to 60 u and × 1.1 above.
  float text_size(float size_u) const;
  // A duration in the chosen mode (calm mode caps it).
  std::chrono::milliseconds duration(std::chrono::milliseconds normal) const;
};

Theme make_theme(const Modes& modes);

// 0 → 1 with time t 0–1.
float ease_out(float t);   // 1 − (1 − t)³

}  // namespace ui
