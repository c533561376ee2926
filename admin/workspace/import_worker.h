// Reads tables, tries them and writes them beside the window: one thread with a database connection of its own; the window asks each
// frame how far it is.
//
// All functions from the main thread. A reading or a trial is overtaken by the next one at once; while writing() is true nothing else
// starts: what was written is never lost before take() told of it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/tables/import.h"

namespace admin {

class ImportWorker {
 public:
  struct Progress {
    std::string words;   // 正在读表格
    float share = 0;     // 0–1
  };
  // What one start came to; one of the first three is set when it went through.
  struct Done {
    std::shared_ptr<const content::tables::Grid> grid;
    std::shared_ptr<const content::tables::ImportPlan> plan;
    std::optional<std::vector<content::tables::WrittenRow>> written;
    std::string sentence;   // why it did not work; empty: it did
    bool stopped = false;   // because somebody asked
  };
  using Grid = std::shared_ptr<const content::tables::Grid>;
  using Plan = std::shared_ptr<const content::tables::ImportPlan>;

  explicit ImportWorker(std::filesystem::path db);
  ~ImportWorker();   // stops a reading or a trial; waits for a writing
  ImportWorker(const ImportWorker&) = delete;
  ImportWorker& operator=(const ImportWorker&) = delete;

  void read(std::filesystem::path file, std::string sheet);
  void plan(const content::KindSpec& spec, Grid grid, content::tables::Layout layout, std::filesystem::path file);
  void write(const content::KindSpec& spec, Plan plan, std::string by);

  bool busy() const;       // something was started, and take() has not answered it yet
  bool writing() const;    // and it is a writing
  Progress progress() const;
  void stop();
  void wait();                  // until the writing, if there is one, came to something
  std::optional<Done> take();   // once for what was started last; nullopt: not yet

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace admin
