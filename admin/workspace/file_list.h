// Folders of this computer, for the window's own file browser.
//
// No state; reads the disk, so a folder of a network or a slow stick may take a moment: call it away from the main thread
// (FolderReader does).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "content/language.h"

namespace admin {

struct FileEntry {
  std::filesystem::path path;
  std::string name{};               // as it can be shown: what is no character, or would break the line, is U+FFFD
  std::string place{};              // compares as people sort names: pinyin, digits by their value
  bool is_folder = false;
  bool is_picture = false;          // by its name's ending
  std::int64_t bytes = 0;
  std::int64_t changed_ms = 0;      // since 1970 UTC
};

struct Folder {
  std::filesystem::path path;       // with links resolved where it is there
  std::vector<FileEntry> entries;   // folders first, then by name as people sort: 2.jpg before 10.jpg, 江 before 梁
  bool is_cut = false;              // there are more than kMost
  content::Text fault{};            // why nothing can be listed and what to do; empty: it could
};
inline constexpr std::size_t kMostEntries = 20'000;

enum class FileSort { Name, Size, Changed };
// Folders stay first, by name; files by what is asked, equal ones by name.
void sort_entries(std::vector<FileEntry>& entries, FileSort by, bool descending);

enum class Hidden { Leave, Show };
enum class Listed { Pictures, Tables, Everything };  // which files; folders always

Folder list_folder(const std::filesystem::path& folder, Listed listed = Listed::Pictures, Hidden hidden = Hidden::Leave);

// Where to begin: 家, 桌面, 下载, 图片, 文档 by the desktop's own settings (user-dirs.dirs), then sticks and cards that are plugged in.
struct Place {
  std::string name;
  std::filesystem::path path;
  bool is_removable = false;
};
// `home`: the home folder; `mounts`: text of /proc/self/mounts; tests pass their own.
std::vector<Place> places(const std::filesystem::path& home, const std::string& mounts);
std::vector<Place> places();

// a < b as people count: digits by their value, letters without case.
bool natural_less(std::string_view a, std::string_view b);

// Reads folders on a thread of its own; the newest wish wins. Main thread only.
class FolderReader {
 public:
  FolderReader();
  ~FolderReader();                  // a read that hangs is left behind
  FolderReader(const FolderReader&) = delete;
  FolderReader& operator=(const FolderReader&) = delete;
  void ask(const std::filesystem::path& folder, Listed listed, Hidden hidden = Hidden::Leave);
  std::optional<Folder> take();     // once for each wish that was not overtaken
  bool pending() const;

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;
};

}  // namespace admin
