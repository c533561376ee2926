#include "admin/panels/media/media_panel.h"

#include <algorithm>
#include <array>
#include <set>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/field.h"
#include "admin/desk/file_browser.h"
#include "admin/desk/marks.h"
#include "admin/desk/table.h"
#include "admin/editors/picture_pick.h"
#include "admin/panels/media/intake_strip.h"
#include "admin/panels/media/media_inspector.h"
#include "admin/panels/media/media_tiles.h"
#include "admin/workspace/records.h"
#include "admin/workspace/undo_stack.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/text_edit.h"

namespace admin {
namespace {

namespace color = desk::color;
namespace size = desk::size;
using media::IntakeStrip;
using media::MediaInspector;

constexpr std::array kTopicTabs{MediaTopic::People, MediaTopic::Merchants, MediaTopic::Goods, MediaTopic::Publicity, MediaTopic::Streets};

class MediaPanel final : public Panel {
 public:
  explicit MediaPanel(desk::Desk& desk) : intake_(desk.office().db()) {}
  void enter(desk::Desk& desk, const desk::Target& target) override;
  void draw(desk::Desk& desk, ui::Rect area) override;
  void leave(desk::Desk& desk) override;
  bool pending() const override { return intake_.busy(); }

 private:
  void undo_keys(desk::Desk& desk);
  void refresh(desk::Desk& desk);
  void find();
  void show(const content::MediaId& id);
  void take_files(desk::Desk& desk);
  void draw_title(desk::Desk& desk, ui::Rect row);
  void draw_tabs(desk::Desk& desk, ui::Rect row);
  void draw_filters(desk::Desk& desk, ui::Rect row);
  void draw_list(desk::Desk& desk, ui::Rect area);
  void draw_empty(desk::Desk& desk, ui::Rect area);
  void draw_foot(desk::Desk& desk, ui::Rect row, std::size_t page_rows);
  void draw_ticked(desk::Desk& desk, ui::Rect row);
  void draw_inspector(desk::Desk& desk, ui::Rect box);
  void walk(desk::Desk& desk, const media::TilesGrid& grid);
  void browse(desk::Desk& desk, std::optional<content::MediaId> replaces);
  void register_consents(desk::Desk& desk);
  void choose_paper(desk::Desk& desk, const content::MediaId& picture);

