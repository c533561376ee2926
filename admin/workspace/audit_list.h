// The audit log as a panel pages through it: a filter, one page of lines, the check of the whole chain, and the way back to what
// was before a line.
//
// Main thread only. Throws Error as the store does.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "admin/workspace/workspace.h"
#include "content/audit.h"

namespace admin {

enum class AuditSpan { Today, Week, Month, All };

struct AuditFilter {
  AuditSpan span = AuditSpan::Week;
  std::string person{};   // exact; empty: everybody
  std::string deed{};     // AuditEntry::deed; empty: every one
  std::string text{};
  bool operator==(const AuditFilter&) const = default;
};

class AuditList {
 public:
  explicit AuditList(Workspace& office) : office_(office) {}

  // Reads the page again, also when nothing of this changed.
  void show(const AuditFilter& filter, std::int64_t page, int rows);
  const std::vector<content::AuditEntry>& lines() const { return lines_; }   // newest first
  const AuditFilter& filter() const { return filter_; }
  std::int64_t page() const { return page_; }
  bool has_next() const { return has_next_; }

  // Walks the whole log: some milliseconds for ten thousand lines.
  void check();
  const std::optional<content::AuditCheck>& checked() const { return checked_; }

  // Everything that was done with the record of this line, oldest first, at most a hundred around now.
  std::vector<content::AuditEntry> story(const content::AuditEntry& line) const;
  // The revision that holds the record's content from before this line; nullopt: the line did not change a record's content, was
  // its first, or is older than a thousand deeds with it.
  std::optional<std::int64_t> revision_before(const content::AuditEntry& line) const;

  // All lines that the filter lets through, as a table that Excel opens. Answers how many.
  std::int64_t export_to(const std::filesystem::path& file) const;

 private:
  content::AuditQuery query() const;

  Workspace& office_;
  AuditFilter filter_;
  std::int64_t page_ = 0;
  bool has_next_ = false;
  std::vector<content::AuditEntry> lines_;
  std::optional<content::AuditCheck> checked_;
};

}  // namespace admin
