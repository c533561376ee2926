// Where everything of a shop's page stands, in every mode and window.
#include <algorithm>

#include "kiosk/screens/merchant.h"
#include "kiosk/ui/qr_panel.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr float kCode = 213;
constexpr float kName = 84;
constexpr float kPlate = 330;
constexpr float kMostPicture = 384;    // portrait
constexpr float kLeastPicture = 120;
constexpr float kLeastLetter = 270;    // portrait's band; more with large text
constexpr float kReachGap = 16;

}  // namespace

float MerchantScreen::name_height(ui::Canvas& canvas, float size, float width) const {
  const float wide = canvas.measure(name_, {.face = Face::Serif, .size = size});
  const float line = canvas.theme().text_size(size) * 1.3F;
  return wide * 52 / size <= width ? line : line * 1.25F;
}

float MerchantScreen::tags_height(ui::Canvas& canvas, const Context& context, float width) const {
  return draw_tags(canvas, context, {0, 0, width, 0}, false);
}

MerchantScreen::Plan MerchantScreen::plan(ui::Canvas& canvas, const Context& context) const {
  Plan plan;
  plan.areas = page_areas(canvas);
  plan.view_in_shelf = plan.areas.low && has_gallery_;
  const bool large = canvas.theme().modes.large_text;
  if (!plan.areas.landscape) {
    plan_portrait(plan, canvas, context);
  } else if (plan.areas.low) {
    plan_low(plan, canvas, context);
  } else if (large) {
    plan_large(plan, canvas, context);
  } else {
    plan_columns(plan, canvas, context);
  }
  return plan;
}

// How many lines stand on the first leaf; those that do not make a second one.
void MerchantScreen::fit_lines(Plan& plan, ui::Canvas& canvas, const Context& context) const {
  const bool brief = plan.two_leaves || plan.areas.low;
  auto all = lines(brief);
  plan.lines_here = all.size();
  if (draw_lines(canvas, context, all, plan.lines, false) <= plan.lines.h) return;
  plan.two_leaves = true;
  all = lines(true);
  while (plan.lines_here > 1) {
    --plan.lines_here;
    if (draw_lines(canvas, context, std::span(all).first(plan.lines_here), plan.lines, false) <= plan.lines.h) return;
  }
}

// Picture and letter in a column that bleeds from the spine, the offer beside it.
void MerchantScreen::plan_columns(Plan& plan, ui::Canvas& canvas, const Context& context) const {
  const PageAreas& areas = plan.areas;
  const float column = std::clamp(areas.page.w * 0.3906F, 480.0F, 700.0F);
  plan.picture = {areas.page.x, 0, column, std::min(430.0F, column * 0.6143F)};
  plan.letter = {areas.page.x, plan.picture.bottom(), column, areas.page.h - plan.picture.bottom()};
  plan.letter_tall = true;
  const float left = plan.picture.right() + 56;
  const float right = std::min(areas.page.right() - ui::space::kMargin, left + 1200);
  const float width = right - left;
  const float tags = tags_height(canvas, context, width);
  plan.tags = {left, 40, width, tags};
  const float name_top = tags > 60 ? 40 + tags + 4 : 106;
  plan.name = {left, name_top, width, 112};
  plan.plate = {left, name_top + 126, width, tags > 60 ? kPlate - 34 : kPlate};
  const float side = std::min(ui::qr_side(canvas, kCode), areas.shelf.y - plan.plate.bottom() - 28 - code_words_height(canvas, context, kCode));
  plan.code = {right - 10 - side, plan.plate.bottom() + 28, side, side};
  const float lines_right = shows_code() ? plan.code.x - 30 : right;
  plan.lines = {left, plan.plate.bottom() + 22, lines_right - left, areas.shelf.y - plan.plate.bottom() - 34};
  plan.body = {left, plan.plate.y, width, areas.shelf.y - 24 - plan.plate.y};
  plan.shelf = {left, areas.shelf.y, width, areas.shelf.h};
  fit_lines(plan, canvas, context);
}

