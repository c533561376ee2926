#include "admin/preview/preview.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "admin/preview/preview_page.h"
#include "content/days.h"
#include "content/record.h"
#include "kiosk/kiosk.h"
#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/texture_backend.h"

namespace admin {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int kLongSide = 1920;
constexpr int kShortSide = 1080;
constexpr double kStepSeconds = 1;              // longer than any fade: what moves has arrived
constexpr std::chrono::hours kNever{24 * 365};  // nobody is asked whether they are still there
constexpr std::int64_t kPictureBytes = 24LL << 20;
constexpr milliseconds kLook{1000};             // between two looks at the database

kiosk::KioskOptions kiosk_options() {
  kiosk::KioskOptions options;
  options.idle = {.ask_after = kNever, .ask_after_reading = kNever, .countdown = std::chrono::seconds(20)};
  return options;
}

}  // namespace

struct Preview::Screen {
  Screen(ui::Backend& window, ui::PixelSize size)
      : backend(window, size), session({.texture_limit_bytes = kPictureBytes, .fonts = {}}, backend), kiosk(session, kiosk_options()) {}

  ui::TextureBackend backend;
  ui::Session session;
  kiosk::Kiosk kiosk;
};

Preview::Preview(PreviewBases& bases, ui::Backend& window) : bases_(bases), window_(window), catalog_(bases) {}

Preview::~Preview() {
  const ui::KeepContext keep;
  screen_.reset();
}

void Preview::show(PreviewWish wish) {
  if (wished_ && wish == wish_) return;
  const bool same_page = wished_ && wish.kind == wish_.kind && wish.record == wish_.record && wish.field == wish_.field;
  page_lost_ = page_lost_ || !same_page;
  wish_ = std::move(wish);
  wished_ = true;
  dirty_ = true;
}

void Preview::draw(ui::Canvas& canvas, ui::Rect box, float radius) {
  const float scale = canvas.pixels_per_u();
  box_px_ = {static_cast<int>(std::lround(box.w * scale)), static_cast<int>(std::lround(box.h * scale))};
  seen_ = true;
  ui::draw_texture(canvas, box, screen_ == nullptr ? ui::DrawnTexture{} : screen_->backend.drawn(), radius);
  if (const auto due = due_in()) canvas.request_frame_in(*due);
}

void Preview::play(bool playing) {
  if (playing == playing_) return;
  playing_ = playing;
  page_lost_ = page_lost_ || !playing;
  dirty_ = true;
  if (screen_ == nullptr) return;
  screen_->backend.touch({-1, -1}, false);
  if (!playing) seconds_ = std::max(seconds_, screen_->session.seconds());
}

void Preview::touch(ui::Point at, bool down) {
  if (screen_ == nullptr || !playing_) return;
  if (at == finger_ && down == finger_down_) return;
  finger_ = at;
  finger_down_ = down;
  const ui::PixelSize size = screen_->backend.size();
  screen_->backend.touch({at.x * static_cast<float>(size.w), at.y * static_cast<float>(size.h)}, down);
  screen_->session.wake();
}

void Preview::wheel(float steps) {
  if (screen_ == nullptr || !playing_ || steps == 0) return;
  screen_->backend.wheel(steps);
  screen_->session.wake();
}

bool Preview::pending() const {
  if (!wished_) return false;
  return dirty_ || screen_ == nullptr || screen_->session.pictures().pending() || screen_->session.pictures().has_news();
}

std::string_view Preview::screen_name() const { return screen_ == nullptr ? std::string_view{} : screen_->kiosk.screen_name(); }

ui::Pixels Preview::capture() { return screen_ == nullptr ? ui::Pixels{} : screen_->backend.capture(); }

// Twice as large as it is shown, so that the mean of four pixels stands for each; a large one as it is.
ui::PixelSize Preview::render_size() const {
  const ui::PixelSize whole = wish_.portrait ? ui::PixelSize{kShortSide, kLongSide} : ui::PixelSize{kLongSide, kShortSide};
  if (box_px_.w <= 0 || box_px_.h <= 0) return whole;
  const int factor = std::max(box_px_.w, box_px_.h) * 2 <= kLongSide ? 2 : 1;
  return {box_px_.w * factor, box_px_.h * factor};
}

