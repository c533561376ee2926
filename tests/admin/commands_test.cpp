#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/admin/tool.h"

using admin_tests::Desk;
using admin_tests::Ran;

TEST_CASE("wrong input ends with an exit code and a sentence in the user's language") {
  const Desk desk;
  desk.make_office();
  desk.write("good.csv", "商户名称,类别,地址\n渡口面馆,餐饮,江滩双拥街 12 号\n");
  desk.write("bad.csv", "商户名称,类别,签约日期\n渡口面馆,餐饮,二月\n");
  desk.write("headless.csv", "甲,乙\n1,2\n");
  desk.write("book.xlsx", "PK\x03\x04");
  desk.write("empty.csv", "");
  desk.write("bytes.csv", "商户名称,类别\n坏\xFF店,餐饮\n");
  desk.write("text.db", "this is not a database, whatever its name says");
  desk.write("picture.png", "no picture");
  struct Case {
    const char* arguments;
    int code;
    const char* zh;
    const char* en;
  };
  const std::vector<Case> cases = {
      {"", 2, "没有显示器", "no display"},
      {"frobnicate", 2, "frobnicate", "frobnicate"},
      {"import merchant good.csv --frob", 2, "--frob", "--frob"},
      {"import merchant", 2, "FILE", "FILE is missing"},
      {"import merchants good.csv", 2, "没有“merchants”这种内容", "no kind"},
      {"import merchant none.csv", 2, "none.csv", "none.csv"},
      {"import merchant .", 2, "文件夹", "folder"},
      {"import merchant headless.csv", 2, "表头", "header"},
      {"import merchant book.xlsx", 2, "另存为", "save it as"},
      {"import merchant empty.csv", 2, "空文件", "empty"},
      {"import merchant bytes.csv", 1, "第 2 行", "Row 2"},
      {"import merchant bad.csv", 1, "什么都没有写入", "nothing was written"},
      {"import merchant good.csv --by 无名", 2, "没有登记", "not registered"},
      {"import merchant good.csv --db none.db", 2, "none.db", "none.db"},
      {"list merchant --db text.db", 2, "text.db", "text.db"},
      {"init --db text.db", 2, "text.db", "text.db"},
      {"person add 单晓 --role editor", 2, "单晓", "单晓"},
      {"person add 张三 --role king", 2, "king", "king"},
      {"approve --as 仇远", 2, "--all", "--all"},
      {"approve merchant 没有的店 --as 仇远", 2, "没有的店", "没有的店"},
      {"publish", 2, "--to", "--to is missing"},
      {"publish --to outbox", 1, "三审", "three reviews"},
      {"rollback 7 --to outbox", 2, "没有第 7 期", "no release 7"},
      {"publish --to outbox --by 单晓", 1, "三审", "three reviews"},
      {"check --outbox nowhere", 2, "nowhere", "nowhere"},
      {"import-media nowhere", 2, "nowhere", "nowhere"},
      {"import-media picture.png", 1, "picture.png", "picture.png"},
      {"export merchant /nowhere/out.csv", 2, "/nowhere", "/nowhere"},
      {"history merchant 没有的店", 2, "没有的店", "没有的店"},
  };
  for (const Case& one : cases) {
    for (const bool chinese : {true, false}) {
      CAPTURE(one.arguments);
      const Ran ran = desk.admin(one.arguments, chinese ? "zh_CN.UTF-8" : "C.UTF-8");
      CAPTURE(ran.out);
      CAPTURE(ran.err);
      CHECK(ran.code == one.code);
      CHECK(ran.err.find(chinese ? one.zh : one.en) != std::string::npos);
      CHECK_FALSE(ran.says("terminate"));
      CHECK_FALSE(ran.says("std::"));
      CHECK_FALSE(ran.says("SQLite"));
    }
  }
  CHECK(desk.read("text.db") == "this is not a database, whatever its name says");
}

TEST_CASE("a damaged database is left as it is and said to be damaged") {
  const Desk desk;
  desk.make_office();
  const std::string place = "data/shuangyong-window/office.db";
  std::string bytes = desk.read(place);
  REQUIRE(bytes.size() > 8192);
  for (std::size_t i = 4096; i < 8192; ++i) bytes[i] = static_cast<char>(bytes[i] ^ 0x5A);
  desk.write(place, bytes);
  const Ran ran = desk.admin("list merchant");
  CHECK(ran.code == 2);
  CHECK(ran.says("office.db"));
  CHECK(desk.read(place) == bytes);
}

TEST_CASE("a file that is there is never written over") {
  const Desk desk;
  desk.make_office();
  desk.write("stage.csv", "序号,名称,开始,结束\n1,宣传发动,2026-01-05,2026-03-31\n");
  CHECK(desk.admin("import stage stage.csv --submit --by 单晓").code == 0);
  for (const char* verb : {"export stage ours", "sheet --waiting --for 仇远 --to ours"}) {
    CAPTURE(verb);
    desk.write("ours", "somebody's only copy");
    const Ran chinese = desk.admin(verb);
    CHECK(chinese.code == 2);
    CHECK(chinese.err.find("“ours”已经在那里") != std::string::npos);
    CHECK(desk.admin(verb, "C.UTF-8").err.find("ours is there already") != std::string::npos);
    CHECK(desk.read("ours") == "somebody's only copy");
    CHECK(desk.admin("approve --all --as 仇远").code == 1);   // nothing counts as seen
    std::filesystem::remove(desk.folder() / "ours");
    CHECK(desk.admin(verb).code == 0);
  }
  CHECK(desk.admin("approve --all --as 仇远").code == 0);
}

TEST_CASE("help reads in the user's language and names every verb") {
  const Desk desk;
  const Ran chinese = desk.admin("--help");
  CHECK(chinese.code == 0);
  CHECK(chinese.says("双拥之窗办公工具"));
  CHECK(chinese.says("用法"));
  const Ran english = desk.admin("--help", "en_GB.UTF-8");
  CHECK(english.says("office tool"));
  for (const char* verb : {"init", "person", "import", "import-media", "submit", "approve", "return", "check",
                           "overrule", "publish", "rollback", "releases", "export", "list", "history", "audit", "undo", "trash", "restore"}) {
    CAPTURE(verb);
    CHECK(english.says(verb));
    const Ran help = desk.admin(std::string(verb) + " --help");
    CHECK(help.code == 0);
    CHECK(help.out.size() > 40);
  }
}
