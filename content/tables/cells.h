// One cell of a table to the value of a field in a body, and back. kinds.h says which types there are.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "content/ids.h"
#include "content/kinds.h"
#include "content/language.h"

namespace content::tables {

// Why a cell cannot be used, and what its author should do.
struct CellFault {
  Text reason;
  Text advice;
};

// What a cell may name outside itself. Each answers a fault when there is no such thing.
class Surroundings {
 public:
  virtual ~Surroundings() = default;
  // By exact title; the answer may be a record that the same import makes: then its id is only a stand-in.
  virtual std::variant<RecordId, CellFault> record(Kind kind, const std::string& title) = 0;
  // By path below the media folder, '/' between.
  virtual std::variant<MediaId, CellFault> media(const std::string& source) = 0;
  // The text of a file beside the table, line breaks as "\n".
  virtual std::variant<std::string, CellFault> text_file(const std::string& relative_path) = 0;
};

struct CellValue {
  nlohmann::json value;            // null: the cell says nothing
  std::optional<CellFault> fault;  // then value is null
  std::optional<Text> note;        // accepted, but a person should look: hours or an offer kept as text
};

CellValue read_cell(const Field& field, std::string_view cell, Surroundings& surroundings);

// Names for ids, when writing. Empty when the id is unknown.
class Names {
 public:
  virtual ~Names() = default;
  virtual std::string title(const RecordId& id) const = 0;
  virtual std::string source(const MediaId& id) const = 0;
};

// read_cell(write_cell(value)) is the value again. `value` must have the field's shape (validate_draft).
std::string write_cell(const Field& field, const nlohmann::json& value, const Names& names);

}  // namespace content::tables
