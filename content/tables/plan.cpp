// plan_table(): what each row of a table would do.
#include <algorithm>
#include <unordered_map>

#include "content/tables/cell_text.h"
#include "content/tables/import.h"
#include "content/tables/office_surroundings.h"
#include "content/utf8.h"

namespace content::tables {
namespace {

using nlohmann::json;

constexpr std::size_t kShownChars = 40;        // of a faulty value, in a report's line
constexpr std::size_t kRowsPerQuestion = 64;   // between two looks at whether to stop

std::string shown(std::string_view cell) {
  const std::string text = one_line(cell);
  return count_chars(text) > kShownChars ? first_chars(text, kShownChars) + "…" : text;
}

// The column for a problem's key: "pledge.until" or "offers[1].pay_percent" belongs to the field offers.
const Field* field_for(const KindSpec& spec, std::string_view key) {
  if (const Field* field = spec.find_field(key)) return field;
  return spec.find_field(key.substr(0, key.find_first_of("[.")));
}

class Planner {
 public:
  Planner(const OfficeStore& office, const KindSpec& spec, Sheet sheet, const PlanOptions& options)
      : office_(office), spec_(spec), options_(options), surroundings_(office, options.folder, options.bring_media) {
    plan_.sheet = std::move(sheet);
  }

  ImportPlan run() {
    const Sheet& sheet = plan_.sheet;
    report().header_row = sheet.header_row;
    report().notes = sheet.notes;
    for (Record& record : office_.list(spec_.kind)) existing_.emplace(natural_key(spec_, record.body), std::move(record));
    expect_titles();
    plan_.rows.reserve(sheet.rows.size());
    for (const GridRow& row : sheet.rows) {
      const std::size_t done = plan_.rows.size();
      if (done % kRowsPerQuestion == 0 && options_.go_on && !options_.go_on(done, sheet.rows.size())) throw Stopped();
      plan_.rows.push_back(plan(row));
      count(plan_.rows.back().fate);
    }
    std::ranges::stable_sort(report().notes, {}, &SheetNote::row);
    plan_.awaited = surroundings_.awaited();
    return std::move(plan_);
  }

 private:
  ImportReport& report() { return plan_.report; }

  void count(RowFate fate) {
    switch (fate) {
      case RowFate::New: ++report().created; return;
      case RowFate::Changed: ++report().changed; return;
      case RowFate::Same: ++report().same; return;
      case RowFate::Repeated: ++report().repeated; return;
      case RowFate::Bad: ++report().bad; return;
    }
  }

  std::string title(const GridRow& row) const {
    const Column* column = column_of(spec_.find_field(spec_.title_key));
    return column == nullptr ? std::string() : unguarded(one_line(row.cell(column->index)));
  }

  void expect_titles() {
    for (const GridRow& row : plan_.sheet.rows) {
      const std::string name = title(row);
      if (!says_nothing(name)) surroundings_.expect(spec_.kind, name);
    }
  }

  void fault(const GridRow& row, const Column* column, const Field* field, std::string value, const CellFault& why) {
    std::string name = column != nullptr ? column->header : "";
    if (name.empty() && field != nullptr) name = program_language() == Language::Chinese ? field->zh : field->en;
    const auto place = column == nullptr ? std::nullopt : std::optional(column->index);
    report().faults.push_back({row.number, std::move(name), std::move(value), why.reason, why.advice, place, field});
  }

  const Column* column_of(const Field* field) const {
    const auto found = std::ranges::find(plan_.sheet.columns, field, &Column::field);
    return found == plan_.sheet.columns.end() ? nullptr : &*found;
  }

  // False when the cell's text must not be taken.
  bool sound(const GridRow& row, const Column& column) {
    const auto trouble = std::ranges::find(row.troubles, column.index, &CellTrouble::column);
    if (trouble == row.troubles.end()) return true;
    fault(row, &column, column.field, shown(row.cell(column.index)), {trouble->reason, trouble->advice});
    return false;
  }

  // The row's values over `body`; false when a cell is at fault.
  bool fill(const GridRow& row, json& body) {
    const std::size_t faults_before = report().faults.size();
    for (const Column& column : plan_.sheet.columns) {
      if (!sound(row, column)) continue;
      CellValue cell = read_cell(*column.field, row.cell(column.index), surroundings_);
      if (cell.fault) fault(row, &column, column.field, shown(row.cell(column.index)), *cell.fault);
      if (cell.note) report().notes.push_back({row.number, {column.header + "：" + cell.note->zh, column.header + ": " + cell.note->en}});
      if (!cell.fault) set_value(body, column.field->key, std::move(cell.value));
    }
    return report().faults.size() == faults_before;
  }

