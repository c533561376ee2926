#include "admin/panels/list/import_columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/field.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "content/tables/cell_text.h"
#include "content/utf8.h"

namespace admin {

namespace tables = content::tables;
using content::Field;
using namespace desk::color;

namespace {

constexpr float kRow = 56;
constexpr float kMostField = 260;

// The kind's fields with 不导入 before them; what another column has is marked with its name.
std::vector<desk::Option> field_options(const ImportSession& session, std::size_t column, int& selected) {
  std::vector<desk::Option> options{{.words = "不导入"}};
  selected = 0;
  const Field* mine = nullptr;
  for (const auto& one : session.columns()) {
    if (one.index == column) mine = one.field;
  }
  for (const Field& field : session.spec().fields) {
    if (mine == &field) selected = static_cast<int>(options.size());
    const auto other = std::ranges::find(session.columns(), &field, &ImportSession::FileColumn::field);
    const bool taken = other != session.columns().end() && other->index != column;
    options.push_back({.words = std::string(field.zh), .note = taken ? "现在是“" + other->header + "”" : field.required ? "必填" : ""});
  }
  return options;
}

std::string name_of(const ImportSession::FileColumn& column) {
  if (!column.header.empty()) return column.header;
  return fmt::format("第 {} 列", column.index + 1);
}

void draw_one(desk::Desk& desk, ui::Rect row, ImportSession& session, const ImportSession::FileColumn& column, ColumnsShape shape) {
  ui::Canvas& canvas = desk.canvas();
  const bool narrow = shape == ColumnsShape::Narrow;
  const float field_width = narrow ? std::floor(row.w * 0.44F) : std::min(kMostField, row.w * 0.3F);
  const ui::Rect control{row.right() - 34 - field_width, row.y + (row.h - desk::size::kControl) / 2, field_width, desk::size::kControl};
  const float arrow = control.x - 26;
  const ui::Rect words{row.x + 12, row.y, (narrow ? arrow - 18 : row.x + std::min(240.0F, row.w * 0.24F)) - row.x - 12, row.h};
  const ui::Color ink = column.field == nullptr ? kInk3 : kInk;
  const std::string first = column.samples.empty() ? "—" : column.samples.front();
  if (narrow) {
    canvas.text({words.x, row.y + 6, words.w, 24}, name_of(column), desk::words(desk::size::kText, ink, ui::Face::SansMedium));
    canvas.text({words.x, row.y + 29, words.w, 20}, first, desk::small());
  } else {
    canvas.text(words, name_of(column), desk::words(desk::size::kText, ink, ui::Face::SansMedium));
    std::string samples;
    for (const std::string& sample : column.samples) samples += (samples.empty() ? "" : "　") + sample;
    canvas.text({words.right() + 16, row.y, arrow - words.right() - 44, row.h}, samples.empty() ? "—" : samples, desk::second());
  }
  canvas.icon("next", {arrow, row.centre().y}, 16, column.field == nullptr ? kField : kPine);
  int selected = 0;
  const auto options = field_options(session, column.index, selected);
  const std::string label = "字段 " + name_of(column);
  if (const auto chosen = desk::drop_down(desk, control, options, selected, {.label = label, .enabled = !session.writing()})) {
    session.set_field(column.index, *chosen == 0 ? nullptr : &session.spec().fields[*chosen - 1]);
  }
  if (column.field != nullptr) canvas.icon("check", {row.right() - 15, row.centre().y}, 17, kPine);
  canvas.fill({row.x, row.bottom() - 1, row.w, 1}, kTrack);
}

// The first words of a row, to know it by: 序号、商户名称、类别…
std::string row_words(const tables::GridRow& row) {
  std::string words;
  int count = 0;
  for (const std::string& cell : row.cells) {
    const std::string word = tables::one_line(cell);
    if (word.empty()) continue;
    if (++count > 4) return words + "…";
    words += (words.empty() ? "" : "、") + (content::count_chars(word) > 8 ? content::first_chars(word, 8) + "…" : word);
  }
  return words;
}

std::string names_of(const std::vector<const content::Field*>& fields) {
  std::string names;
  for (const content::Field* field : fields) names += (names.empty() ? "“" : "、“") + std::string(field->zh) + "”";
  return names;
}

// Which sheet, and which row is the header; returns the height.
float draw_reading(desk::Desk& desk, ui::Rect row, ImportSession& session, const std::function<void(std::size_t)>& choose_sheet) {
  const tables::Grid& grid = session.grid();
  float x = row.x;
  if (grid.sheets.size() > 1) {
    std::vector<desk::Option> options;
    for (const tables::SheetName& sheet : grid.sheets) options.push_back({.words = sheet.name, .note = sheet.hidden ? "隐藏" : ""});
    const ui::Rect box{x, row.y, std::min(300.0F, row.w / 3), desk::size::kControl};
    if (const auto chosen = desk::drop_down(desk, box, options, static_cast<int>(grid.sheet), {.prefix = "工作表", .enabled = !session.busy()})) choose_sheet(*chosen);
    x = box.right() + 12;
  }
  std::vector<desk::Option> options;
  std::vector<int> numbers;
  int selected = -1;
  for (std::size_t i = 0; i < std::min(grid.rows.size(), tables::kHeaderSearchRows); ++i) {
    const std::string words = row_words(grid.rows[i]);
    if (words.empty()) continue;
    if (grid.rows[i].number == session.header_row()) selected = static_cast<int>(options.size());
    numbers.push_back(grid.rows[i].number);
    options.push_back({.words = fmt::format("第 {} 行：{}", grid.rows[i].number, words)});
  }
  const ui::Rect box{x, row.y, std::min(460.0F, row.right() - x - 150), desk::size::kControl};
  if (const auto chosen = desk::drop_down(desk, box, options, selected, {.prefix = "表头", .enabled = !session.busy()}, "没有表头")) session.set_header_row(numbers[*chosen]);
  desk.canvas().text(row.top(desk::size::kControl), columns_words(session), desk::right(desk::second(kPine)));
  return desk::size::kControl + 14;
}

// A field that no column has may say the same in every row: 类别 都写成 餐饮; returns the height.
float draw_alike(desk::Desk& desk, ui::Rect row, ImportSession& session) {
  float x = row.x;
  for (const Field* field : session.missing()) {
    if (field->key == session.spec().title_key || x + 360 > row.right()) continue;
    const std::string label = fmt::format("{}都写成", field->zh);
    x += desk.canvas().text({x, row.y, 200, desk::size::kControl}, label, desk::words()) + 10;
    std::string words = session.same_for_all(*field);
    if (desk::text_box(desk, {x, row.y, 180, desk::size::kControl}, label, words, {.hint = "不写就空着"}).edit.changed) session.set_same_for_all(*field, words);
    x += 180 + 24;
  }
  return x > row.x ? desk::size::kControl + 12 : 0;
}

float draw_notices(desk::Desk& desk, ui::Rect row, ImportSession& session) {
  float y = row.y;
  if (!session.failure().empty()) y += desk::notice(desk, {row.x, y, row.w, 0}, session.failure(), desk::Tone::Red) + 10;
  if (const content::KindSpec* better = session.better_kind()) {
    const std::string words = fmt::format("到{}里导入", better->zh);
    const float width = desk::button_width(desk, words);
    const float height = desk::notice(desk, {row.x, y, row.w - width - 12, 0}, fmt::format("看表头，这更像一张{}表。", better->zh), desk::Tone::Amber);
    if (desk::button(desk, words, {row.right() - width, y + (height - desk::size::kButton) / 2, width, desk::size::kButton})) {
      desk.go({.panel = std::string(better->word), .record = {}, .field = session.file().string(), .view = "import"});
    }
    y += height + 10;
  }
  const auto missing = session.missing();
  if (!session.can_try()) {
    y += desk::notice(desk, {row.x, y, row.w, 0}, fmt::format("还没有一列是{}；在下面选好哪一列写的是它，才能往下走。", names_of({session.spec().find_field(session.spec().title_key)})), desk::Tone::Red) + 10;
  } else if (!missing.empty()) {
    y += desk::notice(desk, {row.x, y, row.w, 0}, fmt::format("没有一列是{}：库里还没有的{}会缺这一项，写不进去。", names_of(missing), session.spec().zh), desk::Tone::Amber) + 10;
  }
  if (session.can_try()) y += draw_alike(desk, {row.x, y, row.w, 0}, session);
  return y - row.y;
}

}  // namespace

std::string columns_words(const ImportSession& session) {
  const auto known = std::ranges::count_if(session.columns(), [](const auto& column) { return column.field != nullptr; });
  return fmt::format("{} 列认出 {} 列", session.columns().size(), known);
}

void draw_import_columns(desk::Desk& desk, ui::Rect area, ImportSession& session, desk::ScrollArea& scroll, ColumnsShape shape) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect head = area.top(desk::size::kHeadRow - 4);
  canvas.fill(head, kHead);
  canvas.line({head.x, head.bottom()}, {head.right(), head.bottom()}, kLine, 1);
  const bool narrow = shape == ColumnsShape::Narrow;
  const float field_width = narrow ? std::floor(head.w * 0.44F) : std::min(kMostField, head.w * 0.3F);
  canvas.text(head.after(12), "表格的列", desk::words(14, kInk2));
  if (!narrow) canvas.text(head.after(std::min(240.0F, head.w * 0.24F) + 16), "里面写着（前几行）", desk::words(14, kInk2));
  canvas.text(head.after(head.w - 34 - field_width), "系统字段", desk::words(14, kInk2));
  const ui::Rect inside = scroll.begin(desk, area.below(head.h + 1), narrow ? "列的对应" : "列");
  float y = inside.y;
  const std::vector<ImportSession::FileColumn> columns = session.columns();   // a choice changes them
  const float seen = scroll.offset();
  for (const ImportSession::FileColumn& column : columns) {
    const float top = y - inside.y;
    if (top + kRow > seen && top < seen + inside.h) draw_one(desk, {inside.x, y, inside.w, kRow}, session, column, shape);
    y += kRow;
  }
  scroll.end(desk, y);
}

void draw_import_columns_step(desk::Desk& desk, ui::Rect area, ImportSession& session, desk::ScrollArea& scroll,
                              const std::function<void(std::size_t)>& choose_sheet) {
  const ui::Rect page{area.x, area.y + 8, std::min(1180.0F, area.w), area.h - 16};
  float y = page.y + draw_notices(desk, page, session);
  y += draw_reading(desk, {page.x, y, page.w, desk::size::kControl}, session, choose_sheet);
  draw_import_columns(desk, {page.x, y, page.w, page.bottom() - y}, session, scroll, ColumnsShape::Full);
}

}  // namespace admin
