#include "admin/panels/review/review_panel.h"

#include <algorithm>
#include <chrono>

#include "admin/desk/button.h"
#include "admin/panels/review/review_acts.h"
#include "kiosk/ui/text_edit.h"

namespace admin {
namespace {

namespace color = desk::color;

constexpr std::chrono::milliseconds kTryAgain{500};

struct Columns {
  ui::Rect queue, diff, proof;
};

// 316 | 620 | 468 of 1404; extra width goes to the comparison, missing width comes from all three.
Columns columns_of(ui::Rect area) {
  const bool narrow = area.w < 1300;
  const float queue = narrow ? 268 : 316;
  const float proof = narrow ? 396 : 468;
  return {area.left(queue), {area.x + queue, area.y, area.w - queue - proof, area.h}, {area.right() - proof, area.y, proof, area.h}};
}

}  // namespace

void ReviewPanel::enter(desk::Desk& desk, const desk::Target& target) {
  desk.attempt([&] {
    view_.refresh();
    if (target.record.text.empty()) return;
    view_.open(target.record);
    queue_.reveal(view_);
  });
}

void ReviewPanel::draw(desk::Desk& desk, ui::Rect area) {
  const bool read = desk.attempt([&] { view_.refresh(); });
  ui::Canvas& canvas = desk.canvas();
  if (!read) canvas.request_frame_in(kTryAgain);
  const Columns columns = columns_of(area);
  canvas.fill(area, color::kPaper);
  if (view_.queue().shown().empty()) return read ? draw_done(desk, area) : draw_unread(desk, area);
  take_keys(desk);
  queue_.draw(desk, view_, columns.queue);
  if (view_.current() != nullptr) diff_.draw(desk, view_, columns.diff);
  if (view_.current() != nullptr) proof_.draw(desk, view_, columns.proof);
  canvas.line({columns.diff.x, area.y}, {columns.diff.x, area.bottom()}, color::kLine, 1);
  canvas.line({columns.proof.x, area.y}, {columns.proof.x, area.bottom()}, color::kLine, 1);
}

void ReviewPanel::take_keys(desk::Desk& desk) {
  const auto step = [&](int by) {
    desk.attempt([&] { view_.move(by); });
    queue_.reveal(view_);
  };
  if (desk.shortcut({ui::Key::Down})) step(1);
  if (desk.shortcut({ui::Key::Up})) step(-1);
  if (desk.shortcut({ui::Key::J}) || desk.shortcut({ui::Key::K})) {
    view_.next_change(desk.shortcut({ui::Key::J}) ? 1 : -1);
    diff_.reveal_change();
  }
  if (desk.shortcut({ui::Key::A})) approve_current(desk, view_);
  if (desk.shortcut({ui::Key::B})) return_current(desk, view_);
  if (desk.shortcut({ui::Key::Space})) proof_.enlarge(desk);
  const QueueItem* item = view_.current();
  if (item != nullptr && desk.shortcut({ui::Key::Enter})) {
    const content::Record& record = item->waiting.record;
    desk.go({.panel = std::string(content::kind_spec(record.kind).word), .record = record.id, .view = "form"});
  }
}

void ReviewPanel::draw_done(desk::Desk& desk, ui::Rect box) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Point middle{box.centre().x, box.y + box.h * 0.4F};
  canvas.disc(middle, 44, color::kPine50);
  canvas.icon("check", middle, 44, color::kPine);
  canvas.text({box.x, middle.y + 60, box.w, 34}, "都审完了", desk::centre(desk::bold(desk::size::kPageTitle, color::kPine)));
  const bool filtered = view_.kind().has_value() && view_.queue().mine() > 0;
  canvas.text({box.x, middle.y + 98, box.w, 26}, filtered ? "这一类都审完了，别的种类还有。" : "有新送审的会出现在这里。",
              desk::centre(desk::words(desk::size::kText, color::kInk3)));
  if (filtered && desk::button(desk, "看全部种类", {box.centre().x - 62, middle.y + 138, 124, desk::size::kButton})) {
    desk.attempt([&] { view_.filter(std::nullopt, view_.order()); });
  }
}

// An empty queue that could not be read is not a finished one.
void ReviewPanel::draw_unread(desk::Desk& desk, ui::Rect box) {
  const float middle = box.y + box.h * 0.4F;
  desk.canvas().text({box.x, middle, box.w, 34}, "待审的还没有读出来", desk::centre(desk::bold(desk::size::kPageTitle, color::kInk2)));
  desk.canvas().text({box.x, middle + 38, box.w, 26}, "正在再试，不用做什么；一直这样，请看窗口下面的说明。",
                     desk::centre(desk::words(desk::size::kText, color::kInk3)));
}

std::unique_ptr<Panel> make_review_panel(desk::Desk& desk) { return std::make_unique<ReviewPanel>(desk); }

bool may_review(const Workspace& office) { return office.may(Right::Review); }

int reviews_waiting(Workspace& office) {
  int waiting = 0;
  for (const content::KindSpec& spec : content::all_kinds()) waiting += office.records().waiting(spec.kind, office.review_round());
  return waiting;
}

}  // namespace admin
