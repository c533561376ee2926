#include "admin/preview/preview_page.h"

#include <utility>
#include <vector>

namespace admin {
namespace {

using content::Catalog;
using content::Kind;
using content::RecordId;
using kiosk::ScreenKind;

template <typename Record>
std::vector<RecordId> ids(const std::vector<Record>& records) {
  std::vector<RecordId> all;
  all.reserve(records.size());
  for (const Record& record : records) all.push_back(record.id);
  return all;
}

PreviewPage page_of(ScreenKind screen, std::string_view name, const RecordId& id, std::vector<RecordId> neighbours = {}) {
  PreviewPage page{.screen = screen, .name = name};
  page.target.record = id;
  page.target.neighbours = std::move(neighbours);
  return page;
}

std::vector<RecordId> shops_beside(const Catalog& catalog, const RecordId& id) {
  std::vector<RecordId> beside;
  const content::Merchant* shop = catalog.find_merchant(id);
  for (const content::Merchant& other : catalog.merchants) {
    if (shop != nullptr && other.street == shop->street) beside.push_back(other.id);
  }
  return beside;
}

PreviewPage city_page(std::string_view field) {
  if (field == "publicity_title" || field == "english.publicity_title") return page_of(ScreenKind::Publicity, "publicity", {});
  if (field == "honour_title" || field == "english.honour_title") return page_of(ScreenKind::HonourWall, "honour-wall", {});
  if (field == "products_title" || field == "english.products_title") return page_of(ScreenKind::Products, "products", {});
  return {};
}

}  // namespace

PreviewPage preview_page(const Catalog& catalog, Kind kind, const RecordId& id, std::string_view field) {
  switch (kind) {
    case Kind::City: return city_page(field);
    case Kind::Stage: return page_of(ScreenKind::Publicity, "publicity", {});
    case Kind::Theme: return {};
    case Kind::Series: {
      PreviewPage page = page_of(ScreenKind::Publicity, "publicity", {});
      page.target.series = id;
      return page;
    }
    case Kind::Article: return page_of(ScreenKind::Article, "article", id, ids(catalog.articles));
    case Kind::Poster: return {.attract = true};
    case Kind::Film: return page_of(ScreenKind::Publicity, "publicity", {});
    case Kind::Figure: return page_of(ScreenKind::Figure, "honour-figure", id, ids(catalog.figures));
    case Kind::Street: return page_of(ScreenKind::Street, "street", id);
    case Kind::Merchant:
      if (field == "map_x" || field == "map_y") return page_of(ScreenKind::Street, "street", id);
      return page_of(ScreenKind::Merchant, "merchant", id, shops_beside(catalog, id));
    case Kind::Product: return page_of(ScreenKind::Product, "product", id, ids(catalog.products));
  }
  return {};
}

}  // namespace admin
