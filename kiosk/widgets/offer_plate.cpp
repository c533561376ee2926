#include "kiosk/widgets/offer_plate.h"

#include <algorithm>

#include "content/offer_text.h"
#include "content/schedule.h"
#include "kiosk/merchant_words.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr float kPadding = 48;
constexpr float kTitle = 132;
constexpr float kLeastTitle = 84;
constexpr float kLooseWho = 19;    // a group's room that may go before its words shrink
constexpr float kMarkRoom = 330;   // of the mark at the right, with its margin

std::string proof_words(const content::Offer& offer, const Texts& texts) {
  if (!offer.proof_line.empty()) return offer.proof_line;
  const bool english = texts.language() == ui::Language::English;
  const std::string words = english ? content::proof_words_en(offer.proofs) : content::proof_words_zh(offer.proofs);
  return words.empty() ? std::string(texts("merchant.no_offer_line")) : texts.format("merchant.with", {words});
}

}  // namespace

void OfferPlate::show(const content::Merchant& merchant, content::LocalMinute now, const Texts& texts) {
  offers_.clear();
  who_label_ = texts("merchant.who");
  for (const content::Offer& offer : merchant.offers) {
    if (!content::offer_valid(offer, now)) continue;
    Offer shown{proof_words(offer, texts), offer.title, {}, offer.conditions, {}};
    for (const content::Who who : offer.who) shown.who.emplace_back(texts(text_key(who)));
    if (shown.who.empty()) shown.who.emplace_back(texts("merchant.everybody"));
    offers_.push_back(std::move(shown));
  }
  if (offers_.empty()) {
    offers_.push_back({std::string(texts("merchant.no_offer_line")), std::string(texts("merchant.no_offer")), {}, {}, {}});
  }
  for (std::size_t i = 0; i < offers_.size() && offers_.size() > 1; ++i) {
    const std::string count = std::to_string(offers_.size());
    offers_[i].page_words = i == 0 ? texts.format("merchant.more", {std::to_string(offers_.size() - 1)})
                                   : texts.format("merchant.offer_of", {std::to_string(i + 1), count});
  }
}

void OfferPlate::draw(ui::Canvas& canvas, Rect plate) {
  const auto& color = canvas.color();
  canvas.shadow(plate, ui::Elevation::Selected, ui::radius::kDoor);
  canvas.fill(plate, color.red_poster, ui::radius::kDoor);
  canvas.lattice(plate.inset(6), color.gold_on_red.with_alpha(0.08F), 64);

  const int count = static_cast<int>(offers_.size());
  const auto turn = turner_.begin(canvas, "offers", plate, count);
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    draw_offer(canvas, offers_[static_cast<std::size_t>(page.index)], plate);
    canvas.pop_offset();
  }
  turner_.end(canvas);
  if (count < 2) return;

  const Offer& shown = offers_[static_cast<std::size_t>(turner_.page())];
  const std::string& words = shown.page_words;
  const ui::TextStyle style{.face = Face::SansMedium, .size = 27, .color = color.cream};
  const float width = canvas.measure(words, style) + 84;
  const float down = takes_two_lines(canvas, shown.title, plate.w - 2 * kPadding) ? 12 : 24;
  const Rect box{plate.right() - 28 - width, plate.y + down, width, ui::touch::kMin};
  const ui::Touch touch = canvas.touch(words, box);
  canvas.fill(box, touch.pressed ? color.red_pressed : color.red_plane, box.h / 2);
  canvas.outline(box, color.gold_line, ui::stroke::kControl, box.h / 2);
  canvas.text({box.x + 28, box.y, width, box.h}, words, style);
  canvas.icon("right", {box.right() - 34, box.centre().y}, 34, color.cream);
  if (touch.focused) canvas.focus_ring(box, box.h / 2);
  if (touch.tapped) turner_.go_to((turner_.page() + 1) % count);
}

