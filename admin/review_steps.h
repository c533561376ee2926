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

}  // namespace admin
