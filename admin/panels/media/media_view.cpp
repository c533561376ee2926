#include "admin/panels/media/media_view.h"

#include <algorithm>
#include <array>
#include <span>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/field.h"
#include "admin/desk/marks.h"
#include "admin/desk/table.h"
#include "admin/panels/media/media_inspector.h"
#include "admin/workspace/records.h"
#include "kiosk/ui/text_edit.h"

namespace admin::media {
namespace {

namespace color = desk::color;
namespace size = desk::size;

constexpr std::string_view kSearch = "搜素材";
constexpr std::array kTopicTabs{MediaTopic::People, MediaTopic::Merchants, MediaTopic::Goods, MediaTopic::Publicity, MediaTopic::Streets};
constexpr std::size_t kOrphansTab = 1 + kTopicTabs.size(), kConsentTab = 2 + kTopicTabs.size(), kTrashTab = 3 + kTopicTabs.size();

}  // namespace

void MediaView::turn_to(std::string_view view) {
  if (view == "consent") tab_ = kConsentTab;
  if (view == "orphans") tab_ = kOrphansTab;
}

void MediaView::show_newest() {
  tab_ = 0;
  page_ = 0;
  filter_.sort = MediaSort::Newest;
  filter_.typed.clear();
}

void MediaView::find(const MediaList& list) {
  filter_.topic.reset();
  if (tab_ >= 1 && tab_ <= kTopicTabs.size()) filter_.topic = kTopicTabs.at(tab_ - 1);
  filter_.only_orphans = tab_ == kOrphansTab;
  filter_.only_consent_due = tab_ == kConsentTab;
  filter_.trash = tab_ == kTrashTab;
  found_ = list.find(filter_);
  if (list.find(content::MediaId{state_.selected}) == nullptr) state_.selected.clear();
  std::erase_if(state_.ticked, [&](const std::string& id) { return list.find(content::MediaId{id}) == nullptr; });
}

std::vector<content::MediaId> MediaView::ticked() const {
  std::vector<content::MediaId> ids;
  for (const std::string& id : state_.ticked) ids.push_back(content::MediaId{id});
  return ids;
}

void MediaView::draw_title(desk::Desk& desk, ui::Rect row, const MediaList& list, ViewWish& wish) const {
  const MediaCounts& counts = list.counts();
  desk::page_title(desk, row, "素材库", std::to_string(counts.all) + " 张 · " + byte_words(counts.bytes));
  float right = row.right();
  const float y = row.centre().y - size::kButton / 2;
  if (desk::button_from_right(desk, "上传", right, y, {.kind = desk::ButtonKind::New, .icon = "upload"})) wish.upload = true;
  const bool any = !state_.ticked.empty();
  if (desk::button_from_right(desk, "批量登记授权", right, y, {.icon = "card", .enabled = any}) && any) wish.consents = true;
}

void MediaView::draw_tabs(desk::Desk& desk, ui::Rect row, const MediaList& list) {
  const MediaCounts& counts = list.counts();
  std::vector<desk::Tab> tabs{{"全部", counts.all}};
  for (const MediaTopic topic : kTopicTabs) tabs.push_back({std::string(word_of(topic)), counts.topics.at(static_cast<std::size_t>(topic))});
  tabs.push_back({"没用过", counts.orphans});
  tabs.push_back({"授权要管", counts.consent_due});
  tabs.push_back({"回收站", counts.trashed});
  if (const auto chosen = desk::tabs(desk, row, tabs, tab_)) {
    tab_ = *chosen;
    page_ = 0;
    find(list);
  }
}

void MediaView::draw_filters(desk::Desk& desk, ui::Rect row, const MediaList& list) {
  const float y = row.centre().y - size::kControl / 2;
  float x = row.x;
  bool changed = false;
  const auto drop = [&](std::string_view prefix, std::span<const desk::Option> options, int selected) {
    const float width = desk::drop_down_width(desk, prefix, options[static_cast<std::size_t>(selected)].words);
    const auto chosen = desk::drop_down(desk, {x, y, width, size::kControl}, options, selected, {.prefix = prefix, .label = prefix.empty() ? "排序" : prefix});
    x += width + 10;
    changed = changed || chosen.has_value();
    return chosen;
  };
  std::vector<desk::Option> streets{{"全部"}};
  std::vector<std::string> street_ids{""};
  int street = 0;
  for (const content::Record* record : desk.office().records().of(content::Kind::Street)) {
    if (record->id.text == filter_.street) street = static_cast<int>(streets.size());
    streets.push_back({desk.office().records().title(record->id)});
    street_ids.push_back(record->id.text);
  }
  if (const auto chosen = drop("街区", streets, street)) filter_.street = street_ids.at(*chosen);
  const std::array<desk::Option, 5> consents{{{"全部"}, {"没登记"}, {"无需授权"}, {"已授权"}, {"没有描述"}}};
  const int consent = filter_.only_without_alt ? 4 : filter_.consent ? 1 + static_cast<int>(*filter_.consent) : 0;
  if (const auto chosen = drop("授权", consents, consent)) {
    filter_.only_without_alt = *chosen == 4;
    filter_.consent.reset();
    if (*chosen >= 1 && *chosen <= 3) filter_.consent = static_cast<content::Consent>(*chosen - 1);
  }
  const std::array<desk::Option, 3> sorts{{{"最近上传"}, {"按名称"}, {"按大小"}}};
  if (const auto chosen = drop("", sorts, static_cast<int>(filter_.sort))) filter_.sort = static_cast<MediaSort>(*chosen);
  const float width = std::min(212.0F, std::max(120.0F, row.right() - x - 12));
  if (draw_search(desk, {row.right() - width, y, width, size::kControl})) changed = true;
  if (!changed) return;
  page_ = 0;
  find(list);
}

bool MediaView::draw_search(desk::Desk& desk, ui::Rect box) {
  ui::Canvas& canvas = desk.canvas();
  const bool clear = !filter_.typed.empty();
  desk::control_box(desk, box, desk::FieldState::Rest, ui::typing_in(canvas, kSearch));
  canvas.icon("search", {box.x + 20, box.centre().y}, 15, color::kInk2);
  const ui::EditLook look{.text = desk::words(), .caret = color::kRed, .selection = color::kRedHalo, .hint = "名称或拼音首字母", .hint_color = color::kHint, .hit = box};
  const bool typed = ui::text_edit(canvas, kSearch, {box.x + 36, box.y + 4, box.w - (clear ? 72 : 44), box.h - 8}, filter_.typed, look).changed;
  const bool cleared = clear && desk::icon_button(desk, "清掉搜索", "close", {box.right() - 33, box.centre().y - 15, 30, 30});
  if (cleared) filter_.typed.clear();
  return typed || cleared;
}

void MediaView::draw_empty(desk::Desk& desk, ui::Rect area, const MediaList& list, ViewWish& wish) {
  if (list.rows().empty()) {
    desk::empty_words(desk, area, "还没有图片", "把照片从文件夹拖进这个窗口，或点右上角的“上传”。手机照片、扫描件都可以。", "image");
    const desk::ButtonLook look{.kind = desk::ButtonKind::New, .icon = "upload"};
    const float width = desk::button_width(desk, "上传第一张", look);
    const float y = area.y + std::max(24.0F, area.h * 0.32F - 60) + 160;
    if (desk::button(desk, "上传第一张", {area.centre().x - width / 2, y, width, size::kButton}, look)) wish.upload = true;
    return;
  }
  if (filter_.only_consent_due && filter_.typed.empty()) return desk::empty_words(desk, area, "授权都齐了", "光荣榜用到的照片都有有效的授权。", "check");
  desk::empty_words(desk, area, "没有符合条件的图片", "换个条件，或清除筛选。", "search");
  const float width = desk::button_width(desk, "清除筛选");
  if (desk::button(desk, "清除筛选", {area.centre().x - width / 2, area.centre().y + 70, width, size::kButton})) {
    filter_ = {};
    tab_ = 0;
    find(list);
  }
}

void MediaView::walk(desk::Desk& desk, const TilesGrid& grid, const MediaList& list) {
  if (found_.empty()) return;
  const auto now = std::ranges::find_if(found_, [&](std::size_t place) { return list.rows()[place].picture.media.id.text == state_.selected; });
  const auto at = now == found_.end() ? std::ptrdiff_t{-1} : now - found_.begin();
  std::ptrdiff_t to = at;
  if (desk.shortcut({.key = ui::Key::J}) || desk.shortcut({.key = ui::Key::PageDown})) to = at + static_cast<std::ptrdiff_t>(desk.shortcut({.key = ui::Key::PageDown}) ? grid.page_rows() : 1);
  if (desk.shortcut({.key = ui::Key::K}) || desk.shortcut({.key = ui::Key::PageUp})) to = at - static_cast<std::ptrdiff_t>(desk.shortcut({.key = ui::Key::PageUp}) ? grid.page_rows() : 1);
  if (to == at) return;
  to = std::clamp(to, std::ptrdiff_t{0}, std::ssize(found_) - 1);
  select(list.rows()[found_[static_cast<std::size_t>(to)]].picture.media.id);
  page_ = static_cast<std::size_t>(to) / grid.page_rows();
}

void MediaView::draw_pictures(desk::Desk& desk, const TilesGrid& grid, const MediaList& list, const std::set<std::string>& unsaved) {
  const std::size_t rows = grid.page_rows();
  const std::size_t first = page_ * rows;
  const std::span<const std::size_t> all(found_);
  const auto shown = first < all.size() ? all.subspan(first, std::min(rows, all.size() - first)) : std::span<const std::size_t>();
  const TileTouch touch = draw_tiles(desk, grid, list.rows(), shown, state_, unsaved);
  if (const float steps = desk.wheel_over(grid.area); steps != 0) {
    if (steps < 0 && first + rows < found_.size()) ++page_;
    if (steps > 0 && page_ > 0) --page_;
  }
  if (touch.opened) select(list.rows()[*touch.opened].picture.media.id);
  if (touch.ticked) {
    const std::string& id = list.rows()[*touch.ticked].picture.media.id.text;
    if (!state_.ticked.erase(id)) state_.ticked.insert(id);
  }
}

void MediaView::draw_ticked(desk::Desk& desk, ui::Rect row, const MediaList& list, ViewWish& wish) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(row, color::kInk);
  canvas.text(row.inset(size::kPad, 0), "已选 " + std::to_string(state_.ticked.size()) + " 张", desk::bold(size::kText, color::kPaper));
  float right = row.right() - 12;
  const float y = row.centre().y - 18;
  if (desk::icon_button(desk, "不选了", "close", {right - 36, y, 36, 36})) state_.ticked.clear();
  canvas.icon("close", {right - 18, y + 18}, 18, color::kPaper);
  right -= 48;
  std::vector<content::MediaId> orphans;
  for (const std::string& id : state_.ticked) {
    const MediaRow* picture = list.find(content::MediaId{id});
    if (picture != nullptr && picture->is_orphan && !picture->picture.trashed) orphans.push_back(content::MediaId{id});
  }
  const std::string words = "没用过的 " + std::to_string(orphans.size()) + " 张放进回收站";
  if (desk::button_from_right(desk, words, right, y, {.kind = desk::ButtonKind::Quiet, .enabled = !orphans.empty(), .on_dark = true, .label = "选中的放进回收站"}) && !orphans.empty()) {
    wish.trash = std::move(orphans);
    state_.ticked.clear();
  }
  if (desk::button_from_right(desk, "登记授权…", right, y, {.kind = desk::ButtonKind::Quiet, .on_dark = true})) wish.consents = true;
}

