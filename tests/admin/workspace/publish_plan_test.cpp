#include <doctest/doctest.h>

#include <algorithm>

#include "admin/workspace/change_words.h"
#include "admin/workspace/publish_plan.h"
#include "admin/workspace/screen_days.h"
#include "content/error.h"
#include "tests/admin/workspace/publish_office.h"

using admin::ChangeSort;
using admin::PlannedChange;
using admin::PublishPlan;
using content::Kind;
using tests::PublishOffice;

namespace {

PublishPlan plan_of(PublishOffice& office, content::ReleaseChoice choice = {}) {
  return admin::make_publish_plan(*office.store, office.library, {.outbox = office.outbox, .now_ms = tests::kOfficeMs, .choice = std::move(choice)});
}

const PlannedChange* change_of(const PublishPlan& plan, const std::string& title) {
  const auto found = std::ranges::find(plan.changes, title, &PlannedChange::title);
  return found == plan.changes.end() ? nullptr : &*found;
}

const content::ReleaseRecord* in_release(const content::ReleaseContent& content, const content::RecordId& id) {
  const auto found = std::ranges::find(content.records, id, &content::ReleaseRecord::id);
  return found == content.records.end() ? nullptr : &*found;
}

nlohmann::json figure_body(const std::string& name) {
  return {{"name", name}, {"category", "supporter"}, {"year", 2025}};
}

}  // namespace

TEST_CASE("the plan tells what is new, what changed from what to what, and what goes") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  const auto noodles = office.enter_approved(Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90));
  const auto laundry = office.enter_approved(Kind::Merchant, PublishOffice::merchant_body("梧桐路洗衣", 90));
  const PublishPlan first = plan_of(office);
  CHECK(first.base == 0);
  CHECK(first.number == 1);
  CHECK(first.count(ChangeSort::Added) == 3);
  CHECK(first.blockers.empty());
  office.publish();

  CHECK_FALSE(plan_of(office).changes_anything());
  office.edit_approved(noodles, PublishOffice::merchant_body("渡口面馆", 80));
  office.store->trash(laundry.id, laundry.revision, "梁秋");
  office.enter_approved(Kind::Article, {{"title", "优待证怎么用？"}, {"category", "policy"}, {"published", "2026-07-29"}, {"body", "正文。"}});
  const PublishPlan plan = plan_of(office);
  CHECK(plan.number == 2);
  REQUIRE(change_of(plan, "渡口面馆") != nullptr);
  CHECK(change_of(plan, "渡口面馆")->sort == ChangeSort::Changed);
  CHECK(change_of(plan, "渡口面馆")->words == "优惠 九折 → 八折");
  CHECK(change_of(plan, "渡口面馆")->where == "商户页、双拥街列表");
  CHECK(change_of(plan, "梧桐路洗衣")->sort == ChangeSort::Removed);
  CHECK(change_of(plan, "梧桐路洗衣")->words == "已移入回收站");
  CHECK(change_of(plan, "优待证怎么用？")->sort == ChangeSort::Added);
  CHECK(change_of(plan, "优待证怎么用？")->words == "政策法规，2026-07-29");
  CHECK(change_of(plan, "优待证怎么用？")->where == "宣传页第 1 条");
  CHECK(plan.changes.size() == 3);
}

