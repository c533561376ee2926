#include "content/tables/export.h"

#include <vector>

#include "content/tables/cells.h"
#include "content/tables/csv.h"
#include "content/tables/office_surroundings.h"

namespace content::tables {

std::string export_table(const OfficeStore& office, const KindSpec& spec, Language headers) {
  const OfficeNames names(office);
  std::vector<std::string> cells;
  for (const Field& field : spec.fields) cells.emplace_back(headers == Language::Chinese ? field.zh : field.en);
  std::string table = "\xEF\xBB\xBF" + csv_line(cells);
  for (const Record& record : office.list(spec.kind)) {
    cells.clear();
    for (const Field& field : spec.fields) {
      const nlohmann::json* value = value_at(record.body, field.key);
      cells.push_back(value == nullptr ? std::string() : write_cell(field, *value, names));
    }
    table += csv_line(cells);
  }
  return table;
}

}  // namespace content::tables
