#include <doctest/doctest.h>

#include "admin/workspace/workspace.h"
#include "content/error.h"

using admin::Right;
using content::Role;

TEST_CASE("what the window offers follows the role") {
  struct Row {
    Role role;
    bool review, publish, administer;
    int round;
  };
  const Row rows[] = {{Role::Editor, false, false, false, 0},
                      {Role::First, true, false, false, 1},
                      {Role::Second, true, false, false, 2},
                      {Role::Third, true, true, false, 3},
                      {Role::Administrator, false, false, true, 0}};
  admin::Workspace office({.db = "office.db"}, content::OfficeStore::in_memory());
  for (const Row& row : rows) {
    office.sign_in({.id = 1, .name = "梁秋", .role = row.role});
    CHECK(office.may(Right::Edit));
    CHECK(office.may(Right::Review) == row.review);
    CHECK(office.may(Right::Publish) == row.publish);
    CHECK(office.may(Right::Administer) == row.administer);
    CHECK(office.review_round() == row.round);
  }
  office.lock();
  CHECK_FALSE(office.may(Right::Edit));
  CHECK_THROWS_AS(office.person(), content::Error);
}
