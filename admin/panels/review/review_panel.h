// 审核: what waits for me, what changed in it, what proves it; approve or return. Only for reviewers.
#pragma once

#include "admin/panels/panel.h"
#include "admin/panels/review/diff_column.h"
#include "admin/panels/review/proof_column.h"
#include "admin/panels/review/queue_column.h"

namespace admin {

class ReviewPanel final : public Panel {
 public:
  explicit ReviewPanel(desk::Desk& desk) : view_(desk.office()), diff_(desk.office()), proof_(desk.office()) {}
  void enter(desk::Desk& desk, const desk::Target& target) override;
  void draw(desk::Desk& desk, ui::Rect area) override;
  bool pending() const override { return proof_.pending(); }

 private:
  void take_keys(desk::Desk& desk);
  void draw_done(desk::Desk& desk, ui::Rect box);
  void draw_unread(desk::Desk& desk, ui::Rect box);

  ReviewView view_;
  QueueColumn queue_;
  DiffColumn diff_;
  ProofColumn proof_;
};

std::unique_ptr<Panel> make_review_panel(desk::Desk& desk);
bool may_review(const Workspace& office);
int reviews_waiting(Workspace& office);

}  // namespace admin
