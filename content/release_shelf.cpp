#include "content/release_shelf.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <unordered_set>
#include <utility>

#include "content/durable_file.h"
#include "content/fail.h"
#include "content/release.h"
#include "content/sha256.h"

namespace content {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMarkLimit = 4096;

// "42 <hash of the manifest> <hash of what stands before>\n"
std::string print_mark(const HighWater& mark) {
  const std::string text = std::to_string(mark.sequence) + " " + mark.manifest_hash + " ";
  return text + sha256_hex(text) + "\n";
}

std::optional<HighWater> parse_mark(std::string_view text) {
  HighWater mark;
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || text.size() < blank + 1 + 64) return std::nullopt;
  std::from_chars(text.data(), text.data() + blank, mark.sequence);
  mark.manifest_hash = text.substr(blank + 1, 64);
  return print_mark(mark) == text ? std::optional(mark) : std::nullopt;
}

}  // namespace

ReleaseShelf::ReleaseShelf(fs::path state, std::function<void(std::string_view)> before_step)
    : state_(std::move(state)), before_step_(std::move(before_step)), blobs_(state_ / "blobs") {
  try {
    make_folders(state_ / "releases");
    make_folders(blobs_.folder());
  } catch (const Error&) {
    if (!fs::is_directory(state_)) throw;
  }
  lock_ = FileDescriptor(::open((state_ / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (lock_ && ::flock(lock_.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    fail({"另一个程序正在使用文件夹 " + state_.string() + "。请先关闭它，或用 --state 指定另一个文件夹。",
          "Another program is using the folder " + state_.string() + ". Close it first, or name another folder with --state."});
  }
  remove_leftovers();
}

// Files that a killed process had not finished.
void ReleaseShelf::remove_leftovers() const {
  std::error_code ignored;
  std::vector<fs::path> leftovers;
  for (const fs::directory_entry& entry : fs::directory_iterator(state_, ignored)) {
    if (entry.path().filename().string().starts_with(".tmp-")) leftovers.push_back(entry.path());
  }
  for (const fs::path& path : leftovers) fs::remove(path, ignored);
}

void ReleaseShelf::step(std::string_view name) const {
  if (before_step_) before_step_(name);
}

fs::path ReleaseShelf::release_dir(std::int64_t sequence) const { return state_ / "releases" / sequence_name(sequence); }

std::vector<std::int64_t> ReleaseShelf::list() const { return list_releases(state_); }

std::optional<std::int64_t> ReleaseShelf::linked() const {
  std::error_code none;
  const fs::path target = fs::read_symlink(state_ / "current", none);
  const std::int64_t sequence = none ? 0 : parse_sequence_name(target.filename().string());
  return sequence > 0 ? std::optional(sequence) : std::nullopt;
}

std::optional<ShelvedRelease> ReleaseShelf::find_whole(std::int64_t sequence) const {
  try {
    const fs::path folder = release_dir(sequence);
    ShelvedRelease release{read_manifest(folder), sha256_hex(read_text(folder / "manifest.txt", kManifestLimit))};
    const bool is_whole = std::ranges::all_of(release.manifest.blobs, [&](const std::string& blob) { return blobs_.has(blob); });
    return is_whole ? std::optional(std::move(release)) : std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::vector<std::string> ReleaseShelf::copy_blobs(const Blobs& source, const std::vector<std::string>& sha256s) {
  std::vector<std::string> wrong;
  BlobBatch batch(blobs_);
  for (const std::string& sha256 : sha256s) {
    step("copy blob");
    if (!batch.add(source.path(sha256), sha256)) wrong.push_back(sha256);
  }
  batch.commit(before_step_);
  return wrong;
}

void ReleaseShelf::shelve(std::int64_t sequence, const std::string& manifest_text) {
  const fs::path incoming = state_ / "releases" / ".incoming";
  std::error_code ignored;
  fs::remove_all(incoming, ignored);
  step("write manifest");
  make_folders(incoming);
  write_durably(incoming / "manifest.txt", manifest_text);
  step("clear place");
  fs::remove_all(release_dir(sequence), ignored);
  step("place manifest");
  rename_durably(incoming, release_dir(sequence));
}

void ReleaseShelf::switch_to(std::int64_t sequence) {
  step("switch");
  switch_link(state_ / "current", fs::path("releases") / sequence_name(sequence));
}

void ReleaseShelf::remove(std::int64_t sequence) {
  std::error_code ignored;
  fs::remove_all(release_dir(sequence), ignored);
}

void ReleaseShelf::keep_only(const std::vector<std::int64_t>& sequences) {
  std::unordered_set<std::string> wanted;
  for (const std::int64_t sequence : list()) {
    if (std::ranges::find(sequences, sequence) == sequences.end()) {
      step("remove release");
      remove(sequence);
    }
  }
  for (const std::int64_t sequence : sequences) {
    try {
      const Manifest manifest = read_manifest(release_dir(sequence));
      wanted.insert(manifest.blobs.begin(), manifest.blobs.end());
    } catch (const Error&) {
      return;  // its blobs are unknown: better to keep too much
    }
  }
  std::vector<fs::path> unwanted;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(blobs_.folder(), ignored)) {
    if (entry.is_regular_file(ignored) && !wanted.contains(entry.path().filename().string())) unwanted.push_back(entry.path());
  }
  for (const fs::path& path : unwanted) {
    step("remove blob");
    fs::remove(path, ignored);
  }
}

HighWater ReleaseShelf::high_water() const {
  try {
    return parse_mark(read_text(state_ / "high-water", kMarkLimit)).value_or(HighWater{});
  } catch (const Error&) {
    return {};
  }
}

void ReleaseShelf::raise_high_water(const HighWater& mark) {
  step("raise high water");
  write_durably(state_ / "high-water", print_mark(mark));
}

}  // namespace content
