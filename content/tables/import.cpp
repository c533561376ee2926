#include "content/tables/import.h"

#include <algorithm>

namespace content::tables {
namespace {

using nlohmann::json;

constexpr std::size_t kRowsPerQuestion = 64;   // between two looks at whether to stop

class Writer {
 public:
  Writer(OfficeStore& office, const KindSpec& spec, const ImportPlan& plan, const std::string& by)
      : office_(office), spec_(spec), plan_(plan), by_(by) {}

  std::vector<WrittenRow> run(const RowProgress& go_on) {
    OfficeStore::Batch batch(office_);
    std::size_t done = 0;
    for (const PlannedRow& planned : plan_.rows) {
      if (done++ % kRowsPerQuestion == 0 && go_on && !go_on(done, plan_.rows.size())) throw Stopped();
      if (planned.fate == RowFate::New || planned.fate == RowFate::Changed) write(planned);
    }
    for (const auto& [planned, place] : waiting_) write_references(*planned, rows_[place]);
    batch.commit();
    return std::move(rows_);
  }

 private:
  void write(const PlannedRow& planned) {
    json body = planned.body;
    const bool left_out = settle_references(body);
    const Record record = planned.id ? office_.edit(*planned.id, planned.seen_revision, body, by_) : office_.create(spec_.kind, body, by_);
    written_.emplace(title_of(spec_, body), record.id);
    if (left_out) waiting_.emplace_back(&planned, rows_.size());
    rows_.push_back({record.id, planned.id ? planned.seen_revision : 0, record.revision});
  }

  void write_references(const PlannedRow& planned, WrittenRow& row) {
    json body = planned.body;
    settle_references(body);
    const std::optional<Record> now = office_.get(row.record);
    if (now && body != now->body) row.after = office_.edit(now->id, now->revision, body, by_).revision;
  }

  // A reference to a record of this table that is not written yet is left out for now; true when there was one.
  bool settle_references(json& body) const {
    bool left_out = false;
    for (const Field& field : spec_.fields) {
      if (field.type != FieldType::Ref || field.ref != spec_.kind) continue;
      const json* value = value_at(body, field.key);
      const auto title = value == nullptr ? plan_.awaited.end() : plan_.awaited.find(value->get<std::string>());
      if (title == plan_.awaited.end()) continue;
      const auto written = written_.find(title->second);
      left_out = left_out || written == written_.end();
      set_value(body, field.key, written == written_.end() ? json() : json(written->second.text));
    }
    return left_out;
  }

  OfficeStore& office_;
  const KindSpec& spec_;
  const ImportPlan& plan_;
  const std::string& by_;
  std::vector<WrittenRow> rows_;
  std::unordered_map<std::string, RecordId> written_;                      // title to id
  std::vector<std::pair<const PlannedRow*, std::size_t>> waiting_;         // with their place in rows_
};

}  // namespace

std::vector<WrittenRow> write_plan(OfficeStore& office, const KindSpec& spec, const ImportPlan& plan, const std::string& by,
                                   const RowProgress& go_on) {
  return Writer(office, spec, plan, by).run(go_on);
}

ImportReport import_table(OfficeStore& office, const KindSpec& spec, const ImportOptions& options) {
  Grid grid = read_grid(options.file, {.sheet = options.sheet, .go_on = {}});
  const std::string name = options.file.filename().string();
  std::vector<SheetNote> notes = std::move(grid.notes);
  const Layout layout = guess_layout(spec, grid, &notes);
  Sheet sheet = lay_out(spec, grid, layout, name);
  sheet.notes.insert(sheet.notes.begin(), notes.begin(), notes.end());
  const Encoding encoding = grid.encoding;
  grid = {};   // the sheet has its rows
  ImportPlan plan = plan_table(office, spec, std::move(sheet), {.folder = options.file.parent_path(), .bring_media = options.bring_media, .go_on = {}});
  plan.report.encoding = encoding;
  if (!options.dry_run && (plan.report.bad == 0 || options.skip_bad)) {
    for (const WrittenRow& row : write_plan(office, spec, plan, options.by)) plan.report.records.push_back(row.record);
    for (const PlannedRow& row : plan.rows) {
      if (row.fate == RowFate::Same && row.id) plan.report.records.push_back(*row.id);
    }
    plan.report.written = true;
  }
  return std::move(plan.report);
}

}  // namespace content::tables
