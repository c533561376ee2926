// What happens to office and outbox when things go wrong. Each fault gives a sentence that says what, where and what to do; the
// database stays whole, and the newest release in the outbox is one that a kiosk can show.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <random>
#include <thread>

#include "admin/workspace/publish_plan.h"
#include "content/error.h"
#include "content/media_import.h"
#include "content/office_state.h"
#include "tests/admin/workspace/publish_office.h"
#include "tests/support/small_disk.h"

using content::Error;
using content::Kind;
using content::OfficeStore;
using content::Opening;
using tests::in_child;
using tests::PublishOffice;
using tests::shrink_disk;

namespace {

namespace fs = std::filesystem;

bool says(const std::string& sentence, std::string_view part) { return sentence.find(part) != std::string::npos; }

void check_whole(const PublishOffice& office) {
  const auto opened = OfficeStore::open(office.db);
  REQUIRE(opened.outcome == Opening::Ready);
  CHECK(opened.store->verify().empty());
  if (office.newest() > 0) CHECK(content::verify_release(office.outbox, office.newest()).empty());
}

void fill_city(PublishOffice& office, int merchants, std::size_t picture_bytes) {
  office.enter_approved(Kind::City, PublishOffice::city_body());
  for (int i = 0; i < merchants; ++i) {
    auto body = PublishOffice::merchant_body("店 " + std::to_string(i), 80);
    body["picture"] = office.add_picture("店 " + std::to_string(i) + ".jpg", picture_bytes).text;
    office.enter_approved(Kind::Merchant, body);
  }
}

std::string publish_in(OfficeStore& store, const PublishOffice& office) {
  admin::publish(store, content::MediaStore(office.db), {.outbox = office.outbox, .by = "何川"});
  return "published";
}

}  // namespace

