#include "kiosk/lint/sight.h"

namespace kiosk::lint {

Sight sight_of(ui::Session& session, const ui::ItemLog& items, const ui::TextLog& texts) {
  const ui::Canvas canvas(session);
  Sight sight;
  sight.screen = session.size();
  sight.mm_per_u = canvas.mm_per_u();
  sight.reach_top = canvas.reach_top();
  sight.pixels_per_u = session.pixels_per_u();
  sight.modes = session.modes();
  sight.disabled = session.theme().color.disabled;
  sight.items = items.items();
  sight.texts = texts.texts();
  return sight;
}

}  // namespace kiosk::lint
