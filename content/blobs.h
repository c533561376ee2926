// A folder of files named by their SHA-256: blobs/ab/ab34…. A blob is never changed, so writers need no lock: whoever
// comes second finds the file there. Used by the office's media folder, the outbox and the kiosk's own store.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace content {

// "ab/ab34…" for "ab34…": a blob's place below its folder.
std::filesystem::path blob_name(std::string_view sha256);

class Blobs {
 public:
  // The folder is made with the first blob.
  explicit Blobs(std::filesystem::path folder);

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path path(std::string_view sha256) const;
  // The file is there; its bytes are not read.
  bool has(std::string_view sha256) const;

  // Temp file, fsync, rename, fsync of the folders. Returns the name. Throws Error when the disk refuses.
  std::string put(std::span<const std::byte> bytes) const;

  // Moves a finished file of the same disk in, synced. Returns the name. Throws Error.
  std::string adopt(const std::filesystem::path& file) const;

 private:
  std::filesystem::path folder_;
};

// Many blobs at once, synced together: they are copied into blobs/.incoming while being hashed, the disk is synced, they
// are renamed into place, the disk is synced again. So a power cut never leaves a blob that is not what its name says.
// One batch a folder at a time; what an interrupted one left behind goes when the next one begins.
class BlobBatch {
 public:
  explicit BlobBatch(const Blobs& blobs);
  ~BlobBatch();  // drops what was not committed
  BlobBatch(const BlobBatch&) = delete;
  BlobBatch& operator=(const BlobBatch&) = delete;

  // Copies, never links: the source may change later. False, and nothing is kept, when the bytes that were read are not
  // `sha256`. Throws Error when the source cannot be read (tried three times), DiskFull when there is no room.
  bool add(const std::filesystem::path& source, const std::string& sha256);

  // Puts the added blobs in place; `before_step` is called before each change of the disk. Throws Error.
  void commit(const std::function<void(std::string_view step)>& before_step = {});

 private:
  const Blobs& blobs_;
  std::filesystem::path incoming_;
  std::vector<std::string> added_;
};

}  // namespace content
