// Which of the kiosk's pages shows a record best.
#pragma once

#include <string_view>

#include "content/catalog.h"
#include "kiosk/screen.h"

namespace admin {

struct PreviewPage {
  bool attract = false;              // the posters that wait for visitors; the rest says nothing
  kiosk::ScreenKind screen = kiosk::ScreenKind::Home;
  kiosk::Target target{};
  std::string_view name = "home";    // as Kiosk::screen_name() calls it
};

// `field`: the key of the field being written; a city's lines stand on several pages, a shop's place on its street's.
PreviewPage preview_page(const content::Catalog& catalog, content::Kind kind, const content::RecordId& id, std::string_view field = {});

}  // namespace admin
