// The table that the office reads says what the pages draw.
#include "kiosk/picture_places.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "content/blobs.h"
#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/png_write.h"
#include "tests/kiosk/searchable_city.h"

using kiosk::PicturePlace;
using kiosk::ScreenKind;
using tests::Visit;

namespace {

constexpr ui::PixelSize kPicture{1000, 800};

// A city with one picture, which the records of one place get.
struct Gallery {
  Gallery() {
    city->blobs = folder.path() / "blobs";
    const std::string name(64, 'a');
    const auto file = city->blobs / content::blob_name(name);
    std::filesystem::create_directories(file.parent_path());
    ui::write_png(file, {kPicture.w, kPicture.h, std::vector<std::uint8_t>(static_cast<std::size_t>(kPicture.w) * kPicture.h * 4, 200)});
    media.id = {"picture"};
    media.files = {{.size = content::MediaSize::Full, .sha256 = name, .width = kPicture.w, .height = kPicture.h, .format = "png"}};
    for (int i = 0; i < 30; ++i) {
      city->figures.push_back(tests::figure_named("人物" + std::to_string(i), content::FigureCategory::Veteran));
      city->products.push_back(tests::product_named("好物" + std::to_string(i), 1000));
      city->articles.push_back(tests::article_titled("文章" + std::to_string(i), content::Day(std::chrono::year(2026), std::chrono::month(6), std::chrono::day(1))));
    }
    city->city.featured_figure = city->figures[0].id;
    for (content::Merchant& shop : city->merchants) shop.gallery.clear();
  }
  std::shared_ptr<content::Catalog> done() {
    city->media[media.id] = media;
    city->build_lookup();
    return city;
  }

  tests::TemporaryFolder folder;
  std::shared_ptr<content::Catalog> city = tests::small_city();
  content::Media media;
};

// Pictures are decoded on a thread of their own: frames until it is there.
ui::DrawnPicture drawn_on(Visit& visit) {
  for (const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30); std::chrono::steady_clock::now() < end;) {
    visit.frames(1);
    if (visit.session().pictures().pending()) {
      std::this_thread::yield();
      continue;   // what stands in meanwhile is not what the page draws
    }
    for (const ui::DrawnPicture& picture : visit.backend().pictures()) {
      const float shape = static_cast<float>(picture.texture.w) / static_cast<float>(picture.texture.h);
      if (picture.texture.w > 64 && std::abs(shape - 1.25F) < 0.02F) return picture;
    }
    std::this_thread::yield();
  }
  return {};
}

// Opens the page that shows the picture in that place, on a screen that lies or stands.
ui::DrawnPicture drawn_in(PicturePlace place, Gallery& gallery) {
  content::Catalog& city = *gallery.city;
  using enum PicturePlace;
  const bool stands = place == FigurePortrait || place == ShopPortrait || place == GoodsPortrait || place == ArticleLeadPortrait;
  const ui::PixelSize screen = stands ? ui::PixelSize{1080, 1920} : ui::PixelSize{1920, 1080};
  const auto page = [&](ScreenKind kind, content::RecordId record = {}) {
    Visit visit(gallery.done(), screen);
    visit.kiosk().open(kind, {.record = std::move(record), .series = {}, .filter = {}, .neighbours = {}}, visit.now);
    visit.settle();
    return drawn_on(visit);
  };
  switch (place) {
    case HonourCard:
      for (std::size_t i = 1; i < city.figures.size(); ++i) city.figures[i].portrait = gallery.media.id;   // the first is the featured one
      return page(ScreenKind::HonourWall);
    case FigureLandscape:
    case FigurePortrait: city.figures[3].portrait = gallery.media.id; return page(ScreenKind::Figure, city.figures[3].id);
    case ShopLandscape:
    case ShopPortrait: city.merchants[0].picture = gallery.media.id; return page(ScreenKind::Merchant, city.merchants[0].id);
    case ShopCard:
      for (content::Merchant& shop : city.merchants) shop.picture = gallery.media.id;
      return page(ScreenKind::Street, city.streets[0].id);
    case GoodsCard:
      for (content::Product& product : city.products) product.picture = gallery.media.id;
      return page(ScreenKind::Products);
    case GoodsLandscape:
    case GoodsPortrait: city.products[0].picture = gallery.media.id; return page(ScreenKind::Product, city.products[0].id);
    case ArticleLeadLandscape:
    case ArticleLeadPortrait: city.articles[0].picture = gallery.media.id; return page(ScreenKind::Publicity);
    case ArticleRow:
      for (std::size_t i = 1; i < city.articles.size(); ++i) city.articles[i].picture = gallery.media.id;
      return page(ScreenKind::Publicity);
    case SearchRow: break;
  }
  city.merchants[1].picture = gallery.media.id;
  tests::SearchableCity searchable(gallery.done());
  Visit visit(searchable.catalog, screen);
  tests::open_search(visit, city.merchants[1].name);
  return drawn_on(visit);
}

}  // namespace

TEST_CASE("every page draws its pictures in the shape and with the part that the office is told") {
  for (const kiosk::PictureShape& shape : kiosk::picture_shapes()) {
    for (const ui::Point focus : {ui::Point{0.5F, 0.5F}, ui::Point{0.2F, 0.3F}}) {
      CAPTURE(static_cast<int>(shape.place));
      CAPTURE(focus.y);
      Gallery gallery;
      gallery.media.focus_x = focus.x;
      gallery.media.focus_y = focus.y;
      const ui::DrawnPicture drawn = drawn_in(shape.place, gallery);
      REQUIRE(drawn.box.w > 0);
      const ui::Size picture{static_cast<float>(kPicture.w), static_cast<float>(kPicture.h)};
      const ui::Rect expected = kiosk::picture_cut(shape.rule, picture, focus, {0, 0, shape.box.w, shape.box.h}).box;
      CAPTURE(drawn.box.w);
      CAPTURE(drawn.box.h);
      CHECK(drawn.box.w / drawn.box.h == doctest::Approx(expected.w / expected.h).epsilon(0.03));
      const ui::Rect part = kiosk::picture_part(shape, picture, focus);
      CHECK(drawn.part.x == doctest::Approx(part.x).epsilon(0.02));
      CHECK(drawn.part.y == doctest::Approx(part.y).epsilon(0.02));
      CHECK(drawn.part.w == doctest::Approx(part.w).epsilon(0.03));
      CHECK(drawn.part.h == doctest::Approx(part.h).epsilon(0.03));
    }
  }
}

TEST_CASE("where the office set a focus, every rule keeps it in sight") {
  for (const kiosk::PictureShape& shape : kiosk::picture_shapes()) {
    for (const float x : {0.05F, 0.5F, 0.95F}) {
      for (const float y : {0.05F, 0.35F, 0.95F}) {
        if (shape.rule == kiosk::PictureRule::StillLife) continue;   // shown whole, or all but the table's foot
        const ui::Rect part = kiosk::picture_part(shape, {1200, 1500}, {x, y});
        CAPTURE(static_cast<int>(shape.place));
        CHECK(part.x <= x);
        CHECK(part.right() >= x);
        CHECK(part.y <= y);
        CHECK(part.bottom() >= y);
      }
    }
  }
}