  bool valid(const GridRow& row, const json& body) {
    const std::vector<Problem> problems = validate(spec_, body);
    for (const Problem& problem : problems) {
      const Field* field = field_for(spec_, problem.key);
      const Column* column = column_of(field);
      fault(row, column, field, column != nullptr ? shown(row.cell(column->index)) : problem.value, {problem.reason, problem.advice});
    }
    return problems.empty();
  }

  PlannedRow plan(const GridRow& row) {
    PlannedRow planned{.row = row.number, .fate = RowFate::Bad, .title = title(row), .id = {}, .seen_revision = 0, .body = {}};
    json own = json::object();
    if (!fill(row, own)) return planned;
    const std::string key = natural_key(spec_, own);
    const auto known = existing_.find(key);
    json body = known == existing_.end() ? own : over(known->second.body, own);
    if (!valid(row, body)) return planned;
    if (said_before(row, key, body, planned)) return planned;
    if (known != existing_.end()) {
      planned.id = known->second.id;
      planned.seen_revision = known->second.revision;
      planned.fate = known->second.body == body ? RowFate::Same : RowFate::Changed;
      if (planned.fate == RowFate::Changed) planned.changed = differences(known->second.body, body);
    } else {
      planned.fate = RowFate::New;
    }
    if (planned.fate != RowFate::Same) planned.body = std::move(body);
    return planned;
  }

  std::vector<const Field*> differences(const json& before, const json& after) const {
    std::vector<const Field*> fields;
    for (const Column& column : plan_.sheet.columns) {
      const json* old_value = value_at(before, column.field->key);
      const json* new_value = value_at(after, column.field->key);
      const bool same = old_value == nullptr || new_value == nullptr ? old_value == new_value : *old_value == *new_value;
      if (!same) fields.push_back(column.field);
    }
    return fields;
  }

  // The record with the sheet's columns as the row has them; the rest stays.
  json over(json body, const json& own) const {
    for (const Column& column : plan_.sheet.columns) {
      const json* value = value_at(own, column.field->key);
      set_value(body, column.field->key, value == nullptr ? json() : *value);
    }
    return body;
  }

  bool said_before(const GridRow& row, const std::string& key, const json& body, PlannedRow& planned) {
    const auto [first, fresh] = said_.try_emplace(key, row.number, body);
    if (fresh) return false;
    planned.first_row = first->second.first;
    const std::string earlier = std::to_string(planned.first_row);
    if (first->second.second == body) {
      planned.fate = RowFate::Repeated;
      report().notes.push_back({row.number, {"与第 " + earlier + " 行重复，只取一次", "repeats row " + earlier + " and was taken once"}});
      return true;
    }
    const Column* column = column_of(spec_.find_field(spec_.title_key));
    fault(row, column, nullptr, title_of(spec_, body),
          {{"与第 " + earlier + " 行是同一条，但内容不同", "is the same record as row " + earlier + ", but says something else"},
           {"请只留正确的一行", "keep the row that is right"}});
    return true;
  }

  const OfficeStore& office_;
  const KindSpec& spec_;
  const PlanOptions& options_;
  OfficeSurroundings surroundings_;
  ImportPlan plan_;
  std::unordered_map<std::string, Record> existing_;            // by natural key
  std::unordered_map<std::string, std::pair<int, json>> said_;  // natural key to row and body
};

template <typename Entry>
std::span<const Entry> of_row(const std::vector<Entry>& entries, int row) {
  const auto range = std::ranges::equal_range(entries, row, {}, &Entry::row);
  return {range.begin(), range.end()};
}

}  // namespace

std::span<const RowFault> ImportPlan::faults_of(int row) const { return of_row(report.faults, row); }
std::span<const SheetNote> ImportPlan::notes_of(int row) const { return of_row(report.notes, row); }

ImportPlan plan_table(const OfficeStore& office, const KindSpec& spec, Sheet sheet, const PlanOptions& options) {
  return Planner(office, spec, std::move(sheet), options).run();
}

}  // namespace content::tables
