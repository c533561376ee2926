// Parts of the model to their place in a body; read_model.h reads them back. What is absent or empty is left out.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "content/model.h"

namespace content {

nlohmann::json write_hours(const Hours& hours);
nlohmann::json write_offer(const Offer& offer);
nlohmann::json write_offers(const std::vector<Offer>& offers);
nlohmann::json write_honours(const std::vector<Honour>& honours);
nlohmann::json write_outlets(const std::vector<Outlet>& outlets);
nlohmann::json write_labels(const std::vector<MapLabel>& labels);

// 0x8E1719 → "#8E1719"
std::string colour_text(std::uint32_t colour);

}  // namespace content
