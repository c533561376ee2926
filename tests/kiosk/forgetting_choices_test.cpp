// Whatever a visitor chose on any page (filters, groups, views, modes, language) is gone when the next one comes.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/stops.h"
#include "tests/support/kiosk_fixture.h"

using tests::Visit;

namespace {

// All that a page offers and says.
struct Seen {
  std::vector<std::string> labels, texts;
  bool operator==(const Seen&) const = default;
};

Seen seen(Visit& visit) {
  Seen all;
  for (const ui::LoggedItem& item : visit.item_log().items()) all.labels.push_back(item.label);
  all.texts = visit.texts();
  return all;
}

Seen come(Visit& visit, const kiosk::Stop& stop) {
  visit.kiosk().open(stop.screen, stop.target, visit.now);
  visit.settle();
  return seen(visit);
}

// Touches each item of the page and the first few of each sheet that opens. Returns how many touches changed the page.
int choose_everything(Visit& visit, const kiosk::Stop& stop, const Seen& fresh) {
  constexpr std::size_t kOfSheet = 4;
  int changed = 0;
  const std::string screen = visit.screen();
  for (const std::string& label : fresh.labels) {
    if (visit.screen() != screen) come(visit, stop);
    const Seen before = seen(visit);
    if (!visit.tap(label) || visit.screen() != screen) continue;
    Seen after = seen(visit);
    if (after == before) continue;
    ++changed;
    std::size_t of_sheet = 0;
    for (const std::string& choice : after.labels) {
      const bool news = std::ranges::find(before.labels, choice) == before.labels.end();
      if (news && of_sheet < kOfSheet && visit.screen() == screen && visit.tap(choice)) ++of_sheet;
    }
  }
  return changed;
}

}  // namespace

TEST_CASE("what a visitor chose on any page is gone with the visit") {
  const auto city = tests::small_city();
  for (const ui::PixelSize size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    int chosen = 0;
    for (const kiosk::Stop& stop : kiosk::stops(*city)) {
      if (!stop.typed.empty()) continue;   // searches have a test of their own
      Visit visit(city, size);
      visit.tap("轻触屏幕，开始浏览");
      const Seen fresh = come(visit, stop);
      CAPTURE(stop.landscape);
      CAPTURE(size.w);
      chosen += choose_everything(visit, stop, fresh);
      visit.wait_seconds(400);   // asked, then taken home
      REQUIRE(visit.screen() == "attract");
      visit.tap("轻触屏幕，开始浏览");
      CHECK(visit.session().modes() == ui::Modes{});
      const Seen next = come(visit, stop);
      CHECK(next.labels == fresh.labels);
      // A tribute that was paid stays counted, and says nothing of who paid it.
      if (stop.screen != kiosk::ScreenKind::Figure) CHECK(next.texts == fresh.texts);
    }
    CHECK(chosen > 30);
  }
}
