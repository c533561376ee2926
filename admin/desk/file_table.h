// The rows of a folder: small picture, name, size, time; sorted by what the clerk clicks; by mouse and by keyboard.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/desk/scroll.h"
#include "admin/desk/table.h"
#include "admin/workspace/file_list.h"
#include "admin/workspace/file_thumbs.h"

namespace admin::desk {

class FileTable {
 public:
  struct Answer {
    std::optional<std::filesystem::path> folder{};   // to go into
    std::optional<std::filesystem::path> file{};     // taken at once: double click or Enter
  };
  explicit FileTable(bool many) : many_(many) {}

  void show(Folder folder);
  const Folder& folder() const { return folder_; }
  std::size_t files() const { return files_; }
  const std::set<std::filesystem::path>& taken() const { return taken_; }
  // Head and rows. ↑↓ walk, Space takes or leaves, Enter opens.
  Answer draw(Desk& desk, ui::Rect view);
  // Small pictures are on their way.
  bool pending() const { return thumbs_.pending(); }

 private:
  void take_keys(Desk& desk, Answer& answer, float rows_high);
  void draw_row(Desk& desk, ui::Rect row, std::size_t index, Answer& answer);
  void draw_sign(Desk& desk, ui::Rect box, const FileEntry& entry);
  void take(const FileEntry& entry);
  void sort(std::size_t column);

  bool many_ = true;
  Folder folder_;
  std::size_t files_ = 0;
  std::set<std::filesystem::path> taken_;
  std::optional<std::size_t> at_;         // the row of the keyboard
  Sort sort_{};
  FileThumbs thumbs_;
  ScrollArea scroll_;
};

}  // namespace admin::desk