TEST_CASE("what is kept back stays as the last release has it, also what is in the trash – what is new stays out") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  const auto noodles = office.enter_approved(Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90));
  const auto laundry = office.enter_approved(Kind::Merchant, PublishOffice::merchant_body("梧桐路洗衣", 90));
  office.publish();
  office.edit_approved(noodles, PublishOffice::merchant_body("渡口面馆", 80));
  office.store->trash(laundry.id, laundry.revision, "梁秋");
  const auto fresh = office.enter_approved(Kind::Merchant, PublishOffice::merchant_body("新店", 90));

  const content::ReleaseChoice choice{.kept_back = {noodles.id, laundry.id, fresh.id}, .taken_off = {}};
  const PublishPlan plan = plan_of(office, choice);
  CHECK_FALSE(plan.changes_anything());
  CHECK(plan.changes.size() == 3);
  for (const PlannedChange& change : plan.changes) CHECK_FALSE(change.goes_out);
  const auto published = office.publish("", choice);
  CHECK(published.built.unchanged);
  const auto content = content::read_release(office.outbox, 2);
  CHECK(in_release(content, noodles.id)->body == PublishOffice::merchant_body("渡口面馆", 90));
  CHECK(in_release(content, laundry.id) != nullptr);
  CHECK(in_release(content, fresh.id) == nullptr);

  office.publish();
  const auto all = content::read_release(office.outbox, 3);
  CHECK(in_release(all, noodles.id)->body == PublishOffice::merchant_body("渡口面馆", 80));
  CHECK(in_release(all, laundry.id) == nullptr);
  CHECK(in_release(all, fresh.id) != nullptr);
}

TEST_CASE("a kept-back record whose picture was taken over since keeps its picture") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  auto body = PublishOffice::merchant_body("渡口面馆", 90);
  body["picture"] = office.add_picture("店.jpg").text;
  const auto noodles = office.enter_approved(Kind::Merchant, body);
  office.publish();
  auto other = body;
  other["picture"] = office.add_picture("新店面.jpg").text;
  office.edit_approved(noodles, other);
  office.publish("", {.kept_back = {noodles.id}, .taken_off = {}});
  CHECK(in_release(content::read_release(office.outbox, 2), noodles.id)->body == body);
  CHECK(content::verify_release(office.outbox, 2).empty());
}

TEST_CASE("a person without consent blocks – left out, the rest goes") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  auto body = figure_body("何守诚");
  const content::MediaId portrait = office.add_picture("何守诚.jpg");
  body["portrait"] = portrait.text;
  const auto figure = office.enter_approved(Kind::Figure, body);
  PublishPlan plan = plan_of(office);
  REQUIRE(plan.blockers.size() == 1);
  CHECK(plan.blockers[0].title == "何守诚的照片没有肖像授权");
  CHECK(plan.blockers[0].media == portrait);
  CHECK(plan.blockers[0].field == "portrait");
  CHECK(plan.blockers[0].leave_out == "这期先不发它");
  CHECK_FALSE(plan.blockers[0].takes_off);
  plan = plan_of(office, {.kept_back = {figure.id}, .taken_off = {}});
  CHECK(plan.blockers.empty());
  CHECK_FALSE(change_of(plan, "何守诚")->goes_out);

  office.store->set_media_facts(portrait, {.consent = content::Consent::Given, .consent_by = "何守诚"}, "梁秋");
  CHECK(plan_of(office).blockers.empty());
  office.publish();
  // The consent is withdrawn: what is on the screens has the same fault, so leaving it out takes it off.
  office.store->set_media_facts(portrait, {.consent = content::Consent::Missing}, "梁秋");
  plan = plan_of(office);
  REQUIRE(plan.blockers.size() == 1);
  CHECK(plan.blockers[0].takes_off);
  plan = plan_of(office, {.kept_back = {}, .taken_off = {figure.id}});
  CHECK(plan.blockers.empty());
  CHECK(change_of(plan, "何守诚")->taken_off);
  CHECK(plan.count(ChangeSort::Removed) == 1);
  office.publish("", {.kept_back = {}, .taken_off = {figure.id}});
  CHECK(in_release(content::read_release(office.outbox, 2), figure.id) == nullptr);
}

