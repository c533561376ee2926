// The library of pictures as a clerk uses it.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "tests/support/clerk.h"

using content::Kind;
using tests::Clerk;

namespace {

namespace fs = std::filesystem;

// An own drawing for each `shade`.
fs::path drawing(const fs::path& folder, const std::string& name, int shade) {
  fs::create_directories(folder);
  std::ofstream(folder / name) << "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'><rect width='300' height='200' fill='#"
                               << (100000 + shade * 1111) << "'/><circle cx='80' cy='60' r='30' fill='#8E1719'/></svg>";
  return folder / name;
}

// Decoding takes real time in another process: frames until the word is there.
bool until_shown(Clerk& clerk, std::string_view words) {
  for (const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20); std::chrono::steady_clock::now() < end;) {
    clerk.frames(1);
    if (clerk.shows(words)) return true;
    std::this_thread::yield();
  }
  return false;
}

struct Library {
  Library() {
    clerk.enter("梁秋");
    clerk.go({.panel = "media"});
  }
  content::RegisteredMedia only() { return clerk.store().media_register().front(); }
  void bring(const std::string& name, int shade = 1) {
    clerk.drop({drawing(clerk.folder() / "photos", name, shade)});
    REQUIRE(until_shown(clerk, fs::path(name).stem().string()));
    clerk.settle();
  }
  Clerk clerk;
};

}  // namespace

TEST_CASE("a file dropped on the window is a picture of the library, and its consent is registered beside it") {
  Library library;
  Clerk& clerk = library.clerk;
  CHECK(clerk.shows("还没有图片"));
  library.bring("何守诚.svg");
  CHECK(clerk.shows("未登记授权"));
  const content::Record figure = clerk.store().create(Kind::Figure, {{"name", "何守诚"}, {"category", "supporter"}, {"portrait", library.only().media.id.text}}, "梁秋");
  clerk.wait_seconds(2);
  CHECK(clerk.shows("缺授权，不能发布"));

  REQUIRE(clerk.tap("已授权"));
  REQUIRE(clerk.fill("授权人", "何守诚（本人）"));
  REQUIRE(clerk.fill("授权到期", "2027-02-28"));
  REQUIRE(clerk.tap("保存图片"));
  CHECK(clerk.failure().empty());
  CHECK(library.only().facts.consent == content::Consent::Given);
  CHECK(library.only().facts.consent_by == "何守诚（本人）");
  clerk.frames(2);
  CHECK(clerk.shows("授权 2027-02"));
  CHECK(clerk.store().get(figure.id)->revision == figure.revision);   // facts reopen nothing
  REQUIRE(clerk.tap("撤回"));
  CHECK(library.only().facts.consent == content::Consent::Missing);
}

TEST_CASE("a picture dropped on another panel finds its way to the library") {
  Library library;
  Clerk& clerk = library.clerk;
  clerk.go({.panel = "merchant"});
  library.bring("门头.svg");
  CHECK(clerk.panel() == "media");
  CHECK(library.only().source.find("门头") != std::string::npos);
}

TEST_CASE("moving the focus says what it costs, gives the picture a new id and is taken back whole") {
  Library library;
  Clerk& clerk = library.clerk;
  library.bring("门头.svg");
  const content::MediaId before = library.only().media.id;
  const content::Record shop = clerk.store().create(Kind::Merchant, {{"name", "渡口面馆"}, {"picture", before.text}}, "梁秋");
  clerk.wait_seconds(2);
  REQUIRE(clerk.drag("焦点", {-80, -40}));
  CHECK(clerk.shows("1 条内容要重新送审"));
  REQUIRE(clerk.tap("保存图片"));
  CHECK(clerk.failure().empty());
  const content::MediaId after = library.only().media.id;
  CHECK(after != before);
  CHECK(library.only().media.focus_x < 0.45F);
  CHECK(clerk.store().get(shop.id)->body.at("picture") == after.text);
  clerk.press(ui::Key::Z, true);
  clerk.settle();
  CHECK(library.only().media.id == before);
  CHECK(clerk.store().get(shop.id)->body.at("picture") == before.text);
}

TEST_CASE("a file that is no picture is refused in words, and the library stays as it is") {
  Library library;
  Clerk& clerk = library.clerk;
  std::ofstream(clerk.folder() / "通知.jpg") << "各位领导";
  clerk.drop({clerk.folder() / "通知.jpg"});
  REQUIRE(until_shown(clerk, "不是可用的图片格式"));
  REQUIRE(clerk.tap("收起导入结果"));
  CHECK(clerk.store().all_media().empty());
}

