#include "tests/support/workbook_file.h"

#include <zip.h>

#include <algorithm>
#include <stdexcept>

namespace tests {
namespace {

const char* const kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const char* const kMain = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const char* const kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') out += "&lt;";
    else if (c == '&') out += "&amp;";
    else if (c == '"') out += "&quot;";
    else out += c;
  }
  return out;
}

std::string letters(std::size_t column) {
  std::string name;
  for (++column; column > 0; column = (column - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  return name;
}

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kRelations + "/" + type + "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& inside) {
  return std::string(kHead) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside + "</Relationships>";
}

std::string sheet_xml(const XmlSheet& sheet) {
  std::string xml = std::string(kHead) + "<worksheet " + kMain + "><sheetData>";
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    if (sheet.rows[row].empty()) continue;
    const std::string number = std::to_string(row + 1);
    const bool hidden = std::ranges::find(sheet.hidden_rows, static_cast<int>(row + 1)) != sheet.hidden_rows.end();
    xml += "<row r=\"" + number + "\"" + (hidden ? " hidden=\"1\"" : "") + ">";
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
      const XmlCell& cell = sheet.rows[row][column];
      if (cell.inside.empty() && cell.attributes.empty()) continue;
      xml += "<c r=\"" + letters(column) + number + "\" " + cell.attributes + ">" + cell.inside + "</c>";
    }
    xml += "</row>";
  }
  xml += "</sheetData>";
  if (!sheet.merges.empty()) {
    xml += "<mergeCells>";
    for (const std::string& merge : sheet.merges) xml += "<mergeCell ref=\"" + merge + "\"/>";
    xml += "</mergeCells>";
  }
  return xml + "</worksheet>";
}

std::string styles_xml(const std::vector<std::string>& formats) {
  std::string codes, styles = "<xf numFmtId=\"0\"/>";
  for (std::size_t i = 0; i < formats.size(); ++i) {
    const std::string id = std::to_string(164 + i);
    codes += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + escaped(formats[i]) + "\"/>";
    styles += "<xf numFmtId=\"" + id + "\"/>";
  }
  return std::string(kHead) + "<styleSheet " + kMain + "><numFmts>" + codes + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" +
         styles + "</cellXfs></styleSheet>";
}

}  // namespace

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts, const std::string& password) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* zip = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (zip == nullptr) throw std::runtime_error("no archive");
  zip_source_keep(source);
  for (const auto& [name, bytes] : parts) {
    const zip_int64_t index = zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
    if (!password.empty()) zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), ZIP_EM_AES_128, password.c_str());
  }
  if (zip_close(zip) != 0) throw std::runtime_error("archive not written");
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(source);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

XmlCell text_cell(const std::string& words) {
  if (words.empty()) return {};
  return {"t=\"inlineStr\"", "<is><t xml:space=\"preserve\">" + escaped(words) + "</t></is>"};
}
XmlCell number_cell(const std::string& digits, int style) { return {"s=\"" + std::to_string(style) + "\"", "<v>" + digits + "</v>"}; }
XmlCell shared_cell(int index) { return {"t=\"s\"", "<v>" + std::to_string(index) + "</v>"}; }
XmlCell nothing_cell() { return {}; }

std::string workbook_of(const XmlBook& book) {
  std::vector<std::pair<std::string, std::string>> parts;
  std::string sheets, book_relations;
  for (std::size_t i = 0; i < book.sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const std::string state = book.sheets[i].state.empty() ? "" : " state=\"" + book.sheets[i].state + "\"";
    sheets += "<sheet name=\"" + escaped(book.sheets[i].name) + "\" sheetId=\"" + number + "\"" + state + " r:id=\"rId" + number + "\"/>";
    book_relations += relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    parts.emplace_back("xl/worksheets/sheet" + number + ".xml", sheet_xml(book.sheets[i]));
  }
  book_relations += relation("rIdS", "sharedStrings", "sharedStrings.xml") + relation("rIdF", "styles", "/xl/styles.xml");
  std::string shared = std::string(kHead) + "<sst " + kMain + ">";
  for (const std::string& words : book.shared) shared += "<si>" + words + "</si>";
  parts.emplace_back("xl/sharedStrings.xml", shared + "</sst>");
  parts.emplace_back("xl/styles.xml", styles_xml(book.formats));
  parts.emplace_back("xl/_rels/workbook.xml.rels", relations(book_relations));
  parts.emplace_back("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
  parts.emplace_back("xl/workbook.xml", std::string(kHead) + "<workbook " + kMain + " xmlns:r=\"" + kRelations + "\"><workbookPr date1904=\"" +
                                            (book.from_1904 ? "1" : "0") + "\"/><sheets>" + sheets + "</sheets></workbook>");
  return zip_of(parts);
}

std::string workbook_of(const std::vector<std::vector<std::string>>& rows) {
  XmlSheet sheet;
  for (const auto& row : rows) {
    std::vector<XmlCell> cells;
    for (const std::string& words : row) cells.push_back(text_cell(words));
    sheet.rows.push_back(std::move(cells));
  }
  return workbook_of({.sheets = {std::move(sheet)}, .shared = {}, .formats = {}});
}

}  // namespace tests
