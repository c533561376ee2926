// 三审三校 as pure rules: draft → 初审 → 复审 → 终审 → approved. Three different people, none of whom wrote what is
// reviewed; an approval names the hash of exactly the content that it saw; any change of that content starts again.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/language.h"
#include "content/record.h"

namespace content {

// What a person may do. Everyone may edit; each of the reviewers approves in one round only; an administrator enters people
// and sets passwords, and approves nothing. 编辑 初审 复审 终审 管理员
enum class Role { Editor, First, Second, Third, Administrator };

struct Approval {
  int round = 1;  // 1–3
  std::string person{};
  std::string hash{};    // of the content that was seen
  std::int64_t at = 0;   // ms since 1970 UTC
  std::string remark{};  // what the reviewer had to say, may be empty
};

// One record's review as it stands.
struct Review {
  ReviewState state = ReviewState::Draft;
  std::string hash;                  // of the content now
  std::vector<std::string> authors;  // everyone who changed it since it was last approved, now or when it was this before
  std::vector<Approval> approvals;   // of the current pass
  std::string approved_hash;         // the content last approved in all three rounds; empty = never
  std::string reason;                // Returned: why
};

enum class Refusal {
  NotUnderReview,
  ContentChanged,
  IsAuthor,
  AlreadyApproved,
  WrongRole,
  NoReason,
  AlreadyUnderReview,
  NothingToReview
};

// Each function answers a refusal and leaves the review as it was, or changes it and answers nullopt.

// Draft or Returned → First.
std::optional<Refusal> submit(Review& review);
// First, which nobody has reviewed yet → Draft; with a reason, Returned: what it was before it was submitted.
std::optional<Refusal> withdraw(Review& review, std::string_view seen_hash, std::string_view returned_because = {});
// First → Second → Third → Approved.
std::optional<Refusal> approve(Review& review, std::string_view person, Role role, std::string_view seen_hash);
// First, Second, Third → Returned; the reason is for the author. Any reviewer may return, whatever their round.
std::optional<Refusal> send_back(Review& review, std::string_view person, Role role, std::string_view seen_hash,
                                 std::string_view reason);
// The content is now `hash`, changed by `person`. The same hash changes nothing; the hash approved last is approved
// still; any other content is a draft without approvals. `earlier` are earlier_authors() of that content.
void change_content(Review& review, std::string_view hash, std::string_view person, std::span<const std::string> earlier = {});

// One step of a record's past.
struct PastStep {
  std::string person{};
  std::string hash{};         // of the content after it
  bool approved = false;      // the third approval
};
// Who wrote the content `hash` whenever it was the record's before: who brings another's words back with an undo does not
// make them anybody's to approve. Everyone who changed the content from the last approval up to there; `past` is oldest
// first. None when it never was.
std::vector<std::string> earlier_authors(std::span<const PastStep> past, std::string_view hash);

// 1–3 while it waits for that round's approval, else 0.
int round_of(ReviewState state);
// 1–3: the round that the role reviews; 0: none.
int review_round(Role role);

// The body's spelling ("first") and what people read (待初审).
struct StateWord {
  std::string_view value;
  std::string_view zh;
  std::string_view en;
};
const StateWord& word_of(ReviewState state);
const StateWord& word_of(Role role);
std::optional<ReviewState> review_state_from(std::string_view value);
std::optional<Role> role_from(std::string_view word);  // value, Chinese or English word

// What the refusal means and what to do, for the record with this title.
Text sentence(Refusal refusal, std::string_view title, std::string_view person);

}  // namespace content
