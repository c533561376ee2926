#include "admin/panels/street/street_work.h"

#include <algorithm>
#include <chrono>

#include "admin/editors/library_picture.h"
#include "admin/panels/undo.h"
#include "admin/workspace/deeds.h"
#include "admin/workspace/records.h"
#include "content/kinds.h"
#include "kiosk/ui/session.h"

namespace admin {
namespace {

using content::Kind;
using content::RecordId;

constexpr float kStep = 4 / kDiagramWidthU;
constexpr double kNudgeRest = 0.7;   // seconds after the last arrow key until it is written
constexpr float kDiagramPx = 1600;

std::string text_at(const nlohmann::json& body, std::string_view key) {
  const nlohmann::json* value = content::value_at(body, key);
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

float number_at(const nlohmann::json& body, std::string_view key) {
  const nlohmann::json* value = content::value_at(body, key);
  return value != nullptr && value->is_number() ? value->get<float>() : 0;
}

std::vector<StreetLabel> labels_of(const nlohmann::json& body) {
  std::vector<StreetLabel> labels;
  const nlohmann::json* list = content::value_at(body, "labels");
  if (list == nullptr || !list->is_array()) return labels;
  for (const nlohmann::json& label : *list) {
    if (label.is_object()) labels.push_back({text_at(label, "text"), {number_at(label, "x"), number_at(label, "y")}, text_at(label, "role")});
  }
  return labels;
}

}  // namespace

StreetWork::StreetWork(desk::Desk& desk) {
  std::size_t most = 0;
  for (const content::Record* street : desk.office().records().of(Kind::Street)) {
    const std::size_t shops = street_shops(desk.office(), street->id).size();
    if (!street_.empty() && shops <= most) continue;
    street_ = street->id;
    most = shops;
  }
}

void StreetWork::open(const RecordId& street) {
  if (street == street_) return;
  street_ = street;
  chosen_ = {};
  version_ = 0;
}

void StreetWork::choose(desk::Desk& desk, const RecordId& shop) {
  if (shop != chosen_) write_nudge(desk);
  chosen_ = shop;
}

void StreetWork::follow(desk::Desk& desk, float aspect) {
  if (nudge_ && desk.session().seconds() - nudge_->at > kNudgeRest) write_nudge(desk);
  if (nudge_) desk.canvas().request_frame_in(std::chrono::milliseconds(200));
  Records& records = desk.office().records();
  if (version_ != records.version()) {
    version_ = records.version();
    streets_ = records.of(Kind::Street);
    const content::Record* street = records.find(street_);
    const bool gone = street == nullptr || street->trashed;
    if (gone && !streets_.empty()) street_ = streets_.front()->id, street = streets_.front();
    shops_ = street_shops(desk.office(), street_);
    labels_ = street == nullptr ? std::vector<StreetLabel>{} : labels_of(street->body);
    const content::MediaId picture{street == nullptr ? std::string() : text_at(street->body, "diagram")};
    const auto found = picture.empty() ? std::nullopt : editors::library_picture(desk.office(), picture, kDiagramPx);
    diagram_ = found ? found->source : ui::PictureSource{};
    if (!place_of(chosen_)) chosen_ = shops_.empty() ? RecordId{} : shops_.front().id;
  }
  if (const auto moved = nudge_ ? place_of(nudge_->shop) : std::nullopt) shops_[*moved].spot = nudge_->spot;
  near_ = too_near(shops_, aspect);
}

bool StreetWork::is_near(std::size_t shop) const {
  return std::ranges::any_of(near_, [&](const auto& pair) { return pair.first == shop || pair.second == shop; });
}

std::size_t StreetWork::on_map() const {
  return static_cast<std::size_t>(std::ranges::count_if(shops_, [](const StreetShop& shop) { return shop.spot.has_value(); }));
}

std::optional<std::size_t> StreetWork::place_of(const RecordId& id) const {
  const auto found = std::ranges::find(shops_, id, &StreetShop::id);
  return found == shops_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - shops_.begin()));
}

bool StreetWork::put(desk::Desk& desk, const RecordId& shop, std::optional<MapSpot> spot) {
  nudge_.reset();
  if (desk.draws()) desk.canvas().request_frame();   // not when the window closes
  version_ = 0;
  return desk.attempt([&] { put_on_map(desk.office(), shop, spot); });
}

void StreetWork::take_off(desk::Desk& desk, std::size_t shop) {
  const std::string name = shops_[shop].name;
  if (!put(desk, shops_[shop].id, std::nullopt)) return;
  desk.toast("“" + name + "”从示意图上拿下来了。", [&desk] { undo_last(desk); });
}

void StreetWork::spread(desk::Desk& desk, float aspect) {
  write_nudge(desk);
  const auto spots = spread_out(shops_, aspect);
  desk.attempt([&] {
    const int moved = put_on_map(desk.office(), shops_, spots);
    desk.toast("排开了 " + std::to_string(moved) + " 家，要重新三审。", [&desk] { undo_last(desk); });
  });
  version_ = 0;
}

void StreetWork::undo(desk::Desk& desk) {
  write_nudge(desk);
  undo_last(desk);
}

std::vector<RecordId> StreetWork::unsent() const {
  std::vector<RecordId> drafts;
  for (const StreetShop& shop : shops_) {
    if (shop.spot && shop.state == content::ReviewState::Draft) drafts.push_back(shop.id);
  }
  return drafts;
}

void StreetWork::send(desk::Desk& desk, const std::vector<RecordId>& shops) {
  write_nudge(desk);
  desk.attempt([&] {
    const BulkOutcome outcome = desk.office().deeds().submit_all(shops, Unfit::Skip);
    const std::string sent = "送去一审 " + std::to_string(outcome.done) + " 家";
    if (outcome.skipped.empty()) desk.toast(sent + "。", [&desk] { undo_last(desk); });
    else desk.toast(sent + "；“" + outcome.skipped.front().title + "”没送：" + outcome.skipped.front().reason);
  });
  version_ = 0;
}

void StreetWork::nudge(desk::Desk& desk, float steps_x, float steps_y, float aspect) {
  const auto place = chosen_place();
  if (!place || !shops_[*place].spot) return;
  const MapSpot from = *shops_[*place].spot;
  const MapSpot to{std::clamp(from.x + steps_x * kStep, 0.02F, 0.98F), std::clamp(from.y + steps_y * kStep * aspect, 0.02F, 0.98F)};
  nudge_ = Nudge{chosen_, to, desk.session().seconds()};
  shops_[*place].spot = to;
}

void StreetWork::write_nudge(desk::Desk& desk) {
  if (!nudge_) return;
  const Nudge nudge = *nudge_;
  put(desk, nudge.shop, nudge.spot);
}

}  // namespace admin