void OfferPlate::draw_offer(ui::Canvas& canvas, const Offer& offer, Rect plate) const {
  const auto& color = canvas.color();
  const float room = plate.w - 2 * kPadding - (offer.page_words.empty() ? 0 : 330);
  const bool two_lines = takes_two_lines(canvas, offer.title, plate.w - 2 * kPadding);
  ui::TextStyle proof{.face = Face::SansMedium, .size = two_lines ? 34.0F : 40.0F, .color = color.gold_on_red};
  const float wide = canvas.measure(offer.proof, proof);
  if (wide > room) proof.size = std::max(28.0F, proof.size * room / wide);
  canvas.text({plate.x + kPadding, plate.y + (two_lines ? 16.0F : 34.0F), room, 56}, offer.proof, proof);

  const float title = draw_title(canvas, offer.title, plate);
  const bool mark = kPadding + title + 40 + kMarkRoom < plate.w;
  if (mark) {
    const float side = offer.page_words.empty() ? 262.0F : 228.0F;   // below the button
    const Rect box{plate.right() - 181 - side / 2, plate.y + (offer.page_words.empty() ? 197.0F : 207.0F) - side / 2, side, side};
    canvas.mark(box, color.gold_on_red.with_alpha(0.72F), color.gold.with_alpha(0.92F), color.cream.with_alpha(0.72F));
  }
  const float who_right = plate.right() - (mark ? kMarkRoom - 24 : kPadding);
  draw_who(canvas, offer, {plate.x + kPadding, plate.bottom() - 71, who_right - plate.x - kPadding, 46});
}

bool OfferPlate::takes_two_lines(const ui::Canvas& canvas, std::string_view title, float room) const {
  return canvas.measure(title, {.face = Face::Serif, .size = kLeastTitle}) > room;
}

// One line from 132 down to 84, then two lines. Returns the width used.
float OfferPlate::draw_title(ui::Canvas& canvas, std::string_view title, Rect plate) const {
  const float room = plate.w - 2 * kPadding;
  ui::TextStyle style{.face = Face::Serif, .size = kTitle, .color = canvas.color().cream};
  const float wide = canvas.measure(title, style);
  const float middle = plate.y + 173;
  if (!takes_two_lines(canvas, title, room)) {
    style.size = std::min(kTitle, kTitle * room / std::max(wide, 1.0F));
    return canvas.text({plate.x + kPadding, middle - 90, room + 4, 180}, title, style);
  }
  style.size = kLeastTitle;
  style.line = 1.04F;
  ui::TextBlock block = canvas.layout(title, style, room, 2);
  if (block.lines.size() > 1 && block.lines.back().ellipsis) {
    style.size = 60;
    block = canvas.layout(title, style, room, 2);
  }
  canvas.draw(block, {plate.x + kPadding, middle - 10 - block.height() / 2});
  return block.width;
}

void OfferPlate::draw_who(ui::Canvas& canvas, const Offer& offer, Rect row) const {
  if (offer.who.empty()) return;
  const auto& color = canvas.color();
  const ui::TextStyle label{.face = Face::Sans, .size = 28, .color = color.gold_on_red};
  float total = canvas.measure(who_label_, label) + 14;
  for (const std::string& who : offer.who) total += canvas.measure(who, label) + 32 + 14;
  // Many groups stand closer; seven do not fit at the usual size.
  const auto count = static_cast<float>(offer.who.size());
  const float over = std::max(0.0F, total - 14 - row.w);
  const bool tight = over > count * kLooseWho;
  const float closer = tight ? 0 : over / count / kLooseWho;
  ui::TextStyle words = label;
  if (tight) words.size = 25;
  const float pad = tight ? 7 : 16 - 7 * closer;
  const float gap = tight ? 8 : 14 - 5 * closer;
  float x = row.x + canvas.text({row.x, row.y, row.w, row.h}, who_label_, words) + gap;
  words.color = color.white;
  for (const std::string& who : offer.who) {
    const float width = canvas.measure(who, words) + 2 * pad;
    if (x + width > row.right() + 2) {
      canvas.text({x, row.y, 60, row.h}, "…", words);
      return;
    }
    canvas.outline({x, row.y, width, row.h}, color.gold_line, ui::stroke::kControl, ui::radius::kTag);
    canvas.text({x + pad, row.y, width, row.h}, who, words);
    x += width + gap;
  }
}

}  // namespace kiosk
