// --item-log FILE, for tests with a real window: after each frame, what can be touched and where. Never what was typed, only how much.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "kiosk/kiosk.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/session.h"

namespace kiosk {

class ItemReport {
 public:
  // Both must outlive this.
  ItemReport(std::filesystem::path file, ui::Session& session);
  ~ItemReport();
  ItemReport(const ItemReport&) = delete;
  ItemReport& operator=(const ItemReport&) = delete;

  // Replaces the file with one JSON object: frame, screen, asking, down (a finger is), typed (bytes), large, contrast, low, english,
  // release, window ([w, h]), items ([label, x, y, w, h]), both in pixels of the window. A file that cannot be written is left out.
  void write(Kiosk& kiosk);

 private:
  std::filesystem::path file_;
  ui::Session& session_;
  ui::ItemLog items_;
  std::int64_t frame_ = 0;
  std::string screen_;   // of the frame before
};

}  // namespace kiosk
