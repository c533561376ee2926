#include "admin/panels/list/bulk_bar.h"

#include <fmt/format.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/look.h"
#include "admin/desk/scroll.h"
#include "admin/panels/list/bulk_edit.h"
#include "admin/panels/undo.h"

namespace admin {

using namespace desk::color;

namespace {

std::vector<content::RecordId> chosen(const RecordList& list) { return {list.selection().begin(), list.selection().end()}; }

// Names what was left out.
class OutcomeLayer : public desk::Layer {
 public:
  OutcomeLayer(std::string title, BulkOutcome outcome) : title_(std::move(title)), outcome_(std::move(outcome)) {}

  bool dims() const override { return true; }
  bool draw(desk::Desk& desk) override {
    ui::Canvas& canvas = desk.canvas();
    const ui::Rect box = ui::centred(canvas.bounds(), {640, 480});
    canvas.shadow(box, ui::Elevation::Dialog, desk::size::kDialogRadius);
    canvas.fill(box, kPaper, desk::size::kDialogRadius);
    canvas.text({box.x + 28, box.y + 20, box.w - 56, 36}, title_, desk::bold(19));
    const ui::Rect inside = scroll_.begin(desk, {box.x + 28, box.y + 66, box.w - 56, box.h - 66 - 76}, "没做的");
    float y = inside.y;
    for (const BulkOutcome::Skipped& one : outcome_.skipped) {
      canvas.text({inside.x, y, inside.w, 26}, one.title, desk::words(desk::size::kText, kInk, ui::Face::SansMedium));
      y += 26 + canvas.paragraph({inside.x, y + 26, inside.w, 0}, one.reason, desk::second(kAmber)) + 12;
    }
    scroll_.end(desk, y);
    return !desk::button(desk, "知道了", {box.right() - 28 - 110, box.bottom() - 58, 110, desk::size::kBigButton}, {.kind = desk::ButtonKind::Save});
  }

 private:
  std::string title_;
  BulkOutcome outcome_;
  desk::ScrollArea scroll_;
};

}  // namespace

void tell_outcome(desk::Desk& desk, std::string_view verb, const BulkOutcome& outcome) {
  if (outcome.skipped.empty()) {
    const std::string sentence = fmt::format("{} {} 条。", verb, outcome.done);
    return desk.toast(sentence, [&desk] { undo_last(desk); });
  }
  desk.show(std::make_unique<OutcomeLayer>(fmt::format("{} {} 条，{} 条没有做", verb, outcome.done, outcome.skipped.size()), outcome));
}

void bulk_bar(desk::Desk& desk, ui::Rect bar, RecordList& list) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(bar, kInk);
  const std::size_t count = list.selection().size();
  const float width = canvas.text({bar.x + 24, bar.y, 200, bar.h}, fmt::format("已选 {} 条", count), desk::bold(desk::size::kText, kPaper));
  if (count < list.size()) {
    const std::string all = fmt::format("选中全部 {} 条", list.size());
    const desk::ButtonLook look{.on_dark = true, .label = "选中全部"};
    if (desk::button(desk, all, {bar.x + 36 + width, bar.y + 6, desk::button_width(desk, all, look), bar.h - 12}, look)) list.select_all();
  }
  float right = bar.right() - 16;
  const float y = bar.y + 6;
  const auto button = [&](std::string_view words, std::string_view icon = {}, std::string_view label = {}) {
    return desk::button_from_right(desk, words, right, y, {.icon = icon, .on_dark = true, .label = label}, bar.h - 12);
  };
  if (button("✕", {}, "取消选中")) return list.select_none();
  Deeds& deeds = desk.office().deeds();
  if (button("放进回收站")) {
    desk.ask({.title = fmt::format("把选中的 {} 条放进回收站？", count),
              .sentence = "下次发布后从屏上消失；可以从回收站取回，也可以撤销。",
              .safe = "先不放",
              .act = "放进回收站",
              .done = [&desk, &deeds, ids = chosen(list), &list](const std::string&) {
                desk.attempt([&] {
                  tell_outcome(desk, "已放进回收站", deeds.trash_all(ids, Unfit::Skip));
                  list.select_none();
                });
              }});
  }
  if (button("批量修改…", {}, "批量修改")) desk.show(make_bulk_edit(list.spec(), chosen(list)));
  if (button("提交审核")) desk.attempt([&] { tell_outcome(desk, "已提交", deeds.submit_all(chosen(list), Unfit::Skip)); });
}

}  // namespace admin
