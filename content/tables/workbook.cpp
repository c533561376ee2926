#include "content/tables/workbook.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "content/tables/sheet_cells.h"
#include "content/tables/workbook_faults.h"
#include "content/tables/xml_scan.h"

namespace content::tables {
namespace {

constexpr std::string_view kRoot = "_rels/.rels";
constexpr std::size_t kMostFormats = 100'000;
constexpr std::size_t kLongestCode = 255 * 4;   // bytes; Excel takes 255 characters
constexpr std::size_t kMostSheets = 4'000;

int whole(std::string_view digits, int otherwise = 0) {
  int value = otherwise;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool yes(std::string_view word) { return word == "1" || word == "true" || word == "on"; }

// A relation's target beside the part that names it: "worksheets/sheet1.xml" of "xl/workbook.xml", "/xl/styles.xml".
std::string beside(std::string_view part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder(part.substr(0, part.rfind('/') == std::string_view::npos ? 0 : part.rfind('/') + 1));
  while (target.starts_with("../") || target.starts_with("./")) {
    const bool up = target.starts_with("../");
    target.remove_prefix(up ? 3 : 2);
    if (!up || folder.empty()) continue;
    folder.pop_back();
    folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
  }
  return folder + std::string(target);
}

std::string relations_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

class Flat : public XmlVisitor {
 public:
  void close(std::string_view) override {}
  void text(std::string_view) override {}
};

struct Relation {
  std::string id, type, target;
};

class RelationList final : public Flat {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || all.size() >= kMostSheets * 2) return;
    const std::string_view type = attributes.get("Type");
    all.push_back({std::string(attributes.get("Id")), std::string(type.substr(type.rfind('/') + 1)), std::string(attributes.get("Target"))});
  }
  std::vector<Relation> all;
};

class BookParts final : public Flat {
 public:
  struct Entry {
    std::string name, relation;
    bool hidden = false;
  };
  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") from_1904 = yes(attributes.get("date1904"));
    if (name != "sheet" || sheets.size() >= kMostSheets) return;
    const std::string_view state = attributes.get("state");
    sheets.push_back({unescaped(attributes.get("name")), std::string(attributes.get("id")), state == "hidden" || state == "veryHidden"});
  }
  std::vector<Entry> sheets;
  bool from_1904 = false;
};

class FormatList final : public Flat {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "cellXfs") in_cells_ = true;
    if (name == "numFmt" && own_.size() < kMostFormats) {
      const int id = whole(attributes.get("numFmtId"));
      const std::string_view code = attributes.get("formatCode");
      own_[id] = std::make_shared<const NumberFormat>(number_format(id, code.size() <= kLongestCode ? code : ""));
    }
    if (name != "xf" || !in_cells_ || formats.size() >= kMostFormats) return;
    const int id = whole(attributes.get("numFmtId"));
    SharedFormat& format = own_[id];
    if (format == nullptr) format = std::make_shared<const NumberFormat>(number_format(id, ""));
    formats.push_back(format);
  }
  void close(std::string_view name) override {
    if (name == "cellXfs") in_cells_ = false;
  }
  std::vector<SharedFormat> formats;

 private:
  std::map<int, SharedFormat> own_;   // by its id
  bool in_cells_ = false;
};

class StringList final : public XmlVisitor {
 public:
  StringList(const std::string& file, const TableLimits& limits) : file_(file), limits_(limits) {}
  void open(std::string_view name, const XmlAttributes&) override {
    if (name == "si") strings.emplace_back();
    if (strings.size() > limits_.strings) throw too_large(file_);
    runs_.open(name);
  }
  void close(std::string_view name) override {
    runs_.close(name);
    if (name == "si" && !strings.empty()) strings.back() = unescaped(runs_.take());
  }
  void text(std::string_view piece) override {
    total_ += piece.size();
    if (total_ > limits_.text) throw too_large(file_);
    runs_.text(piece);
  }
  std::vector<std::string> strings;

 private:
  const std::string& file_;
  const TableLimits& limits_;
  TextRuns runs_;
  std::size_t total_ = 0;
};

}  // namespace

Workbook::Workbook(std::string_view bytes, const std::string& file, std::function<bool(float)> go_on, TableLimits limits)
    : file_(file), go_on_(std::move(go_on)), limits_(limits), parts_(bytes, file) {
  read_relations();
  read_sheet_names();
  read_formats();
  read_strings();
}

