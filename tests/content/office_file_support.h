// Office databases as files, and their bytes.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "content/office_store.h"
#include "tests/content/office_test_data.h"
#include "tests/support/temporary_folder.h"

namespace tests {

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << bytes;
}

inline std::filesystem::path office_with_records(const TemporaryFolder& folder, int records) {
  const std::filesystem::path path = folder / "office.db";
  const auto store = content::OfficeStore::create(path);
  add_people(*store);
  for (int i = 0; i < records; ++i) store->create(content::Kind::Series, series_body("系列 " + std::to_string(i)), "小林");
  return path;
}

}  // namespace tests
