// Bodies to the structs of model.h. An absent optional keeps the struct's default. Throws Error that names the field
// (and the record by its title or id) on a wrong type, a word that no enum has, or an absent required date.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

#include "content/model.h"

namespace content {

City read_city(const RecordId& id, std::int64_t revision, const nlohmann::json& body);
Stage read_stage(const RecordId& id, std::int64_t revision, const nlohmann::json& body);
Theme read_theme(const RecordId& id, std::int64_t revision, const nlohmann::json& body);
Series read_series(const RecordId& id, std::int64_t revision, const nlohmann::json& body);
Article read_article(const RecordId& id, std::int64_t revision, const nlohmann::json& body);
Poster read_poster(const RecordId& id, std::int64_t revision, const nlohmann::json& body);
Film read_film(const RecordId& id, std::int64_t revision, const nlohmann::json& body);
Figure read_figure(const RecordId& id, std::int64_t revision, const nlohmann::json& body);
Street read_street(const RecordId& id, std::int64_t revision, const nlohmann::json& body);
Merchant read_merchant(const RecordId& id, std::int64_t revision, const nlohmann::json& body);
Product read_product(const RecordId& id, std::int64_t revision, const nlohmann::json& body);

// Parts of bodies, for the importer and the exporter.
Hours read_hours(const nlohmann::json& value);
Offer read_offer(const nlohmann::json& value);

}  // namespace content