TEST_CASE("a full disk under the outbox stops the release with a sentence, and there is room again afterwards") {
  PublishOffice office;
  fill_city(office, 3, 400'000);
  fs::create_directories(office.outbox);
  const std::string said = in_child([&] {
    shrink_disk(office.outbox, "1m", 96 * 1024);
    auto opened = OfficeStore::open(office.db);
    try {
      return publish_in(*opened.store, office);
    } catch (const Error& error) {
      // Nothing half-made stays, so that what is small fits again.
      if (fs::exists(office.outbox / ".publishing") || !content::list_releases(office.outbox).empty()) return std::string("left behind");
      if (!opened.store->announced_releases().empty()) return std::string("announced");
      return error.text().zh;
    }
  });
  CAPTURE(said);
  CHECK(says(said, "空间"));
  check_whole(office);
  office.publish();
  check_whole(office);
}

TEST_CASE("a release that does not fit is told before it is begun") {
  PublishOffice office;
  fill_city(office, 3, 400'000);
  fs::create_directories(office.outbox);
  const std::string said = in_child([&] {
    shrink_disk(office.outbox, "1m", RLIM_INFINITY);
    auto opened = OfficeStore::open(office.db);
    const auto plan = admin::make_publish_plan(*opened.store, content::MediaStore(office.db), {.outbox = office.outbox, .now_ms = tests::kOfficeMs});
    std::error_code fault;
    if (fs::space(office.outbox, fault).capacity > 2'000'000) return std::string("磁盘不够 (no small disk to be had here)");
    return plan.blockers.empty() ? std::string("nothing") : plan.blockers.front().title;
  });
  CHECK(says(said, "磁盘"));
  CHECK(says(said, "不够"));
}

TEST_CASE("a full disk under the office refuses the edit with a sentence and loses nothing") {
  PublishOffice office;
  const auto series = office.enter(Kind::Series, {{"name", "系列"}, {"summary", "一句话"}, {"icon", "star"}, {"number", 1}});
  const std::string said = in_child([&] {
    signal(SIGXFSZ, SIG_IGN);
    auto opened = OfficeStore::open(office.db);
    const rlimit limit{.rlim_cur = 64 * 1024, .rlim_max = RLIM_INFINITY};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return std::string("no limit");
    for (int i = 0; i < 1000; ++i) {
      opened.store->create(Kind::Series, {{"name", "新 " + std::to_string(i)}, {"summary", std::string(2000, 'x')}, {"icon", "star"}, {"number", i}}, "梁秋");
    }
    return std::string("everything went in");
  });
  CAPTURE(said);
  CHECK(says(said, "空间"));
  CHECK(says(said, office.db.string()));
  check_whole(office);
  CHECK(office.store->get(series.id).has_value());
}

TEST_CASE("a folder that may not be written is told with its name, before and while publishing") {
  PublishOffice office;
  fill_city(office, 1, 500);
  fs::create_directories(office.outbox);
  office.store.reset();
  fs::permissions(office.folder.path(), fs::perms(0777));
  for (const auto& entry : fs::recursive_directory_iterator(office.db.parent_path())) fs::permissions(entry.path(), fs::perms(entry.is_directory() ? 0777 : 0666));
  fs::permissions(office.db.parent_path(), fs::perms(0777));
  fs::permissions(office.outbox, fs::perms(0555));
  const auto as_nobody = [&](const std::function<std::string(OfficeStore&)>& deed) {
    return in_child([&] {
      if (geteuid() == 0 && seteuid(65534) != 0) return std::string("still root");  // root may write anywhere
      auto opened = OfficeStore::open(office.db);
      return deed(*opened.store);
    });
  };
  const std::string planned = as_nobody([&](OfficeStore& store) {
    const auto plan = admin::make_publish_plan(store, content::MediaStore(office.db), {.outbox = office.outbox, .now_ms = tests::kOfficeMs});
    return plan.blockers.empty() ? std::string("nothing") : plan.blockers.front().title;
  });
  CAPTURE(planned);
  CHECK(says(planned, office.outbox.string()));
  CHECK(says(planned, "不能写"));
  const std::string said = as_nobody([&](OfficeStore& store) { return publish_in(store, office); });
  CAPTURE(said);
  CHECK(says(said, "权限"));
  CHECK(says(said, office.outbox.string()));
  fs::permissions(office.outbox, fs::perms(0755));
  check_whole(office);
}

TEST_CASE("a database that vanishes while it is open is told at the next write, and a backup still saves what was in it") {
  PublishOffice office;
  const auto series = office.enter(Kind::Series, {{"name", "系列"}, {"summary", "一句话"}, {"icon", "star"}, {"number", 1}});
  const fs::path away = office.folder / "elsewhere.db";
  fs::rename(office.db, away);
  std::string said;
  try {
    office.store->edit(series.id, series.revision, {{"name", "改过"}, {"summary", "一句话"}, {"icon", "star"}, {"number", 1}}, "梁秋");
  } catch (const Error& error) {
    said = error.text().zh;
  }
  CHECK(says(said, office.db.string()));
  CHECK(says(said, "不在原处"));
  office.store->backup(office.folder / "saved.db");
  const auto saved = OfficeStore::open(office.folder / "saved.db");
  REQUIRE(saved.outcome == Opening::Ready);
  CHECK(saved.store->get(series.id)->body["name"] == "系列");
  // The publisher's own connection says so, too.
  CHECK(OfficeStore::open(office.db).outcome == Opening::Missing);
  fs::rename(away, office.db);
  office.store->edit(series.id, series.revision, {{"name", "改过"}, {"summary", "一句话"}, {"icon", "star"}, {"number", 1}}, "梁秋");
  check_whole(office);
}

TEST_CASE("a database that another program is writing is waited for") {
  PublishOffice office;
  SQLite::Database other(office.db.string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  std::thread holder([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    other.exec("ROLLBACK");
  });
  CHECK_NOTHROW(office.enter(Kind::Series, {{"name", "系列"}, {"summary", "一句话"}, {"icon", "star"}, {"number", 1}}));
  holder.join();
  const content::Text sentence = content::database_sentence(SQLite::Exception("database is locked", SQLITE_BUSY), office.db);
  CHECK(says(sentence.zh, "数据库正被别的程序占用"));
  CHECK(says(sentence.zh, office.db.string()));
  CHECK(says(sentence.zh, "稍后再试"));
  if (std::getenv("SHUANGYONG_LONG") == nullptr) return;
  other.exec("BEGIN IMMEDIATE");  // for ever: ten seconds of waiting, then the sentence
  std::string said;
  try {
    office.enter(Kind::Series, {{"name", "另一个"}, {"summary", "一句话"}, {"icon", "star"}, {"number", 2}});
  } catch (const Error& error) {
    said = error.text().zh;
  }
  CHECK(said == sentence.zh);
  other.exec("ROLLBACK");
  check_whole(office);
}

TEST_CASE("a file that is not a picture is refused by its name") {
  const tests::TemporaryFolder folder;
  for (const std::string& bytes : {std::string(), std::string("名称,电话\n"), std::string("\xFF\xD8\xFF\xE0 nothing of a JPEG")}) {
    std::ofstream(folder / "店面.jpg", std::ios::binary | std::ios::trunc) << bytes;
    std::string said;
    try {
      content::import_picture_isolated(folder / "店面.jpg");
    } catch (const Error& error) {
      said = error.text().zh;
    }
    CHECK(says(said, "店面.jpg"));
  }
}

TEST_CASE("a publisher that is killed at any moment leaves a whole database and a release that verifies") {
  PublishOffice office;
  fill_city(office, 6, 20'000);
  const auto noodles = office.enter_approved(Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90));
  office.publish();
  const int kills = std::getenv("SHUANGYONG_LONG") != nullptr ? 200 : 15;
  std::mt19937 dice(7);
  std::int64_t newest = office.newest();
  for (int kill_number = 0; kill_number < kills; ++kill_number) {
    const pid_t child = fork();
    if (child == 0) {
      try {
        auto opened = OfficeStore::open(office.db);
        while (opened.store) publish_in(*opened.store, office);
      } catch (...) {
      }
      _exit(0);
    }
    usleep(static_cast<useconds_t>(5'000 + dice() % 60'000));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));  // it did not give up by itself
    REQUIRE(office.newest() >= newest);
    newest = office.newest();
    REQUIRE(content::verify_release(office.outbox, newest).empty());
  }
  check_whole(office);
  admin::settle_announced(*office.store);
  CHECK(office.store->announced_releases().empty());
  // Every release of the outbox is in the log, and nothing else is.
  const auto log = admin::release_log(*office.store, office.outbox);
  CHECK(log.size() == static_cast<std::size_t>(content::list_releases(office.outbox).size()));
  for (const auto& line : log) CHECK(line.entry.person == "何川");
  CHECK(office.store->verify_audit().fault == std::nullopt);
  const auto next = office.publish();
  CHECK(next.built.sequence == newest + 1);
  CHECK(content::verify_release(office.outbox, newest + 1).empty());
  CHECK(office.store->get(noodles.id).has_value());
}
