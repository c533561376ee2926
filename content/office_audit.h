// Writing and checking the audit log's table; inside of OfficeStore.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <nlohmann/json.hpp>
#include <string>

#include "content/audit.h"

namespace content {

// Appends a line in the caller's transaction; number, at and hash are filled here.
void append_audit(SQLite::Database& database, AuditEntry entry);

AuditCheck check_audit(SQLite::Database& database);

// {"name": ["old", "new"]} of the fields that differ; a field that was not there is null. Empty when none differs.
std::string changes_between(const nlohmann::json& before, const nlohmann::json& after);

}  // namespace content
