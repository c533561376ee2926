// Where the shops of a street stand on its diagram: for the street editor. Pure but for street_shops().
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/model.h"
#include "content/record.h"

namespace admin {

class Workspace;

// Fractions of the diagram, 0,0 = top left.
struct MapSpot {
  float x = 0;
  float y = 0;
  friend bool operator==(const MapSpot&, const MapSpot&) = default;
};

struct StreetShop {
  content::RecordId id;
  std::string name;
  std::string number;             // "12 号", from the address; empty when it has none
  std::optional<MapSpot> spot;    // nullopt: not yet on the diagram
  content::ReviewState state = content::ReviewState::Draft;
};

// u that the whole diagram is wide on a screen, and how near two pins may stand there so that a finger hits one.
inline constexpr float kDiagramWidthU = 1100;
inline constexpr float kLeastApartU = 64;

// The same for so many shops: where they do not fit side by side visitors see the diagram enlarged, up to six times.
float least_apart_u(std::size_t on_map);

// Those on the diagram from west to east, then those that are not, by their door numbers.
std::vector<StreetShop> street_shops(Workspace& office, const content::RecordId& street);

// u between two spots; `aspect`: the diagram's width over its height.
float apart_u(MapSpot a, MapSpot b, float aspect);

// Pairs that stand nearer than least_apart_u(), as places in `shops`.
std::vector<std::pair<std::size_t, std::size_t>> too_near(const std::vector<StreetShop>& shops, float aspect);

// Onto the line between its two neighbours when it is near enough to it: shops of a street stand along it.
MapSpot snapped(MapSpot spot, std::size_t self, const std::vector<StreetShop>& shops, float aspect);

// Moves those that stand too near apart along the street, as little as it goes; never off the diagram. Spots by place; those
// that are not on the diagram stay off it.
std::vector<std::optional<MapSpot>> spread_out(const std::vector<StreetShop>& shops, float aspect);

// Writes it as a revision with its step to undo; nullopt takes the shop off the diagram. Throws Error.
void put_on_map(Workspace& office, const content::RecordId& shop, std::optional<MapSpot> spot);
// Several at once: one step. Answers how many were moved.
int put_on_map(Workspace& office, const std::vector<StreetShop>& shops, const std::vector<std::optional<MapSpot>>& spots);

// "12 号" in 江滩双拥街 12 号; empty when there is none.
std::string door_number(std::string_view address);

}  // namespace admin
