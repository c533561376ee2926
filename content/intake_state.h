// What an Intake holds and does inside; only the intake's own files include this.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "content/release_intake.h"
#include "content/release_shelf.h"
#include "content/release_source.h"

namespace content {

struct Intake::State {
  explicit State(IntakeOptions given);

  void log_once(const std::string& line);
  std::optional<Taken> taken() const;
  void check_database(const ShelvedRelease& release) const;  // throws Error when it is not a release's
  void prove(const ShelvedRelease& release) const;  // throws Error when the program cannot show it

  // What is shown, and what it falls back to: release_keeping.cpp.

  void choose_current();
  bool choose_below(std::int64_t limit);
  void fall_back(const std::string& why);
  void collect_garbage();
  void plan_scrub();
  enum class Bytes { Right, Wrong, Unreadable };
  Bytes look_at(const std::string& sha256) const;
  bool heal(const std::string& sha256);

  // Taking a release in: release_intake.cpp.
  bool take_newest();
  bool try_release(std::int64_t sequence);
  std::vector<std::string> find_missing(const Manifest& manifest) const;
  bool is_for_us(const Manifest& manifest, const std::string& hash);
  bool has_room(const std::vector<std::string>& missing);
  bool copy_missing(std::int64_t sequence, const std::vector<std::string>& missing);
  bool adopt(ShelvedRelease release, const std::string& text);

  IntakeOptions options;
  ReleaseShelf shelf;
  ReleaseSource source;
  std::optional<ShelvedRelease> current;
  HighWater high_water;
  std::unordered_set<std::string> rejected;  // hashes of manifests
  std::set<std::string> logged;
  bool garbage_due = false;
  int failures = 0;  // one after the other, of taking a release
  std::chrono::steady_clock::time_point no_room_until{};
  std::vector<std::string> scrub;  // blobs still to read in this round, the next one last
  std::unordered_map<std::string, int> unreadable;  // how often a blob could not be read, one time after the other
};

}  // namespace content
