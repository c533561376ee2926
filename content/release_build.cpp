#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <span>
#include <string>
#include <utility>

#include "content/durable_file.h"
#include "content/fail.h"
#include "content/outbox_lock.h"
#include "content/release.h"
#include "content/release_db.h"
#include "content/release_manifest.h"
#include "content/release_references.h"
#include "content/sha256.h"

namespace content {
namespace {

namespace fs = std::filesystem;

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return std::string(text.data(), length);
}

std::int64_t file_size_or_minus(const fs::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_size : -1;
}

void check_content(const ReleaseContent& content) {
  if (content.records.empty()) {
    fail({"没有已经三审通过的内容，不能发布。请先完成审核。", "Nothing has passed its three reviews, so there is nothing to publish. Finish the reviews first."});
  }
  const auto cities = std::ranges::count(content.records, Kind::City, &ReleaseRecord::kind);
  if (cities == 1) return;
  const std::string count = std::to_string(cities);
  fail({"发布需要恰好一条审核通过的“城市”记录，现有 " + count + " 条。请补上或移入回收站。",
        "A release needs exactly one approved city, and there are " + count + ". Add it, or move the others to the trash."});
}

// A folder in the outbox for what is not finished; gone with the object, and left-overs of a killed publisher before.
class Workshop {
 public:
  explicit Workshop(const fs::path& outbox) : folder_(outbox / ".publishing") {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    make_folders(folder_);
  }
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

class Publisher {
 public:
  Publisher(const PictureSources& pictures, const fs::path& outbox, const ReleaseOptions& options)
      : pictures_(pictures), outbox_(outbox), blobs_(outbox / "blobs"), options_(options) {}

  BuiltRelease publish(ReleaseContent content, std::int64_t last_sequence) {
    begin(ReleaseStage::Check);
    check_content(content);
    built_.dropped_references = close_references(content, pictures_);
    built_.records = static_cast<std::int64_t>(content.records.size());
    built_.pictures = static_cast<std::int64_t>(content.media.size());
    manifest_.channel = options_.channel;
    manifest_.made = options_.made.empty() ? utc_now() : options_.made;
    manifest_.best_before = options_.best_before;

    make_folders(outbox_ / "releases");
    make_folders(blobs_.folder());
    const OutboxLock lock(outbox_);
    const std::vector<std::int64_t> earlier = list_releases(outbox_);
    manifest_.sequence = std::max(last_sequence, earlier.empty() ? 0 : earlier.back()) + 1;
    const Workshop workshop(outbox_);
    begin(ReleaseStage::Database);
    write_content_db(content, workshop.folder());
    copy_pictures(content.media);
    count_bytes();
    compare_with(earlier);
    begin(ReleaseStage::Seal);
    write_manifest(workshop.folder());
    return std::move(built_);
  }

 private:
  void begin(ReleaseStage stage, std::int64_t done = 0, std::int64_t total = 0) const {
    if (!options_.go_on || options_.go_on({.stage = stage, .done = done, .total = total})) return;
    throw Stopped("已停止发布，屏上没有变化。", "Publishing was stopped; the screens are as they were.");
  }

  void write_content_db(const ReleaseContent& content, const fs::path& folder) {
    const fs::path file = folder / "content.db";
    write_release_db(content, file);
    const std::string sha256 = sha256_file(file);
    built_.new_blobs += blobs_.has(sha256) ? 0 : 1;
    blobs_.adopt(file);
    manifest_.content_db = sha256;
    manifest_.blobs.push_back(sha256);
    built_.content_db = sha256;
  }

  // A file that is there with the right size is right: its bytes were proven when it came. verify_release() reads all.
  void copy_pictures(const std::vector<Media>& media) {
    for (const Media& picture : media) {
      for (const MediaFile& file : picture.files) manifest_.blobs.push_back(file.sha256);
    }
    std::ranges::sort(manifest_.blobs);
    const auto [first, last] = std::ranges::unique(manifest_.blobs);
    manifest_.blobs.erase(first, last);
    BlobBatch batch(blobs_);
    const auto total = static_cast<std::int64_t>(manifest_.blobs.size());
    std::int64_t done = 0;
    for (const std::string& sha256 : manifest_.blobs) {
      begin(ReleaseStage::Pictures, done++, total);
      if (sha256 == manifest_.content_db) continue;
      const fs::path source = pictures_.path(sha256);
      const std::int64_t there = file_size_or_minus(blobs_.path(sha256));
      if (there >= 0 && there == file_size_or_minus(source)) continue;
      if (!batch.add(source, sha256)) {
        fail({"图片文件 " + source.string() + " 已损坏。请重新导入该图片后再发布。",
              "The picture file " + source.string() + " is damaged. Import the picture again, then publish."});
      }
      ++built_.new_blobs;
    }
    batch.commit();
  }

  void count_bytes() {
    for (const std::string& sha256 : manifest_.blobs) built_.bytes += file_size_or_minus(blobs_.path(sha256));
  }

  void compare_with(const std::vector<std::int64_t>& earlier) {
    if (earlier.empty()) return;
    try {
      built_.unchanged = read_manifest(outbox_ / "releases" / sequence_name(earlier.back())).blobs == manifest_.blobs;
    } catch (const Error&) {
      built_.unchanged = false;  // the earlier release is damaged; this one does not depend on it
    }
  }

  void write_manifest(const fs::path& workshop) {
    const std::string name = sequence_name(manifest_.sequence);
    make_folders(workshop / name);
    const std::string text = print_manifest(manifest_);
    write_durably(workshop / name / "manifest.txt", text);
    built_.manifest_hash = sha256_hex(std::as_bytes(std::span(text.data(), text.size())));
    built_.folder = outbox_ / "releases" / name;
    built_.sequence = manifest_.sequence;
    begin(ReleaseStage::Seal);
    if (options_.before_appearing) options_.before_appearing(manifest_.sequence, built_.manifest_hash);
    rename_durably(workshop / name, built_.folder);
  }

  const PictureSources& pictures_;
  fs::path outbox_;
  Blobs blobs_;
  const ReleaseOptions& options_;
  Manifest manifest_;
  BuiltRelease built_;
};

}  // namespace

BuiltRelease build_release(const ReleaseContent& content, const PictureSources& pictures, std::int64_t last_sequence,
                           const fs::path& outbox, const ReleaseOptions& options) {
  return Publisher(pictures, fs::absolute(outbox), options).publish(content, last_sequence);
}

std::vector<std::int64_t> list_releases(const fs::path& outbox) {
  std::vector<std::int64_t> sequences;
  std::error_code missing;
  for (const fs::directory_entry& entry : fs::directory_iterator(outbox / "releases", missing)) {
    const std::int64_t sequence = parse_sequence_name(entry.path().filename().string());
    if (sequence > 0) sequences.push_back(sequence);
  }
  std::ranges::sort(sequences);
  return sequences;
}

}  // namespace content
