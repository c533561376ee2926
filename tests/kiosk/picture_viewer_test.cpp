// The picture itself, full screen.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/png_write.h"
#include "tests/support/kiosk_fixture.h"

using tests::Visit;

namespace {

content::MediaId add_picture(content::Catalog& city, std::string alt, int width = 1600, int height = 1000) {
  content::Media media;
  media.id = content::MediaId::make();
  media.alt = std::move(alt);
  media.files = {{.size = content::MediaSize::Full, .sha256 = std::string(64, 'a'), .width = width, .height = height, .format = "jpeg"}};
  city.media[media.id] = media;
  return media.id;
}

struct Gallery {
  std::shared_ptr<content::Catalog> city = tests::small_city();
  std::vector<content::MediaId> pictures{add_picture(*city, "蜂箱在山脚"), add_picture(*city, "装瓶那天", 800, 1200), add_picture(*city, "年货集市")};
};

void open_viewer(Visit& visit, const std::vector<content::MediaId>& pictures, std::size_t first = 0) {
  kiosk::Target target;
  target.pictures = pictures;
  target.picture = first;
  visit.kiosk().open(kiosk::ScreenKind::Pictures, target, visit.now);
  visit.settle();
}

}  // namespace

TEST_CASE("the viewer shows the picture that was touched, with its words, and walks through the others") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{1080, 1440}}) {
    CAPTURE(size.w);
    const Gallery gallery;
    Visit visit(gallery.city, size);
    open_viewer(visit, gallery.pictures, 1);
    CHECK(visit.screen() == "picture-viewer");
    CHECK(visit.shows("装瓶那天"));
    CHECK(visit.shows("2 / 3"));
    REQUIRE(visit.tap("›"));
    CHECK(visit.shows("年货集市"));
    REQUIRE(visit.tap("‹"));
    REQUIRE(visit.tap("‹"));
    CHECK(visit.shows("蜂箱在山脚"));
    CHECK(visit.item_log().duplicates().empty());
    REQUIRE(visit.tap("返回"));
    CHECK(visit.screen() == "home");
  }
}

TEST_CASE("a swipe turns to the next picture, and with the picture enlarged it moves the picture instead") {
  const Gallery gallery;
  Visit visit(gallery.city, {1920, 1080});
  open_viewer(visit, gallery.pictures);
  const auto area = visit.item_log().find("放大");
  REQUIRE(area);
  REQUIRE(visit.drag("放大", 0, 0, 1));   // a press on a button alone turns nothing
  CHECK(visit.shows("1 / 3"));
  REQUIRE(visit.tap("放大"));
  CHECK(visit.has_item("缩小"));
  CHECK(visit.has_item("往右看"));
  CHECK(visit.shows("1 / 3"));
  for (int i = 0; i < 6; ++i) visit.tap("往右看");
  CHECK_FALSE(visit.has_item("往右看"));   // the edge
  CHECK(visit.has_item("往左看"));
  REQUIRE(visit.tap("看整张"));
  CHECK_FALSE(visit.has_item("往左看"));
}

TEST_CASE("the next picture is shown whole again") {
  const Gallery gallery;
  Visit visit(gallery.city, {1080, 1920});
  open_viewer(visit, gallery.pictures);
  visit.tap("放大");
  visit.tap("放大");
  REQUIRE(visit.tap("›"));
  CHECK(visit.shows("2 / 3"));
  CHECK_FALSE(visit.has_item("缩小"));
}

TEST_CASE("pictures that a new release no longer has are left out, and without any there is no viewer") {
  Gallery gallery;
  const auto gone = content::MediaId::make();
  Visit visit(gallery.city);
  open_viewer(visit, {gone, gallery.pictures[0]});
  CHECK(visit.shows("蜂箱在山脚"));
  CHECK_FALSE(visit.has_item("›"));
  open_viewer(visit, {gone});
  CHECK(visit.screen() == "home");
}

TEST_CASE("an enlarged picture is decoded anew, as sharp as its file, within the memory for pictures") {
  const tests::TemporaryFolder blobs;
  const std::string name(64, 'b');
  std::filesystem::create_directories(blobs.path() / "bb");
  ui::Pixels pixels{.width = 2000, .height = 1250, .rgba = {}};
  pixels.rgba.assign(std::size_t{2000} * 1250 * 4, 200);
  ui::write_png(blobs.path() / "bb" / name, pixels);
  Gallery gallery;
  gallery.city->blobs = blobs.path();
  auto& media = gallery.city->media[gallery.pictures[0]];
  media.files = {{.size = content::MediaSize::Full, .sha256 = name, .width = 2000, .height = 1250, .format = "png"}};
  Visit visit(gallery.city, {1920, 1080});
  open_viewer(visit, {gallery.pictures[0]});
  const auto decoded = [&] {
    // A frame is a sixtieth of a second of the kiosk's clock: fewer of them than lead to the question whether anybody is there.
    for (int i = 0; i < 2000 && visit.session().pictures().pending(); ++i) {
      visit.frames(1);
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return visit.session().pictures().counters();
  };
  const auto whole = decoded();
  CHECK(whole.failures == 0);
  CHECK(whole.decodes >= 1);
  visit.tap("放大");
  const auto near = decoded();
  CHECK(near.decodes > whole.decodes);
  CHECK(near.bytes >= std::int64_t{2000} * 1250 * 4);
  CHECK(near.bytes <= 64LL << 20);
}

TEST_CASE("in low reach every button of the viewer lies below the line, and large text keeps all words") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{1080, 1440}}) {
    CAPTURE(size.w);
    Gallery gallery;
    const auto lettered = add_picture(*gallery.city, "承诺书：凡持优待证、军人证来店，进门一杯热茶，全单八折，逢年过节军属到店送一份小菜，写下这些，年年照办。");
    gallery.pictures.push_back(lettered);
    Visit visit(gallery.city, size);
    ui::Modes modes;
    modes.large_text = modes.low_reach = modes.high_contrast = true;
    visit.kiosk().set_modes(modes, visit.now);
    open_viewer(visit, gallery.pictures, 3);
    visit.tap("放大");
    CHECK(visit.shows("照办。"));
    for (const auto& text : visit.text_log().texts()) CHECK_FALSE(text.cut);
    for (const auto& item : visit.item_log().items()) CHECK(item.box.y > static_cast<float>(visit.session().size().h) * 0.48F);
  }
}
