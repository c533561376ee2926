// One record of a catalog exchanged for another reading of it, in its place by the catalog's orders.
#pragma once

#include <nlohmann/json.hpp>

#include "content/catalog.h"
#include "content/pinyin.h"

namespace admin {

// Puts the record in, instead of the one with its id when there is one. The catalog's lookup is right again afterwards. The body
// is readable (readable_body.h); throws content::Error otherwise.
void exchange(content::Catalog& catalog, content::Kind kind, const content::RecordId& id, std::int64_t revision,
              const nlohmann::json& body, content::PinyinReader& pinyin);
// The record as `from` has it: also its absence.
void take_from(content::Catalog& catalog, const content::Catalog& from, content::Kind kind, const content::RecordId& id);

}  // namespace admin
