// What the tests of taking releases in share.
#pragma once

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "content/release_intake.h"
#include "content/release_manifest.h"
#include "content/sha256.h"
#include "tests/support/temporary_folder.h"

namespace tests {

namespace fs = std::filesystem;
using namespace content;

// A source outbox and a kiosk's state folder, and what the intake said.
struct Place {
  TemporaryFolder folder;
  fs::path source = folder.path() / "source";
  fs::path state = folder.path() / "state";
  std::vector<std::string> log;

  IntakeOptions options() {
    return {.source = source, .state = state, .log = [this](const std::string& line) { log.push_back(line); }};
  }
  Intake intake() { return Intake(options()); }
};

inline std::int64_t sequence_of(const std::optional<Taken>& taken) { return taken ? taken->sequence : 0; }

// Every byte of what the kiosk shows is right.
inline bool is_whole(const fs::path& state, const std::optional<Taken>& taken) {
  if (!taken) return false;
  const Manifest manifest = read_manifest(taken->release_dir);
  return manifest.sequence == taken->sequence && std::ranges::all_of(manifest.blobs, [&](const std::string& blob) {
           return sha256_file(state / "blobs" / blob_name(blob)) == blob;
         });
}

inline std::size_t count_blobs(const fs::path& state) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(state / "blobs")) count += entry.is_regular_file() ? 1 : 0;
  return count;
}

inline ScrubResult scrub_until_told(Intake& intake) {
  for (;;) {
    const ScrubResult result = intake.scrub_step();
    if (result != ScrubResult::Working) return result;
  }
}

inline fs::path own_blob(const fs::path& state, std::int64_t sequence, std::size_t number) {
  return state / "blobs" / blob_name(read_manifest(state / "releases" / sequence_name(sequence)).blobs[number]);
}

}  // namespace tests