std::optional<milliseconds> Preview::due_in() const {
  if (!wished_) return std::nullopt;
  const bool news = screen_ != nullptr && screen_->session.pictures().has_news();
  std::optional<milliseconds> due;
  if (dirty_ || !looked_ || news || screen_ == nullptr || drawn_px_ != render_size()) due = milliseconds(0);
  else if (playing_) due = screen_->kiosk.due_in();
  if (!due) return std::nullopt;
  const auto rest = std::chrono::ceil<milliseconds>(rest_until_ - Clock::now());
  return std::max({milliseconds(0), rest, *due});
}

bool Preview::work() {
  const bool seen = std::exchange(seen_, false);
  const auto due = due_in();
  if (!seen || !due || *due > milliseconds(0)) return false;
  const ui::KeepContext keep;
  if (screen_ == nullptr) {
    screen_ = std::make_unique<Screen>(window_, render_size());
    screen_->session.install(&texts_);
  }
  const auto began = Clock::now();
  update();
  const auto ended = Clock::now();
  if (screen_->backend.drawn().whole != 0) rest_until_ = ended + (ended - began);
  ++version_;
  return true;
}

void Preview::update() {
  screen_->backend.resize(render_size());
  drawn_px_ = render_size();
  looked_ = true;
  const bool changed = std::exchange(dirty_, false);
  std::optional<PreviewDraft> draft;
  if (wish_.body || wish_.kind == content::Kind::Poster) draft = PreviewDraft{wish_.kind, wish_.record, wish_.body};
  const bool fresh = screen_->kiosk.catalog() == nullptr;
  const bool other = catalog_.show(wish_.base, draft, content::day_of(wish_.minute)) || fresh;
  if (other) screen_->kiosk.show(catalog_.get());
  not_shown_ = admin::not_shown(*catalog_.get(), wish_.kind, wish_.record, wish_.minute);
  if (wish_.kind == content::Kind::Merchant && wish_.body && !not_shown_ && content::value_at(*wish_.body, "pledge.signed_on") == nullptr) {
    not_shown_ = NotShown{"还没填签约日期，没签承诺的店不上屏", {}};
  }
  if (page_lost_ || (!playing_ && (changed || other))) {
    open_page();
    if (!playing_) draw_frame(false);
  } else if (changed) {
    screen_->kiosk.set_modes(wish_.modes, wish_.minute);
  }
  draw_frame(true);
}

void Preview::open_page() {
  kiosk::Kiosk& kiosk = screen_->kiosk;
  const PreviewPage page = preview_page(*catalog_.get(), wish_.kind, wish_.record, wish_.field);
  const bool stays = !page_lost_ && kiosk.screen_name() == page.name;
  if (!stays) {
    kiosk.leave();
    page_lost_ = false;
  }
  kiosk.set_modes(wish_.modes, wish_.minute);
  if (!stays && !page.attract) kiosk.open(page.screen, page.target, wish_.minute);
}

// The kiosk's clock runs while somebody plays; else it leaps, and all that moves has come to rest.
void Preview::draw_frame(bool drawn) {
  screen_->backend.draw_frames(drawn);
  if (playing_ && !running_) screen_->session.set_fixed_clock(std::nullopt);
  if (!playing_) screen_->session.set_fixed_clock(seconds_ += kStepSeconds);
  running_ = playing_;
  screen_->kiosk.frame(wish_.minute);
}

Previews::Previews(Workspace& office, ui::Backend& window) : bases_(office), window_(window) {}
Previews::~Previews() = default;

Preview& Previews::get(std::string_view name) {
  auto found = previews_.find(name);
  if (found == previews_.end()) found = previews_.emplace(std::string(name), std::make_unique<Preview>(bases_, window_)).first;
  return *found->second;
}

bool Previews::work() {
  const auto now = Clock::now();
  const bool seen = std::ranges::any_of(previews_, [](const auto& each) { return each.second->seen_; });
  if (seen && now - looked_ >= kLook) {
    looked_ = now;
    const bool news = bases_.look();
    for (auto& [name, preview] : previews_) {
      if (news) preview->follow_base();
    }
  }
  bool drawn = false;
  for (auto& [name, preview] : previews_) drawn = preview->work() || drawn;
  return drawn;
}

std::optional<milliseconds> Previews::due_in() const {
  std::optional<milliseconds> due;
  for (const auto& [name, preview] : previews_) {
    const auto its = preview->seen_ ? preview->due_in() : std::nullopt;
    if (its) due = due ? std::min(*due, *its) : its;
  }
  return due;
}

bool Previews::pending() const {
  return std::ranges::any_of(previews_, [](const auto& each) { return each.second->seen_ && each.second->pending(); });
}

}  // namespace admin
