#include "admin/panels/list/import_page.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <utility>

#include "admin/desk/button.h"
#include "admin/desk/field.h"
#include "admin/desk/file_browser.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "admin/panels/list/import_columns.h"
#include "admin/panels/undo.h"
#include "content/durable_file.h"

namespace admin {

namespace tables = content::tables;
using namespace desk::color;

namespace {

constexpr float kTop = 58, kSteps = 46;
constexpr float kNarrowest = 760;             // of the first step's column
constexpr std::chrono::milliseconds kLookAgain{40};
constexpr double kShowBusyAfter = 0.2;        // seconds
const std::array<std::string, 4> kStepNames{"选文件", "对应列", "试运行", "写入草稿"};

}  // namespace

void ImportPage::open(Workspace& office, const content::KindSpec& spec) {
  session_ = std::make_shared<ImportSession>(office, spec);
  path_.clear();
  left_ = false;
  columns_scroll_.to_top();
  rows_.open();
}

void ImportPage::take(const std::filesystem::path& file) {
  if (session_->writing()) return;
  path_ = file.string();
  columns_scroll_.to_top();
  rows_.open();
  session_->open(file);
}

void ImportPage::choose_file(desk::Desk& desk) {
  desk::FileWish wish;
  wish.title = fmt::format("选要导入的{}表格", session_->spec().zh);
  wish.act = "读这个文件";
  wish.listed = Listed::Tables;
  wish.many = false;
  wish.start = last_folder_;
  wish.seen = [this](const std::filesystem::path& folder) { last_folder_ = folder; };
  wish.chosen = [this](std::vector<std::filesystem::path> files) {
    if (session_ && !files.empty()) take(files.front());
  };
  desk.show(desk::make_file_browser(std::move(wish)));
}

void ImportPage::save_template(desk::Desk& desk) {
  desk.attempt([&] {
    const char* home = std::getenv("HOME");
    std::filesystem::path folder = home != nullptr ? home : "/tmp";
    for (const Place& place : places()) {
      if (place.name == "文档" || place.name == "桌面") folder = place.path;
    }
    const auto file = folder / fmt::format("导入模板-{}.csv", session_->spec().zh);
    const auto where = content::write_new(file, import_template(session_->spec()));
    desk.toast(fmt::format("模板存成了 {}；用 Excel 打开，一行写一条{}。", where.string(), session_->spec().zh));
  });
}

void ImportPage::leave(desk::Desk& desk) {
  unless_lost(desk, "放弃这次导入？", "放弃", [this] { left_ = true; });
}

void ImportPage::unless_lost(desk::Desk& desk, std::string question, std::string act, std::function<void()> then) {
  if (writing()) return desk.toast("正在把表格写入草稿；等它写完，或先按“停下”，再做这一步。");
  if (session_ == nullptr || !session_->would_lose()) return then();
  desk.ask({.title = std::move(question),
            .sentence = fmt::format("在这里改好的 {} 格、挑出来不要的 {} 行会作废；原来的文件和库里的内容都没有动。", session_->corrected(), session_->left_out()),
            .safe = "接着导入",
            .act = std::move(act),
            .danger = true,
            .done = [this, then = std::move(then)](const std::string&) {
              if (!writing()) then();
            }});
}

void ImportPage::offer(desk::Desk& desk, std::filesystem::path file) {
  unless_lost(desk, fmt::format("换成“{}”？", file.filename().string()), "换文件", [this, file] { take(file); });
}

bool ImportPage::draw_title(desk::Desk& desk, ui::Rect row) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(row, kPaper);
  const bool back = desk::icon_button(desk, "回到列表", "back", {row.x + 16, row.y + 11, 36, 36});
  std::string note = session_->file().filename().string();
  if (session_->plan() != nullptr) note += fmt::format(" · {} 行", session_->plan()->rows.size());
  float right = row.right() - desk::size::kPad;
  const float y = row.y + (row.h - desk::size::kButton) / 2;
  if (session_->step() != ImportStep::Written && desk::button_from_right(desk, "放弃导入", right, y, {.enabled = !session_->writing()})) leave(desk);
  if (desk::button_from_right(desk, "下载模板", right, y, {.icon = "archive"})) save_template(desk);
  desk::page_title(desk, {row.x + 62, row.y, right - row.x - 76, row.h}, fmt::format("导入{}表格", session_->spec().zh), note);
  return back;
}

