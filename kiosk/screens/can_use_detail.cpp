#include "kiosk/screens/can_use_detail.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/proof_card.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr float kAir = 22;   // between the facts, where they stand beside the plate
constexpr float kPad = 36;
constexpr float kOffer = 110, kLeastOffer = 64, kTwoLineOffer = 56;
constexpr std::size_t kBrief = 12;     // bytes: 满50减8
constexpr float kLeastBrief = 40;
constexpr float kLine = 54;
constexpr float kWideFrom = 1.9F;      // boxes at least so much wider than high stand the plate left
constexpr float kLeastBeside = 200;    // u of words beside the drawn card
constexpr float kTwoColumns = 860;     // u: a rest so wide puts the lines beside the proof

struct Plate {
  ui::TextBlock shop, offer, cards;
  float mark = 0;      // height of the tag 中文
  float height = 0;
};

ui::TextBlock lay_offer(const ui::Canvas& canvas, const OfferDetail& detail, float width, float most) {
  ui::TextStyle style{.face = Face::Serif, .size = std::min(kOffer, most), .color = canvas.color().cream, .line = 1.14F};
  // A few characters stay on one line.
  const bool brief = detail.offer.size() <= kBrief;
  const float least = std::min(brief ? kLeastBrief : kLeastOffer, most);
  while (style.size > least && canvas.measure(detail.offer, style) > width) style.size = std::max(least, style.size - 3);
  if (canvas.measure(detail.offer, style) <= width) return canvas.layout(detail.offer, style, width + 4, 1);
  style.size = std::min(kTwoLineOffer, most);
  ui::TextBlock block = canvas.layout(detail.offer, style, width);
  while (block.lines.size() > 2 && style.size > 36) {
    style.size -= 4;
    block = canvas.layout(detail.offer, style, width);
  }
  return block;
}

// The largest offer with which the plate is at most so high; true when there is one.
bool fit_offer(const ui::Canvas& canvas, const OfferDetail& detail, float room, float most, Plate& plate) {
  const float others = plate.shop.height() + plate.cards.height() + plate.mark + (plate.cards.lines.empty() ? 48.0F : 62.0F);
  for (const float size : {kOffer, 92.0F, 76.0F, 64.0F, 52.0F, 44.0F, 38.0F, 33.0F, 29.0F, 26.0F}) {
    plate.offer = lay_offer(canvas, detail, room, size);
    plate.height = others + plate.offer.height();
    if (plate.height <= most) return true;
  }
  return false;
}

// The offer is set smaller where the plate may not be as high as it would like to be; the tightest boxes leave the cards' line
// to the shop's page, then what kind of shop it is.
Plate lay_plate(const ui::Canvas& canvas, const OfferDetail& detail, float width, float most) {
  const auto& color = canvas.color();
  Plate plate;
  const float room = width - 2 * kPad;
  const ui::TextStyle shop{.face = Face::SansMedium, .size = 33, .color = color.cream, .line = 1.3F};
  plate.shop = canvas.layout(detail.shop, shop, room);
  const float card_room = room - ui::Theme(canvas.theme()).text_size(44);
  if (!detail.cards.empty()) {
    plate.cards = canvas.layout(detail.cards, {.face = Face::SansMedium, .size = 28, .color = color.cream, .line = 1.35F}, card_room);
  }
  plate.mark = detail.offer_chinese ? chinese_mark_height(canvas) + 8 : 0;
  if (fit_offer(canvas, detail, room, most, plate)) return plate;
  plate.cards = {};
  if (fit_offer(canvas, detail, room, most, plate)) return plate;
  ui::TextStyle small = shop;
  small.size = 26, small.line = 1.2F;
  plate.shop = canvas.layout(detail.shop_name, small, room);
  fit_offer(canvas, detail, room, most, plate);
  return plate;
}

