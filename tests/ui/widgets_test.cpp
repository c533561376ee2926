#include "kiosk/ui/widgets.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/ui/item_log.h"
#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/session.h"

namespace {

using ui::Canvas;
using ui::Rect;

class Stage {
 public:
  explicit Stage(ui::PixelSize size = {1920, 1080}) : backend_(size), session_({}, backend_) {
    session_.install(&items_);
    session_.install(&texts_);
  }
  ~Stage() {
    session_.install(static_cast<ui::ItemLog*>(nullptr));
    session_.install(static_cast<ui::TextLog*>(nullptr));
  }

  void show(const std::function<void(Canvas&)>& draw) {
    clock_ += 0.016;
    session_.set_fixed_clock(clock_);
    session_.frame(draw);
  }
  // Two frames of rest, the finger down on the labelled item, up again. False when there is no such item.
  bool tap(const std::string& label, const std::function<void(Canvas&)>& draw) {
    show(draw);
    show(draw);
    const auto box = items_.find(label);
    if (!box) return false;
    const float scale = session_.pixels_per_u();
    backend_.touch_down({box->centre().x * scale, box->centre().y * scale});
    show(draw);
    backend_.touch_up();
    show(draw);
    return true;
  }
  void modes(const ui::Modes& modes) { session_.set_modes(modes); }
  ui::ItemLog& items() { return items_; }
  ui::TextLog& texts() { return texts_; }

 private:
  double clock_ = 1;
  ui::NullBackend backend_;
  ui::ItemLog items_;
  ui::TextLog texts_;
  ui::Session session_;
};

std::vector<std::string> categories(int count) {
  std::vector<std::string> labels;
  for (int i = 1; i <= count; ++i) labels.push_back("第" + std::to_string(i) + "类商户");
  return labels;
}

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

TEST_CASE("a bottom sheet pages its rows, chooses one and covers what lies below") {
  for (const ui::PixelSize size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    Stage stage(size);
    std::vector<ui::SheetRow> rows;
    for (const auto& label : categories(60)) rows.push_back({label, "3 家"});
    int page = 0;
    int below = 0;
    ui::SheetResult last;
    const auto draw = [&](Canvas& canvas) {
      below += canvas.touch("card", canvas.bounds()).tapped ? 1 : 0;
      const auto result = ui::bottom_sheet(canvas, "类别", rows, 2, "关闭", page);
      if (result.chosen || result.dismissed) last = result;
    };
    CHECK(stage.tap("类别 第2类商户", draw));
    CHECK(last.chosen == 1);
    CHECK_FALSE(stage.items().find("类别 第60类商户"));
    int turns = 0;
    while (stage.tap("类别 ›", draw) && turns < 60) ++turns;
    CHECK(turns > 1);
    CHECK(stage.items().find("类别 第60类商户"));
    CHECK(stage.tap("关闭", draw));
    CHECK(last.dismissed);
    last = {};
    CHECK(stage.tap("类别 scrim", draw));
    CHECK(last.dismissed);
    CHECK(below == 0);
    CHECK(stage.items().duplicates().empty());
  }
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

TEST_CASE("with low reach a sheet and all that closes it lies below the line, and pages where it must") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}}) {
    for (const bool large : {false, true}) {
      Stage stage(size);
      stage.modes({.large_text = large, .low_reach = true});
      std::vector<ui::SheetRow> rows;
      for (const auto& label : categories(23)) rows.push_back({label, "12 家"});
      int page = 0;
      const auto draw = [&](Canvas& canvas) { ui::bottom_sheet(canvas, "类别", rows, 0, "关闭", page); };
      stage.show(draw);
      const float line = 0.48F * static_cast<float>(size.h) - 1;
      std::set<std::string> seen;
      for (int turns = 0; turns < 23; ++turns) {
        for (const auto& item : stage.items().items()) {
          if (item.label == "host") continue;
          CAPTURE(item.label);
          CHECK(item.box.y >= line);
          seen.insert(item.label);
        }
        if (!stage.tap("类别 ›", draw)) break;
        stage.show(draw);
      }
      CHECK(seen.contains("关闭"));
      for (const auto& row : rows) CHECK(seen.contains("类别 " + row.label));
    }
  }
}

TEST_CASE("in high contrast the chosen row of a sheet is black on yellow") {
  Stage stage;
  stage.modes({.high_contrast = true});
  const std::vector<ui::SheetRow> rows{{"餐饮", "12 家"}, {"理发", "3 家"}};
  int page = 0;
  stage.show([&](Canvas& canvas) { ui::bottom_sheet(canvas, "类别", rows, 1, "关闭", page); });
  for (const auto& text : stage.texts().texts()) {
    const int light = text.color.r + text.color.g + text.color.b;
    CAPTURE(light);
    if (text.text == "理发") CHECK(light == 0);
    if (text.text == "餐饮") CHECK(light == 3 * 255);
  }
}
