// A clerk's whole journey: from an empty database over people, records, a portrait with its consent and three reviews to the
// screens, and back to an earlier release. Driven through the window's panels by what a person sees there; a kiosk beside the
// outbox follows.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "content/catalog.h"
#include "content/release.h"
#include "kiosk/ui/png_write.h"
#include "tests/support/clerk.h"
#include "tests/support/kiosk_beside.h"

using tests::Clerk;
using tests::KioskBeside;
using tests::kPassword;

namespace {

constexpr std::string_view kPeople[][2] = {{"梁秋", "编辑"}, {"沈明", "初审"}, {"方晴", "复审"}, {"何川", "终审"}};

// As a person does who does not see the field: turns the wheel until it comes.
bool reach(Clerk& clerk, std::string_view label) {
  for (int turn = 0; turn < 60 && !clerk.has_item(label); ++turn) clerk.wheel("", turn < 30 ? -3.0F : 3.0F);
  return clerk.has_item(label);
}

bool write(Clerk& clerk, std::string_view label, std::string_view words) { return reach(clerk, label) && clerk.fill(label, words); }

bool choose(Clerk& clerk, const std::string& label, const std::string& option) {
  return reach(clerk, label) && clerk.tap(label) && clerk.tap(label + "：" + option);
}

void make_the_first_administrator(Clerk& clerk) {
  REQUIRE(clerk.fill("姓名", "许安"));
  REQUIRE(clerk.fill("密码", kPassword));
  REQUIRE(clerk.fill("再输一次", kPassword));
  REQUIRE(clerk.tap("创建并进入"));
  REQUIRE(clerk.office().signed_in());
}

void enter_the_people(Clerk& clerk) {
  for (const auto& [name, role] : kPeople) {
    clerk.go({.panel = "people"});
    REQUIRE(clerk.tap("登记新人"));
    REQUIRE(clerk.fill("姓名", name));
    REQUIRE(clerk.tap("角色 " + std::string(role)));
    REQUIRE(reach(clerk, "第一个密码"));
    REQUIRE(clerk.fill("第一个密码", kPassword));
    REQUIRE(reach(clerk, "登记"));
    REQUIRE(clerk.tap("登记"));
    REQUIRE(clerk.store().find_person(name));
  }
}

void sign_in(Clerk& clerk, std::string_view name) {
  clerk.shell().lock();
  clerk.settle();
  REQUIRE(clerk.fill("姓名", name));
  REQUIRE(clerk.fill("密码", kPassword));
  clerk.press(ui::Key::Enter);
  clerk.settle();
  REQUIRE(clerk.office().signed_in());
  REQUIRE(clerk.office().person().name == name);
}

void begin(Clerk& clerk, const char* panel, std::string_view first_field) {
  clerk.go({.panel = panel, .view = "new"});
  CAPTURE(clerk.words());
  REQUIRE(clerk.has_item(first_field));
  clerk.wheel(first_field, 0);   // the mouse rests on the form
}

void submit(Clerk& clerk) {
  CAPTURE(clerk.words());
  REQUIRE(clerk.tap("保存并提交"));
  CHECK(clerk.failure().empty());
}

void write_the_city(Clerk& clerk) {
  begin(clerk, "city", "城市");
  const std::pair<const char*, const char*> fields[] = {
      {"城市", "江城市"}, {"创建口号", "创建全国双拥模范城"}, {"宣传标题", "江城在行动"}, {"光荣榜标题", "榜样就在身边"}, {"好物标题", "把日子种出来"}};
  for (const auto& [label, words] : fields) REQUIRE(write(clerk, label, words));
  submit(clerk);
}

void write_the_shop(Clerk& clerk) {
  begin(clerk, "merchant", "商户名称");
  REQUIRE(write(clerk, "商户名称", "渡口面馆"));
  REQUIRE(write(clerk, "类别", "餐饮"));
  REQUIRE(write(clerk, "地址", "江滩双拥街 12 号"));
  REQUIRE(write(clerk, "电话", "5550 0112"));
  REQUIRE(write(clerk, "营业时间", "每天 6:30–21:30"));
  REQUIRE(write(clerk, "优惠", "持优待证九折"));
  clerk.press(ui::Key::Enter);
  REQUIRE(clerk.tap("页签 承诺"));
  REQUIRE(write(clerk, "承诺书编号", "江双 2026-012"));
  REQUIRE(write(clerk, "签约日期", "2026-02-18"));
  REQUIRE(write(clerk, "承诺", "凡持优待证者，全单九折。"));
  submit(clerk);
}

void write_the_article(Clerk& clerk) {
  begin(clerk, "article", "标题");
  REQUIRE(write(clerk, "标题", "优待证怎么用"));
  REQUIRE(choose(clerk, "栏目", "政策法规"));
  REQUIRE(write(clerk, "日期", "2026-07-29"));
  clerk.tap("页签 正文");
  REQUIRE(write(clerk, "正文", "带上优待证，在签约商户付款前出示。"));
  submit(clerk);
}

// A photograph of one colour.
std::filesystem::path photo(const std::filesystem::path& folder, const char* name, std::uint8_t shade) {
  std::filesystem::create_directories(folder);
  ui::Pixels pixels{640, 800, {}};
  for (int i = 0; i < pixels.width * pixels.height; ++i) pixels.rgba.insert(pixels.rgba.end(), {shade, 90, 60, 255});
  ui::write_png(folder / name, pixels);
  return folder / name;
}

// Two files fall on the half-written form; the library takes them in, and the form keeps what was written.
void drop_the_photos(Clerk& clerk) {
  const auto folder = clerk.folder() / "照片";
  clerk.drop({photo(folder, "何守诚.png", 180), photo(folder, "渡口.png", 40)});
  CHECK(clerk.panel() == "media");
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);   // decoding takes real time, in another process
  while (clerk.store().all_media().size() < 2 && std::chrono::steady_clock::now() < end) clerk.settle();
  REQUIRE(clerk.store().all_media().size() == 2);
  clerk.settle();
  CHECK(clerk.shows("未登记授权"));
}

