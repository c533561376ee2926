#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "content/kinds.h"
#include "tests/admin/window/import_office.h"

using content::Kind;
using content::Record;
using tests::Clerk;

using namespace tests::importing;

TEST_CASE("a workbook is dropped, tried, put right, written, and one undo takes it all back") {
  Office office;
  Clerk& clerk = office.clerk;
  REQUIRE(clerk.tap("导入表格"));
  clerk.frames(2);
  CHECK(clerk.shows("把 Excel 或 CSV 文件拖到这里"));
  office.drop("登记表.xlsx", tests::workbook_of(kShops));
  CHECK(clerk.shows("4 列认出 4 列"));
  CHECK(clerk.shows("第 2 行：店名、类别、街区、展示结束"));
  REQUIRE(clerk.tap("试运行"));
  clerk.settle();
  CHECK(clerk.shows("会写入 2 行为草稿，跳过 0 行，"));
  CHECK(clerk.shows("2 行不写入"));
  CHECK(clerk.shows("不是日子"));
  CHECK(office.shops() == 1);

  // A bad cell is put right by a suggestion, another by typing.
  REQUIRE(clerk.tap("第 6 行 街区"));
  clerk.frames(2);
  REQUIRE(clerk.tap("改成“和平里双拥街”"));
  clerk.settle();
  CHECK(clerk.shows("1 行不写入"));
  REQUIRE(clerk.tap("第 5 行 展示结束"));
  clerk.frames(3);
  REQUIRE(clerk.fill("改成", "2027-03-01"));
  clerk.press(ui::Key::Enter);
  clerk.settle();
  CHECK(clerk.shows("会写入 4 行为草稿，跳过 0 行，"));
  CHECK(clerk.shows("0 行不写入"));

  REQUIRE(clerk.tap("写入"));
  clerk.settle();
  CHECK(clerk.shows("4 条商户已写成草稿"));
  CHECK(office.shops() == 4);
  CHECK(office.named("渡口面馆").body["category"] == "小吃");
  CHECK(office.named("月台影院").body["valid_until"] == "2027-03-01");
  REQUIRE(clerk.tap("撤回"));
  clerk.frames(3);
  CHECK(office.shops() == 1);
  CHECK(office.named("渡口面馆").body["category"] == "餐饮");
  CHECK(clerk.has_item("导入表格"));
}

TEST_CASE("a column is given its field by hand, and a row that nobody wants is left out") {
  Office office;
  Clerk& clerk = office.clerk;
  office.drop("表.csv", "招牌上的字,类别\n拾光茶舍,茶饮\n月台影院,\n");
  CHECK(clerk.shows("还没有一列是“商户名称”"));
  REQUIRE(clerk.tap("字段 招牌上的字"));
  clerk.frames(2);
  REQUIRE(clerk.tap("字段 招牌上的字：商户名称"));
  clerk.frames(2);
  REQUIRE(clerk.tap("试运行"));
  clerk.settle();
  CHECK(clerk.shows("1 行不写入"));
  REQUIRE(clerk.tap("第 3 行 类别"));
  clerk.frames(2);
  REQUIRE(clerk.tap("不要这一行"));
  clerk.settle();
  CHECK(clerk.shows("0 行不写入"));
  CHECK(clerk.has_item("拿回不要的行"));
  // What was corrected is not thrown away without a word.
  REQUIRE(clerk.tap("第 2 行 类别"));
  clerk.frames(2);
  REQUIRE(clerk.fill("改成", "茶馆"));
  REQUIRE(clerk.tap("改好"));
  clerk.settle();
  REQUIRE(clerk.tap("放弃导入"));
  clerk.frames(2);
  CHECK(clerk.shows("放弃这次导入？"));
  REQUIRE(clerk.tap("接着导入"));
  clerk.frames(2);
  REQUIRE(clerk.tap("写入"));
  clerk.settle();
  CHECK(office.named("拾光茶舍").body["category"] == "茶馆");
  REQUIRE(clerk.tap("完成导入"));
  clerk.frames(3);
  CHECK(clerk.has_item("商户 拾光茶舍"));
}

TEST_CASE("the counts sift the rows and the bad ones can be saved as a table") {
  Office office({1366, 768});
  Clerk& clerk = office.clerk;
  office.drop("登记表.xlsx", tests::workbook_of(kShops));
  REQUIRE(clerk.tap("试运行"));
  clerk.settle();
  CHECK(clerk.has_item("第 4 行 商户名称"));
  REQUIRE(clerk.tap("只看有问题"));
  clerk.frames(2);
  CHECK_FALSE(clerk.has_item("第 4 行 商户名称"));
  CHECK(clerk.has_item("第 5 行 商户名称"));
  REQUIRE(clerk.tap("只看有问题"));
  REQUIRE(clerk.tap("问题行排在最前"));
  clerk.frames(2);
  REQUIRE(clerk.tap("导出问题行"));
  clerk.frames(2);
  CHECK(std::filesystem::exists(clerk.folder() / "登记表-问题行.csv"));
  // The words of what is wrong lead to the cell too, whether its column has room or not.
  REQUIRE(clerk.tap("第 6 行 说明"));
  clerk.frames(2);
  REQUIRE(clerk.tap("改成“和平里双拥街”"));
  clerk.settle();
  CHECK(clerk.shows("1 行不写入"));
  REQUIRE(clerk.tap("上一步"));
  clerk.frames(2);
  CHECK(clerk.has_item("试运行"));
}

