// Records' bodies into a catalog: what Catalog::load() does with a release, for whoever makes a catalog of other bodies.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

#include "content/catalog.h"

namespace content {

// Behind the records of its kind; a city takes the place of the one there. Records are added in pinyin order. Throws Error as
// read_model.h does.
void add_record(Catalog& catalog, Kind kind, const RecordId& id, std::int64_t revision, const nlohmann::json& body);

// The orders of catalog.h that are not pinyin, once all records are in.
void order_records(Catalog& catalog);

}  // namespace content
