// Publishing beside the window: plans, releases and roll-backs are made by a thread with a database connection of its own, one after
// the other; the window asks each frame how far it is.
//
// All functions from the main thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "admin/workspace/publish_plan.h"
#include "admin/workspace/publishing.h"

namespace admin {

class Publisher {
 public:
  struct Progress {
    std::string words;   // 复制图片 12 / 60
    float share = 0;     // 0–1
  };
  struct Done {
    std::optional<PublishPlan> plan;
    std::optional<Published> published;
    std::int64_t rolled_back_to = 0;
    std::string sentence;   // why it did not work; empty: it did
    bool stopped = false;
  };

  explicit Publisher(std::filesystem::path db);
  ~Publisher();  // stops what has not appeared yet and waits for the rest
  Publisher(const Publisher&) = delete;
  Publisher& operator=(const Publisher&) = delete;

  // What was started before and is not done yet is dropped when it was a plan; a release is waited for, so call these only when
  // publishing() is false.
  void plan(PlanQuestion question);
  void publish(PublishOrder order);
  void roll_back(RollBackOrder order);

  bool busy() const;         // something is under way
  bool publishing() const;   // and it is a release
  Progress progress() const;
  void stop();
  std::optional<Done> take();    // once for each that was started; nullopt: not yet
  std::optional<Done> wait();    // the same, waiting; nullopt: nothing was started

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace admin
