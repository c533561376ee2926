#include "admin/shell/door.h"

#include <doctest/doctest.h>

#include <fstream>

#include "kiosk/ui/item_log.h"
#include "kiosk/ui/null_backend.h"
#include "tests/support/temporary_folder.h"

using content::OfficeStore;
namespace fs = std::filesystem;

namespace {

// Somebody before a door.
class Caller {
 public:
  explicit Caller(fs::path db) : backend_({1366, 768}), session_({.fonts = {}, .pixels_per_u = 1.0F, .arrows_move_focus = false}, backend_) {
    session_.install(&items_);
    session_.install(&texts_);
    session_.set_fixed_clock(seconds_);
    door_ = std::make_unique<admin::Door>(session_, db, admin::open_office_at(db));
    frames(2);
  }
  ~Caller() {
    session_.install(static_cast<ui::ItemLog*>(nullptr));
    session_.install(static_cast<ui::TextLog*>(nullptr));
  }
  void frames(int count, double seconds = 0.05) {
    for (int i = 0; i < count && !opened_; ++i) {
      session_.set_fixed_clock(seconds_ += seconds);
      door_->frame();
      opened_ = door_->take();
    }
  }
  bool has(std::string_view label) const { return items_.find(label).has_value(); }
  bool tap(std::string_view label) {
    const auto box = items_.find(label);
    if (!box) return false;
    backend_.touch_down(box->centre());
    frames(2);
    backend_.touch_up();
    frames(3);
    return true;
  }
  void type(const std::string& words) {
    backend_.type(words);
    frames(3);
  }
  bool shows(std::string_view part) const { return texts_.contains(part); }
  OfficeStore* inside() const { return opened_ ? opened_->store.get() : nullptr; }
  fs::path where() const { return opened_ ? opened_->db : fs::path(); }

 private:
  ui::NullBackend backend_;
  ui::ItemLog items_;
  ui::TextLog texts_;
  ui::Session session_;
  double seconds_ = 1;
  std::unique_ptr<admin::Door> door_;
  std::optional<admin::Door::Opened> opened_;
};

}  // namespace

TEST_CASE("a database that is something else: the window says what and where, and opens another one that is typed") {
  const tests::TemporaryFolder folder;
  const fs::path ledger = folder / "账本.txt";
  std::ofstream(ledger) << "账本";
  const fs::path real = folder / "real/office.db";
  OfficeStore::create(real);
  Caller caller(ledger);
  CHECK(caller.shows("这个文件不是办公数据库"));
  CHECK(caller.shows("账本.txt"));
  CHECK(caller.has("再试一次"));
  CHECK_FALSE(caller.has("在这里新建"));
  CHECK_FALSE(caller.has("换上最近的备份"));
  REQUIRE(caller.tap("数据库在别的位置"));
  caller.type((folder / "real").string());   // its folder is enough
  REQUIRE(caller.tap("打开这个"));
  REQUIRE(caller.inside() != nullptr);
  CHECK(caller.where() == real);
  CHECK_FALSE(fs::is_empty(ledger));
}

TEST_CASE("a folder that is away: trying again finds it, and a new office is made only after a question") {
  const tests::TemporaryFolder folder;
  const fs::path db = folder / "disk/office/office.db";
  Caller caller(db);
  CHECK(caller.shows("找不到放数据库的文件夹"));
  REQUIRE(caller.tap("再试一次"));
  CHECK(caller.inside() == nullptr);
  REQUIRE(caller.tap("在这里新建"));
  CHECK(caller.shows("在这里新建一个空的办公室？"));
  REQUIRE(caller.tap("先不新建"));
  CHECK(caller.inside() == nullptr);
  OfficeStore::create(db);                   // the disk is plugged in
  REQUIRE(caller.tap("再试一次"));
  CHECK(caller.inside() != nullptr);

  Caller other(folder / "new/office/office.db");
  REQUIRE(other.tap("在这里新建"));
  REQUIRE(other.tap("新建空的办公室"));
  REQUIRE(other.inside() != nullptr);
  CHECK_FALSE(other.inside()->has_administrator());
}

TEST_CASE("a damaged database: its newest backup takes its place when one says so, and the old file stays") {
  const tests::TemporaryFolder folder;
  const fs::path db = folder / "office/office.db";
  {
    const auto store = OfficeStore::create(db);
    store->add_person("梁秋", content::Role::Editor);
    fs::create_directories(folder / "office/备份");
    store->backup(folder / "office/备份/office-2026-07-30-1026.db");
  }
  fs::resize_file(db, fs::file_size(db) / 2);
  Caller caller(db);
  CHECK(caller.shows("数据库损坏了，没有动它"));
  REQUIRE(caller.tap("换上最近的备份"));
  CHECK(caller.shows("office-2026-07-30-1026.db"));
  REQUIRE(caller.tap("换上备份"));
  REQUIRE(caller.inside() != nullptr);
  CHECK(caller.inside()->find_person("梁秋"));
  CHECK(fs::exists(folder / "office/office.db.旧-1"));
}

TEST_CASE("a database that another program holds opens by itself when it is let go") {
  const tests::TemporaryFolder folder;
  const fs::path db = folder / "office/office.db";
  const auto other = OfficeStore::create(db);
  auto holds = std::make_unique<OfficeStore::Batch>(*other);
  Caller caller(db);
  CHECK(caller.shows("数据库正被别的程序占用"));
  caller.frames(1);
  CHECK(caller.inside() == nullptr);
  holds.reset();
  caller.frames(10, 0.5);
  CHECK(caller.inside() != nullptr);
}
