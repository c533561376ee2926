// The person of the week and the cards.
#include <algorithm>
#include <string>
#include <string_view>

#include "kiosk/screens/honour_card.h"
#include "kiosk/screens/honour_wall.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/name_line.h"
#include "kiosk/widgets/portrait.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kPlate = 266;           // below the picture of the person of the week
constexpr float kEnglishPlate = 1.36F;
constexpr float kInformFrame = 3;       // high contrast
constexpr float kRoomyCard = 350;       // u high: its words are larger
constexpr float kBesidePicture = 0.36F; // of a card that has the picture beside the words: the longest name needs the rest
constexpr float kWidestPicture = 1.55F; // of the person of the week, width to height: below it a face shows whole
constexpr float kLeastCardName = 27, kLeastName = 40, kLeastVoice = 25;
constexpr float kVoiceLine = 1.4F, kEnglishVoiceLine = 1.28F;   // Latin letters need less between the lines
constexpr float kTightName = 58;

bool high_contrast(const ui::Canvas& canvas) { return canvas.theme().modes.high_contrast; }

void frame(ui::Canvas& canvas, Rect box, float radius, bool touchable) {
  const auto& color = canvas.color();
  canvas.outline(box, touchable ? color.control : color.line, touchable ? ui::stroke::kHighContrast : kInformFrame, radius);
}

void draw_open_arrow(ui::Canvas& canvas, ui::Point centre) {
  const auto& color = canvas.color();
  canvas.ring(centre, 36, high_contrast(canvas) ? color.control : color.gold_on_red, high_contrast(canvas) ? 4.0F : 2.0F);
  canvas.icon("next", centre, 34, high_contrast(canvas) ? color.control : color.cream);
}

// "本周人物 ・ 兵妈妈" on one line, or each of the two on lines of its own: no line begins with the dot.
std::string in_lines(const ui::Canvas& canvas, std::string words, const ui::TextStyle& style, float width) {
  constexpr std::string_view kDot = " ・ ";
  const auto dot = words.find(kDot);
  if (dot != std::string::npos && canvas.measure(words, style) > width) words.replace(dot, kDot.size(), "\n");
  return words;
}

void draw_tributes(ui::Canvas& canvas, std::string_view words, Rect row) {
  const auto& color = canvas.color();
  const float icon = ui::icon_size(canvas, 34);
  canvas.icon("star", {row.x + icon / 2, row.centre().y}, icon, color.cream);
  canvas.text(row.after(icon + 13), words, {.face = Face::Sans, .size = 29, .color = color.cream});
}

}  // namespace

CardWords::CardWords(const ui::Canvas& canvas, bool roomy) : name_size(roomy ? 40.0F : 36.0F), category_size(roomy ? 27.0F : 25.0F) {
  const ui::Theme& theme = canvas.theme();
  const bool two_lines = theme.modes.language == ui::Language::English;
  name = theme.text_size(name_size) * (!two_lines ? 1.45F : theme.modes.large_text ? 2.5F : 2.0F);
  category = theme.text_size(category_size) * 1.45F;
  height = name + category + (roomy ? 24.0F : 19.0F);
}