void MediaView::draw_foot(desk::Desk& desk, ui::Rect row, std::size_t page_rows, const MediaList& list, ViewWish& wish) {
  ui::Canvas& canvas = desk.canvas();
  if (!state_.ticked.empty()) return draw_ticked(desk, row, list, wish);
  canvas.fill(row, color::kPaper);
  canvas.line({row.x, row.y}, {row.right(), row.y}, color::kLine, 1);
  canvas.text(row.inset(size::kPad, 0), list.rows().empty() ? "可以把照片直接拖进窗口" : "勾选几张可以一起登记授权；照片可以直接拖进窗口", desk::second());
  if (const auto page = desk::table_pager(desk, row.inset(size::kPad, 0), page_, page_rows, found_.size())) page_ = *page;
}

ViewWish MediaView::draw(desk::Desk& desk, ui::Rect area, const MediaList& list, const std::set<std::string>& unsaved, IntakeStrip& intake) {
  ViewWish wish;
  const ui::Rect inside = area.inset(size::kPad, 0);
  draw_title(desk, inside.top(size::kTitleRow), list, wish);
  const ui::Rect tabs{inside.x, area.y + size::kTitleRow, inside.w, size::kTabs};
  desk.canvas().line({area.x, tabs.bottom()}, {area.right(), tabs.bottom()}, color::kLine, 1);
  draw_tabs(desk, tabs, list);
  const float filters = area.y + size::kTitleRow + size::kTabs;
  draw_filters(desk, {inside.x, filters, inside.w, 56}, list);
  const ui::Rect foot{area.x, area.bottom() - 44, area.w, 44};
  const TilesGrid grid = tiles_grid({inside.x, filters + 58, inside.w, foot.y - filters - 58 - 8});
  walk(desk, grid, list);
  page_ = found_.empty() ? 0 : std::min(page_, (found_.size() - 1) / grid.page_rows());
  if (found_.empty()) draw_empty(desk, grid.area, list, wish);
  draw_pictures(desk, grid, list, unsaved);
  if (!intake.draw(desk, foot)) draw_foot(desk, foot, grid.page_rows(), list, wish);
  return wish;
}

}  // namespace admin::media
