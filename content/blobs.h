// A folder of files named by their SHA-256: blobs/ab/ab34…. A blob is never changed, so writers need no lock: whoever
// comes second finds the file there. Used by the office's media folder, the outbox and the kiosk's own store.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

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

  // Copies a file in while hashing it (never a link: the source may change later). False, and nothing is kept, when
  // the bytes that were read are not `sha256`. Throws Error on a read error (tried three times) or a full disk.
  bool copy_in(const std::filesystem::path& source, std::string_view sha256) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace content
