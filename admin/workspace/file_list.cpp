#include "admin/workspace/file_list.h"

#include <sys/stat.h>
#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <mutex>
#include <sstream>
#include <string_view>

#include "admin/pictures.h"
#include "admin/workspace/import_session.h"

namespace admin {
namespace {

namespace fs = std::filesystem;
using content::Text;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

Text fault_of(const fs::path& folder, const std::error_code& code) {
  const std::string path = folder.string();
  if (code == std::errc::no_such_file_or_directory) {
    return {"文件夹“" + path + "”不在了。请选别的文件夹，或把 U 盘插好。", "The folder " + path + " is not there. Choose another, or plug the stick in."};
  }
  if (code == std::errc::permission_denied || code == std::errc::operation_not_permitted) {
    return {"没有打开“" + path + "”的权限。请选别的文件夹。", "You may not open " + path + ". Choose another folder."};
  }
  if (code == std::errc::not_a_directory) return {"“" + path + "”不是文件夹。请选文件夹。", path + " is not a folder. Choose a folder."};
  if (code == std::errc::too_many_symbolic_link_levels) {
    return {"“" + path + "”是绕回自己的链接。请选别的文件夹。", path + " is a link that leads to itself. Choose another folder."};
  }
  return {"文件夹“" + path + "”读不出来。请检查磁盘或 U 盘，或选别的文件夹。", "The folder " + path + " cannot be read. Check the disk or choose another."};
}

// File names are bytes: old USB sticks hold GBK, and a line break is allowed too.
std::string shown_name(const std::string& bytes) {
  std::string name;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(bytes);   // U+FFFD for what is no UTF-8
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 character = text.char32At(i);
    const bool is_mark = character < 0x20 || character == 0x7F || (character >= 0x200B && character <= 0x200F) || (character >= 0x2028 && character <= 0x202E);
    icu::UnicodeString(is_mark ? 0xFFFD : character).toUTF8String(name);
  }
  return name;
}

// Reads names as a Chinese desktop sorts them. Without the rules (no ICU data) every place is empty: then bytes decide.
class NameSorter {
 public:
  NameSorter() {
    UErrorCode fault = U_ZERO_ERROR;
    collator_.reset(icu::Collator::createInstance(icu::Locale("zh", "CN"), fault));
    if (U_SUCCESS(fault) && collator_) collator_->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, fault);
    if (U_FAILURE(fault)) collator_.reset();
  }
  std::string place_of(const std::string& name) const {
    if (!collator_) return {};
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
    std::string key(static_cast<std::size_t>(std::max(0, collator_->getSortKey(text, nullptr, 0))), '\0');
    collator_->getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
    return key;
  }

 private:
  std::unique_ptr<icu::Collator> collator_;
};

bool name_less(const FileEntry& a, const FileEntry& b) { return a.place != b.place ? a.place < b.place : natural_less(a.name, b.name); }

// Nullopt: it is not to be listed (a pipe, a device, a link to nothing, another kind of file).
std::optional<FileEntry> entry_of(const fs::path& path, Listed listed) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  FileEntry entry{.path = path, .name = shown_name(path.filename().string())};
  entry.is_folder = S_ISDIR(status.st_mode);
  entry.changed_ms = status.st_mtim.tv_sec * 1000 + status.st_mtim.tv_nsec / 1'000'000;
  if (entry.is_folder) return entry;
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  entry.bytes = status.st_size;
  entry.is_picture = is_picture_name(path);
  if (listed == Listed::Pictures && !entry.is_picture) return std::nullopt;
  if (listed == Listed::Tables && !is_table(path)) return std::nullopt;
  return entry;
}

// "XDG_DOWNLOAD_DIR="$HOME/下载"" in ~/.config/user-dirs.dirs
std::optional<fs::path> user_folder(const std::string& settings, std::string_view key, const fs::path& home) {
  const std::size_t at = settings.find(std::string(key) + "=\"");
  if (at == std::string::npos) return std::nullopt;
  const std::size_t begin = at + key.size() + 2;
  const std::size_t end = settings.find('"', begin);
  if (end == std::string::npos) return std::nullopt;
  constexpr std::string_view kHome = "$HOME/";
  const std::string value = settings.substr(begin, end - begin);
  return value.starts_with(kHome) ? home / value.substr(kHome.size()) : fs::path(value);
}

// Mount points are written with \040 for a blank.
std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 3 < text.size() && is_digit(text[i + 1])) {
      plain += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
      i += 3;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

std::string read_small(const fs::path& file) {
  std::ifstream stream(file);
  std::ostringstream text;
  if (stream) text << stream.rdbuf();
  return text.str();
}

}  // namespace

bool natural_less(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < a.size() && k < b.size()) {
    if (is_digit(a[i]) && is_digit(b[k])) {
      while (i < a.size() && a[i] == '0') ++i;
      while (k < b.size() && b[k] == '0') ++k;
      const auto run = [](std::string_view text, std::size_t from) {
        std::size_t end = from;
        while (end < text.size() && is_digit(text[end])) ++end;
        return text.substr(from, end - from);
      };
      const std::string_view x = run(a, i);
      const std::string_view y = run(b, k);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
      i += x.size();
      k += y.size();
      continue;
    }
    if (lower(a[i]) != lower(b[k])) return static_cast<unsigned char>(lower(a[i])) < static_cast<unsigned char>(lower(b[k]));
    ++i;
    ++k;
  }
  if (a.size() - i != b.size() - k) return a.size() - i < b.size() - k;
  return a < b;
}

