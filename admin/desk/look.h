// Every colour and size of the office's window (DESIGN.md §11, DESIGN-2.md §14–15), in desktop pixels at scale 1.
#pragma once

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/text.h"

namespace admin::desk {

namespace color {
using ui::Color;
inline constexpr Color kPaper = Color::rgb(0xFFFFFF), kGround = Color::rgb(0xF7F5F1), kSide = Color::rgb(0xFCFBF8);
inline constexpr Color kHead = Color::rgb(0xF7F4EE), kHover = Color::rgb(0xFBFAF7), kSelected = Color::rgb(0xFBF3EF);
inline constexpr Color kProblemRow = Color::rgb(0xFDF6F4), kChangedRow = Color::rgb(0xFDFBF6), kWell = Color::rgb(0xF3EFE8);
inline constexpr Color kLine = Color::rgb(0xE3DCCF), kField = Color::rgb(0x9A9183), kOffTrack = Color::rgb(0x8A7C66), kTrack = Color::rgb(0xE9E2D6);
inline constexpr Color kInk = Color::rgb(0x1E1916), kInk2 = Color::rgb(0x4A423B), kInk3 = Color::rgb(0x5F564C);
inline constexpr Color kDisabled = Color::rgb(0xF0EDE7), kDisabledInk = Color::rgb(0x8F8574), kHint = Color::rgb(0x756B5C);
inline constexpr Color kRed = Color::rgb(0x9B1B1E), kRedDark = Color::rgb(0x8E1719), kRedPressed = Color::rgb(0x7A1316), kError = Color::rgb(0xB3261E);
inline constexpr Color kRed50 = Color::rgb(0xFBEDE9), kRedHalo = Color::rgb(0xF6DAD5), kNavOn = Color::rgb(0xF9E8E3);
inline constexpr Color kIndigo = Color::rgb(0x23405F), kIndigoPressed = Color::rgb(0x172C43), kIndigo50 = Color::rgb(0xE8EEF4), kIndigoLine = Color::rgb(0xB9C9DA);
inline constexpr Color kPine = Color::rgb(0x1E4D40), kPine50 = Color::rgb(0xE6F0EA), kPineLine = Color::rgb(0xA9C4B4);
inline constexpr Color kAmber = Color::rgb(0x7A4100), kAmberLine = Color::rgb(0x9A5B00), kAmber50 = Color::rgb(0xFBF0DC), kAmberEdge = Color::rgb(0xE3C48D);
inline constexpr Color kGold = Color::rgb(0xC49A4A), kGoldOnRed = Color::rgb(0xF4E3BC), kCream = Color::rgb(0xFFF6E4);
inline constexpr Color kScrim{0x18, 0x0E, 0x08, 0xA8};
}  // namespace color

namespace size {
inline constexpr float kTopBar = 56, kNav = 196, kNavRow = 38, kInspector = 558, kTitleRow = 66, kTabs = 42, kFilterRow = 52;
inline constexpr float kHeadRow = 36, kRow = 40, kActionBar = 64, kControl = 36, kButton = 36, kBigButton = 40;
inline constexpr float kPad = 24, kGap = 16, kRadius = 6, kButtonRadius = 8, kCardRadius = 10, kDialogRadius = 14;
inline constexpr float kPageTitle = 22, kPanelTitle = 16.5F, kText = 15, kSecond = 13.5F, kSmall = 12.5F;
inline constexpr float kDrawerBelow = 1500;  // windows narrower than this show the inspector as a drawer
}  // namespace size

// Styles of words. Weight by face: Sans, SansMedium (titles of rows), SansBold.
inline ui::TextStyle words(float text_size = size::kText, ui::Color ink = color::kInk, ui::Face face = ui::Face::Sans) {
  return {.face = face, .size = text_size, .color = ink, .line = 1.5F};
}
inline ui::TextStyle bold(float text_size = size::kText, ui::Color ink = color::kInk) { return words(text_size, ink, ui::Face::SansBold); }
inline ui::TextStyle second(ui::Color ink = color::kInk3) { return words(size::kSecond, ink); }
inline ui::TextStyle small(ui::Color ink = color::kInk3) { return words(size::kSmall, ink); }
inline ui::TextStyle right(ui::TextStyle style) { style.align = ui::Align::Right; return style; }
inline ui::TextStyle centre(ui::TextStyle style) { style.align = ui::Align::Centre; return style; }

}  // namespace admin::desk
