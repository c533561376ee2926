// Pictures on their way into the library: dropped, pasted or chosen files and whole folders.
//
//   add() from the main thread → workers (two) decode each file in a short-lived process of the program itself, which has no
//   network and may use only so much memory and time, and write the re-encoded sizes beside the database → settle() on the main
//   thread enters what is ready into the register.
//
// Nothing here waits on the main thread. Main thread only; the workers are its own.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "content/language.h"
#include "content/media_import.h"
#include "content/office_store.h"

namespace admin {

enum class IntakeState { Waiting, Working, Ready, Kept, Known, Refused, Cancelled };

// One file as the window lists it.
struct IntakeItem {
  std::int64_t number = 0;               // counts up, never used twice
  std::filesystem::path path;
  IntakeState state = IntakeState::Waiting;
  content::Text reason{};                // Refused: which file, what is wrong, what to do
  content::MediaId media{};              // Kept, Known: its id; Known = the same file was in the library already
};

struct IntakeProgress {
  int total = 0;                         // files since the list was empty last
  int finished = 0;
  int refused = 0;
  bool busy = false;                     // something waits, works or is to be settled
};

class PictureIntake {
 public:
  struct Options {
    std::filesystem::path office_db{};
    std::filesystem::path program = "/proc/self/exe";  // answers kPictureChildVerb; tests name the tool
    content::ImportLimits limits{};
    int at_once = 2;
    int most_files = 5000;               // of one folder; more are refused in one sentence
  };

  explicit PictureIntake(Options options);
  ~PictureIntake();                      // gives up what is not done and waits for the workers (a fraction of a second)
  PictureIntake(const PictureIntake&) = delete;
  PictureIntake& operator=(const PictureIntake&) = delete;

  // Files, or folders of which every picture is taken (links to folders are not followed). `replaces`: the one file takes this
  // picture's place instead of becoming a new one.
  void add(std::span<const std::filesystem::path> paths, content::PictureUse use = content::PictureUse::Ordinary,
           std::optional<content::MediaId> replaces = {});

  // Enters some of what is ready into the register, by `by`. New pictures are named by their file; a name that another picture has gets
  // a number: "IMG_0001 (2).jpg". Answers the items that are finished since the last call, in any order. Never throws: what the
  // database refuses is Refused with its sentence.
  std::vector<IntakeItem> settle(content::OfficeStore& office, std::string_view by);

  std::vector<IntakeItem> items() const;  // in the order they came
  IntakeProgress progress() const;
  std::size_t left() const;               // files that settle() has not answered yet
  void cancel(std::int64_t number);
  void cancel_all();
  void forget_finished();                 // empties the list of what is done

 private:
  struct Job {
    IntakeItem item;
    content::PictureUse use = content::PictureUse::Ordinary;
    std::optional<content::MediaId> replaces{};
    bool is_found = false;                // from a folder: its name said that it is a picture
    bool is_told = false;                 // settle() answered it
    std::atomic<bool> stop{false};
    content::StoredMedia ready{};         // Ready: all but the name
  };
  using JobPtr = std::shared_ptr<Job>;

  void work(const std::stop_token& stopping);
  JobPtr next(const std::stop_token& stopping);
  void do_job(const JobPtr& job);
  void spread_folder(const JobPtr& job);
  content::StoredMedia read_picture(Job& job) const;
  void finish(Job& job, IntakeState state, const content::Text& reason = {});
  void enter(Job& job, content::OfficeStore& office, std::string_view by);

  Options options_;
  content::MediaStore library_;
  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::vector<JobPtr> jobs_;              // all that is listed
  std::deque<JobPtr> waiting_;
  std::int64_t last_number_ = 0;
  // Pictures of the library by the hash of their largest size, and whether they lie in the trash; while a lot is under way.
  std::unordered_map<std::string, std::pair<content::MediaId, bool>> known_;
  std::vector<std::jthread> workers_;     // last: they use all of the above
};

}  // namespace admin
