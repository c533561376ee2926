// What an empty office offers to begin with.
#include <doctest/doctest.h>

#include "tests/support/clerk.h"

using tests::Clerk;

TEST_CASE("the first administrator is led from the overview to the people who are missing") {
  Clerk clerk({.people = false});
  clerk.enter(clerk.store().make_first_administrator("许安", tests::kPassword, content::PasswordCost::Least).name);
  clerk.go({.panel = "overview"});
  CHECK(clerk.shows("先把人登记齐"));
  CHECK_FALSE(clerk.shows("都办完了"));
  REQUIRE(clerk.tap("去登记人员"));
  CHECK(clerk.panel() == "people");
}

TEST_CASE("with everybody there the overview of an administrator is calm") {
  Clerk clerk;
  clerk.enter("许安");
  clerk.go({.panel = "overview"});
  CHECK_FALSE(clerk.has_item("去登记人员"));
  CHECK(clerk.shows("都办完了"));
}

TEST_CASE("an empty list offers its two ways in") {
  Clerk clerk;
  clerk.enter("梁秋");
  clerk.go({.panel = "merchant"});
  CHECK(clerk.has_item("先建一条商户"));
  REQUIRE(clerk.tap("从现成表格导入"));
  CHECK(clerk.shows("导入商户表格"));
  CHECK(clerk.shows("把 Excel 或 CSV 文件拖到这里"));
}

TEST_CASE("an empty library opens the file browser from where it says that it is empty") {
  Clerk clerk;
  clerk.enter("梁秋");
  clerk.go({.panel = "media"});
  CHECK(clerk.shows("还没有图片"));
  REQUIRE(clerk.tap("上传第一张"));
  CHECK(clerk.shows("选要上传的图片"));
}