  MediaList list_;
  MediaFilter filter_;
  std::size_t tab_ = 0;
  std::vector<std::size_t> found_;
  std::size_t page_ = 0;
  media::TilesState state_;
  std::set<std::string> unsaved_;
  MediaInspector inspector_;
  IntakeStrip intake_;
  std::filesystem::path last_folder_;
  std::int64_t read_version_ = -1;
  bool stale_ = true;
  bool is_new_ = true;
  double looked_at_ = -1;                    // session seconds
  struct Paper {
    content::MediaId picture;
    content::MediaId chosen;
  };
  std::shared_ptr<Paper> paper_ = std::make_shared<Paper>();   // a dialog's answer, of another frame
};

void MediaPanel::enter(desk::Desk&, const desk::Target& target) {
  stale_ = true;
  if (target.view == "consent") tab_ = 2 + kTopicTabs.size();
  if (target.view == "orphans") tab_ = 1 + kTopicTabs.size();
  if (!target.record.text.empty()) state_.selected = target.record.text;   // a picture's id, as what holds publishing back gives it
}

void MediaPanel::leave(desk::Desk& desk) { inspector_.save_facts(desk, list_); }

void MediaPanel::refresh(desk::Desk& desk) {
  Workspace& office = desk.office();
  const double now = desk.session().seconds();
  // Records changed, something was saved here, or a minute is over (the command line may have imported).
  const std::int64_t version = office.records().version();
  if (!stale_ && version == read_version_ && now - looked_at_ < 60) return;
  if (!desk.attempt([&] { list_.read(office.store(), office.records().key_maker(), city_day(office.now_ms())); })) return;
  stale_ = false;
  read_version_ = version;
  looked_at_ = now;
  find();
  // Beside a list there is always one to look at, until somebody closes it.
  if (std::exchange(is_new_, false) && state_.selected.empty() && !found_.empty() && desk.canvas().size().w >= size::kDrawerBelow) {
    show(list_.rows()[found_.front()].picture.media.id);
  }
}

// A field that is written in takes its own words back first.
void MediaPanel::undo_keys(desk::Desk& desk) {
  UndoStack& stack = desk.office().undo_stack();
  const bool back = stack.can_undo() && !ui::can_untype(desk.canvas()) && desk.shortcut({.key = ui::Key::Z, .ctrl = true});
  const bool forth = stack.can_redo() && !ui::can_retype(desk.canvas()) && desk.shortcut({.key = ui::Key::Y, .ctrl = true});
  if (!back && !forth) return;
  if (desk.attempt([&] { desk.toast(back ? stack.undo() : stack.redo()); })) stale_ = true;
}

void MediaPanel::find() {
  filter_.topic.reset();
  filter_.only_orphans = filter_.only_consent_due = filter_.trash = false;
  if (tab_ >= 1 && tab_ <= kTopicTabs.size()) filter_.topic = kTopicTabs.at(tab_ - 1);
  if (tab_ == 1 + kTopicTabs.size()) filter_.only_orphans = true;
  if (tab_ == 2 + kTopicTabs.size()) filter_.only_consent_due = true;
  if (tab_ == 3 + kTopicTabs.size()) filter_.trash = true;
  found_ = list_.find(filter_);
  if (list_.find(content::MediaId{state_.selected}) == nullptr) state_.selected.clear();
  std::erase_if(state_.ticked, [&](const std::string& id) { return list_.find(content::MediaId{id}) == nullptr; });
  unsaved_.clear();
  for (const MediaRow& row : list_.rows()) {
    if (inspector_.has_changes(row)) unsaved_.insert(row.picture.media.id.text);
  }
}

void MediaPanel::show(const content::MediaId& id) { state_.selected = id.text; }

void MediaPanel::take_files(desk::Desk& desk) {
  if (!desk.dropped.empty()) intake_.add(std::exchange(desk.dropped, {}));
  const std::vector<content::MediaId> kept = intake_.settle(desk);
  if (kept.empty()) return;
  stale_ = true;
  refresh(desk);
  show(kept.back());
  tab_ = 0;
  page_ = 0;
  filter_.sort = MediaSort::Newest;
  filter_.typed.clear();
  find();
}

void MediaPanel::browse(desk::Desk& desk, std::optional<content::MediaId> replaces) {
  desk::FileWish wish;
  wish.title = replaces ? "选一张图片替换它" : "选要上传的图片";
  wish.act = replaces ? "替换" : "上传";
  wish.many = !replaces;
  wish.folders = !replaces;
  wish.start = last_folder_;
  wish.seen = [this](const std::filesystem::path& folder) { last_folder_ = folder; };
  wish.chosen = [this, replaces](std::vector<std::filesystem::path> files) { intake_.add(std::move(files), replaces); };
  desk.show(desk::make_file_browser(std::move(wish)));
}

void MediaPanel::register_consents(desk::Desk& desk) {
  std::vector<content::MediaId> ids;
  for (const std::string& id : state_.ticked) ids.push_back(content::MediaId{id});
  desk.show(media::make_consent_dialog(static_cast<int>(ids.size()), [this, &desk, ids](const content::MediaFacts& facts) {
    media::save_consents(desk, ids, facts);
    stale_ = true;
  }));
}

void MediaPanel::choose_paper(desk::Desk& desk, const content::MediaId& picture) {
  paper_->picture = picture;
  paper_->chosen = {};
  desk.show(editors::make_picture_pick(desk, "授权书扫描件", [paper = paper_](content::MediaId chosen) { paper->chosen = std::move(chosen); }));
}

void MediaPanel::draw_title(desk::Desk& desk, ui::Rect row) {
  const MediaCounts& counts = list_.counts();
  desk::page_title(desk, row, "素材库", std::to_string(counts.all) + " 张 · " + media::byte_words(counts.bytes));
  float right = row.right();
  const float y = row.centre().y - size::kButton / 2;
  if (desk::button_from_right(desk, "上传", right, y, {.kind = desk::ButtonKind::New, .icon = "upload"})) browse(desk, std::nullopt);
  const bool any = !state_.ticked.empty();
  if (desk::button_from_right(desk, "批量登记授权", right, y, {.icon = "card", .enabled = any}) && any) register_consents(desk);
}

void MediaPanel::draw_tabs(desk::Desk& desk, ui::Rect row) {
  const MediaCounts& counts = list_.counts();
  std::vector<desk::Tab> tabs{{"全部", counts.all}};
  for (const MediaTopic topic : kTopicTabs) tabs.push_back({std::string(word_of(topic)), counts.topics.at(static_cast<std::size_t>(topic))});
  tabs.push_back({"没用过", counts.orphans});
  tabs.push_back({"授权要管", counts.consent_due});
  tabs.push_back({"回收站", counts.trashed});
  if (const auto chosen = desk::tabs(desk, row, tabs, tab_)) {
    tab_ = *chosen;
    page_ = 0;
    find();
  }
}

void MediaPanel::draw_filters(desk::Desk& desk, ui::Rect row) {
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
  const desk::TextField search = desk::text_box(desk, {row.right() - width, y, width, size::kControl}, "搜素材", filter_.typed, {.hint = "名称或拼音首字母", .icon = filter_.typed.empty() ? "" : "close", .icon_item = "清掉搜索"});
  if (search.icon_clicked) filter_.typed.clear();
  if (search.edit.changed || search.icon_clicked) changed = true;
  if (!changed) return;
  page_ = 0;
  find();
}

void MediaPanel::draw_empty(desk::Desk& desk, ui::Rect area) {
  if (list_.rows().empty()) {
    desk::empty_words(desk, area, "还没有图片", "把照片从文件夹拖进这个窗口，或点右上角的“上传”。手机照片、扫描件都可以。", "image");
    return;
  }
  if (filter_.only_consent_due && filter_.typed.empty()) return desk::empty_words(desk, area, "授权都齐了", "光荣榜用到的照片都有有效的授权。", "check");
  desk::empty_words(desk, area, "没有符合条件的图片", "换个条件，或清除筛选。", "search");
  const float width = desk::button_width(desk, "清除筛选");
  if (desk::button(desk, "清除筛选", {area.centre().x - width / 2, area.centre().y + 70, width, size::kButton})) {
    filter_ = {};
    tab_ = 0;
    find();
  }
}

void MediaPanel::walk(desk::Desk& desk, const media::TilesGrid& grid) {
  if (found_.empty()) return;
  const auto now = std::ranges::find_if(found_, [&](std::size_t place) { return list_.rows()[place].picture.media.id.text == state_.selected; });
  const auto at = now == found_.end() ? std::ptrdiff_t{-1} : now - found_.begin();
  std::ptrdiff_t to = at;
  if (desk.shortcut({.key = ui::Key::J}) || desk.shortcut({.key = ui::Key::PageDown})) to = at + static_cast<std::ptrdiff_t>(desk.shortcut({.key = ui::Key::PageDown}) ? grid.page_rows() : 1);
  if (desk.shortcut({.key = ui::Key::K}) || desk.shortcut({.key = ui::Key::PageUp})) to = at - static_cast<std::ptrdiff_t>(desk.shortcut({.key = ui::Key::PageUp}) ? grid.page_rows() : 1);
  if (to == at) return;
  to = std::clamp(to, std::ptrdiff_t{0}, std::ssize(found_) - 1);
  show(list_.rows()[found_[static_cast<std::size_t>(to)]].picture.media.id);
  page_ = static_cast<std::size_t>(to) / grid.page_rows();
}

void MediaPanel::draw_ticked(desk::Desk& desk, ui::Rect row) {
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
    const MediaRow* picture = list_.find(content::MediaId{id});
    if (picture != nullptr && picture->is_orphan && !picture->picture.trashed) orphans.push_back(content::MediaId{id});
  }
  const std::string words = "没用过的 " + std::to_string(orphans.size()) + " 张放进回收站";
  if (desk::button_from_right(desk, words, right, y, {.kind = desk::ButtonKind::Quiet, .enabled = !orphans.empty(), .on_dark = true, .label = "选中的放进回收站"}) && !orphans.empty()) {
    media::trash_pictures(desk, orphans);
    state_.ticked.clear();
    stale_ = true;
  }
  if (desk::button_from_right(desk, "登记授权…", right, y, {.kind = desk::ButtonKind::Quiet, .on_dark = true})) register_consents(desk);
}

void MediaPanel::draw_foot(desk::Desk& desk, ui::Rect row, std::size_t page_rows) {
  ui::Canvas& canvas = desk.canvas();
  if (intake_.draw(desk, row)) return;
  if (!state_.ticked.empty()) return draw_ticked(desk, row);
  canvas.fill(row, color::kPaper);
  canvas.line({row.x, row.y}, {row.right(), row.y}, color::kLine, 1);
  canvas.text(row.inset(size::kPad, 0), "可以把照片直接拖进窗口", desk::second());
  if (const auto page = desk::table_pager(desk, row.inset(size::kPad, 0), page_, page_rows, found_.size())) page_ = *page;
}

void MediaPanel::draw_list(desk::Desk& desk, ui::Rect area) {
  const ui::Rect inside = area.inset(size::kPad, 0);
  draw_title(desk, inside.top(size::kTitleRow));
  const ui::Rect tabs{inside.x, area.y + size::kTitleRow, inside.w, size::kTabs};
  desk.canvas().line({area.x, tabs.bottom()}, {area.right(), tabs.bottom()}, color::kLine, 1);
  draw_tabs(desk, tabs);
  const float filters = area.y + size::kTitleRow + size::kTabs;
  draw_filters(desk, {inside.x, filters, inside.w, 56});
  const ui::Rect foot{area.x, area.bottom() - 44, area.w, 44};
  const ui::Rect tiles{inside.x, filters + 58, inside.w, foot.y - filters - 58 - 8};
  const media::TilesGrid grid = media::tiles_grid(tiles);
  walk(desk, grid);
  const std::size_t rows = grid.page_rows();
  page_ = found_.empty() ? 0 : std::min(page_, (found_.size() - 1) / rows);
  if (found_.empty()) draw_empty(desk, tiles);
  const std::size_t first = page_ * rows;
  const std::span<const std::size_t> all(found_);
  const auto shown = first < all.size() ? all.subspan(first, std::min(rows, all.size() - first)) : std::span<const std::size_t>();
  const media::TileTouch touch = media::draw_tiles(desk, grid, list_.rows(), shown, state_, unsaved_);
  if (const float steps = desk.wheel_over(tiles); steps != 0) {
    if (steps < 0 && first + rows < found_.size()) ++page_;
    if (steps > 0 && page_ > 0) --page_;
  }
  if (touch.opened) show(list_.rows()[*touch.opened].picture.media.id);
  if (touch.ticked) {
    const std::string& id = list_.rows()[*touch.ticked].picture.media.id.text;
    if (!state_.ticked.erase(id)) state_.ticked.insert(id);
  }
  draw_foot(desk, foot, rows);
}

void MediaPanel::draw_inspector(desk::Desk& desk, ui::Rect box) {
  ui::Canvas& canvas = desk.canvas();
  const MediaRow* row = list_.find(content::MediaId{state_.selected});
  if (row == nullptr) {
    canvas.fill(box, color::kGround);
    canvas.line({box.x, box.y}, {box.x, box.bottom()}, color::kLine, 1);
    return desk::empty_words(desk, box, "点一张图片", "这里看大图，定裁切，登记授权和描述。", "image");
  }
  if (!paper_->chosen.empty() && paper_->picture == row->picture.media.id) {
    inspector_.set_paper(paper_->picture, std::exchange(paper_->chosen, {}));
  }
  const content::MediaId id = row->picture.media.id;
  const bool was_changed = inspector_.has_changes(*row);
  const media::InspectorWish wish = inspector_.draw(desk, box, *row);
  if (was_changed != inspector_.has_changes(*row)) was_changed ? (void)unsaved_.erase(id.text) : (void)unsaved_.insert(id.text);
  if (wish.close) state_.selected.clear();
  if (wish.saved) show(*wish.saved), stale_ = true;
  if (wish.replace) browse(desk, id);
  if (wish.choose_paper) choose_paper(desk, id);
  if (wish.trash) media::trash_pictures(desk, {id}), stale_ = true;
  if (wish.restore) stale_ = desk.attempt([&] { desk.office().store().restore_media(id, desk.office().person().name); }) || stale_;
}

void MediaPanel::draw(desk::Desk& desk, ui::Rect area) {
  undo_keys(desk);
  refresh(desk);
  take_files(desk);
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(area, color::kPaper);
  const bool drawer = canvas.size().w < size::kDrawerBelow;
  const float width = std::min(size::kInspector, area.w - 120);
  if (!drawer) {
    draw_list(desk, area.left(area.w - width));
    draw_inspector(desk, area.after(area.w - width));
    return;
  }
  draw_list(desk, area);
  if (state_.selected.empty()) return;
  const ui::Rect box = area.after(area.w - width);
  canvas.shadow(box, ui::Elevation::Dialog, 0);
  canvas.touch("图片详情的底", box);   // what lies below is not touched
  draw_inspector(desk, box);
}

}  // namespace

std::unique_ptr<Panel> make_media_panel(desk::Desk& desk) { return std::make_unique<MediaPanel>(desk); }

int consents_due(Workspace& office) {
  const content::Day today = city_day(office.now_ms());
  std::set<std::string> due;
  for (const content::MediaUse& use : office.store().media_uses()) {
    if (use.kind != content::Kind::Figure || !use.now || due.contains(use.media.text)) continue;
    if (content::consent_state(office.store().media_facts(use.media), today) != content::ConsentState::Fine) due.insert(use.media.text);
  }
  return static_cast<int>(due.size());
}

}  // namespace admin
