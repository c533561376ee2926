// The atlas of glyphs over months: what nobody draws goes, and no place in it wears out.
#include <algorithm>

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "tests/ui/stage.h"

using tests::Stage;
using ui::Canvas;

TEST_CASE("sizes of text that nobody draws any more are forgotten in a pause") {
  Stage stage;
  const auto sizes = [] {
    int kept = 0;
    const auto& pool = ImGui::GetIO().Fonts->Builder->BakedPool;
    for (int i = 0; i < pool.Size; ++i) kept += pool[i].WantDestroy ? 0 : 1;
    return kept;
  };
  const auto draw = [](Canvas& canvas, float size) {
    canvas.text_at({100, 300}, "双拥之窗，江城", {.face = ui::Face::Serif, .size = size, .color = canvas.color().ink});
  };
  stage.frame([&](Canvas& canvas) {
    for (int step = 0; step < 60; ++step) draw(canvas, 25 + static_cast<float>(step));
  });
  const int many = sizes();
  CHECK(many >= 60);
  for (int step = 0; step < 300; ++step) stage.frame([&](Canvas& canvas) { draw(canvas, 40); });
  CHECK(sizes() <= 4);
  stage.frame([&](Canvas& canvas) { draw(canvas, 84); });
  CHECK(stage.texts.contains("双拥之窗，江城"));
}

// Dear ImGui 1.92.2 counts the owners of a place with ten bits and a sign, and stops at the 512th: after a few days of visitors.
TEST_CASE("a place in the atlas may change hands without end") {
  Stage stage;
  const auto draw = [&] {
    stage.frame([](Canvas& canvas) { canvas.text_at({100, 300}, "双拥", {.size = 40, .color = canvas.color().ink}); });
    return ImGui::GetDrawData()->TotalVtxCount;
  };
  const int vertices = draw();
  REQUIRE(vertices > 0);
  int most = 0;
  for (int owner = 0; owner < 1100; ++owner) {
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    ImFontAtlasBuildDiscardBakes(atlas, 0);
    REQUIRE(draw() == vertices);
    for (const auto& place : atlas->Builder->RectsIndex) {
      REQUIRE(place.Generation >= 0);
      most = std::max(most, place.Generation);
    }
  }
  CHECK(most > 300);
  CHECK(stage.texts.contains("双拥"));
}
