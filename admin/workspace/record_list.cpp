#include "admin/workspace/record_list.h"

#include <algorithm>

#include "admin/workspace/cell_words.h"
#include "admin/workspace/list_sieve.h"

namespace admin {

using content::Field;
using content::FieldType;
using content::Record;
using content::RecordId;

namespace {

constexpr std::size_t kMostChoices = 200;

// A filter's value as a body holds it.
nlohmann::json as_stored(const Field& field, const std::string& value) {
  return field.type == FieldType::YesNo ? nlohmann::json(value == "true") : nlohmann::json(value);
}

}  // namespace

RecordList::RecordList(const content::KindSpec& spec, Workspace& office, Records& records)
    : spec_(spec), office_(office), records_(records), column_keys_(chosen_columns(office, spec).value_or(usual_columns(spec))) {
  read_again();
  follow();
}

void RecordList::read_again() {
  today_ = city_day(office_.now_ms());
  index_ = std::make_unique<ListIndex>(spec_, records_, today_);
  version_ = records_.version();
  show_columns(column_keys_);
  stale_ = true;
}

bool RecordList::follow() {
  if (city_day(office_.now_ms()) != today_) read_again();
  if (version_ != records_.version()) {
    const auto touched = records_.touched_since(version_);
    const bool renamed = touched && std::ranges::any_of(*touched, [this](const Record* record) { return index_->renames(*record); });
    if (!touched || renamed) {
      read_again();
    } else {
      for (const Record* record : *touched) {
        if (record->kind != spec_.kind) continue;
        index_->take(*record);
        stale_ = true;
      }
    }
    version_ = records_.version();
  }
  if (!stale_) return false;
  sift();
  return true;
}

void RecordList::sift() {
  if (stale_) choices_.clear();
  stale_ = false;
  const bool newest_first = order_.column.empty();
  Sifted sifted = admin::sift(*index_, index_->order(newest_first ? kChangedAtColumn : std::string_view(order_.column)),
                              newest_first || order_.descending, filter_);
  hits_ = std::move(sifted.hits);
  tab_counts_ = sifted.tabs;
  total_ = sifted.total;
  loosenings_ = std::move(sifted.loosenings);
  if (!hits_.empty()) loosenings_.clear();
  std::erase_if(loosenings_, [](const Loosening& one) { return one.finds == 0; });
  std::ranges::stable_sort(loosenings_, {}, &Loosening::finds);
  page_ = std::min(page_, pages() - 1);
  if (!selection_.empty()) {
    std::set<RecordId> seen;
    for (const Slot slot : hits_) {
      const RecordId& id = index_->rows()[slot].record->id;
      if (selection_.contains(id)) seen.insert(id);
    }
    selection_ = std::move(seen);
  }
  if (current_ && !place_of(*current_)) current_.reset();
}

void RecordList::set_filter(ListFilter filter) {
  if (filter == filter_) return;
  filter_ = std::move(filter);
  page_ = 0;
  sift();
}

void RecordList::loosen(const Loosening& loosening) {
  ListFilter filter = filter_;
  switch (loosening.what) {
    case Loosening::What::Tab: filter.tab = Tab::All; break;
    case Loosening::What::Words: filter.words.clear(); break;
    case Loosening::What::Field: filter.fields.erase(loosening.field); break;
    case Loosening::What::Validity: filter.validity = Validity::Any; break;
    case Loosening::What::Person: filter.person.clear(); break;
  }
  set_filter(std::move(filter));
}

void RecordList::set_order(ListOrder order) {
  if (order == order_) return;
  order_ = std::move(order);
  sift();
  keep_in_sight();
}

void RecordList::turn_order(std::string_view column) {
  const bool again = order_.column == column;
  set_order({.column = std::string(column), .descending = again && !order_.descending});
}

void RecordList::show_columns(const std::vector<std::string>& keys) {
  column_keys_ = keys;
  columns_.clear();
  for (const ListColumn& column : index_->columns()) {
    const bool wanted = column.key == spec_.title_key || std::ranges::find(keys, column.key) != keys.end();
    if (wanted) columns_.push_back(column);
    if (wanted) index_->order(column.key);
  }
}

void RecordList::turn_column(std::string_view key) {
  std::vector<std::string> keys;
  for (const ListColumn& column : columns_) {
    if (column.key != key) keys.emplace_back(column.key);
  }
  if (keys.size() == columns_.size()) keys.emplace_back(key);
  show_columns(keys);
  choose_columns(office_, spec_, keys);
}

std::vector<const Field*> RecordList::filters() const {
  std::vector<const Field*> fields;
  for (const ListIndex::Classes& classes : index_->classes()) {
    if (classes.values.size() > 1 && classes.values.size() <= kMostChoices) fields.push_back(classes.field);
  }
  return fields;
}

const std::vector<RecordList::Choice>& RecordList::choices(std::string_view field) {
  const auto known = choices_.find(field);
  if (known != choices_.end()) return known->second;
  const ListIndex::Classes* classes = index_->classes_of(field);
  return choices_.emplace(std::string(field), classes == nullptr ? std::vector<Choice>() : make_choices(*classes)).first->second;
}

std::vector<RecordList::Choice> RecordList::make_choices(const ListIndex::Classes& classes) {
  const Field& field = *classes.field;
  std::vector<std::pair<std::string, Choice>> keyed;
  for (const std::string& value : classes.values) {
    const std::string words = cell_words(field, as_stored(field, value), records_);
    std::string place = records_.key_maker().reader().sort_key(words, content::NameKind::Other);
    if (field.type == FieldType::Enum) {
      const auto word = std::ranges::find(field.words, value, &content::EnumWord::value);
      place = static_cast<char>('!' + (word - field.words.begin()));
    }
    keyed.emplace_back(std::move(place), Choice{.value = value, .words = words});
  }
  std::ranges::sort(keyed, {}, &std::pair<std::string, Choice>::first);
  std::vector<Choice> choices;
  for (auto& [place, choice] : keyed) choices.push_back(std::move(choice));
  return choices;
}

std::vector<std::string> RecordList::people() const { return index_->people(); }

std::optional<std::size_t> RecordList::place_of(const RecordId& id) const {
  const auto slot = index_->slot_of(id);
  if (!slot) return std::nullopt;
  const auto found = std::ranges::find(hits_, *slot);
  return found == hits_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - hits_.begin()));
}

