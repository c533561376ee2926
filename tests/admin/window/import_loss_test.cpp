// What was put right in a table, and rows on their way in, are not lost by the next touch.
#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "content/kinds.h"
#include "tests/admin/window/import_office.h"

using content::Kind;
using content::Record;
using tests::Clerk;

using namespace tests::importing;

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

namespace {

void begin_to_write(Office& office, int shops) {
  Rows many{{"商户名称", "类别"}};
  for (int i = 0; i < shops; ++i) many.push_back({"和平里" + std::to_string(i) + "号店", "餐饮"});
  office.drop("多.xlsx", tests::workbook_of(many));
  REQUIRE(office.clerk.tap("试运行"));
  office.clerk.settle();
  REQUIRE(office.clerk.tap_at_once("写入"));
}

void wait_until_written(Clerk& clerk) {
  for (int i = 0; i < 8000 && !clerk.shows("3000 条商户已写成草稿"); ++i) {
    clerk.frames();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));   // the worker has the word
  }
}

}  // namespace

TEST_CASE("the way back is shut while rows are written, and says so") {
  Office office;
  Clerk& clerk = office.clerk;
  begin_to_write(office, 3000);
  REQUIRE(clerk.tap_at_once("回到列表"));
  CHECK(clerk.shows("正在把表格写入草稿"));
  wait_until_written(clerk);
  CHECK(clerk.shows("3000 条商户已写成草稿"));
  CHECK(office.shops() == 3001);
}

TEST_CASE("closing while rows are written says that nothing is lost, and lets them be written") {
  Office office;
  Clerk& clerk = office.clerk;
  begin_to_write(office, 3000);
  CHECK_FALSE(clerk.shell().close());
  clerk.frames(2);
  CHECK(clerk.shows("表格正在写入草稿，要关掉吗？"));
  CHECK_FALSE(clerk.shows("没存上的找不回来"));
  REQUIRE(clerk.tap_at_once("写完就关"));
  CHECK(clerk.shell().gives_up());
  wait_until_written(clerk);
  CHECK(office.shops() == 3001);
}
