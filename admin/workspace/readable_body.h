// Drafts as a catalog can hold them: half typed, wrong or empty.
#pragma once

#include <nlohmann/json.hpp>

#include "content/model.h"

namespace admin {

// As much of `body` as content::add_record() takes: what cannot be read, or what no screen was made for (a month 13, a price
// below nothing), is left out as if it had not been typed; texts that are too long stay. Days without which there is no such
// record are `today`. Never throws.
nlohmann::json readable_body(content::Kind kind, const nlohmann::json& body, content::Day today);

}  // namespace admin
