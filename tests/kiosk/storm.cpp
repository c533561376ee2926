#include "tests/kiosk/storm.h"

#include <malloc.h>

#include <algorithm>
#include <thread>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "kiosk/mode_words.h"
#include "kiosk/stops.h"
#include "kiosk/texts.h"
#include "kiosk/ui/picture_store.h"

#ifdef __SANITIZE_ADDRESS__
// Of the sanitizer's runtime; GCC installs no header that declares it. malloc's own figures are 0 there.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

namespace tests {
namespace {

int open_files() {
  int count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) ++count;
  return count;
}

kiosk::KioskOptions options_in(const std::filesystem::path& folder) {
  kiosk::KioskOptions options;
  options.state = folder;
  options.place.street = "江滩双拥街";
  options.place.map = kiosk::MapPoint{0.36F, 0.52F};
  options.place.longitude = 111.301;
  options.place.latitude = 30.692;
  options.place.facing = 180;
  return options;
}

}  // namespace

Storm::Storm(std::vector<std::filesystem::path> releases, ui::PixelSize size, std::uint32_t seed)
    : releases_(std::move(releases)), backend_(size), session_({.texture_limit_bytes = kPictureBytes, .fonts = {}, .panel = {}}, backend_), kiosk_(session_, options_in(folder_.path())), random_(seed) {
  session_.install(&items_);
  session_.set_fixed_clock(seconds_);
  catalog_ = content::Catalog::load(releases_.front());
  kiosk_.show(catalog_);
  frames(2);
}

void Storm::frame(double seconds) {
  seconds_ += seconds;
  session_.set_fixed_clock(seconds_);
  kiosk_.frame(now_);
}

void Storm::frames(int count) {
  for (int i = 0; i < count; ++i) frame();
}

int Storm::below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(std::max(1, bound))); }

void Storm::down(ui::Point at) {
  const float scale = session_.pixels_per_u();
  backend_.touch_down({at.x * scale, at.y * scale});
  frame();
}

void Storm::up() {
  backend_.touch_up();
  frame();
}

void Storm::tap(ui::Point at) {
  down(at);
  up();
}

void Storm::tap_some_item() {
  const auto& items = items_.items();
  if (items.empty()) return tap({session_.size().w / 2, session_.size().h / 2});
  const ui::Rect box = items[static_cast<std::size_t>(below(static_cast<int>(items.size())))].box;
  tap({box.x + box.w * (0.2F + 0.6F * static_cast<float>(below(100)) / 100), box.y + box.h * 0.5F});
}

void Storm::drag() {
  const ui::Size size = session_.size();
  const ui::Point from{static_cast<float>(below(static_cast<int>(size.w))), static_cast<float>(below(static_cast<int>(size.h)))};
  const ui::Point by{static_cast<float>(below(1200) - 600), static_cast<float>(below(900) - 450)};
  const float scale = session_.pixels_per_u();
  down(from);
  for (int i = 1; i <= 4; ++i) {
    const float share = static_cast<float>(i) / 4;
    backend_.touch_move({(from.x + by.x * share) * scale, (from.y + by.y * share) * scale});
    frame();
  }
  up();
}

void Storm::key() {
  constexpr ImGuiKey kKeys[] = {ImGuiKey_Tab, ImGuiKey_Enter, ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow,
                                ImGuiKey_Escape, ImGuiKey_Backspace, ImGuiKey_Space};
  backend_.press_key(kKeys[static_cast<std::size_t>(below(std::size(kKeys)))]);
  frames(2);
}

// Mostly a moment; now and then long enough to be asked, and sometimes for good.
void Storm::wait() {
  const int kind = below(40);
  if (kind == 0) {
    for (int i = 0; i < 160; ++i) frame(1);
  } else if (kind < 4) {
    for (int i = 0; i < 65; ++i) frame(1);
  } else {
    frames(8);
  }
  if (below(4) == 0) now_ += std::chrono::minutes(1 + below(30));
  if (now_ > design_minute() + std::chrono::hours(20)) now_ = design_minute();
}

void Storm::act() {
  const int kind = below(100);
  if (kind < 76) {
    tap_some_item();
    if (below(3) == 0) frames(7);   // past the lock-out
  } else if (kind < 84) {
    drag();
  } else if (kind < 88) {
    const ui::Size size = session_.size();
    const ui::Point at{static_cast<float>(below(static_cast<int>(size.w))), static_cast<float>(below(static_cast<int>(size.h)))};
    tap(at);
    tap(at);
  } else if (kind < 94) {
    key();
  } else if (kind < 96) {
    backend_.wheel(static_cast<float>(below(7) - 3));
    frame();
  } else {
    wait();
  }
  note();
}

void Storm::note() {
  const std::string screen(kiosk_.screen_name());
  screens_.insert(screen);
  modes_.insert(kiosk::mode_suffix(session_.modes()));
  for (const std::string& label : items_.duplicates()) duplicates_[screen].insert(label);
}

