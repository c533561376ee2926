#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "admin/workspace/publish_plan.h"
#include "admin/workspace/publisher.h"
#include "content/catalog.h"
#include "content/days.h"
#include "content/error.h"
#include "content/outbox_lock.h"
#include "content/release_manifest.h"
#include "content/schedule.h"
#include "tests/admin/workspace/publish_office.h"

using content::Kind;
using tests::PublishOffice;

namespace {

nlohmann::json figure_body(const std::string& name, const content::MediaId& portrait) {
  return {{"name", name}, {"category", "supporter"}, {"year", 2025}, {"portrait", portrait.text}};
}

std::string refusal(const std::function<void()>& deed) {
  try {
    deed();
  } catch (const content::Error& error) {
    return error.text().zh;
  }
  return {};
}

}  // namespace

TEST_CASE("a release is logged with its person, counts and note – others than the third reviewer may not publish") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  const auto noodles = office.enter_approved(Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90));
  office.publish("第一次发布");
  office.edit_approved(noodles, PublishOffice::merchant_body("渡口面馆", 80));
  office.enter_approved(Kind::Merchant, PublishOffice::merchant_body("新店", 80));
  office.publish("优惠调整");
  const auto log = admin::release_log(*office.store, office.outbox);
  REQUIRE(log.size() == 2);
  CHECK(log[0].entry.sequence == 2);
  CHECK(log[0].newest);
  CHECK(log[0].entry.person == "何川");
  CHECK(log[0].entry.note == "优惠调整");
  CHECK(log[0].entry.added == 1);
  CHECK(log[0].entry.changed == 1);
  CHECK(log[0].entry.removed == 0);
  CHECK(log[1].entry.added == 2);
  CHECK(log[1].here);
  for (const char* name : {"梁秋", "沈明", "方晴", "没有的人"}) {
    CHECK_THROWS_AS(admin::publish(*office.store, office.library, {.outbox = office.outbox, .by = name}), content::Error);
  }
  CHECK(office.newest() == 2);
  CHECK(office.store->verify().empty());
}

TEST_CASE("what changed after it was looked at is not published") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  const auto plan = admin::make_publish_plan(*office.store, office.library, {.outbox = office.outbox, .now_ms = tests::kOfficeMs});
  admin::PublishOrder order{.outbox = office.outbox, .by = "何川", .fingerprint = plan.fingerprint, .base = plan.base};
  office.enter_approved(Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90));
  CHECK(refusal([&] { admin::publish(*office.store, office.library, order); }).find("再看一遍") != std::string::npos);
  CHECK(office.newest() == 0);
  office.publish();
  CHECK(refusal([&] { admin::publish(*office.store, office.library, order); }).find("第 1 期") != std::string::npos);
}

TEST_CASE("rolling back publishes an earlier content under a new number, and the next release goes on from what is approved") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  auto body = PublishOffice::merchant_body("渡口面馆", 90);
  body["picture"] = office.add_picture("店.jpg").text;
  const auto noodles = office.enter_approved(Kind::Merchant, body);
  office.publish();
  office.edit_approved(noodles, PublishOffice::merchant_body("渡口面馆", 80));
  office.publish();
  // The office's own copy of the picture is not needed.
  std::filesystem::remove_all(office.library.blobs().folder());
  const auto back = admin::roll_back(*office.store, {.outbox = office.outbox, .by = "何川", .sequence = 1, .note = "先退回"});
  CHECK(back.built.sequence == 3);
  CHECK(back.changed == 1);
  const auto one = content::read_manifest(office.outbox / "releases/00000001");
  CHECK(content::read_manifest(office.outbox / "releases/00000003").blobs == one.blobs);
  CHECK(content::verify_release(office.outbox, 3).empty());
  const auto log = admin::release_log(*office.store, office.outbox);
  CHECK(log[0].entry.rolled_back_to == 1);
  CHECK(log[0].entry.note == "先退回");
  office.publish();
  const auto next = content::read_release(office.outbox, 4);
  CHECK(std::ranges::any_of(next.records, [](const auto& record) { return record.body == PublishOffice::merchant_body("渡口面馆", 80); }));
}

