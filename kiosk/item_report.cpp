#include "kiosk/item_report.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "kiosk/ui/touch_tracker.h"

namespace kiosk {

ItemReport::ItemReport(std::filesystem::path file, ui::Session& session) : file_(std::move(file)), session_(session) {
  session_.install(&items_);
}

ItemReport::~ItemReport() { session_.install(static_cast<ui::ItemLog*>(nullptr)); }

void ItemReport::write(Kiosk& kiosk) {
  const ui::Modes& modes = session_.modes();
  nlohmann::json report{{"frame", ++frame_},
                        {"screen", std::string(kiosk.screen_name())},
                        {"asking", kiosk.asking()},
                        {"down", session_.touches().pointer().down},
                        {"typed", kiosk.visitor().typed.size()},
                        {"large", modes.large_text},
                        {"contrast", modes.high_contrast},
                        {"low", modes.low_reach},
                        {"english", modes.language == ui::Language::English},
                        {"release", kiosk.catalog() != nullptr ? kiosk.catalog()->sequence : 0},
                        {"window", {session_.backend().size().w, session_.backend().size().h}},
                        {"items", nlohmann::json::array()}};
  // The frame in which a page turns still shows the old one: its items are not the new page's.
  const bool turned = screen_ != report["screen"];
  screen_ = report["screen"];
  if (turned) session_.wake();
  const float scale = session_.pixels_per_u();
  for (const ui::LoggedItem& item : items_.items()) {
    if (turned) break;
    report["items"].push_back({item.label, item.box.x * scale, item.box.y * scale, item.box.w * scale, item.box.h * scale});
  }
  auto part = file_;
  part += ".part";
  std::ofstream(part) << report.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  std::error_code ignored;
  std::filesystem::rename(part, file_, ignored);
}

}  // namespace kiosk
