// What each kind of record consists of, described once. The importer, the exporter, the checks and the office's forms
// read these descriptions. Adding a kind: a struct and a reader, one file in content/kinds/, one line in kinds.cpp.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "content/model.h"
#include "content/words.h"

namespace content {

// How a field's value looks in a body (and in a table's cell).
enum class FieldType {
  Text,       // "…", one line
  LongText,   // "…", may have line breaks
  TextList,   // ["…", …]
  Number,     // 12, whole unless the field says otherwise by a fractional limit
  Year,       // 2024
  Money,      // 3980, whole fen; cells hold yuan
  Date,       // "2026-07-30"
  YesNo,      // true
  Enum,       // "policy": an EnumWord's value
  EnumList,   // ["serving", …]
  Ref,        // "uuid" of a record of `ref`
  Media,      // "uuid" of a picture
  MediaList,  // ["uuid", …], at least `min` of them
  Hours,      // Hours as an object
  Offers,     // [Offer, …]
  Honours,    // [{"year": 2005, "text": "…"}, …]
  Outlets,    // [{"icon": "shop", "text": "…", "merchant": "uuid"}, …]
  Labels,     // [{"text": "…", "x": 0.1, "y": 0.2, "role": "street", "angle_deg": -15}, …]
  Plane,      // [x0, y0, x1, y1], fractions
  Colour,     // "#8E1719"
  Months,     // [5, 6, 7]
  Fraction,   // 0.25, 0 to 1
  Degrees,    // 108.94, within `min` and `max`
  Phone,      // "0772 2810088", digits, spaces, + - ( ) and 转
  Url,        // "https://…"
  Hosts,      // ["shop.example.cn", …], lower case
  Pinyin,     // "shàn xióng" or "shan xiong"
  Icon,       // a name in assets/icons/icons.json
};

// The body keeps English texts in one flat object: "english.pledge.words" is body["english"]["pledge.words"].
inline constexpr std::string_view kEnglishPrefix = "english.";

struct Field {
  std::string_view key;  // path in the body: "name", "pledge.number"
  std::string_view zh;   // label and table header
  std::string_view en;
  std::array<std::string_view, 12> aliases{};  // other headers that offices use; the unused ones are empty
  FieldType type = FieldType::Text;
  bool required = false;
  int max_chars = 0;  // Text and kin: code points, per item of a list; 0 = no limit
  double min = 0;     // Number, Year, Money, Degrees: inclusive; both 0 = no limit. MediaList: least items
  double max = 0;
  int count = 0;                      // lists: most items; 0 = no limit
  std::span<const EnumWord> words{};  // Enum, EnumList; Text: the words to choose from are advice, others are allowed
  std::optional<Kind> ref{};          // Ref
  bool translatable = false;          // words that visitors read: kinds/english.h adds a field for their English
  std::string_view help_zh{};
  std::string_view help_en{};

  // True when a table's header names this field: label, English label, key or alias; letter case does not count.
  bool answers_to(std::string_view header) const;
  bool is_english() const { return key.starts_with(kEnglishPrefix); }
};

struct KindSpec {
  Kind kind = Kind::City;
  std::string_view word;       // "merchant": in bodies, files and on the command line
  std::string_view zh;         // 商户
  std::string_view en;         // Merchant
  std::string_view title_key;  // the field that names a record
  // Two records with the same values here are the same record: a repeated import changes it. None: there is only one.
  std::array<std::string_view, 3> key_fields{};
  std::span<const Field> fields;

  const Field* find_field(std::string_view key) const;      // by key; null when there is none
  const Field* find_header(std::string_view header) const;  // by answers_to(); null when there is none
};

const KindSpec& kind_spec(Kind kind);

// In the order in which records of one kind may refer to those before it (figure before product, street before
// merchant).
std::span<const std::reference_wrapper<const KindSpec>> all_kinds();

// By word, Chinese or English name; letter case does not count. Null when there is none.
const KindSpec* find_kind(std::string_view word);

}  // namespace content
