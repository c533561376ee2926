#include "content/blobs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>
#include <vector>

#include "content/durable_file.h"
#include "content/file_descriptor.h"
#include "content/sha256.h"

namespace content {
namespace {

namespace fs = std::filesystem;

constexpr int kReadTries = 3;
constexpr std::size_t kChunkBytes = 256U * 1024U;

// What a disk spoilt since it was written is written anew.
bool is_whole(const fs::path& file, const std::string& sha256) {
  try {
    return sha256_file(file) == sha256;
  } catch (const Error&) {
    return false;
  }
}

// Copies all bytes and answers their hash.
std::string copy_hashing(const fs::path& source, const fs::path& target) {
  const FileDescriptor from(::open(source.c_str(), O_RDONLY | O_CLOEXEC));
  if (!from) throw_file_error(FileDeed::Open, source, errno);
  const FileDescriptor to(::open(target.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (!to) throw_file_error(FileDeed::Create, target, errno);
  Sha256 hash;
  std::vector<std::byte> chunk(kChunkBytes);
  for (;;) {
    const ssize_t count = ::read(from.get(), chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_file_error(FileDeed::Read, source, errno);
    if (count == 0) break;
    const std::span bytes(chunk.data(), static_cast<std::size_t>(count));
    hash.update(bytes);
    write_all(to.get(), bytes, target);
  }
  return hash.hex();
}

// A stick or a failing disk may read right the second time.
std::string copy_hashing_tries(const fs::path& source, const fs::path& target) {
  for (int tries_left = kReadTries - 1;; --tries_left) {
    try {
      return copy_hashing(source, target);
    } catch (const DiskFull&) {
      throw;
    } catch (const Error&) {
      if (tries_left == 0) throw;
    }
  }
}

}  // namespace

fs::path blob_name(std::string_view sha256) { return fs::path(sha256.substr(0, 2)) / sha256; }

Blobs::Blobs(fs::path folder) : folder_(std::move(folder)) {}

fs::path Blobs::path(std::string_view sha256) const { return folder_ / blob_name(sha256); }

bool Blobs::has(std::string_view sha256) const {
  struct stat status {};
  return ::stat(path(sha256).c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

std::string Blobs::put(std::span<const std::byte> bytes) const {
  std::string sha256 = sha256_hex(bytes);
  const fs::path target = path(sha256);
  if (has(sha256) && is_whole(target, sha256)) return sha256;
  make_folders(target.parent_path());
  write_durably(target, bytes);
  return sha256;
}

std::string Blobs::adopt(const fs::path& file) const {
  std::string sha256 = sha256_file(file);
  const fs::path target = path(sha256);
  make_folders(target.parent_path());
  sync_path(file);
  rename_durably(file, target);
  return sha256;
}

BlobBatch::BlobBatch(const Blobs& blobs) : blobs_(blobs), incoming_(blobs.folder() / ".incoming") {
  std::error_code ignored;
  fs::remove_all(incoming_, ignored);
}

BlobBatch::~BlobBatch() {
  std::error_code ignored;
  fs::remove_all(incoming_, ignored);
}

bool BlobBatch::add(const fs::path& source, const std::string& sha256) {
  make_folders(incoming_);
  const fs::path temporary = incoming_ / sha256;
  if (copy_hashing_tries(source, temporary) != sha256) {
    ::unlink(temporary.c_str());
    return false;
  }
  added_.push_back(sha256);
  return true;
}

void BlobBatch::commit(const std::function<void(std::string_view step)>& before_step) {
  const auto step = [&](std::string_view name) {
    if (before_step) before_step(name);
  };
  if (added_.empty()) return;
  step("sync blobs");
  sync_disk(blobs_.folder());
  for (const std::string& sha256 : added_) {
    const fs::path target = blobs_.path(sha256);
    step("place blob");
    make_folders(target.parent_path());
    if (::rename((incoming_ / sha256).c_str(), target.c_str()) != 0) throw_file_error(FileDeed::Rename, target, errno);
  }
  step("sync places");
  sync_disk(blobs_.folder());
  added_.clear();
}

}  // namespace content
