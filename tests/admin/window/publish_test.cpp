// Publishing and the overview as a clerk sees them.
#include <doctest/doctest.h>

#include "admin/panels/publish/publish_panel.h"
#include "admin/workspace/publishing.h"
#include "admin/workspace/records.h"
#include "tests/admin/workspace/publish_office.h"
#include "tests/support/clerk.h"

using content::Kind;
using tests::Clerk;
using tests::PublishOffice;

namespace {

content::Record approve(Clerk& clerk, const content::Record& record) {
  content::OfficeStore& store = clerk.store();
  store.submit(record.id, record.hash, "梁秋");
  store.approve(record.id, record.hash, "沈明");
  store.approve(record.id, record.hash, "方晴");
  return store.approve(record.id, record.hash, "何川");
}

content::Record enter_approved(Clerk& clerk, Kind kind, const nlohmann::json& body) { return approve(clerk, clerk.store().create(kind, body, "梁秋")); }

void edit_approved(Clerk& clerk, const content::RecordId& id, const nlohmann::json& body) {
  const content::Record now = *clerk.store().get(id);
  approve(clerk, clerk.store().edit(id, now.revision, body, "梁秋"));
}

std::int64_t newest(Clerk& clerk) {
  const auto all = content::list_releases(clerk.office().outbox());
  return all.empty() ? 0 : all.back();
}

void open_publishing(Clerk& clerk, const char* person = "何川") {
  clerk.enter(person);
  clerk.go({.panel = "publish"});
  clerk.settle();
}

}  // namespace

TEST_CASE("the third reviewer sees what changes, publishes with one button and takes it back") {
  Clerk clerk;
  enter_approved(clerk, Kind::City, PublishOffice::city_body());
  const auto noodles = enter_approved(clerk, Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90));
  open_publishing(clerk);
  CHECK(clerk.shows("发布第 1 期"));
  CHECK(clerk.shows("没有挡住发布的事"));
  REQUIRE(clerk.tap("发布第 1 期"));
  CHECK(newest(clerk) == 1);
  CHECK(clerk.shows("第 1 期已发布"));

  edit_approved(clerk, noodles.id, PublishOffice::merchant_body("渡口面馆", 80));
  clerk.wait_seconds(2);
  clerk.settle();
  CHECK(clerk.shows("发布第 2 期"));
  CHECK(clerk.shows("优惠 九折 → 八折"));
  REQUIRE(clerk.fill("这一期的说明", "渡口面馆优惠调整"));
  REQUIRE(clerk.tap("发布第 2 期"));
  CHECK(clerk.store().releases().back().note == "渡口面馆优惠调整");

  REQUIRE(clerk.tap("发布记录"));
  CHECK(clerk.shows("屏上正在显示"));
  REQUIRE(clerk.tap("回到第 1 期"));
  CHECK(clerk.shows("屏上换回第 1 期的内容？"));
  REQUIRE(clerk.fill("为什么换回（写进发布记录）", "店家还没准备好"));
  REQUIRE(clerk.tap("换回第 1 期"));
  CHECK(newest(clerk) == 3);
  CHECK(clerk.store().releases().back().rolled_back_to == 1);
  CHECK(clerk.failure().empty());
}

TEST_CASE("what is not ticked stays out, and comes along when it is ticked again") {
  Clerk clerk;
  enter_approved(clerk, Kind::City, PublishOffice::city_body());
  enter_approved(clerk, Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90));
  enter_approved(clerk, Kind::Merchant, PublishOffice::merchant_body("新店", 90));
  open_publishing(clerk);
  REQUIRE(clerk.tap("带上 新店"));
  CHECK(clerk.shows("1 项这期不发"));
  REQUIRE(clerk.tap("发布第 1 期"));
  CHECK(content::read_release(clerk.office().outbox(), 1).records.size() == 2);
  CHECK(clerk.shows("发布第 2 期"));
  REQUIRE(clerk.tap("发布第 2 期"));
  CHECK(content::read_release(clerk.office().outbox(), 2).records.size() == 3);
}

