// Releases on the office's side: build one from what is approved, and prove one.
//
//   outbox/blobs/ab/ab34…                   every file by its SHA-256: pictures, and content.db
//   outbox/releases/00000042/manifest.txt   see release_manifest.h
//
// Blobs are written first, the release's folder comes with one rename last, all synced: whoever sees the folder can have
// everything. One publisher an outbox at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/blobs.h"
#include "content/error.h"
#include "content/model.h"
#include "content/picture_sources.h"

namespace content {

class OfficeStore;

// How far a release is. Seal is the last: the manifest is written, the folder gets its name.
enum class ReleaseStage { Check, Database, Pictures, Seal };
struct ReleaseStep {
  ReleaseStage stage = ReleaseStage::Check;
  std::int64_t done = 0;   // Pictures: files copied
  std::int64_t total = 0;  // Pictures: files in all
};

// The publisher was asked to stop before the release appeared: the outbox is as it was.
class Stopped : public Error {
 public:
  using Error::Error;
};

struct ReleaseOptions {
  std::string channel = "default";
  std::string made{};       // UTC, 2026-07-30T02:26:00Z; empty = now
  std::string best_before{};  // the same form; empty = none
  // Told of every step; false = stop, which throws Stopped. In the caller's thread.
  std::function<bool(const ReleaseStep&)> go_on{};
  // Number and manifest's hash, right before the one rename by which the release appears. May throw: then it does not.
  std::function<void(std::int64_t sequence, const std::string& manifest_hash)> before_appearing{};
};

struct BuiltRelease {
  std::int64_t sequence = 0;
  std::filesystem::path folder;   // outbox/releases/00000042
  std::string content_db;         // SHA-256
  std::string manifest_hash;      // SHA-256 of manifest.txt
  std::int64_t records = 0;
  std::int64_t pictures = 0;      // media, each in all its sizes
  std::int64_t bytes = 0;         // of all files of the release
  std::int64_t new_blobs = 0;     // files that the outbox did not have yet
  bool unchanged = false;         // the same content as the newest release there; published all the same
  // References to records that are not approved, left out of the release: "merchant 老兵面馆: street". For the clerk.
  std::vector<std::string> dropped_references;
};

// One approved record as it goes out.
struct ReleaseRecord {
  RecordId id;
  Kind kind = Kind::City;
  std::int64_t revision = 0;
  nlohmann::json body;
};

// Everything a release is made of. Media that no record references are left out.
struct ReleaseContent {
  std::vector<ReleaseRecord> records;
  std::vector<Media> media;
};

// What goes out this time otherwise than approved.
struct ReleaseChoice {
  std::vector<RecordId> kept_back;  // as in the release before, whether changed, new (then not at all) or taken away since
  std::vector<RecordId> taken_off;  // not at all
  bool empty() const { return kept_back.empty() && taken_off.empty(); }
};

// What the office has approved, at this moment, with the pictures that it refers to. Throws Error.
ReleaseContent approved_content(OfficeStore& office);
// The same after the choice; `previous` is the release before, empty when there is none.
ReleaseContent approved_content(OfficeStore& office, const ReleaseChoice& choice, const ReleaseContent& previous);

// What a release in an outbox holds. The pictures' files are not looked at. Throws Error when it is not there or damaged.
ReleaseContent read_release(const std::filesystem::path& outbox, std::int64_t sequence);

// Builds a release from content at hand. `pictures` holds the media's files; the sequence is above `last_sequence` and above every
// release in the outbox. Throws Error: nothing approved, not exactly one city, a picture that is missing in some size, a full disk
// (the outbox then has no new release). Who publishes announces it in the office's log (options.before_appearing): there the
// person's role is checked, before anything appears.
BuiltRelease build_release(const ReleaseContent& content, const PictureSources& pictures, std::int64_t last_sequence,
                           const std::filesystem::path& outbox, const ReleaseOptions& options = {});

// The releases in an outbox, by rising sequence; only folder names are read.
std::vector<std::int64_t> list_releases(const std::filesystem::path& outbox);

enum class FaultKind { BadManifest, NeedsNewerProgram, Missing, WrongHash, Unreadable, BadDatabase, Unlisted };

struct ReleaseFault {
  FaultKind kind = FaultKind::BadManifest;
  std::string path;      // from the outbox
  std::string sentence;  // what is wrong and what to do
};

// Reads every byte. Empty = the release is whole and right. Never throws on a bad release.
std::vector<ReleaseFault> verify_release(const std::filesystem::path& outbox, std::int64_t sequence);

}  // namespace content
