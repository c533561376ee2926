#include "content/review.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace content {
namespace {

constexpr std::array<StateWord, 6> kStateWords{{{"draft", "草稿", "draft"},
                                                {"first", "待初审", "waits for the first review"},
                                                {"second", "待复审", "waits for the second review"},
                                                {"third", "待终审", "waits for the final review"},
                                                {"approved", "已通过", "approved"},
                                                {"returned", "已退回", "returned"}}};
constexpr std::array<StateWord, 5> kRoleWords{{{"editor", "编辑", "editor"},
                                               {"first", "初审", "first reviewer"},
                                               {"second", "复审", "second reviewer"},
                                               {"third", "终审", "final reviewer"},
                                              {"administrator", "管理员", "administrator"}}};

ReviewState after(ReviewState waiting) {
  switch (waiting) {
    case ReviewState::First:
      return ReviewState::Second;
    case ReviewState::Second:
      return ReviewState::Third;
    default:
      return ReviewState::Approved;
  }
}

bool is_author(const Review& review, std::string_view person) {
  return std::ranges::find(review.authors, person) != review.authors.end();
}

// What holds for approving and for returning.
std::optional<Refusal> may_judge(const Review& review, std::string_view person, Role role, std::string_view seen_hash) {
  if (round_of(review.state) == 0) return Refusal::NotUnderReview;
  if (seen_hash != review.hash) return Refusal::ContentChanged;
  if (role == Role::Editor || role == Role::Administrator) return Refusal::WrongRole;
  if (is_author(review, person)) return Refusal::IsAuthor;
  return std::nullopt;
}

}  // namespace

int round_of(ReviewState state) {
  switch (state) {
    case ReviewState::First:
      return 1;
    case ReviewState::Second:
      return 2;
    case ReviewState::Third:
      return 3;
    default:
      return 0;
  }
}

int review_round(Role role) {
  switch (role) {
    case Role::First: return 1;
    case Role::Second: return 2;
    case Role::Third: return 3;
    case Role::Editor:
    case Role::Administrator: return 0;
  }
  return 0;
}

std::optional<Refusal> submit(Review& review) {
  if (round_of(review.state) != 0) return Refusal::AlreadyUnderReview;
  if (review.state == ReviewState::Approved) return Refusal::NothingToReview;
  review.state = ReviewState::First;
  review.approvals.clear();
  review.reason.clear();
  return std::nullopt;
}

std::optional<Refusal> withdraw(Review& review, std::string_view seen_hash, std::string_view returned_because) {
  if (round_of(review.state) == 0) return Refusal::NotUnderReview;
  if (seen_hash != review.hash) return Refusal::ContentChanged;
  if (review.state != ReviewState::First || !review.approvals.empty()) return Refusal::AlreadyUnderReview;
  review.state = returned_because.empty() ? ReviewState::Draft : ReviewState::Returned;
  review.reason = returned_because;
  return std::nullopt;
}

std::optional<Refusal> approve(Review& review, std::string_view person, Role role, std::string_view seen_hash) {
  if (const auto refusal = may_judge(review, person, role, seen_hash)) return refusal;
  if (std::ranges::find(review.approvals, person, &Approval::person) != review.approvals.end()) {
    return Refusal::AlreadyApproved;
  }
  const int round = round_of(review.state);
  if (static_cast<int>(role) != round) return Refusal::WrongRole;
  review.approvals.push_back({.round = round, .person = std::string(person), .hash = review.hash});
  review.state = after(review.state);
  if (review.state == ReviewState::Approved) {
    review.approved_hash = review.hash;
    review.authors.clear();
  }
  return std::nullopt;
}

std::optional<Refusal> send_back(Review& review, std::string_view person, Role role, std::string_view seen_hash,
                                 std::string_view reason) {
  if (const auto refusal = may_judge(review, person, role, seen_hash)) return refusal;
  if (reason.find_first_not_of(" \t\r\n") == std::string_view::npos) return Refusal::NoReason;
  review.state = ReviewState::Returned;
  review.approvals.clear();
  review.reason = reason;
  return std::nullopt;
}

