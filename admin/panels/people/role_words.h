// What each role may do, in the office's words.
#pragma once

#include <span>
#include <string_view>

#include "content/review.h"

namespace admin {

struct RoleWords {
  content::Role role = content::Role::Editor;
  std::string_view may;
};

// In the order of the work: 编辑 初审 复审 终审 管理员.
std::span<const RoleWords> role_words();
int role_order(content::Role role);   // administrators first, then as above

}  // namespace admin
