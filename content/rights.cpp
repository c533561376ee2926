#include "content/rights.h"

#include <string>

#include "content/error.h"

namespace content {

bool may(Role role, Right right) {
  const bool reviews = role == Role::First || role == Role::Second || role == Role::Third;
  switch (right) {
    case Right::Edit: return true;
    case Right::Review: return reviews;
    case Right::Publish: return role == Role::Third;
    case Right::Administer: return role == Role::Administrator;
  }
  return false;
}

Text refusal_sentence(Right right, std::string_view person) {
  const std::string zh = "“" + std::string(person) + "”";
  const std::string en = "\"" + std::string(person) + "\"";
  switch (right) {
    case Right::Edit: break;
    case Right::Review:
      return {zh + "不是审核人，不能这样做；请初审、复审或终审的同事来做。", en + " is no reviewer and may not do that; ask one of the three reviewers."};
    case Right::Publish:
      return {zh + "不是终审，不能发布；请终审的同事来发。", en + " is not the third reviewer and may not publish; ask the third reviewer."};
    case Right::Administer:
      return {zh + "不是管理员，不能这样做；请找管理员。", en + " is no administrator and may not do that; ask one."};
  }
  return {zh + "不能这样做；请找管理员。", en + " may not do that; ask an administrator."};
}

void need_right(Role role, std::string_view person, Right right) {
  if (!may(role, right)) throw Error(refusal_sentence(right, person));
}

}  // namespace content
