// One field of many records.
#pragma once

#include <memory>
#include <vector>

#include "admin/desk/desk.h"
#include "content/kinds.h"

namespace admin {

// A dialog: which field, which value; one step to undo.
std::unique_ptr<desk::Layer> make_bulk_edit(const content::KindSpec& spec, std::vector<content::RecordId> records);

}  // namespace admin
