// manifest.txt of a release: `# key value` lines, then lines as sha256sum prints them, with paths from the outbox, so that
// `cd outbox && sha256sum -c releases/00000042/manifest.txt` proves a release without this program. Its last line is the
// hash of all bytes before it: a half-copied or altered manifest is never mistaken for a shorter one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace content {

inline constexpr int kReleaseFormat = 1;           // `# format`: how an outbox is laid out
inline constexpr int kContentVersion = 1;          // `# needs` and content.db's user_version: what this program can show
inline constexpr std::size_t kManifestLimit = 64U << 20U;  // bytes
// No outbox ever gets there. A higher number is somebody's doing: once taken in it would shut out every release to come.
inline constexpr std::int64_t kLastSequence = 999'999'999'999;

struct Manifest {
  int format = kReleaseFormat;
  std::string channel{};     // which screens it is for: letters, digits, '-', '_' and '.'
  std::int64_t sequence = 0; // 1 to kLastSequence, rises with every release of the outbox
  std::string made{};        // UTC, 2026-07-30T02:26:00Z
  std::string best_before{}; // the same form; empty = none
  int needs = kContentVersion;
  std::string content_db{};  // SHA-256 of the database among the blobs
  std::vector<std::string> blobs{};  // SHA-256 of every file, content_db among them; sorted, none twice
};

std::string print_manifest(const Manifest& manifest);

// Throws Error naming the line: not our format, a path that is not blobs/ab/ab34…, a wrong last line, a newer format.
// A newer `needs` is read without complaint: the caller decides.
Manifest parse_manifest(std::string_view text);

// Reads and parses; the folder's name must be the sequence. Throws Error.
Manifest read_manifest(const std::filesystem::path& release_dir);

// "00000042"
std::string sequence_name(std::int64_t sequence);
// 0 when the name is not eight or more digits, or above kLastSequence.
std::int64_t parse_sequence_name(std::string_view name);

}  // namespace content
