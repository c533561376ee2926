// How the kiosk takes releases in: it looks at a source outbox that any road fills (same disk, Syncthing, rsync, a USB
// stick), copies a release that is complete and right into its own state folder, and switches by one rename.
//
//   state/blobs/ab/ab34…  state/releases/00000042/manifest.txt  state/current -> releases/00000042  state/high-water
//
// Killed at any point it is either still on the old release or already on the new one. The high-water mark never goes
// down: an older release is not taken again, except by publishing its content under a new number. The current and the
// previous release are kept, every other blob is deleted.
//
// One thread at a time, normally one worker; two processes must not share a state folder (the constructor locks it).
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace content {

// A release that stands whole in the state folder; release_dir goes to Catalog::load().
struct Taken {
  std::int64_t sequence = 0;
  std::filesystem::path release_dir;  // state/releases/00000042
};

struct IntakeOptions {
  std::filesystem::path source;  // the outbox; may be missing now and come later
  std::filesystem::path state;
  std::string channel{};         // take only releases for this channel; empty = any
  // Called with a newly copied release before the switch; throws Error when the program cannot show it, and the release is
  // refused. The database's application id, version and schema are checked without it, and at the start only those: a
  // program that then cannot load current() calls reject_current().
  std::function<void(const std::filesystem::path& release_dir)> prove{};
  // Says one line for the log: a refusal, a full disk, damage, a return to the previous release. Each once, not at each poll.
  std::function<void(const std::string& line)> log{};
  // Tests: called before each step that changes the disk.
  std::function<void(std::string_view step)> before_step{};
};

enum class ScrubResult {
  Working,     // read one more file; call again
  Clean,       // a whole round without a fault
  Healed,      // a damaged file was fetched again from the source; show current() anew
  FellBack,    // current() is now the previous release
  NothingLeft  // no whole release is left: show the standing picture
};

class Intake {
 public:
  // Makes the state folder, locks it and picks the current release: the one that state/current names when its manifest
  // and all its files are there, else the newest other whole one. Throws Error when the state folder cannot be used.
  explicit Intake(IntakeOptions options);
  ~Intake();
  Intake(Intake&&) noexcept;
  Intake& operator=(Intake&&) noexcept;

  // What to show. Nullopt: nothing was ever taken, or nothing whole is left.
  std::optional<Taken> current() const;

  // Looks at the source; cheap (one stat) when nothing changed, so call it every 500 ms. A value when a release was
  // taken: it is current() now. Never throws for what lies in the source; a full disk and damage go to the log.
  std::optional<Taken> poll();

  // current() could not be shown after all (a picture or the database does not read): go to the previous one. `why` goes to
  // the log; the release is not taken again by this object. Returns the new current().
  std::optional<Taken> reject_current(const std::string& why);

  // Reads and hashes one file of the current release, content.db first.
  ScrubResult scrub_step();

  std::int64_t high_water() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace content
