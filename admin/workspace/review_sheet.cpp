#include "admin/workspace/review_sheet.h"

#include <fmt/format.h>
#include <sodium.h>

#include <fstream>
#include <set>
#include <vector>

#include "admin/moments.h"
#include "admin/workspace/diff.h"
#include "content/durable_file.h"
#include "content/kinds.h"
#include "content/record.h"
#include "content/tables/office_surroundings.h"

namespace admin {
namespace {

using content::MediaId;
using content::Record;

constexpr std::string_view kStyle = R"css(
@page { size: A4; margin: 15mm 14mm 16mm; @bottom-right { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font-size: 9pt; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 182mm; color: #1E1916; font: 10.5pt/1.55 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimSun", sans-serif; }
article { break-after: page; } article:last-child { break-after: auto; }
header { border-bottom: 2px solid #1E1916; padding-bottom: 2mm; margin-bottom: 4mm; display: flex; justify-content: space-between; align-items: flex-end; gap: 6mm; }
h1 { font-size: 17pt; margin: 0; overflow-wrap: anywhere; } header p, .quiet { margin: 0; color: #4A423B; font-size: 9.5pt; }
h2 { font-size: 11pt; margin: 5mm 0 1.5mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 1px solid #9A9183; padding: 1.5mm 2mm; text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
th { font-weight: 600; background: #F7F4EE; } th:first-child, td:first-child { width: 26mm; }
tr { break-inside: avoid; } tr.long { break-inside: auto; } tr.changed td:first-child { border-left: 4px solid #9A5B00; font-weight: 700; }
del { color: #8E1719; background: #FBEDE9; } ins { color: #1E4D40; background: #E6F0EA; font-weight: 700; text-decoration: underline; }
ul { margin: 0; padding-left: 4mm; } figure { margin: 0 0 1mm; display: inline-block; } img { max-width: 64mm; max-height: 46mm; border: 1.5mm solid #A9C4B4; } .was img { border-color: #8E1719; }
figcaption { font-size: 8.5pt; color: #4A423B; max-width: 64mm; }
.signs { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm; margin-top: 6mm; break-inside: avoid; }
.signs section { border: 1px solid #1E1916; min-height: 34mm; padding: 2mm 3mm; } .signs h3 { margin: 0 0 1mm; font-size: 11pt; }
.line { border-bottom: 1px solid #1E1916; height: 9mm; } code { font-family: "Noto Sans Mono CJK SC", monospace; font-size: 9pt; overflow-wrap: anywhere; }
footer { margin-top: 4mm; font-size: 9pt; color: #4A423B; display: flex; justify-content: space-between; gap: 6mm; }
@media screen { body { padding: 10mm 0; } article { margin-bottom: 18mm; } }
)css";

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string base64(const std::string& bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the ending zero
  return text;
}

// The middle size where there is one, else the largest.
const content::MediaFile* file_for_print(const content::Media& media) {
  const content::MediaFile* best = nullptr;
  for (const content::MediaFile& file : media.files) {
    if (best == nullptr || file.size <= content::MediaSize::Card) best = &file;
  }
  return best;
}

std::string runs_html(const std::vector<TextRun>& runs, RunKind hidden) {
  std::string html;
  for (const TextRun& run : runs) {
    if (run.kind == hidden) continue;
    const std::string words = html_words(run.text);
    if (run.kind == RunKind::Same) html += words;
    if (run.kind == RunKind::Removed) html += "<del>" + words + "</del>";
    if (run.kind == RunKind::Added) html += "<ins>" + words + "</ins>";
  }
  return html;
}

class Sheet {
 public:
  explicit Sheet(const SheetOffice& office) : office_(office), names_(office.store) {}

  std::string article(const Record& record, std::size_t number, std::size_t of) const {
    const content::KindSpec& spec = content::kind_spec(record.kind);
    const auto approved = office_.store.approved_record(record.id);
    const RecordDiff diff = diff_bodies(spec, approved ? approved->body : nlohmann::json(), record.body, names_);
    std::string html = "<article>";
    html += head(spec, record, diff, number, of);
    html += changes(diff);
    html += rest(diff);
    html += signatures(record);
    html += fmt::format("<footer><span>内容校验值 <code>{}</code></span><span>第 {} 份，共 {} 份</span></footer></article>\n", record.hash, number, of);
    return html;
  }

 private:
  std::string head(const content::KindSpec& spec, const Record& record, const RecordDiff& diff, std::size_t number, std::size_t of) const {
    std::string submitted;
    for (const content::HistoryEntry& entry : office_.store.history(record.id)) {
      if (entry.deed == content::Deed::Submit) submitted = fmt::format("{} 于 {} 送审", entry.person, moment_words(entry.at));
    }
    return fmt::format(
        "<header><div><p>{} · {}</p><h1>{}</h1></div><p>{}<br>第 {} 稿 · {}<br>{} 打印（{}/{}）</p></header>", html_words(spec.zh),
        html_words(summary_words(spec, diff)), html_words(content::title_of(spec, record.body)), html_words(submitted), record.revision,
        html_words(content::word_of(record.state).zh), moment_words(office_.now_ms), number, of);
  }

  std::string pictures(const std::vector<MediaId>& ids, std::string_view what) const {
    std::string html;
    for (const MediaId& id : ids) {
      const auto stored = office_.store.media(id);
      const content::MediaFile* file = stored ? file_for_print(stored->media) : nullptr;
      const std::string bytes = file == nullptr ? std::string() : bytes_of(office_.library.blobs().path(file->sha256));
      if (bytes.empty()) {
        html += fmt::format("<figure class=\"{}\"><figcaption>（图片文件不在）</figcaption></figure>", what);
        continue;
      }
      html += fmt::format("<figure class=\"{}\"><img alt=\"{}\" src=\"data:image/{};base64,{}\"><figcaption>{}</figcaption></figure>", what,
                          html_words(stored->media.alt), file->format == "png" ? "png" : "jpeg", base64(bytes), html_words(stored->media.alt));
    }
    return html.empty() ? "（没有）" : html;
  }

  static std::string items(const std::vector<ItemDiff>& list, RunKind hidden) {
    std::string html;
    for (const ItemDiff& item : list) {
      const std::string words = runs_html(item.runs, hidden);
      if (!words.empty()) html += "<li>" + words + "</li>";
    }
    return html.empty() ? "（没有）" : "<ul>" + html + "</ul>";
  }

  std::string side(const FieldDiff& field, RunKind hidden) const {
    const bool before = hidden == RunKind::Added;
    if (field.shape == FieldShape::Pictures) return pictures(before ? field.pictures_before : field.pictures_after, before ? "was" : "is");
    if (field.shape == FieldShape::List) return items(field.items, hidden);
    const std::string words = runs_html(field.runs, hidden);
    return words.empty() ? "（没有）" : words;
  }

  static std::string_view row_class(const FieldDiff& field) {
    constexpr std::size_t kLong = 1200;  // bytes: may break across pages
    return field.after.size() > kLong || field.before.size() > kLong ? "changed long" : "changed";
  }

  std::string changes(const RecordDiff& diff) const {
    if (diff.changed() == 0) return "<h2>与上次通过的内容相同</h2>";
    std::string html = diff.is_new ? "<h2>新内容</h2><table><tr><th>字段</th><th>内容</th></tr>"
                                   : "<h2>改动</h2><table><tr><th>字段</th><th>上次通过的</th><th>改成</th></tr>";
    for (const FieldDiff& field : diff.fields) {
      if (!field.changed) continue;
      html += fmt::format("<tr class=\"{}\"><td>{}</td>", row_class(field), html_words(field.field->zh));
      if (!diff.is_new) html += "<td>" + side(field, RunKind::Added) + "</td>";
      html += "<td>" + (diff.is_new ? plain(field) : side(field, RunKind::Removed)) + "</td></tr>";
    }
    return html + "</table>";
  }

  // Nothing to compare with: no marks.
  std::string plain(const FieldDiff& field) const {
    return field.shape == FieldShape::Pictures ? pictures(field.pictures_after, "is") : html_words(field.after);
  }

  std::string rest(const RecordDiff& diff) const {
    std::string html;
    for (const FieldDiff& field : diff.fields) {
      if (field.changed) continue;
      html += fmt::format("<tr class=\"long\"><td>{}</td><td>{}</td></tr>", html_words(field.field->zh), plain(field));
    }
    return html.empty() ? "" : "<h2>没有改的</h2><table>" + html + "</table>";
  }

  std::string signatures(const Record& record) const {
    constexpr std::string_view kRounds[] = {"一审（初审）", "二审（复审）", "三审（终审）"};
    const std::vector<content::Approval> given = office_.store.approvals(record.id);
    std::string html = "<div class=\"signs\">";
    for (std::size_t round = 0; round < 3; ++round) {
      html += fmt::format("<section><h3>{}</h3>", kRounds[round]);
      if (round < given.size()) {
        const content::Approval& approval = given[round];
        html += fmt::format("<p class=\"quiet\">{} 通过<br>{}<br>校验值 <code>{}</code></p>", html_words(approval.person), moment_words(approval.at),
                            html_words(approval.hash.substr(0, 16)));
        if (!approval.remark.empty()) html += "<p class=\"quiet\">意见：" + html_words(approval.remark) + "</p>";
      }
      html += "<div class=\"line\"></div><p class=\"quiet\">签名　　　　　　　年　　月　　日</p></section>";
    }
    return html + "</div>";
  }

  const SheetOffice& office_;
  content::tables::OfficeNames names_;
};

}  // namespace

std::string html_words(std::string_view words) {
  std::string html;
  for (const char c : words) {
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') html += c;
    }
  }
  return html;
}

std::string review_sheet(const SheetOffice& office, std::span<const content::RecordId> records) {
  std::vector<Record> there;
  for (const content::RecordId& id : records) {
    if (auto record = office.store.get(id)) there.push_back(std::move(*record));
  }
  std::string html = "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" "
                     "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"><title>审核单</title><style>";
  html += kStyle;
  html += "</style></head><body>\n";
  const Sheet sheet(office);
  for (std::size_t i = 0; i < there.size(); ++i) html += sheet.article(there[i], i + 1, there.size());
  return html + "</body></html>\n";
}

void write_review_sheet(const SheetOffice& office, std::span<const content::RecordId> records, const std::filesystem::path& file) {
  content::write_durably(file, review_sheet(office, records));
}

std::vector<content::RecordId> waiting_records(const content::OfficeStore& store) {
  std::vector<content::RecordId> ids;
  for (int round = 1; round <= 3; ++round) {
    for (const content::KindSpec& spec : content::all_kinds()) {
      for (const Record& record : store.list(spec.kind)) {
        if (content::round_of(record.state) == round) ids.push_back(record.id);
      }
    }
  }
  return ids;
}

}  // namespace admin
