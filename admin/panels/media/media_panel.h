// 素材库: every picture of the office, with what it is used for and whether it may be shown. Files come in by dropping them on the
// window, by the file browser, or by a pasted path.
#pragma once

#include "admin/panels/panel.h"

namespace admin {

std::unique_ptr<Panel> make_media_panel(desk::Desk& desk);
// Pictures of figures that lack a consent, or whose consent ends soon.
int consents_due(Workspace& office);

}  // namespace admin
