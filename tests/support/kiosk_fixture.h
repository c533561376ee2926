// A small city made by hand and a visitor's finger: what the tests of the kiosk's pages share.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/catalog.h"
#include "kiosk/kiosk.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/session.h"
#include "tests/support/temporary_folder.h"

namespace tests {

// 30 July 2026, 10:26, a Thursday.
content::LocalMinute design_minute();
content::LocalMinute minute_at(int year, unsigned month, unsigned day, int hour = 12, int minute = 0);

// One of everything and a few more: 3 articles in 1 series, 4 figures (one 英烈), 1 street, 7 signed shops and one unsigned,
// 3 products, no pictures. Change it, then call build_lookup().
std::shared_ptr<content::Catalog> small_city();

// Records to add more of.
content::Merchant merchant_named(std::string name, const content::Street& street, int number);
content::Figure figure_named(std::string name, content::FigureCategory category);
content::Article article_titled(std::string title, content::Day published);
content::Product product_named(std::string name, std::int64_t price_fen);

// One kiosk without a window, a finger that aims at items by their label, and a clock that the test turns.
class Visit {
 public:
  explicit Visit(std::shared_ptr<const content::Catalog> catalog, ui::PixelSize size = {1920, 1080},
                 kiosk::KioskOptions options = {});

  // Frames of 50 ms each.
  void frames(int count = 1);
  // Until fades and settling pages have come to rest, and the search has answered.
  void settle();
  // Presses, holds one frame, releases, settles. False when no such item is on screen.
  bool tap(std::string_view label);
  // Presses in the middle of the item (or of `from`) and drags by (dx, dy) u in `steps` frames, then lets go and settles.
  bool drag(std::string_view label, float dx, float dy, int steps = 6);
  // Nobody touches anything for so long; one frame a second.
  void wait_seconds(int seconds);

  bool has_item(std::string_view label) const { return items_.find(label).has_value(); }
  // Any text drawn in the last frame that contains `part`.
  bool shows(std::string_view part) const;
  std::vector<std::string> texts() const;
  std::string screen() { return std::string(kiosk_.screen_name()); }

  ui::NullBackend& backend() { return backend_; }
  ui::Session& session() { return session_; }
  kiosk::Kiosk& kiosk() { return kiosk_; }
  const ui::TextLog& text_log() const { return texts_; }
  const ui::ItemLog& item_log() const { return items_; }
  content::LocalMinute now = design_minute();

 private:
  void step(double seconds);

  TemporaryFolder folder_;
  ui::NullBackend backend_;
  ui::Session session_;
  kiosk::Kiosk kiosk_;
  ui::ItemLog items_;
  ui::TextLog texts_;
  double seconds_ = 1;
};

}  // namespace tests
