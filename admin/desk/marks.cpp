#include "admin/desk/marks.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/utf8.h"

namespace admin::desk {

namespace {

struct Tint {
  ui::Color ground, edge, ink;
};

Tint tint_of(Tone tone) {
  switch (tone) {
    case Tone::Grey: return {color::kWell, color::kLine, color::kInk2};
    case Tone::Pine: return {color::kPine50, color::kPineLine, color::kPine};
    case Tone::Indigo: return {color::kIndigo50, color::kIndigoLine, color::kIndigo};
    case Tone::Amber: return {color::kAmber50, color::kAmberEdge, color::kAmber};
    case Tone::Red: return {color::kRed50, color::kRedHalo, color::kRedDark};
    case Tone::RedOutline: return {color::kPaper, color::kRedDark, color::kRedDark};
  }
  return {};
}

constexpr float kChipHeight = 26;
constexpr float kDot = 3.5F;

}  // namespace

float chip_width(Desk& desk, std::string_view text, int dots) {
  return std::ceil(desk.canvas().measure(text, words(size::kSecond, {}, ui::Face::SansMedium)) + 20 + (dots < 0 ? 0.0F : 6 + 3 * 11.0F));
}

float chip(Desk& desk, ui::Point left_middle, std::string_view text, Tone tone, int dots) {
  ui::Canvas& canvas = desk.canvas();
  const Tint tint = tint_of(tone);
  const ui::Rect box{left_middle.x, std::round(left_middle.y - kChipHeight / 2), chip_width(desk, text, dots), kChipHeight};
  canvas.fill(box, tint.ground, size::kRadius);
  canvas.outline(box, tint.edge, 1, size::kRadius);
  const float width = canvas.text(box.inset(10, 0), text, words(size::kSecond, tint.ink, ui::Face::SansMedium));
  for (int i = 0; i < 3 && dots >= 0; ++i) {
    const ui::Point centre{box.x + 10 + width + 12 + static_cast<float>(i) * 11, box.centre().y};
    if (i < dots) {
      canvas.disc(centre, kDot, tint.ink);
    } else {
      canvas.ring(centre, kDot, tint.ink, 1);
    }
  }
  return box.w;
}

std::string_view state_words(content::ReviewState state) {
  switch (state) {
    case content::ReviewState::Draft: return "草稿";
    case content::ReviewState::First: return "一审";
    case content::ReviewState::Second: return "二审";
    case content::ReviewState::Third: return "三审";
    case content::ReviewState::Approved: return "已通过";
    case content::ReviewState::Returned: return "已退回";
  }
  return "";
}

float state_chip(Desk& desk, ui::Point left_middle, content::ReviewState state, bool expired) {
  if (expired) return chip(desk, left_middle, "已到期", Tone::RedOutline);
  const std::string_view text = state_words(state);
  switch (state) {
    case content::ReviewState::Draft: return chip(desk, left_middle, text, Tone::Grey);
    case content::ReviewState::First: return chip(desk, left_middle, text, Tone::Indigo, 1);
    case content::ReviewState::Second: return chip(desk, left_middle, text, Tone::Indigo, 2);
    case content::ReviewState::Third: return chip(desk, left_middle, text, Tone::Indigo, 3);
    case content::ReviewState::Approved: return chip(desk, left_middle, text, Tone::Pine);
    case content::ReviewState::Returned: return chip(desk, left_middle, text, Tone::Amber);
  }
  return 0;
}

float middle_top(const ui::TextBlock& block, ui::Rect box) { return std::round(box.centre().y - (block.height() - block.line_step + block.size) / 2); }

float notice(Desk& desk, ui::Rect box, std::string_view sentence, Tone tone) {
  ui::Canvas& canvas = desk.canvas();
  const Tint tint = tint_of(tone);
  const ui::TextBlock block = canvas.layout(sentence, words(14.5F, tint.ink), box.w - 58);
  const float height = std::max(40.0F, block.height() + 16);
  const ui::Rect ground = box.top(height);
  canvas.fill(ground, tint.ground, size::kButtonRadius);
  canvas.icon(tone == Tone::Pine ? "check" : "info", {box.x + 24, box.y + 20}, 17, tint.ink);
  canvas.draw(block, {box.x + 44, middle_top(block, ground)});
  return height;
}

float key_cap(Desk& desk, ui::Point left_middle, std::string_view key) {
  ui::Canvas& canvas = desk.canvas();
  const float width = std::max(22.0F, std::ceil(canvas.measure(key, small()) + 14));
  const ui::Rect cap{left_middle.x, left_middle.y - 11, width, 22};
  canvas.fill(cap, color::kPaper, 4);
  canvas.outline(cap, color::kField, 1, 4);
  canvas.text(cap, key, centre(small(color::kInk2)));
  return width;
}

void stepper(Desk& desk, ui::Rect row, std::span<const std::string> steps, int now, float disc) {
  ui::Canvas& canvas = desk.canvas();
  if (steps.empty()) return;
  float words_width = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) words_width += disc + 8 + canvas.measure(steps[i], bold(14));
  const float gap = std::max(12.0F, (row.w - words_width) / static_cast<float>(std::max<std::size_t>(1, steps.size() - 1)));
  float x = row.x;
  const float y = row.centre().y;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const int at = static_cast<int>(i);
    const ui::Point middle{x + disc / 2, y};
    if (at < now) {
      canvas.disc(middle, disc / 2, color::kPine);
      canvas.icon("check", middle, disc * 0.62F, color::kPaper);
    } else if (at == now) {
      canvas.disc(middle, disc / 2, color::kIndigo);
      canvas.text({x, row.y, disc, row.h}, std::to_string(i + 1), centre(bold(12.5F, color::kPaper)));
    } else {
      canvas.ring(middle, disc / 2 - 0.5F, color::kField, 1);
      canvas.text({x, row.y, disc, row.h}, std::to_string(i + 1), centre(small(color::kInk3)));
    }
    x += disc + 8;
    const ui::TextStyle style = at == now ? bold(14) : words(14, at < now ? color::kInk : color::kInk3);
    x += canvas.text({x, row.y, canvas.measure(steps[i], style) + 1, row.h}, steps[i], style);
    if (i + 1 < steps.size() && gap > 24) {
      canvas.line({x + 10, y}, {x + gap - 10, y}, at < now ? color::kPine : color::kLine, 2);
    }
    x += gap;
  }
}

