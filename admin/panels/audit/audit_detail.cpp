#include "admin/panels/audit/audit_detail.h"

#include <fmt/format.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/marks.h"
#include "admin/moments.h"
#include "admin/panels/audit/audit_tone.h"
#include "admin/workspace/cell_words.h"
#include "admin/workspace/deeds.h"
#include "content/error.h"
#include "content/kinds.h"
#include "content/review.h"

namespace admin {
namespace {

namespace color = desk::color;
constexpr float kPad = 24;
constexpr std::size_t kStoryLines = 8;   // around the line

std::string whose(const Workspace& office, const content::AuditEntry& line) {
  if (line.deed == "sign_in_failed") return "没有登录（写的是“" + line.person + "”）";
  if (line.person.empty()) return "程序";
  const auto person = office.store().find_person(line.person);
  return person ? fmt::format("{}（{}）", line.person, content::word_of(person->role).zh) : line.person + "（已离开）";
}

}  // namespace

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

void AuditDetail::show(const AuditList& log, const Records& records, const content::AuditEntry& line) {
  line_ = line;
  changes_ = change_details(line, records);
  words_ = change_line(line, records);
  story_ = log.story(line);
  story_words_.clear();
  for (const content::AuditEntry& step : story_) {
    const std::string more = change_line(step, records);
    story_words_.push_back(fmt::format("{} {}{}", step.person, deed_word(step.deed).zh, more.empty() ? "" : " · " + more));
  }
  before_ = log.revision_before(line);
  scroll_.to_top();
}

void AuditDetail::draw(desk::Desk& desk, ui::Rect box) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(box, color::kGround);
  if (!line_) {
    desk::empty_words(desk, box, "选一条看看", "左边点一条，这里说清楚谁在什么时候改了什么。", "list");
    return;
  }
  const ui::Rect inner = scroll_.begin(desk, box, "日志一条");
  float y = inner.y;
  const float width = inner.w - 2 * kPad;
  const float x = inner.x + kPad;
  const DeedWord& word = deed_word(line_->deed);
  const ui::Rect head{x, y, width - 40, desk::size::kTitleRow};
  const float title = x + canvas.text(head, fmt::format("第 {} 条", grouped(line_->number)), desk::bold(20));
  desk::chip(desk, {title + 14, head.centre().y}, word.zh, tone_of(word.tone));
  const bool closed = desk::icon_button(desk, "关上这一条", "close", {x + width - 32, y + 17, 32, 32});
  y += desk::size::kTitleRow;
  const auto fact = [&](std::string_view label, std::string_view value) { y += std::max(34.0F, desk::fact(desk, {x, y, width, 34}, label, value, 70)); };
  fact("时间", admin::moment_words(line_->at));
  fact("谁", whose(desk.office(), *line_));
  fact("对象", line_->title.empty() ? object_words(*line_) : object_words(*line_) + " · " + line_->title);
  if (changes_.empty() && !words_.empty()) fact("变化", words_);
  if (line_->deed == "send_back" || line_->deed == "overrule") fact("原因", line_->note);
  fact("校验值", line_->hash.substr(0, 16));
  y += draw_change(desk, {x, y, width, 0});
  y += draw_story(desk, {x, y, width, 0});
  y += draw_ways(desk, {x, y, width, 0});
  scroll_.end(desk, y + 24);
  if (closed) clear();
}

float AuditDetail::draw_change(desk::Desk& desk, ui::Rect at) {
  if (changes_.empty()) return 0;
  ui::Canvas& canvas = desk.canvas();
  struct Side {
    bool removed;
    ui::TextBlock block;
  };
  canvas.text({at.x, at.y + 14, at.w, 26}, "改了什么", desk::bold(16));
  const float top = at.y + 48;
  // Twice over the same lines: first their height for the card's ground, then they themselves.
  float y = top;
  for (const bool drawing : {false, true}) {
    if (drawing) {
      const ui::Rect card{at.x, top, at.w, y - top};
      canvas.fill(card, color::kPaper, desk::size::kCardRadius);
      canvas.outline(card, color::kLine, 1, desk::size::kCardRadius);
    }
    y = top;
    for (const ChangeDetail& change : changes_) {
      if (drawing && y > top) canvas.line({at.x, y}, {at.right(), y}, color::kLine, 1);
      y += 10;
      if (drawing) canvas.text({at.x + 16, y, at.w - 32, 24}, change.label, desk::words(14, color::kInk3));
      y += 26;
      for (const bool removed : {true, false}) {
        const std::string& words = removed ? change.before : change.after;
        if (words.empty()) continue;
        const ui::TextBlock block = canvas.layout(words, desk::words(desk::size::kText, removed ? color::kRedDark : color::kPine), at.w - 72, 6);
        if (drawing) {
          canvas.text({at.x + 16, y, 20, 24}, removed ? "−" : "+", desk::bold(desk::size::kText, removed ? color::kRedDark : color::kPine));
          canvas.fill({at.x + 38, y - 1, std::min(at.w - 54, block.width + 12), block.height() + 3}, removed ? color::kRed50 : color::kPine50, 4);
          canvas.draw(block, {at.x + 44, y});
        }
        y += block.height() + 5;
      }
      y += 8;
    }
  }
  return y - at.y;
}

