// How far a shop is from where this screen stands, and which way one turns. Pure.
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

// Nobody walks as the crow flies: in a grid of streets the way on foot is 1.27 times the straight line on average
// (4/π), and a little more with crossings. All distances that visitors read are straight line × this.
inline constexpr double kDetour = 1.3;
inline constexpr double kBesideMetres = 26;   // on foot; nearer is "就在旁边"
inline constexpr double kFarMetres = 3000;    // on foot; from here on a turn at the door and minutes say nothing useful

// Great-circle metres (haversine, mean earth radius 6371 km).
double metres_between(Position a, Position b);
// Compass degrees of the great circle's start, 0 ≤ b < 360: 0 north, 90 east. 0 when both are the same place.
double bearing_deg(Position from, Position to);

// Metres on foot (straight line × kDetour); nullopt when the screen's or the shop's position is not known.
std::optional<double> metres_to(const Place& place, const content::Merchant& merchant);

// At 80 m a minute, begun minutes count, at least 1.
int walking_minutes(double metres_on_foot);

// "120 米" to the next ten metres, from 1000 m on "1.2 公里".
std::string distance_words(double metres, const Texts& texts);

// Eight sectors of 45° about the way one walks when one turns away from the screen; a border belongs to the sector
// clockwise of it: 22.5° is HalfRight, 337.5° is Ahead.
enum class Turn { Ahead, HalfRight, Right, BackRight, Behind, BackLeft, Left, HalfLeft };
// Any degrees, also beyond 0–360.
Turn turn_to(double facing_deg, double bearing_deg);

// "出门右转，步行 2 分钟"; without place.facing "步行 2 分钟"; "就在旁边"; far away "约 3.4 公里"; empty without positions.
std::string way_words(const Place& place, const content::Merchant& merchant, const Texts& texts);

}  // namespace kiosk
