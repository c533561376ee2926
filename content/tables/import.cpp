#include "content/tables/import.h"

#include <algorithm>
#include <unordered_map>

#include "content/durable_file.h"
#include "content/error.h"
#include "content/tables/cell_text.h"
#include "content/tables/office_surroundings.h"
#include "content/utf8.h"

namespace content::tables {
namespace {

using nlohmann::json;

constexpr std::size_t kShownChars = 40;             // of a faulty value, in a report's line
constexpr std::size_t kLargestTable = 256U << 20U;  // bytes; 100,000 full rows are some 50 MB
constexpr std::string_view kReplacement = "\uFFFD";

std::string shown(std::string_view cell) {
  const std::string text = one_line(cell);
  return count_chars(text) > kShownChars ? first_chars(text, kShownChars) + "…" : text;
}

std::string read_file(const std::filesystem::path& path) {
  std::error_code code;
  if (std::filesystem::is_directory(path, code)) {
    throw Error(path.string() + " 是文件夹，请给出一个 CSV 文件。", path.string() + " is a folder; name a CSV file.");
  }
  return read_text(path, kLargestTable);
}

// The column for a problem's key: "pledge.until" or "offers[1].pay_percent" belongs to the field offers.
const Field* field_for(const KindSpec& spec, std::string_view key) {
  if (const Field* field = spec.find_field(key)) return field;
  return spec.find_field(key.substr(0, key.find_first_of("[.")));
}

struct PlannedRow {
  int row = 0;
  std::optional<RecordId> id;  // absent: a new record
  std::int64_t seen_revision = 0;
  json body;
};

class Importer {
 public:
  Importer(OfficeStore& office, const KindSpec& spec, const ImportOptions& options)
      : office_(office),
        spec_(spec),
        options_(options),
        surroundings_(office, options.file.parent_path(), options.bring_media) {}

  ImportReport run() {
    sheet_ = read_sheet(spec_, read_file(options_.file), options_.file.filename().string());
    report_.encoding = sheet_.encoding;
    report_.header_row = sheet_.header_row;
    report_.notes = sheet_.notes;
    for (Record& record : office_.list(spec_.kind))
      existing_.emplace(natural_key(spec_, record.body), std::move(record));
    expect_titles();
    for (const SheetRow& row : sheet_.rows) plan(row);
    std::stable_sort(report_.notes.begin(), report_.notes.end(),
                     [](const SheetNote& a, const SheetNote& b) { return a.row < b.row; });
    const bool may_write = !options_.dry_run && (report_.bad == 0 || options_.skip_bad);
    if (may_write) write();
    return std::move(report_);
  }

 private:
  void expect_titles() {
    for (const SheetRow& row : sheet_.rows) {
      for (const Column& column : sheet_.columns) {
        if (column.field->key != spec_.title_key) continue;
        const std::string title = unguarded(one_line(row.cell(column)));
        if (!says_nothing(title)) surroundings_.expect(spec_.kind, title);
      }
    }
  }

  void fault(const SheetRow& row, const Column* column, const Field* field, std::string value, const CellFault& why) {
    std::string name = column != nullptr ? column->header : "";
    if (name.empty() && field != nullptr) name = program_language() == Language::Chinese ? field->zh : field->en;
    report_.faults.push_back({row.number, std::move(name), std::move(value), why.reason, why.advice});
  }

  const Column* column_of(const Field* field) const {
    const auto found =
        std::find_if(sheet_.columns.begin(), sheet_.columns.end(), [&](const Column& c) { return c.field == field; });
    return found == sheet_.columns.end() ? nullptr : &*found;
  }

  bool decodable(const SheetRow& row, const Column& column) {
    if (row.bad_bytes.empty() || row.cell(column).find(kReplacement) == std::string_view::npos) return true;
    fault(row, &column, column.field, shown(row.cell(column)),
          {{"有无法辨认的字节 " + row.bad_bytes, "holds bytes that mean nothing in this encoding: " + row.bad_bytes},
           {"请在原表里重打这一格，再另存为 CSV UTF-8",
            "type the cell again in the original sheet and save it as CSV UTF-8"}});
    return false;
  }

  // The row's values over `body`; false when a cell is at fault.
  bool fill(const SheetRow& row, json& body) {
    const std::size_t faults_before = report_.faults.size();
    for (const Column& column : sheet_.columns) {
      if (!decodable(row, column)) continue;
      CellValue cell = read_cell(*column.field, row.cell(column), surroundings_);
      if (cell.fault) fault(row, &column, column.field, shown(row.cell(column)), *cell.fault);
      if (cell.note) {
        report_.notes.push_back(
            {row.number, {column.header + "：" + cell.note->zh, column.header + ": " + cell.note->en}});
      }
      if (!cell.fault) set_value(body, column.field->key, std::move(cell.value));
    }
    return report_.faults.size() == faults_before;
  }

