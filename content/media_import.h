// Pictures come in here, once, in the office: orientation applied, metadata dropped, sRGB, re-encoded in the sizes that
// the screens need. HEIC, WebP, PNG, JPEG, TIFF and SVG in; baseline JPEG or 8-bit PNG out. Library content_import,
// which alone links libvips.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "content/media_store.h"

namespace content {

// Longest side of Full: 2160 or 3840 px. Glance: the Thumb alone, read as fast as the format allows, for looking at a file that may
// never come in.
enum class PictureUse { Ordinary, Poster, Glance };

struct ImportLimits {
  std::int64_t file_bytes = 80'000'000;
  std::int64_t pixels = 100'000'000;      // declared by the file's header, checked before anything is decoded
  int side_px = 20'000;
  std::int64_t memory_bytes = 3'000'000'000;  // address space of the child process
  std::chrono::seconds time{60};          // processor time and wall clock of the child process
};

struct ImportOptions {
  PictureUse use = PictureUse::Ordinary;
  ImportLimits limits{};
};

// A picture and the file that it came from.
struct ImportedSource : ImportedPicture {
  std::string source_hash;   // SHA-256 of the very bytes that were decoded; empty after a Glance
};

// Decodes the file in a child process that may use only so much memory and time and can write no file, so that a
// hostile picture can at most fail. The same file always gives the same bytes. Never enlarges pixels; an SVG is drawn
// at each size. Throws Error with a sentence: what is wrong with the file and what to do.
// The calling process must not use libvips itself: the child is forked, and libvips' threads do not survive a fork.
ImportedSource import_picture_isolated(const std::filesystem::path& file, const ImportOptions& options = {});

// The same in a process that is started from `program` (this program's own file: /proc/self/exe), for programs with threads and
// windows, which must not fork. Any thread; blocks it until the picture is read or refused, or until `stop` is true (then it
// throws like for a picture that takes too long). A file that is written to meanwhile is refused.
ImportedSource import_picture_by_program(const std::filesystem::path& program, const std::filesystem::path& file,
                                         const ImportOptions& options, const std::atomic<bool>& stop);
// main() of that process: `program` must call it first thing when its first argument is kPictureChildVerb.
inline constexpr const char* kPictureChildVerb = "picture-child";
int picture_child_main(int argc, char** argv);

// The same in this process, for a program that does nothing else (fuzzing) and for the child itself. `bytes` is the
// file, `name` stands in the Error's sentence.
ImportedPicture import_picture(std::span<const std::byte> bytes, const std::string& name, const ImportOptions& options = {});

}  // namespace content
