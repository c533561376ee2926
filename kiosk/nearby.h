// How far a shop is from where this screen stands. Pure.
#pragma once

#include <optional>
#include <string>

#include "content/model.h"
#include "kiosk/config.h"
#include "kiosk/texts.h"

namespace kiosk {

// Degrees, WGS 84.
struct Position {
  double longitude = 0;
  double latitude = 0;
};

// Great-circle metres (haversine, mean earth radius 6371 km).
double metres_between(Position a, Position b);

// Metres as the crow flies; nullopt when the screen's or the shop's position is not known.
std::optional<double> metres_to(const Place& place, const content::Merchant& merchant);

// At 80 m a minute, begun minutes count, at least 1.
int walking_minutes(double metres);

// "120 米" to the next ten metres, from 1000 m on "1.2 公里".
std::string distance_words(double metres, const Texts& texts);

}  // namespace kiosk
