// What one visitor typed is nowhere when the next one comes: not in the program's memory, not in its files.
#include <doctest/doctest.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "kiosk/texts.h"
#include "tests/journeys/kiosk_program.h"
#include "tests/journeys/window_finger.h"
#include "tests/support/published_city.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using journeys::RunningKiosk;
using journeys::WindowFinger;

namespace {

constexpr int kCanaries = 50;

struct Needle {
  std::string canary;
  std::string bytes;
};

template <typename Character>
std::string spelled(const std::string& text) {
  std::string bytes;
  for (const char c : text) {
    const auto wide = static_cast<Character>(c);
    bytes.append(reinterpret_cast<const char*>(&wide), sizeof wide);
  }
  return bytes;
}

// As it may lie in memory: in either case, and without its first letter, which a moved-from string overwrites.
std::vector<Needle> needles(const std::vector<std::string>& canaries) {
  std::vector<Needle> all;
  for (const std::string& canary : canaries) {
    std::string small = canary;
    for (char& c : small) c = static_cast<char>(c - 'A' + 'a');
    for (const std::string& text : {canary, small, canary.substr(1), small.substr(1)}) {
      all.push_back({canary, text});
      if (text.size() == canary.size()) {
        all.push_back({canary, spelled<char16_t>(text)});
        all.push_back({canary, spelled<char32_t>(text)});
      }
    }
  }
  return all;
}

// Looks for all of them in one pass: only where two bytes begin one of them is more compared.
class Sieve {
 public:
  explicit Sieve(const std::vector<Needle>& wanted) : wanted_(wanted), heads_(1U << 16U) {
    for (std::size_t i = 0; i < wanted.size(); ++i) heads_[head(wanted[i].bytes.data())].push_back(i);
  }

  // Calls `found` with each canary once at each place.
  template <typename Found>
  void search(const std::string& bytes, Found found) const {
    if (bytes.size() < 2) return;
    const char* const begin = bytes.data();
    const char* const end = begin + bytes.size();
    for (const char* at = begin; at + 1 < end; ++at) {
      if (*at == 0) continue;
      const std::vector<std::size_t>& places = heads_[head(at)];
      for (const std::size_t place : places) {
        const std::string& needle = wanted_[place].bytes;
        if (static_cast<std::size_t>(end - at) >= needle.size() && std::memcmp(at, needle.data(), needle.size()) == 0) found(wanted_[place]);
      }
    }
  }

 private:
  static std::uint16_t head(const char* at) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(at[0]) | static_cast<unsigned char>(at[1]) << 8U);
  }

  const std::vector<Needle>& wanted_;
  std::vector<std::vector<std::size_t>> heads_;
};

// Where each canary that is found lies: "QXJKWVZ in … [heap]". Every region that the program may write is read, files mapped shared
// as well; not those above 1 GB, which are the sanitizer's shadow.
std::vector<std::string> found_in_memory(pid_t program, const std::vector<Needle>& wanted, std::size_t enough) {
  constexpr std::uint64_t kMost = 1ULL << 30U;
  const Sieve sieve(wanted);
  const std::string proc = "/proc/" + std::to_string(program);
  std::ifstream maps(proc + "/maps");
  const int memory = ::open((proc + "/mem").c_str(), O_RDONLY);
  std::vector<std::string> found;
  std::string bytes;
  for (std::string line; std::getline(maps, line) && memory >= 0 && found.size() < enough;) {
    std::uint64_t from = 0, to = 0;
    char rights[8] = {};
    if (std::sscanf(line.c_str(), "%lx-%lx %7s", &from, &to, rights) != 3 || rights[0] != 'r' || rights[1] != 'w' || to - from > kMost) continue;
    bytes.resize(to - from);
    const ssize_t count = ::pread(memory, bytes.data(), bytes.size(), static_cast<off_t>(from));
    if (count <= 0) continue;
    bytes.resize(static_cast<std::size_t>(count));
    sieve.search(bytes, [&](const Needle& needle) {
      found.push_back(needle.canary + " (" + std::to_string(needle.bytes.size()) + " bytes) in " + line);
    });
  }
  if (memory >= 0) ::close(memory);
  return found;
}

