// The sheet that comes up from below and asks which one.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/ui/widgets_support.h"

using tests::categories;
using tests::Stage;
using ui::Canvas;

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
