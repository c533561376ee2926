// A table of many records: its file, a dry run that writes nothing, then the good rows as one step that can be undone.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "admin/desk/scroll.h"
#include "content/tables/import.h"

namespace admin {

class ImportPage {
 public:
  void open(const content::KindSpec& spec);
  void close() { spec_ = nullptr; }
  bool is_open() const { return spec_ != nullptr; }
  // Looks at a file dropped on the window.
  void take(desk::Desk& desk, const std::filesystem::path& file);

  // False: the clerk went back to the list.
  bool draw(desk::Desk& desk, ui::Rect area);

 private:
  void try_file(desk::Desk& desk);
  void write(desk::Desk& desk);
  void draw_choice(desk::Desk& desk, ui::Rect area);
  void draw_report(desk::Desk& desk, ui::Rect area);
  float draw_counts(desk::Desk& desk, ui::Rect row);
  bool draw_foot(desk::Desk& desk, ui::Rect bar);

  const content::KindSpec* spec_ = nullptr;
  std::string path_;
  std::optional<content::tables::ImportReport> report_;   // of the dry run
  bool written_ = false;
  desk::ScrollArea scroll_;
};

}  // namespace admin