void Storm::visit_and_leave(int touches, int quiet_seconds) {
  begin_at(static_cast<std::size_t>(below(1000)), {});
  for (int i = 0; i < touches; ++i) {
    tap_some_item();
    frames(8);
  }
  note();
  for (int i = 0; i < quiet_seconds; ++i) frame(1);
  now_ += std::chrono::minutes(1 + quiet_seconds / 60);
  if (now_ > design_minute() + std::chrono::hours(20)) now_ = design_minute();
}

void Storm::change_release() {
  if (below(10) == 0) {
    kiosk_.show(nullptr);
    frames(2);
  }
  release_ = (release_ + 1) % releases_.size();
  catalog_ = content::Catalog::load(releases_[release_]);
  kiosk_.show(catalog_);
  frame();
}

std::size_t Storm::stops() const { return kiosk::stops(*catalog_).size(); }

void Storm::begin_at(std::size_t stop, const ui::Modes& modes) {
  const auto all = kiosk::stops(*catalog_);
  const kiosk::Stop& at = all[stop % all.size()];
  kiosk_.leave();
  if (!at.typed.empty()) kiosk_.type(at.typed);
  kiosk_.open(at.screen, at.target, now_);
  kiosk_.set_modes(modes, now_);
  frames(8);
  note();
}

std::optional<ui::Point> Storm::centre_of(std::string_view label) const {
  const auto box = items_.find(label);
  return box ? std::optional(box->centre()) : std::nullopt;
}

bool Storm::go_home() {
  backend_.touch_up();
  frames(10);
  for (int attempt = 0; attempt < 8; ++attempt) {
    if (kiosk_.screen_name() == "home") return true;
    const kiosk::Texts texts(session_.modes().language);
    // A dialog's answer and a sheet's close button lie above what leads home.
    std::vector<std::string_view> ways{"idle.stay"};
    for (const auto& [key, words] : texts.table()) {
      if (key.ends_with(".close")) ways.push_back(key);
    }
    ways.insert(ways.end(), {"attract.touch", "dock.home"});
    const auto way = std::ranges::find_if(ways, [&](std::string_view key) { return centre_of(texts(key)).has_value(); });
    if (way != ways.end()) {
      tap(*centre_of(texts(*way)));
      frames(10);
    }
  }
  return kiosk_.screen_name() == "home";
}

std::string Storm::where() { return std::string(kiosk_.screen_name()) + kiosk::mode_suffix(session_.modes()); }

namespace {

// Textures and tables of the letters that were drawn lately.
std::int64_t letter_bytes(const ImFontAtlas& atlas) {
  std::int64_t bytes = 0;
  for (const ImTextureData* texture : atlas.TexList) {
    if (texture->Pixels != nullptr) bytes += texture->GetSizeInBytes();
  }
  auto& baked = atlas.Builder->BakedPool;
  for (int i = 0; i < baked.Size; ++i) {
    const ImFontBaked& one = baked[i];
    bytes += static_cast<std::int64_t>(one.IndexAdvanceX.Capacity) * static_cast<std::int64_t>(sizeof(float)) +
             static_cast<std::int64_t>(one.IndexLookup.Capacity) * static_cast<std::int64_t>(sizeof(ImU16)) +
             static_cast<std::int64_t>(one.Glyphs.Capacity) * static_cast<std::int64_t>(sizeof(ImFontGlyph));
  }
  return bytes;
}

}  // namespace

Footprint Storm::at_rest() {
  now_ = design_minute();
  kiosk_.leave();
  release_ = 0;
  catalog_ = content::Catalog::load(releases_.front());
  kiosk_.show(catalog_);
  kiosk_.open(kiosk::ScreenKind::Home, {}, now_);
  for (int i = 0; i < 4000 && (i < 30 || session_.pictures().pending()); ++i) {
    frame();
    std::this_thread::yield();
  }
  Footprint print;
  const ui::PictureStore::Counters& pictures = session_.pictures().counters();
  print.textures = backend_.live_textures() - static_cast<int>(pictures.count);
  print.texture_bytes = backend_.texture_bytes() - pictures.bytes;
  print.picture_bytes = pictures.bytes;
  print.imgui_windows = session_.context()->Windows.Size;
  print.open_files = open_files();
#ifdef __SANITIZE_ADDRESS__
  print.heap_bytes = static_cast<std::int64_t>(__sanitizer_get_current_allocated_bytes());
#else
  const auto info = mallinfo2();
  print.heap_bytes = static_cast<std::int64_t>(info.uordblks + info.hblkhd);
#endif
  print.letter_bytes = letter_bytes(*session_.context()->IO.Fonts);
  print.heap_bytes -= print.letter_bytes;
  return print;
}

}  // namespace tests
