// The tag 中文 that an English visitor sees where the office has given no English text.
#pragma once

#include "kiosk/texts.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

// Once per block of content that Said::chinese says is Chinese (a title with its text, a list's row), never beside a name
// with its pinyin. Returns its width; 44 u high, in large text as much higher as its word.
float chinese_mark(ui::Canvas& canvas, const Texts& texts, ui::Point top_left);
float chinese_mark_width(ui::Canvas& canvas, const Texts& texts);
float chinese_mark_height(const ui::Canvas& canvas);

}  // namespace kiosk
