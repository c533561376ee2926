#include "kiosk/nearby.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace kiosk {
namespace {

constexpr double kEarthRadiusM = 6'371'000;
constexpr double kWalkingMetresPerMinute = 80;
constexpr double kRadian = std::numbers::pi / 180;

double full_circle(double degrees) {
  const double wrapped = std::fmod(degrees, 360);
  // A tiny negative angle plus 360 rounds to 360 itself.
  const double positive = wrapped < 0 ? wrapped + 360 : wrapped;
  return positive >= 360 ? 0 : positive;
}

std::string_view turn_key(Turn turn) {
  switch (turn) {
    case Turn::Ahead: return "way.ahead";
    case Turn::HalfRight: return "way.half_right";
    case Turn::Right: return "way.right";
    case Turn::BackRight: return "way.back_right";
    case Turn::Behind: return "way.behind";
    case Turn::BackLeft: return "way.back_left";
    case Turn::Left: return "way.left";
    case Turn::HalfLeft: return "way.half_left";
  }
  return {};
}

}  // namespace

double metres_between(Position a, Position b) {
  const double half_latitude = std::sin((b.latitude - a.latitude) * kRadian / 2);
  const double half_longitude = std::sin((b.longitude - a.longitude) * kRadian / 2);
  const double h = half_latitude * half_latitude +
                   std::cos(a.latitude * kRadian) * std::cos(b.latitude * kRadian) * half_longitude * half_longitude;
  return 2 * kEarthRadiusM * std::asin(std::sqrt(std::clamp(h, 0.0, 1.0)));
}

double bearing_deg(Position from, Position to) {
  const double across = (to.longitude - from.longitude) * kRadian;
  const double from_latitude = from.latitude * kRadian;
  const double to_latitude = to.latitude * kRadian;
  const double east = std::sin(across) * std::cos(to_latitude);
  const double north = std::cos(from_latitude) * std::sin(to_latitude) -
                       std::sin(from_latitude) * std::cos(to_latitude) * std::cos(across);
  return full_circle(std::atan2(east, north) / kRadian);
}

std::optional<double> metres_to(const Place& place, const content::Merchant& merchant) {
  if (!place.longitude || !place.latitude || !merchant.longitude || !merchant.latitude) return std::nullopt;
  return kDetour * metres_between({*place.longitude, *place.latitude}, {*merchant.longitude, *merchant.latitude});
}

int walking_minutes(double metres_on_foot) {
  return std::max(1, static_cast<int>(std::ceil(metres_on_foot / kWalkingMetresPerMinute)));
}

std::string distance_words(double metres, const Texts& texts) {
  const auto tens = std::lround(metres / 10) * 10;
  if (tens < 1000) return texts.format("shop.metres", {std::to_string(std::max(10L, tens))});
  char kilometres[16];
  std::snprintf(kilometres, sizeof kilometres, "%.1f", metres / 1000);
  return texts.format("shop.kilometres", {kilometres});
}

Turn turn_to(double facing_deg, double bearing_deg) {
  constexpr double kSector = 45;
  const auto sector = static_cast<int>(full_circle(bearing_deg - facing_deg + kSector / 2) / kSector);
  return static_cast<Turn>(std::min(sector, 7));
}

std::string way_words(const Place& place, const content::Merchant& merchant, const Texts& texts) {
  const auto metres = metres_to(place, merchant);
  if (!metres) return {};
  if (*metres < kBesideMetres) return std::string(texts("way.beside"));
  if (*metres >= kFarMetres) return texts.format("way.far", {distance_words(*metres, texts)});
  const std::string minutes = std::to_string(walking_minutes(*metres));
  if (!place.facing) return texts.format("shop.walk", {minutes});
  const double bearing = bearing_deg({*place.longitude, *place.latitude}, {*merchant.longitude, *merchant.latitude});
  return texts.format(turn_key(turn_to(*place.facing, bearing)), {minutes});
}

}  // namespace kiosk
