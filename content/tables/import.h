// A table into the office's database: planned row by row, then written as one transaction, or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "content/kinds.h"
#include "content/language.h"
#include "content/office_store.h"
#include "content/tables/sheet.h"

namespace content::tables {

struct ImportOptions {
  std::filesystem::path file;
  std::string by;         // a person of the office: the author of what is new or changed
  bool skip_bad = false;  // write the good rows though others are bad
  bool dry_run = false;   // write nothing
  // Brings in a picture that the office does not have yet, by its path below the media folder; nullopt: there is none
  // there either. Empty function: only pictures imported before are known.
  std::function<std::optional<MediaId>(const std::string& source)> bring_media;
  std::string sheet{};    // of a workbook; empty: the first that is seen and not empty
};

// One cell that keeps its row out.
struct RowFault {
  int row = 0;         // as Excel shows it
  std::string column;  // the sheet's own header; the field's label when the sheet has no such column
  std::string value;   // as it stands, shortened
  Text reason;
  Text advice;
  std::optional<std::size_t> place{};  // of the column in the grid; nullopt: the sheet has no such column
  const Field* field = nullptr;
};

struct ImportReport {
  Encoding encoding = Encoding::Utf8;
  int header_row = 0;
  int created = 0;
  int changed = 0;
  int same = 0;                  // in the database already, word for word
  int repeated = 0;              // says again what an earlier row says
  int bad = 0;                   // rows with a fault
  std::vector<RowFault> faults;  // by rising row
  std::vector<SheetNote> notes;  // by rising row
  bool written = false;          // false: dry run, or bad rows without skip_bad
  std::vector<RecordId> records{};  // of the rows without a fault, once written: new, changed and the same, none twice
};

enum class RowFate { New, Changed, Same, Repeated, Bad };

struct PlannedRow {
  int row = 0;
  RowFate fate = RowFate::Bad;
  std::string title;                    // what the row calls its record; may be empty
  std::optional<RecordId> id;           // Changed, Same: of the record that is there
  std::int64_t seen_revision = 0;
  nlohmann::json body;                  // New, Changed: what will be written
  std::vector<const Field*> changed{};  // Changed: what will be different
  int first_row = 0;                    // Repeated, or Bad for being said twice: the row that said it first
};

// What a table would do to the office. It holds until somebody changes one of its records.
struct ImportPlan {
  ImportReport report;
  Sheet sheet;
  std::vector<PlannedRow> rows;  // beside sheet.rows
  std::unordered_map<std::string, std::string> awaited;  // stand-in id to title: rows refer to others that are not written yet

  std::span<const RowFault> faults_of(int row) const;
  std::span<const SheetNote> notes_of(int row) const;
};

// What may be said while it works: rows done of all; false: stop, then Stopped is thrown and nothing was written.
using RowProgress = std::function<bool(std::size_t done, std::size_t rows)>;

struct PlanOptions {
  std::filesystem::path folder{};  // where files that cells name (@text.md) are
  std::function<std::optional<MediaId>(const std::string& source)> bring_media{};
  RowProgress go_on{};
};

// Rows are matched to records by the kind's key fields; columns that the sheet does not have keep their values; an
// empty cell empties its field. Writes nothing.
ImportPlan plan_table(const OfficeStore& office, const KindSpec& spec, Sheet sheet, const PlanOptions& options);

struct WrittenRow {
  RecordId record;
  std::int64_t before = 0;  // revisions; 0: it is new
  std::int64_t after = 0;
};

// The rows that are new or changed, as one transaction. Throws Error when the database refuses, also because a record changed since
// the plan; then nothing was written.
std::vector<WrittenRow> write_plan(OfficeStore& office, const KindSpec& spec, const ImportPlan& plan, const std::string& by,
                                   const RowProgress& go_on = {});

// All of it. Throws Error when the file cannot be read or the database refuses.
ImportReport import_table(OfficeStore& office, const KindSpec& spec, const ImportOptions& options);

}  // namespace content::tables
