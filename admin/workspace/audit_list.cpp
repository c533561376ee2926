#include "admin/workspace/audit_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "admin/moments.h"
#include "admin/workspace/audit_words.h"
#include "content/days.h"
#include "content/durable_file.h"
#include "content/tables/csv.h"
#include "content/tables/cell_text.h"

namespace admin {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kCityZoneMs = 8 * 3'600'000;

// Midnight of the city's day on which `now` lies, `days` before it.
std::int64_t since(std::int64_t now_ms, std::int64_t days) {
  return (now_ms + kCityZoneMs) / kDayMs * kDayMs - kCityZoneMs - days * kDayMs;
}

}  // namespace

content::AuditQuery AuditList::query() const {
  content::AuditQuery query{.text = filter_.text, .person = filter_.person, .deed = filter_.deed};
  const std::int64_t now = office_.now_ms();
  if (filter_.span == AuditSpan::Today) query.since = since(now, 0);
  if (filter_.span == AuditSpan::Week) query.since = since(now, 6);
  if (filter_.span == AuditSpan::Month) query.since = since(now, 29);
  return query;
}

void AuditList::show(const AuditFilter& filter, std::int64_t page, int rows) {
  filter_ = filter;
  page_ = std::max<std::int64_t>(0, page);
  content::AuditQuery wanted = query();
  wanted.offset = page_ * rows;
  wanted.limit = rows + 1;
  lines_ = office_.store().audit(wanted);
  has_next_ = static_cast<int>(lines_.size()) > rows;
  if (has_next_) lines_.pop_back();
}

void AuditList::check() { checked_ = office_.store().verify_audit(); }

std::vector<content::AuditEntry> AuditList::story(const content::AuditEntry& line) const {
  if (line.record.empty()) return {};
  std::vector<content::AuditEntry> story = office_.store().audit({.record = line.record, .limit = 100});
  std::ranges::reverse(story);
  return story;
}

// Log and history grow together, one line each a deed: counted from the newest, the same place is the same deed.
std::optional<std::int64_t> AuditList::revision_before(const content::AuditEntry& line) const {
  if (line.record.empty() || line.change.empty()) return std::nullopt;
  const std::vector<content::AuditEntry> lines = office_.store().audit({.record = line.record, .limit = 1000});
  const auto found = std::ranges::find(lines, line.number, &content::AuditEntry::number);
  const std::vector<content::HistoryEntry> history = office_.store().history(content::RecordId{line.record});
  const auto back = static_cast<std::size_t>(found - lines.begin());
  if (found == lines.end() || back >= history.size()) return std::nullopt;
  for (std::size_t i = history.size() - 1 - back; i-- > 0;) {
    if (!history[i].body.is_null()) return history[i].revision;
  }
  return std::nullopt;
}

std::int64_t AuditList::export_to(const std::filesystem::path& file) const {
  const std::vector<std::string> head{"编号", "时间", "谁", "做了什么", "对象", "名称", "变化", "附注", "校验值"};
  std::string table = "\xEF\xBB\xBF" + content::tables::csv_line(head);
  content::AuditQuery wanted = query();
  wanted.limit = 1000;
  std::int64_t count = 0;
  for (;;) {
    const std::vector<content::AuditEntry> lines = office_.store().audit(wanted);
    for (const content::AuditEntry& line : lines) {
      using content::tables::guarded;
      table += content::tables::csv_line({std::to_string(line.number), moment_words(line.at), guarded(line.person), std::string(deed_word(line.deed).zh),
                                          object_words(line), guarded(line.title), guarded(line.change), guarded(line.note), line.hash});
    }
    count += static_cast<std::int64_t>(lines.size());
    if (static_cast<int>(lines.size()) < wanted.limit) break;
    wanted.offset += wanted.limit;
  }
  content::write_durably(file, table);
  return count;
}

}  // namespace admin
