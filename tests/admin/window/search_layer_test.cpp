// Ctrl K: everything by its name, its sound or its initials.
#include <doctest/doctest.h>

#include "tests/support/clerk.h"

using content::Kind;
using tests::Clerk;

TEST_CASE("what begins with the typed letters is found before what has them in its middle") {
  Clerk clerk;
  clerk.store().create(Kind::Article, {{"title", "周末市集摆在渡口"}}, "梁秋");
  clerk.store().create(Kind::Merchant, {{"name", "渡口面馆"}, {"category", "餐饮"}}, "梁秋");
  clerk.enter("梁秋");
  for (const std::string_view typed : {"dk", "DK", "dukou", "渡口"}) {
    CAPTURE(typed);
    clerk.go({.panel = "overview"});
    REQUIRE(clerk.tap("搜索一切"));
    clerk.type(typed);
    clerk.settle();
    CHECK(clerk.shows("周末市集摆在渡口"));
    clerk.press(ui::Key::Enter);
    clerk.settle();
    CHECK(clerk.panel() == "merchant");
  }
}
