// The office's records of one kind as a table that Excel opens and import_table() reads back unchanged.
#pragma once

#include <string>

#include "content/kinds.h"
#include "content/language.h"
#include "content/office_store.h"

namespace content::tables {

// UTF-8 with byte order mark, CRLF, headers in Chinese or English, one row a record, oldest first, drafts included.
std::string export_table(const OfficeStore& office, const KindSpec& spec, Language headers);

}  // namespace content::tables
