// Every code on every page, read back from the picture of the screen as a phone would read it.
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "content/catalog.h"
#include "content/release_manifest.h"
#include "kiosk/mode_words.h"
#include "kiosk/stops.h"
#include "kiosk/take_along.h"
#include "tests/journeys/kiosk_program.h"
#include "tests/support/published_city.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;

namespace {

// 30 July 2026 10:26, the clock of --shots.
constexpr content::LocalMinute kShotsMinute{std::chrono::local_days(std::chrono::year(2026) / 7 / 30).time_since_epoch() +
                                            std::chrono::minutes(10 * 60 + 26)};

std::string read_back(const fs::path& picture) {
  const std::string command = "zbarimg --quiet --raw -Sdisable -Sqrcode.enable -Sbinary '" + picture.string() + "' 2>/dev/null";
  FILE* out = ::popen(command.c_str(), "r");
  std::string text;
  char part[512];
  while (out != nullptr) {
    const std::size_t count = std::fread(part, 1, sizeof part, out);
    if (count == 0) break;
    text.append(part, count);
  }
  if (out != nullptr) ::pclose(out);
  return text;
}

kiosk::TakeAlong expected(const kiosk::Stop& stop, const content::Catalog& catalog) {
  using kiosk::ScreenKind;
  const auto& id = stop.target.record;
  switch (stop.screen) {
    case ScreenKind::Merchant: return kiosk::take_along(*catalog.find_merchant(id), catalog, kShotsMinute);
    case ScreenKind::Product: return kiosk::take_along(*catalog.find_product(id), catalog.city);
    case ScreenKind::Article: return kiosk::take_along(*catalog.find_article(id), catalog.city);
    case ScreenKind::Figure: return kiosk::take_along(*catalog.find_figure(id), catalog.city);
    default: return {};
  }
}

struct Page {
  std::string name;
  kiosk::TakeAlong along;
};

std::vector<Page> pages_with_codes(const content::Catalog& catalog, bool landscape) {
  std::vector<Page> pages;
  for (const kiosk::Stop& stop : kiosk::stops(catalog)) {
    const std::string& name = landscape ? stop.landscape : stop.portrait;
    if (auto along = expected(stop, catalog); !name.empty() && !along.empty()) pages.push_back({name, std::move(along)});
  }
  return pages;
}

std::string joined(const std::vector<Page>& pages) {
  std::string names;
  for (const Page& page : pages) names += (names.empty() ? "" : ",") + page.name;
  return names;
}

}  // namespace

TEST_CASE("every code is read back from the screen, in the modes, in both orientations and languages" * doctest::test_suite("walks")) {
  const tests::TemporaryFolder folder;
  const auto sequence = tests::publish_city(folder / "outbox", 1);
  const auto catalog = content::Catalog::load(folder / "outbox" / "releases" / content::sequence_name(sequence));
  const bool all = std::getenv("SHUANGYONG_LONG") != nullptr;
  std::vector<ui::Modes> modes{{}, *kiosk::parse_modes("contrast"), *kiosk::parse_modes("large+contrast+low+en")};
  if (all) modes = kiosk::all_modes();
  for (const std::string size : {"1920x1080", "1080x1920"}) {
    CAPTURE(size);
    const auto pages = pages_with_codes(*catalog, size == "1920x1080");
    REQUIRE(pages.size() >= 4);
    const auto shots = folder / ("shots-" + size);
    const auto drawn = journeys::run_kiosk({"--release", (folder / "outbox").string(), "--state", (folder / "state").string(), "--shots", shots.string(),
                                            "--size", size, "--only", joined(pages), "--modes", all ? "all" : "plain,contrast,large+contrast+low+en"},
                                           true, std::chrono::minutes(20));
    CAPTURE(drawn.words);
    REQUIRE(drawn.code == 0);
    for (const Page& page : pages) {
      for (const ui::Modes& mode : modes) {
        const auto file = shots / (page.name + kiosk::mode_suffix(mode) + ".png");
        CAPTURE(file);
        REQUIRE(fs::exists(file));
        const std::string found = read_back(file);
        CAPTURE(found);
        CHECK(std::ranges::find(page.along.texts, found) != page.along.texts.end());
      }
    }
  }
}
