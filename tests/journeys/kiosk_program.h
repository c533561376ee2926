// The real kiosk program, started and watched from outside.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace journeys {

struct Ran {
  int code = -1;      // exit code; -1: killed or still running
  std::string words;  // standard output and error
};

// Runs the kiosk to its end, at most for `limit`.
Ran run_kiosk(const std::vector<std::string>& arguments, bool with_display = true, std::chrono::minutes limit = std::chrono::minutes(2));

// A kiosk in a window of 960 × 540, ended with SIGTERM when it goes out of scope.
class RunningKiosk {
 public:
  // `arguments` besides --windowed and --stats; theirs win.
  RunningKiosk(const std::filesystem::path& folder, std::vector<std::string> arguments);
  ~RunningKiosk();
  RunningKiosk(const RunningKiosk&) = delete;
  RunningKiosk& operator=(const RunningKiosk&) = delete;

  // The newest line of --stats.
  std::optional<nlohmann::json> stats() const;
  // Waits until the newest line has `key` == `value`; how long it took, or nullopt after `limit`.
  std::optional<std::chrono::milliseconds> wait_for(const std::string& key, const nlohmann::json& value,
                                                    std::chrono::seconds limit = std::chrono::seconds(60)) const;
  bool alive() const;
  void kill();
  // SIGTERM; the exit code, -1 when a signal ended it.
  int end();
  pid_t pid() const { return pid_; }

 private:
  std::filesystem::path stats_;
  pid_t pid_ = -1;
};

}  // namespace journeys
