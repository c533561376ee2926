// One offer told in full: what one gets, where, what to show, when, which way. The right column of "What can I use?".
#pragma once

#include <string>

#include "content/model.h"
#include "kiosk/can_use_rules.h"
#include "kiosk/context.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

struct OfferDetail {
  std::string touch;         // 看 渡口面馆
  std::string shop;          // 渡口面馆 ・ 餐饮
  std::string shop_name;     // without its kind
  std::string offer;         // 全单八折
  bool offer_chinese = false;
  std::string cards;         // 外地优待证同样有效, or nothing
  std::string proof_card;    // on the drawing; empty: the offer names no proof
  std::string proof_lead;    // 请出示
  std::string proof;         // 优待证
  std::string proof_more;    // 军人证也行
  std::string hours;
  bool open = false;
  std::string way;
  bool way_chinese = false;
  std::string conditions;
  bool conditions_chinese = false;
  std::string phone;
};

OfferDetail make_detail(const Context& context, const UsableOffer& usable, bool other_province);

// Red plate, proof, lines; what finds no room below is told on the shop's page. Upright boxes stack them, wide ones put the
// plate left. `touchable`: the whole is an item that leads to the shop. Returns true when tapped.
bool draw_detail(ui::Canvas& canvas, const Context& context, const OfferDetail& detail, ui::Rect box, bool touchable);

}  // namespace kiosk