  bool valid(const SheetRow& row, const json& body) {
    const std::vector<Problem> problems = validate(spec_, body);
    for (const Problem& problem : problems) {
      const Field* field = field_for(spec_, problem.key);
      const Column* column = column_of(field);
      fault(row, column, field, column != nullptr ? shown(row.cell(*column)) : problem.value,
            {problem.reason, problem.advice});
    }
    return problems.empty();
  }

  void plan(const SheetRow& row) {
    json own = json::object();
    if (!fill(row, own)) {
      ++report_.bad;
      return;
    }
    const std::string key = natural_key(spec_, own);
    const auto known = existing_.find(key);
    json body = known == existing_.end() ? own : over(known->second.body, own);
    if (!valid(row, body)) {
      ++report_.bad;
      return;
    }
    if (said_before(row, key, body)) return;
    if (known == existing_.end()) {
      ++report_.created;
      plan_.push_back({row.number, {}, 0, std::move(body)});
    } else if (known->second.body == body) {
      ++report_.same;
    } else {
      ++report_.changed;
      plan_.push_back({row.number, known->second.id, known->second.revision, std::move(body)});
    }
  }

  // The record with the sheet's columns as the row has them; the rest stays.
  json over(json body, const json& own) const {
    for (const Column& column : sheet_.columns) {
      const json* value = value_at(own, column.field->key);
      set_value(body, column.field->key, value == nullptr ? json() : *value);
    }
    return body;
  }

  bool said_before(const SheetRow& row, const std::string& key, const json& body) {
    const auto [first, fresh] = said_.try_emplace(key, row.number, body);
    if (fresh) return false;
    const std::string earlier = std::to_string(first->second.first);
    if (first->second.second == body) {
      ++report_.repeated;
      report_.notes.push_back(
          {row.number, {"与第 " + earlier + " 行重复，只取一次", "repeats row " + earlier + " and was taken once"}});
      return true;
    }
    ++report_.bad;
    const Column* title = column_of(spec_.find_field(spec_.title_key));
    fault(row, title, nullptr, title_of(spec_, body),
          {{"与第 " + earlier + " 行是同一条，但内容不同",
            "is the same record as row " + earlier + ", but says something else"},
           {"请只留正确的一行", "keep the row that is right"}});
    return true;
  }

  // A reference to a record of this table that is not written yet is left out for now; true when there was one.
  bool settle_references(json& body) const {
    bool left_out = false;
    for (const Field& field : spec_.fields) {
      if (field.type != FieldType::Ref || field.ref != spec_.kind) continue;
      const json* value = value_at(body, field.key);
      const auto title = value == nullptr ? std::nullopt : surroundings_.awaited_title(value->get<std::string>());
      if (!title) continue;
      const auto written = written_.find(*title);
      left_out = left_out || written == written_.end();
      set_value(body, field.key, written == written_.end() ? json() : json(written->second.text));
    }
    return left_out;
  }

  void write() {
    OfficeStore::Batch batch(office_);
    std::vector<std::pair<const PlannedRow*, Record>> waiting;
    for (const PlannedRow& planned : plan_) {
      json body = planned.body;
      const bool left_out = settle_references(body);
      Record record = planned.id ? office_.edit(*planned.id, planned.seen_revision, body, options_.by)
                                 : office_.create(spec_.kind, body, options_.by);
      written_.emplace(title_of(spec_, body), record.id);
      if (left_out) waiting.emplace_back(&planned, std::move(record));
    }
    for (const auto& [planned, record] : waiting) {
      json body = planned->body;
      settle_references(body);
      if (body != record.body) office_.edit(record.id, record.revision, body, options_.by);
    }
    batch.commit();
    report_.written = true;
  }

  OfficeStore& office_;
  const KindSpec& spec_;
  const ImportOptions& options_;
  OfficeSurroundings surroundings_;
  Sheet sheet_;
  ImportReport report_;
  std::unordered_map<std::string, Record> existing_;            // by natural key
  std::unordered_map<std::string, std::pair<int, json>> said_;  // natural key to row and body
  std::vector<PlannedRow> plan_;
  std::unordered_map<std::string, RecordId> written_;  // title to id
};

}  // namespace

ImportReport import_table(OfficeStore& office, const KindSpec& spec, const ImportOptions& options) {
  return Importer(office, spec, options).run();
}

}  // namespace content::tables
