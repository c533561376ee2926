// A kiosk that stands beside an office's outbox, without a window of its own.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "content/catalog.h"
#include "content/release_intake.h"
#include "tests/support/kiosk_fixture.h"

namespace tests {

// Takes what comes and shows it.
class KioskBeside {
 public:
  explicit KioskBeside(const std::filesystem::path& outbox)
      : intake_({.source = outbox, .state = folder_ / "state", .channel = {}, .prove = {}, .log = {}, .before_step = {}}) {}

  std::int64_t sequence() {
    intake_.poll();
    const auto taken = intake_.current();
    return taken ? taken->sequence : 0;
  }
  // What stands on the page of the shop; empty when the kiosk does not know it.
  std::string shop_page(std::string_view name) {
    const auto city = catalog();
    if (city == nullptr) return {};
    const auto shop = std::ranges::find(city->merchants, name, &content::Merchant::name);
    if (shop == city->merchants.end()) return {};
    Visit visit(city);
    visit.kiosk().open(kiosk::ScreenKind::Merchant, {.record = shop->id, .series = {}, .filter = {}, .neighbours = {shop->id}}, visit.now);
    visit.settle();
    std::string words;
    for (const std::string& text : visit.texts()) words += text + "\n";
    return words;
  }
  std::shared_ptr<const content::Catalog> catalog() {
    if (sequence() == 0) return nullptr;
    return content::Catalog::load(intake_.current()->release_dir);
  }

 private:
  TemporaryFolder folder_;
  content::Intake intake_;
};

}  // namespace tests
