// Pictures in a record's form: dropped, put in order, gone.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "admin/workspace/records.h"
#include "content/sha256.h"
#include "tests/admin/window/field_bench.h"

using content::Kind;
using tests::Clerk;
using tests::FieldBench;

namespace {

namespace fs = std::filesystem;

fs::path drawing(const fs::path& folder, const std::string& name, int shade) {
  fs::create_directories(folder);
  std::ofstream(folder / name) << "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'><rect width='300' height='200' fill='#"
                               << (100000 + shade * 1111) << "'/></svg>";
  return folder / name;
}

// Decoding takes real time in another process.
template <typename Done>
bool until(Clerk& clerk, Done done) {
  for (const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20); std::chrono::steady_clock::now() < end;) {
    clerk.frames(1);
    if (done()) return true;
    std::this_thread::yield();
  }
  return false;
}

// A picture of the register without a decoder: bytes that nobody reads.
content::MediaId picture(content::OfficeStore& store, const content::MediaStore& library, const std::string& name) {
  content::StoredMedia stored;
  stored.source = name;
  stored.media.alt = name;
  const std::string bytes = "\xFF\xD8\xFF picture of " + name;
  content::ImportedPicture imported;
  for (const auto size : {content::MediaSize::Thumb, content::MediaSize::Card, content::MediaSize::Full}) {
    content::ImportedFile file;
    file.bytes.assign(reinterpret_cast<const std::byte*>(bytes.data()), reinterpret_cast<const std::byte*>(bytes.data()) + bytes.size());
    file.file = {.size = size, .sha256 = content::sha256_hex(file.bytes), .width = 300, .height = 200, .format = "jpeg"};
    imported.files.push_back(std::move(file));
  }
  stored.media.files = library.keep(imported);
  for (const auto& file : imported.files) stored.file_bytes.push_back(static_cast<std::int64_t>(file.bytes.size()));
  stored.source_hash = stored.media.files.back().sha256;
  return store.put_media(stored, "梁秋");
}

struct GalleryBench {
  GalleryBench() {
    for (const char* name : {"甲", "乙", "丙"}) ids.push_back(picture(bench.office->store(), bench.office->library(), name).text);
    bench.body["gallery"] = ids;
    bench.frames(3);
  }
  std::string order() {
    std::string words;
    for (const nlohmann::json& id : *bench.value("gallery")) words += std::to_string(std::ranges::find(ids, id.get<std::string>()) - ids.begin());
    return words;
  }
  ui::Point middle(int number) { return bench.items.find(label(number))->centre(); }
  std::string label(int number) const { return std::string(bench.spec.find_field("gallery")->zh) + " 第 " + std::to_string(number) + " 张"; }

  FieldBench bench{Kind::Figure, {"gallery"}};
  std::vector<std::string> ids;
};

}  // namespace

TEST_SUITE("pictures of a form") {

TEST_CASE("a file dropped on a picture's field comes into the library and into the field, and undo takes it out of the field") {
  Clerk clerk;
  clerk.enter("梁秋");
  const content::Record shop = clerk.store().create(Kind::Merchant, {{"name", "渡口面馆"}, {"category", "餐饮"}}, "梁秋");
  clerk.office().records().refresh();
  clerk.go({.panel = "merchant", .record = shop.id, .field = "picture", .view = "form"});
  clerk.settle();
  const std::string field = std::string(content::kind_spec(Kind::Merchant).find_field("picture")->zh);
  REQUIRE(clerk.has_item(field + "：选图片"));
  REQUIRE(clerk.drop_on(field + "：选图片", {drawing(clerk.folder() / "photos", "门头 照.svg", 1)}));
  REQUIRE(until(clerk, [&] { return clerk.has_item(field + "：换一张"); }));
  CHECK(clerk.panel() == "merchant");
  const auto all = clerk.store().all_media();
  REQUIRE(all.size() == 1);
  clerk.press(ui::Key::S, true);
  clerk.settle();
  CHECK(clerk.store().get(shop.id)->body.value("picture", "") == all.front().media.id.text);
}

TEST_CASE("a file that is no picture is refused at the field, in words") {
  Clerk clerk;
  clerk.enter("梁秋");
  const content::Record shop = clerk.store().create(Kind::Merchant, {{"name", "渡口面馆"}, {"category", "餐饮"}}, "梁秋");
  clerk.office().records().refresh();
  clerk.go({.panel = "merchant", .record = shop.id, .field = "picture", .view = "form"});
  clerk.settle();
  std::ofstream(clerk.folder() / "通知.jpg") << "各位领导";
  const std::string field = std::string(content::kind_spec(Kind::Merchant).find_field("picture")->zh);
  REQUIRE(clerk.drop_on(field + "：选图片", {clerk.folder() / "通知.jpg"}));
  CHECK(until(clerk, [&] { return clerk.shows("不是可用的图片格式"); }));
  CHECK(clerk.panel() == "merchant");
  CHECK(clerk.store().all_media().empty());
}

TEST_CASE("pictures of a gallery are dragged into another order") {
  GalleryBench gallery;
  REQUIRE(gallery.order() == "012");
  gallery.bench.drag(gallery.middle(1), gallery.middle(3) + ui::Point{8, 0});
  CHECK(gallery.order() == "120");
  gallery.bench.drag(gallery.middle(3), gallery.middle(2));
  CHECK(gallery.order() == "102");
  CHECK(gallery.bench.changes >= 2);
  gallery.bench.read_only = true;
  gallery.bench.frames(3);
  CHECK_FALSE(gallery.bench.items.find(gallery.label(1)).has_value());
}

TEST_CASE("Alt and the arrows carry a picture along, as often as they are pressed") {
  GalleryBench gallery;
  for (int i = 0; i < 20; ++i) {
    gallery.bench.key(ImGuiKey_Tab);
    gallery.bench.backend.press_key(ImGuiKey_RightArrow, false, false, true);
    gallery.bench.frames(3);
    if (gallery.order() != "012") break;
  }
  CHECK(gallery.order() == "102");
  gallery.bench.backend.press_key(ImGuiKey_RightArrow, false, false, true);
  gallery.bench.frames(3);
  CHECK(gallery.order() == "120");
  gallery.bench.backend.press_key(ImGuiKey_RightArrow, false, false, true);   // it stands last
  gallery.bench.frames(3);
  CHECK(gallery.order() == "120");
  gallery.bench.backend.press_key(ImGuiKey_LeftArrow, false, false, true);
  gallery.bench.frames(3);
  CHECK(gallery.order() == "102");
}

TEST_CASE("a picture whose file has vanished says so at the field and on its tile") {
  GalleryBench gallery;
  const auto& library = gallery.bench.office->library();
  const auto stored = gallery.bench.office->store().media(content::MediaId{gallery.ids[1]});
  REQUIRE(stored);
  for (const content::MediaFile& file : stored->media.files) fs::remove(library.blobs().path(file.sha256));
  gallery.bench.frames(80);   // the disk is asked once a second
  CHECK(gallery.bench.shows("文件不在了"));
  CHECK(gallery.bench.shows("乙"));
}

}  // TEST_SUITE
