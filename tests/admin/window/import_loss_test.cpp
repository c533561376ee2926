// What was put right in a table, and rows on their way in, are not lost by the next touch.
#include <doctest/doctest.h>

#include <fstream>

#include "content/kinds.h"
#include "tests/support/clerk.h"
#include "tests/support/workbook_file.h"

using content::Kind;
using content::Record;
using tests::Clerk;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Office {
  explicit Office(ui::PixelSize size = {1600, 900}) : clerk({.size = size}) {
    content::OfficeStore& store = clerk.store();
    store.create(Kind::Merchant, {{"name", "渡口面馆"}, {"category", "餐饮"}}, "梁秋");
    store.create(Kind::Street, {{"name", "和平里双拥街"}, {"shops", 90}}, "梁秋");
    clerk.enter("梁秋");
    clerk.go({.panel = "merchant"});
    clerk.frames(4);
  }
  std::filesystem::path write(const std::string& name, const std::string& bytes) {
    const auto file = clerk.folder() / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
  void drop(const std::string& name, const std::string& bytes) {
    clerk.drop({write(name, bytes)});
    clerk.settle();
  }
  std::size_t shops() { return clerk.store().list(Kind::Merchant).size(); }
  Record named(const std::string& name) {
    const auto found = clerk.store().find_by_title(Kind::Merchant, name);
    REQUIRE(found.size() == 1);
    return found.front();
  }
  Clerk clerk;
};

const Rows kShops{{"江城市双拥商户登记表"},
                  {"店名", "类别", "街区", "展示结束"},
                  {"渡口面馆", "小吃", "", ""},
                  {"拾光茶舍", "茶饮", "", "2027-01-01"},
                  {"月台影院", "影院", "", "不是日子"},
                  {"江畔书屋", "文化", "和平里", ""}};

}  // namespace

TEST_CASE("what was put right in a table is asked about before another file, another step or a link throws it away") {
  Office office;
  Clerk& clerk = office.clerk;
  office.drop("登记表.xlsx", tests::workbook_of(kShops));
  REQUIRE(clerk.tap("试运行"));
  clerk.settle();
  REQUIRE(clerk.tap("第 6 行 街区"));
  clerk.frames(2);
  REQUIRE(clerk.tap("改成“和平里双拥街”"));
  clerk.settle();
  const auto asked = [&] {
    clerk.frames(3);
    const bool asks = clerk.shows("挑出来不要的 0 行会作废");
    if (asks) REQUIRE(clerk.tap("接着导入"));
    clerk.frames(3);
    return asks;
  };
  office.drop("别的.csv", "商户名称,类别\n拾光茶舍,茶饮\n");
  CHECK(asked());
  REQUIRE(clerk.tap("上一步"));
  clerk.frames(2);
  REQUIRE(clerk.tap("换一个文件"));
  CHECK(asked());
  REQUIRE(clerk.tap("放弃导入"));
  CHECK(asked());
  clerk.go({.panel = "merchant", .record = office.named("渡口面馆").id});
  CHECK(asked());
  clerk.go({.panel = "merchant", .record = {}, .field = "", .view = "import"});
  CHECK(asked());
  REQUIRE(clerk.tap("试运行"));
  clerk.settle();
  CHECK(clerk.shows("1 行不写入"));
}

TEST_CASE("the way back is shut while rows are written") {
  Office office;
  Clerk& clerk = office.clerk;
  Rows many{{"商户名称", "类别"}};
  for (int i = 0; i < 3000; ++i) many.push_back({"和平里" + std::to_string(i) + "号店", "餐饮"});
  office.drop("多.xlsx", tests::workbook_of(many));
  REQUIRE(clerk.tap("试运行"));
  clerk.settle();
  REQUIRE(clerk.tap("写入"));
  REQUIRE(clerk.tap("回到列表"));
  clerk.frames();
  clerk.settle();
  CHECK(clerk.shows("3000 条商户已写成草稿"));
  CHECK(office.shops() == 3001);
}
