// Who may sign in to the office, and as what.
#include <time.h>

#include <algorithm>
#include <fstream>

#include "content/office_audit.h"
#include "content/office_state.h"

namespace content {
namespace {

using std::chrono::seconds;

constexpr int kFreeFailures = 2;          // a slip of the finger costs nothing
constexpr seconds kFirstWait{5};
constexpr seconds kLongestWait{15 * 60};
constexpr int kMostNames = 1000;          // remembered with failures; the oldest gives way

seconds wait_after(int failures) {
  if (failures <= kFreeFailures) return seconds(0);
  const int doublings = std::min(failures - kFreeFailures - 1, 16);
  return std::min(kLongestWait, seconds(kFirstWait.count() << doublings));
}

struct Failures {
  int count = 0;
  std::int64_t failed_at = 0;
  std::string boot;
  std::int64_t boot_ms = 0;
};

Failures read_failures(SQLite::Database& database, const std::string& name) {
  SQLite::Statement row(database, "SELECT count, failed_at, boot, boot_ms FROM sign_in_failure WHERE name = ?");
  row.bind(1, name);
  if (!row.executeStep()) return {};
  return {.count = row.getColumn(0).getInt(),
          .failed_at = row.getColumn(1).getInt64(),
          .boot = row.getColumn(2).getString(),
          .boot_ms = row.getColumn(3).getInt64()};
}

void write_failures(SQLite::Database& database, const std::string& name, int count, const SignInClock& now) {
  SQLite::Statement put(database, R"sql(
      INSERT INTO sign_in_failure (name, count, failed_at, boot, boot_ms) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET count = excluded.count, failed_at = excluded.failed_at, boot = excluded.boot, boot_ms = excluded.boot_ms
  )sql");
  put.bind(1, name);
  put.bind(2, count);
  put.bind(3, now.wall_ms);
  put.bind(4, now.boot);
  put.bind(5, now.boot_ms);
  put.exec();
  SQLite::Statement few(database, R"sql(
      DELETE FROM sign_in_failure WHERE name NOT IN (SELECT name FROM sign_in_failure ORDER BY failed_at DESC LIMIT ?)
  )sql");
  few.bind(1, kMostNames);
  few.exec();
}

// Within one start of the machine its own clock counts; across a restart the wall's. A wall clock that lies before the
// failure was set back: nothing counts as waited then.
seconds still_to_wait(const Failures& failures, const SignInClock& now) {
  const bool same_start = failures.boot == now.boot && now.boot_ms >= failures.boot_ms;
  const std::int64_t passed = same_start ? now.boot_ms - failures.boot_ms : std::max<std::int64_t>(0, now.wall_ms - failures.failed_at);
  const std::int64_t rest = wait_after(failures.count).count() * 1000 - passed;
  return seconds(rest > 0 ? (rest + 999) / 1000 : 0);
}

void refuse_bad_password(std::string_view password, std::string_view name) {
  if (const auto fault = password_fault(password, name)) throw Error(*fault);
}

}  // namespace

SignInClock sign_in_clock() {
  timespec since_boot{};
  ::clock_gettime(CLOCK_BOOTTIME, &since_boot);
  std::string boot;
  std::ifstream("/proc/sys/kernel/random/boot_id") >> boot;
  return {.wall_ms = now_ms(), .boot = boot, .boot_ms = since_boot.tv_sec * 1000 + since_boot.tv_nsec / 1'000'000};
}

bool OfficeStore::has_administrator() const {
  return state_->read([&] {
    return state_->database
               .execAndGet("SELECT EXISTS (SELECT 1 FROM person WHERE role = 'administrator' AND password <> '' AND left_at IS NULL)")
               .getInt() != 0;
  });
}

Person OfficeStore::make_first_administrator(std::string_view name, std::string_view password, PasswordCost cost) {
  refuse_bad_password(password, name);
  const std::string hash = hash_password(password, cost);
  Batch batch(*this);   // nobody else becomes the first meanwhile
  if (has_administrator()) {
    throw Error("已经有管理员了；请用管理员的姓名登录。", "There is an administrator already; sign in as one.");
  }
  const Person person = add_person(name, Role::Administrator);
  state_->write([&] {
    state_->store_password(person, hash);
    state_->audit(name, "password", name);
  });
  batch.commit();
  return state_->read([&] { return state_->need_person(name); });
}

void OfficeStore::State::store_password(const Person& person, const std::string& hash) {
  SQLite::Statement put(database, "UPDATE person SET password = ? WHERE id = ?");
  put.bind(1, hash);
  put.bind(2, person.id);
  put.exec();
  SQLite::Statement forget(database, "DELETE FROM sign_in_failure WHERE name = ?");
  forget.bind(1, person.name);
  forget.exec();
}

void OfficeStore::set_password(std::string_view name, std::string_view password, std::string_view by, PasswordCost cost) {
  refuse_bad_password(password, name);
  const std::string hash = hash_password(password, cost);
  state_->write([&] {
    const Person author = state_->need_person(by);
    const Person person = state_->need_person(name);
    if (author.id != person.id) need_right(author.role, by, Right::Administer);
    state_->store_password(person, hash);
    state_->audit(by, "password", name);
  });
}

void OfficeStore::State::refuse_last_administrator(const Person& person) {
  if (person.role != Role::Administrator) return;
  SQLite::Statement others(database, "SELECT count(*) FROM person WHERE role = 'administrator' AND password <> '' AND left_at IS NULL AND id <> ?");
  others.bind(1, person.id);
  others.executeStep();
  if (others.getColumn(0).getInt() > 0) return;
  throw Error("“" + person.name + "”是最后一位管理员；请先指定另一位。",
              person.name + " is the last administrator; name another one first.");
}

void OfficeStore::State::refuse_unless_administrator(std::string_view by) {
  SQLite::Statement any(database, "SELECT 1 FROM person WHERE role = 'administrator' AND password <> '' AND left_at IS NULL");
  if (!any.executeStep()) return;
  if (by.empty()) throw Error("人员由管理员登记；请写明是哪位管理员（--by）。", "Administrators enter people; say which one you are (--by).");
  need_right(need_person(by).role, by, Right::Administer);
}

void OfficeStore::State::refuse_left_name(std::string_view name) {
  SQLite::Statement row(database, "SELECT 1 FROM person WHERE name = ? AND left_at IS NOT NULL");
  row.bind(1, std::string(name));
  if (!row.executeStep()) return;
  throw Error("“" + std::string(name) + "”以前在这里，已经离开，名字留在历史里；请加上部门以示区别。",
              "Somebody named \"" + std::string(name) + "\" was here and left; add the department to tell them apart.");
}

void OfficeStore::set_role(std::string_view name, Role role, std::string_view by) {
  state_->write([&] {
    need_right(state_->need_person(by).role, by, Right::Administer);
    const Person person = state_->need_person(name);
    if (person.role == role) return;
    state_->refuse_last_administrator(person);
    SQLite::Statement put(state_->database, "UPDATE person SET role = ? WHERE id = ?");
    put.bind(1, std::string(word_of(role).value));
    put.bind(2, person.id);
    put.exec();
    state_->audit(by, "role", name, changes_between({{"role", word_of(person.role).value}}, {{"role", word_of(role).value}}));
  });
}

void OfficeStore::let_go(std::string_view name, std::string_view by) {
  state_->write([&] {
    need_right(state_->need_person(by).role, by, Right::Administer);
    const Person person = state_->need_person(name);
    state_->refuse_last_administrator(person);
    SQLite::Statement put(state_->database, "UPDATE person SET left_at = ?, password = '' WHERE id = ?");
    put.bind(1, now_ms());
    put.bind(2, person.id);
    put.exec();
    state_->audit(by, "let_go", name);
  });
}

SignIn OfficeStore::sign_in(std::string_view name, std::string_view password, const SignInClock& now) {
  const std::string typed(name);
  const Failures before = state_->read([&] { return read_failures(state_->database, typed); });
  if (const seconds wait = still_to_wait(before, now); wait.count() > 0) {
    // A clock that was set back starts the wait anew from its new time, so that it ends some day.
    if (before.boot != now.boot && now.wall_ms < before.failed_at) {
      state_->write([&] { write_failures(state_->database, typed, before.count, now); });
    }
    return {.outcome = SignIn::Outcome::Wait, .person = std::nullopt, .wait = wait};
  }
  // An unknown name costs as much time: the password is held against somebody's hash, and never taken.
  const std::string hash = state_->read([&] { return state_->password_of(typed); });
  const std::string decoy = hash.empty() ? state_->read([&] { return state_->some_password(); }) : std::string();
  const bool agrees = password_agrees(password, hash.empty() ? decoy : hash);
  if (agrees && !hash.empty()) {
    return state_->write([&] {
      SQLite::Statement forget(state_->database, "DELETE FROM sign_in_failure WHERE name = ?");
      forget.bind(1, typed);
      forget.exec();
      state_->audit(name, "sign_in", name);
      return SignIn{.outcome = SignIn::Outcome::Welcome, .person = state_->need_person(name)};
    });
  }
  state_->write([&] {
    write_failures(state_->database, typed, before.count + 1, now);
    state_->audit(name, "sign_in_failed", name);
  });
  return {.outcome = SignIn::Outcome::Wrong, .person = std::nullopt, .wait = wait_after(before.count + 1)};
}

std::string OfficeStore::State::some_password() {
  SQLite::Statement row(database, "SELECT password FROM person WHERE password <> '' LIMIT 1");
  return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

std::string OfficeStore::State::password_of(const std::string& name) {
  SQLite::Statement row(database, "SELECT password FROM person WHERE name = ? AND left_at IS NULL AND password <> ''");
  row.bind(1, name);
  return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

}  // namespace content
