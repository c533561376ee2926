// A panel for each kind of record, made from the list of kinds: a new kind is in the window without another line here.
#pragma once

#include <vector>

#include "admin/panels/panel.h"

namespace admin {

// In the order in which the office works with them: articles, honour roll, merchants, goods first.
std::vector<PanelInfo> kind_panels();

}  // namespace admin
