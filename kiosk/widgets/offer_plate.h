// The red plate that says what a shop gives: the offer as a poster, who may use it, and the shop's further offers.
#pragma once

#include <string>
#include <vector>

#include "content/model.h"
#include "kiosk/texts.h"
#include "kiosk/ui/canvas.h"
#include "kiosk/ui/page_turner.h"

namespace kiosk {

class OfferPlate {
 public:
  // Keeps the page while the shop has that many offers. Only offers that hold at `now`.
  void show(const content::Merchant& merchant, content::LocalMinute now, const Texts& texts);
  void draw(ui::Canvas& canvas, ui::Rect plate);

  // Conditions of the offer on show, may be empty.
  const std::string& conditions() const { return offers_[static_cast<std::size_t>(turner_.page()) % offers_.size()].conditions; }

 private:
  struct Offer {
    std::string proof;                // 凭优待证
    std::string title;                // 全单八折
    std::vector<std::string> who;
    std::string conditions;
    std::string page_words;           // "另有 2 项优惠", "优惠 2 / 3"
  };

  void draw_offer(ui::Canvas& canvas, const Offer& offer, ui::Rect plate) const;
  bool takes_two_lines(const ui::Canvas& canvas, std::string_view title, float room) const;
  float draw_title(ui::Canvas& canvas, std::string_view title, ui::Rect plate) const;
  void draw_who(ui::Canvas& canvas, const Offer& offer, ui::Rect plate) const;

  std::vector<Offer> offers_{{}};     // never empty
  std::string who_label_;
  ui::PageTurner turner_;
};

}  // namespace kiosk
