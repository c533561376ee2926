// One kiosk without a window loop: what is on screen, who is there, what comes next. Tests drive it headless.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "content/catalog.h"
#include "kiosk/config.h"
#include "kiosk/context.h"
#include "kiosk/idle.h"
#include "kiosk/navigator.h"
#include "kiosk/screens/attract.h"
#include "kiosk/searcher.h"
#include "kiosk/texts.h"
#include "kiosk/tributes.h"
#include "kiosk/ui/session.h"
#include "kiosk/visitor.h"

namespace kiosk {

struct KioskOptions {
  Place place;
  Standing standing;
  IdleLimits idle;
  ui::Language language = ui::Language::Chinese;  // of a new visitor
  std::filesystem::path state;                    // counts are kept here; empty: nowhere
};

class Kiosk {
 public:
  Kiosk(ui::Session& session, KioskOptions options);

  // From the next frame on this release is on screen; pages stay open where their record still is. Null: standing picture.
  void show(std::shared_ptr<const content::Catalog> catalog);
  // One frame at the city's time.
  void frame(content::LocalMinute now);
  // Time until a frame is due without input; nullopt = never (the caller wakes for the next minute).
  std::optional<std::chrono::milliseconds> due_in() const;

  // "standing", "attract", or the page on top: "merchant".
  std::string_view screen_name();
  // Opens pages as a visitor would have come to them; for shots and tests. Ends the attract loop.
  void open(ScreenKind screen, Target target, content::LocalMinute now);
  // What the dock's buttons do: large text, high contrast, low reach, language. The page on top stays.
  void set_modes(const ui::Modes& modes, content::LocalMinute now);
  // What the visitor has typed so far, for shots and tests.
  void type(std::string text) { visitor_.typed = std::move(text); }
  // As if nobody had touched the screen until 13 s before the visit ends; for shots and tests.
  void ask_now();
  // The visitor is gone: wipes what they set and typed.
  void leave();
  Searcher& searcher() { return searcher_; }
  const Visitor& visitor() const { return visitor_; }
  const content::Catalog* catalog() const { return catalog_.get(); }
  bool asking() const { return asking_; }

 private:
  enum class Showing { Attract, Pages };

  // What a frame asks for; carried out after it.
  struct Wish {
    bool begin_visit = false;
    bool leave = false;
    bool stay = false;         // the answer to "还在吗？"
    bool page_failed = false;
    Action action = Stay{};
  };

  Context context(content::LocalMinute now);
  void refresh(content::LocalMinute now);
  void begin_visit(content::LocalMinute now);
  bool visiting() const { return catalog_ != nullptr && showing_ == Showing::Pages && !navigator_.empty(); }
  std::chrono::seconds ask_after() const;  // on the page on top
  IdleState idle() const;
  Wish draw(ui::Canvas& canvas, content::LocalMinute now);
  Wish draw_idle(ui::Canvas& canvas, const Context& context);
  Wish draw_pages(ui::Canvas& canvas, const Context& context);
  void carry_out(Wish wish, content::LocalMinute now);
  void turned(Turned turned);
  std::chrono::milliseconds since_start() const;

  ui::Session& session_;
  KioskOptions options_;
  Visitor visitor_;
  Texts texts_;
  Tributes tributes_;
  Searcher searcher_;
  std::shared_ptr<const content::Catalog> catalog_;
  std::shared_ptr<const content::Catalog> next_catalog_;
  bool catalog_changed_ = false;
  Attract attract_;
  Navigator navigator_;
  Showing showing_ = Showing::Attract;
  content::LocalMinute minute_{};                  // of the last fetch
  std::chrono::milliseconds last_touch_{0};        // session clock
  bool asking_ = false;
  double page_since_ = 0;                          // canvas seconds when the page on top came
};

}  // namespace kiosk
