// A small city to publish, and folders to publish it into.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "content/release.h"

namespace tests {

// The city with `merchants` signed shops. `edition` stands in the texts and picks its pictures, so that two editions
// differ in their database and in some of their blobs. The same arguments give the same content.
content::ReleaseContent sample_content(int merchants, int edition);

// The pictures' files of every edition up to 9, made up: a release does not decode them.
content::Blobs sample_pictures(const std::filesystem::path& folder);

// An outbox with the releases 1 to `last`, edition = number, copied from one that is built once a process.
void copy_outbox(const std::filesystem::path& outbox, std::int64_t last);

// Release `sequence` of an outbox with all its blobs, into another outbox.
void copy_release(const std::filesystem::path& from, const std::filesystem::path& to, std::int64_t sequence);

// Every file of a release, from the outbox: its manifest first.
std::vector<std::filesystem::path> release_files(const std::filesystem::path& outbox, std::int64_t sequence);

std::string slurp(const std::filesystem::path& file);
void spill(const std::filesystem::path& file, std::string_view bytes);
void flip_bit(const std::filesystem::path& file, std::size_t bit);

}  // namespace tests
