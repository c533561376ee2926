#include "kiosk/ui/picture_workers.h"

#include <algorithm>
#include <utility>

namespace ui {

PictureStore::Workers::Workers(int count, const DecodeLimits& limits, std::function<void()> wake)
    : limits_(limits), wake_(std::move(wake)) {
  for (int i = 0; i < std::max(1, count); ++i) {
    threads_.emplace_back([this] { work(); });
  }
}

PictureStore::Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    queue_.clear();
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) {
    thread.join();
  }
}

void PictureStore::Workers::add(Job job) {
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(job));
  }
  changed_.notify_one();
}

void PictureStore::Workers::promote(const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto job = std::ranges::find(queue_, name, &Job::name);
  if (job != queue_.end()) {
    job->on_screen = true;
  }
}

std::vector<std::string> PictureStore::Workers::drop(const std::function<bool(const Job&)>& unwanted) {
  std::vector<std::string> names;
  const std::lock_guard lock(mutex_);
  std::erase_if(queue_, [&](const Job& job) {
    const bool dropped = unwanted(job);
    if (dropped) {
      names.push_back(job.name);
    }
    return dropped;
  });
  return names;
}

bool PictureStore::Workers::has_results() const {
  const std::lock_guard lock(mutex_);
  return !results_.empty();
}

std::vector<DecodedPicture> PictureStore::Workers::take(std::int64_t budget) {
  std::vector<DecodedPicture> taken;
  {
    const std::lock_guard lock(mutex_);
    std::int64_t bytes = 0;
    std::size_t count = 0;
    while (count < results_.size() && (count == 0 || bytes + results_[count].bytes() <= budget)) {
      bytes += results_[count].bytes();
      ++count;
    }
    const auto end = results_.begin() + static_cast<std::ptrdiff_t>(count);
    taken.assign(std::make_move_iterator(results_.begin()), std::make_move_iterator(end));
    results_.erase(results_.begin(), end);
    result_bytes_ -= bytes;
  }
  changed_.notify_all();
  return taken;
}

PictureStore::Workers::Job PictureStore::Workers::next_job() {
  const auto more_urgent = [](const Job& a, const Job& b) {
    return a.on_screen != b.on_screen ? a.on_screen : a.asked < b.asked;
  };
  const auto next = std::ranges::min_element(queue_, more_urgent);
  Job job = std::move(*next);
  queue_.erase(next);
  return job;
}

void PictureStore::Workers::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || (!queue_.empty() && result_bytes_ < kWaitingBytes); });
    if (stopping_) {
      return;
    }
    const Job job = next_job();
    lock.unlock();
    DecodedPicture picture = decode_picture(job.source, job.want, limits_);
    picture.key = job.name;
    lock.lock();
    result_bytes_ += picture.bytes();
    results_.push_back(std::move(picture));
    if (!stopping_ && wake_) {
      lock.unlock();
      wake_();
      lock.lock();
    }
  }
}

}  // namespace ui
