// Shops' pages, opened as the tests of them need.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/kiosk_fixture.h"

namespace tests {

inline std::vector<content::RecordId> ids(const content::Catalog& city) {
  std::vector<content::RecordId> all;
  for (const auto& merchant : city.merchants) all.push_back(merchant.id);
  return all;
}

inline void open_shop(Visit& visit, const content::Catalog& city, std::size_t place) {
  visit.kiosk().open(kiosk::ScreenKind::Merchant,
                     {.record = city.merchants[place].id, .series = {}, .filter = {}, .neighbours = ids(city)}, visit.now);
  visit.settle();
}

inline content::Offer offer(std::string title) {
  content::Offer made;
  made.title = std::move(title);
  made.proof_line = "凭军人证";
  made.who = {content::Who::Serving};
  return made;
}

}  // namespace tests