TEST_CASE("a consent that was taken back after the plan was looked at keeps the release back") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  const content::MediaId portrait = office.add_picture("何守诚.jpg");
  office.enter_approved(Kind::Figure, figure_body("何守诚", portrait));
  office.store->set_media_facts(portrait, {.consent = content::Consent::Given, .consent_by = "何守诚"}, "梁秋");
  const auto plan = admin::make_publish_plan(*office.store, office.library, {.outbox = office.outbox, .now_ms = tests::kOfficeMs});
  REQUIRE(plan.blockers.empty());
  const admin::PublishOrder order{.outbox = office.outbox, .by = "何川", .fingerprint = plan.fingerprint, .base = plan.base, .now_ms = tests::kOfficeMs};
  office.store->set_media_facts(portrait, {.consent = content::Consent::Missing}, "梁秋");
  CHECK(refusal([&] { admin::publish(*office.store, office.library, order); }).find("何守诚的照片没有肖像授权") != std::string::npos);
  CHECK(office.newest() == 0);
  office.store->set_media_facts(portrait, {.consent = content::Consent::Given, .consent_by = "何守诚"}, "梁秋");
  admin::publish(*office.store, office.library, order);
  CHECK(office.newest() == 1);
}

TEST_CASE("a person who took the consent back does not come back with an earlier release, and a release that was to end still ends") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  const content::MediaId portrait = office.add_picture("何守诚.jpg");
  const auto figure = office.enter_approved(Kind::Figure, figure_body("何守诚", portrait));
  office.store->set_media_facts(portrait, {.consent = content::Consent::Given, .consent_by = "何守诚"}, "梁秋");
  admin::publish(*office.store, office.library, {.outbox = office.outbox, .by = "何川", .best_before = "2026-12-31T16:00:00Z"});
  office.publish("", {.kept_back = {}, .taken_off = {figure.id}});
  office.store->set_media_facts(portrait, {.consent = content::Consent::Missing}, "梁秋");
  const admin::RollBackOrder back{.outbox = office.outbox, .by = "何川", .sequence = 1, .now_ms = tests::kOfficeMs};
  CHECK(refusal([&] { admin::roll_back(*office.store, back); }).find("何守诚") != std::string::npos);
  CHECK(office.newest() == 2);
  office.store->set_media_facts(portrait, {.consent = content::Consent::NotNeeded}, "梁秋");
  admin::roll_back(*office.store, back);
  CHECK(content::read_manifest(office.outbox / "releases" / "00000003").best_before == "2026-12-31T16:00:00Z");
}