void draw_plate(ui::Canvas& canvas, const Context& context, const Plate& plate, Rect box, bool whole_round) {
  const auto& color = canvas.color();
  if (whole_round) {
    canvas.fill(box, color.red_poster, ui::radius::kCard);
  } else {
    canvas.fill_top_round(box, color.red_poster, ui::radius::kCard);
  }
  if (!canvas.theme().modes.high_contrast) canvas.lattice(box.inset(6), color.gold_on_red.with_alpha(0.08F), 64);
  const float x = box.x + kPad;
  const float spare = std::max(0.0F, box.h - plate.height) / 3;
  float y = box.y + 28 + spare;
  canvas.draw(plate.shop, {x, y});
  y += plate.shop.height() + 4 + spare / 2;
  if (plate.mark > 0) {
    chinese_mark(canvas, context.texts, {x, y});
    y += plate.mark;
  }
  canvas.draw(plate.offer, {x, y});
  y += plate.offer.height() + 6 + spare / 2;
  if (plate.cards.lines.empty()) return;
  const float icon = canvas.theme().text_size(34);
  const float middle = y + plate.cards.line_step / 2;
  canvas.mark({x, middle - icon / 2, icon, icon}, color.gold_on_red, color.gold_line, color.gold_on_red);
  canvas.draw(plate.cards, {x + canvas.theme().text_size(44), y});
}

float line_indent(const ui::Canvas& canvas) { return canvas.theme().text_size(36) + 24; }

struct ProofWords {
  ui::TextBlock lead, proof, more;
  float height() const { return lead.height() + proof.height() + more.height(); }
};

ProofWords lay_proof(const ui::Canvas& canvas, const OfferDetail& detail, float width) {
  const auto& color = canvas.color();
  ui::TextStyle bold{.face = Face::SansBold, .size = 42, .color = color.ink, .line = 1.25F};
  const bool long_words = detail.proof.find('\n') != std::string::npos || canvas.measure(detail.proof, bold) > width;
  if (long_words) bold.size = 34;
  ProofWords words{canvas.layout(detail.proof_lead, {.face = Face::Sans, .size = 27, .color = color.ink2}, width),
                   canvas.layout(detail.proof, bold, width), {}};
  if (!detail.proof_more.empty()) words.more = canvas.layout(detail.proof_more, {.face = Face::Sans, .size = 26, .color = color.ink2}, width);
  return words;
}

// Card and words; returns the height used. The drawing gives way before a word does.
float draw_proof(ui::Canvas& canvas, const OfferDetail& detail, Rect box) {
  const float scale = canvas.theme().modes.large_text ? 1.16F : 1.0F;
  const ui::Size size{kProofCard.w * scale, kProofCard.h * scale};
  const float beside = box.w - size.w - 26;
  bool card = !detail.proof_card.empty() && size.h <= box.h + 1 && beside >= kLeastBeside * scale;
  ProofWords words = lay_proof(canvas, detail, card ? beside : box.w);
  if (card && words.height() > box.h + 1) {
    card = false;
    words = lay_proof(canvas, detail, box.w);
  }
  if (words.height() > box.h + 1) words.more = {};
  if (words.height() > box.h + 1) words.lead = {};
  const float height = std::max(words.height(), card ? size.h : 0.0F);
  if (card) draw_proof_card(canvas, detail.proof_card, {box.x, box.y + (height - size.h) / 2, size.w, size.h});
  const float left = box.x + (card ? size.w + 26 : 0);
  float y = box.y + (height - words.height()) / 2;
  for (const ui::TextBlock* block : {&words.lead, &words.proof, &words.more}) {
    if (block->lines.empty()) continue;
    canvas.draw(*block, {left, y});
    y += block->height();
  }
  return height;
}

// One of a shop's facts, laid out.
struct FactLine {
  std::string_view icon;
  ui::TextBlock words;
  bool chinese = false;
  float height = 0;
};