void avatar(Desk& desk, ui::Point middle, float radius, std::string_view name) {
  ui::Canvas& canvas = desk.canvas();
  canvas.disc(middle, radius, color::kIndigo50);
  std::size_t end = 0;
  if (!name.empty()) ui::next_character(name, end);
  const ui::Rect box{middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
  canvas.text(box, name.substr(0, end), centre(bold(radius * 0.95F, color::kIndigo)));
}

void target_bar(Desk& desk, ui::Rect track, float share, float target) {
  ui::Canvas& canvas = desk.canvas();
  const float radius = track.h / 2;
  canvas.fill(track, color::kTrack, radius);
  const float width = track.w * std::clamp(share, 0.0F, 1.0F);
  if (width > 0) canvas.fill({track.x, track.y, std::max(track.h, width), track.h}, color::kPine, radius);
  const float x = track.x + track.w * std::clamp(target, 0.0F, 1.0F);
  canvas.fill({x - 1.5F, track.y - 4, 3, track.h + 8}, color::kRed);
}

ui::Rect card(Desk& desk, ui::Rect box, std::string_view title, std::string_view note) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(box, color::kPaper, size::kCardRadius);
  canvas.outline(box, color::kLine, 1, size::kCardRadius);
  if (title.empty()) return box;
  const ui::Rect head = box.top(47);
  const float width = canvas.text(head.inset(18, 0), title, bold(size::kPanelTitle));
  if (!note.empty()) canvas.text(head.inset(18, 0).after(width + 10), note, second());
  canvas.line({box.x, box.y + 47}, {box.right(), box.y + 47}, color::kLine, 1);
  return box.below(48);
}

float page_title(Desk& desk, ui::Rect row, std::string_view title, std::string_view note) {
  ui::Canvas& canvas = desk.canvas();
  const float beside = note.empty() ? 0 : 12 + std::ceil(canvas.measure(note, words(size::kText))) + 1;
  float x = row.x + canvas.text(row.left(std::max(80.0F, row.w - beside)), title, bold(size::kPageTitle));
  if (!note.empty()) x += 12 + canvas.text(row.after(x + 12 - row.x).moved(0, 2), note, words(size::kText, color::kInk3));
  return x;
}

void empty_words(Desk& desk, ui::Rect box, std::string_view title, std::string_view sentence, std::string_view icon) {
  ui::Canvas& canvas = desk.canvas();
  const float y = box.y + std::max(24.0F, box.h * 0.32F - 60);
  canvas.disc({box.centre().x, y + 36}, 36, color::kPine50);
  canvas.icon(icon, {box.centre().x, y + 36}, 32, color::kPine);
  canvas.text({box.x, y + 84, box.w, 30}, title, centre(bold(17)));
  ui::TextStyle style = centre(words(size::kText, color::kInk3));
  canvas.paragraph({box.x + box.w * 0.15F, y + 118, box.w * 0.7F, 80}, sentence, style);
}

float fact(Desk& desk, ui::Rect row, std::string_view label, std::string_view value, float label_width) {
  ui::Canvas& canvas = desk.canvas();
  canvas.paragraph({row.x, row.y, label_width - 8, row.h}, label, second());
  const float height = canvas.paragraph({row.x + label_width, row.y, row.w - label_width, 0}, value, words(size::kSecond));
  return std::max(22.0F, height);
}

}  // namespace admin::desk
