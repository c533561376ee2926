#include <spdlog/fmt/fmt.h>

#include "admin/desk/button.h"
#include "admin/desk/marks.h"
#include "admin/desk/table.h"
#include "admin/panels/publish/publish_panel.h"
#include "admin/workspace/cell_words.h"

namespace admin {

namespace color = desk::color;
namespace size = desk::size;

namespace {
constexpr float kRow = 54;
}

void PublishPanel::draw_log(desk::Desk& desk, ui::Rect area) {
  const ui::Rect page = area.inset(size::kPad, 0);
  draw_title(desk, page.top(size::kTitleRow));
  const ui::Rect box = page.below(size::kTitleRow + 8);
  if (log_.empty()) {
    desk::empty_words(desk, box, "还没有发布过", "第一次发布后，每一期都记在这里，随时可以退回到较早的一期。", "upload");
    return;
  }
  const ui::Rect inner = log_scroll_.begin(desk, box, "发布记录列表");
  const auto first = static_cast<std::size_t>(std::max(0.0F, log_scroll_.offset() / kRow));
  const auto last = std::min(log_.size(), first + static_cast<std::size_t>(box.h / kRow) + 2);
  for (std::size_t i = first; i < last; ++i) {
    const LoggedRelease line = log_[i];
    draw_release(desk, {inner.x, inner.y + static_cast<float>(i) * kRow, inner.w, kRow}, line);
  }
  log_scroll_.end(desk, inner.y + static_cast<float>(log_.size()) * kRow);
}

void PublishPanel::draw_release(desk::Desk& desk, ui::Rect row, const LoggedRelease& line) {
  ui::Canvas& canvas = desk.canvas();
  const content::ReleaseEntry& entry = line.entry;
  desk::table_row(desk, fmt::format("第 {} 期", entry.sequence), row, {.selected = line.newest});
  const bool elsewhere = entry.person.empty();
  canvas.text({row.x + 16, row.y, 90, row.h}, fmt::format("第 {} 期", entry.sequence), desk::bold());
  const std::string day = moment_words(entry.at, desk.office().now_ms());
  const std::string when = elsewhere ? "不是这个办公库发布的" : day.starts_with("今天") ? day : day + " " + clock_words(entry.at);
  canvas.text({row.x + 110, row.y + 5, 150, 24}, when, desk::words(14.5F));
  if (!elsewhere) canvas.text({row.x + 110, row.y + 27, 150, 22}, entry.person, desk::second());
  float right = row.right() - 12;
  const bool may = desk.office().may(Right::Publish) && line.here && !line.newest && !publisher_.publishing();
  if (may) {
    const std::string words = fmt::format("回到第 {} 期", entry.sequence);
    if (desk::button_from_right(desk, words, right, row.centre().y - 17, {}, 34)) ask_roll_back(desk, entry.sequence);
  } else if (line.newest || !line.here) {
    const std::string_view state = line.newest ? "屏上正在显示" : "已不在发布目录";
    const float width = desk::chip_width(desk, state);
    desk::chip(desk, {right - width, row.centre().y}, state, line.newest ? desk::Tone::Pine : desk::Tone::Grey);
    right -= width + 8;
  }
  const bool noted = !entry.note.empty();
  const ui::Rect words{row.x + 268, noted ? row.y + 5 : row.y, right - row.x - 280, noted ? 24 : row.h};
  const std::string counts = fmt::format("新增 {} · 修改 {} · 下架 {}", entry.added, entry.changed, entry.removed);
  if (!elsewhere) canvas.text(words, entry.rolled_back_to > 0 ? fmt::format("退回到第 {} 期 · {}", entry.rolled_back_to, counts) : counts, desk::words(14.5F));
  canvas.text(words.moved(0, 22), entry.note, desk::second());
}

void PublishPanel::ask_roll_back(desk::Desk& desk, std::int64_t sequence) {
  const std::int64_t next = (log_.empty() ? 0 : log_.front().entry.sequence) + 1;
  desk.ask({.title = fmt::format("屏上换回第 {} 期的内容？", sequence),
            .sentence = fmt::format("会作为第 {} 期发出去，现在这一期还在发布记录里。审核通过的改动都留着，下次发布时照样带上。", next),
            .act = fmt::format("换回第 {} 期", sequence),
            .danger = true,
            .wants_reason = true,
            .reason_label = "为什么换回（写进发布记录）",
            .done = [this, &desk, sequence](const std::string& reason) { roll_back(desk, sequence, reason); }});
}

void PublishPanel::roll_back(desk::Desk& desk, std::int64_t sequence, const std::string& note) {
  if (publisher_.publishing()) {
    desk.fail("上一期还在发布；等它发完再退回。");
    return;
  }
  publisher_.roll_back({.outbox = desk.office().outbox(), .by = desk.office().person().name, .sequence = sequence, .note = note, .now_ms = desk.office().now_ms()});
}

}  // namespace admin
