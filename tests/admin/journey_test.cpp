#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tests/admin/tool.h"

using admin_tests::Desk;
using admin_tests::Ran;

namespace {

const char* const kPicture =
    "<svg xmlns='http://www.w3.org/2000/svg' width='320' height='200'><rect width='320' height='200' fill='#F2ECE1'/>"
    "<circle cx='160' cy='100' r='60' fill='#8E1719'/></svg>";

// One small table of every kind, in the order in which they may be imported.
const std::vector<std::pair<std::string, std::string>> kTables = {
    {"city",
     "城市,创建口号,宣传标题,光荣榜标题,好物标题,服务电话\n江城市,创建全国双拥模范城,江城在行动,榜样就在我们身边,"
     "把日子种出来,5550 0100\n"},
    {"stage", "序号,名称,开始,结束,说明\n1,宣传发动,2026-01-01,2026-03-31,发动\n"},
    {"theme", "名称,开始,结束,每年,节日日期,节日名称\n八一,2026-07-25,2026-08-05,是,2026-08-01,建军节\n"},
    {"series", "名称,一句话,图标,序号,图片\n双拥是什么,从头说起,book,1,pictures/one.svg\n"},
    {"article",
     "标题,栏目,系列,日期,正文,图片,读完再看\n甲篇,活动动态,双拥是什么,2026-07-01,@texts/first.md,pictures/"
     "one.svg,乙篇\n乙篇,政策法规,,2026-07-02,正文,,甲篇\n"},
    {"poster",
     "标题,标语,主题,横版图,竖版图,底色,字色\n海报,\"军民\n同心\",八一,posters/wide.svg,posters/"
     "wide.svg,#8E1719,#FFFFFF\n"},
    {"film", "标题,说明,时长秒,图片\n短片,一段,60,pictures/one.svg\n"},
    {"figure",
     "姓名,类别,年度,社区,一句话,事迹,荣誉,照片\n单㛃䶮,兵妈妈,2025,和平里社区,一盏灯,她守着哨所的来信。,2005 "
     "儿子入伍,pictures/one.svg\n"},
    {"street", "街名,简称,商户总数,目标,示意图\n江滩双拥街,江滩,60,80,pictures/one.svg\n"},
    {"merchant",
     "商户名称,类别,街区,地址,电话,营业时间,优惠,承诺书编号,签约日期,图片\n"
     "渡口面馆,餐饮,江滩双拥街,江滩双拥街 12 号,5550 0101,每天 "
     "6:30-21:30,全单八折,JT-001,2024-02-18,pictures/one.svg\n"},
    {"product",
     "品名,类别,价格,制作人,光荣榜人物,在哪里买,图片\n百花蜜,茶与蜜,39.8,单㛃䶮,单㛃䶮,shop | 江滩集合店 | "
     "商户：渡口面馆,pictures/one.svg\n"},
};

void import_everything(const Desk& desk) {
  desk.make_office();
  desk.write("media/pictures/one.svg", kPicture);
  desk.write("media/posters/wide.svg", kPicture);
  desk.write("texts/first.md", "第一段。\n\n## 小标题\n\n第二段。\n");
  const Ran pictures = desk.admin("import-media media --credit 插画 --consent none");
  CAPTURE(pictures.err);
  REQUIRE(pictures.code == 0);
  for (const auto& [kind, table] : kTables) {
    desk.write(kind + ".csv", table);
    const Ran ran = desk.admin("import " + kind + " " + kind + ".csv");
    CAPTURE(kind);
    CAPTURE(ran.out);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
  }
}

void approve_everything(const Desk& desk) {
  for (const char* step :
       {"submit --all", "sheet --waiting --for 仇远 --to s.html", "approve --all --as 仇远", "sheet --waiting --for 解明 --to s.html",
        "approve --all --as 解明", "sheet --waiting --for 周平 --to s.html", "approve --all --as 周平"}) {
    std::filesystem::remove(desk.folder() / "s.html");
    const Ran ran = desk.admin(step);
    CAPTURE(step);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
  }
}

}  // namespace

