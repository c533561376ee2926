#include "tests/support/clerk.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <chrono>
#include <map>
#include <thread>

#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/text_edit.h"
#include "kiosk/ui/touch_tracker.h"

namespace tests {

namespace {

int imgui_key(ui::Key key) {
  using enum ui::Key;
  static const std::map<ui::Key, int> kKeys{
      {Escape, ImGuiKey_Escape}, {Enter, ImGuiKey_Enter}, {Space, ImGuiKey_Space}, {Tab, ImGuiKey_Tab}, {Up, ImGuiKey_UpArrow}, {Down, ImGuiKey_DownArrow},
      {Left, ImGuiKey_LeftArrow}, {Right, ImGuiKey_RightArrow}, {PageUp, ImGuiKey_PageUp}, {PageDown, ImGuiKey_PageDown}, {Home, ImGuiKey_Home}, {End, ImGuiKey_End},
      {Delete, ImGuiKey_Delete}, {Backspace, ImGuiKey_Backspace}, {F1, ImGuiKey_F1}, {F5, ImGuiKey_F5}, {F8, ImGuiKey_F8}, {Question, ImGuiKey_Slash},
      {A, ImGuiKey_A}, {B, ImGuiKey_B}, {C, ImGuiKey_C}, {E, ImGuiKey_E}, {F, ImGuiKey_F}, {J, ImGuiKey_J}, {K, ImGuiKey_K}, {N, ImGuiKey_N}, {O, ImGuiKey_O},
      {P, ImGuiKey_P}, {R, ImGuiKey_R}, {S, ImGuiKey_S}, {V, ImGuiKey_V}, {X, ImGuiKey_X}, {Y, ImGuiKey_Y}, {Z, ImGuiKey_Z}, {One, ImGuiKey_1},
      {Plus, ImGuiKey_Equal}, {Minus, ImGuiKey_Minus}, {Zero, ImGuiKey_0}};
  return kKeys.at(key);
}

constexpr int kMostFrames = 600;

}  // namespace

void add_people(content::OfficeStore& store) {
  const std::string admin = "许安";
  store.make_first_administrator(admin, kPassword, content::PasswordCost::Least);
  const std::pair<const char*, content::Role> people[] = {{"梁秋", content::Role::Editor}, {"沈明", content::Role::First}, {"方晴", content::Role::Second}, {"何川", content::Role::Third}};
  for (const auto& [name, role] : people) {
    store.add_person(name, role, admin);
    store.set_password(name, kPassword, admin, content::PasswordCost::Least);
  }
}

Clerk::Clerk() : Clerk(Options{}) {}

Clerk::Clerk(Options options) : backend_(options.size) {
  const auto office = options.office.empty() ? folder_.path() / "office" : options.office;
  const auto db = office / "office.db";
  std::unique_ptr<content::OfficeStore> store;
  if (std::filesystem::exists(db)) {
    store = std::move(content::OfficeStore::open(db).store);
  } else {
    store = content::OfficeStore::create(db);
  }
  if (options.people && !store->has_administrator()) add_people(*store);
  session_ = std::make_unique<ui::Session>(ui::SessionOptions{.fonts = {}, .pixels_per_u = 1.0F, .arrows_move_focus = false}, backend_);
  session_->install(&items_);
  session_->install(&texts_);
  session_->set_fixed_clock(seconds_);
  office_ = std::make_unique<admin::Workspace>(
      admin::Workspace::Options{.db = db, .outbox = folder_.path() / "outbox", .now_ms = [this] { return now_ms; }, .cost = content::PasswordCost::Least}, std::move(store));
  shell_ = std::make_unique<admin::Shell>(*office_, *session_);
  frames(2);
}

Clerk::~Clerk() {
  shell_.reset();
  session_->install(static_cast<ui::ItemLog*>(nullptr));
}

void Clerk::step(double seconds) {
  seconds_ += seconds;
  now_ms += static_cast<std::int64_t>(seconds * 1000);
  session_->set_fixed_clock(seconds_);
  shell_->frame();
}

void Clerk::frames(int count) {
  for (int i = 0; i < count; ++i) step(0.05);
}

void Clerk::settle() {
  for (int i = 0; i < kMostFrames; ++i) {
    step(0.05);
    const bool busy = session_->pictures().pending() || shell_->pending();
    if (!busy && i >= 2) return;
    if (busy) std::this_thread::sleep_for(std::chrono::milliseconds(1));   // workers have the word
  }
}

const ui::LoggedItem* Clerk::item(std::string_view label) const {
  const ui::LoggedItem* found = nullptr;
  for (const ui::LoggedItem& one : items_.items()) {
    if (one.label == label && one.seen.w > 0 && one.seen.h > 0 && !one.behind) found = &one;
  }
  return found;
}

bool Clerk::has_item(std::string_view label) const { return item(label) != nullptr; }

std::string Clerk::focused() const {
  const ui::Canvas canvas(*session_);
  for (const ui::LoggedItem& one : items_.items()) {
    if (ui::typing_in(canvas, one.label)) return one.label;
  }
  const ui::TouchTracker& touches = session_->touches();
  for (const ui::LoggedItem& one : items_.items()) {
    if (touches.focus_visible() && touches.focused() == ImHashStr(one.label.data(), one.label.size())) return one.label;
  }
  return {};
}

bool Clerk::tap(std::string_view label) {
  if (!tap_at_once(label)) return false;
  settle();
  return true;
}

bool Clerk::tap_at_once(std::string_view label) {
  const ui::LoggedItem* found = item(label);
  if (found == nullptr) return false;
  const ui::Point at = found->seen.centre();
  backend_.touch_move(at);
  frames(1);
  backend_.touch_down(at);
  frames(2);
  backend_.touch_up();
  frames(2);
  return true;
}

bool Clerk::double_tap(std::string_view label) {
  const ui::LoggedItem* found = item(label);
  if (found == nullptr) return false;
  const ui::Point at = found->seen.centre();
  for (int i = 0; i < 2; ++i) {
    backend_.touch_down(at);
    frames(1);
    backend_.touch_up();
    frames(1);
  }
  frames(2);
  settle();
  return true;
}

bool Clerk::drag(std::string_view label, ui::Point by, int steps) {
  const ui::LoggedItem* found = item(label);
  if (found == nullptr) return false;
  const ui::Point from = found->seen.centre();
  backend_.touch_down(from);
  frames(1);
  for (int i = 1; i <= steps; ++i) {
    const float share = static_cast<float>(i) / static_cast<float>(steps);
    backend_.touch_move({from.x + by.x * share, from.y + by.y * share});
    frames(1);
  }
  backend_.touch_up();
  frames(2);
  settle();
  return true;
}

void Clerk::wheel(std::string_view label, float steps) {
  if (const ui::LoggedItem* found = item(label)) backend_.touch_move(found->seen.centre());
  frames(1);
  backend_.wheel(steps);
  frames(2);
}

void Clerk::type(std::string_view utf8) {
  backend_.type(std::string(utf8));
  frames(2);
}

void Clerk::press(ui::Key key, bool ctrl, bool shift, bool alt) {
  backend_.press_key(imgui_key(key), ctrl, shift || key == ui::Key::Question, alt);
  frames(3);
}

bool Clerk::fill(std::string_view label, std::string_view utf8) {
  if (!tap(label)) return false;
  press(ui::Key::A, true);
  if (utf8.empty()) {
    press(ui::Key::Backspace);
  } else {
    type(utf8);
  }
  return true;
}

void Clerk::drop(std::vector<std::filesystem::path> files) {
  shell_->drop(std::move(files));
  settle();
}

bool Clerk::drop_on(std::string_view label, std::vector<std::filesystem::path> files) {
  const ui::LoggedItem* found = item(label);
  if (found == nullptr) return false;
  backend_.touch_move(found->seen.centre());
  frames(2);
  drop(std::move(files));
  return true;
}

void Clerk::wait_seconds(int seconds) {
  for (int i = 0; i < seconds; ++i) step(1);
}

void Clerk::enter(std::string_view person) {
  shell_->lock();
  if (const auto found = office_->store().find_person(person)) shell_->enter_as(*found);
  settle();
}

void Clerk::go(admin::desk::Target target) {
  shell_->go(std::move(target));
  settle();
}

}  // namespace tests
