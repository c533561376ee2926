#include "kiosk/widgets/pledge_letter.h"

#include <algorithm>
#include <cmath>

#include "content/schedule.h"
#include "kiosk/said.h"
#include "kiosk/screens/street_text.h"
#include "kiosk/ui/utf8.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/name_line.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr std::size_t kSealCharacters = 4;
constexpr float kTallPaper = 700;   // on a very tall screen: the words are set larger, owner and date close the letter
constexpr float kTallRise = 0.38F;  // of the room that the words leave there, above them
constexpr float kSeal = 76;
constexpr float kLargeSeal = 100;   // with large text
constexpr float kOwnerSize = 38;
constexpr float kLeastOwner = 30;
constexpr float kOwnerRow = 56;
constexpr float kLeastDate = 25;
constexpr float kHead = 111;        // of a wide letter: above its words
constexpr float kLeastWords = 30, kLeastStep = 1.42F;
constexpr float kUnderSeal = 110;

float seal_side(const ui::Canvas& canvas) { return canvas.theme().modes.large_text ? kLargeSeal : kSeal; }

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
  const Said words = said(merchant, "pledge.words", pledge.words, texts);
  if (words_ != words.text) page_ = 0;
  words_ = words.text;
  chinese_ = words.chinese;
  const std::string owner = said_person(merchant, "pledge.owner", pledge.owner, {}, texts);
  owner_ = owner.empty() ? std::string{} : texts.format("merchant.owner", {owner});
  until_ = pledge.until ? texts.format("merchant.until", {month_words(*pledge.until, texts)}) : std::string{};
  dates_ = pledge.signed_on ? texts.format("merchant.signed", {month_words(*pledge.signed_on, texts)}) : std::string{};
  if (!dates_.empty() && !until_.empty()) dates_ += "　";
  dates_ += until_;
  stale_ = content::pledge_state(pledge, now) == content::PledgeState::Stale ? std::string(texts("merchant.stale")) : std::string{};
  read_on_ = texts("merchant.read_on");
  read_again_ = texts("merchant.read_again");
  view_ = pledge.picture.empty() ? std::string{} : std::string(texts("merchant.view_letter"));
  // A seal is the name's characters, which tell an English visitor nothing.
  seal_ = texts.language() == ui::Language::English ? std::vector<std::string>{} : seal_characters(merchant.name, texts);
}

// In high contrast a white frame: it informs.
void PledgeLetter::draw_paper(ui::Canvas& canvas, Rect paper) const {
  canvas.fill(paper, canvas.color().letter);
  if (canvas.theme().modes.high_contrast) canvas.outline(paper.inset(2), canvas.color().ink, 3, ui::radius::kThumb);
}

// Title, 中文 and 待复核 after it where there is room. Returns the width.
float PledgeLetter::draw_title(ui::Canvas& canvas, const Texts& texts, ui::Point at, float room) const {
  const ui::TextStyle style = shrunk(canvas, title_, {.face = Face::Serif, .size = 38, .color = canvas.color().ink}, room);
  float width = canvas.text({at.x, at.y - 32, room + 4, 64}, title_, style);
  if (chinese_) {
    const float mark = chinese_mark_width(canvas, texts);
    chinese_mark(canvas, texts, {at.x + width + 16, at.y - chinese_mark_height(canvas) / 2});
    width += 16 + mark;
  }
  if (!stale_.empty() && width + 20 + ui::tag_width(canvas, stale_) <= room) {
    width += 20 + ui::tag(canvas, {at.x + width + 20, at.y - 22}, stale_, ui::TagKind::Amber);
  }
  return width;
}

float PledgeLetter::view_width(ui::Canvas& canvas) const {
  return view_.empty() ? 0 : ui::button_width(canvas, view_, {.icon = "image"});
}

bool PledgeLetter::draw_view(ui::Canvas& canvas, ui::Point right_middle) const {
  if (view_.empty()) return false;
  const float width = view_width(canvas);
  const float height = ui::touch::kChip;
  return ui::button(canvas, view_, {right_middle.x - width, right_middle.y - height / 2, width, height}, {.icon = "image"});
}

