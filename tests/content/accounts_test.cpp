#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "content/error.h"
#include "content/office_store.h"
#include "content/passwords.h"
#include "tests/content/office_test_data.h"
#include "tests/support/temporary_folder.h"

using namespace content;
using std::chrono::seconds;

namespace {

constexpr auto kLeast = PasswordCost::Least;
constexpr const char* kSecret = "江滩的灯 1937";

std::unique_ptr<OfficeStore> office_with_accounts() {
  auto store = OfficeStore::in_memory();
  store->make_first_administrator("管理", kSecret, kLeast);
  tests::add_people(*store, "管理");
  store->set_password("小林", "面馆早上六点开门", "管理", kLeast);
  return store;
}

SignInClock at(std::int64_t second, std::string boot = "one", std::int64_t boot_second = -1) {
  return {.wall_ms = 1'800'000'000'000 + second * 1000, .boot = std::move(boot), .boot_ms = (boot_second < 0 ? second : boot_second) * 1000};
}

}  // namespace

TEST_CASE("the first start makes the first administrator, and only the first") {
  auto store = OfficeStore::in_memory();
  CHECK_FALSE(store->has_administrator());
  const Person admin = store->make_first_administrator("管理", kSecret, kLeast);
  CHECK(admin.role == Role::Administrator);
  CHECK(admin.may_sign_in);
  CHECK(store->has_administrator());
  CHECK_THROWS_AS(store->make_first_administrator("另一位", kSecret, kLeast), Error);
  CHECK(store->people().size() == 1);
}

TEST_CASE("who signs in with the right password is let in, and nobody without one") {
  auto store = office_with_accounts();
  const auto welcome = store->sign_in("小林", "面馆早上六点开门", at(0));
  CHECK(welcome.outcome == SignIn::Outcome::Welcome);
  CHECK(welcome.person->role == Role::Editor);
  CHECK(store->sign_in("小林", "面馆早上七点开门", at(1)).outcome == SignIn::Outcome::Wrong);
  CHECK(store->sign_in("王初", "", at(2)).outcome == SignIn::Outcome::Wrong);   // has no password yet
  CHECK(store->sign_in("陌生人", kSecret, at(3)).outcome == SignIn::Outcome::Wrong);
  CHECK(store->audit({.deed = "sign_in_failed"}).size() == 3);
  CHECK(store->audit({.deed = "sign_in"}).size() == 1);
}

TEST_CASE("a lack of memory is said, and never told as a wrong password") {
  // Asks for 256 MiB in a process that gets 64 more than it has.
  const pid_t process = ::fork();
  REQUIRE(process >= 0);
  if (process == 0) {
    long pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    const rlim_t most = static_cast<rlim_t>(pages) * 4096U + (64U << 20U);
    const rlimit limit{.rlim_cur = most, .rlim_max = most};
    if (::setrlimit(RLIMIT_AS, &limit) != 0) ::_exit(9);
    try {
      ::_exit(password_agrees(kSecret, "$argon2id$v=19$m=262144,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8") ? 1 : 2);
    } catch (const Error& error) {
      ::_exit(error.text().zh.find("内存不够") != std::string::npos ? 0 : 3);
    }
  }
  int status = 0;
  REQUIRE(::waitpid(process, &status, 0) == process);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK_FALSE(password_agrees("面馆", hash_password(kSecret, kLeast)));
}

