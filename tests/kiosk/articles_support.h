// For the tests of list and reader.
#pragma once

#include "kiosk/screen.h"
#include "tests/support/kiosk_fixture.h"

namespace tests {

// The page of a city's article.
inline kiosk::Target article(const content::Catalog& city, std::size_t i) {
  return {.record = city.articles[i].id, .series = {}, .filter = {}, .neighbours = {}};
}

}  // namespace tests
