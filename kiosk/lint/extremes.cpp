#include "kiosk/lint/extremes.h"

#include <algorithm>
#include <functional>
#include <span>

#include "content/hours_text.h"
#include "content/schedule.h"

namespace kiosk::lint {
namespace {

using content::Article;
using content::Figure;
using content::LocalMinute;
using content::Merchant;
using content::Product;
using content::Street;

template <typename T>
using Measure = std::function<std::size_t(const T&)>;

std::size_t english_of(const content::Common& record) {
  std::size_t size = 0;
  for (const auto& [field, words] : record.english) size += words.size();
  return size;
}

std::size_t longest_offer(const Merchant& shop) {
  std::size_t longest = 0;
  for (const content::Offer& offer : shop.offers) longest = std::max(longest, offer.title.size() + offer.conditions.size());
  return longest;
}

std::vector<Measure<Merchant>> merchant_measures() {
  return {[](const Merchant& shop) { return shop.name.size(); },
          [](const Merchant& shop) { return shop.address.size() + shop.transit.size(); },
          [](const Merchant& shop) { return shop.hours.known ? content::hours_words_zh(shop.hours).size() : shop.hours.text.size(); },
          [](const Merchant& shop) { return shop.offers.size(); },
          longest_offer,
          [](const Merchant& shop) { return shop.pledge.words.size(); },
          english_of,
          [](const Merchant& shop) { return std::size_t{shop.picture.empty()}; }};
}

std::vector<Measure<Figure>> figure_measures() {
  return {[](const Figure& figure) { return figure.name.size(); },
          [](const Figure& figure) { return figure.voice.size() + figure.citation.size(); },
          [](const Figure& figure) { return figure.biography.size(); },
          [](const Figure& figure) { return figure.honours.size(); },
          english_of,
          [](const Figure& figure) { return std::size_t{figure.portrait.empty()}; }};
}

std::vector<Measure<Article>> article_measures() {
  return {[](const Article& article) { return article.title.size(); },
          [](const Article& article) { return article.body.size(); },
          [](const Article& article) { return article.caption.size(); },
          [](const Article& article) { return article.gallery.size(); },
          english_of,
          [](const Article& article) { return std::size_t{article.picture.empty()}; }};
}

std::vector<Measure<Product>> product_measures() {
  return {[](const Product& product) { return product.name.size(); },
          [](const Product& product) { return product.story.size(); },
          [](const Product& product) { return product.maker.size() + product.maker_line.size(); },
          [](const Product& product) { return product.outlets.size(); },
          english_of,
          [](const Product& product) { return std::size_t{product.picture.empty()}; }};
}

std::vector<Measure<Street>> street_measures() {
  return {[](const Street& street) { return street.name.size(); }, [](const Street& street) { return street.labels.size(); },
          [](const Street& street) { return std::size_t{street.diagram.empty()}; }};
}

}  // namespace

std::vector<Extreme> extremes(const content::Catalog& catalog, LocalMinute now, const std::vector<Stop>& usual) {
  std::vector<Extreme> found;
  const auto known = [&](const content::RecordId& id) {
    return std::ranges::any_of(usual, [&](const Stop& stop) { return stop.target.record == id; }) ||
           std::ranges::any_of(found, [&](const Extreme& other) { return other.stop.target.record == id; });
  };
  const auto add = [&]<typename T>(ScreenKind screen, std::span<const T> records, const std::vector<Measure<T>>& measures,
                                   const std::function<bool(const T&)>& shown, const std::function<std::string(const T&)>& name) {
    const auto same = std::ranges::find_if(usual, [&](const Stop& stop) { return stop.screen == screen && !stop.target.record.empty(); });
    if (same == usual.end()) return;
    for (const Measure<T>& measure : measures) {
      const T* most = nullptr;
      for (const T& record : records) {
        if (shown(record) && measure(record) > (most == nullptr ? 0 : measure(*most))) most = &record;
      }
      if (most == nullptr || known(most->id)) continue;
      Stop stop = *same;
      stop.target.record = most->id;
      found.push_back({std::move(stop), name(*most)});
    }
  };
  const auto visible = [now](const content::Common& record) { return content::visible(record, now); };
  add.operator()<Merchant>(ScreenKind::Merchant, catalog.merchants, merchant_measures(), [now](const Merchant& shop) { return content::merchant_shown(shop, now); },
                           [](const Merchant& shop) { return shop.name; });
  add.operator()<Figure>(ScreenKind::Figure, catalog.figures, figure_measures(), visible, [](const Figure& figure) { return figure.name; });
  add.operator()<Article>(ScreenKind::Article, catalog.articles, article_measures(), visible, [](const Article& article) { return article.title; });
  add.operator()<Product>(ScreenKind::Product, catalog.products, product_measures(), visible, [](const Product& product) { return product.name; });
  add.operator()<Street>(ScreenKind::Street, catalog.streets, street_measures(), visible, [](const Street& street) { return street.name; });
  return found;
}

}  // namespace kiosk::lint
