// The window's frame around the panel: the bar at the top, who is in, the navigation.
#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/marks.h"
#include "admin/shell/key_sheet.h"
#include "admin/shell/search_layer.h"
#include "admin/shell/shell.h"

namespace admin {

namespace color = desk::color;
namespace size = desk::size;
using desk::bold;
using desk::words;

namespace {

std::string_view heading_of(Group group) {
  switch (group) {
    case Group::Top: return "";
    case Group::Content: return "内容";
    case Group::Work: return "运行";
    case Group::System: return "系统";
  }
  return "";
}

std::string_view role_words(content::Role role) {
  switch (role) {
    case content::Role::Editor: return "编辑";
    case content::Role::First: return "一审员";
    case content::Role::Second: return "二审员";
    case content::Role::Third: return "三审发布";
    case content::Role::Administrator: return "管理员";
  }
  return "";
}

}  // namespace

void Shell::draw_top_bar(ui::Rect bar) {
  ui::Canvas& canvas = desk_.canvas();
  canvas.fill(bar, color::kPaper);
  canvas.fill({bar.x, bar.bottom() - 1, bar.w, 1}, color::kLine);   // inside the bar: the panel's ground begins below
  canvas.mark({bar.x + 20, bar.y + 11, 34, 34}, color::kRed, color::kGold, color::kRed);
  float x = bar.x + 66;
  x += canvas.text({x, bar.y, 120, bar.h}, "双拥之窗", {.face = ui::Face::Serif, .size = 19, .color = color::kInk});
  canvas.line({x + 12, bar.y + 16}, {x + 12, bar.bottom() - 16}, color::kLine, 1);
  canvas.text({x + 24, bar.y, 180, bar.h}, city_.empty() ? "管理台" : "管理台 · " + city_, words(size::kText, color::kInk2));
  const ui::Rect search{bar.x + 339, bar.y + 10, std::min(340.0F, bar.w * 0.22F), 36};
  canvas.fill(search, desk_.hovers(search) ? color::kTrack : color::kWell, size::kButtonRadius);
  canvas.icon("search", {search.x + 22, search.centre().y}, 16, color::kInk2);
  canvas.text(search.after(38), "搜商户、人物、文章（Ctrl K）", words(size::kText, color::kInk3));
  if (canvas.touch("搜索一切", search).tapped) desk_.show(make_search_layer());
  float right = bar.right() - 20;
  if (office_.may(Right::Publish)) {
    const bool there = showing_ != nullptr && showing_->id == "publish";
    const desk::ButtonLook look{.kind = there ? desk::ButtonKind::Plain : desk::ButtonKind::Publish, .icon = "upload", .count = badges_.contains("publish") ? badges_.at("publish") : -1, .label = "去发布"};
    if (desk::button_from_right(desk_, "发布到终端", right, bar.y + 9, look, 38)) desk_.go({.panel = "publish"});
    right -= 16;
  }
  draw_person(right, bar);
}

void Shell::draw_person(float right, ui::Rect bar) {
  ui::Canvas& canvas = desk_.canvas();
  const content::Person& person = office_.person();
  const std::string_view role = role_words(person.role);
  const float width = std::max(canvas.measure(person.name, words(size::kText, color::kInk, ui::Face::SansMedium)), canvas.measure(role, desk::second())) + 4;
  const ui::Rect box{right - width - 50, bar.y + 4, width + 50, bar.h - 8};
  desk::avatar(desk_, {box.x + 20, bar.centre().y}, 16, person.name);
  canvas.text({box.x + 46, bar.y + 8, width, 21}, person.name, words(size::kText, color::kInk, ui::Face::SansMedium));
  canvas.text({box.x + 46, bar.y + 28, width, 20}, role, desk::second());
  const std::string id = "我的菜单";
  if (canvas.touch(id, box).tapped) desk_.open_popup(id);
  desk_.popup(id, box, {190, 2 * 40 + 8}, [this](ui::Rect place) {
    const ui::Rect first = place.inset(4).top(40);
    const ui::Rect next = first.moved(0, 40);
    const auto row = [this](ui::Rect at, std::string_view icon, std::string_view label) {
      if (desk_.hovers(at)) desk_.canvas().fill(at, color::kWell, 4);
      desk_.canvas().icon(icon, {at.x + 20, at.centre().y}, 17, color::kInk2);
      desk_.canvas().text(at.after(40), label, words());
      return desk_.canvas().touch(label, at).tapped;
    };
    const bool keys = row(first, "keyboard", "全部快捷键");
    const bool out = row(next, "lock", "锁定并换人");
    if (keys || out) desk_.close_popup();
    if (keys) desk_.show(make_key_sheet());
    if (out) lock();
  });
}

void Shell::draw_navigation(ui::Rect side) {
  ui::Canvas& canvas = desk_.canvas();
  canvas.fill(side, color::kSide);
  canvas.fill({side.right() - 1, side.y, 1, side.h}, color::kLine);
  // Many kinds on a low window: rows close up rather than scroll.
  std::size_t rows = 0;
  for (const PanelInfo& info : panels()) rows += offered(info) ? 1 : 0;
  const float row_height = std::clamp((side.h - 16 - 3 * 38) / static_cast<float>(std::max<std::size_t>(rows, 1)), 26.0F, size::kNavRow + 2);
  float y = side.y + 8;
  Group group = Group::Top;
  for (const PanelInfo& info : panels()) {
    if (!offered(info)) continue;
    if (info.group != group) {
      group = info.group;
      canvas.text({side.x + 22, y + 10, 120, 24}, heading_of(group), words(13, color::kInk3));
      y += 36;
    }
    y += draw_entry(info, {side.x + 10, y, side.w - 20, row_height});
  }
}

float Shell::draw_entry(const PanelInfo& info, ui::Rect row) {
  ui::Canvas& canvas = desk_.canvas();
  const bool on = showing_ == &info;
  const ui::Touch touch = canvas.touch("导航 " + std::string(info.title), row);
  const ui::Rect ground = row.inset(0, 1);
  if (on) {
    canvas.fill(ground, color::kNavOn, size::kButtonRadius);
    canvas.fill({row.x, ground.y + 9, 3, ground.h - 18}, color::kRed, 1.5F);
  } else if (desk_.hovers(row)) {
    canvas.fill(ground, color::kWell, size::kButtonRadius);
  }
  if (touch.focused) canvas.outline(ground, color::kRed, 2, size::kButtonRadius);
  const ui::Color ink = on ? color::kRedDark : color::kInk;
  canvas.icon(info.icon, {row.x + 22, row.centre().y}, 18, on ? color::kRedDark : color::kInk2);
  canvas.text(row.after(44), info.title, on ? bold(size::kText, ink) : words(size::kText, ink));
  if (const auto badge = badges_.find(info.id); badge != badges_.end() && badge->second > 0) {
    canvas.text(row.left(row.w - 12), std::to_string(badge->second), desk::right(words(14, on ? color::kRedDark : color::kInk2)));
  }
  if (touch.tapped) desk_.go({.panel = std::string(info.id)});
  return row.h;
}

}  // namespace admin
