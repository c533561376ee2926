#include "content/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "content/fail.h"
#include "content/file_descriptor.h"

namespace content {
namespace {

namespace fs = std::filesystem;

Text words_of(FileDeed deed) {
  switch (deed) {
    case FileDeed::Open: return {"打开", "open"};
    case FileDeed::Create: return {"创建", "create"};
    case FileDeed::Read: return {"读取", "read"};
    case FileDeed::Write: return {"写入", "write"};
    case FileDeed::Sync: return {"同步到磁盘", "sync"};
    case FileDeed::Rename: return {"改名为", "rename to"};
  }
  return {};
}

}  // namespace

void throw_file_error(FileDeed deed, const fs::path& path, int error) {
  const Text words = words_of(deed);
  const bool is_full = error == ENOSPC || error == EDQUOT || error == EFBIG;
  const std::string reason = std::strerror(error);
  const Text sentence{
      "无法" + words.zh + " " + path.string() + "（" + reason + "）。" + (is_full ? "请腾出磁盘空间后再试。" : "请检查路径和权限。"),
      "Cannot " + words.en + " " + path.string() + ": " + reason +
          (is_full ? ". Make room on the disk and try again." : ". Check the path and who may use it.")};
  if (is_full) throw DiskFull(sentence);
  fail(sentence);
}

fs::path temporary_beside(const fs::path& path) {
  return path.parent_path() / (".tmp-" + std::to_string(::gettid()) + "-" + path.filename().string());
}

void write_all(int file, std::span<const std::byte> bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      throw_file_error(FileDeed::Write, path, errno);
    }
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

void write_durably(const fs::path& path, std::span<const std::byte> bytes) {
  const fs::path temporary = temporary_beside(path);
  try {
    FileDescriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (!file) throw_file_error(FileDeed::Create, temporary, errno);
    write_all(file.get(), bytes, temporary);
    if (::fsync(file.get()) != 0) throw_file_error(FileDeed::Sync, temporary, errno);
    file.reset();
    if (::rename(temporary.c_str(), path.c_str()) != 0) throw_file_error(FileDeed::Rename, path, errno);
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
  sync_path(path.parent_path());
}

void write_durably(const fs::path& path, std::string_view bytes) {
  write_durably(path, std::as_bytes(std::span(bytes.data(), bytes.size())));
}

fs::path write_new(const fs::path& wanted, std::string_view bytes) {
  fs::path path = wanted;
  FileDescriptor file;
  for (int number = 2; !file; ++number) {
    file = FileDescriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (file) break;
    if (errno != EEXIST) throw_file_error(FileDeed::Create, path, errno);
    path = wanted.parent_path() / (wanted.stem().string() + " (" + std::to_string(number) + ")" + wanted.extension().string());
  }
  try {
    write_all(file.get(), std::as_bytes(std::span(bytes.data(), bytes.size())), path);
    if (::fsync(file.get()) != 0) throw_file_error(FileDeed::Sync, path, errno);
  } catch (...) {
    ::unlink(path.c_str());
    throw;
  }
  sync_path(path.parent_path());
  return path;
}

void sync_path(const fs::path& path) {
  const FileDescriptor file(::open(path.empty() ? "." : path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) throw_file_error(FileDeed::Open, path, errno);
  // Some file systems (network shares, FUSE) cannot sync a folder and say EINVAL: they have nothing to sync.
  if (::fsync(file.get()) != 0 && errno != EINVAL && errno != EROFS) throw_file_error(FileDeed::Sync, path, errno);
}

void sync_disk(const fs::path& path) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) throw_file_error(FileDeed::Open, path, errno);
  if (::syncfs(file.get()) != 0) throw_file_error(FileDeed::Sync, path, errno);
}

void make_folders(const fs::path& folder) {
  if (folder.empty() || fs::is_directory(folder)) return;
  make_folders(folder.parent_path());
  if (::mkdir(folder.c_str(), 0755) != 0 && !(errno == EEXIST && fs::is_directory(folder))) {
    throw_file_error(FileDeed::Create, folder, errno);
  }
  sync_path(folder.parent_path());
}

void rename_durably(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw_file_error(FileDeed::Rename, to, errno);
  sync_path(to.parent_path());
  if (from.parent_path() != to.parent_path()) sync_path(from.parent_path());
}

void switch_link(const fs::path& link, const fs::path& target) {
  const fs::path temporary = temporary_beside(link);
  ::unlink(temporary.c_str());
  if (::symlink(target.c_str(), temporary.c_str()) != 0) throw_file_error(FileDeed::Create, temporary, errno);
  rename_durably(temporary, link);
}

std::string read_text(const fs::path& path, std::size_t limit) {
  // O_NONBLOCK: a pipe under this name must not make the program wait for ever.
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file) throw_file_error(FileDeed::Open, path, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
    fail({path.string() + " 不是文件。请检查路径。", path.string() + " is not a file. Check the path."});
  }
  std::string text;
  char chunk[16384];
  for (;;) {
    const ssize_t count = ::read(file.get(), chunk, sizeof chunk);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_file_error(FileDeed::Read, path, errno);
    if (count == 0) return text;
    text.append(chunk, static_cast<std::size_t>(count));
    if (text.size() > limit) {
      fail({path.string() + " 大得不正常，不是应有的文件。请检查路径。",
            path.string() + " is larger than it can rightly be, so it is not the right file. Check the path."});
    }
  }
}

}  // namespace content
