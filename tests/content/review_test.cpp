#include "content/review.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

using namespace content;

namespace {

Review draft_of(std::string author) {
  Review review;
  change_content(review, "h1", author);
  return review;
}

}  // namespace

TEST_CASE("a draft passes three rounds by three people and is approved") {
  Review review = draft_of("编");
  CHECK(review.state == ReviewState::Draft);
  CHECK_FALSE(submit(review));
  CHECK_FALSE(approve(review, "初", Role::First, "h1"));
  CHECK(review.state == ReviewState::Second);
  CHECK_FALSE(approve(review, "复", Role::Second, "h1"));
  CHECK_FALSE(approve(review, "终", Role::Third, "h1"));
  CHECK(review.state == ReviewState::Approved);
  CHECK(review.approved_hash == "h1");
}

TEST_CASE("a refusal leaves the review as it was and says why") {
  struct Row {
    const char* person;
    Role role;
    const char* hash;
    Refusal refusal;
  };
  const Row rows[] = {
      {"复", Role::Second, "h0", Refusal::ContentChanged},  {"编", Role::Second, "h1", Refusal::IsAuthor},
      {"初", Role::Second, "h1", Refusal::AlreadyApproved}, {"丙", Role::First, "h1", Refusal::WrongRole},
      {"丁", Role::Third, "h1", Refusal::WrongRole},        {"戊", Role::Editor, "h1", Refusal::WrongRole},
  };
  for (const Row& row : rows) {
    Review review = draft_of("编");
    submit(review);
    approve(review, "初", Role::First, "h1");
    CAPTURE(row.person);
    CHECK(approve(review, row.person, row.role, row.hash) == row.refusal);
    CHECK(review.state == ReviewState::Second);
    CHECK(review.approvals.size() == 1);
    CHECK_FALSE(sentence(row.refusal, "甲", row.person).zh.empty());
    CHECK_FALSE(sentence(row.refusal, "甲", row.person).en.empty());
  }
}

TEST_CASE("any change starts the reviews again, and every author is remembered") {
  Review review = draft_of("编");
  submit(review);
  approve(review, "初", Role::First, "h1");
  change_content(review, "h2", "复");
  CHECK(review.state == ReviewState::Draft);
  CHECK(review.approvals.empty());
  submit(review);
  CHECK(approve(review, "编", Role::First, "h2") == Refusal::IsAuthor);
  approve(review, "初", Role::First, "h2");
  CHECK(approve(review, "复", Role::Second, "h2") == Refusal::IsAuthor);
}

TEST_CASE("going back to what was approved needs no new review") {
  Review review = draft_of("编");
  submit(review);
  approve(review, "初", Role::First, "h1");
  approve(review, "复", Role::Second, "h1");
  approve(review, "终", Role::Third, "h1");
  CHECK(submit(review) == Refusal::NothingToReview);
  change_content(review, "h2", "编");
  CHECK(review.state == ReviewState::Draft);
  CHECK(review.approved_hash == "h1");
  change_content(review, "h1", "编");
  CHECK(review.state == ReviewState::Approved);
}

TEST_CASE("a return needs a reason and a reviewer") {
  Review review = draft_of("编");
  CHECK(send_back(review, "初", Role::First, "h1", "错字") == Refusal::NotUnderReview);
  submit(review);
  CHECK(submit(review) == Refusal::AlreadyUnderReview);
  CHECK(send_back(review, "初", Role::First, "h1", " ") == Refusal::NoReason);
  CHECK(send_back(review, "编", Role::First, "h1", "错字") == Refusal::IsAuthor);
  CHECK_FALSE(send_back(review, "终", Role::Third, "h1", "错字"));
  CHECK(review.state == ReviewState::Returned);
  CHECK(review.reason == "错字");
}

TEST_CASE("whatever people do in whatever order, nothing is approved but by three others who saw it") {
  std::mt19937 random(20260730);
  const auto pick = [&random](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
  int approved = 0;
  for (int run = 0; run < 600; ++run) {
    Review review = draft_of("p0");
    std::set<std::string> authors{"p0"};
    std::set<std::string> approvers;
    for (int step = 0; step < 60; ++step) {
      const std::string person = "p" + std::to_string(pick(6));
      const Role role = static_cast<Role>(pick(4));
      const std::string hash = pick(4) == 0 ? "h" + std::to_string(pick(3)) : review.hash;
      const std::string before = review.hash;
      switch (pick(8)) {
        case 0: {
          const std::string next = "h" + std::to_string(pick(3));
          change_content(review, next, person);
          if (next != before) approvers.clear();
          if (next != before) authors.insert(person);
          if (review.state == ReviewState::Approved) authors.clear();
          break;
        }
        case 1: {
          if (!submit(review)) approvers.clear();
          break;
        }
        case 2: {
          if (!send_back(review, person, role, hash, "因为")) approvers.clear();
          break;
        }
        default: {
          if (approve(review, person, role, hash)) break;
          REQUIRE(hash == before);
          REQUIRE_FALSE(authors.contains(person));
          REQUIRE(approvers.insert(person).second);
          if (review.state != ReviewState::Approved) break;
          REQUIRE(approvers.size() == 3);
          REQUIRE(review.approved_hash == review.hash);
          authors.clear();
          ++approved;
        }
      }
      REQUIRE(review.approvals.size() <= 3);
    }
  }
  CHECK(approved > 20);
}
