#include "admin/panels/list/import_page.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "admin/desk/button.h"
#include "admin/desk/field.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "admin/workspace/deeds.h"

namespace admin {

using content::tables::ImportReport;
using content::tables::RowFault;
using namespace desk::color;

namespace {

constexpr float kTop = 58;

// Records that an import made or changed, each from the revision before it.
std::vector<Turn> turns_since(Workspace& office, std::int64_t version) {
  std::vector<Turn> turns;
  const auto touched = office.records().touched_since(version);
  if (!touched) return turns;
  for (const content::Record* record : *touched) turns.push_back({.record = record->id, .before = record->revision - 1, .after = record->revision});
  return turns;
}

}  // namespace

void ImportPage::open(const content::KindSpec& spec) {
  spec_ = &spec;
  report_.reset();
  written_ = false;
  path_.clear();
}

void ImportPage::take(desk::Desk& desk, const std::filesystem::path& file) {
  path_ = file.string();
  try_file(desk);
}

void ImportPage::try_file(desk::Desk& desk) {
  report_.reset();
  written_ = false;
  desk.soon([this, &desk] {
    desk.attempt([&] {
      report_ = content::tables::import_table(desk.office().store(), *spec_,
                                              {.file = path_, .by = desk.office().person().name, .skip_bad = true, .dry_run = true, .bring_media = {}});
    });
  });
  desk.canvas().request_frame();
}

void ImportPage::write(desk::Desk& desk) {
  desk.soon([this, &desk] {
    desk.attempt([&] {
      Workspace& office = desk.office();
      office.records().refresh();
      const std::int64_t before = office.records().version();
      report_ = content::tables::import_table(office.store(), *spec_,
                                              {.file = path_, .by = office.person().name, .skip_bad = true, .dry_run = false, .bring_media = {}});
      written_ = true;
      office.records().refresh();
      Deeds& deeds = office.deeds();
      const int count = report_->created + report_->changed;
      deeds.done(fmt::format("导入 {} 条{}", count, spec_->zh), turns_since(office, before));
      desk.toast(fmt::format("已写入 {} 条草稿。", count), [&desk, &deeds] { desk.toast(deeds.undo()); });
    });
  });
}

void ImportPage::draw_choice(desk::Desk& desk, ui::Rect area) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect box{area.x, area.y + 8, std::min(area.w, 760.0F), 36};
  const desk::TextField field = desk::text_field(desk, {box.x, box.y, box.w - 130, 0}, path_,
                                                 {.frame = {.label = "表格文件"}, .hint = "把文件拖到窗口里，或粘贴它的路径", .lines = ui::EditLines::One});
  if (desk::button(desk, "试着读", {box.right() - 118, field.control.y, 118, 36}, {.kind = desk::ButtonKind::Review, .enabled = !path_.empty()}) || field.edit.entered) {
    try_file(desk);
  }
  if (report_) return;
  const std::string help = fmt::format("每行一条{}，第一行写列名（如“{}”）。Excel 里请“另存为 CSV”再导入；读的时候什么都不会写。", spec_->zh, spec_->find_field(spec_->title_key)->zh);
  canvas.paragraph({area.x, field.control.bottom() + 16, std::min(area.w, 760.0F), 0}, help, desk::second());
}

float ImportPage::draw_counts(desk::Desk& desk, ui::Rect row) {
  ui::Canvas& canvas = desk.canvas();
  struct Count {
    std::string_view words, note;
    int rows;
    ui::Color ink;
  };
  const std::array<Count, 4> counts{{{"新增", "建成草稿", report_->created, kPine},
                                     {"有变化", "旧值留在历史里", report_->changed, kAmber},
                                     {"相同", "跳过", report_->same + report_->repeated, kInk2},
                                     {"有问题", "不写入", report_->bad, kRedDark}}};
  const float width = (row.w - 3 * 12) / 4;
  float x = row.x;
  for (const Count& count : counts) {
    const ui::Rect box{x, row.y, width, 74};
    x += width + 12;
    canvas.fill(box, kPaper, desk::size::kCardRadius);
    canvas.outline(box, count.words == "有问题" && count.rows > 0 ? kError : kLine, 1, desk::size::kCardRadius);
    canvas.text({box.x + 16, box.y + 8, box.w - 32, 22}, count.words, desk::words(14));
    canvas.text({box.x + 16, box.y + 8, box.w - 32, 22}, count.note, desk::right(desk::small()));
    const std::string number = std::to_string(count.rows);
    const float after = canvas.text({box.x + 16, box.y + 32, box.w - 32, 34}, number, desk::bold(24, count.ink));
    canvas.text({box.x + 22 + after, box.y + 36, 40, 30}, "行", desk::small());
  }
  return 74 + 12;
}

