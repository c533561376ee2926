// A record as the office keeps it: a JSON body in the shape that kinds.h describes, with its revision and review state.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "content/ids.h"
#include "content/kinds.h"
#include "content/language.h"
#include "content/model.h"

namespace content {

// Where a body stands on its way to the screens. First, Second and Third wait for 初审, 复审 and 终审.
enum class ReviewState { Draft, First, Second, Third, Approved, Returned };

struct Record {
  RecordId id;
  Kind kind = Kind::City;
  std::int64_t revision = 0;  // 1 for a new record, one more with each edit
  ReviewState state = ReviewState::Draft;
  nlohmann::json body;          // an object; see kinds.h
  std::string hash;             // content_hash(kind, body)
  std::int64_t changed_at = 0;  // milliseconds since 1970 UTC
  std::string changed_by;       // a person's name
  std::string approved_hash;    // of the body that all three reviews approved last; empty = never
  std::string reason;           // Returned: why
  bool trashed = false;
};

enum class Fault { Missing, WrongType, UnknownField, TooLong, OutOfRange, UnknownWord, WrongOrder, Conflict };

// One thing that is wrong with a body.
struct Problem {
  Fault fault = Fault::Missing;
  std::string key;    // "pledge.until", "offers[1].pay_percent" (counted from 0)
  Text field;         // the field's label
  std::string value;  // what is there, shortened; may be empty
  Text reason;        // what is wrong with it
  Text advice;        // what to do

  // "优惠“打折”：付款比例应为 1–99；请写成 85（八五折）。"
  Text sentence() const;
};

// Sorted keys, no blanks, UTF-8. Throws Error on text that is not UTF-8.
std::string canonical_json(const nlohmann::json& body);

// SHA-256 of the kind's word, a line feed and the canonical body: what an approval names.
std::string content_hash(Kind kind, const nlohmann::json& body);

// The value at a field's key ("pledge.number", "english.pledge.words"); null when any part is absent.
const nlohmann::json* value_at(const nlohmann::json& body, std::string_view key);

// Sets the value at a field's key, making the objects on the way; a null, "" or [] removes it and objects left empty.
void set_value(nlohmann::json& body, std::string_view key, nlohmann::json value);

// The record's name for people; "（未命名）" when it has none yet.
std::string title_of(const KindSpec& spec, const nlohmann::json& body);

// One text of the key fields, widths and blanks folded: equal for two bodies that mean the same record.
std::string natural_key(const KindSpec& spec, const nlohmann::json& body);

// Everything that must be right before a body can be approved, in the order of the fields. Looks at the body alone:
// whether references and pictures exist is the store's to know.
std::vector<Problem> validate(const KindSpec& spec, const nlohmann::json& body);

// Only what a draft may not have either: a wrong type or a field that the kind does not know.
std::vector<Problem> validate_draft(const KindSpec& spec, const nlohmann::json& body);

}  // namespace content
