// What may be done with all selected records at once; stands in place of the list's foot.
#pragma once

#include "admin/desk/desk.h"
#include "admin/workspace/deeds.h"
#include "admin/workspace/record_list.h"

namespace admin {

void bulk_bar(desk::Desk& desk, ui::Rect bar, RecordList& list);

// Tells what became of many records: a toast when all went well, else a layer that names each that was left out and why.
void tell_outcome(desk::Desk& desk, std::string_view verb, const BulkOutcome& outcome);

}  // namespace admin
