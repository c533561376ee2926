// What the people panel does; failures become the sentence at the field or of the window.
#include <fmt/format.h>

#include <array>

#include "admin/panels/people/people_panel.h"
#include "admin/panels/people/role_words.h"
#include "content/error.h"
#include "content/utf8.h"

namespace admin {

using content::Person;
using content::Role;

namespace {

constexpr std::array<RoleWords, 5> kRoleWords{{{Role::Editor, "写内容、传图片、送审；不审、不发布。"},
                                               {Role::First, "一审：核对事实和佐证，通过或退回。"},
                                               {Role::Second, "二审：核对文字和政策，通过或退回。"},
                                               {Role::Third, "三审：最后把关；只有终审能发布到屏上。"},
                                               {Role::Administrator, "登记人员、给角色、重设密码；不审、不发布。"}}};

}  // namespace

std::span<const RoleWords> role_words() { return kRoleWords; }

int role_order(Role role) { return role == Role::Administrator ? -1 : static_cast<int>(role); }

void PeoplePanel::add(desk::Desk& desk) {
  const std::string name = content::trim(name_);
  fault_ = name.empty() ? "请写上姓名。" : "";
  const auto fault = content::password_fault(password_, name);
  password_fault_ = fault ? fault->zh : "";
  if (!fault_.empty() || fault) return;
  // Hashing takes most of a second: the frame with the pressed button comes first.
  desk.soon([this, &desk, name, role = role_] {
    try {
      content::OfficeStore& store = desk.office().store();
      const std::string& by = desk.office().person().name;
      content::OfficeStore::Batch batch(store);
      store.add_person(name, role, by);
      store.set_password(name, password_, by, desk.office().password_cost());
      batch.commit();
    } catch (const content::Error& error) {
      fault_ = error.text().zh;
      return;
    }
    read(desk);
    choose(name);
    name_.clear();
    desk.toast(fmt::format("{}已登记为{}，可以登录了。", name, content::word_of(role).zh));
  });
}

void PeoplePanel::give_role(desk::Desk& desk, const Person& person, Role role) {
  const std::string by = desk.office().person().name;
  const Role before = person.role;
  const std::string name = person.name;
  if (desk.attempt([&] { desk.office().store().set_role(name, role, by); })) {
    // The toast may outlive this panel.
    desk.toast(fmt::format("{}现在是{}。", name, content::word_of(role).zh), [&desk, name, before, by] {
      desk.attempt([&] { desk.office().store().set_role(name, before, by); });
      desk.go({.panel = "people"});
    });
  }
  read(desk);
}

void PeoplePanel::give_password(desk::Desk& desk, const Person& person) {
  const auto fault = content::password_fault(password_, person.name);
  password_fault_ = fault ? fault->zh : "";
  if (fault) return;
  desk.soon([this, &desk, name = person.name] {
    const bool done = desk.attempt([&] {
      desk.office().store().set_password(name, password_, desk.office().person().name, desk.office().password_cost());
    });
    wipe();
    read(desk);
    if (done) desk.toast(name + "的密码已经换了，请当面告诉本人。");
  });
}

void PeoplePanel::ask_to_let_go(desk::Desk& desk, const Person& person) {
  desk.ask({.title = fmt::format("“{}”离开了吗？", person.name),
            .sentence = "从此不能登录，也不能再改、再审；做过的事仍记着这个名字。这一步不能反悔，回来要用另一个名字登记。",
            .safe = "还没离开",
            .act = "办理离开",
            .danger = true,
            .done = [this, &desk, name = person.name](const std::string&) {
              const bool done = desk.attempt([&] { desk.office().store().let_go(name, desk.office().person().name); });
              read(desk);
              if (!done) return;
              choose(people_.empty() ? "" : people_.front().name);
              desk.toast(name + "已办理离开。");
            }});
}

std::unique_ptr<Panel> make_people_panel(desk::Desk&) { return std::make_unique<PeoplePanel>(); }

bool may_administer(const Workspace& office) { return office.may(Right::Administer); }

}  // namespace admin
