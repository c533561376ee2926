// Sending many records one step on. Each record is its own decision: what is refused is told and left as it is, the
// rest goes on, and the exit code says that not all did.
#pragma once

#include <vector>

#include "admin/context.h"
#include "content/office_store.h"

namespace admin {

void submit_records(Context& context, content::OfficeStore& office, const std::vector<content::Record>& records,
                    const content::Person& person);
void approve_records(Context& context, content::OfficeStore& office, const std::vector<content::Record>& records,
                     const content::Person& person);
// Of these only what the person has seen, in the review queue or on a sheet made for them; says how many were left and how to see them.
void approve_opened_records(Context& context, content::OfficeStore& office, const std::vector<content::Record>& records,
                            const content::Person& person);

}  // namespace admin
