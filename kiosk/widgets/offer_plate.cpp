#include "kiosk/widgets/offer_plate.h"

#include <algorithm>
#include <array>

#include "content/offer_text.h"
#include "content/schedule.h"
#include "kiosk/merchant_words.h"
#include "kiosk/said.h"
#include "kiosk/widgets/chinese_mark.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr float kPadding = 48;
constexpr float kTightPadding = 32;   // of a plate narrower than kNarrow
constexpr float kNarrow = 760;
constexpr float kMarkRoom = 330;      // of the mark at the right, with its margin
constexpr float kMarkHeight = 300;    // a lower plate has no mark
constexpr float kWhoHeight = 46;
constexpr float kWhoGap = 8;          // between lines of groups
constexpr float kTitleLine = 1.08F;
constexpr float kLeastTitle = 48;
constexpr float kMargin = 28, kLowMargin = 16;   // above and below; of a plate lower than kMarkHeight

float padding_of(Rect plate) { return plate.w < kNarrow ? kTightPadding : kPadding; }

std::string proof_words(const content::Offer& offer, const Texts& texts) {
  const bool english = texts.language() == ui::Language::English;
  if (!offer.proof_line.empty() && !english) return offer.proof_line;
  const std::string words = english ? content::proof_words_en(offer.proofs) : content::proof_words_zh(offer.proofs);
  return words.empty() ? std::string(texts("merchant.no_offer_line")) : texts.format("merchant.with", {words});
}

}  // namespace

void OfferPlate::show(const content::Merchant& merchant, content::LocalMinute now, const Texts& texts) {
  offers_.clear();
  who_label_ = texts("merchant.who");
  for (const content::Offer& offer : merchant.offers) {
    if (!content::offer_valid(offer, now)) continue;
    const Said title = said_offer(offer, texts);
    Offer shown{proof_words(offer, texts), title.text, title.chinese, {}, said_conditions(merchant, offer, texts), {}};
    for (const content::Who who : offer.who) shown.who.emplace_back(texts(text_key(who)));
    if (shown.who.empty()) shown.who.emplace_back(texts("merchant.everybody"));
    offers_.push_back(std::move(shown));
  }
  if (offers_.empty()) {
    offers_.push_back({std::string(texts("merchant.no_offer_line")), std::string(texts("merchant.no_offer")), false, {}, {}, {}});
  }
  for (std::size_t i = 0; i < offers_.size() && offers_.size() > 1; ++i) {
    const std::string count = std::to_string(offers_.size());
    offers_[i].page_words = i == 0 ? texts.format("merchant.more", {std::to_string(offers_.size() - 1)})
                                   : texts.format("merchant.offer_of", {std::to_string(i + 1), count});
  }
}

void OfferPlate::draw(ui::Canvas& canvas, const Texts& texts, Rect plate) {
  const auto& color = canvas.color();
  canvas.shadow(plate, ui::Elevation::Selected, ui::radius::kDoor);
  canvas.fill(plate, color.red_poster, ui::radius::kDoor);
  if (canvas.theme().modes.high_contrast) {
    canvas.outline(plate, color.ink, 3, ui::radius::kDoor);
  } else {
    canvas.lattice(plate.inset(6), color.gold_on_red.with_alpha(0.04F), 64);
  }
  const int count = static_cast<int>(offers_.size());
  const auto turn = turner_.begin(canvas, "offers", plate, count);
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    draw_offer(canvas, texts, offers_[static_cast<std::size_t>(page.index)], plate);
    canvas.pop_offset();
  }
  turner_.end(canvas);
  if (count > 1) draw_page_button(canvas, offers_[static_cast<std::size_t>(turner_.page())], plate);
}

float OfferPlate::page_button_width(const ui::Canvas& canvas, const Offer& offer) const {
  if (offer.page_words.empty()) return 0;
  return canvas.measure(offer.page_words, {.face = Face::SansMedium, .size = 27}) + 90;
}