TEST_CASE("pictures that nobody uses go to the trash together and come back") {
  Library library;
  Clerk& clerk = library.clerk;
  library.bring("甲.svg", 1);
  library.bring("乙.svg", 2);
  for (const content::RegisteredMedia& picture : clerk.store().media_register()) {
    REQUIRE(clerk.tap("选中 " + content::name_of(picture.facts, picture.source) + "（" + picture.source + "）"));
  }
  REQUIRE(clerk.tap("选中的放进回收站"));
  CHECK(clerk.shows("2 张图片放进回收站"));
  for (const content::RegisteredMedia& picture : clerk.store().media_register()) CHECK(picture.trashed);
  REQUIRE(clerk.tap("撤回"));
  for (const content::RegisteredMedia& picture : clerk.store().media_register()) CHECK_FALSE(picture.trashed);
}

TEST_CASE("a pasted path brings a picture in through the file browser") {
  Library library;
  Clerk& clerk = library.clerk;
  const fs::path file = drawing(clerk.folder() / "照片 夹", "街 景.svg", 3);
  REQUIRE(clerk.tap("上传"));
  REQUIRE(clerk.fill("路径", "'" + file.string() + "'"));
  clerk.press(ui::Key::Enter);
  REQUIRE(until_shown(clerk, "街 景"));
  clerk.settle();
  CHECK(clerk.store().all_media().size() == 1);
}

TEST_CASE("the file browser shows what files look like, sorts by what is clicked and is walked by keys") {
  Library library;
  Clerk& clerk = library.clerk;
  const fs::path photos = clerk.folder() / "照片";
  drawing(photos, "张三.svg", 1);
  drawing(photos, "陈向江.svg", 2);
  std::ofstream(drawing(photos, "大图.svg", 3), std::ios::app) << "<!--" << std::string(5000, 'x') << "-->";
  fs::last_write_time(photos / "张三.svg", fs::file_time_type::clock::now() + std::chrono::hours(1));
  REQUIRE(clerk.tap("上传"));
  REQUIRE(clerk.fill("路径", photos.string()));
  clerk.press(ui::Key::Enter);
  REQUIRE(until_shown(clerk, "陈向江"));
  const auto first = [&] {
    for (const ui::LoggedItem& item : clerk.items().items()) {
      if (item.label.starts_with("文件 ")) return item.label;
    }
    return std::string();
  };
  CHECK(first() == "文件 陈向江.svg");
  REQUIRE(clerk.tap("按修改时间排序"));
  CHECK(first() == "文件 张三.svg");
  REQUIRE(clerk.tap("按大小排序"));
  CHECK(first() == "文件 大图.svg");
  REQUIRE(clerk.tap("按名称排序"));
  clerk.press(ui::Key::Down);
  clerk.press(ui::Key::Space);
  clerk.press(ui::Key::Down);
  clerk.press(ui::Key::Space);
  CHECK(clerk.shows("上传 2 个"));
  REQUIRE(clerk.tap("上传"));
  REQUIRE(until_shown(clerk, "已导入 2 张图片"));
}

TEST_CASE("a folder of 5,000 files draws no more than is seen of it") {
  Library library;
  Clerk& clerk = library.clerk;
  const fs::path photos = clerk.folder() / "五千张";
  fs::create_directories(photos);
  for (int i = 0; i < 5000; ++i) std::ofstream(photos / ("IMG_" + std::to_string(i) + ".jpg")) << "no picture " << i;
  REQUIRE(clerk.tap("上传"));
  REQUIRE(clerk.fill("路径", photos.string()));
  clerk.press(ui::Key::Enter);
  REQUIRE(until_shown(clerk, "IMG_0.jpg"));
  CHECK(clerk.shows("5000 个文件"));
  const auto rows = std::ranges::count_if(clerk.items().items(), [](const ui::LoggedItem& item) { return item.label.starts_with("文件 "); });
  CHECK(rows < 20);
  REQUIRE(clerk.tap("文件 IMG_0.jpg"));
  const auto begin = std::chrono::steady_clock::now();
  constexpr int kPages = 60;   // of three frames each
  for (int i = 0; i < kPages; ++i) clerk.press(ui::Key::PageDown);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  MESSAGE("paging through 5,000 files: " << took.count() / kPages / 3 << " µs a frame");
  clerk.press(ui::Key::End);
  CHECK(clerk.shows("IMG_4999.jpg"));
}

TEST_CASE("a picture whose file has vanished says so on its tile and beside it") {
  Library library;
  Clerk& clerk = library.clerk;
  library.bring("门头.svg");
  for (const content::MediaFile& file : library.only().media.files) fs::remove(clerk.office().library().blobs().path(file.sha256));
  clerk.frames(3);
  CHECK(clerk.shows("图片文件不在了"));
  CHECK(clerk.shows("屏上会是空的"));
}
