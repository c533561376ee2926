#include <spdlog/fmt/fmt.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/field.h"
#include "admin/desk/marks.h"
#include "admin/panels/publish/publish_panel.h"

namespace admin {

namespace color = desk::color;
namespace size = desk::size;

namespace {
constexpr std::size_t kShownBlockers = 30;   // a card each
}

void PublishPanel::draw_side(desk::Desk& desk, ui::Rect area) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect bar{area.x, area.bottom() - size::kActionBar, area.w, size::kActionBar};
  const ui::Rect inner = side_scroll_.begin(desk, {area.x + size::kPad, area.y, area.w - 2 * size::kPad + 12, bar.y - area.y}, "发布检查");
  const float width = area.w - 2 * size::kPad;
  float y = inner.y + 18;
  if (plan_) {
    const std::size_t blockers = plan_->blockers.size();
    if (blockers > 0) {
      canvas.text({inner.x, y, width, 30}, fmt::format("挡住发布的 {} 件事", blockers), desk::bold(size::kPanelTitle));
      y += 38;
      const std::vector<Blocker> all = plan_->blockers;   // a click changes the plan while they are drawn
      if (blockers > 3 && desk.office().may(Right::Publish)) y += draw_all(desk, {inner.x, y, width, size::kButton}) + 12;
      for (std::size_t i = 0; i < std::min(blockers, kShownBlockers); ++i) y += draw_blocker(desk, {inner.x, y, width, 0}, all[i]) + 12;
      if (blockers > kShownBlockers) {
        canvas.text({inner.x, y, width, 30}, fmt::format("还有 {} 件，处理掉上面的就会显示。", blockers - kShownBlockers), desk::words(14, color::kInk2));
        y += 38;
      }
    } else {
      canvas.text({inner.x, y, width, 30}, "没有挡住发布的事", desk::bold(size::kPanelTitle, color::kPine));
      y += 38;
    }
    for (const std::string& note : plan_->notes) y += desk::notice(desk, {inner.x, y, width, 40}, note, desk::Tone::Amber) + 10;
    y += 10;
  }
  y += draw_place(desk, {inner.x, y, width, 0}) + 16;
  if (desk.office().may(Right::Publish)) {
    y += desk::text_field(desk, {inner.x, y, width, 96}, note_, {.frame = {.label = "这一期的说明（写进发布记录）", .enabled = !publisher_.publishing()}, .item = "这一期的说明"}).height;
  }
  side_scroll_.end(desk, y + 16);
  canvas.fill(bar, color::kPaper);
  canvas.line({bar.x, bar.y}, {bar.right(), bar.y}, color::kLine, 1);
  canvas.line({bar.x, bar.y}, {bar.x, bar.bottom()}, color::kLine, 1);
  if (publisher_.publishing()) draw_progress(desk, bar.inset(size::kPad, 0));
  else draw_action(desk, bar.inset(size::kPad, 0));
}

float PublishPanel::draw_blocker(desk::Desk& desk, ui::Rect row, const Blocker& blocker) {
  ui::Canvas& canvas = desk.canvas();
  const ui::TextBlock title = canvas.layout(blocker.title, desk::bold(15.5F, color::kRedDark), row.w - 60);
  const ui::TextBlock advice = canvas.layout(blocker.advice, desk::words(14.5F), row.w - 36);
  const bool passable = !blocker.rule.empty() && desk.office().may(Right::Review);
  const bool acts = !blocker.fix.empty() || !blocker.leave_out.empty() || passable;
  const float height = 16 + title.height() + 6 + advice.height() + (acts ? 12 + size::kButton : 0) + 16;
  const ui::Rect box{row.x, row.y, row.w, height};
  canvas.fill(box, color::kPaper, size::kCardRadius);
  canvas.outline(box, color::kError, 1.5F, size::kCardRadius);
  canvas.icon("info", {box.x + 27, box.y + 12 + title.line_step / 2}, 18, color::kRedDark);
  canvas.draw(title, {box.x + 44, box.y + 16});
  float y = box.y + 16 + title.height() + 6;
  canvas.draw(advice, {box.x + 18, y});
  y += advice.height() + 12;
  float x = box.x + 18;
  if (!blocker.fix.empty()) {
    const float width = desk::button_width(desk, blocker.fix);
    if (desk::button(desk, blocker.fix, {x, y, width, size::kButton}, {.kind = desk::ButtonKind::Save, .label = blocker.fix + " " + blocker.title})) go_fix(desk, blocker);
    x += width + 10;
  }
  if (!blocker.leave_out.empty() && desk.office().may(Right::Publish)) {
    const float width = desk::button_width(desk, blocker.leave_out);
    if (desk::button(desk, blocker.leave_out, {x, y, width, size::kButton}, {.label = blocker.leave_out + " " + blocker.title})) leave_out(blocker);
    x += width + 10;
  }
  if (passable && desk::button(desk, "放行…", {x, y, desk::button_width(desk, "放行…"), size::kButton}, {.label = "放行 " + blocker.title})) ask_to_let_pass(desk, blocker);
  return height;
}

// A rule is wrong now and then: who reviews may say so, with a reason that stays in the audit log.
void PublishPanel::ask_to_let_pass(desk::Desk& desk, const Blocker& blocker) {
  desk.ask({.title = "这一处没有问题，放行？",
            .sentence = blocker.title + "。放行只对现在的内容有效，改动以后要重新检查；理由写进审计记录。",
            .safe = "先不放行",
            .act = "放行",
            .wants_reason = true,
            .done = [this, &desk, blocker](const std::string& reason) {
              const auto pass = [&] {
                desk.office().store().overrule({.record = blocker.record, .hash = blocker.hash, .rule = blocker.rule, .reason = reason, .person = desk.office().person().name, .at = 0});
              };
              if (desk.attempt(pass)) desk.toast("已放行，写进了审计记录。");
              plan_due_ = true;
            }});
}

