// A shop in words, as several screens say it.
#pragma once

#include <string>
#include <string_view>

#include "content/model.h"
#include "content/schedule.h"
#include "kiosk/config.h"
#include "kiosk/texts.h"

namespace kiosk {

// The first offer that holds; null when none does.
const content::Offer* first_offer(const content::Merchant& merchant, content::LocalMinute now);
// "凭优待证 全单八折" of the first offer that holds, else empty.
std::string first_offer_words(const content::Merchant& merchant, content::LocalMinute now);

// "营业中", "休息中", or nothing when the hours are not known.
std::string_view open_word(const content::OpenState& state, const Texts& texts);
// "营业中 ・ 至 21:30", "24 小时营业", "休息中 ・ 明天 9:00 开门", or nothing.
std::string open_words(const content::OpenState& state, content::LocalMinute now, const Texts& texts);

// Some offer that holds is for `who`; an offer that names nobody is for all.
bool offers_for(const content::Merchant& merchant, content::Who who, content::LocalMinute now);
// Some offer that holds counts the cards of other provinces.
bool takes_cards_of_any_province(const content::Merchant& merchant, content::LocalMinute now);

// A category in the visitor's language: 餐饮 "Food", from kiosk.txt's "kind.餐饮"; for one that the table does not know an
// English visitor gets the word with its pinyin.
std::string category_words(const std::string& category, const Texts& texts);

// Key of kiosk.txt, short: 军属.
std::string_view text_key(content::Who who);

}  // namespace kiosk
