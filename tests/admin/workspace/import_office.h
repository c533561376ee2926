// An office database and tables for it: what the tests of the import session share.
#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "admin/workspace/import_session.h"
#include "admin/workspace/workspace.h"
#include "content/kinds.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/workbook_file.h"

namespace tests::importing {

namespace fs = std::filesystem;
using Rows = std::vector<std::vector<std::string>>;

class Office {
 public:
  Office() : office({.db = folder.path() / "office.db"}, content::OfficeStore::create(folder.path() / "office.db")) {
    office.store().add_person("梁秋", content::Role::Editor);
    office.sign_in(*office.store().find_person("梁秋"));
    office.store().create(content::Kind::Merchant, {{"name", "渡口面馆"}, {"category", "餐饮"}, {"phone", "5550 0101"}}, "梁秋");
    office.store().create(content::Kind::Street, {{"name", "和平里双拥街"}, {"shops", 90}}, "梁秋");
    office.records().refresh();
  }
  fs::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder.path() / name, std::ios::binary) << bytes;
    return folder.path() / name;
  }
  fs::path book(const Rows& rows) const { return write("登记表.xlsx", tests::workbook_of(rows)); }
  std::size_t shops() const { return office.store().list(content::Kind::Merchant).size(); }

  tests::TemporaryFolder folder;
  admin::Workspace office;
};

inline void wait(admin::ImportSession& session) {
  for (int i = 0; session.busy() && i < 20'000; ++i) {
    session.follow();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  REQUIRE_FALSE(session.busy());
}

inline void read_and_try(admin::ImportSession& session, const fs::path& file) {
  session.open(file);
  wait(session);
  REQUIRE(session.failure() == "");
  session.try_rows();
  wait(session);
  REQUIRE(session.failure() == "");
}

inline const Rows kShops{{"江城市双拥商户登记表"},
                  {"店名", "类别", "电话", "所属街区", "备注"},
                  {"渡口面馆", "面食", "5550 0101", "", "老店"},
                  {"拾光茶舍", "茶饮", "5550 0102", "和平里", ""},
                  {"明眸眼镜", "零售", "坏", "", ""},
                  {"江畔书屋", "文化", "5550 0104", "", ""},
                  {"合计", "4"}};

}  // namespace tests::importing