void OfferPlate::draw_page_button(ui::Canvas& canvas, const Offer& offer, Rect plate) {
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const float width = page_button_width(canvas, offer);
  const float height = std::max(ui::touch::kMin, canvas.theme().text_size(27) + 30);
  const Rect box{plate.right() - 24 - width, plate.y + (plate.h < kMarkHeight ? 14.0F : 22.0F), width, height};
  const ui::Touch touch = canvas.touch(offer.page_words, box);
  const ui::Color edge = high_contrast ? color.control : color.gold_line;
  canvas.fill(box, touch.pressed ? (high_contrast ? color.paper3 : color.red_pressed) : color.red_plane, height / 2);
  canvas.outline(box, edge, high_contrast ? ui::stroke::kHighContrast : ui::stroke::kControl, height / 2);
  canvas.text({box.x + 28, box.y, width, height}, offer.page_words, {.face = Face::SansMedium, .size = 27, .color = color.cream});
  canvas.icon("right", {box.right() - 36, box.centre().y}, 34, high_contrast ? color.control : color.cream);
  if (touch.focused) canvas.focus_ring(box, height / 2);
  const int count = static_cast<int>(offers_.size());
  if (touch.tapped) turner_.go_to((turner_.page() + 1) % count);
}

// Of a plate of that width on which nothing lies over anything: the proof, the title in its least size, the groups.
float OfferPlate::least_height(const ui::Canvas& canvas, float width) const {
  const float scale = canvas.theme().text_size(30) / 30;
  const float room = width - 2 * padding_of({0, 0, width, 0});
  float least = 0;
  for (const Offer& offer : offers_) {
    const float proof_room = room - (offer.page_words.empty() ? 0 : page_button_width(canvas, offer));
    const float proof = std::max(56 * scale, fit_proof(canvas, offer.proof, {.face = Face::SansMedium, .size = 40, .line = 1.2F}, proof_room).height());
    const ui::TextBlock title = canvas.layout(offer.title, {.face = Face::Serif, .size = kLeastTitle, .line = kTitleLine}, room);
    const float who = offer.who.empty() ? 0 : static_cast<float>(fit_who(canvas, offer, width, false).lines) * (kWhoHeight * scale + kWhoGap);
    least = std::max(least, proof + title.height() + 8 + who + 2 * kLowMargin);
  }
  return least >= kMarkHeight ? least + 2 * (kMargin - kLowMargin) : least;
}

// Proof above, groups below, the title as large as the room between them lets it be.
void OfferPlate::draw_offer(ui::Canvas& canvas, const Texts& texts, const Offer& offer, Rect plate) const {
  const auto& color = canvas.color();
  const float scale = canvas.theme().text_size(30) / 30;
  const float pad = padding_of(plate);
  const float room = plate.w - 2 * pad;
  const float margin = plate.h < kMarkHeight ? kLowMargin : kMargin;
  const float proof_room = room - (offer.page_words.empty() ? 0 : page_button_width(canvas, offer));
  ui::TextStyle proof{.face = Face::SansMedium, .size = plate.h < kMarkHeight && scale > 1 ? 32.0F : 40.0F, .color = color.gold_on_red, .line = 1.2F};
  const ui::TextBlock proof_block = fit_proof(canvas, offer.proof, proof, proof_room);
  const float proof_height = std::max(56 * scale, proof_block.height());
  canvas.draw(proof_block, {plate.x + pad, plate.y + margin + (proof_height - proof_block.height()) / 2});

  const bool mark_room = plate.h >= kMarkHeight && !canvas.theme().modes.high_contrast;
  const WhoFit who = fit_who(canvas, offer, plate.w, mark_room);
  const float who_height = offer.who.empty() ? 0 : static_cast<float>(who.lines) * (kWhoHeight * scale + kWhoGap) - kWhoGap;
  const float top = plate.y + margin + proof_height;
  const float foot = plate.bottom() - (offer.who.empty() ? margin : who_height + std::min(25.0F, margin));
  const float chinese = offer.title_chinese ? chinese_mark_width(canvas, texts) + 16 : 0;
  const ui::TextBlock title = fit_title(canvas, offer.title, {room - chinese, foot - top - 8});
  const float title_top = (top + foot) / 2 - title.height() / 2;
  if (chinese > 0) chinese_mark(canvas, texts, {plate.x + pad, (top + foot) / 2 - chinese_mark_height(canvas) / 2});
  ui::TextBlock drawn = title;
  drawn.style.color = color.cream;
  canvas.draw(drawn, {plate.x + pad + chinese, title_top});

  const bool mark = mark_room && who.mark && pad + chinese + title.width + 40 + kMarkRoom < plate.w;
  if (mark) {
    const float side = offer.page_words.empty() ? 262.0F : 220.0F;   // below the button
    const Rect box{plate.right() - 181 - side / 2, plate.y + (offer.page_words.empty() ? 197.0F : 211.0F) - side / 2, side, side};
    canvas.mark(box, color.gold_on_red.with_alpha(0.72F), color.gold.with_alpha(0.92F), color.cream.with_alpha(0.72F));
  }
  draw_who(canvas, offer, who, {plate.x + pad, foot, room - (who.mark && mark_room ? kMarkRoom - 24 - pad : 0), who_height});
}

