// Pictures dropped on a field while the clerk goes on with something else.
#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "admin/workspace/records.h"
#include "content/kinds.h"
#include "tests/support/clerk.h"

using content::Kind;
using tests::Clerk;

namespace {

namespace fs = std::filesystem;

fs::path drawing(const Clerk& clerk, const std::string& name) {
  const fs::path folder = clerk.folder() / "photos";
  fs::create_directories(folder);
  std::ofstream(folder / name) << "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='" << 200 + name.size() << "'><rect width='300' height='200' fill='#935'/></svg>";
  return folder / name;
}

// A shop's form with a picture on its way into the field.
struct Form {
  Form() {
    clerk.enter("梁秋");
    shop = clerk.store().create(Kind::Merchant, {{"name", "渡口面馆"}, {"category", "餐饮"}}, "梁秋");
    other = clerk.store().create(Kind::Merchant, {{"name", "月台影院"}, {"category", "文化"}}, "梁秋");
    clerk.office().records().refresh();
  }
  void open(const content::RecordId& record) {
    clerk.go({.panel = "merchant", .record = record, .field = "picture", .view = "form"});
    clerk.settle();
  }
  // Lets go of it over the field and answers before the decoder's process can have.
  void drop() { REQUIRE(clerk.drop_on(field + "：选图片", {drawing(clerk, "门头.svg")})); }
  // Decoding takes real time in another process.
  template <typename Done>
  bool until(Done done) {
    for (const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20); std::chrono::steady_clock::now() < end;) {
      clerk.frames(1);
      if (done()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));   // else the clerk's clock runs on until the window locks
    }
    return false;
  }
  bool has_picture() { return clerk.has_item(field + "：换一张"); }
  std::string saved_picture(std::string_view name) {
    for (const content::Record& record : clerk.store().list(Kind::Merchant)) {
      if (record.body.value("name", "") == name) return record.body.value("picture", "");
    }
    return {};
  }

  Clerk clerk;
  content::Record shop, other;
  const std::string field{content::kind_spec(Kind::Merchant).find_field("picture")->zh};
};

}  // namespace

TEST_SUITE("pictures dropped on a form") {

TEST_CASE("undo of another field does not take a picture off its way into the field") {
  Form form;
  form.open(form.shop.id);
  REQUIRE(form.clerk.tap("页签 基本"));
  REQUIRE(form.clerk.fill("地址", "江滩路 8 号"));
  REQUIRE(form.clerk.tap("页签 图片"));
  form.drop();
  form.clerk.press(ui::Key::Z, true);
  CHECK(form.until([&] { return form.has_picture(); }));
}

TEST_CASE("a picture that comes in while another record is open goes into its field when that opens again, and the window says so") {
  Form form;
  form.open(form.shop.id);
  form.drop();
  form.open(form.other.id);
  REQUIRE(form.until([&] { return form.clerk.shows("打开“渡口面馆”时就放进"); }));
  CHECK_FALSE(form.has_picture());
  form.open(form.shop.id);
  REQUIRE(form.until([&] { return form.has_picture(); }));
  form.clerk.press(ui::Key::S, true);
  form.clerk.settle();
  CHECK(form.saved_picture("渡口面馆") == form.clerk.store().all_media().front().media.id.text);
  CHECK(form.saved_picture("月台影院").empty());
}

TEST_CASE("more pictures dropped while the first is on its way come into the same gallery, in their order") {
  Form form;
  form.clerk.go({.panel = "merchant", .record = form.shop.id, .field = "gallery", .view = "form"});
  form.clerk.settle();
  const std::string gallery(content::kind_spec(Kind::Merchant).find_field("gallery")->zh);
  REQUIRE(form.clerk.drop_on(gallery + "：加一张", {drawing(form.clerk, "一.svg")}));
  for (const char* name : {"二二.svg", "三三三.svg"}) form.clerk.drop({drawing(form.clerk, name)});   // where the mouse is
  REQUIRE(form.until([&] { return form.clerk.has_item(gallery + " 第 3 张"); }));
  form.clerk.press(ui::Key::S, true);
  form.clerk.settle();
  std::string names;
  const content::Record saved = *form.clerk.store().get(form.shop.id);
  for (const auto& id : saved.body["gallery"]) names += form.clerk.store().media(content::MediaId{id.get<std::string>()})->source + " ";
  CHECK(names == "上传/一.svg 上传/二二.svg 上传/三三三.svg ");
}

TEST_CASE("a picture dropped on a new record goes into it, though it was saved meanwhile") {
  Form form;
  form.clerk.go({.panel = "merchant", .record = {}, .field = {}, .view = "new"});
  form.clerk.settle();
  REQUIRE(form.clerk.fill("商户名称", "拾光茶舍"));
  REQUIRE(form.clerk.tap("页签 图片"));
  form.drop();
  form.clerk.press(ui::Key::S, true);
  REQUIRE(form.until([&] { return form.has_picture(); }));
  form.clerk.press(ui::Key::S, true);
  form.clerk.settle();
  CHECK_FALSE(form.saved_picture("拾光茶舍").empty());
}

TEST_CASE("what one person dropped does not go into a field under another's hands") {
  Form form;
  form.clerk.store().add_person("李冬", content::Role::Editor, "许安");
  form.open(form.shop.id);
  form.drop();
  form.open(form.other.id);
  REQUIRE(form.until([&] { return !form.clerk.store().all_media().empty(); }));
  form.clerk.shell().lock();
  form.clerk.enter("李冬");
  form.open(form.shop.id);
  form.clerk.frames(20);
  CHECK_FALSE(form.has_picture());
  CHECK(form.clerk.store().all_media().size() == 1);   // it lies in the library
}

TEST_CASE("closing while pictures come in asks, and closes by itself once they are in") {
  Form form;
  form.open(form.shop.id);
  form.drop();
  CHECK_FALSE(form.clerk.shell().close());
  form.clerk.frames(2);
  CHECK(form.clerk.shows("没有导完，要关掉吗？"));
  SUBCASE("the clerk waits") {
    REQUIRE(form.clerk.tap("再等等"));
    REQUIRE(form.until([&] { return form.has_picture(); }));
    CHECK_FALSE(form.clerk.shell().gives_up());
    CHECK(form.clerk.shell().close());
  }
  SUBCASE("the clerk does not") {
    REQUIRE(form.clerk.tap("不导了，关掉"));
    CHECK(form.clerk.shell().gives_up());
  }
}

}  // TEST_SUITE
