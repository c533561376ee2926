#include <algorithm>
#include <functional>
#include <set>

#include "content/schedule.h"
#include "kiosk/numbers.h"
#include "kiosk/said.h"
#include "kiosk/screens/products.h"

namespace kiosk {

bool ProductsScreen::enter(const Context& context) {
  fetch(context);
  return true;
}

void ProductsScreen::fetch(const Context& context) {
  changed_ = false;
  const Texts& texts = context.texts;
  const content::City& city = context.catalog.city;
  const Said title = said(city, "products_title", city.products_title, texts);
  title_ = title.empty() || title.chinese ? std::string(texts("section.products")) : title.text;
  fetch_categories(context);
  cards_.clear();
  order_.clear();
  std::set<std::string> makers;
  for (const auto* product : content::filter_visible(context.catalog.products, context.now)) {
    if (!category_.empty() && product->category != category_) continue;
    const Said unit = said(*product, "unit", product->unit, texts);
    const Said note = said(*product, "maker_note", product->maker_note, texts);
    const std::string name = said_name(*product, "name", product->name, {}, texts);
    Card card{.id = product->id,
              .label = texts.format("products.product", {name}),
              .name = name,
              .price = yuan_words(product->price_fen),
              .unit = unit.text,
              .maker = product->maker.empty() ? std::string{} : said_person(*product, "maker", product->maker, {}, texts),
              .chinese = unit.chinese || note.chinese,
              .still = {product->picture, product->tint, product->table}};
    if (!card.maker.empty() && !note.empty()) card.maker = texts.format("home.place", {card.maker, note.text});
    const auto same = [&card](const Card& other) { return other.label == card.label; };
    if (std::ranges::any_of(cards_, same)) card.label.append(" ").append(std::to_string(cards_.size() + 1));
    if (!product->maker.empty()) makers.insert(product->maker);
    order_.push_back(product->id);
    cards_.push_back(std::move(card));
  }
  makers_ = makers.empty() ? std::string{} : texts.format("products.makers", {std::to_string(makers.size())});
  count_ = texts.format("products.count", {std::to_string(cards_.size())});
}

// In the order in which the office's list brings them forth: most products first, ties by pinyin.
void ProductsScreen::fetch_categories(const Context& context) {
  std::vector<std::pair<std::string, int>> found;
  for (const auto* product : content::filter_visible(context.catalog.products, context.now)) {
    if (product->category.empty()) continue;
    const auto at = std::ranges::find(found, product->category, &std::pair<std::string, int>::first);
    if (at == found.end()) {
      found.emplace_back(product->category, 1);
    } else {
      ++at->second;
    }
  }
  std::ranges::stable_sort(found, std::greater<>{}, &std::pair<std::string, int>::second);
  categories_.clear();
  labels_ = {std::string(context.texts("products.all"))};
  for (auto& [category, count] : found) {
    const auto product = std::ranges::find(context.catalog.products, category, &content::Product::category);
    labels_.push_back(said_name(*product, "category", category, {}, context.texts));
    categories_.push_back(std::move(category));
  }
}

}  // namespace kiosk
