#include "content/release_search.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "content/kinds.h"
#include "content/read_model.h"
#include "content/record.h"
#include "content/words.h"

namespace content {
namespace {

// Names of records that others refer to: a merchant is found by its street's name.
using Names = std::unordered_map<RecordId, std::string>;

std::string name_of(const Names& names, const RecordId& id) {
  const auto found = names.find(id);
  return found == names.end() ? std::string() : found->second;
}

// Empty where the office gave none.
std::string english(const Common& record, std::string_view field) {
  const auto found = record.english.find(field);
  return found == record.english.end() ? std::string() : found->second;
}

SearchRow row_of(const Article& article, const Names& names) {
  return {Kind::Article, article.id, article.title, {},
          {english(article, "title"), std::string(word_of(article.category).zh), name_of(names, article.series), article.kicker,
           article.caption}};
}

SearchRow row_of(const Figure& figure) {
  return {Kind::Figure, figure.id, figure.name, figure.pinyin,
          {english(figure, "name"), std::string(word_of(figure.category).zh), figure.community, figure.citation}};
}

SearchRow row_of(const Street& street) {
  return {Kind::Street, street.id, street.name, {}, {english(street, "name"), street.short_name, street.summary}};
}

SearchRow row_of(const Merchant& merchant, const Names& names) {
  SearchRow row{Kind::Merchant, merchant.id, merchant.name, merchant.pinyin,
                {english(merchant, "name"), merchant.category, merchant.address, name_of(names, merchant.street)}};
  for (const Offer& offer : merchant.offers) {
    row.rest.push_back(offer.title);
    row.rest.push_back(offer.title_english);
    row.rest.push_back(offer.conditions);
  }
  return row;
}

SearchRow row_of(const Product& product) {
  SearchRow row{Kind::Product, product.id, product.name, {},
                {english(product, "name"), product.category, product.origin, product.maker, product.maker_line}};
  for (const Outlet& outlet : product.outlets) row.rest.push_back(outlet.text);
  return row;
}

std::optional<SearchRow> row_of(const ReleaseRecord& record, const Names& names) {
  switch (record.kind) {
    case Kind::Article: return row_of(read_article(record.id, record.revision, record.body), names);
    case Kind::Figure: return row_of(read_figure(record.id, record.revision, record.body));
    case Kind::Street: return row_of(read_street(record.id, record.revision, record.body));
    case Kind::Product: return row_of(read_product(record.id, record.revision, record.body));
    case Kind::Merchant: {
      const Merchant merchant = read_merchant(record.id, record.revision, record.body);
      return merchant.pledge.signed_on ? std::optional(row_of(merchant, names)) : std::nullopt;
    }
    default: return std::nullopt;
  }
}

}  // namespace

std::vector<SearchRow> searchable_rows(const std::vector<const ReleaseRecord*>& ordered) {
  Names names;
  for (const ReleaseRecord* record : ordered) {
    if (record->kind == Kind::Series || record->kind == Kind::Street) {
      names.emplace(record->id, title_of(kind_spec(record->kind), record->body));
    }
  }
  std::vector<SearchRow> rows;
  for (const ReleaseRecord* record : ordered) {
    if (std::optional<SearchRow> row = row_of(*record, names)) {
      std::erase(row->rest, std::string());
      rows.push_back(std::move(*row));
    }
  }
  return rows;
}

}  // namespace content