void ImportPage::draw_file(desk::Desk& desk, ui::Rect area) {
  ui::Canvas& canvas = desk.canvas();
  const float width = std::min(kNarrowest, area.w);
  float y = area.y + 8;
  if (!session_->failure().empty()) y += desk::notice(desk, {area.x, y, width, 0}, session_->failure(), desk::Tone::Red) + 14;
  const ui::Rect box{area.x, y, width, 212};
  canvas.fill(box, kPaper, desk::size::kCardRadius);
  canvas.outline(box, kField, 1, desk::size::kCardRadius);
  canvas.icon("upload", {box.centre().x, box.y + 52}, 40, kInk3);
  canvas.text({box.x, box.y + 82, box.w, 28}, "把 Excel 或 CSV 文件拖到这里", desk::centre(desk::bold(16.5F)));
  canvas.text({box.x, box.y + 110, box.w, 24}, "读的时候什么都不会写入", desk::centre(desk::second()));
  if (desk::button(desk, "选文件", {box.centre().x - 70, box.y + 150, 140, desk::size::kBigButton}, {.kind = desk::ButtonKind::Review, .enabled = !session_->busy()})) choose_file(desk);
  y = box.bottom() + 18;
  const desk::TextField field = desk::text_field(desk, {area.x, y, width - 130, 0}, path_, {.frame = {.label = "表格文件"}, .hint = "也可以粘贴它的路径", .lines = ui::EditLines::One});
  const bool read = desk::button(desk, "读这个文件", {area.x + width - 118, field.control.y, 118, 36}, {.enabled = !path_.empty() && !session_->busy()});
  if (read || (field.edit.entered && !path_.empty())) take(path_);
  const std::string help = fmt::format(
      "Excel 和 WPS 的 .xlsx 直接就能读，CSV 也行；每行一条{}。表头上面的大标题、中间的分区行、下面的合计和签字，都会自己认出来略过。", session_->spec().zh);
  canvas.paragraph({area.x, field.control.bottom() + 16, width, 0}, help, desk::second());
}

void ImportPage::draw_done(desk::Desk& desk, ui::Rect area) {
  ui::Canvas& canvas = desk.canvas();
  const int bad = session_->plan()->report.bad;
  std::string sentence = "在列表里选中它们，提交审核；三审通过后发布，屏上才看得到。";
  if (bad > 0) sentence += fmt::format("有问题的 {} 行没有写入。", bad);
  desk::empty_words(desk, area.top(280), fmt::format("{} 条{}已写成草稿", session_->written(), session_->spec().zh), sentence, "check");
  if (bad == 0) return;
  const float width = desk::button_width(desk, "导出问题行", {.icon = "archive"});
  if (desk::button(desk, "导出问题行", {area.centre().x - width / 2, area.y + 290, width, desk::size::kButton}, {.icon = "archive"})) ImportRows::save_bad_rows(desk, *session_);
  canvas.text({area.x, area.y + 336, area.w, 24}, "改好后，把那个文件再导入一次", desk::centre(desk::second()));
}

bool ImportPage::draw_busy(desk::Desk& desk, ui::Rect bar) {
  ui::Canvas& canvas = desk.canvas();
  if (!session_->busy()) {
    busy_since_ = -1;
    return false;
  }
  canvas.request_frame_in(kLookAgain);
  if (busy_since_ < 0) busy_since_ = canvas.seconds();
  // A corrected cell is tried in a moment; the bar would only flicker.
  if (canvas.seconds() - busy_since_ < kShowBusyAfter) return session_->writing();
  const ImportWorker::Progress progress = session_->progress();
  float right = bar.right() - desk::size::kPad;
  if (desk::button_from_right(desk, "停下", right, bar.y + (bar.h - desk::size::kBigButton) / 2, {}, desk::size::kBigButton)) session_->stop();
  const float words = canvas.text({bar.x + 24, bar.y, 260, bar.h}, fmt::format("{}… {:.0f}%", progress.words, progress.share * 100), desk::second(kInk));
  const ui::Rect track{bar.x + 24 + std::max(170.0F, words + 16), bar.centre().y - 3, 0, 6};
  const float width = std::max(0.0F, std::min(420.0F, right - track.x - 16));
  canvas.fill({track.x, track.y, width, 6}, kTrack, 3);
  canvas.fill({track.x, track.y, width * progress.share, 6}, kIndigo, 3);
  return true;
}