// Large text: name above, the offer as a poster, the picture beside it; the letter on the second leaf.
void MerchantScreen::plan_large(Plan& plan, ui::Canvas& canvas, const Context& context) const {
  const PageAreas& areas = plan.areas;
  const Rect& stage = areas.content;
  plan.clock = true;
  plan.two_leaves = !letter_.empty();
  const float head = stage.w - 230;
  const float tags_wide = tags_width(canvas, context);
  const float name_wide = canvas.measure(name_, {.face = Face::Serif, .size = kName});
  const float height = name_height(canvas, kName, head);
  const bool beside = name_wide + 40 + tags_wide <= head;
  plan.name = {stage.x, 28, beside ? name_wide + 8 : head, height};
  plan.name_size = kName;
  float y = plan.name.bottom() + 8;
  if (beside) {
    plan.tags = {plan.name.right() + 32, plan.name.centre().y - 26, head - name_wide - 32, 60};
  } else {
    const float tags = tags_height(canvas, context, stage.w);
    plan.tags = {stage.x, y, stage.w, tags};
    y += tags + 16;
  }
  const float bottom = areas.shelf.y - 28;
  const float left_width = shows_code() || !picture_.empty() ? stage.w * 0.657F : stage.w;
  const float right = stage.x + left_width + 33;
  const float right_width = stage.right() - right;
  const float plate = std::clamp((bottom - y) * 0.62F, 250.0F, 400.0F);
  plan.plate = {stage.x, y, left_width, plate};
  const float side = std::min({ui::qr_side(canvas, 184), right_width, (bottom - y) * 0.5F});
  plan.code = {right, bottom - side, side, side};
  plan.code_words_right = right_width - side > 180;
  if (!plan.code_words_right) plan.code = plan.code.moved(0, -code_words_height(canvas, context, side));
  plan.picture = {right, y, right_width, plan.code.y - 28 - y};
  plan.picture_bleeds = false;
  plan.lines = {stage.x, plan.plate.bottom() + 16, left_width - 20, bottom - plan.plate.bottom() - 16};
  plan.body = {stage.x, y, left_width, bottom - y};
  plan.letter = {};
  plan.shelf = areas.shelf;
  fit_lines(plan, canvas, context);
}

// Low reach: what is looked at above the line, the offer and everything touchable below it.
void MerchantScreen::plan_low(Plan& plan, ui::Canvas& canvas, const Context& context) const {
  const PageAreas& areas = plan.areas;
  const float look = areas.look.bottom();
  const float column = std::clamp(areas.page.w * 0.36F, 420.0F, 700.0F);
  plan.picture = {areas.page.x, 0, column, look};
  const float left = plan.picture.right() + 48;
  const float right = areas.content.right();
  const float tags = tags_height(canvas, context, right - left);
  plan.tags = {left, 32, right - left, tags};
  plan.name = {left, plan.tags.bottom() + 2, right - left, name_height(canvas, kName * 0.9F, right - left)};
  plan.name_size = kName * 0.9F;
  plan.lines = {left, plan.name.bottom() + 8, right - left, look - plan.name.bottom() - 8};
  const Rect& below = areas.content;
  const float words = code_words_height(canvas, context, 180);
  const float side = std::min(ui::qr_side(canvas, kCode), below.h - words - 4);
  plan.body = below;
  plan.body.h += 8;
  plan.two_leaves = !letter_.empty();
  plan.code = {below.right() - side - 26, below.y + 6, side, side};
  plan.plate = shows_code() ? below.left(plan.code.x - 40 - below.x) : below;
  if (side < ui::kLeastPanel) {
    // The code goes up: a phone reaches it where a hand does not.
    const float upper = std::min(ui::qr_side(canvas, kCode), 200.0F);
    plan.code = {right - upper, look - upper - words, upper, upper};
    plan.lines.w -= upper + 24;
    if (plan.name.bottom() > plan.code.y) {
      plan.name.w -= upper + 46;
      plan.name.h = name_height(canvas, plan.name_size, plan.name.w);
      plan.lines.y = plan.name.bottom() + 8;
      plan.lines.h = look - plan.lines.y;
    }
    plan.plate = below;
  }
  plan.shelf = areas.shelf;
  fit_lines(plan, canvas, context);
}

