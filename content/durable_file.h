// Writing files so that a power cut leaves either the old state or the new one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "content/error.h"

namespace content {

// Not enough room on the disk (ENOSPC, EDQUOT, EFBIG). Caught by the intake, which keeps the old release.
class DiskFull : public Error {
 public:
  using Error::Error;
};

// Writes beside `path` under a temporary name, syncs, renames over `path`, syncs the folder. Throws Error.
void write_durably(const std::filesystem::path& path, std::string_view bytes);
void write_durably(const std::filesystem::path& path, std::span<const std::byte> bytes);

// Writes a file that is new: never over another, "X (2).csv" where X.csv is there. Where it lies now. Throws Error.
std::filesystem::path write_new(const std::filesystem::path& wanted, std::string_view bytes);

enum class FileDeed { Open, Create, Read, Write, Sync, Rename };

// Throws DiskFull or Error: "Cannot open <path>: <the system's reason>. …" `error` is an errno.
[[noreturn]] void throw_file_error(FileDeed deed, const std::filesystem::path& path, int error);

// A hidden name in the same folder, this thread's own, for a file that is not finished.
std::filesystem::path temporary_beside(const std::filesystem::path& path);

// write(2) until all is written. `path` stands in the Error's sentence.
void write_all(int file, std::span<const std::byte> bytes, const std::filesystem::path& path);

// Flushes a file's or a folder's own data to the disk. Throws Error.
void sync_path(const std::filesystem::path& path);

// Flushes everything written so far to the disk that holds `path`. Throws Error.
void sync_disk(const std::filesystem::path& path);

// Creates the folder and its parents and syncs each new entry. Throws Error.
void make_folders(const std::filesystem::path& folder);

// rename(2) and a sync of both parents. Throws Error.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

// Points the symlink `link` at `target` by one rename. Throws Error.
void switch_link(const std::filesystem::path& link, const std::filesystem::path& target);

// A small text file, at most `limit` bytes. Throws Error when it is missing, larger or unreadable.
std::string read_text(const std::filesystem::path& path, std::size_t limit);

}  // namespace content
