#include "admin/panels/audit/audit_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/field.h"
#include "admin/desk/table.h"
#include "admin/panels/audit/audit_tone.h"
#include "admin/workspace/cell_words.h"
#include "admin/workspace/open_file.h"
#include "content/durable_file.h"

namespace admin {
namespace {

namespace color = desk::color;
constexpr float kPad = 24, kRow = 44, kFoot = 56;

std::string row_moment(std::int64_t at_ms, std::int64_t now_ms) {
  const std::string day = moment_words(at_ms, now_ms);
  return day.starts_with("今天") ? clock_words(at_ms) : day + " " + clock_words(at_ms);
}

}  // namespace

void AuditPanel::enter(desk::Desk& desk, const desk::Target& target) {
  AuditFilter filter = log_.filter();
  if (!entered_) filter.span = AuditSpan::Week;
  entered_ = true;
  if (!target.view.empty()) search_ = filter.text = target.view;
  read(desk, filter, 0);
  desk.soon([this, &desk] { desk.attempt([this] { log_.check(); }); });
}

void AuditPanel::read(desk::Desk& desk, AuditFilter filter, std::int64_t page) {
  desk.attempt([&] {
    log_.show(filter, page, rows_);
    version_ = desk.office().records().version();
    changes_.clear();
    for (const content::AuditEntry& line : log_.lines()) changes_.push_back(change_line(line, desk.office().records()));
    const bool shown = detail_.line() && std::ranges::any_of(log_.lines(), [&](const auto& line) { return line.number == detail_.line()->number; });
    if (!shown) detail_.clear();
    if (!detail_.line() && !log_.lines().empty()) choose(desk, 0);
  });
}

// New deeds come in at the top while somebody looks at the first page.
void AuditPanel::follow(desk::Desk& desk) {
  if (version_ == desk.office().records().version()) return;
  read(desk, log_.filter(), log_.page());
  desk.attempt([&] {
    if (const auto line = detail_.line()) detail_.show(log_, desk.office().records(), *line);
    log_.check();
  });
}

void AuditPanel::choose(desk::Desk& desk, std::size_t at) {
  desk.attempt([&] { detail_.show(log_, desk.office().records(), log_.lines().at(at)); });
}

void AuditPanel::draw(desk::Desk& desk, ui::Rect area) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(area, color::kPaper);
  const float inspector = area.w < 1300 ? 420 : 504;
  const ui::Rect list = area.left(area.w - inspector);
  const int rows = std::max(5, static_cast<int>((area.h - 66 - 50 - desk::size::kHeadRow - kFoot) / kRow));
  if (rows != rows_) {
    rows_ = rows;
    read(desk, log_.filter(), 0);
  }
  follow(desk);
  draw_list(desk, list);
  detail_.draw(desk, area.after(list.w));
  canvas.line({list.right(), area.y}, {list.right(), area.bottom()}, color::kLine, 1);
}

void AuditPanel::draw_list(desk::Desk& desk, ui::Rect box) {
  const std::string count = log_.checked() ? grouped(log_.checked()->lines) + " 条" : "";
  desk::page_title(desk, {box.x + kPad, box.y, box.w - 200, desk::size::kTitleRow}, "操作日志", count);
  float right = box.right() - kPad;
  if (desk::button_from_right(desk, "导出这一段", right, box.y + 15, {.icon = "archive"})) export_lines(desk);
  draw_filters(desk, {box.x + kPad, box.y + 66, box.w - 2 * kPad, desk::size::kControl});
  const std::array<desk::Column, 6> columns{{{.words = "时间", .width = 118, .sortable = false},
                                             {.words = "谁", .width = 92, .sortable = false},
                                             {.words = "做了什么", .width = 100, .sortable = false},
                                             {.words = "对象", .width = 62, .sortable = false},
                                             {.words = "名称", .sortable = false},
                                             {.words = "变化", .width = box.w < 800 ? 180.0F : 236.0F, .sortable = false}}};
  const ui::Rect head{box.x + kPad, box.y + 116, box.w - 2 * kPad, desk::size::kHeadRow};
  desk.canvas().fill({box.x, head.y, box.w, head.h}, color::kHead);
  desk.canvas().line({box.x, head.y}, {box.right(), head.y}, color::kLine, 1);
  desk.canvas().line({box.x, head.bottom()}, {box.right(), head.bottom()}, color::kLine, 1);
  desk::table_head(desk, head, columns, std::nullopt);
  float y = head.bottom();
  for (std::size_t i = 0; i < log_.lines().size(); ++i, y += kRow) {
    const std::vector<ui::Rect> boxes = desk::column_boxes(columns, {head.x, y, head.w, kRow});
    draw_line(desk, i, {box.x, y, box.w, kRow}, boxes);
  }
  if (log_.lines().empty()) {
    desk::empty_words(desk, {box.x, y, box.w, 300}, "这一段里没有记录", "换个时间、人或做的事，或清空搜索再看。", "search");
  }
  draw_foot(desk, {box.x, box.bottom() - kFoot, box.w, kFoot});
  const auto move = [&](int by) {
    const auto now = std::ranges::find_if(log_.lines(), [&](const auto& line) { return detail_.line() && line.number == detail_.line()->number; });
    const auto at = now == log_.lines().end() ? 0 : (now - log_.lines().begin()) + by;
    if (at >= 0 && at < static_cast<std::ptrdiff_t>(log_.lines().size())) choose(desk, static_cast<std::size_t>(at));
  };
  if (desk.shortcut({ui::Key::Down})) move(1);
  if (desk.shortcut({ui::Key::Up})) move(-1);
}

