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

#include "content/search.h"

namespace kiosk {

struct SearchAnswer {
  std::uint64_t ticket = 0;
  std::string text;              // the question
  content::SearchPage merchants;
  content::SearchPage streets;
  content::SearchPage others;    // figures, articles, products
};

// ask() and answer() on the main thread; the worker owns the index.
class Searcher {
 public:
  // `wake` is called on the worker when an answer is there; it must only wake the main loop.
  explicit Searcher(std::function<void()> wake);
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  // From now on answers come from this release.
  void use(std::filesystem::path content_db);
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
  void run();

  std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<std::filesystem::path> database_;
  std::optional<std::string> question_;
  std::uint64_t asked_ = 0;
  std::optional<SearchAnswer> finished_;
  bool stopping_ = false;

  std::optional<SearchAnswer> answer_;  // main thread only
  std::uint64_t newest_ = 0;            // main thread only
  std::thread worker_;
};

}  // namespace kiosk
