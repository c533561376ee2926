// The files inside a workbook's ZIP archive, by libzip, as far as a hostile archive may go: bounded memory and time whatever it declares.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace content::tables {

// What an archive may cost. Real lists of 10,000 shops are some 2 MB, unpacked 20 MB.
struct ZipLimits {
  std::size_t parts = 20'000;                 // names in the archive
  std::uint64_t unpacked = 512ULL << 20U;     // bytes of all parts that are read, counted as they come out
};

class ZipParts {
 public:
  // `bytes` must outlive it; `file` names the file in sentences. Throws Error when this is no archive that can be read.
  ZipParts(std::string_view bytes, std::string file, ZipLimits limits = {});
  ~ZipParts();
  ZipParts(const ZipParts&) = delete;
  ZipParts& operator=(const ZipParts&) = delete;

  // By path from the archive's root; letter case and a leading '/' do not count.
  bool has(std::string_view part) const;
  // Unpacks in pieces of at most 64 KB. Throws Error when the part is not there, damaged, encrypted or larger than the
  // archive may be; what `take` throws passes through.
  void read(std::string_view part, const std::function<void(std::string_view piece)>& take);

 private:
  struct Archive;
  std::unique_ptr<Archive> archive_;
  std::string file_;
  ZipLimits limits_;
  std::uint64_t unpacked_ = 0;
};

}  // namespace content::tables