TEST_CASE("from an empty folder to a release that proves right, with every kind of record") {
  const Desk desk;
  import_everything(desk);
  CHECK(desk.admin("publish --to outbox").code == 1);  // nothing is approved yet
  CHECK_FALSE(std::filesystem::exists(desk.folder() / "outbox" / "releases" / "00000001"));
  approve_everything(desk);

  const Ran published = desk.admin("publish --to outbox");
  CAPTURE(published.err);
  CHECK(published.code == 0);
  CHECK(published.says("第 1 号"));
  CHECK(desk.admin("check --outbox outbox").code == 0);
  const Ran checked = desk.admin("check");
  CAPTURE(checked.err);
  CHECK(checked.code == 0);

  // Importing the same tables again leaves everything approved.
  CHECK(desk.admin("import merchant merchant.csv").says("未变 1"));
  CHECK(desk.admin("import article article.csv").says("未变 2"));
  CHECK(desk.admin("publish --to outbox --by 单晓").says("终审"));
  CHECK(desk.admin("publish --to outbox --note 再发一次").says("第 2 号"));

  CHECK(desk.admin("rollback 2 --to outbox").says("现在就是"));
  CHECK(desk.admin("rollback 1 --to outbox --by 周平 --note 退回去").says("第 1 期的内容现在是第 3 期"));
  CHECK(desk.admin("check --outbox outbox").code == 0);
  const Ran log = desk.admin("releases --to outbox");
  CHECK(log.says("再发一次"));
  CHECK(log.says("退回到第 1 期"));
}

TEST_CASE("nobody comes onto the honour roll without having agreed, and not after the consent has ended") {
  const Desk desk;
  import_everything(desk);
  // Another picture under the same name: who is on it has to be said again.
  desk.write("media/pictures/one.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='320' height='200'><circle cx='90' cy='90' r='60' fill='#23405F'/></svg>");
  CHECK(desk.admin("import-media media").code == 0);
  CHECK(desk.admin("import figure figure.csv").code == 0);
  approve_everything(desk);
  const Ran missing = desk.admin("publish --to outbox");
  CHECK(missing.code == 1);
  CHECK(missing.err.find("缺肖像授权") != std::string::npos);

  CHECK(desk.admin("import-media media --consent given").code == 1);   // by whom?
  CHECK(desk.admin("import-media media --consent given --consent-by 单㛃䶮 --consent-until 2020-01-31").code == 0);
  CHECK(desk.admin("publish --to outbox").err.find("2020-01-31 到期") != std::string::npos);
  CHECK(desk.admin("import-media media --consent given --consent-by 单㛃䶮").code == 0);
  CHECK(desk.admin("publish --to outbox").code == 0);
  CHECK(desk.admin("import-media media --consent perhaps").code == 2);
}

TEST_CASE("every table that is exported imports again without a change") {
  const Desk desk;
  import_everything(desk);
  for (const auto& [kind, table] : kTables) {
    CAPTURE(kind);
    const std::string file = "out-" + kind + ".csv";
    CHECK(desk.admin("export " + kind + " " + file).code == 0);
    CHECK(desk.read(file).starts_with("\xEF\xBB\xBF"));
    const Ran again = desk.admin("import " + kind + " " + file);
    CAPTURE(again.out);
    CAPTURE(again.err);
    CHECK(again.code == 0);
    CHECK(again.says("新增 0，修改 0"));
  }
}

TEST_CASE("a review asks for three people, none of whom wrote the content, and an edit reopens it") {
  const Desk desk;
  desk.make_office();
  desk.write("stage.csv", kTables[1].second);
  CHECK(desk.admin("import stage stage.csv --by 仇远").code == 0);
  CHECK(desk.admin("submit stage 宣传发动").code == 0);
  CHECK(desk.admin("approve --all --as 单晓").code == 2);          // an editor
  const Ran own = desk.admin("approve stage 宣传发动 --as 仇远");  // the author
  CHECK(own.code == 1);
  CHECK(own.says("宣传发动"));
  CHECK(desk.admin("approve stage 宣传发动 --as 解明").code == 1);  // not this reviewer's round
  CHECK(desk.admin("return stage 宣传发动 --reason 日期不对 --as 解明").code == 0);
  CHECK(desk.admin("history stage 宣传发动").says("日期不对"));
  CHECK(desk.admin("audit list 宣传发动").says("日期不对"));
  CHECK(desk.admin("audit verify").says("没有被改过"));
}