bool PledgeLetter::draw_tall(ui::Canvas& canvas, const Texts& texts, Rect paper, Rect inner) {
  const auto& color = canvas.color();
  draw_paper(canvas, paper);
  const float side = seal_side(canvas);
  const float seal = seal_.empty() ? 0 : side + 16;
  draw_seal(canvas, {inner.right() - side, paper.y + 38, side, side});
  draw_title(canvas, texts, {inner.x, paper.y + 77}, inner.w - seal);
  const float foot = paper.bottom() - 59;
  const bool view = !view_.empty();
  // The dates stand beside 看原件, or above the owner's line where the column is narrow.
  const ui::TextStyle date{.face = Face::Sans, .size = 27, .color = color.ink2};
  const float date_room = inner.w - (view ? view_width(canvas) + 20 : 0);
  const bool whole = canvas.measure(dates_, date) <= date_room;
  const bool above = !whole && canvas.measure(until_, {.face = Face::Sans, .size = kLeastDate, .color = {}}) > date_room;
  const float date_row = above ? canvas.theme().text_size(27) * 1.6F : 0;
  canvas.text({inner.x, foot - 26 - (above ? 30 + date_row : 0), above ? inner.w : date_room, 52}, whole ? dates_ : until_,
              shrunk(canvas, whole ? dates_ : until_, date, above ? inner.w : date_room));
  const float owner_bottom = (view ? foot - 56 : foot - 28) - date_row;
  // A letter of several pages has 接着读 at the owner's left, else above them.
  const ui::TextStyle least{.face = Face::Kai, .size = kLeastWords, .color = {}, .line = kLeastStep};
  const bool pages = canvas.layout(words_, least, inner.w).height() > owner_bottom - kOwnerRow - paper.y - 147;
  const ui::TextBlock owner = lay_owner(canvas, inner.w, Align::Right);
  const bool over_owner = pages && owner.width + read_width(canvas, 190) + 24 > inner.w;
  const float owner_y = owner_bottom - std::max(kOwnerRow, owner.height());
  draw_owner(canvas, owner, {inner.x, owner_y, inner.w, owner_bottom - owner_y});
  const Rect words{inner.x, paper.y + 145, inner.w, owner_y - 2 - paper.y - 145};
  draw_words(canvas, words, {.face = Face::Kai, .size = 36, .color = color.ink, .line = 1.667F},
             {inner.x, over_owner ? owner_y - ui::touch::kMin - 4 : owner_y - 8, 190, ui::touch::kMin});
  return draw_view(canvas, {inner.right(), foot});
}

// Title, date, owner and seal in one row over the words; where they do not fit, date and owner go to the foot.
bool PledgeLetter::draw_wide(ui::Canvas& canvas, const Texts& texts, Rect paper) {
  const auto& color = canvas.color();
  draw_paper(canvas, paper);
  const float margin = std::min(ui::space::kMargin, paper.w * 0.05F);
  const float left = paper.x + margin;
  const float right = paper.right() - margin;
  const float middle = paper.y + 59;
  const float side = seal_side(canvas);
  const bool sealed = !seal_.empty() && paper.h >= side + ui::touch::kMin + kUnderSeal;   // below it 接着读 may stand
  if (sealed) draw_seal(canvas, {right - side, paper.y + (side > kSeal ? 8.0F : 18.0F), side, side});
  const float head_right = right - (sealed ? side + 24 : 0);
  const float view = view_width(canvas);
  const ui::TextStyle owner{.face = Face::Kai, .size = kOwnerSize, .color = color.ink, .align = Align::Right};
  const ui::TextStyle date{.face = Face::Sans, .size = 27, .color = color.ink2};
  const float title = draw_title(canvas, texts, {left, middle}, head_right - left);
  const float owner_width = canvas.measure(owner_, owner);
  const float date_width = canvas.measure(until_, date);
  const float rest = head_right - left - title - 24;
  const bool tall = paper.h > kTallPaper;
  const bool one_row = !tall && date_width + 20 + owner_width <= rest;
  float foot = paper.bottom() - 12;
  if (one_row) {
    canvas.text({left + title + 24, middle - 25, date_width + 4, 52}, until_, date);
    canvas.text({head_right - owner_width - 8, middle - 30, owner_width + 8, 60}, owner_, owner);
  }
  if (!one_row || view > 0) foot = paper.bottom() - 90;
  Rect row{left, paper.bottom() - 76, right - left - (view > 0 ? view + 24 : 0), 60};
  // Where not one line of the letter would stand above them, date and owner are its last page.
  const float rise = one_row ? 0 : draw_foot(canvas, row, false);
  const bool apart = !one_row && foot - rise - paper.y - kHead < canvas.theme().text_size(kLeastWords) * kLeastStep;
  if (apart && view <= 0) foot = paper.bottom() - 12;
  if (!one_row && !apart) foot -= draw_foot(canvas, row, true);
  const Rect words{left, paper.y + kHead, right - left, foot - paper.y - kHead};
  const Rect button{right - 220, foot - ui::touch::kMin + 8, 220, ui::touch::kMin};
  const bool over = draw_words(canvas, words, {.face = Face::Kai, .size = tall ? 64.0F : 40.0F, .color = color.ink, .line = 1.55F}, button, tall ? kTallRise : 0, apart);
  row.w = std::min(row.w, right - left - read_width(canvas, button.w) - 24);
  if (over) draw_foot(canvas, row, true);
  return draw_view(canvas, {right, paper.bottom() - 46});
}

