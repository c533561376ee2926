// The kiosk's side after a release was taken: which one is shown, what it falls back to, and the slow check of every byte.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "content/error.h"
#include "content/intake_state.h"
#include "content/release_db.h"
#include "content/sha256.h"

namespace content {

namespace fs = std::filesystem;

namespace {

constexpr int kTimesUnreadable = 5;  // then a file counts as damaged though no wrong byte was read

}  // namespace

Intake::State::State(IntakeOptions given)
    : options(std::move(given)), shelf(options.state, options.before_step), source(options.source) {
  high_water = shelf.high_water();
  choose_current();
}

void Intake::State::log_once(const std::string& line) {
  if (options.log && logged.insert(line).second) options.log(line);
}

std::optional<Taken> Intake::State::taken() const {
  if (!current) return std::nullopt;
  return Taken{current->manifest.sequence, shelf.release_dir(current->manifest.sequence)};
}

void Intake::State::check_database(const ShelvedRelease& release) const {
  open_release_db(shelf.blobs().path(release.manifest.content_db));
}

void Intake::State::prove(const ShelvedRelease& release) const {
  check_database(release);
  if (options.prove) options.prove(shelf.release_dir(release.manifest.sequence));
}

// The one that was shown last; a kill between the switch and the high-water mark is made good here.
void Intake::State::choose_current() {
  if (const std::optional<std::int64_t> linked = shelf.linked()) {
    current = shelf.find_whole(*linked);
    if (current) {
      try {
        check_database(*current);
      } catch (const std::exception& error) {
        log_once("Release " + sequence_name(*linked) + " cannot be shown: " + error.what());
        rejected.insert(current->manifest_hash);
        current.reset();
      }
    } else {
      log_once("Release " + sequence_name(*linked) + " is not whole any more.");
    }
    if (!current) choose_below(*linked);
  } else {
    choose_below(INT64_MAX);
  }
  if (current && current->manifest.sequence > high_water.sequence) {
    high_water = {current->manifest.sequence, current->manifest_hash};
    try {
      shelf.raise_high_water(high_water);
    } catch (const Error& error) {
      log_once(error.what());  // it is known in memory, and the link tells it again at the next start
    }
  }
  plan_scrub();
}

// The newest whole release with a number below `limit` becomes current.
bool Intake::State::choose_below(std::int64_t limit) {
  current.reset();
  std::vector<std::int64_t> sequences = shelf.list();
  std::ranges::reverse(sequences);
  for (const std::int64_t sequence : sequences) {
    if (sequence >= limit) continue;
    std::optional<ShelvedRelease> release = shelf.find_whole(sequence);
    if (!release || rejected.contains(release->manifest_hash)) continue;
    try {
      check_database(*release);
      current = std::move(release);
      shelf.switch_to(sequence);
      return true;
    } catch (const std::exception& error) {
      if (current) return true;  // it can be shown, only the link could not be written
      log_once("Release " + sequence_name(sequence) + " cannot be shown: " + error.what());
    }
  }
  return false;
}

void Intake::State::fall_back(const std::string& why) {
  if (!current) return;
  const std::int64_t sequence = current->manifest.sequence;
  log_once("Release " + sequence_name(sequence) + " is given up: " + why);
  choose_below(sequence);
  shelf.remove(sequence);
  source.look_again();
  plan_scrub();
}

void Intake::State::collect_garbage() {
  garbage_due = false;
  if (!current) return;
  std::vector<std::int64_t> kept{current->manifest.sequence};
  std::vector<std::int64_t> sequences = shelf.list();
  std::erase_if(sequences, [&](std::int64_t sequence) { return sequence >= current->manifest.sequence; });
  if (!sequences.empty()) kept.push_back(sequences.back());
  shelf.keep_only(kept);
}

// The current release's files, the database first; then those of the previous one, to which it may have to go back.
void Intake::State::plan_scrub() {
  scrub.clear();
  if (!current) return;
  std::vector<std::int64_t> sequences = shelf.list();
  std::ranges::reverse(sequences);
  for (const std::int64_t sequence : sequences) {
    if (sequence >= current->manifest.sequence) continue;
    if (const std::optional<ShelvedRelease> previous = shelf.find_whole(sequence)) {
      std::ranges::set_difference(previous->manifest.blobs, current->manifest.blobs, std::back_inserter(scrub));
    }
    break;
  }
  scrub.insert(scrub.end(), current->manifest.blobs.begin(), current->manifest.blobs.end());
  std::erase(scrub, current->manifest.content_db);
  scrub.push_back(current->manifest.content_db);
}

// A disk that reads wrong once may read right the next time; only what is wrong three times is damaged.
Intake::State::Bytes Intake::State::look_at(const std::string& sha256) const {
  Bytes bytes = shelf.blobs().has(sha256) ? Bytes::Unreadable : Bytes::Wrong;
  for (int tries = 0; tries < 3; ++tries) {
    try {
      if (sha256_file(shelf.blobs().path(sha256)) == sha256) return Bytes::Right;
      bytes = Bytes::Wrong;
    } catch (const Error&) {
      continue;
    }
  }
  return bytes;
}

bool Intake::State::heal(const std::string& sha256) {
  try {
    return source.blobs().has(sha256) && shelf.copy_blobs(source.blobs(), {sha256}).empty();
  } catch (const Error&) {
    return false;
  }
}

ScrubResult Intake::scrub_step() {
  State& state = *state_;
  if (!state.current) return ScrubResult::NothingLeft;
  if (state.scrub.empty()) {
    state.plan_scrub();
    return ScrubResult::Clean;
  }
  const std::string sha256 = state.scrub.back();
  state.scrub.pop_back();
  const State::Bytes bytes = state.look_at(sha256);
  if (bytes == State::Bytes::Right) {
    state.unreadable.erase(sha256);
    return ScrubResult::Working;
  }
  const std::string path = state.shelf.blobs().path(sha256).string();
  if (state.heal(sha256)) {
    state.log_once(path + " was damaged and was fetched again.");
    return ScrubResult::Healed;
  }
  // Out of file handles or of memory, a machine cannot read what is whole: nothing is thrown away before it has had time to recover.
  if (bytes == State::Bytes::Unreadable && ++state.unreadable[sha256] < kTimesUnreadable) {
    state.scrub.insert(state.scrub.begin(), sha256);
    return ScrubResult::Working;
  }
  state.unreadable.erase(sha256);
  // Gone, so that it counts as missing when the release is offered again.
  std::error_code ignored;
  fs::remove(path, ignored);
  const std::vector<std::string>& own = state.current->manifest.blobs;
  if (!std::ranges::binary_search(own, sha256)) {
    state.log_once(path + ", of the previous release, is damaged.");
    return ScrubResult::Working;
  }
  state.fall_back(path + " is damaged.");
  return state.current ? ScrubResult::FellBack : ScrubResult::NothingLeft;
}

}  // namespace content