TEST_CASE("a table is submitted with what it has itself, drafts that lay there before stay drafts") {
  const Desk desk;
  desk.make_office();
  desk.write("early.csv", "序号,名称,开始,结束,说明\n2,中期检查,2026-04-01,2026-05-31,还没写完\n");
  desk.write("stage.csv", kTables[1].second);
  CHECK(desk.admin("import stage early.csv --by 仇远").code == 0);
  CHECK(desk.admin("import stage stage.csv --by 单晓").code == 0);
  CHECK(desk.admin("import stage stage.csv --by 单晓 --submit").code == 0);   // the same once more: now it goes on
  const Ran waiting = desk.admin("sheet --waiting --for 仇远 --to s.html");
  CHECK(waiting.says("1 份"));
  CHECK(desk.admin("submit stage 中期检查 --by 仇远").code == 0);              // it was still a draft
}

TEST_CASE("all at once approves what the reviewer has had before them, and says how to see the rest") {
  const Desk desk;
  desk.make_office();
  desk.write("stage.csv", kTables[1].second);
  CHECK(desk.admin("import stage stage.csv --by 单晓 --submit").code == 0);
  const Ran blind = desk.admin("approve --all --as 仇远");
  CHECK(blind.code == 1);
  CHECK(blind.says("还没有打开看过"));
  CHECK(blind.says("admin sheet --waiting --for 仇远"));
  CHECK(desk.admin("sheet --waiting --to all.html").code == 0);           // nobody's
  CHECK(desk.admin("approve --all --as 仇远").code == 1);
  CHECK(desk.admin("sheet --waiting --for 单晓 --to s.html").code == 2);  // an editor
  const Ran sheet = desk.admin("sheet --waiting --for 仇远 --to s.html");
  CHECK(sheet.code == 0);
  CHECK(sheet.says("已记为仇远看过"));
  CHECK(desk.admin("import stage stage.csv --by 单晓").code == 0);        // nothing new: what was seen is what is there
  CHECK(desk.admin("approve --all --as 仇远").code == 0);
  CHECK(desk.admin("approve --all --as 解明").code == 1);                 // another has not seen it yet
}

TEST_CASE("what must not be said keeps a release back until a person answers for it") {
  const Desk desk;
  import_everything(desk);
  desk.write("product.csv", "品名,类别,制作人,故事\n江城特供蜜,茶与蜜,陈向江,一口甜。\n");
  CHECK(desk.admin("import product product.csv").code == 0);
  approve_everything(desk);
  const Ran blocked = desk.admin("publish --to outbox");
  CHECK(blocked.code == 1);
  CHECK(blocked.says("military_supply"));
  CHECK(desk.admin("check").code == 1);
  CHECK(desk.admin("overrule product 江城特供蜜 superlative --reason 无 --by 周平").code == 2);
  CHECK(desk.admin("overrule product 江城特供蜜 military_supply --reason 品牌注册名").code == 2);   // an editor
  CHECK(desk.admin("overrule product 江城特供蜜 military_supply --reason 品牌注册名 --by 周平").code == 0);
  CHECK(desk.admin("publish --to outbox").code == 0);
  CHECK(desk.admin("history product 江城特供蜜").says("品牌注册名"));
}

TEST_CASE("an edit can be undone, a record trashed and brought back") {
  const Desk desk;
  desk.make_office();
  desk.write("a.csv", "商户名称,类别,地址,电话\n渡口面馆,餐饮,江滩双拥街 12 号,5550 0101\n");
  desk.write("b.csv", "商户名称,类别,地址,电话\n渡口面馆,小吃,江滩双拥街 12 号,5550 0101\n");
  CHECK(desk.admin("import merchant a.csv").code == 0);
  CHECK(desk.admin("import merchant b.csv").says("修改 1"));
  CHECK(desk.admin("undo merchant 渡口面馆").code == 0);
  CHECK(desk.admin("import merchant a.csv").says("未变 1"));
  CHECK(desk.admin("trash merchant 渡口面馆").code == 0);
  CHECK_FALSE(desk.admin("list merchant").says("渡口面馆"));
  CHECK(desk.admin("list merchant --trashed").says("渡口面馆"));
  CHECK(desk.admin("restore merchant 渡口面馆").code == 0);
  CHECK(desk.admin("list merchant").says("渡口面馆"));
}
