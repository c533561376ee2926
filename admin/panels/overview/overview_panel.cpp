#include "admin/panels/overview/overview_panel.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/marks.h"
#include "admin/desk/table.h"
#include "admin/workspace/records.h"
#include "content/days.h"
#include "content/error.h"
#include "kiosk/ui/text_edit.h"

namespace admin {
namespace {

namespace color = desk::color;
namespace size = desk::size;
constexpr float kSide = 28;
constexpr float kHead = 82;
constexpr float kRow = 44;
constexpr float kLow = 150;   // the cards at the foot

constexpr content::Kind kNewKinds[] = {content::Kind::Merchant, content::Kind::Article, content::Kind::Figure, content::Kind::Product,
                                       content::Kind::Poster,   content::Kind::Street,  content::Kind::Theme,  content::Kind::Series};

std::string panel_of(content::Kind kind) { return std::string(content::kind_spec(kind).word); }

// How many rows of a card's list there is room for.
std::size_t room(ui::Rect inside, std::size_t rows) {
  return std::min(rows, static_cast<std::size_t>(std::max(0.0F, (inside.h - 6) / kRow)));
}

// Words at the right of a card's head that lead somewhere.
bool head_link(desk::Desk& desk, ui::Rect card, std::string_view words, std::string_view label) {
  float right = card.right() - 14;   // its words end where the rows' do
  return desk::button_from_right(desk, words, right, card.y + 6, {.kind = desk::ButtonKind::Quiet, .label = label});
}

void calm(desk::Desk& desk, ui::Rect inside, std::string_view words) {
  desk.canvas().icon("check", {inside.x + 27, inside.y + 30}, 18, color::kPine);
  desk.canvas().text({inside.x + 46, inside.y + 18, inside.w - 64, 24}, words, desk::words(size::kText, color::kPine));
}

std::string days_words(int days) {
  if (days < 0) return fmt::format("已过 {} 天", -days);
  return days == 0 ? "今天" : fmt::format("{} 天", days);
}

desk::Tone tone_of(int days) { return days < 0 ? desk::Tone::Red : days <= 30 ? desk::Tone::Amber : desk::Tone::Grey; }

// A row that can be clicked, with its hover and hairline.
bool link_row(desk::Desk& desk, std::string_view label, ui::Rect row, bool last) {
  if (desk.hovers(row)) desk.canvas().fill(row.inset(1, 0), color::kHover);
  if (!last) desk.canvas().line({row.x, row.bottom()}, {row.right(), row.bottom()}, color::kLine, 1);
  const ui::Touch touch = desk.canvas().touch(label, row);
  if (touch.focused) desk.canvas().outline(row.inset(2, 2), color::kRed, 2, size::kRadius);
  return touch.tapped;
}

}  // namespace

std::unique_ptr<Panel> make_overview_panel(desk::Desk&) { return std::make_unique<OverviewPanel>(); }

void OverviewPanel::enter(desk::Desk& desk, const desk::Target&) {
  overview_.reset();
  machine_.look(desk.office());
  if (machine_.check_words() == "还没有检查") machine_.check_database(desk.office());
}

void OverviewPanel::read(desk::Desk& desk) {
  Workspace& office = desk.office();
  const auto day = static_cast<std::int64_t>(std::chrono::local_days(city_day(office.now_ms())).time_since_epoch().count());
  if (overview_ && version_ == office.records().version() && day_ == day) return;
  overview_ = make_overview(office);
  version_ = office.records().version();
  day_ = day;
}

void OverviewPanel::draw(desk::Desk& desk, ui::Rect area) {
  read(desk);
  machine_.poll();
  if (machine_.checking()) desk.canvas().request_frame_in(std::chrono::milliseconds(100));
  desk.canvas().fill(area, color::kGround);
  const ui::Rect page = area.inset(kSide, 0);
  draw_head(desk, page.top(kHead));
  // On a large screen cards end soon after their last row instead of standing empty.
  const std::size_t rows = std::max({overview_->todos.size(), overview_->coverage.size() + 1, overview_->endings.size(), overview_->visits.size(), std::size_t{5}});
  const float tall = std::min(std::max(2 * 140.0F, area.h - kHead - kLow - 2 * size::kGap - kSide) / 2, 56 + static_cast<float>(rows) * kRow);
  const float left = std::round((page.w - size::kGap) * 0.571F);
  const float right_x = page.x + left + size::kGap;
  const float right = page.right() - right_x;
  float y = page.y + kHead;
  draw_todos(desk, {page.x, y, left, tall});
  draw_coverage(desk, {right_x, y, right, tall});
  y += tall + size::kGap;
  const float half = std::round((left - size::kGap) / 2);
  draw_endings(desk, {page.x, y, half, tall});
  draw_visits(desk, {page.x + half + size::kGap, y, left - half - size::kGap, tall});
  draw_machine(desk, {right_x, y, right, tall});
  y += tall + size::kGap;
  draw_release(desk, {page.x, y, left, kLow});
  draw_keys(desk, {right_x, y, right, kLow});
}

void OverviewPanel::draw_head(desk::Desk& desk, ui::Rect row) {
  ui::Canvas& canvas = desk.canvas();
  float right = row.right();
  const int round = desk.office().review_round();
  if (round > 0 && overview_->waiting > 0) {
    const bool key = desk.shortcut({ui::Key::R});
    if (desk::button_from_right(desk, "从第一件开始审", right, row.y + 20, {.kind = desk::ButtonKind::Review, .icon = "check", .key = "R"}) || key) {
      desk.go({.panel = "review", .record = overview_->todos.front().id});
    }
    right -= 10;
  }
  draw_new(desk, right, row.y + 20);
  const float room_left = right - row.x - 16;
  canvas.text({row.x, row.y + 14, room_left, 32}, overview_->greeting, desk::bold(size::kPageTitle));
  canvas.text({row.x, row.y + 44, room_left, 24}, overview_->today, desk::second());
}

void OverviewPanel::draw_new(desk::Desk& desk, float& right, float y) {
  const std::string id = "新建";
  const float width = desk::button_width(desk, id, {.icon = "plus"});
  const ui::Rect box{right - width, y, width, size::kButton};
  if (desk::button(desk, id, box, {.icon = "plus"}) || desk.shortcut({ui::Key::N})) desk.open_popup(id);
  right -= width + 10;
  desk.popup(id, box, {150, 8 + 36 * static_cast<float>(std::size(kNewKinds))}, [&desk](ui::Rect place) {
    ui::Rect row = place.inset(4).top(36);
    for (const content::Kind kind : kNewKinds) {
      const std::string_view name = content::kind_spec(kind).zh;
      if (desk.hovers(row)) desk.canvas().fill(row, color::kWell, 4);
      desk.canvas().text(row.inset(14, 0), name, desk::words());
      if (desk.canvas().touch("新建 " + std::string(name), row).tapped) {
        desk.close_popup();
        desk.go({.panel = panel_of(kind), .view = "new"});
      }
      row = row.moved(0, 36);
    }
  });
}

// --- what waits -------------------------------------------------------------------------------------------------
void OverviewPanel::draw_todos(desk::Desk& desk, ui::Rect box) {
  const std::vector<Todo>& todos = overview_->todos;
  const bool reviewer = desk.office().review_round() > 0;
  const std::string note = todos.empty() ? "" : fmt::format("{} 件，点一件就开始{}", todos.size(), reviewer ? "审" : "改");
  const ui::Rect inside = desk::card(desk, box, "我的待办", note);
  if (reviewer && head_link(desk, box, "全部审核", "全部审核")) desk.go({.panel = "review"});
  if (todos.empty() && draw_first_step(desk, inside)) return;
  if (todos.empty()) {
    calm(desk, inside, reviewer ? "都审完了" : "都办完了");
    return;
  }
  const std::size_t shown = room(inside, todos.size());
  for (std::size_t i = 0; i < shown; ++i) {
    draw_todo(desk, {inside.x, inside.y + 2 + static_cast<float>(i) * kRow, inside.w, kRow}, todos[i], i + 1 == shown);
  }
}

// Nothing can be published before somebody writes and three people judge: that is the administrator's to arrange.
bool OverviewPanel::draw_first_step(desk::Desk& desk, ui::Rect inside) {
  if (desk.office().person().role != content::Role::Administrator || overview_->missing_roles.empty()) return false;
  desk.canvas().icon("info", {inside.x + 27, inside.y + 30}, 18, color::kAmberLine);
  const ui::Rect words{inside.x + 46, inside.y + 18, inside.w - 64, 48};
  const float used = desk.canvas().paragraph(words, "先把人登记齐：一份内容由编辑写、三位不同的人各审一次，才能发布。", desk::words(size::kText, color::kAmber));
  const desk::ButtonLook look{.icon = "users"};
  if (desk::button(desk, "去登记人员", {words.x, words.y + used + 12, desk::button_width(desk, "去登记人员", look), size::kButton}, look)) desk.go({.panel = "people"});
  return true;
}

void OverviewPanel::draw_todo(desk::Desk& desk, ui::Rect row, const Todo& todo, bool last) {
  ui::Canvas& canvas = desk.canvas();
  const bool tapped = link_row(desk, "待办 " + todo.title, row, last);
  desk::state_chip(desk, {row.x + 18, row.centre().y}, todo.state);
  canvas.text({row.x + 126, row.y, 46, row.h}, todo.kind_words, desk::words(size::kText, color::kInk3));
  const float end = row.right() - 44;
  const float when = canvas.measure(todo.when, desk::second());
  canvas.text({end - when, row.y, when + 2, row.h}, todo.when, desk::second());
  canvas.icon("right", {row.right() - 26, row.centre().y}, 16, color::kInk2);
  const float words = end - when - 16 - (row.x + 176);
  const float title = canvas.text({row.x + 176, row.y, words, row.h}, todo.title, desk::words(size::kText, color::kInk, ui::Face::SansMedium));
  if (words - title > 60) canvas.text({row.x + 176 + title + 14, row.y, words - title - 14, row.h}, todo.note, desk::words(14, color::kInk3));
  if (!tapped) return;
  const bool judge = content::round_of(todo.state) > 0 && !todo.draft_left;
  desk.go(judge ? desk::Target{.panel = "review", .record = todo.id} : desk::Target{.panel = panel_of(todo.kind), .record = todo.id, .view = "form"});
}

void OverviewPanel::draw_coverage(desk::Desk& desk, ui::Rect box) {
  ui::Canvas& canvas = desk.canvas();
  const content::Day today = city_day(desk.office().now_ms());
  const std::string day = fmt::format("{} 月 {} 日", static_cast<unsigned>(today.month()), static_cast<unsigned>(today.day()));
  const ui::Rect inside = desk::card(desk, box, "街区签约率", day);
  if (head_link(desk, box, "看街区", "看街区")) desk.go({.panel = "street"});
  if (overview_->coverage.empty()) {
    canvas.paragraph(inside.inset(18, 19), "还没有街区。建好街区、给商户选上街区，这里就会算出签约率。", desk::words(size::kText, color::kInk3));
    return;
  }
  const std::size_t shown = room({inside.x, inside.y, inside.w, inside.h - 34}, overview_->coverage.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const Coverage& line = overview_->coverage[i];
    const ui::Rect row{inside.x + 18, inside.y + 8 + static_cast<float>(i) * kRow, inside.w - 36, kRow};
    canvas.text({row.x, row.y, 72, row.h}, line.name, desk::words());
    const float track = std::max(60.0F, row.w - 72 - 250);
    desk::target_bar(desk, {row.x + 72, row.centre().y - 7, track, 14}, static_cast<float>(line.share()), static_cast<float>(line.target_percent) / 100);
    const float x = row.x + 72 + track + 16;
    const bool reached = line.missing == 0;
    const int percent = static_cast<int>(line.share() * 100);
    canvas.text({x, row.y, 46, row.h}, fmt::format("{}%", percent), desk::right(desk::bold(size::kText, reached ? color::kPine : color::kInk)));
    canvas.text({x + 58, row.y, 80, row.h}, fmt::format("{} / {}", line.signed_shops, line.shops), desk::second());
    canvas.text({x + 138, row.y, 96, row.h}, reached ? "已达标" : fmt::format("还差 {} 家", line.missing), desk::words(14.5F, reached ? color::kPine : color::kAmber));
  }
  const ui::Rect foot{inside.x + 18, inside.bottom() - 38, inside.w - 36, 28};
  canvas.fill({foot.x, foot.y + 5, 3, 18}, color::kRed);
  const int percent = overview_->shops > 0 ? overview_->signed_shops * 100 / overview_->shops : 0;
  canvas.text(foot.after(12), fmt::format("目标 {}%    全市 {} / {} 家，{}%", overview_->target_percent, overview_->signed_shops, overview_->shops, percent), desk::words(14, color::kInk2));
}

void OverviewPanel::draw_endings(desk::Desk& desk, ui::Rect box) {
  const auto& endings = overview_->endings;
  const ui::Rect inside = desk::card(desk, box, "即将到期", fmt::format("{} 天内 {} 项", kEndingAheadDays, endings.size()));
  if (!endings.empty() && head_link(desk, box, "去续期", "去续期")) desk.go({.panel = panel_of(endings.front().kind), .record = endings.front().id, .view = "form"});
  if (endings.empty()) return calm(desk, inside, "三个月内没有到期的");
  const std::size_t shown = room(inside, endings.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const Ending& ending = endings[i];
    const ui::Rect row{inside.x, inside.y + 2 + static_cast<float>(i) * kRow, inside.w, kRow};
    const bool tapped = link_row(desk, "到期 " + ending.title, row, i + 1 == shown);
    const std::string days = days_words(ending.days);
    const float chip = desk::chip_width(desk, days);
    desk::chip(desk, {row.right() - 18 - chip, row.centre().y}, days, tone_of(ending.days));
    const float day = desk.canvas().measure(ending.day, desk::second()) + 1;
    const ui::Rect when{row.right() - 18 - chip - 10 - day, row.y, day, row.h};
    desk.canvas().text(when, ending.day, desk::second());
    desk.canvas().text({row.x + 18, row.y, when.x - row.x - 18 - 12, row.h}, ending.title, desk::words());
    if (tapped) desk.go({.panel = panel_of(ending.kind), .record = ending.id, .view = "form"});
  }
}

void OverviewPanel::draw_visits(desk::Desk& desk, ui::Rect box) {
  const auto& visits = overview_->visits;
  const ui::Rect inside = desk::card(desk, box, "走访核验", fmt::format("本周 {} 家", overview_->visits_this_week));
  if (head_link(desk, box, "看商户", "看商户")) desk.go({.panel = "merchant"});
  if (visits.empty()) return calm(desk, inside, "三个月内没有要走访的");
  const std::size_t shown = room(inside, visits.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const VisitDue& visit = visits[i];
    const ui::Rect row{inside.x, inside.y + 2 + static_cast<float>(i) * kRow, inside.w, kRow};
    const bool tapped = link_row(desk, "走访 " + visit.title, row, i + 1 == shown);
    const std::string days = visit.days < 0 ? fmt::format("逾期 {} 天", -visit.days) : visit.days == 1 ? "明天" : days_words(visit.days);
    const float chip = desk::chip_width(desk, days);
    desk::chip(desk, {row.right() - 18 - chip, row.centre().y}, days, visit.days < 0 ? desk::Tone::Red : visit.days <= 7 ? desk::Tone::Amber : desk::Tone::Grey);
    const float words = row.w - 36 - chip - 12;
    const float title = desk.canvas().text({row.x + 18, row.y, words, row.h}, visit.title, desk::words());
    if (words - title > 60) desk.canvas().text({row.x + 18 + title + 12, row.y, words - title - 12, row.h}, visit.street, desk::second());
    if (tapped) desk.go({.panel = "merchant", .record = visit.id, .field = "pledge.verified_on", .view = "form"});
  }
}

}  // namespace admin
