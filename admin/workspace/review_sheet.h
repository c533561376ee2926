// The review sheet that prints: one page or more a record, with what it says, what changed, the pictures before and after, and
// three boxes to sign, filled with the approvals that the database has.
//
// One HTML file that needs nothing beside it: pictures lie in it, no script, nothing is fetched. Whatever stands in a record is
// shown as words, never taken for HTML.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "content/ids.h"
#include "content/media_store.h"
#include "content/office_store.h"

namespace admin {

struct SheetOffice {
  const content::OfficeStore& store;
  const content::MediaStore& library;
  std::int64_t now_ms = 0;   // printed
};

// Records that are not there are left out. Throws Error.
std::string review_sheet(const SheetOffice& office, std::span<const content::RecordId> records);

// The same into a file, whole or not at all. Throws Error.
void write_review_sheet(const SheetOffice& office, std::span<const content::RecordId> records, const std::filesystem::path& file);

// What waits for any of the three rounds, by round, then as the kinds stand.
std::vector<content::RecordId> waiting_records(const content::OfficeStore& store);

// & < > " ' and control characters made harmless between tags and in quoted attributes.
std::string html_words(std::string_view words);

}  // namespace admin
