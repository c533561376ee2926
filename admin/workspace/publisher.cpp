#include "admin/workspace/publisher.h"

#include <spdlog/fmt/fmt.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <new>
#include <thread>

#include "content/error.h"

namespace admin {
namespace {

using content::ReleaseStage;
using content::ReleaseStep;

Publisher::Progress progress_of(const ReleaseStep& step) {
  switch (step.stage) {
    case ReleaseStage::Check: return {.words = "核对内容", .share = 0.05F};
    case ReleaseStage::Database: return {.words = "写内容库", .share = 0.15F};
    case ReleaseStage::Pictures: {
      const float part = step.total > 0 ? static_cast<float>(step.done) / static_cast<float>(step.total) : 1;
      return {.words = fmt::format("复制图片 {} / {}", step.done, step.total), .share = 0.4F + 0.5F * part};
    }
    case ReleaseStage::Seal: return {.words = "封好这一期", .share = 0.95F};
  }
  return {};
}

}  // namespace

struct Publisher::State {
  using Work = std::function<void(content::OfficeStore&, Done&)>;

  explicit State(std::filesystem::path file) : db(std::move(file)) {}

  std::filesystem::path db;
  std::thread thread;
  std::atomic<bool> stop{false};
  mutable std::mutex mutex;
  std::condition_variable changed;
  std::uint64_t started = 0;   // what was started last; only its outcome counts
  bool busy = false;           // and take() has not answered it yet
  bool release = false;
  Progress progress;
  std::optional<Done> done;

  void run(const Work& work, std::uint64_t number) {
    Done result;
    try {
      content::OfficeStore::Opened opened = content::OfficeStore::open(db);
      if (opened.store == nullptr) throw content::Error(opened.sentence);
      work(*opened.store, result);
    } catch (const content::Stopped& stopped) {
      result.stopped = true;
      result.sentence = stopped.text().zh;
    } catch (const content::Error& error) {
      result.sentence = error.text().zh;
    } catch (const std::bad_alloc&) {
      result.sentence = "内存不够，这一步没有做完，屏上没有变化；请关掉别的程序再试。";
    } catch (const std::exception& error) {
      result.sentence = fmt::format("这一步没有做完（{}），屏上没有变化；请再试一次，仍不行请联系维护人员。", error.what());
    }
    const std::lock_guard lock(mutex);
    if (number != started) return;
    done = std::move(result);
    changed.notify_all();
  }

  bool go_on(const ReleaseStep& step) {
    const std::lock_guard lock(mutex);
    progress = progress_of(step);
    return !stop;
  }

  void finish() {
    if (thread.joinable()) thread.join();
  }

  void start(bool is_release, Work work) {
    const std::lock_guard lock(mutex);
    stop = false;
    busy = true;
    release = is_release;
    done.reset();
    progress = {.words = is_release ? "打开数据库" : "正在比较", .share = 0};
    // A plan that is still being made is waited for there: the window draws on.
    thread = std::thread([this, before = std::move(thread), work = std::move(work), number = ++started]() mutable {
      if (before.joinable()) before.join();
      run(work, number);
    });
  }
};

Publisher::Publisher(std::filesystem::path db) : state_(std::make_shared<State>(std::move(db))) {}

Publisher::~Publisher() {
  state_->stop = true;
  state_->finish();
}

void Publisher::plan(PlanQuestion question) {
  state_->start(false, [state = state_.get(), question = std::move(question)](content::OfficeStore& office, Done& done) {
    settle_announced(office);
    done.plan = make_publish_plan(office, content::MediaStore(state->db), question);
  });
}

void Publisher::publish(PublishOrder order) {
  state_->start(true, [state = state_.get(), order = std::move(order)](content::OfficeStore& office, Done& done) {
    done.published = admin::publish(office, content::MediaStore(state->db), order, [state](const ReleaseStep& step) { return state->go_on(step); });
  });
}

void Publisher::roll_back(RollBackOrder order) {
  state_->start(true, [state = state_.get(), order = std::move(order)](content::OfficeStore& office, Done& done) {
    done.rolled_back_to = order.sequence;
    done.published = admin::roll_back(office, order, [state](const ReleaseStep& step) { return state->go_on(step); });
  });
}

bool Publisher::busy() const {
  const std::lock_guard lock(state_->mutex);
  return state_->busy;
}

bool Publisher::publishing() const {
  const std::lock_guard lock(state_->mutex);
  return state_->busy && state_->release;
}

Publisher::Progress Publisher::progress() const {
  const std::lock_guard lock(state_->mutex);
  return state_->progress;
}

void Publisher::stop() { state_->stop = true; }

std::optional<Publisher::Done> Publisher::take() {
  std::optional<Done> done;
  {
    const std::lock_guard lock(state_->mutex);
    if (!state_->busy || !state_->done) return std::nullopt;
    done = std::move(state_->done);
    state_->done.reset();
    state_->busy = false;
  }
  state_->finish();
  return done;
}

std::optional<Publisher::Done> Publisher::wait() {
  {
    std::unique_lock lock(state_->mutex);
    if (!state_->busy) return std::nullopt;
    state_->changed.wait(lock, [this] { return state_->done.has_value(); });
  }
  return take();
}

}  // namespace admin
