// The red plate that says what a shop gives: the offer as a poster, who may use it, and the shop's further offers.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "content/model.h"
#include "kiosk/said.h"
#include "kiosk/texts.h"
#include "kiosk/ui/canvas.h"
#include "kiosk/ui/page_turner.h"

namespace kiosk {

class OfferPlate {
 public:
  // Keeps the page while the shop has that many offers. Only offers that hold at `now`.
  void show(const content::Merchant& merchant, content::LocalMinute now, const Texts& texts);
  // The title takes what proof and groups leave; nothing is cut from 250 u of height on.
  void draw(ui::Canvas& canvas, const Texts& texts, ui::Rect plate);

  // Conditions of the offer on show, may be empty.
  const Said& conditions() const { return offers_[static_cast<std::size_t>(turner_.page()) % offers_.size()].conditions; }

  // u; a lower plate may have its words over one another.
  float least_height(const ui::Canvas& canvas, float width) const;
 private:
  struct Offer {
    std::string proof;                // 凭优待证
    std::string title;                // 全单八折
    bool title_chinese = false;       // for an English visitor
    std::vector<std::string> who;
    Said conditions;
    std::string page_words;           // "另有 2 项优惠", "优惠 2 / 3"
  };
  // How the groups stand: in how many lines, how close.
  struct WhoFit {
    float size = 28;
    float pad = 16;
    float gap = 14;
    int lines = 1;
    bool mark = true;                 // the product's mark stands beside them
  };

  void draw_offer(ui::Canvas& canvas, const Texts& texts, const Offer& offer, ui::Rect plate) const;
  static ui::TextBlock fit_proof(const ui::Canvas& canvas, std::string_view words, ui::TextStyle style, float room);
  ui::TextBlock fit_title(const ui::Canvas& canvas, std::string_view title, ui::Size room) const;
  WhoFit fit_who(const ui::Canvas& canvas, const Offer& offer, float plate_width, bool mark) const;
  int who_lines(const ui::Canvas& canvas, const Offer& offer, const WhoFit& fit, float width) const;
  void draw_who(ui::Canvas& canvas, const Offer& offer, const WhoFit& fit, ui::Rect area) const;
  void draw_page_button(ui::Canvas& canvas, const Offer& offer, ui::Rect plate);
  float page_button_width(const ui::Canvas& canvas, const Offer& offer) const;

  std::vector<Offer> offers_{{}};     // never empty
  std::string who_label_;
  ui::PageTurner turner_;
};

}  // namespace kiosk
