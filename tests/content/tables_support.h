// An office in memory that tables are imported into.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "content/ids.h"
#include "content/office_store.h"
#include "content/tables/import.h"

namespace content {

// A folder for one test, and an office with one editor.
class TableOffice {
 public:
  TableOffice() : folder_(std::filesystem::temp_directory_path() / ("tables-" + make_uuid_v7())), store(OfficeStore::in_memory()) {
    std::filesystem::create_directories(folder_);
    store->add_person("编辑", Role::Editor);
  }
  ~TableOffice() { std::filesystem::remove_all(folder_); }

  std::filesystem::path write(const std::string& name, const std::string& text) const {
    const std::filesystem::path path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  tables::ImportReport import(Kind kind, const std::string& text, bool skip_bad = false, bool dry_run = false) const {
    return import_file(kind, write("sheet.csv", text), skip_bad, dry_run);
  }
  tables::ImportReport import_file(Kind kind, const std::filesystem::path& file, bool skip_bad = false, bool dry_run = false) const {
    tables::ImportOptions options{.file = file, .by = "编辑", .skip_bad = skip_bad, .dry_run = dry_run, .bring_media = {}};
    return tables::import_table(*store, kind_spec(kind), options);
  }

 private:
  std::filesystem::path folder_;

 public:
  std::unique_ptr<OfficeStore> store;
};

inline std::string value(const Record& record, std::string_view key) {
  const nlohmann::json* found = value_at(record.body, key);
  return found == nullptr ? "" : found->is_string() ? found->get<std::string>() : found->dump();
}

inline constexpr const char* kMerchants =
    "商户名称,类别,地址,电话\n渡口面馆,餐饮,江滩双拥街 12 号,5550 0101\n春和大药房,医药,江滩双拥街 14 号,5550 0102\n";

}  // namespace content