TEST_CASE("a portrait leaves the screens on the day after its consent ends, without another release") {
  using namespace std::chrono;
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  const content::MediaId portrait = office.add_picture("何守诚.jpg");
  const content::MediaId home = office.add_picture("何守诚家.jpg");
  nlohmann::json body = figure_body("何守诚", portrait);
  body["gallery"] = {home.text};
  const auto figure = office.enter_approved(Kind::Figure, body);
  const content::Day last(2026y, August, 20d);
  const auto consent = [&](const content::MediaId& picture, std::optional<content::Day> until) {
    office.store->set_media_facts(picture, {.consent = content::Consent::Given, .consent_by = "何守诚", .consent_until = until}, "梁秋");
  };
  const auto plan = [&] { return admin::make_publish_plan(*office.store, office.library, {.outbox = office.outbox, .now_ms = tests::kOfficeMs}); };
  const auto shown = [&] {
    const auto catalog = content::Catalog::load(office.outbox / "releases" / content::sequence_name(office.newest()));
    return catalog->figures.front().validity;
  };
  consent(portrait, content::Day(2027y, January, 1d));
  consent(home, last);

  // The plan says so, what was looked at goes out, and the kiosk knows the day; the office's own record has none.
  const auto first = plan();
  CHECK(first.blockers.empty());
  REQUIRE(first.dates.size() == 1);
  CHECK(first.dates.front().words == "肖像授权到期 8-20");
  admin::publish(*office.store, office.library, {.outbox = office.outbox, .by = "何川", .fingerprint = first.fingerprint, .base = first.base, .now_ms = tests::kOfficeMs});
  CHECK(content::visible(shown(), content::minute_at(last, 23 * 60)));
  CHECK_FALSE(content::visible(shown(), content::minute_at(content::Day(2026y, August, 21d), 0)));
  CHECK_FALSE(office.store->get(figure.id)->body.contains("valid_until"));
  CHECK(content::verify_release(office.outbox, office.newest()).empty());

  // Nothing changed since, and the next release is the same, byte for byte.
  CHECK_FALSE(plan().changes_anything());
  CHECK(office.publish().built.unchanged);

  // A shorter consent goes out as what it is, nobody's edit; one without end too.
  consent(portrait, content::Day(2026y, August, 10d));
  REQUIRE(plan().changes.size() == 1);
  CHECK(plan().changes.front().words == "肖像授权到 8-10 为止");
  CHECK(office.publish().changed == 1);
  consent(portrait, std::nullopt);
  consent(home, std::nullopt);
  CHECK(plan().changes.front().words == "肖像授权延长，不再到 2026-08-10 为止");
  office.publish();
  CHECK_FALSE(shown().until);

  // The same day stands in a release that comes back, and the office's own earlier day is not put off.
  consent(home, last);
  admin::roll_back(*office.store, {.outbox = office.outbox, .by = "何川", .sequence = 1, .now_ms = tests::kOfficeMs});
  CHECK(shown().until == last);
  body["valid_until"] = "2026-08-05";
  office.edit_approved(figure, body);
  CHECK(plan().dates.front().words == "展示结束 8-5");
  office.publish();
  CHECK(shown().until == content::Day(2026y, August, 5d));
}

TEST_CASE("what was to stay as it is on the screens is not lost with a release that cannot be read") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  const auto noodles = office.enter_approved(Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90));
  office.publish();
  office.edit_approved(noodles, PublishOffice::merchant_body("渡口面馆", 80));
  const content::ReleaseChoice keep{.kept_back = {noodles.id}, .taken_off = {}};
  const auto plan = admin::make_publish_plan(*office.store, office.library, {.outbox = office.outbox, .now_ms = tests::kOfficeMs, .choice = keep});
  const admin::PublishOrder order{.outbox = office.outbox, .by = "何川", .choice = keep, .fingerprint = plan.fingerprint, .base = plan.base, .now_ms = tests::kOfficeMs};
  const auto manifest = content::read_manifest(office.outbox / "releases/00000001");
  std::fstream(content::Blobs(office.outbox / "blobs").path(manifest.content_db), std::ios::in | std::ios::out | std::ios::binary).seekp(5000).put('\x7f');
  const std::string sentence = refusal([&] { admin::publish(*office.store, office.library, order); });
  CAPTURE(sentence);
  CHECK(sentence.find("有 1 条") != std::string::npos);
  CHECK(sentence.find("第 1 期") != std::string::npos);
  CHECK(office.newest() == 1);
  office.publish();   // with nothing to keep, the damaged one is not needed
  CHECK(office.newest() == 2);
}

TEST_CASE("a release that is damaged, gone or the newest is not rolled back to, with a sentence") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  office.publish();
  office.enter_approved(Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90));
  office.publish();
  const auto back = [&](std::int64_t sequence) {
    return refusal([&] { admin::roll_back(*office.store, {.outbox = office.outbox, .by = "何川", .sequence = sequence}); });
  };
  CHECK(back(2).find("现在就是") != std::string::npos);
  CHECK(back(7).find("没有第 7 期") != std::string::npos);
  CHECK(refusal([&] { admin::roll_back(*office.store, {.outbox = office.outbox, .by = "梁秋", .sequence = 1}); }).find("终审") != std::string::npos);
  const auto manifest = content::read_manifest(office.outbox / "releases/00000001");
  std::fstream(content::Blobs(office.outbox / "blobs").path(manifest.content_db), std::ios::in | std::ios::out | std::ios::binary).seekp(5000).put('\x7f');
  CHECK(back(1).find("已损坏") != std::string::npos);
  CHECK(office.newest() == 2);
}

