// A walk through the whole kiosk: every page with something to show on it. For shots, the accessibility check and tests.
#pragma once

#include <string>
#include <vector>

#include "content/catalog.h"
#include "kiosk/screen.h"

namespace kiosk {

struct Stop {
  std::string landscape;  // names of the pictures without .png; empty: not in this orientation
  std::string portrait;
  ScreenKind screen = ScreenKind::Home;
  Target target;
  std::string typed;      // in the search field
};

std::vector<Stop> stops(const content::Catalog& catalog);

}  // namespace kiosk
