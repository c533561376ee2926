// The right side of the audit panel: one line of the log, what it changed, the history of what it is about, the way back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "admin/desk/scroll.h"
#include "admin/workspace/audit_list.h"
#include "admin/workspace/audit_words.h"

namespace admin {

// 12371 → 12,371
std::string grouped(std::int64_t number);

class AuditDetail {
 public:
  // Reads what belongs to the line. Throws Error.
  void show(const AuditList& log, const Records& records, const content::AuditEntry& line);
  void clear() { line_.reset(); }
  const std::optional<content::AuditEntry>& line() const { return line_; }
  void draw(desk::Desk& desk, ui::Rect box);

 private:
  float draw_change(desk::Desk& desk, ui::Rect at);
  float draw_story(desk::Desk& desk, ui::Rect at);
  float draw_ways(desk::Desk& desk, ui::Rect at);
  void restore(desk::Desk& desk);

  std::optional<content::AuditEntry> line_;
  std::vector<ChangeDetail> changes_;
  std::vector<content::AuditEntry> story_;
  std::vector<std::string> story_words_;
  std::string words_;   // of the change, in a line
  std::optional<std::int64_t> before_;
  desk::ScrollArea scroll_;
};

}  // namespace admin
