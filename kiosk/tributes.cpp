#include "kiosk/tributes.h"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <fstream>
#include <utility>

namespace kiosk {
namespace {

// Written whole to a neighbour, synced, renamed: a power cut leaves the old counts or the new ones.
bool replace_file(const std::filesystem::path& file, const std::string& text) {
  const std::string temporary = file.string() + ".new";
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) return false;
  const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  const bool synced = written && ::fsync(descriptor) == 0;
  ::close(descriptor);
  return synced && ::rename(temporary.c_str(), file.c_str()) == 0;
}

}  // namespace

// One line a figure: `id count`.
Tributes::Tributes(std::filesystem::path file) : file_(std::move(file)) {
  if (file_.empty()) return;
  std::ifstream in(file_);
  std::string id;
  std::int64_t count = 0;
  while (in >> id >> count) {
    if (content::is_uuid_v7(id) && count > 0) counts_[content::RecordId{id}] = count;
  }
  writer_ = std::thread([this] { run(); });
}

Tributes::~Tributes() {
  if (!writer_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  writer_.join();
}

std::int64_t Tributes::count(const content::RecordId& figure) const {
  const auto found = counts_.find(figure);
  return found == counts_.end() ? 0 : found->second;
}

void Tributes::add(const content::RecordId& figure) {
  ++counts_[figure];
  if (file_.empty()) return;
  std::string text;
  for (const auto& [id, count] : counts_) text += id.text + ' ' + std::to_string(count) + '\n';
  {
    const std::lock_guard lock(mutex_);
    to_write_ = std::move(text);
    dirty_ = true;
  }
  changed_.notify_one();
}

void Tributes::run() {
  bool complained = false;
  for (;;) {
    std::string text;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stopping_ || dirty_; });
      if (!dirty_) return;
      dirty_ = false;
      text = to_write_;
    }
    if (!replace_file(file_, text) && !std::exchange(complained, true)) {
      spdlog::warn("tributes are not kept: {} cannot be written; make room or make the folder writable", file_.string());
    }
  }
}

}  // namespace kiosk
