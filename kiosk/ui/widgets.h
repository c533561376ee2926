// The pieces that every screen is made of, in all their states (DESIGN.md §6). Each returns what was touched.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/page_turner.h"

namespace ui {

enum class ButtonKind { Primary, Ink, Secondary };

struct ButtonStyle {
  ButtonKind kind = ButtonKind::Secondary;
  std::string_view icon = {};    // left of the words, may be empty
  std::string_view icon_after = {};   // right of the words
  bool enabled = true;
  float text_size = 28;
  float radius = -1;             // −1: a pill below 100 u, a tile of 20 below 112 (portrait's shelf), a dialog's 16 above
};

// A button; returns true when tapped. Width from button_width() where the box should hug the words.
bool button(Canvas& canvas, std::string_view label, Rect box, const ButtonStyle& style = {});
float button_width(Canvas& canvas, std::string_view label, const ButtonStyle& style = {});

// A filter chip, 72 u high; selected = ink fill. Returns true when tapped.
bool chip(Canvas& canvas, std::string_view label, Rect box, bool selected);
float chip_width(Canvas& canvas, std::string_view label);
// A row of chips from the left edge, gap 12–14; shrinks paddings, then the words a little, and when the chips still do not fit the row pages with
// arrows at its right end, beginning with the page of the selected one. Returns the index tapped.
std::optional<std::size_t> chip_row(Canvas& canvas, Rect row, std::span<const std::string> labels, std::size_t selected);

// `label value ⌄`: opens a bottom sheet. Landscape: pill 72; portrait: tile 104 with the label above the value.
bool drop_chip(Canvas& canvas, std::string_view label, std::string_view value, Rect box, bool active);
float drop_chip_width(Canvas& canvas, std::string_view label, std::string_view value);
// A pill with one word: the value or, while nothing is chosen, the label. `label` names it for the touch.
bool short_drop_chip(Canvas& canvas, std::string_view label, std::string_view value, Rect box);
float short_drop_chip_width(Canvas& canvas, std::string_view label, std::string_view value);
// A pill or tile with a switch. Returns true when tapped. A '\n' in the label breaks it in a tile and is left out
// elsewhere.
bool toggle_chip(Canvas& canvas, std::string_view label, Rect box, bool on);
float toggle_chip_width(Canvas& canvas, std::string_view label);

// `‹ 1 / 13 ›` right-aligned in `row`; turns `turner`. `note` stands left of it ("64 家"), in portrait at the row's left
// end. Returns the width used, without a note at the left end. Its arrows are the items "‹" and "›": one pager a screen.
float pager(Canvas& canvas, Rect row, PageTurner& turner, int page_count, std::string_view note = {});

enum class TagKind { Pine, Grey, Gold, Red, Indigo, Amber };
// Not touchable; returns its width. height 44 or 50.
float tag(Canvas& canvas, Point top_left, std::string_view words, TagKind kind, float height = 44, std::string_view icon = {});
float tag_width(Canvas& canvas, std::string_view words, float height = 44, std::string_view icon = {});

// The track of 28 u with the target's tick reaching over it; the numbers beside it are the screen's own.
struct Coverage {
  int signed_shops = 0;
  int shops = 0;
  int target_percent = 80;
};
void coverage_meter(Canvas& canvas, Rect track, const Coverage& coverage);

// White quiet zone of at least 4 modules around an ink-on-white code of `text` (QR, level M). Draws nothing when the text
// does not fit a code of version 15. `box` is square, ≥ 158 u.
void qr_code(Canvas& canvas, Rect box, std::string_view text);

struct SheetRow {
  std::string label;
  std::string note = {};   // right-aligned: how many remain
  bool enabled = true;     // otherwise it is shown and cannot be chosen: its note says why ("0 家")
};
// 0 → 1 since the frame in which `label` was shown first; shown again after a frame without it begins anew.
// For dialogs and sheets that fade in and rise.
float appear(Canvas& canvas, std::string_view label, std::chrono::milliseconds duration);

// A bottom sheet of 96 u rows over a scrim; rows that find no room make it page, `page` says where it is. Its rows'
// labels for the touch are "TITLE ROW". Open while the caller keeps calling it. Returns the row tapped, or
// `dismissed` when the scrim or 关闭 was touched.
struct SheetResult {
  std::optional<std::size_t> chosen;
  bool dismissed = false;
};
SheetResult bottom_sheet(Canvas& canvas, std::string_view title, std::span<const SheetRow> rows, std::size_t selected,
                         std::string_view close_label, int& page);

// Ink, bottom-centre above the shelf; icon + sentence; lives for motion::kToastHold.
void toast(Canvas& canvas, std::string_view icon, std::string_view sentence, std::string_view right_note, float alpha);

}  // namespace ui