TEST_CASE("a blocker shows two ways out, and the button says why it waits") {
  Clerk clerk;
  enter_approved(clerk, Kind::City, PublishOffice::city_body());
  auto body = PublishOffice::merchant_body("小店", 90);
  body["pledge"]["words"] = "全市最佳，国家级。";
  enter_approved(clerk, Kind::Merchant, body);
  open_publishing(clerk);
  CHECK(clerk.shows("挡住发布的 1 件事"));
  CHECK(clerk.shows("先处理上面的 1 件事"));
  CHECK_FALSE(clerk.tap("发布第 1 期"));
  std::string leave;
  for (const auto& item : clerk.items().items()) {
    if (item.label.starts_with("这期先不发它")) leave = item.label;
  }
  REQUIRE(clerk.tap(leave));
  CHECK(clerk.shows("没有挡住发布的事"));
  REQUIRE(clerk.tap("发布第 1 期"));
  CHECK(newest(clerk) == 1);
}

TEST_CASE("what a rule holds back is let pass in the window with a reason, for exactly that content") {
  Clerk clerk;
  enter_approved(clerk, Kind::City, PublishOffice::city_body());
  auto body = PublishOffice::merchant_body("小店", 90);
  body["pledge"]["words"] = "全市最佳";
  const content::Record shop = enter_approved(clerk, Kind::Merchant, body);
  open_publishing(clerk);
  const auto let_pass = [&] {
    for (const auto& item : clerk.items().items()) {
      if (item.label.starts_with("放行 ")) return clerk.tap(std::string(item.label));
    }
    return false;
  };
  REQUIRE(let_pass());
  CHECK_FALSE(clerk.tap("放行"));   // not without a reason
  REQUIRE(clerk.fill("原因", "奖牌上的原话"));
  REQUIRE(clerk.tap("放行"));
  clerk.settle();
  CHECK(clerk.shows("没有挡住发布的事"));
  REQUIRE(clerk.store().overrules(shop.id).size() == 1);
  CHECK(clerk.store().overrules(shop.id).front().reason == "奖牌上的原话");
  CHECK(clerk.store().overrules(shop.id).front().person == "何川");
  body["pledge"]["words"] = "全省最佳";
  edit_approved(clerk, shop.id, body);
  clerk.wait_seconds(2);
  clerk.settle();
  CHECK(clerk.shows("挡住发布的 1 件事"));
}

TEST_CASE("another reviewer sees it prepared and why not – an editor does not see it at all") {
  Clerk clerk;
  enter_approved(clerk, Kind::City, PublishOffice::city_body());
  open_publishing(clerk, "沈明");
  CHECK(clerk.shows("只有终审的同事能发布"));
  CHECK_FALSE(clerk.has_item("发布第 1 期"));
  clerk.enter("梁秋");
  CHECK_FALSE(clerk.has_item("导航 发布"));
}

TEST_CASE("the overview greets by time and role, and leads to what waits") {
  Clerk clerk;
  const auto shop = clerk.store().create(Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90), "梁秋");
  clerk.store().submit(shop.id, shop.hash, "梁秋");
  clerk.enter("沈明");
  clerk.settle();
  CHECK(clerk.panel() == "overview");
  CHECK(clerk.shows("上午好，沈明。有 1 件等您一审"));
  CHECK(clerk.shows("7 月 30 日 星期四"));
  CHECK(clerk.shows("逐页查过，没有问题"));
  REQUIRE(clerk.tap("待办 渡口面馆"));
  CHECK(clerk.panel() == "review");
  clerk.enter("梁秋");
  clerk.settle();
  CHECK(clerk.shows("手上没有没办完的事"));
  REQUIRE(clerk.tap("现在备份"));
  CHECK(clerk.shows("office-2026-07-30-1026.db"));
  REQUIRE(clerk.tap("新建"));
  REQUIRE(clerk.tap("新建 文章"));
  CHECK(clerk.panel() == "article");
}
