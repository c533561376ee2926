#include "admin/workspace/list_columns.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "admin/workspace/cell_words.h"
#include "content/utf8.h"

namespace admin {

using content::Field;
using content::FieldType;
using content::KindSpec;
using content::NameKind;
using content::Record;
using nlohmann::json;

namespace {

constexpr std::size_t kTellingFields = 4;
constexpr int kShortWord = 12;           // code points: a word such as a category
constexpr std::size_t kSortedChars = 24;  // of words; what stands behind does not decide a place

bool fits_a_cell(const Field& field) {
  switch (field.type) {
    case FieldType::LongText: return field.max_chars > 0 && field.max_chars <= 200;
    case FieldType::Plane:
    case FieldType::Colour:
    case FieldType::Labels:
    case FieldType::Pinyin:
    case FieldType::Fraction:
    case FieldType::Degrees: return false;
    default: return true;
  }
}

bool is_number(FieldType type) {
  return type == FieldType::Number || type == FieldType::Money || type == FieldType::Year;
}

// How much a field tells about a record in a list; 0: it stays out until somebody chooses it.
int telling(const Field& field) {
  switch (field.type) {
    case FieldType::Enum:
    case FieldType::Ref:
    case FieldType::Offers:
    case FieldType::Year: return 4;
    case FieldType::Date: return field.required || field.key.ends_with(".until") ? 4 : 1;
    case FieldType::Money: return 3;
    case FieldType::Number: return field.required ? 3 : 1;
    case FieldType::YesNo: return 2;
    case FieldType::Text: return field.required ? 4 : field.max_chars <= 40 ? 2 : 1;
    case FieldType::TextList: return field.required ? 3 : 1;
    default: return 0;
  }
}

// Eight bytes whose order is the number's.
std::string ordered(double number) {
  auto bits = std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number);
  bits = (bits >> 63) != 0 ? ~bits : bits | (1ULL << 63);
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>((bits >> shift) & 0xFF));
  return bytes;
}

std::string place_of(const Field& field, const json& value) {
  const auto found = std::ranges::find_if(field.words, [&](const content::EnumWord& word) { return value == std::string(word.value); });
  return std::string(1, static_cast<char>('!' + (found - field.words.begin())));
}

std::string columns_key(const KindSpec& spec) { return "columns/" + std::string(spec.word); }

}  // namespace

std::vector<ListColumn> possible_columns(const KindSpec& spec) {
  std::vector<ListColumn> columns;
  const auto add = [&columns](const Field& field) {
    columns.push_back({.key = field.key, .zh = field.zh, .field = &field, .number = is_number(field.type)});
  };
  if (const Field* title = spec.find_field(spec.title_key)) add(*title);
  for (const Field& field : spec.fields) {
    if (field.key != spec.title_key && !field.is_english() && fits_a_cell(field)) add(field);
  }
  columns.push_back({.key = kStateColumn, .zh = "状态"});
  columns.push_back({.key = kChangedAtColumn, .zh = "更新"});
  columns.push_back({.key = kChangedByColumn, .zh = "修改人"});
  return columns;
}

std::vector<std::string> usual_columns(const KindSpec& spec) {
  std::vector<const Field*> fields;
  for (const Field& field : spec.fields) {
    const bool elsewhere = field.key == spec.title_key || &field == number_field(spec);  // beside the title
    const bool neighbour = field.type == FieldType::Ref && field.ref == spec.kind;       // 读完再看 says little about an article
    if (!elsewhere && !neighbour && !field.is_english() && telling(field) > 1) fields.push_back(&field);
  }
  std::vector<const Field*> best = fields;
  std::ranges::stable_sort(best, [](const Field* a, const Field* b) { return telling(*a) > telling(*b); });
  if (best.size() > kTellingFields) best.resize(kTellingFields);
  std::vector<std::string> keys{std::string(spec.title_key)};
  for (const Field* field : fields) {
    if (std::ranges::find(best, field) != best.end()) keys.emplace_back(field->key);
  }
  keys.emplace_back(kStateColumn);
  keys.emplace_back(kChangedAtColumn);
  return keys;
}