std::string RecordList::words_of(const Loosening& loosening) const {
  switch (loosening.what) {
    case Loosening::What::Tab: return "状态“" + std::string(word_of(filter_.tab)) + "”";
    case Loosening::What::Words: return "搜索“" + filter_.words + "”";
    case Loosening::What::Person: return "修改人“" + filter_.person + "”";
    case Loosening::What::Validity:
      return filter_.validity == Validity::Over ? "已过期" : filter_.validity == Validity::Within30 ? "30 天内到期" : "90 天内到期";
    case Loosening::What::Field: break;
  }
  const Field* field = spec_.find_field(loosening.field);
  const auto value = filter_.fields.find(loosening.field);
  if (field == nullptr || value == filter_.fields.end()) return {};
  return std::string(field->zh) + "“" + cell_words(*field, as_stored(*field, value->second), records_) + "”";
}

std::string RecordList::cell(const Record& record, const ListColumn& column) const {
  if (column.field == nullptr) {
    if (column.key == kStateColumn) return std::string(admin::word_of(tab_of(record, today_)));
    if (column.key == kChangedAtColumn) return moment_words(record.changed_at, office_.now_ms());
    return record.changed_by;
  }
  if (column.key == spec_.title_key) return content::title_of(spec_, record.body);
  const nlohmann::json* value = content::value_at(record.body, column.key);
  return value == nullptr ? std::string() : cell_words(*column.field, *value, records_);
}

bool RecordList::over(const Record& record) const {
  const auto last = last_day(spec_, record.body);
  return last && *last < today_;
}

void RecordList::set_page_rows(std::size_t rows) {
  if (rows == 0 || rows == page_rows_) return;
  const std::size_t first = page_begin();
  page_rows_ = rows;
  page_ = std::min(first / page_rows_, pages() - 1);
  keep_in_sight();
}

void RecordList::go_to_page(std::size_t page) { page_ = std::min(page, pages() - 1); }

void RecordList::keep_in_sight() {
  if (!current_) return;
  if (const auto place = place_of(*current_)) page_ = *place / page_rows_;
}

void RecordList::set_current(std::optional<RecordId> id) {
  current_ = std::move(id);
  keep_in_sight();
}

void RecordList::step(int rows) {
  if (hits_.empty()) return;
  const auto place = current_ ? place_of(*current_) : std::nullopt;
  const auto last = static_cast<std::ptrdiff_t>(hits_.size()) - 1;
  const std::ptrdiff_t next = place ? static_cast<std::ptrdiff_t>(*place) + rows : static_cast<std::ptrdiff_t>(page_begin());
  set_current(at(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 0, last))).id);
}

void RecordList::select(const RecordId& id, bool on) {
  if (!on) {
    selection_.erase(id);
  } else if (place_of(id)) {
    selection_.insert(id);
  }
}

void RecordList::select_page(bool on) {
  for (std::size_t place = page_begin(); place < page_end(); ++place) {
    if (on) selection_.insert(at(place).id);
    if (!on) selection_.erase(at(place).id);
  }
}

void RecordList::select_all() {
  for (const Slot slot : hits_) selection_.insert(index_->rows()[slot].record->id);
}

}  // namespace admin