void write_the_figure(Clerk& clerk) {
  begin(clerk, "figure", "姓名");
  REQUIRE(write(clerk, "姓名", "何守诚"));
  REQUIRE(choose(clerk, "类别", "最美拥军人物"));
  REQUIRE(write(clerk, "年度", "2025"));
  drop_the_photos(clerk);
  clerk.go({.panel = "figure"});
  REQUIRE(clerk.tap("接着写草稿"));
  CHECK(clerk.shows("何守诚"));
  REQUIRE(clerk.tap("页签 图片"));
  REQUIRE(reach(clerk, "照片：选图片"));
  REQUIRE(clerk.tap("照片：选图片"));
  REQUIRE(clerk.tap("图片 上传/何守诚.png"));
  CHECK(reach(clerk, "照片：换一张"));
  submit(clerk);
}

// Everything that waits for this person's round.
void review_all(Clerk& clerk, std::string_view person, int expected) {
  sign_in(clerk, person);
  clerk.go({.panel = "review"});
  for (int i = 0; i < expected; ++i) {
    CAPTURE(clerk.words());
    REQUIRE(clerk.tap("通过"));
  }
  CHECK_FALSE(clerk.has_item("通过"));
  CHECK(clerk.failure().empty());
}

void three_reviews(Clerk& clerk, int expected) {
  for (const char* person : {"沈明", "方晴", "何川"}) review_all(clerk, person, expected);
}

void publish(Clerk& clerk, std::int64_t number, std::string_view note) {
  const std::string words = "发布第 " + std::to_string(number) + " 期";
  clerk.go({.panel = "publish"});
  CAPTURE(clerk.words());
  REQUIRE(clerk.fill("这一期的说明", note));
  REQUIRE(clerk.tap(words));
  CHECK(clerk.failure().empty());
  REQUIRE(content::list_releases(clerk.office().outbox()).back() == number);
}