TEST_CASE("a file that is no table says what to do – a table of honours is sent on to its own list") {
  Office office;
  Clerk& clerk = office.clerk;
  office.drop("旧表.xls", std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + std::string(600, '\0'));
  CHECK(clerk.shows("另存为 .xlsx"));
  office.drop("名单.xlsx", tests::workbook_of(Rows{{"姓名", "部队", "事迹", "出生年"}, {"何守诚", "某部", "守岛三十年", "1931"}}));
  REQUIRE(clerk.tap("到人物里导入"));
  clerk.settle();
  CHECK(clerk.panel() == "figure");
  CHECK(clerk.shows("名单.xlsx"));
  CHECK(clerk.has_item("试运行"));
}

TEST_CASE("a table dropped on any page finds its way to its list") {
  Office office;
  Clerk& clerk = office.clerk;
  clerk.go({.panel = "overview"});
  clerk.frames(3);
  office.drop("登记表.xlsx", tests::workbook_of(kShops));
  clerk.settle();
  CHECK(clerk.panel() == "merchant");
  CHECK(clerk.has_item("试运行"));
}

TEST_CASE("what a colleague changed meanwhile is not written over – the rows are tried again") {
  Office office;
  Clerk& clerk = office.clerk;
  office.drop("登记表.xlsx", tests::workbook_of(kShops));
  REQUIRE(clerk.tap("试运行"));
  clerk.settle();
  const Record shop = office.named("渡口面馆");
  clerk.store().edit(shop.id, shop.revision, {{"name", "渡口面馆"}, {"category", "面食"}}, "梁秋");
  REQUIRE(clerk.tap("写入"));
  clerk.settle();
  CHECK(clerk.shows("渡口面馆"));
  CHECK(office.shops() == 1);
  REQUIRE(clerk.tap("重新试运行"));
  clerk.settle();
  REQUIRE(clerk.tap("写入"));
  clerk.settle();
  CHECK(office.shops() == 2);
  CHECK(office.named("渡口面馆").body["category"] == "小吃");
}

TEST_CASE("ten thousand rows stay fluid while they are read, tried and written") {
  const bool is_long = std::getenv("SHUANGYONG_LONG") != nullptr;
  const int rows = is_long ? 10'000 : 300;
  Office office;
  Clerk& clerk = office.clerk;
  Rows many{{"商户名称", "类别", "地址", "电话", "优惠内容", "营业时间"}};
  for (int i = 0; i < rows; ++i) {
    many.push_back({"和平里" + std::to_string(i) + "号店", "餐饮", "江滩路 " + std::to_string(i) + " 号", i % 100 == 7 ? "坏" : "5550 " + std::to_string(1000 + i),
                    "持优待证九折", "周一至周五 9:00-12:00, 14:00-18:00"});
  }
  double slowest = 0;
  const auto work = [&] {
    const auto begun = std::chrono::steady_clock::now();
    do {
      const auto frame = std::chrono::steady_clock::now();
      clerk.frames();
      slowest = std::max(slowest, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - frame).count());
      // The clerk's clock runs by frames: without a pause the window would lock itself before a long writing ends.
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    } while (clerk.shell().pending());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  };
  clerk.drop({office.write("多.xlsx", tests::workbook_of(many))});
  clerk.frames(2);
  work();
  REQUIRE(clerk.tap("试运行"));
  work();
  CHECK(clerk.shows(std::to_string(rows / 100) + " 行不写入"));
  for (int i = 0; i < 10; ++i) {
    clerk.drag("滚动条 各行", {0, 40});
    work();
  }
  const double scrolling = slowest;
  REQUIRE(clerk.tap("写入"));
  const double writing = work();
  CHECK(office.shops() == static_cast<std::size_t>(rows - rows / 100 + 1));
  REQUIRE(clerk.tap("完成导入"));
  clerk.press(ui::Key::Z, true);
  const auto undone_from = std::chrono::steady_clock::now();
  clerk.frames(2);
  const double undoing = std::chrono::duration<double>(std::chrono::steady_clock::now() - undone_from).count();
  CHECK(clerk.shows("已撤销：导入"));
  CHECK(office.shops() == 1);
  MESSAGE(rows << " rows: written in " << writing << " s; slowest frame " << scrolling << " ms until then, " << slowest << " ms with the list taking them in; undone in " << undoing << " s");
}
