#include "content/release_intake.h"

#include <sys/statvfs.h>

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include "content/durable_file.h"
#include "content/error.h"
#include "content/intake_state.h"
#include "content/sha256.h"

namespace content {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t kSpareBytes = 16 * 1024 * 1024;  // left free on the disk for the rest of the machine
constexpr std::chrono::seconds kFullDiskPause{30};
constexpr int kTriesAtOnce = 5;  // then a release that fails waits: copying it again at each poll would wear the disk out

std::int64_t free_bytes(const fs::path& folder) {
  struct statvfs status {};
  if (::statvfs(folder.c_str(), &status) != 0) return 0;
  return static_cast<std::int64_t>(status.f_bavail) * static_cast<std::int64_t>(status.f_frsize);
}

}  // namespace

bool Intake::State::take_newest() {
  const bool has_highest = current && current->manifest.sequence >= high_water.sequence;
  const std::int64_t lowest = std::max<std::int64_t>(1, high_water.sequence + (has_highest ? 1 : 0));
  for (const std::int64_t sequence : source.changed(lowest, Clock::now())) {
    try {
      if (try_release(sequence)) return true;
    } catch (const DiskFull& error) {
      log_once(std::string("There is no room for a new release; the old one stays. ") + error.what());
      no_room_until = Clock::now() + kFullDiskPause;
      source.look_again();
      return false;
    } catch (const std::exception& error) {
      // A stick pulled out, a bad sector: the source may read right at the next look.
      log_once("Release " + sequence_name(sequence) + " cannot be taken yet: " + error.what());
      if (++failures < kTriesAtOnce) {
        source.look_again();
      } else {
        failures = 0;
        source.wait_for(sequence, source.manifest(sequence), Clock::now());
      }
    }
  }
  return false;
}

bool Intake::State::try_release(std::int64_t sequence) {
  const fs::path file = source.manifest(sequence);
  if (!fs::exists(file)) {
    source.wait_for(sequence, file, Clock::now());
    return false;
  }
  const std::string text = read_text(file, kManifestLimit);
  ShelvedRelease release{{}, sha256_hex(text)};
  try {
    release.manifest = parse_manifest(text);
  } catch (const Error& error) {
    log_once("Release " + sequence_name(sequence) + ": " + error.what());
    source.wait_for(sequence, file, Clock::now());
    return false;
  }
  if (release.manifest.sequence != sequence || !is_for_us(release.manifest, release.manifest_hash)) {
    source.wait_for(sequence, file, Clock::now());
    return false;
  }
  const std::vector<std::string> missing = find_missing(release.manifest);
  const auto absent = std::ranges::find_if(missing, [&](const std::string& blob) { return !source.blobs().has(blob); });
  if (absent != missing.end()) {
    source.wait_for(sequence, source.blobs().path(*absent), Clock::now());
    return false;
  }
  return has_room(missing) && copy_missing(sequence, missing) && adopt(std::move(release), text);
}

std::vector<std::string> Intake::State::find_missing(const Manifest& manifest) const {
  std::vector<std::string> missing;
  std::ranges::copy_if(manifest.blobs, std::back_inserter(missing), [&](const std::string& blob) { return !shelf.blobs().has(blob); });
  return missing;
}

bool Intake::State::is_for_us(const Manifest& manifest, const std::string& hash) {
  const std::string name = "Release " + sequence_name(manifest.sequence);
  if (rejected.contains(hash)) return false;
  if (!options.channel.empty() && manifest.channel != options.channel) return false;
  if (manifest.needs > kContentVersion) {
    log_once(name + " needs a newer program; update the program.");
    return false;
  }
  if (manifest.sequence == high_water.sequence && hash != high_water.manifest_hash) {
    log_once(name + " is not the release that was shown under this number; publish it under a new number.");
    return false;
  }
  return true;
}

bool Intake::State::has_room(const std::vector<std::string>& missing) {
  std::int64_t needed = kSpareBytes;
  for (const std::string& blob : missing) {
    std::error_code gone;
    const std::uintmax_t size = fs::file_size(source.blobs().path(blob), gone);
    // A foreign file system may claim any size.
    if (!gone) needed += static_cast<std::int64_t>(std::min<std::uintmax_t>(size, static_cast<std::uintmax_t>(INT64_MAX - needed)));
  }
  if (missing.empty() || free_bytes(options.state) >= needed) return true;
  log_once("There is no room on the disk for a new release; the old one stays. Free some space in " + options.state.string() + ".");
  no_room_until = Clock::now() + kFullDiskPause;
  source.look_again();
  return false;
}

bool Intake::State::copy_missing(std::int64_t sequence, const std::vector<std::string>& missing) {
  const std::vector<std::string> wrong = shelf.copy_blobs(source.blobs(), missing);
  if (wrong.empty()) return true;
  const fs::path file = source.blobs().path(wrong.front());
  log_once("Release " + sequence_name(sequence) + " is not complete yet: " + file.string() + " is half copied or damaged.");
  source.wait_for(sequence, file, Clock::now());
  return false;
}

bool Intake::State::adopt(ShelvedRelease release, const std::string& text) {
  const std::int64_t sequence = release.manifest.sequence;
  shelf.shelve(sequence, text);
  garbage_due = true;
  try {
    prove(release);
  } catch (const std::exception& error) {
    log_once("Release " + sequence_name(sequence) + " cannot be shown and is refused: " + error.what());
    rejected.insert(release.manifest_hash);
    shelf.remove(sequence);
    return false;
  }
  shelf.switch_to(sequence);
  current = std::move(release);
  failures = 0;
  if (sequence > high_water.sequence) high_water = {sequence, current->manifest_hash};
  plan_scrub();
  shelf.raise_high_water(high_water);
  return true;
}

Intake::Intake(IntakeOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Intake::~Intake() = default;
Intake::Intake(Intake&&) noexcept = default;
Intake& Intake::operator=(Intake&&) noexcept = default;

std::optional<Taken> Intake::current() const { return state_->taken(); }

std::int64_t Intake::high_water() const { return state_->high_water.sequence; }

std::optional<Taken> Intake::poll() {
  State& state = *state_;
  // Not before the next poll after a switch: until then the old release may still be on the screen.
  if (state.garbage_due) state.collect_garbage();
  if (Clock::now() < state.no_room_until) return std::nullopt;
  const std::optional<std::int64_t> before = state.current ? std::optional(state.current->manifest.sequence) : std::nullopt;
  try {
    if (state.take_newest()) return state.taken();
  } catch (const std::exception& error) {
    state.log_once(std::string("The releases cannot be looked at: ") + error.what());
  }
  const std::optional<Taken> now = state.taken();
  return now && now->sequence != before ? now : std::nullopt;
}

std::optional<Taken> Intake::reject_current(const std::string& why) {
  if (state_->current) state_->rejected.insert(state_->current->manifest_hash);
  state_->fall_back(why);
  return state_->taken();
}

}  // namespace content