TEST_CASE("lost pictures, forbidden words and a missing city block with a sentence") {
  PublishOffice office;
  auto body = PublishOffice::merchant_body("渡口面馆", 90);
  body["picture"] = office.add_picture("店.jpg").text;
  const auto noodles = office.enter_approved(Kind::Merchant, body);
  for (const auto& media : office.store->all_media()) {
    for (const auto& file : media.media.files) std::filesystem::remove(office.library.blobs().path(file.sha256));
  }
  auto superlative = PublishOffice::merchant_body("小店", 90);
  superlative["pledge"]["words"] = "全市最佳，国家级。";
  const auto shop = office.enter_approved(Kind::Merchant, superlative);
  const PublishPlan plan = plan_of(office);
  REQUIRE(plan.blockers.size() == 3);
  CHECK(plan.blockers[0].title == "“城市”还没有三审通过");
  CHECK(plan.blockers[0].leave_out.empty());
  const auto of = [&](const content::RecordId& id) { return *std::ranges::find(plan.blockers, id, &admin::Blocker::record); };
  CHECK(of(noodles.id).title == "渡口面馆的图片不见了");
  CHECK(of(noodles.id).field == "picture");
  CHECK(of(shop.id).title.find("小店") != std::string::npos);
  CHECK(of(shop.id).field == "pledge.words");
}

TEST_CASE("the calendar's own changes are told: what ended since the last release and what ends soon") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  auto soon = PublishOffice::merchant_body("快到期", 90);
  soon["pledge"]["until"] = "2026-08-20";
  office.enter_approved(Kind::Merchant, soon);
  auto stale = PublishOffice::merchant_body("没人核验", 90);
  stale["pledge"]["signed_on"] = "2025-01-20";
  office.enter_approved(Kind::Merchant, stale);
  const PublishPlan plan = plan_of(office);
  REQUIRE(plan.dates.size() == 2);
  CHECK(plan.dates[0].title == "没人核验");
  CHECK(plan.dates[0].sort == ChangeSort::Ended);
  CHECK(plan.dates[0].words == "18 个月没有核验 7-20");
  CHECK(plan.dates[1].words == "承诺书到期 8-20");
  CHECK(plan.dates[1].sort == ChangeSort::Ending);
}

TEST_CASE("the notes tell of lost links and of what still waits for a review") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  const auto street = office.enter(Kind::Street, {{"name", "江滩双拥街"}, {"short_name", "江滩"}, {"shops", 20}, {"target_percent", 80}});
  auto body = PublishOffice::merchant_body("渡口面馆", 90);
  body["street"] = street.id.text;
  office.enter_approved(Kind::Merchant, body);
  office.store->submit(street.id, street.hash, "梁秋");
  const PublishPlan plan = plan_of(office);
  REQUIRE(plan.notes.size() == 2);
  CHECK(plan.notes[0].find("街区") != std::string::npos);
  CHECK(plan.notes[1] == "还有 1 条在审核，这一期不带它们。");
}

TEST_CASE("changes are told in a few words") {
  const auto none = [](const std::string&) { return std::string(); };
  const auto& spec = content::kind_spec(Kind::Merchant);
  const auto words = [&](const nlohmann::json& before, const nlohmann::json& after) { return admin::change_words(spec, before, after, none); };
  CHECK(words({{"phone", "5550 0112"}}, {{"phone", "5550 0113"}}) == "电话 5550 0112 → 5550 0113");
  CHECK(words({}, {{"phone", "5550 0113"}}) == "加上电话 5550 0113");
  CHECK(words({{"transit", "8 路"}}, nlohmann::json::object()) == "去掉公交");
  CHECK(words({{"picture", "a"}}, {{"picture", "b"}}) == "换图片");
  CHECK(words({{"gallery", {"a"}}}, {{"gallery", {"a", "b"}}}) == "更多图片 1 张 → 2 张");
  CHECK(words({{"map_x", 0.1}}, {{"map_x", 0.2}}) == "挪了示意图X");
  CHECK(words({{"english", {{"name", "A"}}}}, {{"english", {{"name", "B"}}}}) == "改了英文");
  CHECK(words({{"name", "甲"}}, {{"name", "甲"}}).empty());
  CHECK(words({{"name", "甲"}, {"category", "餐饮"}, {"phone", "1"}, {"transit", "8"}}, {{"name", "乙"}, {"category", "医药"}, {"phone", "2"}, {"transit", "9"}}) ==
        "商户名称 甲 → 乙，类别 餐饮 → 医药，电话 1 → 2 等 4 处");
}
