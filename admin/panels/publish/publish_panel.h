// 发布: what the next release changes, now and after side by side, what stands in its way, one red button; and the log of releases
// with the way back to an earlier one.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "admin/desk/scroll.h"
#include "admin/panels/panel.h"
#include "admin/preview/preview_card.h"
#include "admin/workspace/overview.h"
#include "admin/workspace/publisher.h"

namespace admin {

class PublishPanel final : public Panel {
 public:
  explicit PublishPanel(Workspace& office);
  void enter(desk::Desk& desk, const desk::Target& target) override;
  void draw(desk::Desk& desk, ui::Rect area) override;
  std::optional<UnderWay> under_way() const override;
  bool pending() const override { return publisher_.busy() || previews_wait_; }

 private:
  // --- publish_panel.cpp: the work beside, the left part
  void plan(desk::Desk& desk);
  void follow(desk::Desk& desk);
  void finish(desk::Desk& desk, Publisher::Done done);
  void draw_left(desk::Desk& desk, ui::Rect area);
  void draw_title(desk::Desk& desk, ui::Rect row);
  void draw_changes(desk::Desk& desk, ui::Rect box);
  void draw_change(desk::Desk& desk, ui::Rect row, const PlannedChange& change, bool choosable);
  void draw_previews(desk::Desk& desk, ui::Rect area);
  void choose(const PlannedChange& change, bool goes_out);
  const PlannedChange* selected() const;
  // --- publish_side.cpp: what stands in the way, the note, the button
  void draw_side(desk::Desk& desk, ui::Rect area);
  float draw_blocker(desk::Desk& desk, ui::Rect row, const Blocker& blocker);
  float draw_all(desk::Desk& desk, ui::Rect row);
  float draw_place(desk::Desk& desk, ui::Rect row);
  void draw_action(desk::Desk& desk, ui::Rect bar);
  void draw_progress(desk::Desk& desk, ui::Rect bar);
  void leave_out(const Blocker& blocker);
  void ask_to_let_pass(desk::Desk& desk, const Blocker& blocker);
  void go_fix(desk::Desk& desk, const Blocker& blocker);
  void publish(desk::Desk& desk);
  // --- release_log_view.cpp
  void draw_log(desk::Desk& desk, ui::Rect area);
  void draw_release(desk::Desk& desk, ui::Rect row, const LoggedRelease& line);
  void ask_roll_back(desk::Desk& desk, std::int64_t sequence);
  void roll_back(desk::Desk& desk, std::int64_t sequence, const std::string& note);

  Publisher publisher_;
  std::optional<PublishPlan> plan_;
  content::ReleaseChoice choice_;
  bool plan_due_ = true;
  std::int64_t version_ = -1;           // of the records that the plan was asked for with
  std::string fault_;                   // why there is no plan
  std::string selected_;                // record id
  std::string note_;
  bool log_open_ = false;
  std::vector<LoggedRelease> log_;
  bool previews_wait_ = false;
  DiskRoom disk_;
  desk::ScrollArea changes_scroll_, side_scroll_, log_scroll_;
  PreviewPair previews_;
};

std::unique_ptr<Panel> make_publish_panel(desk::Desk& desk);
bool may_see_publishing(const Workspace& office);   // reviewers; only 终审 may send

}  // namespace admin
