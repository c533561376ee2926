// The right column of the review panel: the kiosk's own page before and after, the pictures that prove it, what happened to it, and
// the reviewer's word.
#pragma once

#include "admin/desk/scroll.h"
#include "admin/panels/review/review_view.h"
#include "admin/panels/review/thumbs.h"
#include "admin/preview/preview.h"

namespace admin {

class ProofColumn {
 public:
  explicit ProofColumn(Workspace& office) : thumbs_(office) {}
  void draw(desk::Desk& desk, ReviewView& view, ui::Rect box);
  bool pending() const { return pending_; }
  void enlarge(desk::Desk& desk);   // the preview, over the whole window

 private:
  float draw_preview(desk::Desk& desk, ReviewView& view, ui::Rect at);
  float draw_toggles(desk::Desk& desk, ReviewView& view, ui::Rect at);
  float draw_evidence(desk::Desk& desk, ReviewView& view, ui::Rect at);
  float draw_past(desk::Desk& desk, ReviewView& view, ui::Rect at);
  void draw_comment(desk::Desk& desk, ReviewView& view, ui::Rect box);
  void draw_actions(desk::Desk& desk, ReviewView& view, ui::Rect bar);

  Thumbs thumbs_;
  desk::ScrollArea scroll_;
  bool low_ = false;                // a low window: less air
  bool before_ = false;     // the preview shows what is approved now
  bool portrait_ = false;
  bool large_ = false;
  bool contrast_ = false;
  bool all_proofs_ = false;
  bool pending_ = false;
  int version_ = -1;
  PreviewWish wish_;        // as drawn last
};

}  // namespace admin
