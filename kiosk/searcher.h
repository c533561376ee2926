// Search off the main thread: the newest question wins, its answer arrives in a later frame.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "content/search.h"

namespace kiosk {

struct SearchGroup {
  content::SearchPage exact;
  content::SearchPage near;      // what it may have meant, when the exact hits of all groups are few
};

struct SearchAnswer {
  std::uint64_t ticket = 0;
  std::string text;              // the question
  SearchGroup merchants, streets, figures, articles, products;
  std::vector<content::Loosened> loosened;  // when nothing at all was found
};

// What may be found today, and which shops lie nearest.
struct SearchView {
  std::vector<content::RecordId> hidden;
  std::vector<content::RecordId> nearest;   // nearest first
  friend bool operator==(const SearchView&, const SearchView&) = default;
};

// ask() and answer() on the main thread; the worker owns the index.
class Searcher {
 public:
  // `wake` is called on the worker when an answer is there; it must only wake the main loop.
  explicit Searcher(std::function<void()> wake);
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  // From now on answers come from this release, all of it until view() is called anew. An empty path: there is nothing to find.
  void use(std::filesystem::path content_db);
  // From now on answers keep to it. Cheap when nothing has changed.
  void view(SearchView view);
  // Asks; an older question that is still waiting is dropped. Returns the ticket of this question.
  std::uint64_t ask(std::string text);
  // The newest answer, when there is one; stays until forget().
  const SearchAnswer* answer() const;
  // True until the newest question is answered.
  bool waiting() const;
  // Wipes question and answer: the next visitor finds nothing.
  void forget();
  // Takes a finished answer over from the worker; the app calls it before each frame. True when something came.
  bool collect();

 private:
  struct Work;
  std::optional<Work> next_work(bool has_release);
  void carry_out(Work& work, std::optional<content::SearchIndex>& index);
  void run();

  std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<std::filesystem::path> database_;
  std::optional<SearchView> new_view_;
  std::optional<std::string> question_;
  bool forgetting_ = false;
  std::uint64_t asked_ = 0;
  std::optional<SearchAnswer> finished_;
  bool stopping_ = false;

  std::optional<SearchAnswer> answer_;  // main thread only
  SearchView view_;                     // main thread only
  std::uint64_t newest_ = 0;            // main thread only
  std::thread worker_;
};

}  // namespace kiosk
