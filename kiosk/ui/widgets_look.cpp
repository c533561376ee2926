#include "kiosk/ui/widgets_look.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <imgui.h>

#include "kiosk/ui/widgets.h"

namespace ui {
namespace {

Look paper_look(const Palette& color, LookState state) {
  switch (state) {
    case LookState::Rest: return {color.white, color.control, stroke::kControl, color.ink, color.ink3, color.ink};
    case LookState::Pressed: return {color.paper3, color.control, stroke::kControl, color.ink, color.ink3, color.ink};
    case LookState::Selected: return {color.ink, color.ink, stroke::kControl, color.white, color.paper3, color.white};
    case LookState::Disabled: return {color.paper2, mix(color.control, color.paper2, 0.5F), stroke::kControl, color.disabled, color.disabled, color.disabled};
  }
  return {};
}

Look high_contrast_look(const Palette& color, LookState state) {
  switch (state) {
    case LookState::Rest: return {color.paper0, color.control, stroke::kHighContrast, color.ink, color.ink, color.control};
    case LookState::Pressed:
    case LookState::Selected: return {color.control, color.control, stroke::kHighContrast, color.paper0, color.paper0, color.paper0};
    case LookState::Disabled: return {color.paper0, color.disabled, stroke::kHighContrast, color.disabled, color.disabled, color.disabled};
  }
  return {};
}

constexpr float kLeastText = 25;   // u, before the mode's scale

}  // namespace

Look control_look(const Theme& theme, LookState state) {
  return theme.modes.high_contrast ? high_contrast_look(theme.color, state) : paper_look(theme.color, state);
}

void draw_control(Canvas& canvas, Rect box, const Look& look, float radius) {
  canvas.fill(box, look.fill, radius);
  if (look.edge_width > 0 && !(look.edge == look.fill)) {
    canvas.outline(box, look.edge, look.edge_width, radius);
  }
}

float press_amount(Canvas& canvas, std::string_view label, const Touch& touch) {
  const float fading = canvas.animate(label, touch.pressed ? 1.0F : 0.0F, touch.pressed ? motion::kPress : motion::kRelease);
  return touch.pressed ? 1.0F : fading;
}

Look mix(const Look& a, const Look& b, float t) {
  return {mix(a.fill, b.fill, t), mix(a.edge, b.edge, t), a.edge_width + (b.edge_width - a.edge_width) * t,
          mix(a.words, b.words, t), mix(a.label, b.label, t), mix(a.icon, b.icon, t)};
}

TextStyle fitted(const Canvas& canvas, std::string_view words, TextStyle style, float width) {
  const float wide = canvas.measure(words, style);
  if (wide > width && wide > 0) {
    style.size = std::max(std::min(style.size, kLeastText), style.size * width / wide * 0.995F);
  }
  return style;
}

void draw_words(Canvas& canvas, Rect box, std::string_view words, TextStyle style) {
  style = fitted(canvas, words, style, box.w);
  const bool room = box.h >= 2.3F * canvas.theme().text_size(style.size);
  if (canvas.measure(words, style) <= box.w || !room) {
    canvas.text(box, words, style);
    return;
  }
  style.line = 1.15F;
  const TextBlock block = canvas.layout(words, style, box.w, 2);
  canvas.draw(block, {box.x, box.y + (box.h - block.height()) / 2});
}

float icon_size(const Canvas& canvas, float size) { return canvas.theme().text_size(size); }

bool arrow_pill(Canvas& canvas, std::string_view label, std::string_view icon, Rect box, bool enabled) {
  const Touch touch = enabled ? canvas.touch(label, box) : Touch{};
  canvas.push_alpha(enabled ? 1.0F : 0.35F);
  const Look look = mix(control_look(canvas.theme(), LookState::Rest), control_look(canvas.theme(), LookState::Pressed), press_amount(canvas, label, touch));
  draw_control(canvas, box, look, box.h / 2);
  canvas.icon(icon, box.centre(), 38, look.icon, 1.15F);
  canvas.pop_alpha();
  if (touch.focused) {
    canvas.focus_ring(box, box.h / 2);
  }
  return touch.tapped;
}

float appear(Canvas& canvas, std::string_view label, std::chrono::milliseconds duration) {
  // ImGui keeps this transient value with the host window: the frame in which it was last seen, and since when.
  ImGuiStorage& storage = *ImGui::GetStateStorage();
  const ImGuiID id = ImGui::GetID(label.data(), label.data() + label.size());
  int* last_frame = storage.GetIntRef(id + 1, -2);
  const auto now_ms = static_cast<int>(std::fmod(canvas.seconds(), 86400.0) * 1000);
  const int frame = ImGui::GetFrameCount();
  const bool fresh = *last_frame < frame - 1;
  *last_frame = frame;
  if (fresh) {
    storage.SetInt(id + 2, now_ms);
  }
  const int since_ms = storage.GetInt(id + 2, now_ms);
  const auto whole = static_cast<float>(std::max<std::int64_t>(1, canvas.theme().duration(duration).count()));
  const float t = now_ms < since_ms ? 1.0F : std::clamp(static_cast<float>(now_ms - since_ms) / whole, 0.0F, 1.0F);
  if (t < 1) {
    canvas.request_frame();
  }
  return ease_out(t);
}

}  // namespace ui
