#include "kiosk/ui/picture_fit.h"

#include <doctest/doctest.h>

#include <vector>

using ui::Rect;

namespace {

void check_same(const Rect& actual, const Rect& expected) {
  CHECK(actual.x == doctest::Approx(expected.x).epsilon(0.001));
  CHECK(actual.y == doctest::Approx(expected.y).epsilon(0.001));
  CHECK(actual.w == doctest::Approx(expected.w).epsilon(0.001));
  CHECK(actual.h == doctest::Approx(expected.h).epsilon(0.001));
}

}  // namespace

TEST_CASE("a picture covers its box with the part around its focus") {
  struct Row {
    const char* what;
    ui::FitRequest request;
    Rect part;
  };
  const std::vector<Row> rows{
      {"same shape", {.picture = {400, 300}, .box = {10, 10, 200, 150}}, {0, 0, 1, 1}},
      {"too wide, centred", {.picture = {400, 200}, .box = {0, 0, 100, 100}}, {0.25F, 0, 0.5F, 1}},
      {"too wide, focus left", {.picture = {400, 200}, .box = {0, 0, 100, 100}, .focus = {0, 0.5F}}, {0, 0, 0.5F, 1}},
      {"too wide, focus right", {.picture = {400, 200}, .box = {0, 0, 100, 100}, .focus = {1, 0.5F}}, {0.5F, 0, 0.5F, 1}},
      {"too tall, eyes high", {.picture = {400, 500}, .box = {0, 0, 400, 250}, .focus = {0.5F, 0.3F}}, {0, 0.05F, 1, 0.5F}},
      {"crop first", {.picture = {100, 100}, .box = {0, 0, 100, 50}, .crop = {0, 0.5F, 1, 0.5F}}, {0, 0.5F, 1, 0.5F}},
      {"crop wins over focus", {.picture = {100, 100}, .box = {0, 0, 50, 50}, .crop = {0.5F, 0, 0.5F, 1}, .focus = {0, 0}}, {0.5F, 0, 0.5F, 0.5F}},
      {"empty crop is the whole", {.picture = {100, 100}, .box = {0, 0, 50, 50}, .crop = {0.5F, 0.5F, 0, 0}}, {0, 0, 1, 1}},
      {"crop outside is cut", {.picture = {100, 100}, .box = {0, 0, 50, 50}, .crop = {-1, -1, 3, 3}}, {0, 0, 1, 1}},
      {"zoom about the middle", {.picture = {100, 100}, .box = {0, 0, 50, 50}, .zoom = 2}, {0.25F, 0.25F, 0.5F, 0.5F}},
      {"zoom about a corner", {.picture = {100, 100}, .box = {0, 0, 50, 50}, .focus = {0, 0}, .zoom = 2}, {0, 0, 0.5F, 0.5F}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const ui::PictureFit fit = ui::cover(row.request);
    check_same(fit.part, row.part);
    check_same(fit.box, row.request.box);
  }
}

TEST_CASE("a picture that fits inside is shown whole and centred") {
  const ui::PictureFit wide = ui::fit_inside({.picture = {400, 200}, .box = {0, 0, 100, 100}});
  check_same(wide.box, {0, 25, 100, 50});
  check_same(wide.part, {0, 0, 1, 1});
  const ui::PictureFit tall = ui::fit_inside({.picture = {200, 400}, .box = {10, 0, 100, 100}});
  check_same(tall.box, {35, 0, 50, 100});
}

TEST_CASE("the size to decode is that of the whole picture on the screen") {
  const ui::PictureFit fit = ui::cover({.picture = {400, 200}, .box = {0, 0, 100, 100}});
  CHECK(ui::whole_picture_size(fit, 1) == ui::PixelSize{200, 100});
  CHECK(ui::whole_picture_size(fit, 2) == ui::PixelSize{400, 200});
}
