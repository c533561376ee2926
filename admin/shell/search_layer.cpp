#include "admin/shell/search_layer.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "admin/desk/button.h"
#include "admin/desk/marks.h"
#include "admin/desk/scroll.h"
#include "admin/desk/table.h"
#include "admin/workspace/records.h"
#include "admin/workspace/search_keys.h"
#include "content/kinds.h"
#include "content/utf8.h"
#include "kiosk/ui/text_edit.h"

namespace admin {

namespace {

constexpr float kWidth = 640;
constexpr float kField = 56;
constexpr float kRow = 46;
constexpr std::size_t kMostHits = 60;

class SearchLayer final : public desk::Layer {
 public:
  bool dims() const override { return true; }

  bool draw(desk::Desk& desk) override {
    if (keys_.empty()) gather(desk.office());
    ui::Canvas& canvas = desk.canvas();
    const float height = std::min(canvas.size().h - 160, kField + 12 + kRow * 10);
    const ui::Rect box{std::round((canvas.size().w - kWidth) / 2), 80, kWidth, height};
    canvas.shadow(box, ui::Elevation::Dialog, desk::size::kDialogRadius);
    canvas.fill(box, desk::color::kPaper, desk::size::kDialogRadius);
    const bool open = !draw_field(desk, box.top(kField));
    draw_hits(desk, box.below(kField).inset(6));
    return open && !left_;
  }

 private:
  struct Known {
    const content::Record* record;
    std::string title;
    SearchKeys keys;
  };

  void gather(Workspace& office) {
    KeyMaker maker;
    for (const content::KindSpec& spec : content::all_kinds()) {
      for (const content::Record* record : office.records().of(spec.kind)) {
        Known known{record, content::title_of(spec, record->body), {}};
        const bool person = spec.kind == content::Kind::Figure;
        maker.add_name(known.keys, known.title, person ? content::NameKind::Person : content::NameKind::Other);
        keys_.push_back(std::move(known));
      }
    }
    find();
  }

  // What begins with the typed letters comes before what has them somewhere: "dk" means 渡口面馆.
  void find() {
    hits_.clear();
    lit_ = 0;
    const SearchQuery query(typed_);
    for (const Known& known : keys_) {
      if (query.empty() && hits_.size() == kMostHits) break;
      if (query.empty() || query.finds(known.keys)) hits_.push_back(&known);
    }
    const std::string typed = content::ascii_lower(content::trim(typed_));
    const auto begins = [&typed](const Known* hit) {
      return hit->keys.text.starts_with(typed) || hit->keys.letters.starts_with(typed) || hit->keys.initials.starts_with(typed);
    };
    if (!query.empty()) std::ranges::stable_partition(hits_, begins);
    if (hits_.size() > kMostHits) hits_.resize(kMostHits);
  }

  // True when the cross was touched.
  bool draw_field(desk::Desk& desk, ui::Rect row) {
    ui::Canvas& canvas = desk.canvas();
    canvas.icon("search", {row.x + 30, row.centre().y}, 20, desk::color::kInk2);
    if (!asked_) ui::focus_text(canvas, "搜什么"), asked_ = true;
    const auto edited = ui::text_edit(canvas, "搜什么", row.inset(56, 14).left(row.w - 120), typed_,
                                      {.text = desk::words(18), .caret = desk::color::kRed, .selection = desk::color::kRedHalo,
                                       .hint = "名称、拼音或首字母：渡口，dukou，dk", .hint_color = desk::color::kHint});
    canvas.line({row.x, row.bottom()}, {row.right(), row.bottom()}, desk::color::kLine, 1);
    if (edited.changed) find(), scroll_.to_top();
    if (ui::pressed({ui::Key::Down}) && lit_ + 1 < hits_.size()) scroll_.reveal_from_top(static_cast<float>(++lit_) * kRow, kRow);
    if (ui::pressed({ui::Key::Up}) && lit_ > 0) scroll_.reveal_from_top(static_cast<float>(--lit_) * kRow, kRow);
    if (edited.entered && lit_ < hits_.size()) follow(desk, *hits_[lit_]);
    return desk::icon_button(desk, "关上搜索", "close", {row.right() - 46, row.y + 11, 34, 34});
  }

  void draw_hits(desk::Desk& desk, ui::Rect box) {
    ui::Canvas& canvas = desk.canvas();
    if (hits_.empty()) {
      canvas.text(box.top(90), "没有叫这个名字的内容。换几个字，或用拼音首字母。", desk::centre(desk::second()));
      return;
    }
    const ui::Rect area = scroll_.begin(desk, box, "搜到的");
    float y = area.y;
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      const Known& hit = *hits_[i];
      const content::KindSpec& spec = content::kind_spec(hit.record->kind);
      const ui::Rect row{area.x, y, area.w, kRow};
      y += kRow;
      const std::string label = "搜到 " + std::string(spec.zh) + " " + hit.title;
      if (i == lit_ || desk.hovers(row)) canvas.fill(row, i == lit_ ? desk::color::kWell : desk::color::kHover, 6);
      canvas.text(row.inset(14, 0).left(64), spec.zh, desk::second());
      canvas.text(row.inset(86, 0).left(row.w - 210), hit.title, desk::words(desk::size::kText, desk::color::kInk, ui::Face::SansMedium));
      desk::state_chip(desk, {row.right() - 108, row.centre().y}, hit.record->state);
      if (canvas.touch(label, row).tapped) follow(desk, hit);
    }
    scroll_.end(desk, y);
  }

  void follow(desk::Desk& desk, const Known& hit) {
    desk.go({.panel = std::string(content::kind_spec(hit.record->kind).word), .record = hit.record->id});
    left_ = true;
  }

  std::vector<Known> keys_;
  std::vector<const Known*> hits_;
  std::string typed_;
  std::size_t lit_ = 0;
  bool asked_ = false;
  bool left_ = false;
  desk::ScrollArea scroll_;
};

}  // namespace

std::unique_ptr<desk::Layer> make_search_layer() { return std::make_unique<SearchLayer>(); }

}  // namespace admin
