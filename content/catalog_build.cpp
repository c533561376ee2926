#include "content/catalog_build.h"

#include <algorithm>
#include <functional>

#include "content/read_model.h"

namespace content {

void add_record(Catalog& catalog, Kind kind, const RecordId& id, std::int64_t revision, const nlohmann::json& body) {
  switch (kind) {
    case Kind::City: catalog.city = read_city(id, revision, body); return;
    case Kind::Stage: catalog.stages.push_back(read_stage(id, revision, body)); return;
    case Kind::Theme: catalog.themes.push_back(read_theme(id, revision, body)); return;
    case Kind::Series: catalog.series.push_back(read_series(id, revision, body)); return;
    case Kind::Article: catalog.articles.push_back(read_article(id, revision, body)); return;
    case Kind::Poster: catalog.posters.push_back(read_poster(id, revision, body)); return;
    case Kind::Film: catalog.films.push_back(read_film(id, revision, body)); return;
    case Kind::Figure: catalog.figures.push_back(read_figure(id, revision, body)); return;
    case Kind::Street: catalog.streets.push_back(read_street(id, revision, body)); return;
    case Kind::Merchant: catalog.merchants.push_back(read_merchant(id, revision, body)); return;
    case Kind::Product: catalog.products.push_back(read_product(id, revision, body)); return;
  }
}

void order_records(Catalog& catalog) {
  std::ranges::stable_sort(catalog.stages, {}, &Stage::number);
  std::ranges::stable_sort(catalog.themes, {}, &Theme::first);
  std::ranges::stable_sort(catalog.series, {}, &Series::number);
  std::ranges::stable_sort(catalog.articles, std::ranges::greater{}, &Article::published);
  // Ids rise with the time of creation: the office's order.
  std::ranges::stable_sort(catalog.posters, {}, &Poster::id);
}

}  // namespace content
