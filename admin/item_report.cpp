#include "admin/item_report.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "kiosk/ui/text_edit.h"

namespace admin {

ItemReport::ItemReport(std::filesystem::path file, ui::Session& session) : file_(std::move(file)), session_(session) {
  session_.install(&items_);
  session_.install(&texts_);
}

ItemReport::~ItemReport() {
  session_.install(static_cast<ui::ItemLog*>(nullptr));
  session_.install(static_cast<ui::TextLog*>(nullptr));
}

void ItemReport::write(const Shell& shell) {
  const ui::Canvas canvas(session_);
  nlohmann::json report{{"frame", ++frame_},
                        {"panel", std::string(shell.panel_id())},
                        {"typing", ui::typing(canvas)},
                        {"caret", ""},
                        {"window", {session_.backend().size().w, session_.backend().size().h}},
                        {"items", nlohmann::json::array()},
                        {"texts", nlohmann::json::array()}};
  const float scale = session_.pixels_per_u();
  for (const ui::LoggedItem& item : items_.items()) {
    const ui::Rect& seen = item.seen;
    if (ui::typing_in(canvas, item.label)) report["caret"] = item.label;
    report["items"].push_back({item.label, seen.x * scale, seen.y * scale, seen.w * scale, seen.h * scale, item.behind});
  }
  for (const ui::LoggedText& text : texts_.texts()) report["texts"].push_back(text.text);
  auto part = file_;
  part += ".part";
  std::ofstream(part) << report.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  std::error_code ignored;
  std::filesystem::rename(part, file_, ignored);
}

}  // namespace admin