Folder list_folder(const fs::path& folder, Listed listed, Hidden hidden) {
  Folder result;
  std::error_code code;
  result.path = fs::canonical(folder, code);
  if (code) result.path = folder;
  fs::directory_iterator entry(result.path, code);
  for (const fs::directory_iterator end; !code && entry != end; entry.increment(code)) {
    if (hidden == Hidden::Leave && entry->path().filename().string().starts_with(".")) continue;
    if (result.entries.size() >= kMostEntries) {
      result.is_cut = true;
      break;
    }
    if (auto found = entry_of(entry->path(), listed)) result.entries.push_back(std::move(*found));
  }
  if (code) result.fault = fault_of(folder, code);
  const NameSorter sorter;
  for (FileEntry& one : result.entries) one.place = sorter.place_of(one.name);
  sort_entries(result.entries, FileSort::Name, false);
  return result;
}

void sort_entries(std::vector<FileEntry>& entries, FileSort by, bool descending) {
  std::ranges::stable_sort(entries, [&](const FileEntry& a, const FileEntry& b) {
    if (a.is_folder != b.is_folder) return a.is_folder;
    if (a.is_folder) return name_less(a, b);
    if (by == FileSort::Size && a.bytes != b.bytes) return descending ? a.bytes > b.bytes : a.bytes < b.bytes;
    if (by == FileSort::Changed && a.changed_ms != b.changed_ms) return descending ? a.changed_ms > b.changed_ms : a.changed_ms < b.changed_ms;
    return by == FileSort::Name && descending ? name_less(b, a) : name_less(a, b);
  });
}

std::vector<Place> places(const fs::path& home, const std::string& mounts) {
  std::vector<Place> found;
  std::error_code ignored;
  const auto add = [&](std::string name, const fs::path& path, bool is_removable) {
    const bool is_known = std::ranges::any_of(found, [&](const Place& place) { return place.path == path; });
    if (!is_known && fs::is_directory(path, ignored)) found.push_back({std::move(name), path, is_removable});
  };
  add("家", home, false);
  const std::string settings = read_small(home / ".config" / "user-dirs.dirs");
  struct Usual {
    const char* name;
    const char* key;
    const char* folder;
  };
  for (const Usual& usual : {Usual{"桌面", "XDG_DESKTOP_DIR", "Desktop"}, Usual{"下载", "XDG_DOWNLOAD_DIR", "Downloads"},
                             Usual{"图片", "XDG_PICTURES_DIR", "Pictures"}, Usual{"文档", "XDG_DOCUMENTS_DIR", "Documents"}}) {
    if (const auto set = user_folder(settings, usual.key, home)) add(usual.name, *set, false);
    add(usual.name, home / usual.name, false);
    add(usual.name, home / usual.folder, false);
  }
  std::istringstream lines(mounts);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string device;
    std::string point;
    words >> device >> point;
    point = unescaped(point);
    const bool is_stick = device.starts_with("/dev/") && (point.starts_with("/media/") || point.starts_with("/run/media/") || point.starts_with("/mnt/"));
    if (is_stick) add("U 盘 " + fs::path(point).filename().string(), point, true);
  }
  return found;
}

std::vector<Place> places() {
  const char* home = std::getenv("HOME");
  return places(home != nullptr && *home != '\0' ? home : "/", read_small("/proc/self/mounts"));
}

struct FolderReader::Shared {
  std::mutex mutex;
  std::uint64_t wished = 0;
  std::uint64_t taken = 0;
  std::optional<Folder> ready;
};

FolderReader::FolderReader() : shared_(std::make_shared<Shared>()) {}
FolderReader::~FolderReader() = default;

// A thread a wish, let go: a folder of a network that does not answer would hold up everything behind it.
void FolderReader::ask(const fs::path& folder, Listed listed, Hidden hidden) {
  std::uint64_t number = 0;
  {
    const std::lock_guard lock(shared_->mutex);
    number = ++shared_->wished;
    shared_->ready.reset();
  }
  std::thread([shared = shared_, folder, listed, hidden, number] {
    Folder read;
    try {
      read = list_folder(folder, listed, hidden);
    } catch (const std::exception&) {
      read.path = folder;
      read.fault = fault_of(folder, std::make_error_code(std::errc::io_error));
    }
    const std::lock_guard lock(shared->mutex);
    if (number == shared->wished) shared->ready = std::move(read);
  }).detach();
}

std::optional<Folder> FolderReader::take() {
  const std::lock_guard lock(shared_->mutex);
  if (!shared_->ready) return std::nullopt;
  shared_->taken = shared_->wished;
  return std::exchange(shared_->ready, std::nullopt);
}

bool FolderReader::pending() const {
  const std::lock_guard lock(shared_->mutex);
  return shared_->taken != shared_->wished;
}

}  // namespace admin
