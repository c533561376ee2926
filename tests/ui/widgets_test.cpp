#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/ui/widgets_support.h"

using tests::categories;
using tests::Stage;
using ui::Canvas;
using ui::Rect;

namespace {

const std::vector<ui::Modes> kModes{{}, {.large_text = true}, {.high_contrast = true}, {.large_text = true, .high_contrast = true}};

}  // namespace

TEST_CASE("a tap on a button is told once, a disabled one says nothing") {
  Stage stage;
  int told = 0;
  const auto draw = [&](Canvas& canvas) {
    told += ui::button(canvas, "下一页", {100, 100, 300, 96}, {.kind = ui::ButtonKind::Primary}) ? 1 : 0;
    told += ui::button(canvas, "提交", {100, 300, 300, 96}, {.enabled = false}) ? 100 : 0;
  };
  CHECK(stage.tap("下一页", draw));
  CHECK(told == 1);
  CHECK_FALSE(stage.tap("提交", draw));
  CHECK(stage.texts().contains("提交"));
}

TEST_CASE("words fit the width that a widget asks for, in every mode") {
  for (const ui::Modes& modes : kModes) {
    Stage stage;
    stage.modes(modes);
    stage.show([&](Canvas& canvas) {
      const ui::ButtonStyle style{.icon = "map", .icon_after = "right"};
      ui::button(canvas, "在地图上看", {0, 0, ui::button_width(canvas, "在地图上看", style), 72}, style);
      ui::chip(canvas, "茶与蜜", {0, 100, ui::chip_width(canvas, "茶与蜜"), 72}, true);
      ui::drop_chip(canvas, "我是", "退役军人", {0, 200, ui::drop_chip_width(canvas, "我是", "退役军人"), 72}, false);
      ui::toggle_chip(canvas, "只看营业中", {0, 300, ui::toggle_chip_width(canvas, "只看营业中"), 72}, true);
      ui::tag(canvas, {0, 400}, "跨城互认", ui::TagKind::Gold, 50, "link");
    });
    for (const auto& text : stage.texts().texts()) {
      CAPTURE(text.text);
      CHECK_FALSE(text.cut);
    }
  }
}

TEST_CASE("portrait's tiles show their words whole, large text included") {
  for (const ui::Modes& modes : kModes) {
    Stage stage({1080, 1920});
    stage.modes(modes);
    stage.show([](Canvas& canvas) {
      ui::drop_chip(canvas, "街区", "江滩", {56, 1628, 228, 104}, true);
      ui::drop_chip(canvas, "我是", "退役军人", {300, 1628, 228, 104}, false);
      ui::toggle_chip(canvas, "只看\n营业中", {544, 1628, 236, 104}, true);
    });
    for (const auto& text : stage.texts().texts()) {
      CAPTURE(text.text);
      CHECK_FALSE(text.cut);
    }
    CHECK(stage.items().find("只看营业中"));
  }
}

TEST_CASE("a few chips stand in one row – the tapped one is told") {
  Stage stage;
  const auto labels = categories(5);
  std::optional<std::size_t> tapped;
  const auto draw = [&](Canvas& canvas) {
    if (const auto now = ui::chip_row(canvas, {56, 872, 1200, 72}, labels, 0)) tapped = now;
  };
  CHECK(stage.tap("第4类商户", draw));
  CHECK(tapped == 3);
  CHECK_FALSE(stage.items().find("› " + labels[0]));
}

TEST_CASE("far too many chips page, and every one of them can be reached") {
  Stage stage;
  const auto labels = categories(40);
  std::set<std::string> seen;
  const auto draw = [&](Canvas& canvas) { ui::chip_row(canvas, {56, 872, 1200, 72}, labels, 0); };
  bool more = true;
  for (int page = 0; more && page < 40; ++page) {
    stage.show(draw);
    for (const auto& label : labels) {
      if (const auto box = stage.items().find(label)) {
        CHECK(box->right() <= 1256.5F);
        CHECK(box->w >= ui::touch::kMin);
        seen.insert(label);
      }
    }
    more = stage.tap("› " + labels[0], draw);
  }
  for (const auto& label : labels) CHECK(seen.contains(label));
}

