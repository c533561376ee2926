// The records of a release that strain a page most: of each kind those with the longest words, the most parts, no picture.
#pragma once

#include <string>
#include <vector>

#include "content/catalog.h"
#include "kiosk/stops.h"

namespace kiosk::lint {

struct Extreme {
  Stop stop;          // named as the stop of its kind
  std::string name;   // the record's
};

// Each record once, and none that `usual` visits; only what is shown at `now`.
std::vector<Extreme> extremes(const content::Catalog& catalog, content::LocalMinute now, const std::vector<Stop>& usual);

}  // namespace kiosk::lint
