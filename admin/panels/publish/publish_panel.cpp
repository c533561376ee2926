#include "admin/panels/publish/publish_panel.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/marks.h"
#include "admin/desk/table.h"
#include "admin/workspace/records.h"

namespace admin {

namespace color = desk::color;
namespace size = desk::size;

namespace {

constexpr float kSide = 476;
constexpr float kRow = 46;
constexpr float kPreviewHead = 44;
constexpr float kWide = 860;   // narrower: the previews' chips stand below them

desk::Tone tone_of(ChangeSort sort) {
  switch (sort) {
    case ChangeSort::Added: return desk::Tone::Pine;
    case ChangeSort::Changed: return desk::Tone::Amber;
    case ChangeSort::Removed: return desk::Tone::Red;
    case ChangeSort::Ended:
    case ChangeSort::Ending: return desk::Tone::Grey;
  }
  return desk::Tone::Grey;
}

void forget(std::vector<content::RecordId>& ids, const content::RecordId& id) { std::erase(ids, id); }

void remember(std::vector<content::RecordId>& ids, const content::RecordId& id) {
  if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
}

}  // namespace

std::unique_ptr<Panel> make_publish_panel(desk::Desk& desk) { return std::make_unique<PublishPanel>(desk.office()); }

bool may_see_publishing(const Workspace& office) { return office.may(Right::Review); }

PublishPanel::PublishPanel(Workspace& office) : publisher_(office.db()) {}

void PublishPanel::enter(desk::Desk& desk, const desk::Target& target) {
  log_open_ = target.view == "log" || target.view.starts_with("rollback ");
  disk_ = disk_room(desk.office().outbox());
  log_ = release_log(desk.office().store(), desk.office().outbox());
  plan_due_ = true;
  if (!target.record.text.empty()) selected_ = target.record.text;
  if (target.view.starts_with("rollback ") && desk.office().may(Right::Publish)) ask_roll_back(desk, std::stoll("0" + target.view.substr(9)));
}

std::optional<UnderWay> PublishPanel::under_way() const {
  if (!publisher_.publishing()) return {};
  return UnderWay{.title = "正在发布，要关掉吗？", .sentence = "现在关掉，这一期可能发不出去；屏上仍是上一期，内容不会丢。", .act = "不等了，关掉"};
}

// --- beside the window ------------------------------------------------------------------------------------------
void PublishPanel::plan(desk::Desk& desk) {
  Workspace& office = desk.office();
  if (publisher_.busy() || (!plan_due_ && version_ == office.records().version())) return;
  plan_due_ = false;
  version_ = office.records().version();
  publisher_.plan({.outbox = office.outbox(), .now_ms = office.now_ms(), .choice = choice_});
}

void PublishPanel::follow(desk::Desk& desk) {
  if (auto done = publisher_.take()) finish(desk, std::move(*done));
  plan(desk);
  if (publisher_.busy()) desk.canvas().request_frame_in(std::chrono::milliseconds(60));
}

void PublishPanel::finish(desk::Desk& desk, Publisher::Done done) {
  if (done.plan) {
    plan_ = std::move(done.plan);
    fault_.clear();
    if (selected() == nullptr) selected_ = !plan_->changes.empty() ? plan_->changes.front().id.text : !plan_->dates.empty() ? plan_->dates.front().id.text : "";
    return;
  }
  plan_due_ = true;
  log_ = release_log(desk.office().store(), desk.office().outbox());
  if (done.published) {
    const std::int64_t base = plan_ ? plan_->base : 0;
    const std::int64_t number = done.published->built.sequence;
    choice_ = {};
    note_.clear();
    std::string words = done.rolled_back_to > 0 ? fmt::format("已退回：屏上换回第 {} 期的内容（第 {} 期）", done.rolled_back_to, number)
                                                : fmt::format("第 {} 期已发布，屏上没人用时就会换上", number);
    std::function<void()> undo;
    if (base > 0 && done.rolled_back_to == 0) undo = [this, &desk, base] { roll_back(desk, base, "发布后撤回"); };
    desk.toast(words, undo);
    if (!done.published->afterthought.empty()) desk.fail(done.published->afterthought);
    if (desk.previews != nullptr) desk.previews->bases().look();
  } else if (done.stopped) {
    desk.toast(done.sentence);
  } else {
    if (!plan_) fault_ = done.sentence;
    desk.fail(done.sentence);
    plan_due_ = plan_.has_value();
  }
}

void PublishPanel::choose(const PlannedChange& change, bool goes_out) {
  forget(choice_.taken_off, change.id);
  if (goes_out) forget(choice_.kept_back, change.id);
  else if (!change.taken_off) remember(choice_.kept_back, change.id);
  plan_due_ = true;
  // What is ticked shows at once; the plan comes a moment later.
  for (PlannedChange& one : plan_->changes) {
    if (one.id == change.id) one.goes_out = goes_out;
  }
}

const PlannedChange* PublishPanel::selected() const {
  if (!plan_) return nullptr;
  for (const auto* list : {&plan_->changes, &plan_->dates}) {
    const auto found = std::ranges::find(*list, selected_, [](const PlannedChange& change) { return change.id.text; });
    if (found != list->end()) return &*found;
  }
  return nullptr;
}

// --- what is seen -----------------------------------------------------------------------------------------------
void PublishPanel::draw(desk::Desk& desk, ui::Rect area) {
  follow(desk);
  const float side = std::min(kSide, area.w * 0.4F);
  const ui::Rect right{area.right() - side, area.y, side, area.h};
  const ui::Rect left = area.left(area.w - side);
  previews_wait_ = false;
  if (log_open_) draw_log(desk, left);
  else draw_left(desk, left);
  desk.canvas().fill(right, color::kGround);
  desk.canvas().line({right.x, right.y}, {right.x, right.bottom()}, color::kLine, 1);
  draw_side(desk, right);
}

void PublishPanel::draw_title(desk::Desk& desk, ui::Rect row) {
  float right = row.right();
  if (desk::button_from_right(desk, log_open_ ? "看改动" : "发布记录", right, row.y + 15, {.icon = log_open_ ? "back" : "clock"})) {
    log_open_ = !log_open_;
    log_ = release_log(desk.office().store(), desk.office().outbox());
  }
  if (log_open_) {
    desk::page_title(desk, row.left(right - row.x), "发布记录", fmt::format("{} 期", log_.size()));
    return;
  }
  if (!plan_) {
    desk::page_title(desk, row, "发布", fault_.empty() ? "正在和屏上的内容比较" : "");
    return;
  }
  const auto out = std::ranges::count_if(plan_->changes, &PlannedChange::goes_out);
  std::string note = plan_->changes.empty() ? "没有改动" : fmt::format("{} 项改动 · 都已三审通过", out);
  if (out != static_cast<std::ptrdiff_t>(plan_->changes.size())) note += fmt::format(" · {} 项这期不发", static_cast<std::ptrdiff_t>(plan_->changes.size()) - out);
  desk::page_title(desk, row.left(right - row.x), fmt::format("发布第 {} 期", plan_->number), note);
}

void PublishPanel::draw_left(desk::Desk& desk, ui::Rect area) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect page = area.inset(size::kPad, 0);
  draw_title(desk, page.top(size::kTitleRow));
  if (!plan_) {
    if (fault_.empty()) {
      canvas.text(page.below(size::kTitleRow).top(40), "正在和屏上的内容比较…", desk::words(size::kText, color::kInk3));
    } else {
      desk::notice(desk, page.below(size::kTitleRow).top(60), fault_, desk::Tone::Red);
    }
    return;
  }
  float y = page.y + size::kTitleRow + 4;
  const float head = canvas.text({page.x, y, page.w, 30}, "屏上会变成这样", desk::bold(size::kPanelTitle));
  const std::size_t rows = plan_->changes.size() + plan_->dates.size();
  if (rows > 0) canvas.text({page.x + head + 12, y + 1, page.w - head - 12, 30}, "点一条看前后对照", desk::second());
  y += 38;
  const float picture = (page.w - size::kGap) / 2 * 9 / 16;
  const float below = kPreviewHead + picture + 74 + (page.w < kWide ? 40 : 0);
  const float most = std::max(3 * kRow, area.bottom() - y - below - 24);
  // The last row's hairline lies under the card's own edge.
  const float list = std::min(most, std::max(2.0F, static_cast<float>(rows)) * kRow + 1);
  draw_changes(desk, {page.x, y, page.w, list});
  y += list + 20;
  if (area.bottom() - y < 160) return;
  draw_previews(desk, {page.x, y, page.w, area.bottom() - y});
}