TEST_CASE("a paged chip row begins with the page of the selected chip") {
  Stage stage;
  const auto labels = categories(40);
  stage.show([&](Canvas& canvas) { ui::chip_row(canvas, {56, 872, 1200, 72}, labels, 39); });
  CHECK(stage.items().find(labels[39]));
  CHECK_FALSE(stage.items().find(labels[0]));
}

TEST_CASE("a chip row that was turned begins anew after another page stood there") {
  Stage stage;
  const auto labels = categories(40);
  const auto draw = [&](Canvas& canvas) { ui::chip_row(canvas, {56, 872, 1200, 72}, labels, 0); };
  CHECK(stage.tap("› " + labels[0], draw));
  stage.show(draw);
  CHECK_FALSE(stage.items().find(labels[0]));
  stage.show([](Canvas&) {});
  stage.show(draw);
  CHECK(stage.items().find(labels[0]));
}

TEST_CASE("the pager turns its pages and its arrows are dead at the ends") {
  Stage stage;
  ui::PageTurner turner;
  const auto draw = [&](Canvas& canvas) {
    turner.begin(canvas, "pages", {56, 140, 900, 700}, 2);
    turner.end(canvas);
    ui::pager(canvas, {56, 872, 1808, 72}, turner, 2, "64 家");
  };
  CHECK_FALSE(stage.tap("‹", draw));
  CHECK(stage.texts().contains("1 / 2"));
  CHECK(stage.texts().contains("64"));
  CHECK(stage.tap("›", draw));
  CHECK(turner.page() == 1);
  CHECK_FALSE(stage.tap("›", draw));
  CHECK(stage.tap("‹", draw));
  CHECK(turner.page() == 0);
}

TEST_CASE("every widget draws in every mode and orientation") {
  for (const ui::PixelSize size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1280, 720}}) {
    for (const ui::Modes& modes : kModes) {
      Stage stage(size);
      stage.modes(modes);
      ui::PageTurner turner;
      stage.show([&](Canvas& canvas) {
        ui::coverage_meter(canvas, {56, 60, 600, 28}, {.signed_shops = 64, .shops = 86});
        ui::coverage_meter(canvas, {56, 120, 600, 28}, {.signed_shops = 86, .shops = 86});
        ui::coverage_meter(canvas, {56, 180, 600, 28}, {.signed_shops = 0, .shops = 0});
        ui::qr_code(canvas, {700, 60, 160, 160}, "https://example.invalid/");
        ui::qr_code(canvas, {700, 300, 160, 160}, std::string(2000, 'x'));
        ui::toast(canvas, "check", "已致敬，谢谢您", "12,847", 1);
        canvas.lattice({0, 0, 128, 968}, canvas.color().gold_on_red, 96, ui::LatticeFade::Downwards);
        canvas.mark({900, 60, 56, 56}, canvas.color().cream, canvas.color().gold_line, canvas.color().cream);
        canvas.shadow({900, 200, 20, 20}, ui::Elevation::Dialog, 28);
        canvas.icon("unknown", {10, 10}, 40, canvas.color().ink);
        canvas.picture({900, 300, 100, 100}, {});
        turner.begin(canvas, "pages", {56, 400, 900, 200}, 1);
        turner.end(canvas);
      });
      CHECK(stage.texts().contains("已致敬"));
    }
  }
}

TEST_CASE("words too long for their button, chip or switch shrink, then take a second line, and are never cut or too small") {
  for (const ui::Modes& modes : kModes) {
    Stage stage;
    stage.modes(modes);
    const float least = modes.large_text ? 25 * 1.3F : 25;
    stage.show([](Canvas& canvas) {
      ui::button(canvas, "Closed ones too", {60, 60, 260, 96});
      ui::button(canvas, "For anybody at all", {60, 200, 320, 104}, {.kind = ui::ButtonKind::Primary, .icon = "check"});
      ui::chip(canvas, "Posters and films", {60, 360, 230, 104}, true);
    });
    for (const auto& text : stage.texts().texts()) {
      CAPTURE(text.text);
      CHECK_FALSE(text.cut);
      CHECK(text.size >= least - 0.1F);
    }
  }
}
