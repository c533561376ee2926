#include "admin/workspace/import_session.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <spdlog/spdlog.h>
#include <utility>

#include "admin/workspace/deeds.h"
#include "admin/workspace/records.h"
#include "content/durable_file.h"
#include "content/error.h"
#include "content/tables/cell_text.h"
#include "content/tables/csv.h"
#include "content/utf8.h"

namespace admin {

namespace tables = content::tables;
using content::Field;
using tables::GridRow;
using tables::PlannedRow;
using tables::RowFate;

namespace {

constexpr std::size_t kSuggestions = 6;
constexpr std::string_view kMark = "\xEF\xBB\xBF";   // Excel takes a text without it for GBK

bool shown_in(RowSieve sieve, RowFate fate) {
  switch (sieve) {
    case RowSieve::All: return true;
    case RowSieve::New: return fate == RowFate::New;
    case RowSieve::Changed: return fate == RowFate::Changed;
    case RowSieve::Same: return fate == RowFate::Same || fate == RowFate::Repeated;
    case RowSieve::Bad: return fate == RowFate::Bad;
  }
  return true;
}

// A cell as a table text may hold it: as it stands, but never taken for a formula.
std::string harmless(const std::string& cell) {
  const bool formula = !cell.empty() && std::string_view("=+@").find(cell.front()) != std::string_view::npos;
  return formula ? "'" + cell : cell;
}

}  // namespace

ImportSession::ImportSession(Workspace& office, const content::KindSpec& spec) : office_(office), spec_(spec), worker_(office.db()) {}

ImportSession::~ImportSession() {
  if (!worker_.writing()) return;
  try {
    worker_.wait();
    if (office_.signed_in()) follow();   // locked: nobody is there whose step it would be
  } catch (const std::exception& error) {
    spdlog::error("import: the rows are written, their step to undo is not kept: {}", error.what());
  }
}

bool ImportSession::follow() {
  const auto done = worker_.take();
  if (!done) return false;
  failure_ = done->sentence;
  if (done->grid) take_grid(done->grid);
  if (done->plan) {
    plan_ = done->plan;
    plan_version_ = tried_version_;
    sift();
  }
  if (done->written) take_written(*done->written);
  if (step_ == ImportStep::Rows && !can_try()) failure_ = no_title_words();
  return true;
}

void ImportSession::open(const std::filesystem::path& file) {
  if (writing()) return;
  file_ = file;
  failure_.clear();
  step_ = ImportStep::File;
  plan_.reset();
  layout_ = {};
  ++layout_version_;
  worker_.read(file, {});
}

void ImportSession::choose_sheet(std::size_t sheet) {
  if (writing()) return;
  failure_.clear();
  worker_.read(file_, grid_->sheets.at(sheet).name);
}

void ImportSession::take_grid(std::shared_ptr<const tables::Grid> grid) {
  grid_ = std::move(grid);
  layout_ = tables::guess_layout(spec_, *grid_);
  ++layout_version_;
  const content::KindSpec* kind = tables::guess_kind(*grid_);
  const auto known = [this](const content::KindSpec& of) {
    const auto fields = tables::guess_layout(of, *grid_).fields;
    return std::ranges::count_if(fields, [](const Field* field) { return field != nullptr; });
  };
  better_kind_ = kind != nullptr && kind != &spec_ && known(*kind) > known(spec_) ? kind : nullptr;
  plan_.reset();
  recall_columns();
  list_columns();
  step_ = ImportStep::Columns;
}

void ImportSession::try_rows() {
  if (writing() || !can_try()) return;
  if (step_ == ImportStep::Columns) remember_columns();
  step_ = ImportStep::Rows;
  failure_.clear();
  tried_version_ = layout_version_;
  worker_.plan(spec_, grid_, layout_, file_);
}

void ImportSession::sift() {
  ++version_;
  shown_.clear();
  asides_.clear();
  const auto is_record = [this](int row) { return std::ranges::binary_search(plan_->rows, row, {}, &PlannedRow::row); };
  std::ranges::copy_if(plan_->report.notes, std::back_inserter(asides_), [&](const tables::SheetNote& note) { return !is_record(note.row); });
  for (std::size_t i = 0; i < plan_->rows.size(); ++i) {
    if (shown_in(sieve_, plan_->rows[i].fate)) shown_.push_back(i);
  }
  if (!bad_first_) return;
  std::ranges::stable_partition(shown_, [this](std::size_t place) { return plan_->rows[place].fate == RowFate::Bad; });
}

void ImportSession::set_sieve(RowSieve sieve) {
  sieve_ = sieve;
  if (plan_) sift();
}

void ImportSession::set_bad_first(bool on) {
  bad_first_ = on;
  if (plan_) sift();
}

void ImportSession::correct(int row, std::size_t column, const std::string& words) {
  if (writing()) return;
  layout_.corrections[{row, column}] = words;
  ++layout_version_;
  try_rows();
}

void ImportSession::leave_out(int row) {
  if (writing()) return;
  layout_.left_out.insert(row);
  ++layout_version_;
  try_rows();
}

void ImportSession::take_all_back() {
  if (writing()) return;
  layout_.left_out.clear();
  ++layout_version_;
  try_rows();
}

bool ImportSession::would_lose() const {
  const bool at_work = step_ == ImportStep::Columns || step_ == ImportStep::Rows;
  return at_work && (corrected() > 0 || left_out() > 0);
}

std::vector<std::string> ImportSession::suggestions(const Field& field, const std::string& words) const {
  std::vector<std::pair<std::size_t, std::string>> found;   // how far off, name
  const auto offer = [&](std::string name) {
    const bool near = !words.empty() && (name.find(words) != std::string::npos || words.find(name) != std::string::npos);
    if (!name.empty()) found.emplace_back(near ? 0 : 1, std::move(name));
  };
  for (const content::EnumWord& word : field.words) offer(std::string(word.zh));
  if (field.type == content::FieldType::Ref && field.ref) {
    for (const content::Record* record : office_.records().of(*field.ref)) offer(content::title_of(content::kind_spec(*field.ref), record->body));
  }
  std::ranges::stable_sort(found, {}, &std::pair<std::size_t, std::string>::first);
  std::vector<std::string> names;
  for (auto& [distance, name] : found) {
    if (names.size() < kSuggestions && name != words) names.push_back(std::move(name));
  }
  return names;
}

std::filesystem::path ImportSession::save_bad_rows(const std::filesystem::path& otherwise) const {
  std::vector<std::string> cells;
  for (const FileColumn& column : columns_) cells.push_back(column.header);
  cells.emplace_back("问题说明");
  std::string table = std::string(kMark) + tables::csv_line(cells);
  for (std::size_t i = 0; i < plan_->rows.size(); ++i) {
    if (plan_->rows[i].fate != RowFate::Bad) continue;
    cells.clear();
    for (const FileColumn& column : columns_) cells.push_back(harmless(std::string(plan_->sheet.rows[i].cell(column.index))));
    std::string why = fmt::format("原表第 {} 行", plan_->rows[i].row);
    for (const tables::RowFault& fault : plan_->faults_of(plan_->rows[i].row)) why += fmt::format("；{}：{}，{}", fault.column, fault.reason.zh, fault.advice.zh);
    cells.push_back(std::move(why));
    table += tables::csv_line(cells);
  }
  const std::string name = file_.stem().string() + "-问题行.csv";
  try {
    return content::write_new(file_.parent_path() / name, table);
  } catch (const content::Error&) {
    return content::write_new(otherwise / name, table);   // a stick that is read-only
  }
}

int ImportSession::to_write() const {
  return plan_ && plan_version_ == layout_version_ ? plan_->report.created + plan_->report.changed : 0;
}

void ImportSession::write() {
  if (!plan_ || busy() || to_write() == 0) return;
  failure_.clear();
  worker_.write(spec_, plan_, office_.person().name);
}

void ImportSession::take_written(const std::vector<tables::WrittenRow>& rows) {
  std::vector<Turn> turns;
  for (const tables::WrittenRow& row : rows) turns.push_back({.record = row.record, .before = row.before, .after = row.after});
  written_ = rows.size();
  step_ = ImportStep::Written;
  office_.deeds().done(fmt::format("导入 {} 条{}", written_, spec_.zh), std::move(turns));
}

bool is_table(const std::filesystem::path& file) {
  const std::string ending = content::ascii_lower(file.extension().string());
  for (const std::string_view known : {".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls", ".et", ".ods", ".xlsb"}) {
    if (ending == known) return true;
  }
  return false;
}

std::string import_template(const content::KindSpec& spec) {
  std::vector<std::string> cells;
  for (const Field& field : spec.fields) {
    if (!field.is_english()) cells.emplace_back(field.zh);
  }
  return std::string(kMark) + tables::csv_line(cells);
}

}  // namespace admin