void PublishPanel::draw_changes(desk::Desk& desk, ui::Rect box) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(box, color::kPaper, size::kCardRadius);
  if (plan_->changes.empty() && plan_->dates.empty()) {
    canvas.outline(box, color::kLine, 1, size::kCardRadius);
    canvas.text(box.inset(18, 0), plan_->base == 0 ? "还没有三审通过的内容。" : fmt::format("和屏上的第 {} 期一样，没有要发的改动。", plan_->base), desk::words(size::kText, color::kInk3));
    return;
  }
  const ui::Rect inner = changes_scroll_.begin(desk, box.inset(1, 1), "改动");
  const auto first = static_cast<std::size_t>(std::max(0.0F, changes_scroll_.offset() / kRow));
  const auto last = first + static_cast<std::size_t>(box.h / kRow) + 2;
  const std::size_t changes = plan_->changes.size();
  const std::size_t rows = changes + plan_->dates.size();
  for (std::size_t i = first; i < std::min(rows, last); ++i) {
    const PlannedChange& change = i < changes ? plan_->changes[i] : plan_->dates[i - changes];
    const PlannedChange copy = change;  // a click changes the plan while its row is drawn
    const ui::Rect row{inner.x, inner.y + static_cast<float>(i) * kRow, inner.w, kRow};
    draw_change(desk, row, copy, i < changes);
  }
  changes_scroll_.end(desk, inner.y + static_cast<float>(rows) * kRow - 1);
  canvas.outline(box.inset(-3), color::kPaper, 4, size::kCardRadius + 3);   // the rows' corners outside of the card's
  canvas.outline(box, color::kLine, 1, size::kCardRadius);
}