// Picture and bronze plate: below it in landscape, beside it in portrait, where it is only looked at and where its words are many.
Action HonourWallScreen::draw_featured(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  if (!featured_) return Stay{};
  const Rect& box = layout.featured;
  const auto& color = canvas.color();
  const bool opens = !layout.to_look_at;
  const bool beside = layout.beside;
  const ui::Touch touch = opens ? canvas.touch(featured_->card.label, box) : ui::Touch{};
  const float radius = layout.areas.landscape && opens ? ui::radius::kCard : 0;
  const bool plain = !high_contrast(canvas);
  if (plain && !touch.pressed && radius > 0) canvas.shadow(box, ui::Elevation::Selected, radius);
  const float grown = canvas.theme().text_size(28) / 28;
  // Latin letters say the same in more lines.
  const float words_share = canvas.theme().modes.language == ui::Language::English ? kEnglishPlate : 1.0F;
  const float plate = std::min({kPlate * (0.4F + 0.6F * grown) * words_share, box.h * 0.66F, std::max(kPlate, box.h - box.w / kWidestPicture)});
  const Rect picture = beside ? box.left(std::min(box.h * 1.194F, box.w * (words_share > 1 && grown > 1 ? 0.38F : 0.4556F))) : box.top(box.h - plate);
  const Rect words = beside ? box.after(picture.w) : box.below(box.h - plate);
  // Only below or beside the picture, so that no dark rim shows about its outer corners; the inner ones lie on the plate.
  canvas.clip(beside ? words.after(-radius) : words);
  canvas.fill(box, touch.pressed ? color.bronze_dark : color.bronze_plane, radius);
  canvas.unclip();
  draw_portrait(canvas, context.catalog, featured_->card.portrait, picture, {.radius = radius, .round_top_only = !beside});
  if (!plain) frame(canvas, box.w < canvas.size().w ? box : box.inset(4, 0), radius, opens);
  draw_featured_words(canvas, context, words, beside, opens);
  if (touch.focused) canvas.focus_ring(box, radius);
  return touch.tapped ? open(featured_->card) : Action{Stay{}};
}

// What, who, their words, and how many paid tribute; the words give way first where room is short.
void HonourWallScreen::draw_featured_words(ui::Canvas& canvas, const Context& context, Rect box, bool beside, bool opens) const {
  const float pad = beside ? 40 : 34;
  Rect words{box.x + pad, box.y, box.w - pad - (beside ? 36.0F : pad), box.h};
  const bool tall = box.h > 380;
  float y = box.y + (beside && tall ? 38.0F : 20.0F);
  const float arrow = beside && opens ? 90 : 0;
  const ui::TextStyle style{.face = Face::Sans, .size = beside ? 28.0F : 27.0F, .color = canvas.color().gold_on_red, .line = 1.3F};
  const ui::TextBlock line = canvas.layout(in_lines(canvas, featured_->line, style, words.w - arrow), style, words.w - arrow, 3);
  canvas.draw(line, {words.x, y + 6});
  if (arrow > 0) draw_open_arrow(canvas, {box.right() - 80, box.y + (tall ? 80.0F : 60.0F)});
  y += line.height() + (tall ? 14.0F : 6.0F);
  y += draw_featured_name(canvas, words, y, beside) + 10;
  draw_featured_voice(canvas, context, words.below(y - words.y), beside);
}

// From `y` on; where the plate lies below the picture, the tributes stand in the name's row. Returns the height.
float HonourWallScreen::draw_featured_name(ui::Canvas& canvas, Rect words, float y, bool beside) const {
  const auto& color = canvas.color();
  const auto& modes = canvas.theme().modes;
  const bool long_words = modes.language == ui::Language::English && modes.large_text;
  const float size = beside ? (long_words ? 70.0F : 96.0F) : long_words ? kTightName : 70.0F;
  const float height = canvas.theme().text_size(size) * 1.25F;
  float width = words.w;
  if (!featured_->tributes.empty() && !beside) {
    const ui::TextStyle style{.face = Face::Sans, .size = 28, .color = color.gold_on_red, .align = Align::Right};
    const float icon = ui::icon_size(canvas, 34);
    const float number = canvas.text({words.x, y, words.w, height}, featured_->tributes, style);
    canvas.icon("star", {words.right() - number - 10 - icon / 2, y + height / 2}, icon, color.cream);
    width -= number + icon + 26;
  }
  draw_name(canvas, {words.x, y, width, height}, featured_->card.name, {.face = Face::Serif, .size = size, .color = color.cream}, kLeastName);
  return height;
}