float AuditDetail::draw_story(desk::Desk& desk, ui::Rect at) {
  if (story_.empty()) return 0;
  ui::Canvas& canvas = desk.canvas();
  const std::int64_t now = desk.office().now_ms();
  canvas.text({at.x, at.y + 18, at.w, 26}, "这一条的来龙去脉", desk::bold(16));
  float y = at.y + 52;
  const auto here = static_cast<std::size_t>(std::ranges::find(story_, line_->number, &content::AuditEntry::number) - story_.begin());
  const std::size_t first = here < kStoryLines / 2 ? 0 : std::min(here - kStoryLines / 2, story_.size() - std::min(story_.size(), kStoryLines));
  const std::size_t last = std::min(story_.size(), first + kStoryLines);
  for (std::size_t i = first; i < last; ++i) {
    const content::AuditEntry& step = story_[i];
    const bool self = i == here;
    const ui::Point middle{at.x + 8, y + 14};
    if (i + 1 < last) canvas.line({middle.x, middle.y + 9}, {middle.x, middle.y + 25}, color::kLine, 2);
    canvas.disc(middle, 7, self ? color::kRed : color::kPine);
    canvas.text({at.x + 26, y, at.w - 150, 28}, story_words_[i], self ? desk::bold() : desk::words());
    const std::string day = moment_words(step.at, now);
    canvas.text({at.right() - 120, y, 120, 28}, day.starts_with("今天") ? day : day + " " + clock_words(step.at), desk::right(desk::second()));
    y += 34;
  }
  const content::Record* record = desk.office().records().find(content::RecordId{line_->record});
  if (record != nullptr && content::round_of(record->state) > 0) {
    canvas.ring({at.x + 8, y + 14}, 7, color::kField, 1.5F);
    canvas.text({at.x + 26, y, at.w - 150, 28}, fmt::format("等{}", desk::state_words(record->state)), desk::words());
    canvas.text({at.right() - 120, y, 120, 28}, "现在", desk::right(desk::second()));
    y += 34;
  }
  return y - at.y;
}

float AuditDetail::draw_ways(desk::Desk& desk, ui::Rect at) {
  const content::Record* record = line_->record.empty() ? nullptr : desk.office().records().find(content::RecordId{line_->record});
  if (record == nullptr) return 0;
  const content::KindSpec& spec = content::kind_spec(record->kind);
  const float y = at.y + 16;
  const std::string open = fmt::format("打开这条{}", spec.zh);
  const float width = desk::button_width(desk, open);
  if (desk::button(desk, open, {at.x, y, width, desk::size::kButton}, {.enabled = !record->trashed})) {
    desk.go({.panel = std::string(spec.word), .record = record->id});
  }
  if (!before_) return y + desk::size::kButton - at.y;
  const ui::Rect back{at.x + width + 10, y, desk::button_width(desk, "恢复成改前", {.icon = "sync"}), desk::size::kButton};
  if (desk::button(desk, "恢复成改前", back, {.icon = "sync"})) restore(desk);
  desk.canvas().text({at.x, back.bottom() + 10, at.w, 26}, "恢复会生成一份新草稿，照常走三审；日志本身删不掉。", desk::second());
  return back.bottom() + 36 - at.y;
}

void AuditDetail::restore(desk::Desk& desk) {
  desk.attempt([&] {
    const auto now = desk.office().store().get(content::RecordId{line_->record});
    if (!now) throw content::Error("这条记录已经不在了；请刷新列表。", "The record is gone; refresh the list.");
    const content::Record made = desk.office().deeds().revert(*now, *before_);
    const std::string state(content::word_of(made.state).zh);
    desk.toast(fmt::format("“{}”已恢复成第 {} 稿的样子，现在是{}。", line_->title, *before_, state));
  });
}

}  // namespace admin
