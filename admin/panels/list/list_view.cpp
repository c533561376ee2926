#include "admin/panels/list/list_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "admin/panels/list/bulk_bar.h"
#include "admin/panels/undo.h"
#include "admin/workspace/cell_words.h"
#include "admin/workspace/drafts.h"
#include "kiosk/ui/text_edit.h"

namespace admin {

using namespace desk::color;

namespace {

constexpr float kFoot = 48;

}  // namespace

void ListView::draw_title(desk::Desk& desk, ui::Rect row, RecordList& list) {
  const TabCounts counts = desk.office().records().counts(list.spec().kind);
  const int waiting = counts.at(static_cast<std::size_t>(Tab::First)) + counts.at(static_cast<std::size_t>(Tab::Second)) +
                      counts.at(static_cast<std::size_t>(Tab::Third));
  std::string note = fmt::format("{} 条", list.total());
  if (waiting > 0) note += fmt::format(" · {} 条待审", waiting);
  desk::page_title(desk, row.inset(desk::size::kPad, 0), title_, note);
  if (single_ && list.total() > 0) return;
  float right = row.right() - desk::size::kPad;
  const float y = row.y + (row.h - desk::size::kButton) / 2;
  const std::string words = fmt::format("新建{}", list.spec().zh);
  if (desk::button_from_right(desk, words, right, y, {.kind = desk::ButtonKind::New, .icon = "plus"})) answer_.wish = ListAnswer::Wish::New;
  if (desk::button_from_right(desk, "导入表格", right, y, {.icon = "archive"})) answer_.wish = ListAnswer::Wish::Import;
}

float ListView::draw_leftovers(desk::Desk& desk, ui::Rect area, RecordList& list) {
  if (!leftovers_known_) {
    leftovers_known_ = true;
    left_.clear();
    left_words_.clear();
    for (const Drafts::Leftover& one : desk.office().drafts().leftovers()) {
      if (one.kind != list.spec().kind) continue;
      left_.push_back(one.record);
      left_words_.push_back(fmt::format("{} 的草稿还在：{}", moment_words(one.at, desk.office().now_ms()), one.title));
    }
  }
  if (left_.empty()) return 0;
  const std::string sentence = left_words_.front() + (left_.size() > 1 ? fmt::format("（另有 {} 份）", left_.size() - 1) : "");
  const ui::Rect box = area.inset(desk::size::kPad, 0);
  const float height = desk::notice(desk, {box.x, box.y, box.w, 40}, sentence, desk::Tone::Indigo);
  float right = box.right() - 6;
  if (desk::button_from_right(desk, "接着写", right, box.y + 4, {.label = "接着写草稿"}, 32)) answer_ = {ListAnswer::Wish::Continue, left_.front()};
  if (desk::button_from_right(desk, "不要了", right, box.y + 4, {.kind = desk::ButtonKind::Quiet, .label = "不要草稿"}, 32)) answer_ = {ListAnswer::Wish::Drop, left_.front()};
  return height + 8;
}

void ListView::draw_tabs(desk::Desk& desk, ui::Rect row, RecordList& list) {
  std::vector<desk::Tab> tabs;
  std::vector<Tab> which;
  for (std::size_t i = 0; i < kTabs; ++i) {
    const Tab tab = static_cast<Tab>(i);
    // Ends that few records reach stay away while nothing is in them.
    const bool rare = tab == Tab::Expired || tab == Tab::Returned;
    if (rare && list.tab_counts().at(i) == 0 && list.filter().tab != tab) continue;
    tabs.push_back({.words = std::string(word_of(tab)), .count = list.tab_counts().at(i)});
    which.push_back(tab);
  }
  const auto selected = static_cast<std::size_t>(std::ranges::find(which, list.filter().tab) - which.begin());
  if (const auto chosen = desk::tabs(desk, row.inset(desk::size::kPad, 0), tabs, selected)) {
    ListFilter filter = list.filter();
    filter.tab = which[*chosen];
    list.set_filter(filter);
  }
  desk.canvas().line({row.x, row.bottom()}, {row.right(), row.bottom()}, kLine, 1);
}

void ListView::draw_nothing(desk::Desk& desk, ui::Rect area, RecordList& list) {
  const std::string zh(list.spec().zh);
  if (!list.filter().any()) {
    desk::empty_words(desk, area, "还没有" + zh, "有现成表格就导入，没有就先建一条。", "archive");
    const float y = area.y + std::max(24.0F, area.h * 0.32F - 60) + 160;
    const float middle = area.centre().x;
    const std::string words = "先建一条" + zh;
    const desk::ButtonLook fresh{.kind = desk::ButtonKind::New, .icon = "plus"};
    const desk::ButtonLook table{.icon = "archive", .label = "从现成表格导入"};
    const float width = desk::button_width(desk, words, fresh);
    const float other = desk::button_width(desk, "导入表格", table);
    const float x = middle - (width + 12 + other) / 2;
    if (desk::button(desk, "导入表格", {x, y, other, 36}, table)) answer_.wish = ListAnswer::Wish::Import;
    if (desk::button(desk, words, {x + other + 12, y, width, 36}, fresh)) answer_.wish = ListAnswer::Wish::New;
    return;
  }
  std::string filters;
  const ListFilter& filter = list.filter();
  const auto name = [&](const Loosening& one) { filters += (filters.empty() ? "" : "、") + list.words_of(one); };
  if (filter.tab != Tab::All) name({Loosening::What::Tab, {}, 0});
  for (const auto& [key, value] : filter.fields) name({Loosening::What::Field, key, 0});
  if (filter.validity != Validity::Any) name({Loosening::What::Validity, {}, 0});
  if (!filter.person.empty()) name({Loosening::What::Person, {}, 0});
  if (!filter.words.empty()) name({Loosening::What::Words, {}, 0});
  desk::empty_words(desk, area, "没有符合条件的" + zh, filters, "filter");
  float y = area.y + std::max(24.0F, area.h * 0.32F - 60) + 170;
  const auto row = [&](const std::string& words, const desk::ButtonLook& look) {
    const float width = desk::button_width(desk, words, look);
    const bool clicked = desk::button(desk, words, {area.centre().x - width / 2, y, width, 36}, look);
    y += 44;
    return clicked;
  };
  std::optional<Loosening> wanted;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, list.loosenings().size()); ++i) {
    const Loosening& one = list.loosenings()[i];
    if (row(fmt::format("不限{}（{} 条）", list.words_of(one), one.finds), {})) wanted = one;
  }
  if (row("清除筛选", {.kind = desk::ButtonKind::Quiet})) {
    list.clear_filter();
    typed_.clear();
  }
  if (!wanted) return;
  list.loosen(*wanted);
  typed_ = list.filter().words;
}