void Workbook::scan(std::string_view part, XmlVisitor& visitor, float from, float to) {
  XmlScan scan(visitor, file_);
  std::size_t pieces = 0;
  parts_.read(part, [&](std::string_view piece) {
    // How much is still to come is only claimed by the file; the bar slows down instead of waiting at its end.
    const auto done = static_cast<float>(++pieces);
    if (go_on_ && !go_on_(from + (to - from) * done / (done + 40))) throw Stopped();
    scan.feed(piece);
  });
  scan.finish();
}

void Workbook::read_relations() {
  if (!parts_.has(kRoot)) {
    if (parts_.has("content.xml") && parts_.has("mimetype")) throw other_format(file_, " OpenDocument 文档（.ods）", "an OpenDocument file (.ods)");
    throw other_format(file_, "压缩包，不是 Excel 表格", "an archive and no Excel workbook");
  }
  RelationList root;
  scan(kRoot, root, 0, 0);
  for (const Relation& relation : root.all) {
    if (relation.type == "officeDocument") book_part_ = beside("", relation.target);
  }
  if (book_part_.ends_with(".bin")) throw other_format(file_, "二进制的 Excel 工作簿（.xlsb）", "a binary workbook (.xlsb)");
  if (book_part_.find("word/") != std::string::npos) throw other_format(file_, " Word 文档", "a Word document");
  if (book_part_.find("ppt/") != std::string::npos) throw other_format(file_, "演示文稿", "a presentation");
  if (book_part_.empty() || !parts_.has(book_part_)) throw damaged_workbook(file_);
  const std::string relations = relations_of(book_part_);
  if (!parts_.has(relations)) throw damaged_workbook(file_);
  RelationList book;
  scan(relations, book, 0, 0);
  for (const Relation& relation : book.all) {
    const std::string part = beside(book_part_, relation.target);
    if (relation.type == "sharedStrings") strings_part_ = part;
    if (relation.type == "styles") formats_part_ = part;
    if (relation.type == "worksheet") relations_.emplace_back(relation.id, part);
  }
}

void Workbook::read_sheet_names() {
  BookParts book;
  scan(book_part_, book, 0, 0.02F);
  days_ = book.from_1904 ? DaySystem::From1904 : DaySystem::From1900;
  for (BookParts::Entry& entry : book.sheets) {
    const auto part = std::ranges::find(relations_, entry.relation, &std::pair<std::string, std::string>::first);
    // Sheets of charts and dialogs have no cells and are no worksheets.
    if (part == relations_.end() || !parts_.has(part->second)) continue;
    names_.push_back({std::move(entry.name), entry.hidden});
    sheet_parts_.push_back(part->second);
  }
  if (names_.empty()) throw damaged_workbook(file_);
}

void Workbook::read_formats() {
  if (formats_part_.empty() || !parts_.has(formats_part_)) return;
  FormatList list;
  scan(formats_part_, list, 0.02F, 0.04F);
  formats_ = std::move(list.formats);
}

void Workbook::read_strings() {
  if (strings_part_.empty() || !parts_.has(strings_part_)) return;
  StringList list(file_, limits_);
  scan(strings_part_, list, 0.04F, 0.4F);
  strings_ = std::move(list.strings);
}

std::vector<GridRow> Workbook::read_rows(std::size_t sheet, std::vector<SheetNote>& notes) {
  SheetCells cells({.file = file_, .limits = limits_, .strings = strings_, .formats = formats_, .days = days_});
  scan(sheet_parts_.at(sheet), cells, 0.4F, 1);
  return cells.take(notes, go_on_);
}

CellPlace cell_place(std::string_view reference) {
  CellPlace place;
  std::size_t i = 0;
  std::size_t column = 0;
  for (; i < reference.size() && i < 4; ++i) {
    const char letter = reference[i] >= 'a' && reference[i] <= 'z' ? static_cast<char>(reference[i] - 32) : reference[i];
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
  }
  if (column == 0) return {};
  place.column = column - 1;
  place.row = whole(reference.substr(i));
  return place;
}

std::string unescaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t at = text.find("_x");
    if (at == std::string_view::npos || at + 7 > text.size()) return out.append(text);
    unsigned code = 0;
    const std::string_view hex = text.substr(at + 2, 4);
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    const bool escape = error == std::errc{} && end == hex.data() + hex.size() && text[at + 6] == '_' && code < 0x80;
    out.append(text.substr(0, escape ? at : at + 2));
    if (escape && code >= 0x20) out += static_cast<char>(code);
    if (escape && (code == 0x0A || code == 0x0D || code == 0x09)) out += static_cast<char>(code);
    text.remove_prefix(escape ? at + 7 : at + 2);
  }
  return out;
}

}  // namespace content::tables
