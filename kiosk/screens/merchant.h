// One shop: what it gives, to whom, where it is and when it is open; and what its owner promised.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screen.h"
#include "kiosk/take_along.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/widgets/offer_plate.h"
#include "kiosk/widgets/page_frame.h"
#include "kiosk/widgets/pledge_letter.h"

namespace kiosk {

class MerchantScreen final : public Screen {
 public:
  explicit MerchantScreen(Target target) : target_(std::move(target)) {}

  std::string_view name() const override { return "merchant"; }
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;

 private:
  struct Line {
    std::string_view icon;
    std::string text;
    bool chinese = false;   // for an English visitor
  };
  // Everything in u, computed for one frame. What finds no room stands on a second leaf: the letter, the last lines.
  struct Plan {
    PageAreas areas;
    ui::Rect picture;
    bool picture_bleeds = true;   // else a card with round corners
    ui::Rect name;
    float name_size = 84;
    ui::Rect tags;
    ui::Rect plate;
    ui::Rect lines;
    std::size_t lines_here = 0;   // of lines(), on the first leaf
    ui::Rect code;
    bool code_words_right = false;   // beside the code instead of below it
    ui::Rect letter;              // empty: on the second leaf
    bool letter_tall = false;
    ui::Rect body;                // of the second leaf
    ui::Rect shelf;
    ui::Rect extras;              // portrait: a row of its own for the second leaf and the pictures
    bool two_leaves = false;
    bool view_in_shelf = false;   // the picture lies out of reach
    bool clock = false;
  };

  // Portrait: heights in u, unless said otherwise, of what stands below each other.
  struct PortraitParts {
    ui::Rect row;                 // where they stand: left edge, top of the page and width
    bool one_row = false;         // name and tags
    float tags_width = 0;
    float tags = 0;
    float name_words = 0;
    float name = 0;               // with the tags and the gaps
    float plate = 0;
    float least_plate = 0;
    float code = 0;               // side
    float lines_width = 0;
    float facts = 0;              // the lines beside the code
    float letter = 0;             // at least
    float whole_foot = 0;         // y: the page's, …
    float extras_foot = 0;        // … and above a second row of buttons
  };

  void fetch_lines(const Context& context, const content::Merchant& merchant);
  void fetch_pictures(const content::Merchant& merchant);
  void fetch_neighbours(const Context& context);
  std::vector<Line> lines(bool brief) const;
  bool shows_code() const { return !take_.empty(); }
  bool has_picture() const { return has_gallery_ || !picture_.empty(); }

  Plan plan(ui::Canvas& canvas, const Context& context) const;
  void plan_storefront(Plan& plan) const;
  void plan_columns(Plan& plan, ui::Canvas& canvas, const Context& context) const;
  void plan_large(Plan& plan, ui::Canvas& canvas, const Context& context) const;
  void plan_low(Plan& plan, ui::Canvas& canvas, const Context& context) const;
  void plan_portrait(Plan& plan, ui::Canvas& canvas, const Context& context) const;
  PortraitParts portrait_parts(ui::Canvas& canvas, const Context& context, const PageAreas& areas) const;
  float stand_portrait_name(Plan& plan, const ui::Canvas& canvas, const PortraitParts& parts, float picture) const;
  float stand_portrait_low(Plan& plan, const ui::Canvas& canvas, const PortraitParts& parts) const;
  float stand_portrait(Plan& plan, const ui::Canvas& canvas, const PortraitParts& parts) const;
  void fit_lines(Plan& plan, ui::Canvas& canvas, const Context& context) const;
  float name_height(ui::Canvas& canvas, float size, float width) const;
  float tags_height(ui::Canvas& canvas, const Context& context, float width) const;

  Action draw_storefront(ui::Canvas& canvas, const Context& context, const Plan& plan);
  void draw_sign(ui::Canvas& canvas, const ui::PictureSource& picture, ui::Rect box) const;
  void draw_view_chip(ui::Canvas& canvas, std::string_view words, ui::Rect picture, bool pressed) const;
  void draw_name(ui::Canvas& canvas, ui::Rect area, float size) const;
  float tags_width(ui::Canvas& canvas, const Context& context) const;
  float draw_tags(ui::Canvas& canvas, const Context& context, ui::Rect area, bool really) const;
  float draw_lines(ui::Canvas& canvas, const Context& context, std::span<const Line> lines, ui::Rect area, bool really) const;
  static float code_words_width(float side) { return side + 44; }   // what stands below a code of `side` u
  ui::TextStyle code_words_style(const ui::Canvas& canvas, std::string_view words, float room, ui::TextStyle style) const;
  float code_words_height(const ui::Canvas& canvas, const Context& context, float side) const;
  void draw_code(ui::Canvas& canvas, const Context& context, const Plan& plan) const;
  Action draw_second_leaf(ui::Canvas& canvas, const Context& context, const Plan& plan);
  Action draw_letter(ui::Canvas& canvas, const Context& context, ui::Rect box, bool tall);
  // merchant_shelf.cpp
  enum class Wish { Map, View, Turn };
  struct Button {
    Wish wish = Wish::Map;
    std::string_view words;
    std::string_view icon;
    ui::ButtonKind kind = ui::ButtonKind::Secondary;
  };
  struct ShelfRow {
    ui::Rect area;
    float text_size = 30;
    bool fills = false;   // the buttons share the whole row
  };
  Action draw_shelf(ui::Canvas& canvas, const Context& context, const Plan& plan);
  float draw_neighbours(ui::Canvas& canvas, const Context& context, ui::Rect row, bool landscape, Action& action) const;
  std::vector<Button> extras(const Context& context, const Plan& plan) const;
  static std::optional<Wish> draw_buttons(ui::Canvas& canvas, std::span<const Button> buttons, const ShelfRow& row);
  Action open_pictures(std::size_t first) const;
  Action open_neighbour(std::size_t place) const;

  Target target_;
  std::string name_;
  std::string sign_name_;         // as it stands over the door
  content::MediaId picture_;
  std::array<float, 4> sign_{};
  std::string open_words_;
  bool open_ = false;
  std::string category_;
  bool any_province_ = false;
  bool english_ = false;
  OfferPlate plate_;
  PledgeLetter letter_;
  std::vector<Line> lines_;
  TakeAlong take_;
  bool on_map_ = false;
  std::vector<content::MediaId> pictures_;      // for the viewer: the shop's, then the letter's
  bool has_gallery_ = false;
  std::vector<content::RecordId> neighbours_;   // those that may be shown
  std::size_t place_ = 0;                       // of this shop among them
  bool second_leaf_ = false;
};

}  // namespace kiosk
