// A table into the office's database: planned row by row, then written as one transaction, or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
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
};

// One cell that keeps its row out.
struct RowFault {
  int row = 0;         // as Excel shows it
  std::string column;  // the sheet's own header; the field's label when the sheet has no such column
  std::string value;   // as it stands, shortened
  Text reason;
  Text advice;
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
};

// Rows are matched to records by the kind's key fields; columns that the sheet does not have keep their values; an
// empty cell empties its field. Throws Error when the file cannot be read or the database refuses.
ImportReport import_table(OfficeStore& office, const KindSpec& spec, const ImportOptions& options);

}  // namespace content::tables
