#include "kiosk/widgets/pledge_letter.h"

#include <algorithm>
#include <cmath>

#include "content/schedule.h"
#include "kiosk/ui/utf8.h"
#include "kiosk/ui/widgets.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr std::size_t kSealCharacters = 4;
constexpr float kSeal = 76;

bool is_han(char32_t character) { return (character >= 0x3400 && character <= 0x9FFF) || character >= 0x20000; }

std::vector<std::string> han_characters(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = ui::next_character(text, at);
    if (!is_han(character)) continue;
    found.emplace_back();
    ui::append_character(found.back(), character);
  }
  return found;
}

std::string month_words(content::Day day, const Texts& texts) {
  return texts.format("merchant.month",
                      {std::to_string(static_cast<int>(day.year())), std::to_string(static_cast<unsigned>(day.month()))});
}

}  // namespace

std::vector<std::string> PledgeLetter::seal_characters(std::string_view name, const Texts& texts) {
  auto seal = han_characters(name);
  if (seal.size() < 2) return {};
  if (seal.size() > kSealCharacters) seal.resize(kSealCharacters);
  const auto fill = seal.size() == 2 ? texts("merchant.seal2") : seal.size() == 3 ? texts("merchant.seal3") : std::string_view{};
  for (std::string& character : han_characters(fill)) seal.push_back(std::move(character));
  return seal;
}

void PledgeLetter::show(const content::Merchant& merchant, content::LocalMinute now, const Texts& texts) {
  const content::Pledge& pledge = merchant.pledge;
  title_ = texts("merchant.pledge");
  if (words_ != pledge.words) page_ = 0;
  words_ = pledge.words;
  owner_ = pledge.owner.empty() ? std::string{} : texts.format("merchant.owner", {pledge.owner});
  until_ = pledge.until ? texts.format("merchant.until", {month_words(*pledge.until, texts)}) : std::string{};
  dates_ = pledge.signed_on ? texts.format("merchant.signed", {month_words(*pledge.signed_on, texts)}) : std::string{};
  if (!dates_.empty() && !until_.empty()) dates_ += "　";
  dates_ += until_;
  stale_ = content::pledge_state(pledge, now) == content::PledgeState::Stale ? std::string(texts("merchant.stale")) : std::string{};
  read_on_ = texts("merchant.read_on");
  read_again_ = texts("merchant.read_again");
  seal_ = seal_characters(merchant.name, texts);
}

void PledgeLetter::draw_tall(ui::Canvas& canvas, Rect paper, Rect inner) {
  const auto& color = canvas.color();
  canvas.fill(paper, color.letter);
  draw_seal(canvas, {inner.right() - kSeal, paper.y + 38, kSeal, kSeal});
  canvas.text({inner.x, paper.y + 50, inner.w - 96, 54}, title_, {.face = Face::Serif, .size = 36, .color = color.ink});
  const float foot = paper.bottom() - 59;
  if (!stale_.empty()) {
    // Beside the title, or at the foot where the column is narrow.
    const float width = ui::tag_width(canvas, stale_);
    const bool narrow = 270 + width > inner.w - kSeal - 16;
    ui::tag(canvas, narrow ? ui::Point{inner.right() - width, foot - 22} : ui::Point{inner.x + 270, paper.y + 55}, stale_, ui::TagKind::Amber);
  }
  const ui::TextStyle date{.face = Face::Sans, .size = 27, .color = color.ink2};
  canvas.text({inner.x, foot - 26, inner.w, 52}, canvas.measure(dates_, date) <= inner.w ? dates_ : until_, date);
  canvas.text({inner.x, foot - 84, inner.w, 56}, owner_, {.face = Face::Kai, .size = 38, .color = color.ink, .align = Align::Right});
  const Rect words{inner.x, paper.y + 145, inner.w, foot - 86 - paper.y - 145};
  draw_words(canvas, words, {.face = Face::Kai, .size = 36, .color = color.ink, .line = 1.667F},
             {inner.x, foot - 92, 166, ui::touch::kMin});
}

