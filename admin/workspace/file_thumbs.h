// Small pictures of files that are not in the library, for the window's file browser.
//
//   begin_round() once a frame → of(entry) for each that is seen → two workers read the newest wishes in the confined, short-lived
//   process that imports pictures → the bytes stay in memory: a file of memory alone, which `Thumb::file` names.
//
// Main thread only; nothing here waits. What nobody wished for in the last rounds is not read any more; of what was read the most
// recently seen `most` are kept.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "admin/workspace/file_list.h"
#include "content/file_descriptor.h"
#include "content/media_import.h"

namespace admin {

struct FileThumb {
  std::string key;               // names these pixels for as long as the program runs
  std::filesystem::path file;    // below /proc/self/fd: JPEG or PNG
  int width = 0;                 // pixels
  int height = 0;
};

class FileThumbs {
 public:
  struct Options {
    std::filesystem::path program = "/proc/self/exe";   // answers kPictureChildVerb; tests name the tool
    int at_once = 2;
    std::size_t most = 240;
    std::int64_t largest_file = 60'000'000;             // bytes; larger ones are not looked into
  };
  explicit FileThumbs(Options options);
  FileThumbs() : FileThumbs(Options{}) {}
  ~FileThumbs();                 // a fraction of a second: what is being read is given up
  FileThumbs(const FileThumbs&) = delete;
  FileThumbs& operator=(const FileThumbs&) = delete;

  void begin_round();
  // The file as it is on disk now (path, time, size). Nullptr: it is on its way, or cannot be read as a picture.
  const FileThumb* of(const FileEntry& entry);
  // Something that was wished for in this round is on its way.
  bool pending() const;
  std::size_t kept() const;

 private:
  enum class State { Wished, Reading, Ready, None };
  struct Entry {
    State state = State::Wished;
    std::filesystem::path path;
    std::uint64_t number = 0;    // counts up
    std::uint64_t round = 0;     // seen last
    FileThumb thumb{};
    content::FileDescriptor memory{-1};
  };
  using EntryPtr = std::shared_ptr<Entry>;

  void work(const std::stop_token& stopping);
  EntryPtr next(const std::stop_token& stopping);
  void read(Entry& entry) const;
  void forget_oldest();

  Options options_;
  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::unordered_map<std::string, EntryPtr> entries_;
  std::vector<EntryPtr> wishes_;           // the newest last
  std::uint64_t round_ = 0;
  std::uint64_t made_ = 0;
  std::atomic<bool> stop_{false};
  std::vector<std::jthread> workers_;      // last: they use all of the above
};

}  // namespace admin
