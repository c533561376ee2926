#include "admin/workspace/records.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "content/days.h"

namespace admin {

using content::Day;
using content::Kind;
using content::Record;
using content::RecordId;
using content::ReviewState;

namespace {

constexpr std::size_t kTouchedKept = 100'000;  // a longer memory is dropped: a list then reads all again

}  // namespace

std::string_view word_of(Tab tab) {
  constexpr std::array<std::string_view, kTabs> kWords{"全部", "草稿", "一审", "二审", "三审", "已通过", "已到期", "已退回"};
  return kWords.at(static_cast<std::size_t>(tab));
}

Day city_day(std::int64_t now_ms) {
  constexpr std::chrono::hours kCityZone{8};  // China has one
  const auto moment = std::chrono::local_time<std::chrono::milliseconds>(std::chrono::milliseconds(now_ms)) + kCityZone;
  return content::day_of(std::chrono::floor<std::chrono::minutes>(moment));
}

std::optional<Day> last_day(const content::KindSpec& spec, const nlohmann::json& body) {
  std::optional<Day> earliest;
  for (const content::Field& field : spec.fields) {
    if (field.type != content::FieldType::Date) continue;
    if (field.key != "valid_until" && !field.key.ends_with(".until")) continue;
    const nlohmann::json* value = content::value_at(body, field.key);
    if (value == nullptr || !value->is_string()) continue;
    const auto day = content::day_from_iso(value->get_ref<const std::string&>());
    if (day && (!earliest || *day < *earliest)) earliest = day;
  }
  return earliest;
}

Tab tab_of(const Record& record, Day today) {
  switch (record.state) {
    case ReviewState::Draft: return Tab::Draft;
    case ReviewState::First: return Tab::First;
    case ReviewState::Second: return Tab::Second;
    case ReviewState::Third: return Tab::Third;
    case ReviewState::Returned: return Tab::Returned;
    case ReviewState::Approved: break;
  }
  const auto last = last_day(content::kind_spec(record.kind), record.body);
  return last && *last < today ? Tab::Expired : Tab::Approved;
}

int review_dots(ReviewState state) { return state == ReviewState::Approved ? 3 : content::round_of(state); }

Records::Records(Workspace& office) : office_(office) {
  content::Changes all = office_.store().changes_since(0);
  last_deed_ = all.last_deed;
  for (Record& record : all.records) take(std::move(record), true);
}

void Records::take(Record record, bool first_time) {
  const auto [place, fresh] = by_id_.try_emplace(record.id, nullptr);
  const bool edited = fresh || place->second->revision != record.revision;
  if (fresh) {
    records_.push_back(std::move(record));
    place->second = &records_.back();
    by_kind_[place->second->kind].push_back(place->second);
  } else {
    *place->second = std::move(record);
  }
  if (first_time) return;
  touched_.push_back({.version = version_, .record = place->second});
  if (edited && office_.signed_in() && place->second->changed_by != office_.person().name) foreign_.insert(place->second->id);
}

bool Records::refresh() {
  content::Changes changes = office_.store().changes_since(last_deed_);
  if (changes.last_deed == last_deed_) return false;
  last_deed_ = changes.last_deed;
  ++version_;
  if (touched_.size() + changes.records.size() > kTouchedKept) {
    touched_.clear();
    forgotten_ = version_;
  }
  for (Record& record : changes.records) take(std::move(record), false);
  return true;
}

KeyMaker& Records::key_maker() {
  if (!key_maker_) key_maker_ = std::make_unique<KeyMaker>();
  return *key_maker_;
}

const Record* Records::find(const RecordId& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

std::string Records::title(const RecordId& id) const {
  const Record* record = find(id);
  return record == nullptr ? std::string() : content::title_of(content::kind_spec(record->kind), record->body);
}

std::string Records::short_title(const RecordId& id) const {
  const Record* record = find(id);
  const nlohmann::json* name = record == nullptr ? nullptr : content::value_at(record->body, "short_name");
  return name != nullptr && name->is_string() ? name->get<std::string>() : title(id);
}

std::vector<const Record*> Records::of(Kind kind) const {
  const auto found = by_kind_.find(kind);
  if (found == by_kind_.end()) return {};
  std::vector<const Record*> records;
  records.reserve(found->second.size());
  for (const Record* record : found->second) {
    if (!record->trashed) records.push_back(record);
  }
  return records;
}

std::vector<const Record*> Records::trashed() const {
  std::vector<const Record*> records;
  for (const Record& record : records_) {
    if (record.trashed) records.push_back(&record);
  }
  std::ranges::stable_sort(records, [](const Record* a, const Record* b) { return a->changed_at > b->changed_at; });
  return records;
}

const TabCounts& Records::counts(Kind kind) const {
  const Day today = city_day(office_.now_ms());
  Counted& counted = counted_[kind];
  if (counted.version == version_ && counted.day == today) return counted.counts;
  counted = {.version = version_, .day = today, .counts = {}};
  TabCounts& counts = counted.counts;
  for (const Record* record : of(kind)) {
    ++counts.at(0);
    ++counts.at(static_cast<std::size_t>(tab_of(*record, today)));
  }
  return counts;
}

int Records::waiting(Kind kind, int round) const {
  return static_cast<int>(std::ranges::count_if(
      of(kind), [round](const Record* record) { return content::round_of(record->state) == round; }));
}

std::optional<std::vector<const Record*>> Records::touched_since(std::int64_t version) const {
  if (version < forgotten_) return std::nullopt;
  const auto first = std::ranges::upper_bound(touched_, version, {}, &Touched::version);
  std::vector<const Record*> records;
  for (auto touched = first; touched != touched_.end(); ++touched) records.push_back(touched->record);
  return records;
}

}  // namespace admin