// As many as fit the box; a shorter one may still fit after a long one: all of them are told by the shop's page.
std::vector<FactLine> lay_lines(ui::Canvas& canvas, const Context& context, const OfferDetail& detail, Rect box) {
  const auto& color = canvas.color();
  struct Fact {
    std::string_view icon;
    const std::string& words;
    ui::TextStyle style;
    bool chinese;
  };
  const ui::TextStyle plain{.face = Face::Sans, .size = 31, .color = color.ink, .line = 1.3F};
  const ui::TextStyle open{.face = Face::SansBold, .size = 31, .color = color.pine, .line = 1.3F};
  const std::array<Fact, 4> facts{{{"clock", detail.hours, detail.open ? open : plain, false},
                                   {"walk", detail.way, plain, detail.way_chinese},
                                   {"info", detail.conditions, plain, detail.conditions_chinese},
                                   {"phone", detail.phone, plain, false}}};
  std::vector<FactLine> lines;
  float used = 0;
  for (const Fact& fact : facts) {
    if (fact.words.empty()) continue;
    const float mark = fact.chinese ? chinese_mark_width(canvas, context.texts) + 12 : 0;
    FactLine line{fact.icon, canvas.layout(fact.words, fact.style, box.w - line_indent(canvas) - mark), fact.chinese, 0};
    line.height = std::max(canvas.theme().text_size(kLine - 10), line.words.height()) + 8;
    if (used + line.height > box.h + 2) continue;
    used += line.height;
    lines.push_back(std::move(line));
  }
  return lines;
}

// At most `air` u more between them where the box has room. True when one of them found room.
bool draw_lines(ui::Canvas& canvas, const Context& context, const OfferDetail& detail, Rect box, float air) {
  const auto& color = canvas.color();
  const auto lines = lay_lines(canvas, context, detail, box);
  float spare = box.h;
  for (const FactLine& line : lines) spare -= line.height;
  const float gap = lines.empty() ? 0 : std::clamp(spare / static_cast<float>(lines.size()), 0.0F, air);
  const float icon = canvas.theme().text_size(36);
  float y = box.y;
  for (const FactLine& line : lines) {
    float left = box.x + line_indent(canvas);
    canvas.icon(line.icon, {box.x + icon / 2, y + line.words.line_step / 2 + 4}, icon, canvas.theme().modes.high_contrast ? color.ink : color.indigo);
    if (line.chinese) left += chinese_mark(canvas, context.texts, {left, y + 4}) + 12;
    canvas.draw(line.words, {left, y + 4});
    y += line.height + gap;
  }
  return !lines.empty();
}

void draw_rest(ui::Canvas& canvas, const Context& context, const OfferDetail& detail, Rect box, float air) {
  if (box.w >= kTwoColumns) {
    const float half = box.w * 0.46F;
    draw_proof(canvas, detail, box.left(half - 24));
    draw_lines(canvas, context, detail, box.after(half + 24), air);
    return;
  }
  const float used = draw_proof(canvas, detail, box);
  const bool lines = draw_lines(canvas, context, detail, box.below(used > 0 ? used + 28 : 0), air);
  if (lines && used > 0) canvas.fill({box.x, box.y + used + 16, box.w, 2}, canvas.color().line);
}

}  // namespace

bool draw_detail(ui::Canvas& canvas, const Context& context, const OfferDetail& detail, Rect box, bool touchable) {
  const auto& color = canvas.color();
  const ui::Touch touch = touchable ? canvas.touch(detail.touch, box) : ui::Touch{};
  canvas.shadow(box, ui::Elevation::Card, ui::radius::kCard);
  canvas.fill(box, touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  const bool beside = box.w >= box.h * kWideFrom;
  const float width = beside ? std::clamp(box.w * 0.36F, 380.0F, 600.0F) : box.w;
  const Plate plate = lay_plate(canvas, detail, width, beside ? box.h : box.h * 0.46F);
  const float height = beside ? box.h : std::max(plate.height, std::min(286.0F, box.h * 0.42F));
  const Rect red{box.x, box.y, width, height};
  draw_plate(canvas, context, plate, red, beside);
  const Rect rest = beside ? Rect{red.right() + kPad, box.y + 20, box.w - width - 2 * kPad, box.h - 36}
                           : Rect{box.x + kPad, red.bottom() + 24, box.w - 2 * kPad, box.bottom() - 12 - red.bottom() - 24};
  draw_rest(canvas, context, detail, rest, beside ? kAir : 0);
  if (canvas.theme().modes.high_contrast) {
    canvas.outline(red, color.ink, 3, ui::radius::kCard);
    canvas.outline(box, touchable ? color.control : color.ink, touchable ? ui::stroke::kHighContrast : 3.0F, ui::radius::kCard);
  }
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped;
}

}  // namespace kiosk
