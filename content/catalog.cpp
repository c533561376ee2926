#include "content/catalog.h"

#include <algorithm>
#include <utility>

#include "content/blobs.h"
#include "content/catalog_build.h"
#include "content/fail.h"
#include "content/kinds.h"
#include "content/release_db.h"
#include "content/release_manifest.h"
#include "content/sha256.h"

namespace content {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& database, const Text& why) {
  fail({"发布的数据库 " + database.string() + " " + why.zh + "。请重新发布。",
        "The release's database " + database.string() + " " + why.en + ". Publish it again."});
}

// Reads rows in pinyin order, so every vector is in it too.
class Loader {
 public:
  Loader(Catalog& catalog, SQLite::Database& db) : catalog_(catalog), db_(db) {}

  void load() {
    load_records();
    load_media();
    load_files();
    check_counts();
    order_records(catalog_);
  }

 private:
  void load_records() {
    SQLite::Statement query(db_, "SELECT id, kind, revision, body FROM record ORDER BY rank");
    while (query.executeStep()) {
      const RecordId id{query.getColumn(0).getString()};
      const nlohmann::json body = nlohmann::json::parse(query.getColumn(3).getString(), nullptr, false);
      if (!is_uuid_v7(id.text) || !body.is_object()) {
        refuse(catalog_.content_db, {"中的记录 " + id.text + " 不能读取", "holds the record " + id.text + ", which cannot be read"});
      }
      add(query.getColumn(1).getString(), id, query.getColumn(2).getInt64(), body);
      ++records_;
    }
  }

  void add(const std::string& kind, const RecordId& id, std::int64_t revision, const nlohmann::json& body) {
    const KindSpec* spec = find_kind(kind);
    if (spec == nullptr) {
      refuse(catalog_.content_db, {"含有未知的记录种类“" + kind + "”", "holds records of the unknown kind '" + kind + "'"});
    }
    cities_ += spec->kind == Kind::City ? 1 : 0;
    add_record(catalog_, spec->kind, id, revision, body);
  }

  void load_media() {
    SQLite::Statement query(db_, "SELECT id, alt, focus_x, focus_y FROM media ORDER BY id");
    while (query.executeStep()) {
      const MediaId id{query.getColumn(0).getString()};
      catalog_.media.emplace(id, Media{id, query.getColumn(1).getString(), static_cast<float>(query.getColumn(2).getDouble()),
                                       static_cast<float>(query.getColumn(3).getDouble()), {}});
    }
  }

  void load_files() {
    SQLite::Statement query(db_, "SELECT media, size, sha256, width, height, format FROM media_file ORDER BY media, size");
    while (query.executeStep()) {
      const auto owner = catalog_.media.find(MediaId{query.getColumn(0).getString()});
      const int size = query.getColumn(1).getInt();
      MediaFile file{static_cast<MediaSize>(size), query.getColumn(2).getString(), query.getColumn(3).getInt(),
                     query.getColumn(4).getInt(), query.getColumn(5).getString()};
      const bool is_known_size = size >= 0 && size <= static_cast<int>(MediaSize::Full);
      if (owner == catalog_.media.end() || !is_known_size || !is_sha256_hex(file.sha256) || file.width < 1 || file.height < 1) {
        refuse(catalog_.content_db, {"中的图片登记有误", "holds a picture's entry that is wrong"});
      }
      owner->second.files.push_back(std::move(file));
    }
  }

  void check_counts() const {
    const auto count = [&](const char* key) {
      SQLite::Statement query(db_, "SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?");
      query.bind(1, key);
      return query.executeStep() ? query.getColumn(0).getInt64() : -1;
    };
    const bool has_files = std::ranges::none_of(catalog_.media, [](const auto& entry) { return entry.second.files.empty(); });
    if (cities_ != 1 || count("records") != records_ || std::cmp_not_equal(count("media"), catalog_.media.size()) || !has_files) {
      refuse(catalog_.content_db, {"不完整", "is not complete"});
    }
  }

  Catalog& catalog_;
  SQLite::Database& db_;
  std::int64_t records_ = 0;
  int cities_ = 0;
};

template <typename Record>
const Record* find_in(const std::vector<Record>& records, const std::unordered_map<RecordId, std::size_t>& index, const RecordId& id) {
  const auto found = index.find(id);
  // The index holds all kinds, so the place must hold this very record.
  if (found == index.end() || found->second >= records.size() || records[found->second].id != id) return nullptr;
  return &records[found->second];
}

}  // namespace

std::shared_ptr<const Catalog> Catalog::load(const fs::path& release_dir) {
  auto catalog = std::make_shared<Catalog>();
  std::error_code missing;
  const fs::path folder = fs::canonical(release_dir, missing);
  if (missing) {
    fail({"找不到发布文件夹 " + release_dir.string() + "。请检查路径。",
          "There is no release folder " + release_dir.string() + ". Check the path."});
  }
  const Manifest manifest = read_manifest(folder);
  if (manifest.needs > kContentVersion) {
    const std::string version = std::to_string(manifest.needs);
    fail({"该发布需要能读第 " + version + " 版内容的程序。请更新程序。",
          "The release needs a program that reads version " + version + " of the content. Update the program."});
  }
  catalog->sequence = manifest.sequence;
  catalog->blobs = folder.parent_path().parent_path() / "blobs";
  catalog->content_db = catalog->blobs / blob_name(manifest.content_db);
  try {
    SQLite::Database db = open_release_db(catalog->content_db);
    Loader(*catalog, db).load();
  } catch (const SQLite::Exception& error) {
    refuse(catalog->content_db, {std::string("不能读取（") + error.what() + "）", std::string("cannot be read (") + error.what() + ")"});
  }
  catalog->build_lookup();
  return catalog;
}

void Catalog::build_lookup() {
  index_.clear();
  const auto add = [&](const auto& records) {
    for (std::size_t i = 0; i < records.size(); ++i) index_.insert_or_assign(records[i].id, i);
  };
  add(series);
  add(themes);
  add(articles);
  add(figures);
  add(streets);
  add(merchants);
  add(products);
}

const Series* Catalog::find_series(const RecordId& id) const { return find_in(series, index_, id); }
const Theme* Catalog::find_theme(const RecordId& id) const { return find_in(themes, index_, id); }
const Article* Catalog::find_article(const RecordId& id) const { return find_in(articles, index_, id); }
const Figure* Catalog::find_figure(const RecordId& id) const { return find_in(figures, index_, id); }
const Street* Catalog::find_street(const RecordId& id) const { return find_in(streets, index_, id); }
const Merchant* Catalog::find_merchant(const RecordId& id) const { return find_in(merchants, index_, id); }
const Product* Catalog::find_product(const RecordId& id) const { return find_in(products, index_, id); }

const Media* Catalog::find_media(const MediaId& id) const {
  const auto found = media.find(id);
  return found == media.end() ? nullptr : &found->second;
}

fs::path Catalog::blob_path(const MediaFile& file) const { return blobs / blob_name(file.sha256); }

}  // namespace content
