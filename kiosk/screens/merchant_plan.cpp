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
constexpr float kPlate = 330, kLeastPlate = 270;
constexpr float kMostPicture = 384;    // portrait
constexpr float kVeryTall = 3000;      // of a screen: the offer is set larger
constexpr float kTallPicture = 0.5F;   // of the room that a very tall screen has to spare; the letter takes the rest
constexpr float kLeastPicture = 120;
constexpr float kLeastPictureLow = 80;
constexpr float kLeastLetter = 270;    // portrait's band; more with large text
constexpr float kReachGap = 16;
constexpr float kLeastLines = 80;      // below the plate
constexpr float kBeforeTags = 24;        // portrait: between name and tags in one row
constexpr float kRoomForPicture = 400;   // beside the stage
constexpr float kLetterColumn = 640;

// Between the spine and a stage that stands in the middle.
float room_beside_stage(const PageAreas& areas) { return std::max(0.0F, areas.content.x - ui::space::kMargin - areas.page.x); }

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

// Picture over letter in a column that bleeds from the spine; where a stage in the middle leaves much beside it, the picture
// takes that room and the letter stands between it and the offer.
void MerchantScreen::plan_storefront(Plan& plan) const {
  const PageAreas& areas = plan.areas;
  const float beside = room_beside_stage(areas);
  plan.letter_tall = true;
  if (beside > kRoomForPicture) {
    plan.picture = {areas.page.x, 0, beside + 260, areas.page.h};
    plan.letter = {plan.picture.right(), 0, kLetterColumn, areas.page.h};
    return;
  }
  const float column = std::clamp(areas.page.w * 0.3906F, 480.0F, 700.0F) + beside;
  plan.picture = {areas.page.x, 0, column, std::min(430.0F + beside * 0.25F, column * 0.6143F)};
  plan.letter = {areas.page.x, plan.picture.bottom(), column, areas.page.h - plan.picture.bottom()};
}

// The storefront's column, the offer beside it.
void MerchantScreen::plan_columns(Plan& plan, ui::Canvas& canvas, const Context& context) const {
  const PageAreas& areas = plan.areas;
  plan_storefront(plan);
  const float left = plan.letter.right() + 56;
  const float right = areas.content.right();
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
  const float needed = std::min(plate_.least_height(canvas, left_width), bottom - y - kLeastLines);
  const float plate = std::max(needed, std::clamp((bottom - y) * 0.62F, 250.0F, 400.0F));
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
  plan.picture = {areas.page.x, 0, column + room_beside_stage(areas), look};
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
  const PortraitParts parts = portrait_parts(canvas, context, areas);
  plan.shelf = areas.shelf_b;
  const float facts_top = areas.low ? stand_portrait_low(plan, canvas, parts) : stand_portrait(plan, canvas, parts);
  const float facts_bottom = areas.low ? areas.look.bottom() - kReachGap : plan.letter.h > 0 ? plan.letter.y - 8 : plan.body.bottom();
  const Rect& row = parts.row;
  const float code_room = facts_bottom - facts_top - 4 - code_words_height(canvas, context, parts.code);
  const float code = std::max(std::min(parts.code, code_room), std::min(parts.code, ui::kLeastPanel));
  plan.code = {row.right() - 16 - parts.code, facts_top + 4, code, code};
  plan.lines = {row.x, facts_top, parts.lines_width, std::max(60.0F, std::min(parts.facts - 20, facts_bottom - facts_top))};
  const bool already = plan.two_leaves;
  fit_lines(plan, canvas, context);
  if (plan.two_leaves && !already && plan.letter.h > 0) plan.letter.h -= parts.whole_foot - parts.extras_foot;
  if (plan.two_leaves || plan.view_in_shelf) plan.extras = areas.shelf;
}