std::vector<std::string> found_in_files(const fs::path& folder, const std::vector<Needle>& wanted, const fs::path& left_out) {
  const Sieve sieve(wanted);
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().string().starts_with(left_out.string())) continue;
    std::ostringstream text;
    text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    sieve.search(text.str(), [&](const Needle& needle) { found.push_back(needle.canary + " in " + entry.path().string()); });
  }
  return found;
}

std::vector<std::string> canaries() {
  std::mt19937 random(20260730);
  std::vector<std::string> all;
  for (int i = 0; i < kCanaries; ++i) {
    std::string word;
    for (int letter = 0; letter < 7; ++letter) word += static_cast<char>('A' + random() % 26);
    all.push_back(std::move(word));
  }
  return all;
}

bool type(WindowFinger& finger, const std::string& word) {
  for (const char letter : word) {
    const auto before = finger.look()["typed"].get<std::size_t>();
    const auto grown = [before](const auto& seen) { return seen["typed"].template get<std::size_t>() == before + 1; };
    if (!finger.tap_until(std::string(1, letter), grown)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("fifty searches of visitors who left are found nowhere: not in memory, not in the state folder, the log or the statistics – nor is who they were") {
  const tests::TemporaryFolder folder;
  tests::publish_city(folder / "outbox", 1);
  std::ofstream(folder / "kiosk.toml") << "[idle]\nask_after_s = 10\nask_after_reading_s = 10\ncountdown_s = 5\n";
  const auto report = folder / "items.json";
  const RunningKiosk kiosk(folder.path(), {"--release", (folder / "outbox").string(), "--state", (folder / "state").string(), "--config",
                                           (folder / "kiosk.toml").string(), "--clock", "2026-07-30T10:26", "--start-at-home",
                                           "--log-level", "debug", "--item-log", report.string()});
  WindowFinger finger(kiosk, report);
  REQUIRE(finger.until_screen("home"));
  const kiosk::Texts texts(ui::Language::Chinese);
  const auto typed = canaries();
  const auto wanted = needles(typed);

  // And one who said who they are: nothing in this city is for them.
  const auto offers = [&](const auto&) { return !finger.label_with("优待 1").empty(); };
  REQUIRE(finger.tap_to(texts("home.can_use"), "what-can-i-use"));
  REQUIRE(finger.until(offers));
  REQUIRE(finger.tap_until(texts("can_use.who.bereaved"), [&](const auto& seen) { return !offers(seen); }));
  REQUIRE(finger.tap_to(texts("dock.home"), "home"));

  REQUIRE(finger.until([&](const auto&) { return !finger.label_with("搜").empty(); }));
  REQUIRE(finger.tap_to(finger.label_with("搜"), "search"));
  for (const std::string& word : typed) {
    REQUIRE(type(finger, word));
    if (&word == &typed.back()) break;
    REQUIRE(finger.tap_until(texts("search.key.clear"), [](const auto& seen) { return seen["typed"] == 0; }));
  }
  CHECK_FALSE(found_in_memory(kiosk.pid(), wanted, 1).empty());   // the search itself works

  REQUIRE(finger.until_screen("attract", std::chrono::seconds(60)));
  REQUIRE(finger.tap_until(texts("attract.touch"), [](const auto& seen) { return seen["screen"] == "home"; }));
  REQUIRE(finger.look()["typed"] == 0);
  for (const auto& where : found_in_memory(kiosk.pid(), wanted, 20)) FAIL_CHECK(where);
  REQUIRE(finger.tap_to(texts("home.can_use"), "what-can-i-use"));
  CHECK(finger.until(offers));   // everybody's again
  for (const auto& where : found_in_files(folder.path(), wanted, folder / "outbox")) FAIL_CHECK(where);
}
