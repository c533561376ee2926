// The document to show, as a plain drawing: an indigo head with its name, a grey portrait box, three bars. DESIGN-2.md §13:
// no emblem, no seal, no picture of a real certificate.
#pragma once

#include <string_view>

#include "kiosk/ui/canvas.h"

namespace kiosk {

inline constexpr ui::Size kProofCard{198, 134};   // u; larger with large text, in this shape

// `name` is fitted into the head: in one line, in two when it is long.
void draw_proof_card(ui::Canvas& canvas, std::string_view name, ui::Rect box);

}  // namespace kiosk
