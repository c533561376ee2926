#include "admin/panels/media/media_panel.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "admin/desk/file_browser.h"
#include "admin/desk/marks.h"
#include "admin/editors/picture_pick.h"
#include "admin/panels/media/intake_strip.h"
#include "admin/panels/media/media_inspector.h"
#include "admin/panels/media/media_view.h"
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

class MediaPanel final : public Panel {
 public:
  explicit MediaPanel(desk::Desk& desk) : intake_(desk.office().db()) {}
  void enter(desk::Desk& desk, const desk::Target& target) override;
  void draw(desk::Desk& desk, ui::Rect area) override;
  void leave(desk::Desk& desk) override { keep(desk); }
  bool keep(desk::Desk& desk) override { return inspector_.save_facts(desk, list_); }
  std::optional<UnderWay> under_way() const override {
    return intake_.busy() ? std::optional(pictures_under_way(intake_.left())) : std::nullopt;
  }
  bool pending() const override { return intake_.busy(); }

 private:
  void undo_keys(desk::Desk& desk);
  void refresh(desk::Desk& desk);
  void find();
  void take_files(desk::Desk& desk);
  void draw_list(desk::Desk& desk, ui::Rect area);
  void draw_inspector(desk::Desk& desk, ui::Rect box);
  void browse(desk::Desk& desk, std::optional<content::MediaId> replaces);
  void register_consents(desk::Desk& desk);
  void choose_paper(desk::Desk& desk, const content::MediaId& picture);

  MediaList list_;
  media::MediaView view_;
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
  view_.turn_to(target.view);
  if (!target.record.text.empty()) view_.select(content::MediaId{target.record.text});   // a picture's id, as what holds publishing back gives it
}

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
  if (std::exchange(is_new_, false) && view_.selected().empty() && !view_.found().empty() && desk.canvas().size().w >= size::kDrawerBelow) {
    view_.select(list_.rows()[view_.found().front()].picture.media.id);
  }
}

void MediaPanel::find() {
  view_.find(list_);
  unsaved_.clear();
  for (const MediaRow& row : list_.rows()) {
    if (inspector_.has_changes(row)) unsaved_.insert(row.picture.media.id.text);
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

void MediaPanel::take_files(desk::Desk& desk) {
  if (!desk.dropped.empty()) intake_.add(std::exchange(desk.dropped, {}));
  const std::vector<content::MediaId> kept = intake_.settle(desk);
  if (kept.empty()) return;
  stale_ = true;
  refresh(desk);
  view_.select(kept.back());
  view_.show_newest();
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
  const std::vector<content::MediaId> ids = view_.ticked();
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

void MediaPanel::draw_list(desk::Desk& desk, ui::Rect area) {
  const media::ViewWish wish = view_.draw(desk, area, list_, unsaved_, intake_);
  if (wish.upload) browse(desk, std::nullopt);
  if (wish.consents) register_consents(desk);
  if (wish.trash.empty()) return;
  media::trash_pictures(desk, wish.trash);
  stale_ = true;
}

void MediaPanel::draw_inspector(desk::Desk& desk, ui::Rect box) {
  ui::Canvas& canvas = desk.canvas();
  const MediaRow* row = list_.find(content::MediaId{view_.selected()});
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
  if (wish.close) view_.close();
  if (wish.saved) view_.select(*wish.saved), stale_ = true;
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
  if (view_.selected().empty()) return;
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