// True: the page is left.
bool ImportPage::draw_foot(desk::Desk& desk, ui::Rect bar) {
  ui::Canvas& canvas = desk.canvas();
  if (session_->step() == ImportStep::File && !session_->busy()) return false;
  canvas.fill(bar, kPaper);
  canvas.line({bar.x, bar.y}, {bar.right(), bar.y}, kLine, 1);
  if (draw_busy(desk, bar)) return false;
  float right = bar.right() - desk::size::kPad;
  const float y = bar.y + (bar.h - desk::size::kBigButton) / 2;
  const ui::Rect left{bar.x + 24, bar.y, 0, bar.h};
  if (session_->step() == ImportStep::Written) {
    if (desk::button_from_right(desk, "看列表", right, y, {.kind = desk::ButtonKind::Review, .label = "完成导入"}, desk::size::kBigButton)) return true;
    if (desk::button_from_right(desk, "再导入一张表", right, y, {}, desk::size::kBigButton)) open(desk.office(), session_->spec());
  } else if (session_->step() == ImportStep::Columns) {
    if (desk::button_from_right(desk, "试运行", right, y, {.kind = desk::ButtonKind::Review, .icon = "next", .enabled = session_->can_try()}, desk::size::kBigButton)) {
      session_->try_rows();
      rows_.open();
    } else if (desk::button_from_right(desk, "换一个文件", right, y, {}, desk::size::kBigButton)) {
      unless_lost(desk, "换一个文件？", "换文件", [this, &desk] { open(desk.office(), session_->spec()); });
    }
    canvas.text({left.x, bar.y, right - left.x, bar.h}, "还没有改动任何数据", desk::second());
  } else if (session_->step() == ImportStep::Rows) {
    const tables::ImportPlan* plan = session_->plan();
    const int good = session_->to_write();
    const int bad = plan == nullptr ? 0 : plan->report.bad;
    const std::string words = bad > 0 ? fmt::format("先写入 {} 行", good) : fmt::format("写入 {} 行", good);
    if (desk::button_from_right(desk, words, right, y, {.kind = desk::ButtonKind::Review, .icon = "check", .enabled = good > 0, .label = "写入"}, desk::size::kBigButton)) session_->write();
    if (desk::button_from_right(desk, "上一步", right, y, {}, desk::size::kBigButton)) session_->back_to_columns();
    if (plan == nullptr) return false;
    const ui::Rect room{left.x, bar.y, right - left.x, bar.h};
    const float after = canvas.text(room, fmt::format("会写入 {} 行为草稿，跳过 {} 行，", good, plan->report.same + plan->report.repeated), desk::second(kInk));
    canvas.text(room.after(after), fmt::format("{} 行不写入", bad), bad > 0 ? desk::bold(desk::size::kSecond, kRedDark) : desk::second(kInk));
  }
  return false;
}

void ImportPage::finish(desk::Desk& desk) {
  const ImportStep before = session_->step();
  desk.attempt([&] { session_->follow(); });
  if (session_->step() == before || session_->step() != ImportStep::Written) return;
  desk.toast(fmt::format("已写入 {} 条草稿。", session_->written()), [&desk, session = std::weak_ptr<ImportSession>(session_)] {
    undo_last(desk, [session] {
      if (const auto page = session.lock()) page->take_back();
    });
  });
}

// What kept the rows from being tried or written, with a way to try again; returns the height.
float ImportPage::draw_failure(desk::Desk& desk, ui::Rect row) {
  const float width = desk::button_width(desk, "重新试运行");
  const float height = desk::notice(desk, {row.x, row.y, row.w - width - 12, 0}, session_->failure(), desk::Tone::Red);
  const ui::Rect box{row.right() - width, row.y + (height - desk::size::kButton) / 2, width, desk::size::kButton};
  if (desk::button(desk, "重新试运行", box, {.enabled = !session_->busy() && session_->can_try()})) session_->try_rows();
  return height;
}

void ImportPage::draw_step(desk::Desk& desk, ui::Rect area) {
  switch (session_->step()) {
    case ImportStep::File: return draw_file(desk, area);
    case ImportStep::Columns:
      return draw_import_columns_step(desk, area, *session_, columns_scroll_, [&](std::size_t sheet) {
        unless_lost(desk, fmt::format("换成工作表“{}”？", session_->grid().sheets.at(sheet).name), "换工作表", [this, sheet] { session_->choose_sheet(sheet); });
      });
    case ImportStep::Rows: {
      float y = area.y + 8;
      if (!session_->failure().empty()) y += draw_failure(desk, {area.x, y, area.w, 0}) + 10;
      return rows_.draw(desk, {area.x, y, area.w, area.bottom() - y}, *session_);
    }
    case ImportStep::Written: return draw_done(desk, area);
  }
}

bool ImportPage::draw(desk::Desk& desk, ui::Rect area) {
  ui::Canvas& canvas = desk.canvas();
  finish(desk);
  canvas.fill(area, kPaper);
  const bool back = draw_title(desk, area.top(kTop));
  if (!desk.dropped.empty() && is_table(desk.dropped.front())) offer(desk, std::exchange(desk.dropped, {}).front());
  const bool written = session_->step() == ImportStep::Written;
  desk::stepper(desk, {area.x + 24, area.y + kTop, std::min(820.0F, area.w - 48), kSteps}, kStepNames, written ? 4 : static_cast<int>(session_->step()), 24);
  const float foot = area.bottom() - desk::size::kActionBar;
  draw_step(desk, {area.x + 24, area.y + kTop + kSteps + 6, area.w - 48, foot - area.y - kTop - kSteps - 6});
  const bool done = draw_foot(desk, {area.x, foot, area.w, desk::size::kActionBar});
  if (back || (desk.shortcut({ui::Key::Escape}) && !desk.layered() && !session_->writing())) leave(desk);
  return !done && !left_ && !session_->taken_back();
}

}  // namespace admin
