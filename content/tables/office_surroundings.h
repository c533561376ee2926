// What cells refer to, looked up in the office's database, in the table itself and beside its file.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "content/office_store.h"
#include "content/tables/cells.h"

namespace content::tables {

// Records are read once per kind. The store must outlive it.
class OfficeSurroundings : public Surroundings {
 public:
  OfficeSurroundings(const OfficeStore& office, std::filesystem::path folder,
                     std::function<std::optional<MediaId>(const std::string&)> bring_media);

  // The table being read has a record of `kind` with this title: one that the database does not have yet gets a
  // stand-in id, so that other rows can refer to it.
  void expect(Kind kind, const std::string& title);
  // The stand-in ids with their titles.
  const std::unordered_map<std::string, std::string>& awaited() const { return stand_ins_; }

  std::variant<RecordId, CellFault> record(Kind kind, const std::string& title) override;
  std::variant<MediaId, CellFault> media(const std::string& source) override;
  std::variant<std::string, CellFault> text_file(const std::string& relative_path) override;

 private:
  using Titles = std::unordered_map<std::string, std::vector<RecordId>>;
  Titles& titles(Kind kind);

  const OfficeStore& office_;
  std::filesystem::path folder_;
  std::function<std::optional<MediaId>(const std::string&)> bring_media_;
  std::map<Kind, Titles> titles_;
  std::unordered_map<std::string, MediaId> media_;
  std::unordered_map<std::string, std::string> stand_ins_;  // id to title
};

// Ids to titles and sources, for writing tables. Everything is read once, at construction.
class OfficeNames : public Names {
 public:
  explicit OfficeNames(const OfficeStore& office);
  std::string title(const RecordId& id) const override;
  std::string source(const MediaId& id) const override;

 private:
  std::unordered_map<std::string, std::string> titles_;
  std::unordered_map<std::string, std::string> sources_;
};

}  // namespace content::tables
