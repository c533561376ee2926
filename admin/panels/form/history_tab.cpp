#include "admin/panels/form/history_tab.h"

#include <fmt/format.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "admin/panels/undo.h"
#include "admin/workspace/cell_words.h"

namespace admin {

using content::Deed;
using content::HistoryEntry;
using content::Record;
using namespace desk::color;

namespace {

constexpr float kChangeHeight = 24;
constexpr float kWho = 140, kWhat = 234;   // columns behind the time

// Several versions a day are told apart by the hour.
std::string moment(std::int64_t at_ms, std::int64_t now_ms) {
  std::string day = moment_words(at_ms, now_ms);
  return day.starts_with("今天") ? day : day + " " + clock_words(at_ms);
}

std::string deed_words(const HistoryEntry& entry) {
  switch (entry.deed) {
    case Deed::Create: return "新建";
    case Deed::Edit: return "修改";
    case Deed::Undo: return fmt::format("恢复到第 {} 版", entry.note);
    case Deed::Trash: return "放进回收站";
    case Deed::Restore: return "从回收站取回";
    case Deed::Submit: return "提交审核";
    case Deed::Approve: return std::string(round_name(entry.note.empty() ? 0 : entry.note.front() - '0')) + "通过";
    case Deed::SendBack: return "退回修改";
    case Deed::Overrule: return "放行一处提醒";
    case Deed::Withdraw: return "撤回提交";
  }
  return "";
}

}  // namespace

void HistoryTab::read(desk::Desk& desk, const Record& record) {
  record_ = record.id;
  version_ = desk.office().records().version();
  lines_.clear();
  const content::KindSpec& spec = content::kind_spec(record.kind);
  nlohmann::json before = nlohmann::json::object();
  for (const HistoryEntry& entry : desk.office().store().history(record.id)) {
    Line line{.revision = entry.revision, .at = entry.at, .person = entry.person, .deed = deed_words(entry), .note = {}, .changes = {}};
    if (entry.deed == Deed::SendBack || entry.deed == Deed::Overrule) line.note = entry.note;
    if (!entry.body.is_null()) {
      line.restorable = entry.revision != record.revision;
      for (const content::Field& field : spec.fields) {
        const nlohmann::json* was = content::value_at(before, field.key);
        const nlohmann::json* now = content::value_at(entry.body, field.key);
        const bool same = was == nullptr || now == nullptr ? was == now : *was == *now;
        if (same || entry.deed == Deed::Create) continue;
        const auto words = [&](const nlohmann::json* value) { return value == nullptr ? std::string("（空）") : cell_words(field, *value, desk.office().records()); };
        line.changes.push_back({.field = std::string(field.zh), .before = words(was), .after = words(now)});
      }
      before = entry.body;
    }
    lines_.push_back(std::move(line));
  }
  std::ranges::reverse(lines_);
}

float HistoryTab::draw_line(desk::Desk& desk, ui::Rect row, const Line& line, RecordEditor& editor) {
  ui::Canvas& canvas = desk.canvas();
  const float details = static_cast<float>(line.changes.size()) * kChangeHeight + (line.note.empty() ? 0 : kChangeHeight);
  const ui::Rect box = row.top(52 + details + (details > 0 ? 10 : 0));
  canvas.line({box.x, box.bottom()}, {box.right(), box.bottom()}, kTrack, 1);
  canvas.text({box.x, box.y, kWho - 10, 52}, moment(line.at, desk.office().now_ms()), desk::second(kInk2));
  canvas.text({box.x + kWho, box.y, kWhat - kWho - 10, 52}, line.person, desk::words(14.5F, kInk, ui::Face::SansMedium));
  canvas.text({box.x + kWhat, box.y, box.w - kWhat - 260, 52}, line.deed, desk::words(14.5F));
  canvas.text({box.right() - 250, box.y, 110, 52}, fmt::format("第 {} 版", line.revision), desk::right(desk::second()));
  if (line.restorable && !editor.read_only(desk)) {
    const std::string label = fmt::format("恢复第 {} 版", line.revision);
    if (desk::button(desk, "恢复这一版", {box.right() - 124, box.y + 10, 124, 32}, {.label = label})) {
      const Record seen = *editor.record(desk);
      desk.attempt([&] {
        desk.office().deeds().revert(seen, line.revision);
        desk.toast(fmt::format("已恢复到第 {} 版；要重新提交审核。", line.revision), [&desk] { undo_last(desk); });
      });
    }
  }
  float y = box.y + 46;
  if (!line.note.empty()) {
    canvas.text({box.x + kWhat, y, box.w - kWhat - 10, kChangeHeight}, line.note, desk::second(kAmber));
    y += kChangeHeight;
  }
  for (const Change& change : line.changes) {
    canvas.text({box.x + kWhat, y, 100, kChangeHeight}, change.field, desk::second());
    const float values = kWhat + 104;
    const float half = (box.w - values - 30) / 2;
    canvas.text({box.x + values, y, half, kChangeHeight}, change.before, desk::second(kRedDark));
    canvas.icon("next", {box.x + values + half + 10, y + kChangeHeight / 2}, 12, kInk3);
    canvas.text({box.x + values + half + 24, y, half, kChangeHeight}, change.after, desk::second(kPine));
    y += kChangeHeight;
  }
  return box.h;
}

void HistoryTab::draw(desk::Desk& desk, ui::Rect area, RecordEditor& editor) {
  const Record* record = editor.record(desk);
  if (record == nullptr) {
    desk::empty_words(desk, area, "还没有历史", "这一条还没有保存过；保存以后，每一版都在这里，随时能恢复。", "clock");
    return;
  }
  if (record_ != record->id || version_ != desk.office().records().version()) read(desk, *record);
  const ui::Rect inside = scroll_.begin(desk, area, "历史");
  float y = inside.y;
  // A click in a line reads the history anew, next frame.
  for (const Line& line : std::vector(lines_)) y += draw_line(desk, {inside.x, y, inside.w, 0}, line, editor);
  scroll_.end(desk, y);
}

}  // namespace admin
