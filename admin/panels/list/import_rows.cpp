#include "admin/panels/list/import_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "admin/panels/list/import_columns.h"
#include "admin/workspace/change_words.h"
#include "admin/workspace/records.h"
#include "content/tables/cell_text.h"

namespace admin {

namespace tables = content::tables;
using content::Field;
using tables::PlannedRow;
using tables::RowFate;
using namespace desk::color;

namespace {

constexpr float kColumns = 352;        // the columns at the left; less in a narrow window
constexpr float kNumber = 56, kFate = 84, kTitle = 152, kCell = 110, kWhy = 230;
constexpr float kLow = 44, kHigh = 56; // rows of one line and of two
constexpr float kAside = 30;
constexpr float kCount = 74;

std::string_view fate_words(RowFate fate) {
  switch (fate) {
    case RowFate::New: return "新增";
    case RowFate::Changed: return "有变化";
    case RowFate::Same: return "相同";
    case RowFate::Repeated: return "重复";
    case RowFate::Bad: return "有问题";
  }
  return {};
}

desk::Tone fate_tone(RowFate fate) {
  switch (fate) {
    case RowFate::New: return desk::Tone::Pine;
    case RowFate::Changed: return desk::Tone::Amber;
    case RowFate::Bad: return desk::Tone::Red;
    case RowFate::Same:
    case RowFate::Repeated: break;
  }
  return desk::Tone::Grey;
}

}  // namespace

void ImportRows::open() {
  rows_scroll_.to_top();
  columns_scroll_.to_top();
  version_ = 0;
}

float ImportRows::draw_counts(desk::Desk& desk, ui::Rect row, ImportSession& session) {
  ui::Canvas& canvas = desk.canvas();
  const tables::ImportReport& report = session.plan()->report;
  struct Count {
    std::string_view words, note;
    int rows;
    ui::Color ink;
    RowSieve sieve;
  };
  const std::array<Count, 4> counts{{{"新增", "建成草稿", report.created, kPine, RowSieve::New},
                                     {"有变化", "旧值留底", report.changed, kAmber, RowSieve::Changed},
                                     {"相同", "跳过", report.same + report.repeated, kInk2, RowSieve::Same},
                                     {"有问题", "不写入", report.bad, kRedDark, RowSieve::Bad}}};
  const float width = (row.w - 3 * 12) / 4;
  float x = row.x;
  for (const Count& count : counts) {
    const ui::Rect box{x, row.y, width, kCount};
    x += width + 12;
    const bool on = session.sieve() == count.sieve;
    const ui::Touch touch = canvas.touch(fmt::format("只看{}", count.words), box);
    canvas.fill(box, on ? kSelected : desk.hovers(box) ? kHover : kPaper, desk::size::kCardRadius);
    const bool alarm = count.sieve == RowSieve::Bad && count.rows > 0;
    canvas.outline(box, alarm ? kRedDark : on || touch.focused ? kInk2 : kLine, on || alarm ? 2 : 1, desk::size::kCardRadius);
    canvas.text({box.x + 16, box.y + 8, box.w - 32, 22}, count.words, desk::words(14));
    canvas.text({box.x + 16, box.y + 8, box.w - 32, 22}, count.note, desk::right(desk::small()));
    const std::string number = std::to_string(count.rows);
    const float after = canvas.text({box.x + 16, box.y + 32, box.w - 32, 34}, number, desk::bold(24, count.ink));
    canvas.text({box.x + 22 + after, box.y + 36, 40, 30}, "行", desk::small());
    if (touch.tapped) {
      session.set_sieve(on ? RowSieve::All : count.sieve);
      rows_scroll_.to_top();
    }
  }
  return kCount;
}

void ImportRows::save_bad_rows(desk::Desk& desk, const ImportSession& session) {
  desk.attempt([&] {
    const char* home = std::getenv("HOME");
    const auto where = session.save_bad_rows(home != nullptr ? home : "/tmp");
    desk.toast(fmt::format("问题行存成了 {}；改好后把它再导入一次。", where.string()));
  });
}

void ImportRows::draw_tools(desk::Desk& desk, ui::Rect row, ImportSession& session) {
  ui::Canvas& canvas = desk.canvas();
  float right = row.right();
  const float y = row.y + (row.h - desk::size::kButton) / 2;
  if (session.plan()->report.bad > 0 && desk::button_from_right(desk, "导出问题行", right, y, {.icon = "archive"})) save_bad_rows(desk, session);
  const std::string_view words = "问题行排在最前";
  const float width = canvas.measure(words, desk::second(kInk)) + 44;
  const ui::Rect box{right - width, row.y, width, row.h};
  canvas.text(box.after(44), words, desk::second(kInk));
  if (desk::switch_box(desk, words, box, session.bad_first())) session.set_bad_first(!session.bad_first());
  right = box.x - 16;
  if (session.left_out() > 0 && desk::button_from_right(desk, fmt::format("拿回不要的 {} 行", session.left_out()), right, y, {.kind = desk::ButtonKind::Quiet, .enabled = !session.writing(), .label = "拿回不要的行"})) {
    session.take_all_back();
  }
  std::string left = "只是试运行，还没有改动任何数据";
  if (session.corrected() > 0) left = fmt::format("改了 {} 格；{}", session.corrected(), left);
  canvas.text({row.x, row.y, right - row.x, row.h}, left, desk::second());
}

// Columns with faults first, then by their place in the file, as many as there is room for.
void ImportRows::choose_columns(const ImportSession& session, float width) {
  shown_.clear();
  std::map<std::size_t, int> faults;
  for (const tables::RowFault& fault : session.plan()->report.faults) {
    if (fault.place) ++faults[*fault.place];
  }
  Shown title;
  for (const tables::Column& column : session.plan()->sheet.columns) {
    if (column.field->key == session.spec().title_key) {
      title = {column.index, column.field};
    } else {
      shown_.push_back({column.index, column.field});
    }
  }
  const auto room = static_cast<std::size_t>(std::max(0.0F, (width - kNumber - kFate - kTitle - kWhy) / kCell));
  std::ranges::stable_sort(shown_, [&](const Shown& a, const Shown& b) { return faults[a.index] > faults[b.index]; });
  if (shown_.size() > room) shown_.resize(room);
  std::ranges::sort(shown_, {}, &Shown::index);
  shown_.insert(shown_.begin(), title);
  table_ = {{.words = "行", .width = kNumber, .sortable = false}, {.words = "结果", .width = kFate, .sortable = false}};
  for (const Shown& shown : shown_) table_.push_back({.words = std::string(shown.field->zh), .width = &shown == shown_.data() ? kTitle : kCell, .sortable = false});
  table_.push_back({.words = "说明", .width = 0, .sortable = false});
}

void ImportRows::lay_out(const ImportSession& session, float width) {
  if (version_ == session.version() && width_ == width) return;
  version_ = session.version();
  width_ = width;
  choose_columns(session, width);
  tops_.assign(1, 0);
  for (std::size_t i = 0; i < session.shown_rows(); ++i) {
    const PlannedRow& row = session.shown(i);
    const bool two = row.fate == RowFate::Bad || (row.fate != RowFate::Repeated && !session.plan()->notes_of(row.row).empty());
    tops_.push_back(tops_.back() + (two ? kHigh : kLow));
  }
}

void ImportRows::draw_cell(desk::Desk& desk, ui::Rect box, ImportSession& session, std::size_t place, const Shown& shown) {
  const PlannedRow& row = session.shown(place);
  const std::string words = tables::one_line(session.shown_cells(place).cell(shown.index));
  const auto faults = session.plan()->faults_of(row.row);
  const auto fault = std::ranges::find(faults, std::optional(shown.index), &tables::RowFault::place);
  const bool bad = fault != faults.end();
  const bool changed = std::ranges::find(row.changed, shown.field) != row.changed.end();
  const bool title = shown.field->key == session.spec().title_key;
  desk::cell(desk, box, words.empty() ? bad ? "（空）" : "—" : words,
             bad ? desk::bold(14.5F, kRedDark) : changed ? desk::bold(14.5F, kPine)
                 : title ? desk::words(14.5F, kInk, ui::Face::SansMedium) : desk::words(14.5F, words.empty() ? kInk3 : kInk));
  const ui::Touch touch = desk.canvas().touch(fmt::format("第 {} 行 {}", row.row, shown.field->zh), box);
  if (touch.focused || desk.hovers(box)) desk.canvas().outline(box.inset(-4, 6).left(box.w - 4), touch.focused ? kRed : kField, 1, 4);
  if (touch.tapped && !session.writing()) {
    cell_.open(desk, session, row.row, shown.index, std::string(session.shown_cells(place).cell(shown.index)),
               bad ? fault->reason.zh + "；" + fault->advice.zh : "");
  }
  if (cell_.is_open_at(row.row, shown.index)) cell_.draw(desk, box, session);
}

// The way to a bad cell whose column has no room in the table.
void ImportRows::offer_repair(desk::Desk& desk, ui::Rect box, ImportSession& session, std::size_t place) {
  const PlannedRow& row = session.shown(place);
  const tables::RowFault& fault = session.plan()->faults_of(row.row).front();
  if (!fault.place || session.writing()) return;
  if (desk.canvas().touch(fmt::format("第 {} 行 说明", row.row), box).tapped) {
    cell_.open(desk, session, row.row, *fault.place, std::string(session.shown_cells(place).cell(*fault.place)), fault.reason.zh + "；" + fault.advice.zh);
  }
  const bool in_table = std::ranges::find(shown_, *fault.place, &Shown::index) != shown_.end();
  if (!in_table && cell_.is_open_at(row.row, *fault.place)) cell_.draw(desk, box, session);
}

void ImportRows::draw_why(desk::Desk& desk, ui::Rect box, ImportSession& session, std::size_t place) {
  ui::Canvas& canvas = desk.canvas();
  const PlannedRow& row = session.shown(place);
  const ui::Rect upper{box.x, box.y + 5, box.w, 23}, lower{box.x, box.y + 28, box.w, 22};
  if (row.fate == RowFate::Bad) {
    const auto faults = session.plan()->faults_of(row.row);
    if (faults.empty()) return;
    const std::string more = faults.size() > 1 ? fmt::format("（共 {} 处）", faults.size()) : "";
    canvas.text(upper, faults.front().column + "：" + faults.front().reason.zh + more, desk::second(kRedDark));
    canvas.text(lower, faults.front().advice.zh, desk::second(kIndigo));
    offer_repair(desk, box, session, place);
    return;
  }
  std::string words = "和库里一样，跳过";
  if (row.fate == RowFate::New) words = fmt::format("新{}，会建成草稿", session.spec().zh);
  if (row.fate == RowFate::Repeated) words = fmt::format("和第 {} 行一样，只取一次", row.first_row);
  if (row.fate == RowFate::Changed) {
    const Records& records = desk.office().records();
    const content::Record* now = row.id ? records.find(*row.id) : nullptr;
    words = now == nullptr ? "" : change_words(session.spec(), now->body, row.body, [&](const std::string& id) { return records.title(content::RecordId{id}); });
  }
  const auto notes = row.fate == RowFate::Repeated ? std::span<const tables::SheetNote>{} : session.plan()->notes_of(row.row);
  canvas.text(notes.empty() ? box : upper, words, desk::second(kInk2));
  if (!notes.empty()) canvas.text(lower, notes.front().text.zh, desk::second(kAmber));
}

void ImportRows::draw_row(desk::Desk& desk, ui::Rect row, ImportSession& session, std::size_t place) {
  ui::Canvas& canvas = desk.canvas();
  const PlannedRow& planned = session.shown(place);
  canvas.fill(row, planned.fate == RowFate::Bad ? kProblemRow : kPaper);
  canvas.fill({row.x, row.bottom() - 1, row.w, 1}, kTrack);
  const auto boxes = desk::column_boxes(table_, row.after(12).left(row.w - 20));
  canvas.text(boxes[0], std::to_string(planned.row), desk::second());
  desk::chip(desk, {boxes[1].x, row.centre().y}, fate_words(planned.fate), fate_tone(planned.fate));
  for (std::size_t i = 0; i < shown_.size(); ++i) draw_cell(desk, boxes[i + 2], session, place, shown_[i]);
  draw_why(desk, boxes.back(), session, place);
}

void ImportRows::draw_asides(desk::Desk& desk, ui::Rect area, float y, const ImportSession& session) {
  ui::Canvas& canvas = desk.canvas();
  for (const tables::SheetNote& note : session.asides()) {
    const float top = y - area.y - rows_scroll_.offset();
    if (top + kAside > 0 && top < area.h) {
      canvas.text({area.x + 12, y, kNumber, kAside}, note.row == 0 ? "全表" : std::to_string(note.row), desk::second());
      canvas.text({area.x + 12 + kNumber, y, area.w - kNumber - 24, kAside}, note.text.zh, desk::second());
    }
    y += kAside;
  }
  rows_scroll_.end(desk, y);
}

void ImportRows::draw_rows(desk::Desk& desk, ui::Rect area, ImportSession& session) {
  desk::table_head(desk, area.top(desk::size::kHeadRow), {}, std::nullopt);
  const ui::Rect head = area.top(desk::size::kHeadRow);
  desk::table_head(desk, head.after(12).left(head.w - 20), table_, std::nullopt);
  const ui::Rect view = area.below(desk::size::kHeadRow + 1);
  if (session.shown_rows() == 0 && session.sieve() != RowSieve::All) {
    return desk::empty_words(desk, view, "没有这样的行", "再点一下上面的数字，就看全部。");
  }
  const ui::Rect inside = rows_scroll_.begin(desk, view, "各行");
  const float from = rows_scroll_.offset();
  const auto first = std::ranges::upper_bound(tops_, from);
  for (auto place = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, first - tops_.begin() - 1)); place < session.shown_rows(); ++place) {
    if (tops_[place] > from + inside.h) break;
    draw_row(desk, {inside.x, inside.y + tops_[place], inside.w, tops_[place + 1] - tops_[place]}, session, place);
  }
  draw_asides(desk, inside, inside.y + tops_.back(), session);
}

void ImportRows::draw(desk::Desk& desk, ui::Rect area, ImportSession& session) {
  ui::Canvas& canvas = desk.canvas();
  const float left = std::min(kColumns, area.w * 0.29F);
  const ui::Rect columns{area.x, area.y, left, area.h};
  canvas.text(columns.top(30), "列的对应", desk::bold());
  canvas.text(columns.top(30), columns_words(session), desk::right(desk::second(kPine)));
  draw_import_columns(desk, columns.below(34), session, columns_scroll_, ColumnsShape::Narrow);
  canvas.line({columns.right() + 20, area.y}, {columns.right() + 20, area.bottom()}, kLine, 1);
  const ui::Rect right = area.after(left + 44);
  if (session.plan() == nullptr) return;   // the first trial is under way, or failed
  lay_out(session, right.w);
  const float below = draw_counts(desk, right, session);
  draw_tools(desk, right.below(below).top(52), session);
  lay_out(session, right.w);   // a tap on a count shows other rows
  draw_rows(desk, right.below(below + 52), session);
}

}  // namespace admin
