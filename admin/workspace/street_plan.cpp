#include "admin/workspace/street_plan.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "admin/workspace/deeds.h"
#include "admin/workspace/records.h"
#include "admin/workspace/undo_stack.h"
#include "admin/workspace/workspace.h"
#include "content/error.h"
#include "content/office_store.h"

namespace admin {
namespace {

using content::Kind;

constexpr float kSnapU = 18;
constexpr float kEdge = 0.02F;         // of the diagram; pins stay inside it
constexpr double kSteps = 10'000;      // positions are kept to a ten-thousandth
constexpr int kRounds = 200;

double kept(float value) { return std::round(static_cast<double>(std::clamp(value, kEdge, 1 - kEdge)) * kSteps) / kSteps; }

std::optional<MapSpot> spot_of(const nlohmann::json& body) {
  const nlohmann::json* x = content::value_at(body, "map_x");
  const nlohmann::json* y = content::value_at(body, "map_y");
  if (x == nullptr || y == nullptr || !x->is_number() || !y->is_number()) return std::nullopt;
  return MapSpot{x->get<float>(), y->get<float>()};
}

std::string text_at(const nlohmann::json& body, std::string_view key) {
  const nlohmann::json* value = content::value_at(body, key);
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

int number_of(const StreetShop& shop) { return std::atoi(shop.number.c_str()); }

std::size_t placed(const std::vector<StreetShop>& shops) {
  return static_cast<std::size_t>(std::ranges::count_if(shops, [](const StreetShop& shop) { return shop.spot.has_value(); }));
}

nlohmann::json moved_body(const content::Record& record, std::optional<MapSpot> spot) {
  nlohmann::json body = record.body;
  content::set_value(body, "map_x", spot ? nlohmann::json(kept(spot->x)) : nlohmann::json());
  content::set_value(body, "map_y", spot ? nlohmann::json(kept(spot->y)) : nlohmann::json());
  return body;
}

const content::Record& need(Workspace& office, const content::RecordId& shop) {
  const content::Record* record = office.records().find(shop);
  if (record == nullptr || record->trashed) throw content::Error("这家商户已经不在了；请换一家。", "This shop is gone; choose another.");
  return *record;
}

}  // namespace

std::string door_number(std::string_view address) {
  constexpr std::string_view kDoor = "号";
  const auto door = address.rfind(kDoor);
  if (door == std::string_view::npos) return {};
  auto end = door;
  while (end > 0 && address[end - 1] == ' ') --end;
  auto begin = end;
  while (begin > 0 && address[begin - 1] >= '0' && address[begin - 1] <= '9') --begin;
  return begin == end ? std::string() : std::string(address.substr(begin, end - begin)) + " " + std::string(kDoor);
}

std::vector<StreetShop> street_shops(Workspace& office, const content::RecordId& street) {
  std::vector<StreetShop> shops;
  for (const content::Record* record : office.records().of(Kind::Merchant)) {
    if (text_at(record->body, "street") != street.text) continue;
    shops.push_back({record->id, content::title_of(content::kind_spec(Kind::Merchant), record->body), door_number(text_at(record->body, "address")),
                     spot_of(record->body), record->state});
  }
  std::ranges::stable_sort(shops, [](const StreetShop& a, const StreetShop& b) {
    if (a.spot.has_value() != b.spot.has_value()) return a.spot.has_value();
    if (!a.spot) return number_of(a) < number_of(b);
    return a.spot->x != b.spot->x ? a.spot->x < b.spot->x : a.spot->y < b.spot->y;
  });
  return shops;
}

float least_apart_u(std::size_t on_map) {
  constexpr float kMostEnlarged = 6;
  return std::clamp(0.9F * kDiagramWidthU / static_cast<float>(std::max<std::size_t>(1, on_map)), kLeastApartU / kMostEnlarged, kLeastApartU);
}

float apart_u(MapSpot a, MapSpot b, float aspect) {
  return std::hypot((a.x - b.x) * kDiagramWidthU, (a.y - b.y) * kDiagramWidthU / std::max(0.1F, aspect));
}

std::vector<std::pair<std::size_t, std::size_t>> too_near(const std::vector<StreetShop>& shops, float aspect) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  const float least = least_apart_u(placed(shops));
  // From west to east: whoever is further east than the limit is far enough, and so are all after it.
  for (std::size_t i = 0; i < shops.size() && shops[i].spot; ++i) {
    for (std::size_t j = i + 1; j < shops.size() && shops[j].spot; ++j) {
      if ((shops[j].spot->x - shops[i].spot->x) * kDiagramWidthU >= least) break;
      if (apart_u(*shops[i].spot, *shops[j].spot, aspect) < least) pairs.emplace_back(i, j);
    }
  }
  return pairs;
}

MapSpot snapped(MapSpot spot, std::size_t self, const std::vector<StreetShop>& shops, float aspect) {
  const MapSpot* west = nullptr;
  const MapSpot* east = nullptr;
  for (std::size_t i = 0; i < shops.size(); ++i) {
    if (i == self || !shops[i].spot) continue;
    const MapSpot& other = *shops[i].spot;
    if (other.x <= spot.x && (west == nullptr || other.x > west->x)) west = &other;
    if (other.x > spot.x && (east == nullptr || other.x < east->x)) east = &other;
  }
  if (west == nullptr || east == nullptr || east->x - west->x < 0.001F) return spot;
  const float along = (spot.x - west->x) / (east->x - west->x);
  const MapSpot on_line{spot.x, west->y + (east->y - west->y) * along};
  return apart_u(spot, on_line, aspect) <= kSnapU ? on_line : spot;
}

std::vector<std::optional<MapSpot>> spread_out(const std::vector<StreetShop>& shops, float aspect) {
  std::vector<std::optional<MapSpot>> spots;
  for (const StreetShop& shop : shops) spots.push_back(shop.spot);
  std::vector<StreetShop> now = shops;
  const float least = least_apart_u(placed(shops));
  for (int round = 0; round < kRounds; ++round) {
    const auto pairs = too_near(now, aspect);
    if (pairs.empty()) break;
    for (const auto& [a, b] : pairs) {
      MapSpot& west = *now[a].spot;
      MapSpot& east = *now[b].spot;
      const float missing = (least + 1 - apart_u(west, east, aspect)) / kDiagramWidthU / 2;
      if (missing <= 0) continue;
      west.x = static_cast<float>(kept(west.x - missing));
      east.x = static_cast<float>(kept(east.x + missing));
    }
    // Whoever was passed changes places in the order; the pairs are looked for from west to east.
    std::ranges::stable_sort(now, [](const StreetShop& a, const StreetShop& b) {
      if (a.spot.has_value() != b.spot.has_value()) return a.spot.has_value();
      return a.spot && a.spot->x < b.spot->x;
    });
  }
  for (std::size_t i = 0; i < shops.size(); ++i) {
    const auto found = std::ranges::find(now, shops[i].id, &StreetShop::id);
    spots[i] = found->spot;
  }
  return spots;
}

void put_on_map(Workspace& office, const content::RecordId& shop, std::optional<MapSpot> spot) {
  const content::Record record = need(office, shop);
  const nlohmann::json body = moved_body(record, spot);
  if (body != record.body) office.deeds().edit(record, body);
}

int put_on_map(Workspace& office, const std::vector<StreetShop>& shops, const std::vector<std::optional<MapSpot>>& spots) {
  std::vector<Turn> turns;
  content::OfficeStore::Batch batch(office.store());
  for (std::size_t i = 0; i < shops.size() && i < spots.size(); ++i) {
    const content::Record& record = need(office, shops[i].id);
    const nlohmann::json body = moved_body(record, spots[i]);
    if (shops[i].spot == spots[i] || body == record.body) continue;
    const content::Record next = office.store().edit(record.id, record.revision, body, office.person().name);
    turns.push_back({record.id, record.revision, next.revision});
  }
  batch.commit();
  const int moved = static_cast<int>(turns.size());
  if (moved > 0) office.deeds().done("排开 " + std::to_string(moved) + " 家商户在示意图上的位置", std::move(turns));
  return moved;
}

}  // namespace admin
