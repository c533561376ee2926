// The panel of one kind of record, the same for all kinds: its list, the inspector beside it, the full form.
#pragma once

#include <memory>
#include <string>

#include "admin/panels/panel.h"

namespace admin {

// `title`: of the page (双拥街商户).
std::unique_ptr<Panel> make_kind_panel(desk::Desk& desk, const content::KindSpec& spec, std::string title);

// How many records of the kind wait for something that the signed-in person may do.
int kind_badge(Workspace& office, const content::KindSpec& spec);

}  // namespace admin
