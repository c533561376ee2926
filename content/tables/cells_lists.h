// Cells that hold several things: one a line, or several numbers. Parts of read_cell().
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "content/tables/cells.h"

namespace content::tables {

inline CellValue refused(Text reason, Text advice) {
  return {nullptr, CellFault{std::move(reason), std::move(advice)}, {}};
}
inline CellValue accepted(nlohmann::json value) { return {std::move(value), {}, {}}; }

// The id that the surroundings found, or their fault.
template <typename Found>
CellValue from_found(const Found& found) {
  if (const auto* fault = std::get_if<CellFault>(&found)) return {nullptr, *fault, {}};
  return accepted(std::get<0>(found).text);
}

// Each takes a trimmed cell that says something.
CellValue read_honours_cell(const std::string& cell);
CellValue read_outlets_cell(const std::string& cell, Surroundings& surroundings);
CellValue read_labels_cell(const std::string& cell);
CellValue read_plane(const std::string& cell);
CellValue read_months(const std::string& cell);

}  // namespace content::tables
