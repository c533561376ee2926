// The read side over one release: everything the screens show, in memory, never changed.
//
// A worker loads a catalog; the main thread swaps a shared_ptr between two frames, so drawing never waits for the
// database. Nothing here looks at a clock: a catalog holds records that are not yet or no longer valid; ask
// schedule.h's visible() for what may be shown at a minute.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "content/model.h"

namespace content {

class Catalog {
 public:
  // Reads the release folder's content.db: immutable, defensive, untrusted schema; application id, version and exact
  // schema are checked first. `release_dir` is the kiosk's own verified copy. Throws Error.
  static std::shared_ptr<const Catalog> load(const std::filesystem::path& release_dir);

  std::int64_t sequence = 0;            // the release's number
  std::filesystem::path content_db;     // for SearchIndex
  std::filesystem::path blobs;          // folder of blobs: blobs/ab/ab34…

  City city;
  std::vector<Stage> stages;            // by number
  std::vector<Theme> themes;            // by first day
  std::vector<Series> series;           // by number
  std::vector<Article> articles;        // newest first, ties by pinyin
  std::vector<Poster> posters;          // in the office's order
  std::vector<Film> films;
  std::vector<Figure> figures;          // by pinyin, surname read as a surname
  std::vector<Street> streets;          // by pinyin
  std::vector<Merchant> merchants;      // by pinyin; signed or not
  std::vector<Product> products;        // by pinyin

  // Null when the release does not hold it.
  const Series* find_series(const RecordId& id) const;
  const Theme* find_theme(const RecordId& id) const;
  const Article* find_article(const RecordId& id) const;
  const Figure* find_figure(const RecordId& id) const;
  const Street* find_street(const RecordId& id) const;
  const Merchant* find_merchant(const RecordId& id) const;
  const Product* find_product(const RecordId& id) const;
  const Media* find_media(const MediaId& id) const;

  // The blob's path below `blobs`.
  std::filesystem::path blob_path(const MediaFile& file) const;

  void build_lookup();  // fills the maps below from the vectors; load() does it, a test that makes a catalog by hand must

  std::unordered_map<MediaId, Media> media;

 private:
  std::unordered_map<RecordId, std::size_t> index_;  // place in its kind's vector
};

}  // namespace content