void PledgeLetter::draw_wide(ui::Canvas& canvas, Rect paper) {
  const auto& color = canvas.color();
  canvas.fill(paper, color.letter);
  const float left = paper.x + ui::space::kMargin;
  const float right = paper.right() - ui::space::kMargin;
  const float middle = paper.y + 59;
  draw_seal(canvas, {right - kSeal, paper.y + 18, kSeal, kSeal});
  const float title = canvas.text({left, middle - 28, 400, 56}, title_, {.face = Face::Serif, .size = 38, .color = color.ink});
  float x = left + title + 24;
  const float owner_right = right - kSeal - 24;
  const ui::TextStyle owner{.face = Face::Kai, .size = 38, .color = color.ink, .align = Align::Right};
  const ui::TextStyle date{.face = Face::Sans, .size = 27, .color = color.ink2};
  if (!stale_.empty()) x += ui::tag(canvas, {x, middle - 22}, stale_, ui::TagKind::Amber) + 20;
  // The owner's name goes before the date.
  const bool room = x + canvas.measure(until_, date) + 20 + canvas.measure(owner_, owner) <= owner_right;
  if (room) x += canvas.text({x, middle - 25, 320, 52}, until_, date) + 20;
  canvas.text({x, middle - 30, owner_right - x, 56}, owner_, owner);
  const Rect words{left, paper.y + 111, right - left, paper.h - 111 - 12};
  draw_words(canvas, words, {.face = Face::Kai, .size = 40, .color = color.ink, .line = 1.55F},
             {right - 200, paper.bottom() - ui::touch::kMin - 4, 200, ui::touch::kMin});
}

// Longer words are set smaller, then turn pages with a button of their own.
void PledgeLetter::draw_words(ui::Canvas& canvas, Rect area, ui::TextStyle style, Rect button) {
  if (words_.empty()) return;
  const auto fits = [&](const ui::TextBlock& block) { return block.height() <= area.h + block.line_step * 0.3F; };
  ui::TextBlock block = canvas.layout(words_, style, area.w);
  if (!fits(block)) {
    style.size = 34;
    style.line = 1.5F;
    block = canvas.layout(words_, style, area.w);
  }
  if (fits(block)) {
    canvas.draw(block, area.origin());
    return;
  }
  // The button stands beside the words, or below them.
  const bool beside = button.x > area.centre().x;
  if (beside) block = canvas.layout(words_, style, button.x - 24 - area.x);
  const float room = (beside ? area.bottom() : std::min(area.bottom(), button.y - 4)) - area.y;
  const auto per_page = static_cast<std::size_t>(std::max(1.0F, std::floor(room / block.line_step + 0.2F)));
  const std::size_t pages = (block.lines.size() + per_page - 1) / per_page;
  page_ = std::min(page_, pages - 1);
  const std::size_t first = page_ * per_page;
  for (std::size_t i = first; i < std::min(first + per_page, block.lines.size()); ++i) {
    canvas.draw_line(block, i, {area.x, area.y + static_cast<float>(i - first) * block.line_step});
  }
  const std::string& label = page_ + 1 < pages ? read_on_ : read_again_;
  if (ui::button(canvas, label, button, {.icon_after = "right"})) page_ = (page_ + 1) % pages;
}

void PledgeLetter::draw_seal(ui::Canvas& canvas, Rect box) const {
  if (seal_.empty()) return;
  const auto& color = canvas.color();
  canvas.outline(box, color.red, 3, ui::radius::kTag);
  const float cell = (box.w - 14) / 2;
  for (std::size_t i = 0; i < seal_.size(); ++i) {
    const Rect place{box.x + 7 + static_cast<float>(i % 2) * cell, box.y + 7 + static_cast<float>(i / 2) * cell, cell, cell};
    canvas.text(place.inset(-4, 0), seal_[i], {.face = Face::Kai, .size = 31, .color = color.red, .align = Align::Centre});
  }
}

}  // namespace kiosk
