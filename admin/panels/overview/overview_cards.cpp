// The cards of the office itself: its machine, its last release, its keys.
#include <spdlog/fmt/fmt.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/marks.h"
#include "admin/panels/overview/overview_panel.h"

namespace admin {

namespace color = desk::color;
namespace size = desk::size;

void OverviewPanel::draw_machine(desk::Desk& desk, ui::Rect box) {
  const bool fine = machine_.outbox_fine() && !machine_.disk().low && machine_.check_fine();
  const ui::Rect inside = desk::card(desk, box, "本机", machine_.checking() ? "正在检查" : fine ? "都好" : "有要看的");
  const float row_height = std::min(46.0F, (inside.h - 12) / 4);
  ui::Rect row{inside.x + 18, inside.y + 6, inside.w - 36, row_height};
  const auto line = [&](std::string_view icon, std::string_view label, std::string_view value, bool good, std::string_view act) {
    ui::Canvas& canvas = desk.canvas();
    canvas.icon(icon, {row.x + 9, row.centre().y}, 17, good ? color::kPine : color::kError);
    canvas.text({row.x + 30, row.y, 80, row.h}, label, desk::words(size::kText, color::kInk, ui::Face::SansMedium));
    float right = row.right() + 4;   // a quiet button's words end 4 before it
    const bool clicked = !act.empty() && desk::button_from_right(desk, act, right, row.centre().y - 17, {.kind = desk::ButtonKind::Quiet}, 34);
    canvas.text({row.x + 112, row.y, right - row.x - 120, row.h}, value, desk::words(14, good ? color::kInk2 : color::kError));
    row = row.moved(0, row_height);
    return clicked;
  };
  line("upload", "发布目录", machine_.outbox_words(), machine_.outbox_fine(), "");
  line("screen", "磁盘", machine_.disk().words, !machine_.disk().low, "");
  if (line("check", "数据库", machine_.check_words(), machine_.check_fine(), machine_.checking() ? "" : "再查一遍")) machine_.check_database(desk.office());
  if (line("archive", "备份", machine_.backup_words(), true, "现在备份")) {
    desk.soon([this, &desk] {
      if (desk.attempt([&] { machine_.back_up(desk.office()); })) desk.toast("数据库已备份到“备份”文件夹（图片在 media 文件夹，请一并复制）。");
    });
  }
}

void OverviewPanel::draw_release(desk::Desk& desk, ui::Rect box) {
  ui::Canvas& canvas = desk.canvas();
  const LastRelease& release = overview_->release;
  const ui::Rect inside = desk::card(desk, box, "上次发布");
  const std::string prepared = overview_->prepared > 0 ? fmt::format("下一期已备好 {} 项改动", overview_->prepared) : "下一期还没有改动";
  canvas.text({box.x + 18, box.y, box.w - 36, 47}, prepared, desk::right(desk::second()));
  if (release.sequence == 0) {
    canvas.text(inside.inset(18, 0), "还没有发布过。内容三审通过后，由终审的同事发布第 1 期。", desk::words(size::kText, color::kInk3));
    return;
  }
  const ui::Rect left{inside.x + 18, inside.y + 14, 190, 70};
  canvas.text(left.top(38), fmt::format("第 {} 期", release.sequence), desk::bold(27));
  const std::string by = release.by.empty() ? "不是这个办公库发布的" : release.when + " · " + release.by + " 发布";
  canvas.text({left.x, left.y + 40, 240, 24}, by, desk::second());
  const float divider = inside.x + 18 + std::max(190.0F, canvas.measure(by, desk::second()) + 16);
  canvas.line({divider, inside.y + 18}, {divider, inside.bottom() - 18}, color::kLine, 1);
  float right = box.right() - 18;
  const float middle = inside.centre().y - size::kButton / 2;
  if (desk.office().may(Right::Publish) && release.previous > 0) {
    if (desk::button_from_right(desk, fmt::format("回到第 {} 期", release.previous), right, middle)) {
      desk.go({.panel = "publish", .view = fmt::format("rollback {}", release.previous)});
    }
  }
  if (desk.office().may(Right::Review) && desk::button_from_right(desk, "发布记录", right, middle)) desk.go({.panel = "publish", .view = "log"});
  const ui::Rect words{divider + 20, inside.y + 18, right - divider - 28, 28};
  canvas.text(words, fmt::format("新增 {} · 修改 {} · 下架 {}", release.added, release.changed, release.removed), desk::words());
  const std::string second = release.rolled_back_to > 0 ? fmt::format("是退回到第 {} 期的内容", release.rolled_back_to) : "屏上正在显示这一期";
  canvas.text(words.moved(0, 30), second, desk::words(14, release.rolled_back_to > 0 ? color::kAmber : color::kPine));
}

void OverviewPanel::draw_keys(desk::Desk& desk, ui::Rect box) {
  const ui::Rect inside = desk::card(desk, box, "快捷键");
  struct Hint {
    std::string_view key, words;
  };
  static constexpr Hint kHints[] = {{"Ctrl K", "搜索一切"}, {"N", "新建"}, {"R", "开始审核"}, {"↑ ↓", "换一条"}, {"空格", "看大图"}, {"Ctrl S", "保存"}, {"?", "全部快捷键"}};
  float x = inside.x + 18;
  float y = inside.y + 30;
  for (const Hint& hint : kHints) {
    const float words = desk.canvas().measure(hint.words, desk::words()) + 1;
    const float width = std::max(22.0F, desk.canvas().measure(hint.key, desk::small()) + 14) + 8 + words;
    if (x + width > inside.right() - 12) {
      x = inside.x + 18;
      y += 36;
    }
    if (y + 16 > inside.bottom()) return;   // a narrow window: "?" tells them all
    const float cap = desk::key_cap(desk, {x, y}, hint.key);
    desk.canvas().text({x + cap + 8, y - 14, words, 28}, hint.words, desk::words());
    x += width + 24;
  }
}

}  // namespace admin
