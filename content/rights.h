// Who may do what in the office. The store refuses by this table and the window offers by it.
#pragma once

#include <string_view>

#include "content/language.h"
#include "content/review.h"

namespace content {

// Edit: write, submit, throw away and bring back records and pictures. Review: approve, return, let a finding pass. Publish:
// bring a release out, roll back. Administer: people, passwords, the office's settings.
enum class Right { Edit, Review, Publish, Administer };

// 编辑: Edit. 初审, 复审: Edit, Review. 终审: Edit, Review, Publish. 管理员: Edit, Administer; no review, no publishing.
bool may(Role role, Right right);

// Why somebody without the right is refused, and who to ask.
Text refusal_sentence(Right right, std::string_view person);

// Throws Error with that sentence.
void need_right(Role role, std::string_view person, Right right);

}  // namespace content
