// The clerk's journey in real windows, from an empty database to the kiosk and back to an earlier release: the office program is
// worked by mouse and keyboard, a kiosk program beside it follows.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>

#include "content/catalog.h"
#include "content/release.h"
#include "kiosk/texts.h"
#include "kiosk/ui/png_write.h"
#include "tests/journeys/kiosk_program.h"
#include "tests/journeys/window_clerk.h"
#include "tests/journeys/window_finger.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using journeys::OfficeWindow;
using journeys::RunningKiosk;
using journeys::WindowClerk;
using journeys::WindowFinger;

namespace {

constexpr const char* kPortrait = "portrait.png";
constexpr const char* kShopFront = "shop-front.png";
constexpr const char* kDropped = "渡口 面馆 100%.png";

// A photograph of one colour.
void photo(const fs::path& file, int width, int height, std::uint8_t shade) {
  ui::Pixels pixels{width, height, {}};
  for (int i = 0; i < width * height; ++i) pixels.rgba.insert(pixels.rgba.end(), {shade, 90, 60, 255});
  ui::write_png(file, pixels);
}

void enter_the_people(WindowClerk& clerk) {
  clerk.enter_person("Liang", "编辑");
  clerk.enter_person("Shen", "初审");
  clerk.enter_person("Fang", "复审");
  clerk.enter_person("He", "终审");
}

// Cut out of the field and pasted again, so that the path has been on the clipboard.
void paste_path(WindowClerk& clerk, const fs::path& path) {
  clerk.fill("路径", path.string());
  bool cut = false;
  for (int attempt = 0; attempt < 3 && !cut; ++attempt) {
    clerk.office().press("ctrl+a");
    clerk.office().press("ctrl+x");
    cut = journeys::awaits([&] { return !clerk.office().shows(path.string()); }, std::chrono::seconds(15));
  }
  REQUIRE(cut);
  clerk.office().press("ctrl+v");
  REQUIRE(journeys::awaits([&] { return clerk.office().stands(path.string()); }));
  clerk.office().press("Return");
}

void take_in_the_portrait(WindowClerk& clerk, const fs::path& folder) {
  clerk.go("素材库", "media");
  clerk.click("上传");
  paste_path(clerk, folder / kPortrait);
  clerk.until_shows("已导入 1 张图片", std::chrono::seconds(60));
  clerk.click("已授权");
  clerk.fill("授权人", "He Shoucheng");
  clerk.fill("授权到期", "2099-02-28");
  clerk.click("保存图片");
  clerk.until_shows("授权 2099-02");
}

void take_in_the_shop_front(WindowClerk& clerk, const fs::path& folder) {
  clerk.click("上传");
  paste_path(clerk, folder);
  clerk.click(std::string("文件 ") + kShopFront);
  clerk.click("上传");
  REQUIRE(journeys::awaits([&] { return clerk.office().sees(std::string("图片 shop-front（上传/") + kShopFront + "）"); }, std::chrono::seconds(60)));
}

// Let go over the window as from a file manager; names with blanks and Chinese characters come through.
void drop_a_photo(WindowClerk& clerk, const fs::path& folder) {
  photo(folder / kDropped, 640, 480, 90);
  const std::vector<fs::path> files{folder / kDropped};
  clerk.office().drop(files);
  clerk.until_shows("渡口 面馆 100%", std::chrono::seconds(60));
}

void pick_picture(WindowClerk& clerk, const std::string& field, const char* file) {
  clerk.click("页签 图片");
  clerk.click(field + "：选图片");
  clerk.click(std::string("图片 上传/") + file);
  REQUIRE(clerk.office().until_item(field + "：换一张"));
}

void write_the_records(WindowClerk& clerk) {
  clerk.begin_record("城市与首页", "city", "城市");
  clerk.fill_all({{"城市", "Jiangcheng"}, {"创建口号", "One heart"}, {"宣传标题", "News"}, {"光荣榜标题", "Honour"}, {"好物标题", "Goods"}});
  clerk.submit();

  clerk.begin_record("双拥街商户", "merchant", "商户");
  clerk.fill_all({{"商户名称", "Ferry Noodles"}, {"类别", "Food"}});
  pick_picture(clerk, "图片", kShopFront);
  clerk.submit();

  clerk.begin_record("光荣榜", "figure", "人物");
  clerk.fill("姓名", "He Shoucheng");
  clerk.choose("类别", "最美拥军人物");
  clerk.fill("年度", "2025");
  pick_picture(clerk, "照片", kPortrait);
  clerk.submit();

  clerk.begin_record("宣传文章", "article", "文章");
  clerk.fill("标题", "How to use the card");
  clerk.choose("栏目", "政策法规");
  clerk.fill("日期", "2026-07-29");
  clerk.click("页签 正文");
  clerk.fill("正文", "Show the card before you pay.");
  clerk.submit();
}

// What three people had agreed to is written anew: all three are asked again.
void change_the_article(WindowClerk& clerk) {
  clerk.change_person("Liang");
  clerk.go("宣传文章", "article");
  clerk.click("文章 How to use the card");
  clerk.click("整页编辑");
  clerk.fill("标题", "How to use the new card");
  clerk.until_shows("保存后要重新三审");
  clerk.submit();
}

void three_reviews(WindowClerk& clerk, int records) {
  for (const char* person : {"Shen", "Fang", "He"}) clerk.review(person, records);
}

std::int64_t newest(const fs::path& outbox) {
  const auto all = content::list_releases(outbox);
  return all.empty() ? 0 : all.back();
}

void publish(WindowClerk& clerk, const fs::path& outbox, std::int64_t number) {
  clerk.go("发布", "publish");
  clerk.click("发布第 " + std::to_string(number) + " 期");
  REQUIRE(journeys::awaits([&] { return newest(outbox) == number; }));
  clerk.until_shows("和屏上的第 " + std::to_string(number) + " 期一样");
}

void roll_back(WindowClerk& clerk) {
  clerk.click("发布记录");
  clerk.click("回到第 1 期");
  clerk.fill("为什么换回（写进发布记录）", "Wrong name");
  clerk.click("换回第 1 期");
  clerk.until_shows("屏上换回第 1 期的内容（第 3 期）");
}

// The title of the article in what the kiosk has taken over as its own.
std::string article_of(const fs::path& state) {
  const auto city = content::Catalog::load(state / "current");
  return city->articles.size() == 1 ? city->articles.front().title : std::to_string(city->articles.size()) + " articles";
}

void check_the_portrait(const fs::path& state) {
  const auto city = content::Catalog::load(state / "current");
  REQUIRE(city->figures.size() == 1);
  const content::Media* portrait = city->find_media(city->figures.front().portrait);
  REQUIRE(portrait != nullptr);
  REQUIRE_FALSE(portrait->files.empty());
  for (const content::MediaFile& file : portrait->files) CHECK(file.height > file.width);
}

// On the glass itself, with a finger.
void look_at_the_screen(WindowFinger& finger) {
  const kiosk::Texts texts(ui::Language::Chinese);
  finger.raise();
  const auto awaited = [&finger](std::string_view part) {
    std::string label;
    finger.until([&](const auto&) { return !(label = finger.label_with(part)).empty(); }, std::chrono::seconds(10));
    return label;
  };
  REQUIRE(finger.tap_to(texts("attract.touch"), "home"));
  REQUIRE(finger.tap_to(awaited(texts("home.title.honour")), "honour-wall"));
  CHECK_FALSE(awaited("He Shoucheng").empty());
  REQUIRE(finger.tap_to(texts("dock.home"), "home"));
  REQUIRE(finger.tap_to(awaited(texts("home.title.publicity")), "publicity"));
  CHECK_FALSE(awaited("How to use the card").empty());
  CHECK(finger.label_with("new card").empty());
}

}  // namespace

