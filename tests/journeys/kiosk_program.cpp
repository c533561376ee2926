#include "tests/journeys/kiosk_program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <thread>
#include <utility>

namespace journeys {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

pid_t start(const std::vector<std::string>& arguments, const std::filesystem::path& words, bool with_display) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  if (!with_display) {
    ::unsetenv("DISPLAY");
    ::unsetenv("WAYLAND_DISPLAY");
  }
  const int out = ::open(words.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(out, STDERR_FILENO);
  // The graphics driver keeps what it allocates until the process ends.
  ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
  std::string program = SHUANGYONG_KIOSK;
  std::vector<char*> pointers{program.data()};
  std::vector<std::string> copies = arguments;
  for (auto& argument : copies) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  ::execv(program.c_str(), pointers.data());
  ::_exit(127);
}

std::string slurp(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

}  // namespace

Ran run_kiosk(const std::vector<std::string>& arguments, bool with_display, std::chrono::minutes limit) {
  const auto words = std::filesystem::temp_directory_path() / ("kiosk-words-" + std::to_string(::getpid()));
  const pid_t child = start(arguments, words, with_display);
  const auto begin = steady_clock::now();
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (steady_clock::now() - begin > limit) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      break;
    }
    std::this_thread::sleep_for(milliseconds(10));
  }
  Ran ran{WIFEXITED(status) ? WEXITSTATUS(status) : -1, slurp(words)};
  std::filesystem::remove(words);
  return ran;
}

RunningKiosk::RunningKiosk(const std::filesystem::path& folder, std::vector<std::string> arguments)
    : stats_(folder / "stats.jsonl") {
  std::filesystem::remove(stats_);
  arguments.insert(arguments.begin(), {"--windowed", "960x540", "--stats", stats_.string()});
  pid_ = start(arguments, folder / "words", true);
}

RunningKiosk::~RunningKiosk() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGTERM);
  int status = 0;
  ::waitpid(pid_, &status, 0);
}

std::optional<nlohmann::json> RunningKiosk::stats() const {
  std::istringstream lines(slurp(stats_));
  std::optional<nlohmann::json> newest;
  for (std::string line; std::getline(lines, line);) {
    auto value = nlohmann::json::parse(line, nullptr, false);
    if (!value.is_discarded()) newest = std::move(value);
  }
  return newest;
}

std::optional<milliseconds> RunningKiosk::wait_for(const std::string& key, const nlohmann::json& value,
                                                   std::chrono::seconds limit) const {
  const auto begin = steady_clock::now();
  while (steady_clock::now() - begin < limit) {
    const auto now = stats();
    if (now && now->value(key, nlohmann::json()) == value) {
      return std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
    }
    if (!alive()) return std::nullopt;
    std::this_thread::sleep_for(milliseconds(20));
  }
  return std::nullopt;
}

bool RunningKiosk::alive() const {
  int status = 0;
  return ::waitpid(pid_, &status, WNOHANG) == 0;
}

int RunningKiosk::end() {
  ::kill(pid_, SIGTERM);
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void RunningKiosk::kill() {
  ::kill(pid_, SIGKILL);
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
}

}  // namespace journeys