// One line, smaller where it is long; two; many papers in small letters, in more.
ui::TextBlock OfferPlate::fit_proof(const ui::Canvas& canvas, std::string_view words, ui::TextStyle style, float room) {
  const float wide = canvas.measure(words, style);
  if (wide > room) style.size = std::max(28.0F, style.size * room / wide * 0.99F);
  ui::TextBlock block = canvas.layout(words, style, room, 2);
  if (block.lines.empty() || !block.lines.back().ellipsis) return block;
  style.size = 25;
  style.line = 1.12F;
  block = canvas.layout(words, style, room, 2);
  return block.lines.back().ellipsis ? canvas.layout(words, style, room, 6) : block;
}

// One line as large as fits, else two or three.
ui::TextBlock OfferPlate::fit_title(const ui::Canvas& canvas, std::string_view title, ui::Size room) const {
  ui::TextStyle style{.face = Face::Serif, .line = kTitleLine};
  constexpr std::array<float, 13> kSizes{176, 150, 132, 120, 108, 96, 84, 72, 64, 56, 48, 42, 36};
  ui::TextBlock block;
  for (const float size : kSizes) {
    if (size > 132 && !canvas.theme().modes.large_text) continue;
    style.size = size;
    // Far too long for one line: not laid out before it can fit in two.
    const float wide = canvas.measure(title, style);
    const float most_lines = size > 96 ? 1 : size > 64 ? 2 : 3;
    if (wide > room.w * most_lines) continue;
    block = canvas.layout(title, style, room.w + 2);
    if (static_cast<float>(block.lines.size()) <= most_lines && block.height() <= room.h * 1.06F) return block;
  }
  return block.lines.empty() ? canvas.layout(title, style, room.w, 3) : block;
}

int OfferPlate::who_lines(const ui::Canvas& canvas, const Offer& offer, const WhoFit& fit, float width) const {
  const ui::TextStyle style{.face = Face::Sans, .size = fit.size};
  float x = canvas.measure(who_label_, style) + fit.gap;
  int lines = 1;
  for (const std::string& who : offer.who) {
    const float wide = canvas.measure(who, style) + 2 * fit.pad;
    if (x + wide > width && x > 0) {
      ++lines;
      x = 0;
    }
    x += wide + fit.gap;
  }
  return lines;
}

// Beside the mark, else over the whole width, else closer, else in more lines.
OfferPlate::WhoFit OfferPlate::fit_who(const ui::Canvas& canvas, const Offer& offer, float plate_width, bool mark) const {
  const float pad = plate_width < kNarrow ? kTightPadding : kPadding;
  constexpr WhoFit kLoose{};
  constexpr WhoFit kTight{.size = 25, .pad = 9, .gap = 8, .lines = 1, .mark = false};
  WhoFit fit = kLoose;
  if (mark && who_lines(canvas, offer, fit, plate_width - pad - kMarkRoom + 24) == 1) return fit;
  const float width = plate_width - 2 * pad;
  fit.mark = false;
  if (who_lines(canvas, offer, fit, width) == 1) return fit;
  if (who_lines(canvas, offer, kTight, width) == 1) return kTight;
  fit.lines = who_lines(canvas, offer, fit, width);
  if (fit.lines == 2) return fit;
  fit = kTight;
  fit.lines = who_lines(canvas, offer, fit, width);
  return fit;
}

void OfferPlate::draw_who(ui::Canvas& canvas, const Offer& offer, const WhoFit& fit, Rect area) const {
  if (offer.who.empty()) return;
  const auto& color = canvas.color();
  const float height = kWhoHeight * canvas.theme().text_size(30) / 30;
  ui::TextStyle words{.face = Face::Sans, .size = fit.size, .color = color.gold_on_red};
  float y = area.y;
  float x = area.x + canvas.text({area.x, y, area.w, height}, who_label_, words) + fit.gap;
  words.color = color.white;
  for (const std::string& who : offer.who) {
    const float width = canvas.measure(who, words) + 2 * fit.pad;
    if (x + width > area.right() + 1 && x > area.x) {
      x = area.x;
      y += height + kWhoGap;
    }
    canvas.outline({x, y, width, height}, color.gold_line, ui::stroke::kControl, ui::radius::kTag);
    canvas.text({x + fit.pad, y, width, height}, who, words);
    x += width + fit.gap;
  }
}

}  // namespace kiosk
