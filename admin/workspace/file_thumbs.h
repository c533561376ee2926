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
#include <unordered_map>
#include <vector>

#include "admin/workspace/file_list.h"
#include "content/file_descriptor.h"
#include "content/media_import.h"

namespace admin {

struct FileThumb {
  std::string key;               // names these pixels, whoever looks at them: the hash of the bytes
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
  ~FileThumbs();                 // what is being read is given up; a file of a share that does not answer is left behind
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
    std::uint64_t round = 0;     // seen last
    FileThumb thumb{};
    content::FileDescriptor memory{-1};
  };
  using EntryPtr = std::shared_ptr<Entry>;
  // With the workers: one that hangs in a file outlives the window's dialog.
  struct Shared {
    Options options;
    std::mutex mutex;
    std::condition_variable wake;          // there is a wish, or an end of it all
    std::condition_variable gone;          // a worker has ended
    std::vector<EntryPtr> wishes;          // the newest last
    int workers = 0;
    std::atomic<bool> stop{false};

    void work();
    EntryPtr next();
    void read(Entry& entry);
  };

  void forget_oldest();

  std::shared_ptr<Shared> shared_;
  std::unordered_map<std::string, EntryPtr> entries_;   // what they hold is under the lock
  std::uint64_t round_ = 0;
};

}  // namespace admin
