#include "kiosk/ui/session.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <exception>

#include <imgui.h>
#include <imgui_internal.h>

#include "kiosk/ui/frame_times.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/pen.h"
#include "kiosk/ui/picture_memory.h"
#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/session_animations.h"
#include "kiosk/ui/text_editor.h"
#include "kiosk/ui/text_engine.h"
#include "kiosk/ui/touch_tracker.h"

namespace ui {

namespace {

constexpr float kShortSide = 1080;          // u
constexpr float kLongSide = 1440;           // u at least: what stands on a screen of 4 to 3 stands on a squarer one too, a little smaller
constexpr std::chrono::milliseconds kRest{500};   // a pause in which memory may be given back
constexpr double kLongestFrame = 0.1;       // seconds that one frame may move a value that moves

double steady_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double to_seconds(std::chrono::milliseconds span) { return std::chrono::duration<double>(span).count(); }

std::uint32_t background_of(const Theme& theme) {
  const Color paper = theme.color.paper1;
  return static_cast<std::uint32_t>(paper.r) << 16 | static_cast<std::uint32_t>(paper.g) << 8 | paper.b;
}

void set_up(ImGuiIO& io) {
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.CircleTessellationMaxError = 0.1F;   // large discs stay round on 4K
}

TouchTracker::Key pressed_key(bool arrows) {
  using Key = TouchTracker::Key;
  if (ImGui::IsKeyPressed(ImGuiKey_Tab)) return ImGui::GetIO().KeyShift ? Key::Previous : Key::Next;
  if (ImGui::GetIO().WantTextInput) return Key::None;
  constexpr std::array kKeys{std::pair{ImGuiKey_LeftArrow, Key::Left}, std::pair{ImGuiKey_RightArrow, Key::Right},
                             std::pair{ImGuiKey_UpArrow, Key::Up}, std::pair{ImGuiKey_DownArrow, Key::Down}};
  for (const auto& [key, meaning] : kKeys) {
    if (arrows && ImGui::IsKeyPressed(key)) return meaning;
  }
  for (const ImGuiKey key : {ImGuiKey_Enter, ImGuiKey_KeypadEnter, ImGuiKey_Space}) {
    if (ImGui::IsKeyPressed(key, false)) return Key::Activate;
  }
  return Key::None;
}

}  // namespace

Session::Session(const SessionOptions& options, Backend& backend)
    : backend_(backend),
      context_(ImGui::CreateContext()),
      theme_(make_theme({})),
      panel_(options.panel),
      pen_(std::make_unique<Pen>()),
      touches_(std::make_unique<TouchTracker>()),
      editor_(std::make_unique<TextEditor>()),
      animations_(std::make_unique<Animations>()),
      frame_times_(std::make_unique<FrameTimes>()),
      fixed_scale_(options.pixels_per_u),
      arrows_move_focus_(options.arrows_move_focus) {
  ImGui::SetCurrentContext(context_);
  try {
    set_up(ImGui::GetIO());
    backend_.attach();   // it may have a say in how glyphs are kept
    fonts_ = std::make_unique<Fonts>(options.fonts);
    text_ = std::make_unique<TextEngine>(*fonts_);
    const std::int64_t memory = options.texture_limit_bytes > 0 ? options.texture_limit_bytes : picture_memory(backend_.size());
    pictures_ = std::make_unique<PictureStore>(backend_, memory, [this] { wake(); });
  } catch (...) {
    close_context();
    throw;
  }
  touches_->reach_unseen(!arrows_move_focus_);   // a desktop's forms scroll, the kiosk's pages do not
  measure_screen();
  real_seconds_ = steady_seconds();
}

Session::~Session() { close_context(); }

void Session::close_context() noexcept {
  ImGui::SetCurrentContext(context_);
  if (item_log_ != nullptr) item_log_->remove();
  pictures_.reset();
  backend_.detach();
  text_.reset();
  fonts_.reset();
  ImGui::DestroyContext(context_);
  context_ = nullptr;
}

void Session::frame(const std::function<void(Canvas&)>& draw) {
  begin_frame();
  Canvas canvas(*this);
  std::exception_ptr failure;
  try {
    draw(canvas);
  } catch (...) {
    failure = std::current_exception();
  }
  // A forgotten pop would shift or fade everything after it; the frame puts it right, debug builds say so.
  IM_ASSERT((failure != nullptr || pen_->balanced()) && "a screen left a clip, an alpha or an offset on its stack");
  pen_->unwind();
  ImGui::End();
  if (failure != nullptr) {
    ImGui::EndFrame();
    pictures_->end_frame();
    touches_->end_frame();
    request_frame_in(std::chrono::milliseconds(0));
    std::rethrow_exception(failure);
  }
  end_frame();
}

void Session::begin_frame() {
  ImGui::SetCurrentContext(context_);
  frame_times_->began = steady_seconds();
  due_seconds_.reset();
  woken_ = false;
  ImGuiIO& io = ImGui::GetIO();
  backend_.new_frame(io);
  measure_screen();
  read_clock();
  fonts_->begin_frame();
  ImGui::NewFrame();
  read_input();
  pictures_->begin_frame();
  if (item_log_ != nullptr) item_log_->install(context_, pixels_per_u_);
  if (text_log_ != nullptr) text_log_->begin_frame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  // One window for all screens: a new one would swallow the tap of its first frame.
  ImGui::Begin("host", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  if (item_log_ != nullptr) item_log_->begin_frame();   // the host window itself is no item
  pen_->begin(ImGui::GetWindowDrawList(), pixels_per_u_, {0, 0, size().w, size().h});
}

void Session::end_frame() {
  ImGui::Render();
  backend_.render(*ImGui::GetDrawData(), background_of(theme_));
  pictures_->end_frame();
  touches_->end_frame();
  animations_->end_frame();
  // A press and its release may have come in one go: ImGui hands them out one a frame.
  const bool more_input = context_->InputEventsQueue.Size > 0;
  if (more_input || touches_->pointer().released || pictures_->has_news()) request_frame_in(std::chrono::milliseconds(0));
  frame_times_->add((steady_seconds() - frame_times_->began) * 1000);
  const auto due = due_in();
  if (!due || *due > kRest) fonts_->rest();
}

void Session::measure_screen() {
  pixels_ = backend_.size();
  pixels_.w = std::max(pixels_.w, 1);
  pixels_.h = std::max(pixels_.h, 1);
  const auto sides = std::minmax(pixels_.w, pixels_.h);
  pixels_per_u_ = fixed_scale_.value_or(std::min(static_cast<float>(sides.first) / kShortSide, static_cast<float>(sides.second) / kLongSide));
}

void Session::read_clock() {
  const double now = fixed_seconds_.value_or(steady_seconds());
  // The clock goes on while nothing is drawn, or nobody would ever be found to have left; what moves is not to leap by it.
  const double passed = std::max(0.0, now - (fixed_seconds_ ? seconds_ : real_seconds_));
  real_seconds_ = now;
  seconds_ += passed;
  animations_->begin_frame(fixed_seconds_ ? passed : std::min(passed, kLongestFrame));
}

void Session::read_input() {
  const ImGuiIO& io = ImGui::GetIO();
  const Pointer before = touches_->pointer();
  TouchTracker::Input input;
  const bool somewhere = ImGui::IsMousePosValid(&io.MousePos);
  input.position = somewhere ? Point{io.MousePos.x / pixels_per_u_, io.MousePos.y / pixels_per_u_} : before.position;
  input.down = io.MouseDown[0];
  input.key = pressed_key(arrows_move_focus_);
  input.wheel = io.MouseWheel;
  input.seconds = real_seconds_;
  editor_->begin_frame(touches_->focused());
  // What lies on the glass and does not move is no visitor.
  had_input_ = input.down != before.down || input.key != TouchTracker::Key::None || io.MouseWheel != 0 ||
               io.InputQueueCharacters.Size > 0 || (somewhere && frame_times_->frames > 0 && !(input.position == before.position));
  touches_->begin_frame(input);
}

std::optional<std::chrono::milliseconds> Session::due_in() const {
  if (woken_) return std::chrono::milliseconds(0);
  if (!due_seconds_) return std::nullopt;
  const double rest = *due_seconds_ - fixed_seconds_.value_or(steady_seconds());
  return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(std::max(0.0, rest) * 1000)));
}

