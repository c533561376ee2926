// Why a workbook cannot be read, said to the clerk who has it: what, which file, what to do in Excel or WPS.
#pragma once

#include <string>
#include <string_view>

#include "content/error.h"

namespace content::tables {

Error damaged_workbook(const std::string& file);
Error locked_workbook(const std::string& file);   // a password is needed to open it
Error too_large(const std::string& file);
Error too_large_text(const std::string& file);
// The file's bytes are a spreadsheet in another form, or none: .xls, .xlsb, .ods, Word, a web page named .xls, another archive.
Error other_format(const std::string& file, std::string_view what_zh, std::string_view what_en);

// What a file that begins like an old Office file is: the fault to show for it.
Error old_office_file(const std::string& file, std::string_view bytes);

}  // namespace content::tables
