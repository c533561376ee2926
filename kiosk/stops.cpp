#include "kiosk/stops.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace kiosk {
namespace {

using content::Catalog;
using content::RecordId;

// The record of that name, else the first one.
template <typename T>
RecordId pick(const std::vector<T>& records, std::string T::* name, std::string_view wanted) {
  const auto found = std::ranges::find_if(records, [&](const T& record) { return record.*name == wanted; });
  if (found != records.end()) return found->id;
  return records.empty() ? RecordId{} : records.front().id;
}

template <typename T>
std::vector<RecordId> ids(const std::vector<T>& records) {
  std::vector<RecordId> all;
  for (const auto& record : records) all.push_back(record.id);
  return all;
}

Target of(RecordId record, std::vector<RecordId> neighbours = {}) {
  return {.record = std::move(record), .series = {}, .filter = {}, .neighbours = std::move(neighbours)};
}

// The viewer over that gallery, or over the one picture that stands for it.
Target pictures(std::vector<content::MediaId> gallery, const content::MediaId& first) {
  std::vector<content::MediaId> all{first};
  all.insert(all.end(), gallery.begin(), gallery.end());
  Target target;
  target.pictures = std::move(all);
  return target;
}

Target as_veteran() {
  Target target;
  target.filter = "veteran";
  return target;
}

}  // namespace

std::vector<Stop> stops(const Catalog& catalog) {
  const auto article = pick(catalog.articles, &content::Article::title, "一条街，怎样把“优待”变成日常");
  const auto figure = pick(catalog.figures, &content::Figure::name, "周念慈");
  const auto street = pick(catalog.streets, &content::Street::name, "江滩双拥街");
  const auto merchant = pick(catalog.merchants, &content::Merchant::name, "渡口面馆");
  const auto product = pick(catalog.products, &content::Product::name, "界碑百花蜜");
  const auto* shop = catalog.find_merchant(merchant);
  const Target gallery = shop == nullptr ? Target{} : pictures(shop->gallery, shop->picture);
  return {
      {"home-landscape", "home-portrait", ScreenKind::Home, {}, {}},
      {"publicity-list", "publicity-list-portrait", ScreenKind::Publicity, {}, {}},
      {"article", "article-portrait", ScreenKind::Article, of(article, ids(catalog.articles)), {}},
      {"honour-wall", "honour-wall-portrait", ScreenKind::HonourWall, {}, {}},
      {"honour-figure", "honour-figure-portrait", ScreenKind::Figure, of(figure, ids(catalog.figures)), {}},
      {"street-list-map", "street-portrait", ScreenKind::Street, of(street), {}},
      {"merchant", "merchant-portrait", ScreenKind::Merchant, of(merchant, ids(catalog.merchants)), {}},
      {"products", "products-portrait", ScreenKind::Products, {}, {}},
      {"product", "product-portrait", ScreenKind::Product, of(product, ids(catalog.products)), {}},
      {"search-keyboard", "search-keyboard-portrait", ScreenKind::Search, {}, "hpl"},
      {"search-near", "search-near-portrait", ScreenKind::Search, {}, "hepungli"},
      {"search-none", "search-none-portrait", ScreenKind::Search, {}, "hepingvv"},
      {"what-can-i-use", "what-can-i-use-portrait", ScreenKind::CanUse, as_veteran(), {}},
      {"picture-viewer", "picture-viewer-portrait", ScreenKind::Pictures, gallery, {}},
  };
}

}  // namespace kiosk