void Session::wake() noexcept {
  woken_ = true;
  backend_.wake();
}

void Session::request_frame_in(std::chrono::milliseconds delay) {
  const double due = real_seconds_ + to_seconds(delay);
  due_seconds_ = due_seconds_ ? std::min(*due_seconds_, due) : due;
}

void Session::set_modes(const Modes& modes) {
  const Theme theme = make_theme(modes);
  if (theme.modes == theme_.modes) return;
  theme_ = theme;
  request_frame_in(std::chrono::milliseconds(0));
}

void Session::lock_out() {
  const double now = fixed_seconds_.value_or(steady_seconds());
  touches_->lock_out(now + to_seconds(motion::kLockOut));
}

void Session::forget_animations() {
  animations_->forget();
  touches_->drop_focus();
}

void Session::unwind() { pen_->unwind(); }

void Session::set_fixed_clock(std::optional<double> seconds) {
  fixed_seconds_ = seconds;
  if (!seconds) real_seconds_ = steady_seconds();
}

SessionCounters Session::counters() const {
  SessionCounters counters;
  counters.frames = frame_times_->frames;
  counters.frame_ms_p50 = frame_times_->quantile(0.50);
  counters.frame_ms_p99 = frame_times_->quantile(0.99);
  counters.layouts = text_->layouts();
  for (const ImTextureData* texture : context_->IO.Fonts->TexList) {
    counters.glyph_texture_bytes += static_cast<std::int64_t>(texture->Width) * texture->Height * texture->BytesPerPixel;
  }
  return counters;
}

void Session::install(ItemLog* items) {
  if (item_log_ != nullptr) item_log_->remove();
  item_log_ = items;
  if (items != nullptr) items->install(context_, pixels_per_u_);
}

void Session::install(TextLog* texts) { text_log_ = texts; }

Size Session::size() const {
  return {static_cast<float>(pixels_.w) / pixels_per_u_, static_cast<float>(pixels_.h) / pixels_per_u_};
}

float Session::animate(std::uint32_t id, float target, std::chrono::milliseconds duration) {
  const auto state = animations_->move(id, target, static_cast<float>(to_seconds(theme_.duration(duration))));
  if (state.moves) request_frame_in(std::chrono::milliseconds(0));
  return state.value;
}

}  // namespace ui
