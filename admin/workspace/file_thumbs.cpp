#include "admin/workspace/file_thumbs.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "content/durable_file.h"

namespace admin {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kRoundsRemembered = 3;   // a wish that was not said again for so long is dropped
// Thumbs stand at descriptors of their own, by their pixels: a number that was freed does not soon name another picture.
constexpr int kFirstDescriptor = 320;
constexpr int kDescriptors = 640;
constexpr std::chrono::milliseconds kLongestEnd{300};

std::string name_of(const FileEntry& entry) {
  return entry.path.string() + '\n' + std::to_string(entry.changed_ms) + '\n' + std::to_string(entry.bytes);
}

content::FileDescriptor in_memory(const std::vector<std::byte>& bytes, const std::string& sha256) {
  const content::FileDescriptor made(::memfd_create("thumb", MFD_CLOEXEC));
  if (!made) return content::FileDescriptor(-1);
  content::write_all(made.get(), bytes, "thumb");
  const int wanted = kFirstDescriptor + std::stoi(sha256.substr(0, 6), nullptr, 16) % kDescriptors;
  content::FileDescriptor kept(::fcntl(made.get(), F_DUPFD_CLOEXEC, wanted));
  return kept ? std::move(kept) : content::FileDescriptor(::fcntl(made.get(), F_DUPFD_CLOEXEC, 3));
}

content::ImportOptions glance() {
  content::ImportOptions options{.use = content::PictureUse::Glance, .limits = {}};
  options.limits.time = std::chrono::seconds(15);
  return options;
}

}  // namespace

FileThumbs::FileThumbs(Options options) : shared_(std::make_shared<Shared>()) {
  shared_->options = std::move(options);
  for (int i = 0; i < std::max(shared_->options.at_once, 1); ++i) {
    std::thread worker([shared = shared_] { shared->work(); });
    const std::lock_guard lock(shared_->mutex);
    ++shared_->workers;
    worker.detach();
  }
}

FileThumbs::~FileThumbs() {
  std::unique_lock lock(shared_->mutex);
  shared_->stop = true;
  shared_->wake.notify_all();
  shared_->gone.wait_for(lock, kLongestEnd, [this] { return shared_->workers == 0; });
}

void FileThumbs::begin_round() {
  const std::lock_guard lock(shared_->mutex);
  ++round_;
  forget_oldest();
}

const FileThumb* FileThumbs::of(const FileEntry& entry) {
  if (!entry.is_picture || entry.bytes > shared_->options.largest_file) return nullptr;
  const std::lock_guard lock(shared_->mutex);
  EntryPtr& known = entries_[name_of(entry)];
  if (known == nullptr) {
    known = std::make_shared<Entry>();
    known->path = entry.path;
    shared_->wishes.push_back(known);
    shared_->wake.notify_one();
  }
  known->round = round_;
  return known->state == State::Ready ? &known->thumb : nullptr;
}

bool FileThumbs::pending() const {
  const std::lock_guard lock(shared_->mutex);
  return std::ranges::any_of(entries_, [this](const auto& known) {
    return known.second->round == round_ && (known.second->state == State::Wished || known.second->state == State::Reading);
  });
}

std::size_t FileThumbs::kept() const {
  const std::lock_guard lock(shared_->mutex);
  return static_cast<std::size_t>(std::ranges::count_if(entries_, [](const auto& known) { return known.second->state == State::Ready; }));
}

// Under the lock. Wishes that scrolled away go at once; of the rest those that were not seen for longest.
void FileThumbs::forget_oldest() {
  std::erase_if(shared_->wishes, [this](const EntryPtr& wish) { return wish->round + kRoundsRemembered < round_; });
  std::erase_if(entries_, [this](const auto& known) { return known.second->state == State::Wished && known.second->round + kRoundsRemembered < round_; });
  if (entries_.size() <= shared_->options.most) return;
  std::vector<std::uint64_t> rounds;
  for (const auto& [name, entry] : entries_) rounds.push_back(entry->round);
  const auto limit = rounds.begin() + static_cast<std::ptrdiff_t>(rounds.size() - shared_->options.most);
  std::ranges::nth_element(rounds, limit);
  std::erase_if(entries_, [&](const auto& known) { return known.second->round < *limit && known.second->round != round_ && known.second->state != State::Reading; });
}

FileThumbs::EntryPtr FileThumbs::Shared::next() {
  std::unique_lock lock(mutex);
  wake.wait(lock, [this] { return stop || !wishes.empty(); });
  if (stop) return nullptr;
  // What came into sight last is looked at now; of one sight, from the top down.
  const auto newest = std::ranges::max_element(wishes, {}, [](const EntryPtr& wish) { return wish->round; });
  EntryPtr wish = *newest;
  wishes.erase(newest);
  wish->state = State::Reading;
  return wish;
}

void FileThumbs::Shared::work() {
  while (const EntryPtr wish = next()) read(*wish);
  const std::lock_guard lock(mutex);
  --workers;
  gone.notify_all();
}

void FileThumbs::Shared::read(Entry& entry) {
  FileThumb thumb;
  content::FileDescriptor memory(-1);
  try {
    const content::ImportedPicture picture = content::import_picture_by_program(options.program, entry.path, glance(), stop);
    const content::ImportedFile& file = picture.files.front();
    memory = in_memory(file.bytes, file.file.sha256);
    thumb.key = "file-thumb-" + file.file.sha256;
    thumb.file = fs::path("/proc/self/fd") / std::to_string(memory.get());
    thumb.width = file.file.width;
    thumb.height = file.file.height;
  } catch (const std::exception&) {
    memory.reset();   // its row keeps the plain sign; the import says what is wrong with it
  }
  const std::lock_guard lock(mutex);
  entry.state = memory ? State::Ready : State::None;
  entry.thumb = std::move(thumb);
  entry.memory = std::move(memory);
}

}  // namespace admin