TEST_CASE("passwords that anybody would guess are refused with a reason") {
  auto store = office_with_accounts();
  for (const char* bad : {"", "short", "12345678", "Password1", "88888888", "abcdefgh", "98765432", "小林1234567"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(store->set_password("小林", bad, "小林", kLeast), Error);
  }
  CHECK_THROWS_AS(store->set_password("小林", std::string(129, 'k'), "小林", kLeast), Error);
  store->set_password("小林", "八个汉字也可以的", "小林", kLeast);
  CHECK(store->sign_in("小林", "八个汉字也可以的", at(0)).outcome == SignIn::Outcome::Welcome);
}

TEST_CASE("each failure after the second costs a longer wait, which neither a restart nor a set clock shortens") {
  auto store = office_with_accounts();
  const auto fail = [&](const SignInClock& now) { return store->sign_in("小林", "不对的密码呀", now); };
  CHECK(fail(at(0)).wait == seconds(0));
  CHECK(fail(at(1)).wait == seconds(0));
  CHECK(fail(at(2)).wait == seconds(5));
  CHECK(fail(at(4)).outcome == SignIn::Outcome::Wait);
  CHECK(store->sign_in("小林", "面馆早上六点开门", at(4)).outcome == SignIn::Outcome::Wait);   // not even the right one
  CHECK(fail(at(7)).wait == seconds(10));
  // The wall clock is set an hour on: the machine's own clock says that two seconds have passed.
  CHECK(fail(at(3607, "one", 9)).wait == seconds(8));
  // A restart: the wall's clock counts; set back by a day, the wait begins anew and still ends.
  CHECK(fail(at(-86400, "two", 1)).wait == seconds(10));
  CHECK(fail(at(-86400 + 4, "two", 5)).wait == seconds(6));
  CHECK(fail(at(-86400 + 11, "two", 12)).wait == seconds(20));
  CHECK(store->sign_in("小林", "面馆早上六点开门", at(-86400 + 40, "two", 41)).outcome == SignIn::Outcome::Welcome);
  CHECK(fail(at(-86400 + 41, "two", 42)).wait == seconds(0));   // forgiven
  for (int i = 0; i < 30; ++i) fail(at(10'000 * (i + 1), "two", 10'000 * (i + 1)));
  CHECK(fail(at(400'000, "two", 400'000)).wait == seconds(15 * 60));   // never longer
}

TEST_CASE("only an administrator gives roles and passwords to others, and the last one stays") {
  auto store = office_with_accounts();
  CHECK_THROWS_AS(store->set_role("王初", Role::Third, "小林"), Error);
  CHECK_THROWS_AS(store->set_password("王初", "面馆早上六点开门", "小林", kLeast), Error);
  CHECK_THROWS_AS(store->let_go("王初", "小林"), Error);
  CHECK_THROWS_AS(store->set_role("管理", Role::Editor, "管理"), Error);
  CHECK_THROWS_AS(store->let_go("管理", "管理"), Error);
  store->set_role("王初", Role::Second, "管理");
  CHECK(store->find_person("王初")->role == Role::Second);
  store->let_go("小林", "管理");
  CHECK_FALSE(store->find_person("小林"));
  CHECK(store->sign_in("小林", "面馆早上六点开门", at(0)).outcome == SignIn::Outcome::Wrong);
  CHECK_THROWS_AS(store->create(Kind::Series, tests::series_body("甲"), "小林"), Error);
}

TEST_CASE("an administrator approves nothing") {
  auto store = office_with_accounts();
  const Record record = store->create(Kind::Series, tests::series_body("甲"), "小林");
  store->submit(record.id, record.hash, "小林");
  CHECK_THROWS_AS(store->approve(record.id, record.hash, "管理"), Error);
}

TEST_CASE("a database of the first version keeps its people and all that refers to them") {
  const tests::TemporaryFolder folder;
  const auto path = folder / "office.db";
  {
    SQLite::Database old(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    old.exec("PRAGMA foreign_keys = ON; PRAGMA application_id = " + std::to_string(kOfficeApplicationId));
    old.exec(std::string(office_schema().front().sql) + "PRAGMA user_version = 1;");
    old.exec("INSERT INTO person VALUES (1, '小林', 'editor', 5), (2, '王初', 'first', 6)");
    old.exec("INSERT INTO setting VALUES ('town', '江城', 7, 2)");
  }
  const auto opened = OfficeStore::open(path);
  REQUIRE(opened.outcome == Opening::Migrated);
  CHECK(opened.store->find_person("王初")->role == Role::First);
  CHECK(opened.store->setting("town") == "江城");
  CHECK(opened.store->verify().empty());
  opened.store->create(Kind::Series, tests::series_body("甲"), "小林");
  CHECK(opened.store->verify_audit().lines == 1);
}

TEST_CASE("the first administrator of an office that has people and a past can sign in") {
  auto store = content::OfficeStore::in_memory();
  store->add_person("梁秋", Role::Editor);
  store->set_setting("outbox", "/srv/outbox", "梁秋");
  store->make_first_administrator("许安", "lvse-shan-7", PasswordCost::Least);
  CHECK(store->has_administrator());
  CHECK(store->sign_in("许安", "lvse-shan-7").outcome == content::SignIn::Outcome::Welcome);
}
