// What a role may not do is not drawn.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "tests/admin/workspace/publish_office.h"
#include "tests/support/clerk.h"

using content::Kind;
using content::Record;
using tests::Clerk;
using tests::PublishOffice;

namespace {

const std::map<std::string, std::string> kPeople{{"编辑", "梁秋"}, {"初审", "沈明"}, {"复审", "方晴"}, {"终审", "何川"}, {"管理员", "许安"}};

// Two releases, a shop whose approved change waits to go out, and one record waiting in each round.
struct Office {
  Clerk clerk;
  std::map<std::string, Record> waiting;

  Office() {
    content::OfficeStore& store = clerk.store();
    approve(store.create(Kind::City, PublishOffice::city_body(), "梁秋"), 3);
    const Record shop = approve(store.create(Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90), "梁秋"), 3);
    for (int i = 0; i < 2; ++i) admin::publish(store, clerk.office().library(), {.outbox = clerk.office().outbox(), .by = "何川"});
    approve(store.edit(shop.id, shop.revision, PublishOffice::merchant_body("渡口面馆", 80), "梁秋"), 3);
    for (const auto& [name, rounds] : {std::pair{"一店", 0}, std::pair{"二店", 1}, std::pair{"三店", 2}}) {
      waiting[name] = approve(store.create(Kind::Merchant, PublishOffice::merchant_body(name, 80), "梁秋"), rounds);
    }
  }
  Record approve(Record record, int rounds) {
    record = clerk.store().submit(record.id, record.hash, "梁秋");
    const char* reviewers[] = {"沈明", "方晴", "何川"};
    for (int i = 0; i < rounds; ++i) record = clerk.store().approve(record.id, record.hash, reviewers[i]);
    return record;
  }
};

}  // namespace

TEST_CASE("role by role, what may not be done is not drawn") {
  struct Row {
    admin::desk::Target target;
    std::string item;
    std::set<std::string> roles;
  };
  Office office;
  Clerk& clerk = office.clerk;
  const std::set<std::string> everybody{"编辑", "初审", "复审", "终审", "管理员"};
  const std::set<std::string> reviewers{"初审", "复审", "终审"};
  const auto shop = [&](const char* name) { return admin::desk::Target{.panel = "merchant", .record = office.waiting.at(name).id}; };
  const Row rows[] = {
      {{.panel = "overview"}, "导航 双拥街商户", everybody},
      {{.panel = "overview"}, "导航 审核", reviewers},
      {{.panel = "overview"}, "导航 发布", reviewers},
      {{.panel = "overview"}, "导航 用户与权限", {"管理员"}},
      {{.panel = "overview"}, "导航 操作日志", {"初审", "复审", "终审", "管理员"}},
      {{.panel = "overview"}, "去发布", {"终审"}},
      {shop("一店"), "删除", everybody},
      {shop("一店"), "通过一审，送二审", {"初审"}},
      {shop("二店"), "通过二审，送三审", {"复审"}},
      {shop("三店"), "通过三审", {"终审"}},
      {shop("三店"), "退回修改", {"终审"}},
      {{.panel = "publish"}, "发布第 3 期", {"终审"}},
      {{.panel = "publish"}, "带上 渡口面馆", {"终审"}},
      {{.panel = "publish"}, "这一期的说明", {"终审"}},
      {{.panel = "publish", .view = "log"}, "回到第 1 期", {"终审"}},
  };
  for (const auto& [role, person] : kPeople) {
    clerk.enter(person);
    for (const Row& row : rows) {
      CAPTURE(role);
      CAPTURE(row.item);
      clerk.go(row.target);
      clerk.frames(3);
      CHECK(clerk.has_item(row.item) == row.roles.contains(role));
    }
  }
}