void AuditPanel::draw_filters(desk::Desk& desk, ui::Rect row) {
  AuditFilter filter = log_.filter();
  float x = row.x;
  const auto drop = [&](float width, std::span<const desk::Option> options, int selected, std::string_view prefix) {
    const auto chosen = desk::drop_down(desk, {x, row.y, width, row.h}, options, selected, {.prefix = prefix});
    x += width + 10;
    return chosen;
  };
  const std::array<desk::Option, 4> spans{{{.words = "今天"}, {.words = "最近 7 天"}, {.words = "最近 30 天"}, {.words = "全部"}}};
  if (const auto chosen = drop(146, spans, static_cast<int>(filter.span), "时间")) filter.span = static_cast<AuditSpan>(*chosen);
  std::vector<desk::Option> people{{.words = "全部"}};
  int selected = 0;
  for (const content::Person& person : desk.office().store().people()) {
    if (person.name == filter.person) selected = static_cast<int>(people.size());
    people.push_back({.words = person.name});
  }
  if (const auto chosen = drop(118, people, selected, "谁")) filter.person = *chosen == 0 ? "" : people[*chosen].words;
  const std::vector<DeedWord> words = deed_words();
  std::vector<desk::Option> deeds{{.words = "全部"}};
  selected = 0;
  for (const DeedWord& word : words) {
    if (word.deed == filter.deed) selected = static_cast<int>(deeds.size());
    deeds.push_back({.words = std::string(word.zh)});
  }
  if (const auto chosen = drop(138, deeds, selected, "做什么")) filter.deed = *chosen == 0 ? "" : std::string(words[*chosen - 1].deed);
  const float width = std::min(220.0F, row.right() - x);
  desk::text_box(desk, {row.right() - width, row.y, width, row.h}, "搜日志", search_, {.hint = "搜内容或编号", .icon = "search", .icon_item = "搜日志里的字"});
  filter.text = search_;
  if (filter != log_.filter()) read(desk, filter, 0);
}

void AuditPanel::draw_line(desk::Desk& desk, std::size_t at, ui::Rect row, std::span<const ui::Rect> columns) {
  const content::AuditEntry& line = log_.lines()[at];
  const bool selected = detail_.line() && detail_.line()->number == line.number;
  const bool failed = line.deed == "sign_in_failed";
  const ui::Touch touch = desk::table_row(desk, fmt::format("日志 {}", line.number), row, {.selected = selected, .problem = failed});
  const DeedWord& word = deed_word(line.deed);
  const ui::TextStyle quiet = desk::words(14, color::kInk3);
  desk::cell(desk, columns[0], row_moment(line.at, desk.office().now_ms()), quiet);
  const std::string who = failed ? "未登录" : line.person.empty() ? "程序" : line.person;
  desk::cell(desk, columns[1], who, failed ? quiet : desk::words(desk::size::kText, color::kInk, ui::Face::SansMedium));
  desk::chip(desk, {columns[2].x, row.centre().y}, word.zh, tone_of(word.tone));
  desk::cell(desk, columns[3], object_words(line), desk::words(14, color::kInk2));
  desk::cell(desk, columns[4], line.title, selected ? desk::bold() : desk::words());
  desk::cell(desk, columns[5], at < changes_.size() ? changes_[at] : std::string(), quiet);
  if (touch.tapped) choose(desk, at);
}

void AuditPanel::draw_foot(desk::Desk& desk, ui::Rect row) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(row, color::kPaper);
  canvas.line({row.x, row.y}, {row.right(), row.y}, color::kLine, 1);
  const auto& check = log_.checked();
  const bool fine = check && !check->fault;
  const std::string words = !check                ? "正在核对日志……"
                            : fine ? fmt::format("日志前后相扣，核对到第 {} 条，没有缺、没有改", grouped(check->lines))
                                   : check->fault->zh;
  const ui::Color ink = !check ? color::kInk3 : fine ? color::kPine : color::kError;
  canvas.icon("lock", {row.x + kPad + 8, row.centre().y}, 17, ink);
  canvas.text({row.x + kPad + 26, row.y, row.w - 300, row.h}, words, desk::words(14.5F, ink));
  const std::int64_t first = log_.page() * rows_ + 1;
  const auto last = first + static_cast<std::int64_t>(log_.lines().size()) - 1;
  float right = row.right() - kPad;
  const float y = row.centre().y - 16;
  const bool next = desk::icon_button(desk, "下一页", "right", {right - 32, y, 32, 32}, log_.has_next());
  const bool back = desk::icon_button(desk, "上一页", "left", {right - 72, y, 32, 32}, log_.page() > 0);
  for (const float x : {right - 32, right - 72}) canvas.outline({x, y, 32, 32}, color::kField, 1, desk::size::kRadius);
  if (last >= first) canvas.text({right - 260, row.y, 176, row.h}, fmt::format("第 {} – {} 条", first, last), desk::right(desk::words(14, color::kInk2)));
  if (next) read(desk, log_.filter(), log_.page() + 1);
  if (back) read(desk, log_.filter(), log_.page() - 1);
}

void AuditPanel::export_lines(desk::Desk& desk) {
  desk.attempt([&] {
    const auto folder = std::filesystem::absolute(desk.office().db()).parent_path() / "操作日志";
    content::make_folders(folder);
    const auto file = folder / fmt::format("操作日志-{}.csv", desk.office().now_ms() / 1000);
    const std::int64_t count = log_.export_to(file);
    open_with_desktop(folder);
    desk.toast(fmt::format("{} 条已导出到 {}", count, file.string()));
  });
}

std::unique_ptr<Panel> make_audit_panel(desk::Desk& desk) { return std::make_unique<AuditPanel>(desk); }

bool may_audit(const Workspace& office) { return office.may(Right::Review) || office.may(Right::Administer); }

}  // namespace admin
