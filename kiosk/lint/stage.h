// One kiosk that the check plays the visitor on: quick to settle, on any backend, with pixels or without.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/catalog.h"
#include "kiosk/kiosk.h"
#include "kiosk/lint/sight.h"
#include "kiosk/stops.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/staged_backend.h"

namespace kiosk::lint {

struct StageOptions {
  KioskOptions kiosk;
  ui::Panel panel{};
  content::LocalMinute now{};
  bool pixels = false;       // look() brings pixels: `backend` draws some
};

class Stage {
 public:
  // `backend` outlives it.
  Stage(ui::Backend& backend, StageOptions options);
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  void show(std::shared_ptr<const content::Catalog> catalog);
  // A new visitor in these modes comes to the page.
  void visit(const Stop& stop, const ui::Modes& modes);
  // The visitor leaves; the attract loop runs.
  void leave();
  // "还在吗？" is asked.
  void ask();
  // Touches the item and waits until all has come to rest. False when the item is not there.
  bool tap(std::string_view label);
  // The page at rest, with its pixels if the stage has any and they are wanted.
  Sight look(bool pixels = true);

  const std::vector<ui::LoggedItem>& items() const { return items_.items(); }
  const std::vector<ui::LoggedText>& texts() const { return texts_.texts(); }
  std::string screen() { return std::string(kiosk_.screen_name()); }
  const ui::Modes& modes() const { return session_.modes(); }
  content::LocalMinute now() const { return options_.now; }
  bool landscape() const { return session_.size().w >= session_.size().h; }

 private:
  void step(double seconds);
  void settle();

  StageOptions options_;
  ui::StagedBackend backend_;
  ui::Session session_;
  Kiosk kiosk_;
  ui::ItemLog items_;
  ui::TextLog texts_;
  std::string chinese_mark_;
  double seconds_ = 1;
};

}  // namespace kiosk::lint