void ListView::draw_foot(desk::Desk& desk, ui::Rect row, RecordList& list) {
  desk.canvas().line({row.x, row.y}, {row.right(), row.y}, kLine, 1);
  desk.canvas().text({row.x + desk::size::kPad, row.y, 220, row.h}, fmt::format("已选 {} 项", list.selection().size()), desk::words(14, kInk2));
  if (const auto page = desk::table_pager(desk, row.inset(desk::size::kPad, 0), list.page(), list.page_rows(), list.size())) list.go_to_page(*page);
}

void ListView::keys(desk::Desk& desk, RecordList& list) {
  using enum ui::Key;
  const bool typing = ui::typing(desk.canvas());
  const auto show = [&] {
    if (list.current()) answer_ = {ListAnswer::Wish::Show, *list.current()};
  };
  for (const auto& [key, rows] : {std::pair{Down, 1}, std::pair{Up, -1}, std::pair{PageDown, static_cast<int>(list.page_rows())},
                                  std::pair{PageUp, -static_cast<int>(list.page_rows())}}) {
    if (!desk.shortcut({key})) continue;
    list.step(rows);
    show();
  }
  if (desk.shortcut({Home})) list.step(-static_cast<int>(list.size())), show();
  if (desk.shortcut({End})) list.step(static_cast<int>(list.size())), show();
  if (desk.shortcut({Space}) && list.current()) answer_ = {ListAnswer::Wish::Preview, *list.current()};
  if (desk.shortcut({Enter}) && list.current()) answer_ = {ListAnswer::Wish::Open, *list.current()};
  if (desk.shortcut({N}) && !(single_ && list.total() > 0)) answer_.wish = ListAnswer::Wish::New;
  if (desk.shortcut({Delete})) answer_.wish = ListAnswer::Wish::Trash;
  if (desk.shortcut({X}) && list.current()) list.select(*list.current(), !list.selected(*list.current()));
  if (!typing && desk.shortcut({A, true})) list.select_all();
  if (!typing && desk.shortcut({F, true})) ui::focus_text(desk.canvas(), "在列表里搜");
  if (!typing && desk.shortcut({Z, true})) undo_last(desk);
  if (!typing && (desk.shortcut({Y, true}) || desk.shortcut({Z, true, true}))) redo_last(desk);
}

ListAnswer ListView::draw(desk::Desk& desk, ui::Rect area, RecordList& list) {
  desk.canvas().fill(area, kPaper);
  answer_ = {};
  float y = area.y;
  draw_title(desk, {area.x, y, area.w, desk::size::kTitleRow}, list);
  y += desk::size::kTitleRow;
  y += draw_leftovers(desk, {area.x, y, area.w, 0}, list);
  draw_tabs(desk, {area.x, y, area.w, desk::size::kTabs}, list);
  y += desk::size::kTabs;
  draw_filters(desk, {area.x, y, area.w, desk::size::kFilterRow}, list);
  y += desk::size::kFilterRow;
  const float foot = area.bottom() - kFoot;
  const float rows = std::floor((foot - y - desk::size::kHeadRow) / desk::size::kRow);
  list.set_page_rows(static_cast<std::size_t>(std::max(3.0F, rows)));
  draw_table(desk, {area.x, y, area.w, foot - y}, list);
  if (list.selection().empty()) {
    draw_foot(desk, {area.x, foot, area.w, kFoot}, list);
  } else {
    bulk_bar(desk, {area.x, foot, area.w, kFoot}, list);
  }
  keys(desk, list);
  return answer_;
}

}  // namespace admin