void ImportPage::draw_report(desk::Desk& desk, ui::Rect area) {
  ui::Canvas& canvas = desk.canvas();
  float y = area.y + draw_counts(desk, area);
  canvas.text({area.x, y, area.w, 26}, written_ ? "已写入；有问题的行没有动。" : "只是试运行，还没有改动任何内容。", desk::second());
  const ui::Rect inside = scroll_.begin(desk, {area.x, y + 30, area.w, area.bottom() - y - 30}, "问题行");
  y = inside.y;
  for (const RowFault& fault : report_->faults) {
    const ui::Rect row{inside.x, y, inside.w, 48};
    canvas.fill(row, kProblemRow);
    canvas.line({row.x, row.bottom()}, {row.right(), row.bottom()}, kTrack, 1);
    canvas.text({row.x + 12, row.y, 64, row.h}, fmt::format("{} 行", fault.row), desk::second());
    canvas.text({row.x + 80, row.y, 120, row.h}, fault.column, desk::words(14.5F));
    canvas.text({row.x + 206, row.y, 220, row.h}, fault.value, desk::bold(14.5F, kRedDark));
    canvas.text({row.x + 436, row.y, row.w - 448, row.h}, fault.reason.zh + "；" + fault.advice.zh, desk::second(kRedDark));
    y += 48;
  }
  for (const content::tables::SheetNote& note : report_->notes) {
    canvas.text({inside.x + 12, y, 64, 34}, note.row == 0 ? "全表" : fmt::format("{} 行", note.row), desk::second());
    canvas.text({inside.x + 80, y, inside.w - 92, 34}, note.text.zh, desk::second(kInk2));
    y += 34;
  }
  scroll_.end(desk, y);
}

bool ImportPage::draw_foot(desk::Desk& desk, ui::Rect bar) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(bar, kPaper);
  canvas.line({bar.x, bar.y}, {bar.right(), bar.y}, kLine, 1);
  float right = bar.right() - 24;
  const float y = bar.y + (bar.h - desk::size::kBigButton) / 2;
  if (!report_ || written_) return !desk::button_from_right(desk, "回到列表", right, y, {.label = "完成导入"}, desk::size::kBigButton);
  const int good = report_->created + report_->changed;
  const std::string words = report_->bad > 0 ? fmt::format("先写入 {} 行", good) : fmt::format("写入 {} 行", good);
  if (desk::button_from_right(desk, words, right, y, {.kind = desk::ButtonKind::Review, .icon = "check", .enabled = good > 0, .label = "写入"}, desk::size::kBigButton)) write(desk);
  if (desk::button_from_right(desk, "放弃导入", right, y, {}, desk::size::kBigButton)) return false;
  const std::string left = fmt::format("会写入 {} 行为草稿，跳过 {} 行，{} 行不写入", good, report_->same + report_->repeated, report_->bad);
  canvas.text({bar.x + 24, bar.y, right - bar.x - 36, bar.h}, left, desk::second(kInk));
  return true;
}

bool ImportPage::draw(desk::Desk& desk, ui::Rect area) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(area, kGround);
  canvas.fill(area.top(kTop), kPaper);
  canvas.line({area.x, area.y + kTop}, {area.right(), area.y + kTop}, kLine, 1);
  const bool back = desk::icon_button(desk, "回到列表", "back", {area.x + 16, area.y + 11, 36, 36});
  desk::page_title(desk, {area.x + 62, area.y, area.w - 86, kTop}, fmt::format("导入{}表格", spec_->zh), path_.empty() ? "" : std::filesystem::path(path_).filename().string());
  if (!desk.dropped.empty()) take(desk, std::exchange(desk.dropped, {}).front());
  draw_choice(desk, {area.x + 24, area.y + kTop + 12, area.w - 48, 80});
  const float foot = area.bottom() - desk::size::kActionBar;
  if (report_) draw_report(desk, {area.x + 24, area.y + kTop + 104, area.w - 48, foot - area.y - kTop - 112});
  const bool stays = draw_foot(desk, {area.x, foot, area.w, desk::size::kActionBar});
  return stays && !back && !(desk.shortcut({ui::Key::Escape}) && !desk.layered());
}

}  // namespace admin
