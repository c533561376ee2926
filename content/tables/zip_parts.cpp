#include "content/tables/zip_parts.h"

#include <zip.h>

#include <array>
#include <cctype>
#include <unordered_map>

#include "content/error.h"
#include "content/tables/workbook_faults.h"

namespace content::tables {
namespace {

constexpr std::string_view kDirectoryEntry = "PK\x01\x02";

std::string lower(std::string_view text) {
  std::string out(text.substr(text.starts_with('/') ? 1 : 0));
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

// At least as many as the archive's directory will have, before anything is made of them.
std::size_t count_entries(std::string_view bytes, std::size_t limit) {
  std::size_t count = 0;
  for (std::size_t at = bytes.find(kDirectoryEntry); at != std::string_view::npos && count <= limit;
       at = bytes.find(kDirectoryEntry, at + kDirectoryEntry.size())) {
    ++count;
  }
  return count;
}

class OpenPart {
 public:
  explicit OpenPart(zip_file_t* part) : part_(part) {}
  ~OpenPart() { zip_fclose(part_); }
  OpenPart(const OpenPart&) = delete;
  OpenPart& operator=(const OpenPart&) = delete;
  zip_file_t* get() const { return part_; }

 private:
  zip_file_t* part_;
};

}  // namespace

struct ZipParts::Archive {
  zip_t* zip = nullptr;
  std::unordered_map<std::string, zip_uint64_t> parts;   // by lower-case name
  ~Archive() {
    if (zip != nullptr) zip_discard(zip);
  }
};

ZipParts::ZipParts(std::string_view bytes, std::string file, ZipLimits limits)
    : archive_(std::make_unique<Archive>()), file_(std::move(file)), limits_(limits) {
  if (count_entries(bytes, limits_.parts) > limits_.parts) throw too_large(file_);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) archive_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive_->zip == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (archive_->zip == nullptr) throw damaged_workbook(file_);
  const zip_int64_t count = zip_get_num_entries(archive_->zip, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    if (const char* name = zip_get_name(archive_->zip, index, 0)) archive_->parts.try_emplace(lower(name), index);
  }
}

ZipParts::~ZipParts() = default;

bool ZipParts::has(std::string_view part) const { return archive_->parts.contains(lower(part)); }

void ZipParts::read(std::string_view part, const std::function<void(std::string_view)>& take) {
  const auto found = archive_->parts.find(lower(part));
  if (found == archive_->parts.end()) throw damaged_workbook(file_);
  zip_stat_t stat;
  zip_stat_init(&stat);
  const bool known = zip_stat_index(archive_->zip, found->second, 0, &stat) == 0;
  if (known && (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0U && stat.encryption_method != ZIP_EM_NONE) throw locked_workbook(file_);
  if (known && (stat.valid & ZIP_STAT_SIZE) != 0U && stat.size > limits_.unpacked - unpacked_) throw too_large(file_);
  zip_file_t* opened = zip_fopen_index(archive_->zip, found->second, 0);
  if (opened == nullptr) throw damaged_workbook(file_);
  const OpenPart open(opened);
  std::array<char, 1U << 16U> piece{};
  for (;;) {
    const zip_int64_t got = zip_fread(open.get(), piece.data(), piece.size());
    if (got < 0) throw damaged_workbook(file_);
    if (got == 0) return;
    unpacked_ += static_cast<std::uint64_t>(got);
    if (unpacked_ > limits_.unpacked) throw too_large(file_);
    take({piece.data(), static_cast<std::size_t>(got)});
  }
}

}  // namespace content::tables
