// Content in the visitor's language: the office's English where it gave one, else the Chinese, marked.
#pragma once

#include <string>
#include <string_view>

#include "content/model.h"
#include "kiosk/texts.h"

namespace kiosk {

struct Said {
  std::string text;
  bool chinese = false;   // Chinese shown to an English visitor: draw chinese_mark() beside it
  bool empty() const { return text.empty(); }
};

// `field` is the key in Common::english ("title"), `chinese` the record's own text. A Chinese visitor gets `chinese`, unmarked.
Said said(const content::Common& record, std::string_view field, std::string_view chinese, const Texts& texts);
// One item of a field with several (slogan, honours, outlets, labels): the office's English has a line an item; with more
// or fewer lines than `count` items it is not used.
Said said_item(const content::Common& record, std::string_view field, std::size_t index, std::size_t count,
               std::string_view chinese, const Texts& texts);
// A name of a person, shop, street or product: without English an English visitor gets the name with its pinyin,
// "渡口面馆 Dukou Mianguan" or for persons "周念慈 Zhou Nianci" (surname first). `given_pinyin` may be empty. Never marked.
std::string said_name(const content::Common& record, std::string_view field, std::string_view name, std::string_view given_pinyin,
                      const Texts& texts);
std::string said_person(const content::Common& record, std::string_view field, std::string_view name, std::string_view given_pinyin,
                        const Texts& texts);
// An offer's conditions; the office's English has one line for each of the shop's offers that has conditions, in their order.
// `offer` is one of the merchant's.
Said said_conditions(const content::Merchant& merchant, const content::Offer& offer, const Texts& texts);
// An offer's title: 全单八折, in English title_english, else what kind and numbers say ("20% off", "¥10 off from ¥100"), else marked.
Said said_offer(const content::Offer& offer, const Texts& texts);

}  // namespace kiosk