void PublishPanel::draw_change(desk::Desk& desk, ui::Rect row, const PlannedChange& change, bool choosable) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Touch touch = desk::table_row(desk, (choosable ? "改动 " : "到期 ") + change.title, row, {.selected = selected_ == change.id.text});
  if (touch.tapped) selected_ = change.id.text;
  const float x = row.x + 16;
  if (choosable && desk.office().may(Right::Publish)) {
    const bool sendable = !publisher_.publishing();
    if (desk::checkbox(desk, "", {x, row.y, 26, row.h}, change.goes_out, "带上 " + change.title, sendable)) choose(change, !change.goes_out);
  }
  desk::chip(desk, {x + 30, row.centre().y}, word_of(change.sort), tone_of(change.sort));
  const float words_x = x + 30 + 70;
  const float where = std::min(canvas.measure(change.where, desk::words(14)) + 4, row.w * 0.34F);
  canvas.text({row.right() - 16 - where, row.y, where, row.h}, change.where, desk::right(desk::words(14, color::kInk2)));
  const float room = row.right() - 16 - where - 16 - words_x;
  const ui::Color ink = change.goes_out ? color::kInk : color::kInk3;
  const float title = canvas.text({words_x, row.y, room, row.h}, change.title, desk::words(size::kText, ink, ui::Face::SansMedium));
  const std::string words = change.goes_out ? change.words : "这期不发";
  if (room - title > 50) canvas.text({words_x + title + 14, row.y, room - title - 14, row.h}, words, desk::words(14, change.goes_out ? color::kInk2 : color::kInk3));
}

void PublishPanel::draw_previews(desk::Desk& desk, ui::Rect area) {
  const PlannedChange* change = selected();
  if (change == nullptr || desk.previews == nullptr) return;
  const PreviewSubject before{.kind = change->kind, .record = change->id, .base = PreviewBase::OnScreen};
  const PreviewSubject after{.kind = change->kind, .record = change->id, .base = change->goes_out ? PreviewBase::Approved : PreviewBase::OnScreen};
  const std::string before_note = plan_->base > 0 ? fmt::format("第 {} 期", plan_->base) : "还没有发布过";
  const std::string after_note = fmt::format("第 {} 期", plan_->number);
  const float used = previews_.draw(desk, area, before, after, {.before_note = before_note, .after_note = after_note});
  previews_wait_ = previews_.pending(desk);
  const float y = area.y + used + 18;
  if (y + 44 > area.bottom()) return;
  const float told = desk::notice(desk, {area.x, y, area.w, 40}, "终端收到后先校验，再在没有人操作时换页；校验不过就继续显示原来那一期。", desk::Tone::Grey);
  if (plan_->base == 0 || y + told + 44 > area.bottom()) return;
  desk.canvas().text({area.x, y + told + 10, area.w, 30}, fmt::format("发布后随时可以在“发布记录”里回到第 {} 期。", plan_->base), desk::words(size::kText, color::kInk2));
}

}  // namespace admin
