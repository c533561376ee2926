#include "admin/workspace/file_thumbs.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

#include "content/durable_file.h"

namespace admin {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kRoundsRemembered = 3;   // a wish that was not said again for so long is dropped
// Thumbs stand at descriptors of their own, each later one higher: a number that was freed does not soon name another picture.
constexpr int kFirstDescriptor = 320;
constexpr int kDescriptors = 640;

std::string name_of(const FileEntry& entry) {
  return entry.path.string() + '\n' + std::to_string(entry.changed_ms) + '\n' + std::to_string(entry.bytes);
}

content::FileDescriptor in_memory(const std::vector<std::byte>& bytes, std::uint64_t number) {
  const content::FileDescriptor made(::memfd_create("thumb", MFD_CLOEXEC));
  if (!made) return content::FileDescriptor(-1);
  content::write_all(made.get(), bytes, "thumb");
  const int wanted = kFirstDescriptor + static_cast<int>(number % kDescriptors);
  content::FileDescriptor kept(::fcntl(made.get(), F_DUPFD_CLOEXEC, wanted));
  return kept ? std::move(kept) : content::FileDescriptor(::fcntl(made.get(), F_DUPFD_CLOEXEC, 3));
}

content::ImportOptions glance() {
  content::ImportOptions options{.use = content::PictureUse::Glance, .limits = {}};
  options.limits.time = std::chrono::seconds(15);
  return options;
}

}  // namespace

FileThumbs::FileThumbs(Options options) : options_(std::move(options)) {
  for (int i = 0; i < std::max(options_.at_once, 1); ++i) {
    workers_.emplace_back([this](const std::stop_token& stopping) { work(stopping); });
  }
}

FileThumbs::~FileThumbs() {
  stop_ = true;
  for (std::jthread& worker : workers_) worker.request_stop();
  wake_.notify_all();
}

void FileThumbs::begin_round() {
  const std::lock_guard lock(mutex_);
  ++round_;
  forget_oldest();
}

const FileThumb* FileThumbs::of(const FileEntry& entry) {
  if (!entry.is_picture || entry.bytes > options_.largest_file) return nullptr;
  const std::lock_guard lock(mutex_);
  EntryPtr& known = entries_[name_of(entry)];
  if (known == nullptr) {
    known = std::make_shared<Entry>();
    known->path = entry.path;
    known->number = ++made_;
    known->thumb.key = "file-thumb-" + std::to_string(known->number);
    wishes_.push_back(known);
    wake_.notify_one();
  }
  known->round = round_;
  return known->state == State::Ready ? &known->thumb : nullptr;
}

bool FileThumbs::pending() const {
  const std::lock_guard lock(mutex_);
  return std::ranges::any_of(entries_, [this](const auto& known) {
    return known.second->round == round_ && (known.second->state == State::Wished || known.second->state == State::Reading);
  });
}

std::size_t FileThumbs::kept() const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(std::ranges::count_if(entries_, [](const auto& known) { return known.second->state == State::Ready; }));
}

// Under the lock. Wishes that scrolled away go at once; of the rest those that were not seen for longest.
void FileThumbs::forget_oldest() {
  std::erase_if(wishes_, [this](const EntryPtr& wish) { return wish->round + kRoundsRemembered < round_; });
  std::erase_if(entries_, [this](const auto& known) { return known.second->state == State::Wished && known.second->round + kRoundsRemembered < round_; });
  if (entries_.size() <= options_.most) return;
  std::vector<std::uint64_t> rounds;
  for (const auto& [name, entry] : entries_) rounds.push_back(entry->round);
  const auto limit = rounds.begin() + static_cast<std::ptrdiff_t>(rounds.size() - options_.most);
  std::ranges::nth_element(rounds, limit);
  std::erase_if(entries_, [&](const auto& known) { return known.second->round < *limit && known.second->round != round_ && known.second->state != State::Reading; });
}

FileThumbs::EntryPtr FileThumbs::next(const std::stop_token& stopping) {
  std::unique_lock lock(mutex_);
  if (!wake_.wait(lock, stopping, [this] { return !wishes_.empty(); }) || stopping.stop_requested()) return nullptr;
  // What came into sight last is looked at now; of one sight, from the top down.
  const auto newest = std::ranges::max_element(wishes_, {}, [](const EntryPtr& wish) { return wish->round; });
  EntryPtr wish = *newest;
  wishes_.erase(newest);
  wish->state = State::Reading;
  return wish;
}

void FileThumbs::work(const std::stop_token& stopping) {
  while (const EntryPtr wish = next(stopping)) read(*wish);
}

void FileThumbs::read(Entry& entry) const {
  FileThumb thumb = entry.thumb;
  content::FileDescriptor memory(-1);
  try {
    const content::ImportedPicture picture = content::import_picture_by_program(options_.program, entry.path, glance(), stop_);
    const content::ImportedFile& file = picture.files.front();
    memory = in_memory(file.bytes, entry.number);
    thumb.file = fs::path("/proc/self/fd") / std::to_string(memory.get());
    thumb.width = file.file.width;
    thumb.height = file.file.height;
  } catch (const std::exception&) {
    memory.reset();   // its row keeps the plain sign; the import says what is wrong with it
  }
  const std::lock_guard lock(mutex_);
  entry.state = memory ? State::Ready : State::None;
  entry.thumb = std::move(thumb);
  entry.memory = std::move(memory);
}

}  // namespace admin
