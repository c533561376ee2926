// A table on its way into the office, as the clerk leads it: a file, its columns beside the fields, a trial of every row with its
// faults put right, then the good rows as drafts in one step to undo. Until then nothing is written.
//
// Main thread only; follow() in every frame.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "admin/workspace/import_worker.h"
#include "admin/workspace/workspace.h"
#include "content/tables/import.h"

namespace admin {

enum class ImportStep { File, Columns, Rows, Written };
enum class RowSieve { All, New, Changed, Same, Bad };   // Same: repeated rows too

class ImportSession {
 public:
  // Both must outlive it.
  ImportSession(Workspace& office, const content::KindSpec& spec);
  ~ImportSession();   // waits for a writing and keeps its step to undo
  ImportSession(const ImportSession&) = delete;
  ImportSession& operator=(const ImportSession&) = delete;

  const content::KindSpec& spec() const { return spec_; }
  ImportStep step() const { return step_; }
  const std::filesystem::path& file() const { return file_; }
  // Takes what the worker finished; true when something did.
  bool follow();
  bool busy() const { return worker_.busy(); }
  bool writing() const { return worker_.writing(); }
  ImportWorker::Progress progress() const { return worker_.progress(); }
  void stop() { worker_.stop(); }
  // Why the last step did not work; empty: it did.
  const std::string& failure() const { return failure_; }

  // --- the file -----------------------------------------------------------------------------------------------------
  // Starts reading; once read, the step is Columns.
  void open(const std::filesystem::path& file);
  const content::tables::Grid& grid() const { return *grid_; }   // from Columns on
  void choose_sheet(std::size_t sheet);
  // Another kind whose fields the headers name better; null: none.
  const content::KindSpec* better_kind() const { return better_kind_; }

  // --- its columns --------------------------------------------------------------------------------------------------
  struct FileColumn {
    std::size_t index = 0;
    std::string header;
    std::vector<std::string> samples;        // of the first rows that say something, at most three
    const content::Field* field = nullptr;   // null: left out
  };
  const std::vector<FileColumn>& columns() const { return columns_; }
  int header_row() const { return layout_.header_row; }
  void set_header_row(int row);
  // A field that another column had goes to this one.
  void set_field(std::size_t column, const content::Field* field);
  // Required fields without a column.
  std::vector<const content::Field*> missing() const;
  // What every row shall say for a field without a column; empty: nothing.
  const std::string& same_for_all(const content::Field& field) { return layout_.same_for_all[&field]; }
  void set_same_for_all(const content::Field& field, const std::string& words);
  // The title has a column: rows can be tried.
  bool can_try() const;
  void back_to_columns();

  // --- its rows -----------------------------------------------------------------------------------------------------
  // Starts trying all rows; the step is Rows, plan() the one before until it is done.
  void try_rows();
  const content::tables::ImportPlan* plan() const { return plan_.get(); }
  RowSieve sieve() const { return sieve_; }
  void set_sieve(RowSieve sieve);
  bool bad_first() const { return bad_first_; }
  void set_bad_first(bool on);
  std::size_t shown_rows() const { return shown_.size(); }
  const content::tables::PlannedRow& shown(std::size_t place) const { return plan_->rows[shown_[place]]; }
  const content::tables::GridRow& shown_cells(std::size_t place) const { return plan_->sheet.rows[shown_[place]]; }

  // What is said about the table and about rows that are no records.
  const std::vector<content::tables::SheetNote>& asides() const { return asides_; }
  // Rises whenever the shown rows became others.
  std::uint64_t version() const { return version_; }

  // Each starts trying again; while rows are written they do nothing.
  void correct(int row, std::size_t column, const std::string& words);
  void leave_out(int row);
  void take_all_back();
  std::size_t left_out() const { return layout_.left_out.size(); }
  std::size_t corrected() const { return layout_.corrections.size(); }
  // Leaving now would throw away what was put right here.
  bool would_lose() const;
  // What a cell may say instead, best first, at most six: words to choose from, records of nearly this name.
  std::vector<std::string> suggestions(const content::Field& field, const std::string& words) const;

  // The rows with faults as a table to put right in Excel: header, cells as they stand, what is wrong in the last column. Written beside
  // the file, else into `otherwise`; under a name that is free; where it lies now. Throws content::Error.
  std::filesystem::path save_bad_rows(const std::filesystem::path& otherwise) const;

  // --- writing ------------------------------------------------------------------------------------------------------
  int to_write() const;   // rows; 0 while the trial is of other columns or cells than these
  void write();
  std::size_t written() const { return written_; }   // in step Written
  // The writing was undone: there is nothing left to tell.
  void take_back() { taken_back_ = true; }
  bool taken_back() const { return taken_back_; }

 private:
  void take_grid(std::shared_ptr<const content::tables::Grid> grid);
  void take_written(const std::vector<content::tables::WrittenRow>& rows);
  void recall_columns();
  void remember_columns();
  std::string preference_key() const;
  void list_columns();
  std::size_t width() const;
  std::string no_title_words() const;
  void sift();

  Workspace& office_;
  const content::KindSpec& spec_;
  ImportStep step_ = ImportStep::File;
  std::filesystem::path file_;
  std::string failure_;
  std::shared_ptr<const content::tables::Grid> grid_;
  const content::KindSpec* better_kind_ = nullptr;
  content::tables::Layout layout_;
  std::uint64_t layout_version_ = 0;   // rises with every change of layout_
  std::uint64_t tried_version_ = 0;    // of the trial that was started last
  std::uint64_t plan_version_ = 0;     // of the trial that plan_ is
  std::vector<FileColumn> columns_;
  std::shared_ptr<const content::tables::ImportPlan> plan_;
  RowSieve sieve_ = RowSieve::All;
  bool bad_first_ = true;
  std::vector<std::size_t> shown_;   // places in plan_->rows
  std::vector<content::tables::SheetNote> asides_;
  std::uint64_t version_ = 0;
  std::size_t written_ = 0;
  bool taken_back_ = false;
  ImportWorker worker_;
};

// CSV or a workbook by its name's ending; also workbooks of old, which are refused with what to do.
bool is_table(const std::filesystem::path& file);

// A table with the kind's headers alone, to be filled in Excel. CSV with byte order mark.
std::string import_template(const content::KindSpec& spec);

}  // namespace admin