// Date and owner in one row, or the date in a row of its own above the owner's. Returns how far they stand above the row.
// Only measures unless `really`.
float PledgeLetter::draw_foot(ui::Canvas& canvas, Rect row, bool really) const {
  const ui::TextStyle date{.face = Face::Sans, .size = 27, .color = canvas.color().ink2};
  const float date_width = canvas.measure(until_, date);
  const float owner_width = canvas.measure(owner_, {.face = Face::Kai, .size = kOwnerSize, .color = {}});
  if (date_width + 28 + owner_width <= row.w) {
    if (!really) return 0;
    canvas.text({row.x, row.y + 2, date_width + 4, 56}, until_, date);
    draw_owner(canvas, lay_owner(canvas, owner_width + 4, Align::Right), row.after(row.w - owner_width - 4));
    return 0;
  }
  const ui::TextBlock owner = lay_owner(canvas, row.w, Align::Left);
  const float more_lines = std::max(0.0F, owner.height() - row.h);
  const float date_row = until_.empty() ? 0 : canvas.theme().text_size(30) / 30 * 52;
  if (!really) return date_row + more_lines;
  canvas.text({row.x, row.y + 2 - more_lines - date_row, row.w, 56}, until_, shrunk(canvas, until_, date, row.w));
  draw_owner(canvas, owner, {row.x, row.y - more_lines, std::min(row.w, owner.width + 4), row.h + more_lines});
  return date_row + more_lines;
}

// Smaller where the name is long, then in two lines.
ui::TextBlock PledgeLetter::lay_owner(const ui::Canvas& canvas, float width, Align align) const {
  const ui::TextStyle style{.face = Face::Kai, .size = kOwnerSize, .color = canvas.color().ink, .align = align, .line = 1.2F};
  const ui::TextStyle fitting = shrunk(canvas, owner_, style, width, kLeastOwner);
  const bool one = canvas.measure(owner_, fitting) <= width;
  return canvas.layout(one ? owner_ : in_two_parts(owner_), fitting, width);
}

void PledgeLetter::draw_owner(ui::Canvas& canvas, const ui::TextBlock& owner, Rect box) const {
  const bool one = owner.lines.size() == 1;
  canvas.draw(owner, {box.x, one ? box.centre().y - owner.height() / 2 : box.bottom() - owner.height()});
}

// 接着读 and 从头读 are one button: as wide as the longer of them.
float PledgeLetter::read_width(ui::Canvas& canvas, float least) const {
  const ui::ButtonStyle style{.icon_after = "right"};
  return std::max({least, ui::button_width(canvas, read_on_, style), ui::button_width(canvas, read_again_, style)});
}

// Longer words are set smaller, then turn pages with a button of their own; `one_more` adds a page without words. True on that
// page.
bool PledgeLetter::draw_words(ui::Canvas& canvas, Rect area, ui::TextStyle style, Rect button, float share_above, bool one_more) {
  if (words_.empty()) return one_more;
  const auto fits = [&](const ui::TextBlock& block) { return block.height() <= area.h + block.line_step * 0.3F; };
  ui::TextBlock block = canvas.layout(words_, style, area.w);
  if (!fits(block)) {
    style.size = 34;
    style.line = 1.5F;
    block = canvas.layout(words_, style, area.w);
  }
  if (!fits(block)) {
    style.size = kLeastWords;
    style.line = kLeastStep;
    block = canvas.layout(words_, style, area.w);
  }
  if (fits(block) && !one_more) {
    canvas.draw(block, {area.x, area.y + std::max(0.0F, area.h - block.height()) * share_above});
    return false;
  }
  // The button stands beside the words, or below them.
  const bool beside = button.x > area.centre().x;
  const ui::ButtonStyle style_of_button{.icon_after = "right"};
  const float wide = read_width(canvas, button.w);
  if (beside) button.x = button.right() - wide;
  button.w = wide;
  if (beside) block = canvas.layout(words_, style, button.x - 24 - area.x);
  const float room = (beside ? area.bottom() : std::min(area.bottom(), button.y - 4)) - area.y;
  const auto per_page = static_cast<std::size_t>(std::max(1.0F, std::floor(room / block.line_step + 0.2F)));
  const std::size_t pages = (block.lines.size() + per_page - 1) / per_page + (one_more ? 1 : 0);
  page_ = std::min(page_, pages - 1);
  const std::size_t first = page_ * per_page;
  for (std::size_t i = first; i < std::min(first + per_page, block.lines.size()); ++i) {
    canvas.draw_line(block, i, {area.x, area.y + static_cast<float>(i - first) * block.line_step});
  }
  const std::string& label = page_ + 1 < pages ? read_on_ : read_again_;
  const bool over = one_more && page_ + 1 == pages;
  if (ui::button(canvas, label, button, style_of_button)) page_ = (page_ + 1) % pages;
  return over;
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
