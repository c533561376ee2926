// What informs and is not clicked: chips of state, notices, key caps, steps, meters, discs.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "admin/desk/desk.h"
#include "content/record.h"

namespace admin::desk {

enum class Tone { Grey, Pine, Indigo, Amber, Red, RedOutline };

// A word in a chip, 26 high; returns its width. `middle` is the chip's left end and middle height.
float chip(Desk& desk, ui::Point left_middle, std::string_view words, Tone tone, int dots = -1);
float chip_width(Desk& desk, std::string_view words, int dots = -1);
// 草稿, 一审 ●○○, 二审 ●●○, 三审 ●●●, 已通过, 已退回; `expired` wins.
float state_chip(Desk& desk, ui::Point left_middle, content::ReviewState state, bool expired = false);
std::string_view state_words(content::ReviewState state);

// The top at which a laid-out text stands in the box's middle; its last line's leading does not count.
float middle_top(const ui::TextBlock& block, ui::Rect box);
// A line of one sentence on a tinted ground with its icon; returns the height (≥ 40).
float notice(Desk& desk, ui::Rect box, std::string_view sentence, Tone tone);
float key_cap(Desk& desk, ui::Point left_middle, std::string_view key);
// Discs with words and lines between; `now` counts from 0; steps before it are done.
void stepper(Desk& desk, ui::Rect row, std::span<const std::string> steps, int now, float disc = 22);
// A person's first character in a disc.
void avatar(Desk& desk, ui::Point centre, float radius, std::string_view name);
// Bar with the target's red tick; shares 0–1.
void target_bar(Desk& desk, ui::Rect track, float share, float target);
// White card with a hairline; returns what is left below its head (48) when there is a title.
ui::Rect card(Desk& desk, ui::Rect box, std::string_view title = {}, std::string_view note = {});
// Title of a page with a small note after it, in a row of size::kTitleRow; returns x after both.
float page_title(Desk& desk, ui::Rect row, std::string_view title, std::string_view note = {});
// In the middle of an empty list: what it means and what to do.
void empty_words(Desk& desk, ui::Rect box, std::string_view title, std::string_view sentence, std::string_view icon = "info");
// Two columns of a detail: grey label, value; returns the height.
float fact(Desk& desk, ui::Rect row, std::string_view label, std::string_view value, float label_width = 82);

}  // namespace admin::desk
