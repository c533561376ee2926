// What a test program holds and what ctest runs are two lists: a wrong choice when they are joined drops tests without a word.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// Lines that a shell command writes; the test fails if it cannot be run or ends otherwise than with 0.
std::vector<std::string> lines_of(const std::string& command) {
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  for (std::array<char, 4096> part; const std::size_t count = std::fread(part.data(), 1, part.size(), pipe);) text.append(part.data(), count);
  INFO(command);
  REQUIRE(pclose(pipe) == 0);
  std::vector<std::string> lines;
  for (std::size_t begin = 0, end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
    lines.push_back(text.substr(begin, end - begin));
  }
  return lines;
}

// The programs below tests/ whose names end in _tests, by the build's own description.
std::set<std::string> test_programs() {
  static const std::regex added(R"re(add_executable\((\w+_tests)\b)re");
  std::set<std::string> programs;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(SHUANGYONG_SOURCE) / "tests")) {
    if (entry.path().filename() != "CMakeLists.txt") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      std::smatch match;
      if (std::regex_search(line, match, added)) programs.insert(match[1]);
    }
  }
  return programs;
}

std::multiset<std::string> run_by_ctest() {
  static const std::regex numbered(R"re(^\s*Test\s+#\d+: (.*)$)re");
  std::multiset<std::string> names;
  for (const auto& line : lines_of("'" SHUANGYONG_CTEST "' --test-dir '" SHUANGYONG_BUILD "' -N")) {
    std::smatch match;
    if (std::regex_match(line, match, numbered)) names.insert(match[1]);
  }
  return names;
}

}  // namespace

TEST_CASE("ctest runs every case of every test program, each under a name of its own") {
  const auto known = run_by_ctest();
  const auto programs = test_programs();
  CHECK(programs.size() >= 12);
  for (const auto& program : programs) {
    for (const auto& line : lines_of("'" SHUANGYONG_BUILD "/bin/" + program + "' --list-test-cases")) {
      if (line.starts_with("[doctest]") || line.starts_with("=====")) continue;
      INFO(program << ": " << line);
      CHECK(known.count(line) == 1);
    }
  }
}
