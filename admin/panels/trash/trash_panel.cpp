#include "admin/panels/trash/trash_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "admin/desk/table.h"
#include "admin/panels/list/bulk_bar.h"
#include "admin/panels/undo.h"
#include "admin/workspace/cell_words.h"
#include "admin/workspace/deeds.h"
#include "kiosk/ui/text_edit.h"

namespace admin {

using content::Record;
using content::RecordId;
using namespace desk::color;

namespace {

constexpr float kFoot = 48;

class TrashPanel : public Panel {
 public:
  void draw(desk::Desk& desk, ui::Rect area) override {
    read(desk);
    desk.canvas().fill(area, kPaper);
    desk::page_title(desk, area.top(desk::size::kTitleRow).inset(desk::size::kPad, 0), "回收站", fmt::format("{} 条；都可以取回，什么都不会真正删掉", records_.size()));
    const ui::Rect body = area.below(desk::size::kTitleRow);
    if (records_.empty()) {
      desk::empty_words(desk, body, "回收站是空的", "从列表里删除的记录会放在这里，随时能取回。", "archive");
      return;
    }
    const ui::Rect foot{area.x, area.bottom() - kFoot, area.w, kFoot};
    draw_table(desk, {body.x, body.y, body.w, foot.y - body.y});
    draw_foot(desk, foot);
    if (!ui::typing(desk.canvas()) && desk.shortcut({ui::Key::Z, true})) undo_last(desk);
    if (!ui::typing(desk.canvas()) && desk.shortcut({ui::Key::Y, true})) redo_last(desk);
  }

 private:
  void read(desk::Desk& desk) {
    Records& records = desk.office().records();
    if (version_ == records.version()) return;
    version_ = records.version();
    records_ = records.trashed();
    std::erase_if(selected_, [&records](const RecordId& id) {
      const Record* record = records.find(id);
      return record == nullptr || !record->trashed;
    });
  }

  void restore(desk::Desk& desk, const std::vector<RecordId>& ids) {
    desk.attempt([&] { tell_outcome(desk, "已取回", desk.office().deeds().restore_all(ids, Unfit::Skip)); });
  }

  void draw_table(desk::Desk& desk, ui::Rect area) {
    const desk::Column columns[] = {{.words = "标题", .sortable = false},
                                    {.words = "种类", .width = 110, .sortable = false},
                                    {.words = "谁放进来的", .width = 130, .sortable = false},
                                    {.words = "时间", .width = 130, .sortable = false},
                                    {.words = "", .width = 110, .sortable = false}};
    const ui::Rect head = area.top(desk::size::kHeadRow);
    const float left = desk::size::kPad + 24;
    desk.canvas().fill(head, kHead);
    desk.canvas().line({head.x, head.y}, {head.right(), head.y}, kLine, 1);
    desk.canvas().line({head.x, head.bottom()}, {head.right(), head.bottom()}, kLine, 1);
    desk::table_head(desk, head.after(left).left(head.w - left - desk::size::kPad), columns, {});
    rows_ = static_cast<std::size_t>(std::max(3.0F, std::floor((area.h - desk::size::kHeadRow) / desk::size::kRow)));
    page_ = std::min(page_, (records_.size() - 1) / rows_);
    float y = area.y + desk::size::kHeadRow;
    std::vector<RecordId> wanted;
    std::set<std::string> names;
    for (std::size_t i = page_ * rows_; i < std::min(records_.size(), (page_ + 1) * rows_); ++i) {
      const Record& record = *records_[i];
      const ui::Rect row{area.x, y, area.w, desk::size::kRow};
      y += desk::size::kRow;
      const content::KindSpec& spec = content::kind_spec(record.kind);
      const std::string title = content::title_of(spec, record.body);
      std::string name = title;
      for (int again = 2; !names.insert(name).second; ++again) name = fmt::format("{}（{}）", title, again);
      const bool on = selected_.contains(record.id);
      desk::table_row(desk, "回收站里的 " + name, row, {.selected = on});
      const auto boxes = desk::column_boxes(columns, row.after(left).left(row.w - left - desk::size::kPad));
      desk::cell(desk, boxes[0], title, desk::words(desk::size::kText, kInk, ui::Face::SansMedium));
      desk::cell(desk, boxes[1], spec.zh, desk::words(14.5F));
      desk::cell(desk, boxes[2], record.changed_by, desk::words(14.5F));
      desk::cell(desk, boxes[3], moment_words(record.changed_at, desk.office().now_ms()), desk::words(14.5F));
      if (desk::checkbox(desk, "", {row.x + desk::size::kPad - 4, row.y, 28, row.h}, on, "选中 " + name)) turn(record.id);
      if (desk::button(desk, "取回", {boxes[4].right() - 72, row.y + 4, 72, 32}, {.label = "取回 " + name})) wanted = {record.id};
    }
    if (!wanted.empty()) restore(desk, wanted);
  }

  void draw_foot(desk::Desk& desk, ui::Rect foot) {
    desk.canvas().line({foot.x, foot.y}, {foot.right(), foot.y}, kLine, 1);
    if (!selected_.empty()) {
      const std::string words = fmt::format("取回选中的 {} 条", selected_.size());
      const desk::ButtonLook look{.kind = desk::ButtonKind::Save, .label = "取回选中的"};
      if (desk::button(desk, words, {foot.x + desk::size::kPad, foot.y + 6, desk::button_width(desk, words, look), 36}, look)) {
        restore(desk, {selected_.begin(), selected_.end()});
      }
    }
    if (const auto page = desk::table_pager(desk, foot.inset(desk::size::kPad, 0), page_, rows_, records_.size())) page_ = *page;
  }

  void turn(const RecordId& id) {
    if (selected_.erase(id) == 0) selected_.insert(id);
  }

  std::int64_t version_ = -1;
  std::vector<const Record*> records_;
  std::set<RecordId> selected_;
  std::size_t page_ = 0;
  std::size_t rows_ = 15;
};

}  // namespace

std::unique_ptr<Panel> make_trash_panel(desk::Desk&) { return std::make_unique<TrashPanel>(); }

}  // namespace admin
