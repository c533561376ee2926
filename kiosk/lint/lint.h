// --lint: measures every page of the published release in every mode and both orientations.
#pragma once

#include "kiosk/options.h"

namespace kiosk::lint {

// Prints the faults as a table, with options.lint_json as a JSON array, and on standard error how much was looked at and
// how long it took. 0 = no fault; 1 = faults, or no release to look at. Throws content::Error or ui::Error.
int run_lint(const Options& options);

}  // namespace kiosk::lint
