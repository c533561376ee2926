#include "admin/workspace/import_worker.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <new>
#include <thread>
#include <utility>

#include "content/error.h"

namespace admin {

namespace tables = content::tables;

struct ImportWorker::State {
  // Does the work with the connection, which is opened when it is first needed.
  using Work = std::function<void(State&, Done&)>;
  struct Job {
    Work work;
    std::string words;
    bool writes = false;
  };

  explicit State(std::filesystem::path file) : db(std::move(file)), thread([this] { run(); }) {}
  ~State() {
    {
      const std::lock_guard lock(mutex);
      ending = true;
      changed.notify_all();
    }
    thread.join();
  }

  // --- the worker's thread
  content::OfficeStore& office() {
    if (store == nullptr) {
      content::OfficeStore::Opened opened = content::OfficeStore::open(db);
      if (opened.store == nullptr) throw content::Error(opened.sentence);
      store = std::move(opened.store);
    }
    return *store;
  }

  bool go_on(float share) {
    const std::lock_guard lock(mutex);
    progress.share = share;
    return !stopping && (writes || (!ending && !next));
  }
  tables::RowProgress rows() {
    return [this](std::size_t row, std::size_t all) { return go_on(all == 0 ? 1 : static_cast<float>(row) / static_cast<float>(all)); };
  }

  Done attempt(const Job& job) {
    Done result;
    try {
      job.work(*this, result);
    } catch (const tables::Stopped& stopped) {
      result.stopped = true;
      result.sentence = stopped.text().zh;
    } catch (const content::Error& error) {
      result.sentence = error.text().zh;
    } catch (const std::bad_alloc&) {
      result.sentence = "内存不够，什么都没有写入；请关掉别的程序，或把表格分成几份再试。";
    } catch (const std::exception& error) {
      result.sentence = std::string("这一步没有做完（") + error.what() + "），什么都没有写入；请再试一次，仍不行请联系维护人员。";
    }
    return result;
  }

  void run() {
    std::unique_lock lock(mutex);
    for (;;) {
      changed.wait(lock, [this] { return ending || next.has_value(); });
      if (ending && !(next && next->writes)) break;
      const Job job = *std::exchange(next, std::nullopt);
      lock.unlock();
      Done result = attempt(job);
      lock.lock();
      if (!next) done = std::move(result);
      changed.notify_all();
    }
    lock.unlock();
    store.reset();
  }

  // --- the main thread
  void start(Job job) {
    const std::lock_guard lock(mutex);
    if (started && writes) return;
    progress = {.words = job.words, .share = 0};
    writes = job.writes;
    started = true;
    stopping = false;
    done.reset();
    next = std::move(job);
    changed.notify_all();
  }

  std::filesystem::path db;
  std::unique_ptr<content::OfficeStore> store;   // the worker's alone
  mutable std::mutex mutex;
  std::condition_variable changed;
  std::optional<Job> next;
  std::optional<Done> done;
  Progress progress;
  bool started = false, writes = false, stopping = false, ending = false;
  std::thread thread;                            // last: it uses the rest
};

ImportWorker::ImportWorker(std::filesystem::path db) : state_(std::make_unique<State>(std::move(db))) {}
ImportWorker::~ImportWorker() = default;

void ImportWorker::read(std::filesystem::path file, std::string sheet) {
  state_->start({.work =
                     [file = std::move(file), sheet = std::move(sheet)](State& state, Done& done) {
                       const auto go_on = [&state](float share) { return state.go_on(share); };
                       done.grid = std::make_shared<const tables::Grid>(tables::read_grid(file, {.sheet = sheet, .go_on = go_on}));
                     },
                 .words = "正在读表格"});
}

void ImportWorker::plan(const content::KindSpec& spec, Grid grid, tables::Layout layout, std::filesystem::path file) {
  state_->start({.work =
                     [&spec, grid = std::move(grid), layout = std::move(layout), file = std::move(file)](State& state, Done& done) {
                       tables::Sheet sheet = tables::lay_out(spec, *grid, layout, file.filename().string());
                       sheet.notes.insert(sheet.notes.begin(), grid->notes.begin(), grid->notes.end());
                       done.plan = std::make_shared<const tables::ImportPlan>(
                           tables::plan_table(state.office(), spec, std::move(sheet), {.folder = file.parent_path(), .bring_media = {}, .go_on = state.rows()}));
                     },
                 .words = "正在逐行试"});
}

void ImportWorker::write(const content::KindSpec& spec, Plan plan, std::string by) {
  state_->start({.work =
                     [&spec, plan = std::move(plan), by = std::move(by)](State& state, Done& done) {
                       done.written = tables::write_plan(state.office(), spec, *plan, by, state.rows());
                     },
                 .words = "正在写入草稿",
                 .writes = true});
}

bool ImportWorker::busy() const {
  const std::lock_guard lock(state_->mutex);
  return state_->started;
}

bool ImportWorker::writing() const {
  const std::lock_guard lock(state_->mutex);
  return state_->started && state_->writes;
}

void ImportWorker::wait() {
  std::unique_lock lock(state_->mutex);
  state_->changed.wait(lock, [this] { return !state_->started || !state_->writes || state_->done.has_value(); });
}

ImportWorker::Progress ImportWorker::progress() const {
  const std::lock_guard lock(state_->mutex);
  return state_->progress;
}

void ImportWorker::stop() {
  const std::lock_guard lock(state_->mutex);
  state_->stopping = true;
}

std::optional<ImportWorker::Done> ImportWorker::take() {
  const std::lock_guard lock(state_->mutex);
  if (!state_->done || !state_->started) return std::nullopt;
  state_->started = false;
  return std::exchange(state_->done, std::nullopt);
}

}  // namespace admin
