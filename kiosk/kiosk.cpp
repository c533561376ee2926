#include "kiosk/kiosk.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "kiosk/screens/screens.h"
#include "kiosk/screens/standing.h"
#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/text_engine.h"
#include "kiosk/widgets/idle_dialog.h"
#include "kiosk/wipe.h"

namespace kiosk {
namespace {

using std::chrono::milliseconds;

Visitor new_visitor(ui::Language language) {
  Visitor visitor;
  visitor.modes.language = language;
  return visitor;
}

constexpr float kRise = 24;  // u a new page rises while it fades in

}  // namespace

Kiosk::Kiosk(ui::Session& session, KioskOptions options)
    : session_(session),
      options_(std::move(options)),
      visitor_(new_visitor(options_.language)),
      texts_(options_.language),
      tributes_(options_.state.empty() ? options_.state : options_.state / "tributes.txt"),
      searcher_([&session] { session.wake(); }),
      navigator_(make_screen) {}

milliseconds Kiosk::since_start() const { return milliseconds(static_cast<std::int64_t>(session_.seconds() * 1000)); }

Context Kiosk::context(content::LocalMinute now) {
  return {*catalog_, now, texts_, options_.place, visitor_, searcher_, tributes_};
}

void Kiosk::show(std::shared_ptr<const content::Catalog> catalog) {
  next_catalog_ = std::move(catalog);
  catalog_changed_ = true;
  session_.wake();
}

std::string_view Kiosk::screen_name() {
  if (!catalog_) return "standing";
  if (showing_ == Showing::Attract || navigator_.empty()) return attract_.has_posters() ? "attract" : "standing";
  return navigator_.top().name();
}

void Kiosk::refresh(content::LocalMinute now) {
  const bool new_release = std::exchange(catalog_changed_, false);
  if (new_release) {
    catalog_ = std::move(next_catalog_);
    session_.pictures().forget_failures();
    if (!catalog_) {
      leave();
      return;
    }
    searcher_.use(catalog_->content_db);
  }
  if (!catalog_ || (!new_release && now == minute_)) return;
  minute_ = now;
  const Context here = context(now);
  attract_.enter(here);
  if (showing_ == Showing::Pages) turned(navigator_.refresh(here));
}

void Kiosk::turned(Turned what) {
  if (what == Turned::Nothing) return;
  page_since_ = session_.seconds();
  session_.lock_out();
  session_.forget_animations();
  session_.wake();
  if (what == Turned::Failed && navigator_.empty()) leave();
}

void Kiosk::begin_visit(content::LocalMinute now) {
  showing_ = Showing::Pages;
  last_touch_ = since_start();
  turned(navigator_.start(context(now)));
}

void Kiosk::open(ScreenKind screen, Target target, content::LocalMinute now) {
  refresh(now);
  if (!catalog_) return;
  begin_visit(now);
  if (screen != ScreenKind::Home) turned(navigator_.apply(Open{screen, std::move(target)}, context(now)));
}

void Kiosk::set_modes(const ui::Modes& modes, content::LocalMinute now) {
  visitor_.modes = modes;
  if (texts_.language() != modes.language) texts_.speak(modes.language);
  session_.set_modes(modes);
  if (catalog_ && visiting()) turned(navigator_.refresh(context(now)));
  session_.wake();
}

void Kiosk::ask_now() {
  if (!visiting()) return;
  const milliseconds shown = std::min<milliseconds>(options_.idle.countdown, std::chrono::seconds(13));
  last_touch_ = since_start() - ask_after() - options_.idle.countdown + shown;
}

void Kiosk::leave() {
  showing_ = Showing::Attract;
  asking_ = false;
  navigator_.clear();
  searcher_.forget();
  wipe(visitor_.typed);
  visitor_ = new_visitor(options_.language);
  texts_.speak(options_.language);
  session_.set_modes(visitor_.modes);
  attract_.restart();
  session_.lock_out();
  session_.forget_animations();
  session_.text().forget();
  wipe_stack();
  session_.wake();
}

std::chrono::seconds Kiosk::ask_after() const {
  return navigator_.top().is_for_reading() ? options_.idle.ask_after_reading : options_.idle.ask_after;
}

IdleState Kiosk::idle() const { return idle_state(last_touch_, since_start(), ask_after(), options_.idle.countdown); }

void Kiosk::frame(content::LocalMinute now) {
  searcher_.collect();
  refresh(now);
  if (visiting() && idle().phase == IdlePhase::Gone) leave();
  asking_ = visiting() && idle().phase == IdlePhase::Asking;

  Wish wish;
  session_.frame([&](ui::Canvas& canvas) { wish = draw(canvas, now); });
  if (session_.had_input()) last_touch_ = since_start();
  carry_out(std::move(wish), now);
}

Kiosk::Wish Kiosk::draw(ui::Canvas& canvas, content::LocalMinute now) {
  if (!catalog_) {
    draw_standing(canvas, texts_, now, {{}, options_.standing.welcome, options_.standing.phone});
    return {};
  }
  const Context here = context(now);
  return visiting() ? draw_pages(canvas, here) : draw_idle(canvas, here);
}

// Nobody is here.
Kiosk::Wish Kiosk::draw_idle(ui::Canvas& canvas, const Context& here) {
  Wish wish;
  if (attract_.has_posters()) {
    wish.begin_visit = attract_.draw(canvas, here);
    return wish;
  }
  const content::City& city = catalog_->city;
  draw_standing(canvas, texts_, here.now, {city.name, city.welcome, city.service_phone});
  wish.begin_visit = canvas.touch(texts_("attract.touch"), canvas.bounds()).tapped;
  return wish;
}

Kiosk::Wish Kiosk::draw_pages(ui::Canvas& canvas, const Context& here) {
  const double length = std::chrono::duration<double>(canvas.theme().duration(ui::motion::kPage)).count();
  const auto t = static_cast<float>(std::clamp((canvas.seconds() - page_since_) / length, 0.0, 1.0));
  const float shown = ui::ease_out(t);
  if (t < 1) canvas.request_frame();

  Wish wish;
  canvas.fill(canvas.bounds(), canvas.color().paper1);
  canvas.push_alpha(shown);
  canvas.push_offset({0, (1 - shown) * kRise});
  wish.action = navigator_.draw(canvas, here, wish.page_failed);
  if (wish.page_failed) {
    session_.unwind();  // the page's own clips and offsets lie on top of ours
    return wish;
  }
  canvas.pop_offset();
  canvas.pop_alpha();
  if (!asking_) return wish;

  wish.action = Stay{};
  const IdleAnswer answer = idle_dialog(canvas, here.texts, idle().left, options_.idle.countdown);
  wish.stay = answer == IdleAnswer::Stay;
  wish.leave = answer == IdleAnswer::Leave;
  return wish;
}

void Kiosk::carry_out(Wish wish, content::LocalMinute now) {
  if (!catalog_) return;
  if (wish.leave) leave();
  if (wish.stay) last_touch_ = since_start();
  if (wish.begin_visit) begin_visit(now);
  if (wish.page_failed && navigator_.depth() > 1) turned(navigator_.start(context(now)));
  else if (wish.page_failed) leave();  // home itself: not again until somebody touches
  if (const auto* modes = std::get_if<SetModes>(&wish.action)) {
    set_modes(modes->modes, now);
    return;
  }
  if (!stays(wish.action) && visiting()) turned(navigator_.apply(std::move(wish.action), context(now)));
}

std::optional<std::chrono::milliseconds> Kiosk::due_in() const {
  const auto asked = session_.due_in();
  if (!visiting()) return asked;
  const IdleState state = idle();
  milliseconds idle_due = state.left;
  if (state.phase == IdlePhase::Asking) idle_due = asking_ ? std::min(state.left, milliseconds(1000)) : milliseconds(0);
  return asked ? std::min(*asked, idle_due) : idle_due;
}

}  // namespace kiosk
