// One shop: what it gives, to whom, where it is and when it is open; and what its owner promised.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "kiosk/screen.h"
#include "kiosk/take_along.h"
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
  };

  void fetch_lines(const Context& context, const content::Merchant& merchant);
  void fetch_neighbours(const Context& context);

  Action draw_landscape(ui::Canvas& canvas, const Context& context, const PageAreas& areas);
  Action draw_portrait(ui::Canvas& canvas, const Context& context, const PageAreas& areas);
  void draw_storefront(ui::Canvas& canvas, const Context& context, ui::Rect box) const;
  void draw_sign(ui::Canvas& canvas, const ui::PictureSource& picture, ui::Rect box) const;
  float draw_name(ui::Canvas& canvas, ui::Rect area, float size) const;
  void draw_tags(ui::Canvas& canvas, const Context& context, ui::Point top_left, float room) const;
  float tags_width(ui::Canvas& canvas, const Context& context) const;
  void draw_lines(ui::Canvas& canvas, ui::Rect area) const;
  void draw_code(ui::Canvas& canvas, const Context& context, ui::Rect box) const;
  Action draw_neighbours(ui::Canvas& canvas, const Context& context, ui::Rect previous, ui::Rect next) const;

  Target target_;
  std::string name_;
  content::MediaId picture_;
  std::array<float, 4> sign_{};
  std::string open_words_;
  bool open_ = false;
  std::string category_;
  bool any_province_ = false;
  OfferPlate plate_;
  PledgeLetter letter_;
  std::vector<Line> lines_;
  TakeAlong code_;
  bool on_map_ = false;
  std::vector<content::RecordId> neighbours_;   // those that may be shown
  std::size_t place_ = 0;                       // of this shop among them
};

}  // namespace kiosk
