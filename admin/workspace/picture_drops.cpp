#include "admin/workspace/picture_drops.h"

#include <algorithm>
#include <utility>

#include "admin/workspace/records.h"

namespace admin {

void PictureDrops::add(const Place& place, const std::vector<std::filesystem::path>& files) {
  if (files.empty()) return;
  OnTheWay& one = on_the_way_[place];
  if (one.person != office_.person().name) one = {};
  one.person = office_.person().name;
  if (one.intake == nullptr) one.intake = std::make_unique<PictureIntake>(PictureIntake::Options{.office_db = office_.db()});
  if (one.lot) one.before = *std::exchange(one.lot, std::nullopt);   // whole, and not taken yet
  one.looks = 0;
  one.intake->add(files);
}

bool PictureDrops::busy(const Place& place) const {
  const auto found = on_the_way_.find(place);
  return found != on_the_way_.end() && !found->second.lot;
}

std::optional<PictureDrops::Lot> PictureDrops::take(const Place& place) {
  const auto found = on_the_way_.find(place);
  if (found == on_the_way_.end() || !found->second.lot || found->second.person != office_.person().name) return {};
  std::optional<Lot> lot = std::move(found->second.lot);
  on_the_way_.erase(found);
  return lot;
}

void PictureDrops::move(const content::RecordId& from, const content::RecordId& to) {
  if (from == to) return;
  std::map<Place, OnTheWay> kept;
  for (auto& [place, one] : on_the_way_) {
    kept.emplace(place.record == from ? Place{to, place.field} : place, std::move(one));
  }
  on_the_way_ = std::move(kept);
}

void PictureDrops::enter(OnTheWay& one) {
  for (IntakeItem& item : one.intake->settle(office_.store(), one.person)) one.items.push_back(std::move(item));
  if (one.intake->progress().busy) return;
  one.intake.reset();
  office_.records().refresh();
  std::ranges::sort(one.items, {}, &IntakeItem::number);
  one.lot = std::exchange(one.before, {});
  for (const IntakeItem& item : std::exchange(one.items, {})) {
    if (!item.media.empty()) one.lot->pictures.push_back(item.media);
    else if (one.lot->refusal.empty()) one.lot->refusal = item.reason.zh;
  }
}

std::vector<std::pair<PictureDrops::Place, PictureDrops::Lot>> PictureDrops::settle() {
  std::vector<std::pair<Place, Lot>> waiting;
  for (auto& [place, one] : on_the_way_) {
    if (!one.lot) enter(one);
    if (one.lot && one.looks < kLooks && ++one.looks == kLooks && one.person == office_.person().name) waiting.emplace_back(place, *one.lot);
  }
  std::erase_if(on_the_way_, [this](const auto& entry) {
    const OnTheWay& one = entry.second;
    return one.lot && (one.person != office_.person().name || (one.looks >= kLooks && (entry.first.record.empty() || one.lot->pictures.empty())));
  });
  return waiting;
}

bool PictureDrops::any_busy() const {
  return std::ranges::any_of(on_the_way_, [](const auto& entry) { return !entry.second.lot || entry.second.looks < kLooks; });
}

std::size_t PictureDrops::left() const {
  std::size_t files = 0;
  for (const auto& [place, one] : on_the_way_) {
    if (one.intake != nullptr) files += one.intake->left();
  }
  return files;
}

}  // namespace admin