TEST_CASE("an announced release is settled by looking into the outbox") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  const auto first = office.publish();
  content::ReleaseEntry lost;
  lost.sequence = 2;
  lost.manifest_hash = std::string(64, 'a');
  lost.person = "何川";
  lost.outbox = office.outbox.string();
  office.store->announce_release(lost);
  CHECK(office.store->releases().size() == 1);
  CHECK(admin::settle_announced(*office.store) == 0);
  CHECK(office.store->announced_releases().empty());

  office.store->announce_release(lost);
  {
    const content::OutboxLock busy(office.outbox);
    CHECK(admin::settle_announced(*office.store) == 0);
    CHECK(office.store->announced_releases().size() == 1);
    CHECK_FALSE(refusal([&] { office.publish(); }).empty());
  }
  CHECK(office.publish().built.sequence == 2);
  // The same hash as what lies there: it did appear.
  lost.sequence = 1;
  lost.manifest_hash = first.built.manifest_hash;
  CHECK_THROWS_AS(office.store->announce_release(lost), content::Error);
}

TEST_CASE("a worker makes the plan and publishes – stopped before the end, nothing appears") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  admin::Publisher publisher(office.db);
  CHECK_FALSE(publisher.wait());
  publisher.plan({.outbox = office.outbox, .now_ms = tests::kOfficeMs});
  const auto planned = publisher.wait();
  REQUIRE(planned);
  REQUIRE(planned->plan);
  CHECK(planned->plan->changes.size() == 1);
  publisher.publish({.outbox = office.outbox, .by = "何川", .fingerprint = planned->plan->fingerprint, .base = 0});
  CHECK(publisher.publishing());
  publisher.stop();
  const auto stopped = publisher.wait();
  REQUIRE(stopped);
  CHECK((stopped->stopped || stopped->published));
  if (stopped->stopped) CHECK(office.newest() == 0);
  publisher.publish({.outbox = office.outbox, .by = "何川"});
  const auto done = publisher.wait();
  REQUIRE(done->published);
  CHECK(done->sentence.empty());
  CHECK(done->published->built.sequence == office.newest());
  CHECK_FALSE(publisher.busy());
  CHECK(office.store->announced_releases().empty());
}

TEST_CASE("a release that is started while a plan is being made goes out, and the plan is dropped") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  admin::Publisher publisher(office.db);
  publisher.plan({.outbox = office.outbox, .now_ms = tests::kOfficeMs});
  publisher.publish({.outbox = office.outbox, .by = "何川"});
  const auto done = publisher.wait();
  REQUIRE(done);
  CHECK(done->published);
  CHECK_FALSE(done->plan);
  CHECK_FALSE(publisher.take());
  CHECK(office.newest() == 1);
}

TEST_CASE("each step may be the last one: a release that is stopped leaves no trace") {
  PublishOffice office;
  office.enter_approved(Kind::City, PublishOffice::city_body());
  auto body = PublishOffice::merchant_body("渡口面馆", 90);
  body["picture"] = office.add_picture("店.jpg").text;
  office.enter_approved(Kind::Merchant, body);
  for (int last = 0;; ++last) {
    int step = 0;
    try {
      admin::publish(*office.store, office.library, {.outbox = office.outbox, .by = "何川"}, [&](const content::ReleaseStep&) { return step++ < last; });
      CHECK(last > 5);
      break;
    } catch (const content::Stopped&) {
      CHECK(office.newest() == 0);
      CHECK(office.store->announced_releases().empty());
      CHECK_FALSE(std::filesystem::exists(office.outbox / ".publishing"));
    }
  }
  CHECK(office.newest() == 1);
}