float PublishPanel::draw_all(desk::Desk& desk, ui::Rect row) {
  const std::string words = fmt::format("能拿掉的 {} 件这期都先拿掉", std::ranges::count_if(plan_->blockers, [](const Blocker& one) { return !one.leave_out.empty(); }));
  if (desk::button(desk, words, {row.x, row.y, desk::button_width(desk, words), row.h}, {.label = "这期都先拿掉"})) {
    const std::vector<Blocker> all = plan_->blockers;
    for (const Blocker& blocker : all) {
      if (!blocker.leave_out.empty()) leave_out(blocker);
    }
  }
  return row.h;
}

void PublishPanel::leave_out(const Blocker& blocker) {
  auto& list = blocker.takes_off ? choice_.taken_off : choice_.kept_back;
  std::erase(choice_.kept_back, blocker.record);
  list.push_back(blocker.record);
  plan_due_ = true;
}

void PublishPanel::go_fix(desk::Desk& desk, const Blocker& blocker) {
  if (!blocker.media.text.empty()) {
    desk.go({.panel = "media", .record = content::RecordId{blocker.media.text}, .field = "consent"});
  } else {
    desk.go({.panel = std::string(content::kind_spec(blocker.kind).word), .record = blocker.record, .field = blocker.field, .view = blocker.record.text.empty() ? "" : "form"});
  }
}

// Where it goes: this machine's outbox, which the kiosk beside it and the couriers take it from.
float PublishPanel::draw_place(desk::Desk& desk, ui::Rect row) {
  ui::Canvas& canvas = desk.canvas();
  canvas.text({row.x, row.y, row.w, 30}, "发到哪里", desk::bold(size::kPanelTitle));
  const ui::Rect box{row.x, row.y + 38, row.w, 3 * 38};
  canvas.fill(box, color::kPaper, size::kCardRadius);
  canvas.outline(box, color::kLine, 1, size::kCardRadius);
  ui::Rect line = box.inset(16, 0).top(38);
  const auto fact = [&](std::string_view label, const std::string& value, ui::Color ink) {
    canvas.text(line, label, desk::second());
    canvas.text(line.after(92), value, desk::words(14, ink));
    line = line.moved(0, 38);
  };
  fact("发布目录", desk.office().outbox().string(), color::kInk);
  fact("里面有", log_.empty() ? "还没有发布过" : fmt::format("{} 期，屏上是第 {} 期", std::ranges::count_if(log_, &LoggedRelease::here), log_.front().entry.sequence), color::kInk);
  fact("磁盘", disk_.words, disk_.low ? color::kError : color::kInk);
  return 38 + box.h;
}

void PublishPanel::draw_progress(desk::Desk& desk, ui::Rect bar) {
  ui::Canvas& canvas = desk.canvas();
  const Publisher::Progress progress = publisher_.progress();
  float right = bar.right();
  if (desk::button_from_right(desk, "停下，先不发", right, bar.centre().y - size::kButton / 2)) publisher_.stop();
  const ui::Rect track{bar.x, bar.y + 38, right - bar.x - 16, 8};
  canvas.text({bar.x, bar.y + 8, track.w, 26}, progress.words + "…", desk::words(14));
  canvas.fill(track, color::kTrack, 4);
  canvas.fill({track.x, track.y, std::max(8.0F, track.w * progress.share), track.h}, color::kIndigo, 4);
}

void PublishPanel::draw_action(desk::Desk& desk, ui::Rect bar) {
  ui::Canvas& canvas = desk.canvas();
  const bool may = desk.office().may(Right::Publish);
  const bool ready = plan_ && !publisher_.busy();
  const bool free_way = ready && plan_->blockers.empty() && plan_->changes_anything();
  float right = bar.right();
  const std::string words = plan_ ? fmt::format("发布第 {} 期", plan_->number) : "发布";
  if (may && desk::button_from_right(desk, words, right, bar.centre().y - 20, {.kind = desk::ButtonKind::Publish, .icon = "upload", .enabled = free_way}, size::kBigButton)) publish(desk);
  std::string why;
  if (!may) why = "只有终审的同事能发布；您可以先在这里看好。";
  else if (!ready) why = "正在比较…";
  else if (!plan_->blockers.empty()) why = fmt::format("先处理上面的 {} 件事", plan_->blockers.size());
  else if (!plan_->changes_anything()) why = "没有要发的改动";
  else why = fmt::format("新增 {} · 修改 {} · 下架 {}", plan_->count(ChangeSort::Added), plan_->count(ChangeSort::Changed), plan_->count(ChangeSort::Removed));
  const ui::TextBlock told = canvas.layout(why, desk::words(14, color::kInk2), right - bar.x - 12, 2);
  canvas.draw(told, {bar.x, desk::middle_top(told, bar)});
}

void PublishPanel::publish(desk::Desk& desk) {
  Workspace& office = desk.office();
  publisher_.publish({.outbox = office.outbox(), .by = office.person().name, .note = note_, .choice = plan_->choice, .fingerprint = plan_->fingerprint, .base = plan_->base, .now_ms = office.now_ms()});
}

}  // namespace admin
