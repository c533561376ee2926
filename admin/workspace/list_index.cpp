#include "admin/workspace/list_index.h"

#include <algorithm>
#include <numeric>

#include "admin/workspace/cell_words.h"
#include "content/days.h"

namespace admin {

using content::Field;
using content::FieldType;
using content::NameKind;
using content::Record;
using content::RecordId;
using nlohmann::json;

namespace {

constexpr int kNameChars = 40;  // a text of at most so many code points is also found by its sound

std::int32_t class_of(ListIndex::Classes& classes, const std::string& value) {
  const auto [place, fresh] = classes.places.try_emplace(value, static_cast<std::int32_t>(classes.values.size()));
  if (fresh) classes.values.push_back(value);
  return place->second;
}

const std::string* text_of(const json* value) {
  return value != nullptr && value->is_string() ? value->get_ptr<const std::string*>() : nullptr;
}

}  // namespace

ListIndex::ListIndex(const content::KindSpec& spec, Records& records, content::Day today)
    : spec_(spec),
      records_(records),
      today_(today),
      columns_(possible_columns(spec)),
      key_maker_(records.key_maker()),
      sort_keys_(records, key_maker_.reader(), today) {
  for (const Field* field : filter_fields(spec)) classes_.push_back({.field = field, .values = {}, .of = {}, .places = {}});
  for (const Record* record : records.of(spec.kind)) {
    slots_.emplace(record->id, static_cast<Slot>(rows_.size()));
    rows_.push_back({.record = record, .there = true, .keys = {}});
    fill(static_cast<Slot>(rows_.size() - 1));
  }
  orders_.emplace(std::string(spec.title_key), prepared(column(spec.title_key)));
  for (const std::string& key : usual_columns(spec)) order(key);
}

const ListIndex::Classes* ListIndex::classes_of(std::string_view field) const {
  const auto found = std::ranges::find_if(classes_, [field](const Classes& one) { return one.field->key == field; });
  return found == classes_.end() ? nullptr : &*found;
}

const ListColumn& ListIndex::column(std::string_view key) const {
  const auto found = std::ranges::find(columns_, key, &ListColumn::key);
  return found == columns_.end() ? columns_.front() : *found;
}

std::optional<Slot> ListIndex::slot_of(const RecordId& id) const {
  const auto found = slots_.find(id);
  return found == slots_.end() ? std::nullopt : std::optional(found->second);
}

void ListIndex::classify(Slot slot) {
  const Record& record = *rows_[slot].record;
  for (Classes& classes : classes_) {
    classes.of.resize(rows_.size(), kNoClass);
    classes.of[slot] = kNoClass;
    const json* value = content::value_at(record.body, classes.field->key);
    if (value == nullptr) continue;
    if (const std::string* text = text_of(value)) classes.of[slot] = class_of(classes, *text);
    if (value->is_boolean()) classes.of[slot] = class_of(classes, value->get<bool>() ? "true" : "false");
  }
}

void ListIndex::make_keys(Row& row) {
  const Record& record = *row.record;
  const json* given = content::value_at(record.body, "pinyin");
  const std::string* given_pinyin = text_of(given);
  row.keys = {};
  for (const Field& field : spec_.fields) {
    const json* value = content::value_at(record.body, field.key);
    if (value == nullptr || field.type == FieldType::Media || field.type == FieldType::MediaList) continue;
    if (field.type == FieldType::Ref) {
      if (const std::string* id = text_of(value)) shown_titles_.try_emplace(RecordId{*id}, shown_title(RecordId{*id}));
    }
    const bool other = field.type == FieldType::Ref;   // by its whole title too
    const std::string words = other ? full_words(field, *value, records_) : cell_words(field, *value, records_);
    const bool title = field.key == spec_.title_key;
    const bool name = title || (field.type == FieldType::Text && field.max_chars <= kNameChars && !field.is_english()) ||
                      field.type == FieldType::Ref || field.type == FieldType::Enum;
    if (!name) {
      key_maker_.add_words(row.keys, words);
      continue;
    }
    const bool person = title && spec_.kind == content::Kind::Figure;
    key_maker_.add_name(row.keys, words, person ? NameKind::Person : NameKind::Other,
                        title && given_pinyin != nullptr ? *given_pinyin : std::string_view());
  }
}

void ListIndex::fill(Slot slot) {
  Row& row = rows_[slot];
  const Record& record = *row.record;
  row.there = !record.trashed;
  row.tab = tab_of(record, today_);
  const auto last = last_day(spec_, record.body);
  row.days_left = last ? content::days_between(today_, *last) : kEndless;
  const auto person = std::ranges::find(people_, record.changed_by);
  row.person = static_cast<std::int32_t>(person - people_.begin());
  if (person == people_.end()) people_.push_back(record.changed_by);
  make_keys(row);
  classify(slot);
}

// Equal values stand in the title's order, equal titles by age.
bool ListIndex::before(const Keyed& keyed, Slot a, Slot b) const {
  if (const int order = keyed.keys[a].compare(keyed.keys[b]); order != 0) return order < 0;
  const auto title = orders_.find(spec_.title_key);
  if (title != orders_.end() && &title->second != &keyed) {
    if (const int order = title->second.keys[a].compare(title->second.keys[b]); order != 0) return order < 0;
  }
  return rows_[a].record->id < rows_[b].record->id;
}

ListIndex::Keyed ListIndex::prepared(const ListColumn& column) {
  Keyed keyed;
  keyed.keys.reserve(rows_.size());
  for (const Row& row : rows_) keyed.keys.push_back(sort_keys_.of(column, *row.record));
  keyed.order.slots.resize(rows_.size());
  std::iota(keyed.order.slots.begin(), keyed.order.slots.end(), Slot{0});
  std::ranges::sort(keyed.order.slots, [&](Slot a, Slot b) {
    if (keyed.keys[a].empty() != keyed.keys[b].empty()) return keyed.keys[b].empty();
    return before(keyed, a, b);
  });
  keyed.order.filled = static_cast<std::size_t>(std::ranges::count_if(keyed.keys, [](const std::string& key) { return !key.empty(); }));
  return keyed;
}

const ListIndex::Order& ListIndex::order(std::string_view key) {
  const ListColumn& wanted = column(key);
  const auto found = orders_.find(wanted.key);
  if (found != orders_.end()) return found->second.order;
  return orders_.emplace(std::string(wanted.key), prepared(wanted)).first->second.order;
}

void ListIndex::move(Keyed& keyed, const ListColumn& column, Slot slot) {
  std::vector<Slot>& slots = keyed.order.slots;
  if (slot < keyed.keys.size()) {
    slots.erase(std::ranges::find(slots, slot));
    if (!keyed.keys[slot].empty()) --keyed.order.filled;
  } else {
    keyed.keys.resize(slot + 1);
  }
  keyed.keys[slot] = sort_keys_.of(column, *rows_[slot].record);
  const bool filled = !keyed.keys[slot].empty();
  const auto edge = slots.begin() + static_cast<std::ptrdiff_t>(keyed.order.filled);
  const auto place = std::lower_bound(filled ? slots.begin() : edge, filled ? edge : slots.end(), slot,
                                      [&](Slot a, Slot b) { return before(keyed, a, b); });
  slots.insert(place, slot);
  if (filled) ++keyed.order.filled;
}

void ListIndex::take(const Record& record) {
  const auto [place, fresh] = slots_.try_emplace(record.id, static_cast<Slot>(rows_.size()));
  if (fresh) rows_.push_back({.record = &record, .there = true, .keys = {}});
  fill(place->second);
  // The title's order first: it settles the others' ties.
  move(orders_.find(spec_.title_key)->second, column(spec_.title_key), place->second);
  for (auto& [key, keyed] : orders_) {
    if (key != spec_.title_key) move(keyed, column(key), place->second);
  }
}

std::string ListIndex::shown_title(const RecordId& id) const { return records_.title(id) + '\n' + records_.short_title(id); }

bool ListIndex::renames(const Record& record) const {
  const auto shown = shown_titles_.find(record.id);
  return shown != shown_titles_.end() && shown->second != shown_title(record.id);
}

}  // namespace admin