// What each part needs.
MerchantScreen::PortraitParts MerchantScreen::portrait_parts(ui::Canvas& canvas, const Context& context, const PageAreas& areas) const {
  const bool large = canvas.theme().modes.large_text;
  PortraitParts parts;
  parts.row = {ui::space::kMargin, areas.page.y, canvas.size().w - 2 * ui::space::kMargin, 0};
  const float width = parts.row.w;
  parts.tags_width = tags_width(canvas, context);
  parts.one_row = canvas.measure(name_, {.face = Face::Serif, .size = 60}) <= width - parts.tags_width - kBeforeTags;
  parts.tags = tags_height(canvas, context, width);
  parts.name_words = name_height(canvas, kName, width);
  parts.name = parts.one_row ? 138 : parts.name_words + parts.tags + 34;
  const float needed = plate_.least_height(canvas, width);
  parts.plate = std::max(needed, (large ? 380.0F : 326.0F) + (canvas.size().h > kVeryTall ? 180.0F : 0.0F));
  parts.least_plate = std::max(needed, kLeastPlate);
  parts.code = ui::qr_side(canvas, large ? 220 : 200);
  parts.lines_width = width - (shows_code() ? parts.code + 16 + 24 : 0);
  const float lines_height = draw_lines(canvas, context, lines(areas.low || large), {0, 0, parts.lines_width, 0}, false);
  const float code_height = shows_code() ? parts.code + code_words_height(canvas, context, parts.code) : 0;
  parts.facts = std::max(std::min(lines_height, large ? 460.0F : 400.0F), code_height) + 34;
  parts.letter = letter_.empty() ? 0 : kLeastLetter * (large ? 1.35F : 1.0F);
  parts.whole_foot = areas.shelf_b.y - 34;
  parts.extras_foot = areas.shelf.y - 20;
  return parts;
}

// Under a picture of that height; returns where the next part may begin.
float MerchantScreen::stand_portrait_name(Plan& plan, const ui::Canvas& canvas, const PortraitParts& parts, float picture) const {
  const Rect& row = parts.row;
  plan.picture = {0, row.y, canvas.size().w, picture};
  const float y = plan.picture.bottom();
  if (parts.one_row) {
    plan.name = {row.x, y + 18, row.w - parts.tags_width - kBeforeTags, 112};
    plan.tags = {row.right() - parts.tags_width, y + 51, parts.tags_width + 4, 50};
  } else {
    plan.name = {row.x, y + 12, row.w, parts.name_words};
    plan.tags = {row.x, plan.name.bottom() + 8, row.w, parts.tags};
  }
  return y + parts.name;
}

// Picture, name and lines above the line; returns where the lines begin.
float MerchantScreen::stand_portrait_low(Plan& plan, const ui::Canvas& canvas, const PortraitParts& parts) const {
  const PageAreas& areas = plan.areas;
  const float top = areas.content.y;
  const float picture = std::clamp(areas.look.bottom() - kReachGap - parts.row.y - parts.name - parts.facts, 0.0F, kMostPicture);
  const bool shown = picture >= kLeastPictureLow;
  if (!shown && has_picture()) plan.view_in_shelf = true;
  const float facts_top = stand_portrait_name(plan, canvas, parts, shown ? picture : 0);
  const bool view = plan.view_in_shelf;
  plan.two_leaves = parts.letter > 0 && top + parts.plate + 28 + parts.letter > (view ? parts.extras_foot : parts.whole_foot);
  const float foot = view || plan.two_leaves ? parts.extras_foot : parts.whole_foot;
  plan.plate = {parts.row.x, top, parts.row.w, plan.two_leaves ? std::min(foot - top, 460.0F) : parts.plate};
  const float letter_top = plan.plate.bottom() + 28;
  if (!plan.two_leaves && parts.letter > 0) plan.letter = {0, letter_top, canvas.size().w, foot - letter_top};
  plan.body = {parts.row.x, top, parts.row.w, foot - top};
  return facts_top;
}

float MerchantScreen::stand_portrait(Plan& plan, const ui::Canvas& canvas, const PortraitParts& parts) const {
  const float room = parts.whole_foot - parts.row.y - parts.name - parts.plate - parts.facts;
  plan.two_leaves = parts.letter > 0 && room - parts.letter < kLeastPicture;
  float foot = plan.two_leaves ? parts.extras_foot : parts.whole_foot;
  const float spare = room - (plan.two_leaves ? parts.whole_foot - parts.extras_foot : parts.letter);
  float picture = std::clamp(spare, kLeastPicture, std::max(kMostPicture, std::min(spare * kTallPicture, canvas.size().w)));
  // A short screen has no room for it: the offer is set smaller, then the picture is seen in the viewer alone.
  const float missing = picture - spare;
  const float plate = std::max(parts.plate - std::max(0.0F, missing), parts.least_plate);
  if (missing > parts.plate - plate) {
    picture = 0;
    plan.view_in_shelf = has_picture();
    if (plan.view_in_shelf) foot = parts.extras_foot;
  }
  plan.plate = {parts.row.x, stand_portrait_name(plan, canvas, parts, picture), parts.row.w, plate};
  const float facts_top = plan.plate.bottom() + 27;
  const float letter_top = facts_top + parts.facts - 10;
  if (!plan.two_leaves && parts.letter > 0) plan.letter = {0, letter_top, canvas.size().w, foot - letter_top};
  plan.body = {parts.row.x, plan.plate.y, parts.row.w, foot - plan.plate.y};
  return facts_top;
}

}  // namespace kiosk
