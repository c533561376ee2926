// The small city with a search index, and a visitor on its search page.
#pragma once

#include <doctest/doctest.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/search_build.h"
#include "tests/support/kiosk_fixture.h"

namespace tests {

// Its shops, figures and products can be found.
struct SearchableCity {
  explicit SearchableCity(std::shared_ptr<content::Catalog> shown = small_city()) : catalog(std::move(shown)) {
    catalog->build_lookup();
    catalog->content_db = folder / "content.db";
    SQLite::Database db(catalog->content_db.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    content::SearchBuilder builder(db);
    const auto add = [&](content::Kind kind, const content::Common& record, const std::string& name, std::vector<std::string> rest) {
      for (const auto& [field, words] : record.english) rest.insert(rest.begin(), words);
      builder.add({.kind = kind, .id = record.id, .name = name, .given_pinyin = {}, .rest = std::move(rest)});
    };
    for (const auto& shop : catalog->merchants) add(content::Kind::Merchant, shop, shop.name, {shop.address});
    for (const auto& figure : catalog->figures) add(content::Kind::Figure, figure, figure.name, {figure.community});
    for (const auto& product : catalog->products) add(content::Kind::Product, product, product.name, {});
    builder.finish();
  }

  TemporaryFolder folder;
  std::shared_ptr<content::Catalog> catalog;
};

inline void open_search(Visit& visit, std::string typed = {}) {
  if (!typed.empty()) visit.kiosk().type(std::move(typed));
  visit.kiosk().open(kiosk::ScreenKind::Search, {}, visit.now);
  if (!visit.kiosk().visitor().typed.empty()) visit.settle();
  visit.settle();
}

inline void tap_letters(Visit& visit, std::string_view letters) {
  for (const char letter : letters) REQUIRE(visit.tap(std::string(1, letter)));
}

}  // namespace tests
