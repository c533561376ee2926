#include "kiosk/widgets/proof_card.h"

#include <algorithm>

namespace kiosk {
namespace {

using ui::Rect;

constexpr float kHead = 0.32F;       // of the card's height, one line
constexpr float kTallHead = 0.56F;   // two lines
constexpr float kTallestHead = 0.64F;   // three lines of a small card

// A head and shoulders without a face, three lines of "text".
void draw_body(ui::Canvas& canvas, Rect body, float scale) {
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const ui::Color grey = high_contrast ? color.ink : color.switch_off;
  const float height = std::min(58 * scale, body.h - 18 * scale);
  const Rect portrait{body.x + 14 * scale, body.centre().y - height / 2, 46 * scale, height};
  if (high_contrast) {
    canvas.outline(portrait, color.ink, 2, 6);
  } else {
    canvas.fill(portrait, color.paper3, 6);
  }
  canvas.clip(portrait);
  canvas.disc({portrait.centre().x, portrait.y + portrait.h * 0.36F}, portrait.h * 0.19F, grey);
  canvas.fill({portrait.x + portrait.w * 0.17F, portrait.y + portrait.h * 0.64F, portrait.w * 0.66F, portrait.h}, grey, portrait.h * 0.22F);
  canvas.unclip();
  const float left = portrait.right() + 16 * scale;
  const float step = portrait.h * 0.36F;
  float y = portrait.centre().y - step - 4 * scale;
  for (const float share : {0.66F, 1.0F, 0.8F}) {
    canvas.fill({left, y, (body.right() - 20 * scale - left) * share, 8 * scale}, high_contrast ? color.ink : color.track_done, 4);
    y += step;
  }
}

}  // namespace

void draw_proof_card(ui::Canvas& canvas, std::string_view name, Rect box) {
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const float scale = box.w / kProofCard.w;
  canvas.shadow(box, ui::Elevation::Card, ui::radius::kThumb);
  canvas.fill(box, color.letter, ui::radius::kThumb);
  const ui::TextStyle style{.face = ui::Face::SansBold, .size = 25, .color = color.white, .line = 1.2F};
  const float room = box.w - 28 * scale;
  const ui::TextBlock block = canvas.layout(name, style, room, 3);
  const float share = block.lines.size() > 2 ? kTallestHead : block.lines.size() > 1 ? kTallHead : kHead;
  const Rect head = box.top(box.h * share);
  if (!high_contrast) {
    canvas.fill_top_round(head, color.indigo, ui::radius::kThumb);
    canvas.lattice(box.below(head.h).inset(4, 4), color.gold_line.with_alpha(0.5F), 32);
  }
  draw_body(canvas, box.below(head.h), scale);
  canvas.draw(block, {box.x + 14 * scale, head.centre().y - block.height() / 2});
  if (!high_contrast) return;
  canvas.fill({box.x, head.bottom(), box.w, 2}, color.ink);
  canvas.outline(box, color.ink, 3, ui::radius::kThumb);
}

}  // namespace kiosk
