#include "admin/panels/people/people_panel.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/field.h"
#include "admin/desk/marks.h"
#include "admin/desk/table.h"
#include "admin/panels/people/role_words.h"
#include "admin/workspace/cell_words.h"
#include "content/review.h"
#include "kiosk/ui/text_edit.h"

namespace admin {
namespace {

namespace color = desk::color;
using content::Person;
using content::Role;
constexpr float kPad = 24, kRow = 54;

desk::Tone tone_of(Role role) {
  if (role == Role::Administrator) return desk::Tone::Amber;
  return role == Role::Editor ? desk::Tone::Grey : desk::Tone::Indigo;
}

// What is missing before anything can be published.
std::string missing_words(const std::vector<Person>& people) {
  std::string missing;
  for (const Role role : {Role::Editor, Role::First, Role::Second, Role::Third}) {
    const bool there = std::ranges::any_of(people, [&](const Person& person) { return person.role == role && person.may_sign_in; });
    if (!there) missing += (missing.empty() ? "" : "、") + std::string(content::word_of(role).zh);
  }
  return missing.empty() ? "" : "还没有能登录的" + missing + "。一份内容要由编辑写、再由三位不同的人各审一次，才能发布；请把人登记齐。";
}

}  // namespace

void PeoplePanel::wipe() {
  if (!password_.empty()) sodium_memzero(password_.data(), password_.size());
  password_.clear();
}

void PeoplePanel::enter(desk::Desk& desk, const desk::Target& target) {
  read(desk);
  if (target.view == "new" || people_.size() <= 1) begin_new();
  else if (chosen_.empty() && !people_.empty()) choose(people_.front().name);
}

void PeoplePanel::leave(desk::Desk&) { wipe(); }

void PeoplePanel::read(desk::Desk& desk) {
  desk.attempt([&] {
    const content::OfficeStore& store = desk.office().store();
    people_ = store.people();
    std::ranges::stable_sort(people_, [](const Person& a, const Person& b) { return role_order(a.role) < role_order(b.role); });
    last_in_.clear();
    for (const Person& person : people_) {
      const auto lines = store.audit({.person = person.name, .deed = "sign_in", .limit = 1});
      if (!lines.empty()) last_in_[person.name] = lines.front().at;
    }
  });
}

void PeoplePanel::choose(const std::string& name) {
  wipe();
  chosen_ = name;
  fault_.clear();
  password_fault_.clear();
  inspector_.to_top();
}

void PeoplePanel::begin_new() {
  choose("");
  name_.clear();
  role_ = Role::Editor;
  for (const Role role : {Role::Third, Role::Second, Role::First, Role::Editor}) {
    if (std::ranges::none_of(people_, [&](const Person& person) { return person.role == role; })) role_ = role;
  }
}

void PeoplePanel::draw(desk::Desk& desk, ui::Rect area) {
  desk.canvas().fill(area, color::kPaper);
  const float inspector = area.w < 1300 ? 460 : desk::size::kInspector;
  const ui::Rect list = area.left(area.w - inspector);
  draw_list(desk, list);
  draw_inspector(desk, area.after(list.w));
  desk.canvas().line({list.right(), area.y}, {list.right(), area.bottom()}, color::kLine, 1);
}

float PeoplePanel::draw_hint(desk::Desk& desk, ui::Rect at) {
  const std::string missing = missing_words(people_);
  return missing.empty() ? 0 : desk::notice(desk, at, missing, desk::Tone::Amber) + 14;
}

void PeoplePanel::draw_list(desk::Desk& desk, ui::Rect box) {
  desk::page_title(desk, {box.x + kPad, box.y, box.w - 240, desk::size::kTitleRow}, "用户与权限", fmt::format("{} 人", people_.size()));
  float right = box.right() - kPad;
  if (desk::button_from_right(desk, "登记新人", right, box.y + 15, {.kind = desk::ButtonKind::New, .icon = "plus", .key = "N"}) || desk.shortcut({ui::Key::N})) {
    begin_new();
    ui::focus_text(desk.canvas(), "姓名");
  }
  float y = box.y + desk::size::kTitleRow;
  y += draw_hint(desk, {box.x + kPad, y, box.w - 2 * kPad, 0});
  const std::array<desk::Column, 4> columns{{{.words = "姓名", .sortable = false}, {.words = "角色", .width = 130, .sortable = false},
                                             {.words = "登录", .width = 150, .sortable = false}, {.words = "最近登录", .width = 150, .sortable = false}}};
  desk.canvas().fill({box.x, y, box.w, desk::size::kHeadRow}, color::kHead);
  desk.canvas().line({box.x, y}, {box.right(), y}, color::kLine, 1);
  desk.canvas().line({box.x, y + desk::size::kHeadRow}, {box.right(), y + desk::size::kHeadRow}, color::kLine, 1);
  desk::table_head(desk, {box.x + kPad, y, box.w - 2 * kPad, desk::size::kHeadRow}, columns, std::nullopt);
  y += desk::size::kHeadRow;
  const ui::Rect inner = list_.begin(desk, {box.x, y, box.w, box.bottom() - y}, "用户");
  float row = inner.y;
  for (std::size_t i = 0; i < people_.size(); ++i, row += kRow) draw_row(desk, people_[i], {inner.x, row, inner.w, kRow});
  list_.end(desk, row);
  if (desk.shortcut({ui::Key::Down}) || desk.shortcut({ui::Key::Up})) {
    const auto now = std::ranges::find(people_, chosen_, &Person::name) - people_.begin();
    const auto to = std::clamp<std::ptrdiff_t>(now + (desk.shortcut({ui::Key::Down}) ? 1 : -1), 0, static_cast<std::ptrdiff_t>(people_.size()) - 1);
    if (!people_.empty()) choose(people_[static_cast<std::size_t>(to)].name);
  }
}

void PeoplePanel::draw_row(desk::Desk& desk, const Person& person, ui::Rect row) {
  const bool selected = person.name == chosen_;
  const ui::Touch touch = desk::table_row(desk, "用户 " + person.name, row, {.selected = selected});
  const float width = row.w - 2 * kPad;
  const float x = row.x + kPad;
  const float fixed = 430;
  desk::avatar(desk, {x + 16, row.centre().y}, 15, person.name);
  const std::string name = person.name == desk.office().person().name ? person.name + "（您）" : person.name;
  desk::cell(desk, {x + 42, row.y, width - fixed - 46, row.h}, name, selected ? desk::bold() : desk::words(desk::size::kText, color::kInk, ui::Face::SansMedium));
  const float at = x + width - fixed;
  desk::chip(desk, {at, row.centre().y}, content::word_of(person.role).zh, tone_of(person.role));
  desk::cell(desk, {at + 130, row.y, 150, row.h}, person.may_sign_in ? "有密码" : "还没有密码", desk::words(14, person.may_sign_in ? color::kInk2 : color::kAmber));
  const auto in = last_in_.find(person.name);
  const std::string when = in == last_in_.end() ? "没有登录过" : moment_words(in->second, desk.office().now_ms());
  desk::cell(desk, {at + 280, row.y, 150, row.h}, when, desk::words(14, color::kInk3));
  if (touch.tapped) choose(person.name);
}

void PeoplePanel::draw_inspector(desk::Desk& desk, ui::Rect box) {
  desk.canvas().fill(box, color::kGround);
  const ui::Rect inner = inspector_.begin(desk, box, "用户资料");
  const ui::Rect at{inner.x + kPad, inner.y, inner.w - 2 * kPad, 0};
  const auto person = std::ranges::find(people_, chosen_, &Person::name);
  // A copy: what is clicked may read the list anew.
  const float height = person == people_.end() ? draw_new(desk, at) : draw_person(desk, Person(*person), at);
  inspector_.end(desk, inner.y + height + 24);
}

float PeoplePanel::draw_roles(desk::Desk& desk, ui::Rect at, Role& role) {
  constexpr float kTall = 58;
  float y = at.y;
  for (const RoleWords& words : role_words()) {
    const ui::Rect row{at.x, y, at.w, kTall};
    desk.canvas().fill(row, color::kPaper, desk::size::kButtonRadius);
    desk.canvas().outline(row, role == words.role ? color::kRed : color::kLine, role == words.role ? 1.5F : 1, desk::size::kButtonRadius);
    const std::string_view name = content::word_of(words.role).zh;
    if (desk::radio(desk, name, {row.x + 12, row.y, 110, kTall}, role == words.role, fmt::format("角色 {}", name))) role = words.role;
    const ui::TextBlock may = desk.canvas().layout(words.may, desk::second(color::kInk2), row.w - 130, 2);
    desk.canvas().draw(may, {row.x + 118, desk::middle_top(may, row)});
    y += kTall + 8;
  }
  return y - at.y;
}

float PeoplePanel::draw_password(desk::Desk& desk, ui::Rect at, std::string_view name, std::string_view label) {
  const desk::TextField field = desk::text_field(desk, at, password_, {.frame = {.label = label,
                                                                                 .state = password_fault_.empty() ? desk::FieldState::Rest : desk::FieldState::Error,
                                                                                 .sentence = password_fault_,
                                                                                 .help = "至少 8 个字，不要用姓名、生日和连着的数字；请当面告诉本人，让他自己再改。"},
                                                                       .secret = true});
  if (field.edit.changed) password_fault_.clear();
  if (field.edit.lost && !password_.empty()) {
    const auto fault = content::password_fault(password_, name);
    password_fault_ = fault ? fault->zh : "";
  }
  return field.height;
}

float PeoplePanel::draw_new(desk::Desk& desk, ui::Rect at) {
  float y = at.y;
  desk::page_title(desk, {at.x, y, at.w, desk::size::kTitleRow}, "登记新人");
  y += desk::size::kTitleRow;
  const desk::TextField field = desk::text_field(desk, {at.x, y, at.w, 0}, name_, {.frame = {.label = "姓名",
                                                                                             .required = true,
                                                                                             .state = fault_.empty() ? desk::FieldState::Rest : desk::FieldState::Error,
                                                                                             .sentence = fault_,
                                                                                             .help = "重名的人请加上部门，如“李岩（宣传股）”。"}});
  if (field.edit.changed) fault_.clear();
  y += field.height + 14;
  desk.canvas().text({at.x, y, at.w, 24}, "角色", desk::second(color::kInk2));
  y += 30;
  y += draw_roles(desk, {at.x, y, at.w, 0}, role_) + 8;
  y += draw_password(desk, {at.x, y, at.w, 0}, name_, "第一个密码") + 18;
  const ui::Rect button{at.x + at.w - 120, y, 120, desk::size::kBigButton};
  if (desk::button(desk, "登记", button, {.kind = desk::ButtonKind::Save})) add(desk);
  return button.bottom() - at.y;
}

float PeoplePanel::draw_person(desk::Desk& desk, const Person& person, ui::Rect at) {
  ui::Canvas& canvas = desk.canvas();
  float y = at.y;
  desk::page_title(desk, {at.x, y, at.w, desk::size::kTitleRow}, person.name, std::string(content::word_of(person.role).zh));
  y += desk::size::kTitleRow;
  canvas.text({at.x, y, at.w, 24}, "角色", desk::second(color::kInk2));
  y += 30;
  Role role = person.role;
  y += draw_roles(desk, {at.x, y, at.w, 0}, role) + 4;
  canvas.text({at.x, y, at.w, 24}, "换了角色，审过的照样算数；自己写的仍不能自己审。", desk::small());
  y += 34;
  y += draw_password(desk, {at.x, y, at.w, 0}, person.name, person.may_sign_in ? "重设密码" : "第一个密码") + 10;
  const std::string words = person.may_sign_in ? "重设密码" : "设密码";
  const float width = desk::button_width(desk, words);
  if (desk::button(desk, words, {at.x + at.w - width, y, width, desk::size::kButton}, {.kind = desk::ButtonKind::Save, .enabled = !password_.empty(), .label = "存密码"})) give_password(desk, person);
  y += desk::size::kButton + 26;
  canvas.line({at.x, y}, {at.x + at.w, y}, color::kLine, 1);
  y += 16;
  canvas.paragraph({at.x, y + 4, at.w - 140, 60}, "调走或退休的人办理离开：从此不能登录，做过的事仍记着名字。", desk::second(), 2);
  if (desk::button(desk, "办理离开", {at.x + at.w - 112, y, 112, desk::size::kButton})) ask_to_let_go(desk, person);
  y += 60;
  if (role != person.role) give_role(desk, person, role);
  return y - at.y;
}

}  // namespace admin