// From above: picture, name, offer, lines with the code, letter. What finds no room takes it from the picture, then the
// letter goes to the second leaf. In low reach the lines stand above the offer.
void MerchantScreen::plan_portrait(Plan& plan, ui::Canvas& canvas, const Context& context) const {
  const PageAreas& areas = plan.areas;
  const bool large = canvas.theme().modes.large_text;
  const float left = ui::space::kMargin;
  const float width = canvas.size().w - 2 * left;
  plan.shelf = areas.shelf_b;

  const float tags_wide = tags_width(canvas, context);
  const float beside = width - tags_wide - 24;
  const bool one_row = canvas.measure(name_, {.face = Face::Serif, .size = 60}) <= beside;
  const float tags = tags_height(canvas, context, width);
  const float name = one_row ? 138 : name_height(canvas, kName, width) + tags + 34;
  const float plate = large ? 380 : 326;
  const float side = ui::qr_side(canvas, large ? 220 : 200);
  const float code_words = code_words_height(canvas, context, side);
  const float lines_width = width - (shows_code() ? side + 16 + 24 : 0);
  const auto all = lines(areas.low || large);
  float lines = draw_lines(canvas, context, all, {0, 0, lines_width, 0}, false);
  lines = std::min(lines, large ? 460.0F : 400.0F);
  const float facts = std::max(lines, shows_code() ? side + code_words : 0.0F) + 34;
  const float letter = letter_.empty() ? 0 : kLeastLetter * (large ? 1.35F : 1.0F);

  const float top = areas.page.y;
  const float whole_foot = areas.shelf_b.y - 34;
  const float extras_foot = areas.shelf.y - 20;
  float picture = 0;
  float facts_top = 0;
  const auto place_name = [&] {
    const float y = top + picture;
    plan.picture = {0, top, canvas.size().w, picture};
    if (one_row) {
      plan.name = {left, y + 18, beside, 112};
      plan.tags = {left + width - tags_wide, y + 51, tags_wide + 4, 50};
    } else {
      plan.name = {left, y + 12, width, name_height(canvas, kName, width)};
      plan.tags = {left, plan.name.bottom() + 8, width, tags};
    }
    return y + name;
  };
  if (areas.low) {
    picture = std::clamp(areas.look.bottom() - kReachGap - top - name - facts, 0.0F, kMostPicture);
    if (picture < 80) picture = 0;
    facts_top = place_name();
    const bool view = plan.view_in_shelf;
    plan.two_leaves = letter > 0 && areas.content.y + plate + 28 + letter > (view ? extras_foot : whole_foot);
    const float foot = view || plan.two_leaves ? extras_foot : whole_foot;
    plan.plate = {left, areas.content.y, width, plan.two_leaves ? std::min(foot - areas.content.y, 460.0F) : plate};
    if (!plan.two_leaves && letter > 0) plan.letter = {0, plan.plate.bottom() + 28, canvas.size().w, foot - plan.plate.bottom() - 28};
    plan.body = {left, areas.content.y, width, foot - areas.content.y};
  } else {
    const float fixed = name + plate + facts;
    plan.two_leaves = letter > 0 && whole_foot - top - fixed - letter < kLeastPicture;
    const float foot = plan.two_leaves ? extras_foot : whole_foot;
    picture = std::clamp(foot - top - fixed - (plan.two_leaves ? 0 : letter), kLeastPicture, kMostPicture);
    plan.plate = {left, place_name(), width, plate};
    facts_top = plan.plate.bottom() + 27;
    const float letter_top = facts_top + facts - 10;
    if (!plan.two_leaves && letter > 0) plan.letter = {0, letter_top, canvas.size().w, foot - letter_top};
    plan.body = {left, plan.plate.y, width, foot - plan.plate.y};
  }
  const float facts_bottom = areas.low ? areas.look.bottom() - kReachGap : plan.letter.h > 0 ? plan.letter.y - 8 : plan.body.bottom();
  plan.code = {left + width - 16 - side, facts_top + 4, side, side};
  plan.lines = {left, facts_top, lines_width, std::max(60.0F, std::min(facts - 20, facts_bottom - facts_top))};
  const bool already = plan.two_leaves;
  fit_lines(plan, canvas, context);
  if (plan.two_leaves && !already && plan.letter.h > 0) plan.letter.h -= whole_foot - extras_foot;
  if (plan.two_leaves || plan.view_in_shelf) plan.extras = areas.shelf;
}

}  // namespace kiosk
