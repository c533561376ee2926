// A merchant's body, and a look for a problem.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "content/record.h"

namespace tests {

using namespace content;
using nlohmann::json;

inline const RecordId kId{"01890a5d-ac96-774b-bcce-b302099a8057"};

inline json merchant_body() {
  return {
      {"name", "兰州拉面"},
      {"category", "餐饮"},
      {"address", "江滩双拥街 12 号"},
      {"map_x", 0.25},
      {"map_y", 0.5},
      {"phone", "0772 2810088"},
      {"offers", {{{"kind", "pay_ratio"}, {"pay_percent", 85}, {"title", "八五折"}, {"who", {"serving", "veteran"}}}}},
      {"hours",
       {{"known", true},
        {"week",
         {{{{"from", 540}, {"to", 1320}}},
          json::array(),
          json::array(),
          json::array(),
          json::array(),
          json::array(),
          json::array()}}}},
      {"pledge", {{"number", "YJ-2024-0001"}, {"signed_on", "2024-02-18"}, {"until", "2027-02-17"}}},
      {"sign", {0.1, 0.2, 0.9, 0.4}},
      {"valid_from", "2024-02-18"}};
}

inline bool has(const std::vector<Problem>& problems, Fault fault, std::string_view key) {
  return std::ranges::any_of(problems,
                             [&](const Problem& problem) { return problem.fault == fault && problem.key == key; });
}

}  // namespace tests
