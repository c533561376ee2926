#include "admin/workspace/picture_intake.h"

#include <algorithm>

#include "admin/pictures.h"
#include "content/error.h"
#include "content/sha256.h"

namespace admin {
namespace {

namespace fs = std::filesystem;
using content::Text;

constexpr int kEnteredAtOnce = 4;  // in one settle(): each is a transaction on disk, and the window draws in between
constexpr const char* kFolder = "上传/";  // of the names of pictures that came through the window

bool is_finished(IntakeState state) { return state > IntakeState::Ready; }

Text cancelled(const fs::path& file) {
  return {"“" + file.filename().string() + "”没有导入：已停下。", file.filename().string() + " was not imported: it was stopped."};
}

// A name below 上传/ that no picture has.
std::string free_source(const content::OfficeStore& office, const fs::path& file) {
  std::string source = kFolder + file.filename().string();
  for (int number = 2; office.find_media(source); ++number) {
    source = kFolder + file.stem().string() + " (" + std::to_string(number) + ")" + file.extension().string();
  }
  return source;
}

}  // namespace

PictureIntake::PictureIntake(Options options) : options_(std::move(options)), library_(options_.office_db) {
  for (int i = 0; i < std::max(options_.at_once, 1); ++i) {
    workers_.emplace_back([this](const std::stop_token& stopping) { work(stopping); });
  }
}

PictureIntake::~PictureIntake() {
  cancel_all();
  for (std::jthread& worker : workers_) worker.request_stop();
  wake_.notify_all();
}

void PictureIntake::add(std::span<const fs::path> paths, content::PictureUse use, std::optional<content::MediaId> replaces) {
  const std::lock_guard lock(mutex_);
  for (const fs::path& path : paths) {
    auto job = std::make_shared<Job>();
    job->item.number = ++last_number_;
    job->item.path = path;
    job->use = use;
    job->replaces = replaces;
    jobs_.push_back(job);
    waiting_.push_back(job);
  }
  wake_.notify_all();
}

PictureIntake::JobPtr PictureIntake::next(const std::stop_token& stopping) {
  std::unique_lock lock(mutex_);
  if (!wake_.wait(lock, stopping, [this] { return !waiting_.empty(); }) || stopping.stop_requested()) return nullptr;
  JobPtr job = waiting_.front();
  waiting_.pop_front();
  job->item.state = IntakeState::Working;
  return job;
}

void PictureIntake::work(const std::stop_token& stopping) {
  while (const JobPtr job = next(stopping)) do_job(job);
}

void PictureIntake::do_job(const JobPtr& job) {
  try {
    if (job->stop) return finish(*job, IntakeState::Cancelled, cancelled(job->item.path));
    if (!job->item.path.is_absolute()) {
      throw content::Error("“" + job->item.path.string() + "”不是完整的路径。请从 / 开始写，或把文件拖进窗口。",
                           job->item.path.string() + " is not a whole path. Begin it with / or drop the file on the window.");
    }
    std::error_code ignored;
    if (fs::is_directory(job->item.path, ignored)) return spread_folder(job);
    content::StoredMedia ready = read_picture(*job);
    const std::lock_guard lock(mutex_);
    if (is_finished(job->item.state)) return;   // cancelled meanwhile
    job->ready = std::move(ready);
    job->item.state = IntakeState::Ready;
  } catch (const content::Error& refusal) {
    finish(*job, job->stop ? IntakeState::Cancelled : IntakeState::Refused, job->stop ? cancelled(job->item.path) : refusal.text());
  } catch (const std::exception&) {
    finish(*job, IntakeState::Refused, {"“" + job->item.path.filename().string() + "”读不出来；请换用原图再试。",
                                        job->item.path.filename().string() + " cannot be read; use the original and try again."});
  }
}

content::StoredMedia PictureIntake::read_picture(Job& job) const {
  content::StoredMedia stored;
  const content::ImportedSource picture = content::import_picture_by_program(
      options_.program, job.item.path, {.use = job.use, .limits = options_.limits}, job.stop);
  stored.source_hash = picture.source_hash;
  stored.media.files = library_.keep(picture);
  for (const content::ImportedFile& file : picture.files) stored.file_bytes.push_back(static_cast<std::int64_t>(file.bytes.size()));
  return stored;
}

void PictureIntake::spread_folder(const JobPtr& job) {
  std::vector<fs::path> files;
  std::error_code fault;
  fs::recursive_directory_iterator entry(job->item.path, fs::directory_options::skip_permission_denied, fault);
  for (const fs::recursive_directory_iterator end; !fault && entry != end && !job->stop; entry.increment(fault)) {
    std::error_code ignored;
    if (entry->path().filename().string().starts_with(".")) {
      entry.disable_recursion_pending();
    } else if (is_picture_name(entry->path()) && entry->is_regular_file(ignored)) {
      files.push_back(entry->path());
    }
    if (static_cast<int>(files.size()) > options_.most_files) break;
  }
  const std::string name = job->item.path.filename().string();
  if (fault) throw content::Error("文件夹“" + name + "”打不开；请检查权限，或把 U 盘插好。", "The folder " + name + " cannot be opened; check who may use it.");
  if (files.empty()) throw content::Error("文件夹“" + name + "”里没有图片；请换一个文件夹。", "There are no pictures in " + name + "; choose another folder.");
  if (static_cast<int>(files.size()) > options_.most_files) {
    const std::string most = std::to_string(options_.most_files);
    throw content::Error("文件夹“" + name + "”里的图片超过 " + most + " 张；请分几个文件夹导入。",
                         "There are more than " + most + " pictures in " + name + "; import it folder by folder.");
  }
  std::ranges::sort(files);
  const std::lock_guard lock(mutex_);
  const auto place = std::ranges::find(jobs_, job);
  if (place == jobs_.end() || job->stop) return;
  std::vector<JobPtr> found;
  for (const fs::path& file : files) {
    found.push_back(std::make_shared<Job>());
    found.back()->item.number = ++last_number_;
    found.back()->item.path = file;
    found.back()->use = job->use;
    found.back()->is_found = true;
  }
  const auto at = jobs_.erase(place);
  jobs_.insert(at, found.begin(), found.end());
  waiting_.insert(waiting_.begin(), found.begin(), found.end());
  wake_.notify_all();
}

void PictureIntake::finish(Job& job, IntakeState state, const Text& reason) {
  const std::lock_guard lock(mutex_);
  if (is_finished(job.item.state)) return;
  job.item.state = state;
  job.item.reason = reason;
}

void PictureIntake::enter(Job& job, content::OfficeStore& office, std::string_view by) {
  if (job.replaces) {
    job.item.media = office.replace_media(*job.replaces, [&] {
      content::StoredMedia wanted = job.ready;
      const std::optional<content::StoredMedia> old = office.media(*job.replaces);
      if (old) wanted.source = old->source, wanted.media.alt = old->media.alt;
      return wanted;
    }(), by);
    job.item.state = IntakeState::Kept;
    return;
  }
  const std::string& full = job.ready.media.files.back().sha256;
  if (const auto known = known_.find(full); known != known_.end()) {
    if (known->second.second) office.restore_media(known->second.first, by);
    known->second.second = false;
    job.item.media = known->second.first;
    job.item.state = IntakeState::Known;
    return;
  }
  job.ready.source = free_source(office, job.item.path);
  job.item.media = office.put_media(job.ready, by);
  job.item.state = IntakeState::Kept;
  known_.emplace(full, std::pair{job.item.media, false});
}

std::vector<IntakeItem> PictureIntake::settle(content::OfficeStore& office, std::string_view by) {
  std::vector<IntakeItem> settled;
  const std::lock_guard lock(mutex_);
  int entered = 0;
  const bool is_first = std::ranges::any_of(jobs_, [](const JobPtr& job) { return job->item.state == IntakeState::Ready; });
  if (is_first && known_.empty()) {
    for (const content::RegisteredMedia& picture : office.media_register()) {
      if (!picture.media.files.empty()) known_.emplace(picture.media.files.back().sha256, std::pair{picture.media.id, picture.trashed});
    }
  }
  for (const JobPtr& job : jobs_) {
    if (job->item.state == IntakeState::Ready) {
      if (++entered > kEnteredAtOnce) break;
      try {
        enter(*job, office, by);
      } catch (const content::Error& refusal) {
        job->item.state = IntakeState::Refused;
        job->item.reason = refusal.text();
      }
    }
    if (!is_finished(job->item.state) || job->is_told) continue;
    job->is_told = true;
    settled.push_back(job->item);
  }
  // Others may enter pictures too: look again before the next lot.
  if (std::ranges::all_of(jobs_, [](const JobPtr& job) { return is_finished(job->item.state); })) known_.clear();
  return settled;
}

std::vector<IntakeItem> PictureIntake::items() const {
  const std::lock_guard lock(mutex_);
  std::vector<IntakeItem> items;
  for (const JobPtr& job : jobs_) items.push_back(job->item);
  return items;
}

IntakeProgress PictureIntake::progress() const {
  const std::lock_guard lock(mutex_);
  IntakeProgress progress;
  for (const JobPtr& job : jobs_) {
    ++progress.total;
    if (is_finished(job->item.state)) ++progress.finished;
    if (job->item.state == IntakeState::Refused) ++progress.refused;
    if (!job->is_told) progress.busy = true;
  }
  return progress;
}

std::size_t PictureIntake::left() const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(std::ranges::count_if(jobs_, [](const JobPtr& job) { return !job->is_told; }));
}

void PictureIntake::cancel(std::int64_t number) {
  const std::lock_guard lock(mutex_);
  for (const JobPtr& job : jobs_) {
    if (job->item.number != number || is_finished(job->item.state)) continue;
    job->stop = true;
    job->item.state = IntakeState::Cancelled;
    job->item.reason = cancelled(job->item.path);
    std::erase(waiting_, job);
  }
}

void PictureIntake::cancel_all() {
  const std::lock_guard lock(mutex_);
  waiting_.clear();
  for (const JobPtr& job : jobs_) {
    if (is_finished(job->item.state)) continue;
    job->stop = true;
    job->item.state = IntakeState::Cancelled;
    job->item.reason = cancelled(job->item.path);
  }
}

void PictureIntake::forget_finished() {
  const std::lock_guard lock(mutex_);
  std::erase_if(jobs_, [](const JobPtr& job) { return is_finished(job->item.state) && job->is_told; });
}

}  // namespace admin