TEST_CASE("in real windows: people, pictures, records, three reviews, the kiosk beside it, an edit and back again") {
  const tests::TemporaryFolder folder;
  const fs::path outbox = folder / "outbox";
  const fs::path state = folder / "state";
  const fs::path photos = folder / "photos";
  fs::create_directories(outbox);
  fs::create_directories(photos);
  photo(photos / kPortrait, 640, 800, 180);
  photo(photos / kShopFront, 800, 600, 40);
  const auto report = folder / "kiosk-items.json";
  const RunningKiosk kiosk(folder.path(), {"--release", outbox.string(), "--state", state.string(), "--item-log", report.string()});
  OfficeWindow office(folder.path(), folder / "office/office.db", outbox, {});
  WindowClerk clerk(office);
  clerk.make_the_first_administrator("Xu An");
  enter_the_people(clerk);

  clerk.change_person("Liang");
  take_in_the_portrait(clerk, photos);
  take_in_the_shop_front(clerk, photos);
  drop_a_photo(clerk, photos);
  write_the_records(clerk);
  three_reviews(clerk, 4);
  publish(clerk, outbox, 1);
  REQUIRE(kiosk.wait_for("release", 1));
  check_the_portrait(state);
  CHECK(article_of(state) == "How to use the card");

  change_the_article(clerk);
  three_reviews(clerk, 1);
  CHECK(newest(outbox) == 1);
  publish(clerk, outbox, 2);
  REQUIRE(kiosk.wait_for("release", 2));
  CHECK(article_of(state) == "How to use the new card");

  roll_back(clerk);
  REQUIRE(kiosk.wait_for("release", 3));
  CHECK(article_of(state) == "How to use the card");
  WindowFinger finger(kiosk, report);
  look_at_the_screen(finger);
  CHECK(office.alive());
  CHECK(kiosk.alive());
}