// Three people have agreed, but nobody shown goes on a screen who has not: the way out leads to the picture.
void register_the_consent(Clerk& clerk) {
  const std::string sentence = "何守诚的照片没有肖像授权";
  clerk.go({.panel = "publish"});
  CAPTURE(clerk.words());
  CHECK(clerk.shows(sentence));
  CHECK(clerk.shows("先处理上面的 1 件事"));
  CHECK_FALSE(clerk.tap("发布第 1 期"));
  CHECK(content::list_releases(clerk.office().outbox()).empty());
  REQUIRE(clerk.tap("去补授权书 " + sentence));
  CHECK(clerk.panel() == "media");
  CHECK(clerk.shows("缺授权，不能发布"));
  REQUIRE(clerk.tap("已授权"));
  REQUIRE(clerk.fill("授权人", "何守诚（本人）"));
  REQUIRE(clerk.fill("授权到期", "2027-02-28"));
  REQUIRE(clerk.tap("保存图片"));
  CHECK(clerk.failure().empty());
  CHECK(clerk.shows("授权 2027-02"));
}

void check_the_portrait(Clerk& clerk, const content::Catalog& city) {
  REQUIRE(city.figures.size() == 1);
  CHECK(city.figures.front().name == "何守诚");
  const content::Media* portrait = city.find_media(city.figures.front().portrait);
  REQUIRE(portrait != nullptr);
  CHECK(clerk.store().media(portrait->id)->source == "上传/何守诚.png");
  REQUIRE_FALSE(portrait->files.empty());
  for (const content::MediaFile& file : portrait->files) {
    CHECK(file.height > file.width);
    CHECK(std::filesystem::file_size(city.blob_path(file)) > 0);
  }
  CHECK(city.media.size() == 1);   // the other photograph is used nowhere and stays in the office
}

void change_the_offer(Clerk& clerk) {
  const auto shop = clerk.store().find_by_title(content::Kind::Merchant, "渡口面馆");
  REQUIRE(shop.size() == 1);
  clerk.go({.panel = "merchant", .record = shop.front().id, .field = "transit", .view = "form"});
  CAPTURE(clerk.words());
  REQUIRE(write(clerk, "公交", "8 路 / 24 路 江滩公园站"));
  submit(clerk);
}

}  // namespace

TEST_CASE("a clerk's journey: an empty database, people, records, a portrait and its consent, three reviews, the screens, and back") {
  Clerk clerk({.people = false});
  KioskBeside kiosk(clerk.office().outbox());
  CHECK(kiosk.sequence() == 0);
  make_the_first_administrator(clerk);
  enter_the_people(clerk);

  sign_in(clerk, "梁秋");
  write_the_city(clerk);
  write_the_shop(clerk);
  write_the_article(clerk);
  write_the_figure(clerk);
  three_reviews(clerk, 4);
  register_the_consent(clerk);
  publish(clerk, 1, "第一期");

  REQUIRE(kiosk.sequence() == 1);
  std::string page = kiosk.shop_page("渡口面馆");
  CAPTURE(page);
  CHECK(page.find("九折") != std::string::npos);
  CHECK(page.find("6:30") != std::string::npos);
  CHECK(kiosk.catalog()->articles.size() == 1);
  check_the_portrait(clerk, *kiosk.catalog());

  sign_in(clerk, "梁秋");
  change_the_offer(clerk);
  CHECK(kiosk.sequence() == 1);   // nothing of it is on the screens before three people have agreed
  three_reviews(clerk, 1);
  publish(clerk, 2, "加上公交");
  REQUIRE(kiosk.sequence() == 2);
  CHECK(kiosk.shop_page("渡口面馆").find("24 路") != std::string::npos);

  clerk.go({.panel = "publish", .view = "log"});
  REQUIRE(clerk.tap("回到第 1 期"));
  REQUIRE(clerk.fill("为什么换回（写进发布记录）", "站名写错了"));
  REQUIRE(clerk.tap("换回第 1 期"));
  REQUIRE(kiosk.sequence() == 3);
  page = kiosk.shop_page("渡口面馆");
  CHECK(page.find("渡口面馆") != std::string::npos);
  CHECK(page.find("24 路") == std::string::npos);
  CHECK(clerk.store().verify().empty());
  CHECK(content::verify_release(clerk.office().outbox(), 3).empty());
}
