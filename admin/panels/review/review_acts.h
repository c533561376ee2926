// What a reviewer does: approve, return, approve all that was opened, print. Failures become the window's sentence.
#pragma once

#include "admin/panels/review/review_view.h"
#include "admin/desk/desk.h"

namespace admin {

// True when it went through.
bool approve_current(desk::Desk& desk, ReviewView& view);
// Without a comment the caret goes there instead.
bool return_current(desk::Desk& desk, ReviewView& view);
void ask_for_bulk(desk::Desk& desk, ReviewView& view);
// Writes the review sheet below the database's folder and opens it where a program can.
void print_sheet(desk::Desk& desk, ReviewView& view);

inline constexpr std::string_view kCommentLabel = "意见";
inline constexpr int kCommentLimit = 200;

}  // namespace admin
