// 操作日志: who did what, when, from which value to which; proves that nothing in it was changed.
#pragma once

#include "admin/panels/audit/audit_detail.h"
#include "admin/panels/panel.h"
#include "admin/workspace/audit_list.h"

namespace admin {

class AuditPanel final : public Panel {
 public:
  explicit AuditPanel(desk::Desk& desk) : log_(desk.office()) {}
  void enter(desk::Desk& desk, const desk::Target& target) override;
  void draw(desk::Desk& desk, ui::Rect area) override;

 private:
  void read(desk::Desk& desk, AuditFilter filter, std::int64_t page);
  void follow(desk::Desk& desk);
  void choose(desk::Desk& desk, std::size_t at);
  void draw_list(desk::Desk& desk, ui::Rect box);
  void draw_filters(desk::Desk& desk, ui::Rect row);
  void draw_line(desk::Desk& desk, std::size_t at, ui::Rect row, std::span<const ui::Rect> columns);
  void draw_foot(desk::Desk& desk, ui::Rect row);
  void export_lines(desk::Desk& desk);

  AuditList log_;
  AuditDetail detail_;
  std::vector<std::string> changes_;   // of log_.lines(), in words
  std::string search_;
  int rows_ = 15;
  bool entered_ = false;
  std::int64_t version_ = 0;   // of the records when the page was read
};

std::unique_ptr<Panel> make_audit_panel(desk::Desk& desk);
// Reviewers and administrators.
bool may_audit(const Workspace& office);

}  // namespace admin