// Smaller, then fewer lines where the room is short; a count that finds none stands on the person's page.
void HonourWallScreen::draw_featured_voice(ui::Canvas& canvas, const Context& context, Rect words, bool beside) const {
  const bool counted = beside && !featured_->tributes.empty();
  const bool english = canvas.theme().modes.language == ui::Language::English;
  const float icon = ui::icon_size(canvas, 34);
  const float foot = counted ? icon + 34 : 14;
  const float mark = featured_->chinese ? chinese_mark_height(canvas) + 12 : 0;
  ui::TextStyle voice{.face = Face::Kai, .size = beside ? 42.0F : 34.0F, .color = canvas.color().cream, .line = english ? kEnglishVoiceLine : kVoiceLine, .hang_quotes = true};
  const float room = words.h - foot - mark;
  float y = words.y;
  if (room >= canvas.theme().text_size(kLeastVoice) * voice.line && !featured_->voice.empty()) {
    while (voice.size > kLeastVoice && canvas.layout(featured_->voice, voice, words.w).height() > room) voice.size -= 1;
    const float step = canvas.theme().text_size(voice.size) * voice.line;
    if (mark > 0) chinese_mark(canvas, context.texts, {words.x, y + 2});
    y += mark;
    const ui::TextBlock block = lay_voice(canvas, featured_->voice, voice, words.w, std::max(1, static_cast<int>(room / step + 0.02F)));
    canvas.draw(block, {words.x, y});
    y += block.height();
  }
  const float middle = words.bottom() - 22 - icon / 2;
  if (counted && y <= middle - icon / 2) draw_tributes(canvas, featured_->tributes_words, {words.x, middle - 30, words.w, 60});
}

bool HonourWallScreen::draw_card(ui::Canvas& canvas, const Context& context, const Card& card, Rect box) const {
  const auto& color = canvas.color();
  const ui::Touch touch = canvas.touch(card.label, box);
  const bool plain = !high_contrast(canvas);
  const bool beside = box.w > box.h * kBesideShape;
  const float radius = ui::radius::kCard;
  const float plate = CardWords(canvas, box.h > kRoomyCard).height;
  const Rect picture = beside ? box.left(std::min(box.h * 0.9F, box.w * kBesidePicture)) : box.top(box.h - plate);
  const Rect words = beside ? box.after(picture.w) : box.below(box.h - plate);
  if (plain && !touch.pressed) canvas.shadow(box, ui::Elevation::Card, radius);
  canvas.fill(box, touch.pressed ? color.paper2 : color.paper0, radius);
  draw_portrait(canvas, context.catalog, card.portrait, picture, {.radius = beside ? 0 : radius, .round_top_only = !beside, .martyr = card.martyr});
  if (card.martyr && plain) {
    // Below the picture only, so that no dark rim shows about its corners.
    canvas.clip(words);
    canvas.fill(box, touch.pressed ? color.pine_plane : color.pine_dark, radius);
    canvas.unclip();
    draw_pine_sprig(canvas, words);
  }
  if (!plain) frame(canvas, box, radius, true);
  draw_card_words(canvas, card, words);
  if (touch.focused) canvas.focus_ring(box, radius);
  return touch.tapped;
}

// 英烈 on their dark plate; in high contrast, which has no planes, the flower tells them.
void HonourWallScreen::draw_card_words(ui::Canvas& canvas, const Card& card, Rect box) const {
  const auto& color = canvas.color();
  const CardWords heights(canvas, box.h >= CardWords(canvas, true).height - 1);
  const bool roomy = heights.name_size > 36;
  const Rect words = box.inset(roomy ? 25.0F : 22.0F, 0);
  const float top = box.y + (box.h - heights.name - heights.category) / 2;
  draw_name(canvas, {words.x, top, words.w, heights.name}, card.name,
            {.face = Face::Serif, .size = heights.name_size, .color = card.martyr ? color.white : color.ink}, kLeastCardName);
  Rect row{words.x, top + heights.name, words.w, heights.category};
  if (card.martyr && high_contrast(canvas)) {
    const float icon = ui::icon_size(canvas, 30);
    canvas.icon("flower", {row.x + icon / 2, row.centre().y}, icon, color.ink);
    row = row.after(icon + 10);
  }
  const ui::TextStyle style{.face = Face::Sans, .size = heights.category_size, .color = card.martyr ? color.pine50 : color.ink2};
  const ui::Color on_black = color.ink;
  ui::TextStyle fitting = ui::fitted(canvas, card.category, style, row.w);
  if (high_contrast(canvas)) fitting.color = on_black;
  canvas.text(row, card.category, fitting);
}

}  // namespace kiosk
