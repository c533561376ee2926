#include "kiosk/nearby.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace kiosk {
namespace {

constexpr double kEarthRadiusM = 6'371'000;
constexpr double kWalkingMetresPerMinute = 80;

}  // namespace

double metres_between(Position a, Position b) {
  constexpr double kRadian = std::numbers::pi / 180;
  const double half_latitude = std::sin((b.latitude - a.latitude) * kRadian / 2);
  const double half_longitude = std::sin((b.longitude - a.longitude) * kRadian / 2);
  const double h = half_latitude * half_latitude +
                   std::cos(a.latitude * kRadian) * std::cos(b.latitude * kRadian) * half_longitude * half_longitude;
  return 2 * kEarthRadiusM * std::asin(std::sqrt(std::clamp(h, 0.0, 1.0)));
}

std::optional<double> metres_to(const Place& place, const content::Merchant& merchant) {
  if (!place.longitude || !place.latitude || !merchant.longitude || !merchant.latitude) return std::nullopt;
  return metres_between({*place.longitude, *place.latitude}, {*merchant.longitude, *merchant.latitude});
}

int walking_minutes(double metres) {
  return std::max(1, static_cast<int>(std::ceil(metres / kWalkingMetresPerMinute)));
}

std::string distance_words(double metres, const Texts& texts) {
  const auto tens = std::lround(metres / 10) * 10;
  if (tens < 1000) return texts.format("shop.metres", {std::to_string(std::max(10L, tens))});
  char kilometres[16];
  std::snprintf(kilometres, sizeof kilometres, "%.1f", metres / 1000);
  return texts.format("shop.kilometres", {kilometres});
}

}  // namespace kiosk
