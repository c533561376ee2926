// One hit in words, and what to offer to somebody who found nothing.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/screens/search_hits.h"

namespace kiosk {

// Nothing when its record may not be shown at context.now, or is gone.
std::optional<HitRow> make_hit_row(const content::Hit& hit, const Context& context);

// Up to three, at least one while anything is shown at all: shorter questions, then sections.
std::vector<Suggestion> suggestions_for(const SearchAnswer& answer, const Context& context);

}  // namespace kiosk