void change_content(Review& review, std::string_view hash, std::string_view person, std::span<const std::string> earlier) {
  if (hash == review.hash) return;
  review.hash = hash;
  review.approvals.clear();
  review.reason.clear();
  if (hash == review.approved_hash) {
    review.state = ReviewState::Approved;
    review.authors.clear();
    return;
  }
  review.state = ReviewState::Draft;
  if (!is_author(review, person)) review.authors.emplace_back(person);
  for (const std::string& author : earlier) {
    if (!is_author(review, author)) review.authors.push_back(author);
  }
}

std::vector<std::string> earlier_authors(std::span<const PastStep> past, std::string_view hash) {
  std::map<std::string_view, std::set<std::string>> wrote;
  std::set<std::string> authors;  // of the content so far
  std::string_view content;
  std::string_view approved;
  for (const PastStep& step : past) {
    if (step.approved) {
      approved = step.hash;
      authors.clear();
    }
    if (step.hash == content) continue;
    content = step.hash;
    if (content == approved) {
      authors.clear();
      continue;
    }
    authors.insert(step.person);
    authors.merge(std::set(wrote[content]));
    wrote[content] = authors;
  }
  const auto found = wrote.find(hash);
  if (found == wrote.end()) return {};
  return {found->second.begin(), found->second.end()};
}

const StateWord& word_of(ReviewState state) { return kStateWords.at(static_cast<std::size_t>(state)); }
const StateWord& word_of(Role role) { return kRoleWords.at(static_cast<std::size_t>(role)); }

std::optional<ReviewState> review_state_from(std::string_view value) {
  const auto found = std::ranges::find(kStateWords, value, &StateWord::value);
  if (found == kStateWords.end()) return std::nullopt;
  return static_cast<ReviewState>(found - kStateWords.begin());
}

std::optional<Role> role_from(std::string_view word) {
  const auto found = std::ranges::find_if(
      kRoleWords, [word](const StateWord& role) { return word == role.value || word == role.zh || word == role.en; });
  if (found == kRoleWords.end()) return std::nullopt;
  return static_cast<Role>(found - kRoleWords.begin());
}

Text sentence(Refusal refusal, std::string_view title, std::string_view person) {
  const std::string zh = "“" + std::string(title) + "”";
  const std::string en = "\"" + std::string(title) + "\"";
  const std::string who(person);
  switch (refusal) {
    case Refusal::NotUnderReview:
      return {zh + "不在审核中；请先送审。", en + " is not under review; submit it first."};
    case Refusal::ContentChanged:
      return {zh + "在您查看之后又改过了；请重新打开看过再审。",
              en + " was changed after you looked at it; open it again before you judge it."};
    case Refusal::IsAuthor:
      return {who + "改过" + zh + "，不能再审它；请换一个人审。",
              who + " changed " + en + " and cannot review it; another person must."};
    case Refusal::AlreadyApproved:
      return {who + "已经审过" + zh + "；三审要由三个不同的人来做。",
              who + " has approved " + en + " already; the three reviews need three different people."};
    case Refusal::WrongRole:
      return {zh + "这一审不归" + who + "；请由这一审的审核人来做。",
              who + " is not the reviewer of this round of " + en + "; ask the round's reviewer."};
    case Refusal::NoReason:
      return {"退回" + zh + "要写明原因；请写一句给编辑看。",
              "Returning " + en + " needs a reason; write a sentence for its author."};
    case Refusal::AlreadyUnderReview:
      return {zh + "已经在审核中；请等审核人处理。", en + " is under review already; wait for its reviewers."};
    case Refusal::NothingToReview:
      return {zh + "已经三审通过，没有新的改动；不用再送审。",
              en + " is approved and unchanged; there is nothing to submit."};
  }
  return {};
}

}  // namespace content
