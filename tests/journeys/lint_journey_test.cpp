// --lint on the real program: what is published passes, wrong use is told.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/journeys/kiosk_program.h"
#include "tests/support/published_city.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using journeys::run_kiosk;

namespace {

std::vector<std::string> lint_arguments(const tests::TemporaryFolder& folder, std::vector<std::string> more) {
  std::vector<std::string> all{"--lint", "--release", (folder / "outbox").string(), "--state", (folder / "state").string(), "--log-level", "error"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

int shell(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// In every mode, with its pixels; on screens of 4 to 3 and 16 to 10 without them. Fills an office with the whole sample city: many minutes.
void check_sample_city() {
  const tests::TemporaryFolder folder;
  const std::string quoted = "'" + folder.path().string() + "'";
  REQUIRE(shell(SHUANGYONG_SOURCE "/assets/sample/fill " SHUANGYONG_ADMIN " " + quoted) == 0);
  const std::string lint = SHUANGYONG_KIOSK " --lint --release " + quoted + "/outbox --state " + quoted + "/state --config " SHUANGYONG_SOURCE "/assets/sample/kiosk.toml";
  for (const char* size : {"1024x768", "1280x800"}) {
    CAPTURE(size);
    CHECK(shell(lint + " --no-contrast --size " + size) == 0);
  }
  CHECK(shell(lint) == 0);
}

// All sixteen; where a sanitizer makes the walk several times as long, English, all help together, and those five in
// which each pair of modes meets in each way; the rest in the long form.
std::string modes_to_walk() {
#ifdef __SANITIZE_ADDRESS__
  if (std::getenv("SHUANGYONG_LONG") == nullptr) return "plain,en,large+contrast+low+en,contrast+low+en,large+low+en,large+contrast+en,large+contrast+low";
#endif
  return "all";
}

}  // namespace

TEST_CASE("a published city passes the accessibility check, without a display, in all modes and both languages" * doctest::test_suite("walks")) {
  const tests::TemporaryFolder folder;
  tests::publish_city(folder / "outbox", 1);
  const auto ran = run_kiosk(lint_arguments(folder, {"--no-contrast", "--modes", modes_to_walk()}), false, std::chrono::minutes(15));
  INFO(ran.words);
  CHECK(ran.code == 0);
  if (std::getenv("SHUANGYONG_LONG") != nullptr) check_sample_city();
}

TEST_CASE("a published city passes on a screen of 4 to 3, upright or not" * doctest::test_suite("walks")) {
  const tests::TemporaryFolder folder;
  tests::publish_city(folder / "outbox", 1);
  const bool all = std::getenv("SHUANGYONG_LONG") != nullptr;
  const auto ran = run_kiosk(lint_arguments(folder, {"--no-contrast", "--size", "1024x768", "--modes", all ? "all" : "en,large+contrast+en,large+contrast+low+en"}), false,
                             std::chrono::minutes(15));
  INFO(ran.words);
  CHECK(ran.code == 0);
}

// The doors of this small city bear plain test pictures under their words; the sample city has the drawn ones.
TEST_CASE("pages of a published city pass with their pixels measured" * doctest::test_suite("walks")) {
  const tests::TemporaryFolder folder;
  tests::publish_city(folder / "outbox", 1);
  const auto ran = run_kiosk(lint_arguments(folder, {"--json", "--modes", "plain,contrast", "--only", "article,article-portrait,search-keyboard"}));
  INFO(ran.words);
  CHECK(ran.code == 0);
  CHECK(ran.words.find("[]") != std::string::npos);
}

TEST_CASE("the accessibility check says when there is nothing to look at, and refuses a mode that it does not know" * doctest::test_suite("walks")) {
  const tests::TemporaryFolder folder;
  const auto nothing = run_kiosk(lint_arguments(folder, {"--no-contrast"}), false);
  CHECK(nothing.code == 1);
  CHECK(nothing.words.find("There is no release in") != std::string::npos);
  CHECK(run_kiosk(lint_arguments(folder, {"--modes", "huge"}), false).code == 2);
}