std::optional<std::vector<std::string>> chosen_columns(const Workspace& office, const KindSpec& spec) {
  if (!office.signed_in()) return std::nullopt;
  const auto kept = office.store().preference(columns_key(spec), office.person().name);
  if (!kept) return std::nullopt;
  const json keys = json::parse(*kept, nullptr, false);
  if (!keys.is_array()) return std::nullopt;
  const std::vector<ListColumn> possible = possible_columns(spec);
  std::vector<std::string> chosen;
  for (const json& key : keys) {
    const bool known = key.is_string() && std::ranges::any_of(possible, [&key](const ListColumn& column) { return column.key == key.get_ref<const std::string&>(); });
    if (known) chosen.push_back(key.get<std::string>());
  }
  return chosen;
}

void choose_columns(Workspace& office, const KindSpec& spec, const std::vector<std::string>& keys) {
  office.store().set_preference(columns_key(spec), json(keys).dump(), office.person().name);
}

const Field* number_field(const KindSpec& spec) {
  const auto found = std::ranges::find_if(spec.fields, [](const Field& field) {
    return field.type == FieldType::Text && (field.key == "number" || field.key.ends_with(".number"));
  });
  return found == spec.fields.end() ? nullptr : &*found;
}

std::vector<const Field*> filter_fields(const KindSpec& spec) {
  std::vector<const Field*> fields;
  for (const Field& field : spec.fields) {
    const bool word = field.type == FieldType::Text && field.required && field.max_chars > 0 && field.max_chars <= kShortWord;
    const bool choice = field.type == FieldType::Enum || field.type == FieldType::Ref || field.type == FieldType::YesNo;
    const bool of_its_own_kind = field.type == FieldType::Ref && field.ref == spec.kind;  // 读完再看 is no class of articles
    if ((word || choice) && !of_its_own_kind && !field.is_english() && field.key != spec.title_key) fields.push_back(&field);
  }
  return fields;
}

std::string SortKeys::by_sound(const std::string& words, NameKind kind, std::string_view given_pinyin) {
  if (words.empty()) return {};
  if (!given_pinyin.empty()) return reader_.sort_key(words, kind, given_pinyin);
  const auto [place, fresh] = sounds_.try_emplace(words);
  if (fresh) place->second = reader_.sort_key(content::first_chars(words, kSortedChars), kind);
  return place->second;
}

std::string SortKeys::of_field(const Field& field, const Record& record) {
  const json* value = content::value_at(record.body, field.key);
  if (value == nullptr || value->is_null()) return {};
  switch (field.type) {
    case FieldType::Number:
    case FieldType::Money:
    case FieldType::Year:
      return value->is_number() ? ordered(value->get<double>()) : std::string();
    case FieldType::Date: return value->is_string() ? value->get<std::string>() : std::string();
    case FieldType::YesNo: return *value == true ? "1" : "0";
    case FieldType::Enum: return place_of(field, *value);
    case FieldType::MediaList: return ordered(static_cast<double>(value->size()));
    default: return by_sound(cell_words(field, *value, records_), NameKind::Other);
  }
}

std::string SortKeys::of(const ListColumn& column, const Record& record) {
  if (column.key == kStateColumn && column.field == nullptr) {
    return std::string(1, static_cast<char>('0' + static_cast<int>(tab_of(record, today_))));
  }
  if (column.key == kChangedAtColumn && column.field == nullptr) return ordered(static_cast<double>(record.changed_at));
  if (column.field == nullptr) return by_sound(record.changed_by, NameKind::Person);
  const KindSpec& spec = content::kind_spec(record.kind);
  if (column.key != spec.title_key || column.field->type != FieldType::Text) return of_field(*column.field, record);
  const json* name = content::value_at(record.body, column.key);
  if (name == nullptr || !name->is_string()) return {};
  const json* given = content::value_at(record.body, "pinyin");
  return by_sound(name->get<std::string>(), record.kind == content::Kind::Figure ? NameKind::Person : NameKind::Other,
                  given != nullptr && given->is_string() ? given->get_ref<const std::string&>() : std::string_view());
}

}  // namespace admin
