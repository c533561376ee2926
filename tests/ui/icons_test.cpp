#include "kiosk/ui/icons.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "kiosk/ui/lattice.h"

namespace {

int coverage_at(const ui::IconCoverage& icon, float grid_x, float grid_y, int grid_px) {
  const auto pixel = [&](float grid) { return icon.margin + static_cast<int>(grid * static_cast<float>(grid_px) / ui::kIconGrid); };
  return icon.alpha[static_cast<std::size_t>(pixel(grid_y) * icon.side + pixel(grid_x))];
}

}  // namespace

TEST_CASE("every icon of the list is there and leaves ink") {
  const auto names = ui::icon_names();
  CHECK(names.size() == 69);
  for (const auto name : names) {
    CAPTURE(std::string(name));
    const int index = ui::find_icon(name);
    REQUIRE(index >= 0);
    const auto icon = ui::bake_icon({index, 44, 3.5F});
    CHECK(icon.side == 44 + 2 * icon.margin);
    const auto inked = std::ranges::count_if(icon.alpha, [](auto alpha) { return alpha > 200; });
    CHECK(inked > 40);
    CHECK(inked < icon.side * icon.side / 2);
    // No stroke is cut off at the edge of the texture.
    CHECK(std::ranges::all_of(icon.alpha.begin(), icon.alpha.begin() + icon.side, [](auto alpha) { return alpha < 128; }));
  }
}

TEST_CASE("a name that is no icon is told apart") {
  CHECK(ui::find_icon("unicorn") == -1);
  CHECK(ui::find_icon("") == -1);
  CHECK(ui::find_icon("_") == -1);
}

TEST_CASE("every icon that the kiosk's sources name is there") {
  int uses = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SHUANGYONG_KIOSK_SOURCES)) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
    std::ifstream in(entry.path());
    const std::string source{std::istreambuf_iterator<char>(in), {}};
    for (const std::string before : {"icon(\"", "icon = \"", "icon_after = \""}) {
      for (auto at = source.find(before); at != std::string::npos; at = source.find(before, at + 1)) {
        const auto begin = at + before.size();
        const std::string name = source.substr(begin, source.find('"', begin) - begin);
        CAPTURE(entry.path().string());
        CAPTURE(name);
        CHECK(ui::find_icon(name) >= 0);
        ++uses;
      }
    }
  }
  CHECK(uses > 5);
}

TEST_CASE("strokes run where the grid says") {
  const auto plus = ui::bake_icon({ui::find_icon("plus"), 96, 7.6F});
  CHECK(coverage_at(plus, 12, 12, 96) == 255);
  CHECK(coverage_at(plus, 12, 6, 96) == 255);
  CHECK(coverage_at(plus, 6, 6, 96) == 0);
  CHECK(coverage_at(plus, 12, 2, 96) == 0);
  const auto contrast = ui::bake_icon({ui::find_icon("contrast"), 96, 7.6F});
  CHECK(coverage_at(contrast, 8, 12, 96) == 255);   // the left half is full
  CHECK(coverage_at(contrast, 16, 12, 96) == 0);
}

TEST_CASE("the lattice fills its box with few lines") {
  const auto lines = ui::lattice_lines({1080, 150}, 96);
  CHECK(lines.size() > 50);
  CHECK(lines.size() < 400);
  for (const auto& line : lines) {
    CHECK(std::max(line.from.x, line.to.x) >= -20);
    CHECK(std::min(line.from.x, line.to.x) <= 1100);
  }
  CHECK(ui::lattice_lines({0, 10}, 96).empty());
  CHECK(ui::lattice_lines({1000, 1000}, 0).empty());
}
