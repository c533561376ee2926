// Whatever people do in whatever order: nothing is ever published without three different people's approvals of exactly that
// content, none of whom wrote it.
#include <doctest/doctest.h>

#include <cstdlib>

#include "tests/admin/workspace/review_storm.h"

using tests::review_storm::Storm;

TEST_CASE("in ten thousand random histories nothing is published without three different approvals of exactly that content") {
  const bool long_form = std::getenv("SHUANGYONG_LONG") != nullptr;
  const int histories = long_form ? 10'000 : 300;
  int approved = 0;
  int refused = 0;
  for (int history = 0; history < histories; ++history) {
    CAPTURE(history);
    Storm storm(static_cast<unsigned>(history));
    storm.run(40);
    approved += storm.approved();
    refused += storm.refused();
  }
  MESSAGE(histories << " histories: " << approved << " contents approved wholly, " << refused << " deeds refused");
  CHECK(approved > histories / 4);
  CHECK(refused > histories);
}
