// An article's body as the reader shows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/model.h"
#include "kiosk/texts.h"
#include "kiosk/ui/flow.h"

namespace kiosk {

// Paragraphs, "## " sub-heads, "> " quotes and "- " lists, **bold** words in them. Every line is a block of its own, as
// officials type; full-width blanks at a line's start are an indent and go, a run of two or more within a line begins a paragraph.
std::vector<ui::FlowBlock> article_blocks(std::string_view body);

// At 250 characters a minute, rounded up; at least 1.
int reading_minutes(std::string_view body);

// "7 月 28 日"; "2025 年 7 月 28 日" when it is not now's year.
std::string article_day(content::Day day, content::LocalMinute now, const Texts& texts);

}  // namespace kiosk
