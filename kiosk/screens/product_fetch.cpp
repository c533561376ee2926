#include "content/schedule.h"
#include "kiosk/numbers.h"
#include "kiosk/said.h"
#include "kiosk/screens/product.h"
#include "kiosk/words.h"

namespace kiosk {

bool ProductScreen::enter(const Context& context) {
  const content::Product* product = context.catalog.find_product(target_.record);
  if (product == nullptr || !content::visible(*product, context.now)) return false;
  const Texts& texts = context.texts;
  still_ = {product->picture, product->tint, product->table};
  name_ = said_name(*product, "name", product->name, {}, texts);
  category_ = product->category.empty() ? std::string{} : said_name(*product, "category", product->category, {}, texts);
  new_crop_ = !product->season.empty() && content::in_season(*product, context.now);
  price_ = yuan_words(product->price_fen);
  const Said unit = said(*product, "unit", product->unit, texts);
  const Said origin = said(*product, "origin", product->origin, texts);
  unit_ = unit.text;
  unit_chinese_ = unit.chinese;
  origin_ = origin.empty() ? std::string{} : texts.format("product.origin", {origin.text});
  head_chinese_ = unit.chinese || origin.chinese;
  code_ = take_along(*product, context.catalog.city);
  fetch_maker(context, *product);
  fetch_outlets(context, *product);
  fetch_pictures(context, *product);
  neighbours_ = Neighbours(target_.neighbours, target_.record, [&context](const content::RecordId& id) {
    const auto* other = context.catalog.find_product(id);
    return other != nullptr && content::visible(*other, context.now);
  });
  return true;
}

void ProductScreen::fetch_maker(const Context& context, const content::Product& product) {
  const Texts& texts = context.texts;
  maker_ = product.maker.empty() ? std::string{} : said_person(product, "maker", product.maker, {}, texts);
  const Said line = product.maker_line.empty() ? said(product, "maker_note", product.maker_note, texts)
                                               : said(product, "maker_line", product.maker_line, texts);
  const Said story = said(product, "story", product.story, texts);
  maker_line_ = line.text;
  story_ = story.text;
  story_chinese_ = line.chinese || story.chinese;
  portrait_ = product.maker_portrait;
  figure_ = {};
  const content::Figure* figure = context.catalog.find_figure(product.figure);
  if (figure == nullptr || !content::visible(*figure, context.now)) return;
  figure_ = figure->id;
  const std::string_view pronoun = pronoun_key(figure->pronoun);
  figure_label_ = pronoun.empty() ? std::string(texts("product.story")) : texts.format("product.story_of", {texts(pronoun)});
  if (context.catalog.find_media(portrait_) == nullptr) portrait_ = figure->portrait;
}

void ProductScreen::fetch_outlets(const Context& context, const content::Product& product) {
  outlets_.clear();
  outlets_chinese_ = false;
  shop_ = {};
  for (std::size_t i = 0; i < product.outlets.size(); ++i) {
    const content::Outlet& outlet = product.outlets[i];
    if (outlet.icon == "phone" && !product.phone.empty()) continue;   // said below, once
    const Said words = said_item(product, "outlets", i, product.outlets.size(), outlet.text, context.texts);
    outlets_.push_back({outlet.icon.empty() ? "shop" : outlet.icon, words.text});
    outlets_chinese_ = outlets_chinese_ || words.chinese;
    const auto* merchant = context.catalog.find_merchant(outlet.merchant);
    if (shop_.empty() && merchant != nullptr && content::merchant_shown(*merchant, context.now)) shop_ = merchant->id;
  }
  if (product.phone.empty()) return;
  outlets_.push_back({"phone", maker_.empty() ? product.phone : context.texts.format("product.phone", {product.phone, maker_})});
}

void ProductScreen::fetch_pictures(const Context& context, const content::Product& product) {
  pictures_.clear();
  const auto add = [&](const content::MediaId& id) {
    if (!id.empty() && context.catalog.find_media(id) != nullptr) pictures_.push_back(id);
  };
  add(product.picture);
  for (const content::MediaId& id : product.gallery) add(id);
}

}  // namespace kiosk
