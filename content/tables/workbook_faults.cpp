#include "content/tables/workbook_faults.h"

namespace content::tables {
namespace {

// As such a file's directory spells the names of its streams.
std::string utf16(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

}  // namespace

Error damaged_workbook(const std::string& file) {
  return {file + " 打不开，文件不完整或已损坏；请在 Excel 或 WPS 里打开它，另存为 .xlsx 后再导入。",
          file + " cannot be read, it is incomplete or damaged; open it in Excel or WPS, save it as .xlsx and import that file."};
}

Error locked_workbook(const std::string& file) {
  return {file + " 设了打开密码，读不了；请在 Excel 或 WPS 里打开它，去掉密码，另存为 .xlsx 后再导入。",
          file + " is locked with a password; open it in Excel or WPS, take the password off, save it as .xlsx and import that file."};
}

Error too_large(const std::string& file) {
  return {file + " 展开后太大，没有读；请只留要导入的那张工作表和有内容的行列，另存为 .xlsx 后再导入。",
          file + " is too large when unpacked and was not read; keep only the sheet, rows and columns to import, save it as .xlsx and "
                 "import that file."};
}

Error too_large_text(const std::string& file) {
  return {file + " 的行或格太多，没有读；请只留要导入的行列，或分成几个文件，再导入。",
          file + " has too many rows or cells and was not read; keep only the rows and columns to import, or split it into several files."};
}

Error other_format(const std::string& file, std::string_view what_zh, std::string_view what_en) {
  return {file + " 是" + std::string(what_zh) + "，读不了；请在 Excel 或 WPS 里打开它，另存为 .xlsx 后再导入。",
          file + " is " + std::string(what_en) + "; open it in Excel or WPS, save it as .xlsx and import that file."};
}

Error old_office_file(const std::string& file, std::string_view bytes) {
  if (bytes.find(utf16("EncryptedPackage")) != std::string_view::npos) return locked_workbook(file);
  if (bytes.find(utf16("WordDocument")) != std::string_view::npos) return other_format(file, " Word 文档", "a Word document");
  return other_format(file, "旧版的 Excel 或 WPS 表格（.xls、.et）", "an old Excel or WPS sheet (.xls, .et)");
}

}  // namespace content::tables
