#include <utility>

#include "content/fail.h"
#include "content/kinds.h"
#include "content/release.h"
#include "content/release_db.h"
#include "content/release_manifest.h"
#include "content/sha256.h"

namespace content {
namespace {

namespace fs = std::filesystem;

void read_records(SQLite::Database& db, ReleaseContent& content) {
  SQLite::Statement row(db, "SELECT id, kind, revision, body FROM record ORDER BY id");
  while (row.executeStep()) {
    const KindSpec* spec = find_kind(row.getColumn(1).getString());
    if (spec == nullptr) continue;  // of a newer program; needs would have told, so it is of no use here
    content.records.push_back({.id = RecordId{row.getColumn(0).getString()},
                               .kind = spec->kind,
                               .revision = row.getColumn(2).getInt64(),
                               .body = nlohmann::json::parse(row.getColumn(3).getString())});
  }
}

void read_media(SQLite::Database& db, ReleaseContent& content) {
  SQLite::Statement row(db, "SELECT id, alt, focus_x, focus_y FROM media ORDER BY id");
  SQLite::Statement file(db, "SELECT size, sha256, width, height, format FROM media_file WHERE media = ? ORDER BY size");
  while (row.executeStep()) {
    Media media{.id = MediaId{row.getColumn(0).getString()},
                .alt = row.getColumn(1).getString(),
                .focus_x = static_cast<float>(row.getColumn(2).getDouble()),
                .focus_y = static_cast<float>(row.getColumn(3).getDouble()),
                .files = {}};
    file.bind(1, media.id.text);
    while (file.executeStep()) {
      media.files.push_back({.size = static_cast<MediaSize>(file.getColumn(0).getInt()),
                             .sha256 = file.getColumn(1).getString(),
                             .width = file.getColumn(2).getInt(),
                             .height = file.getColumn(3).getInt(),
                             .format = file.getColumn(4).getString()});
    }
    file.reset();
    content.media.push_back(std::move(media));
  }
}

}  // namespace

ReleaseContent read_release(const fs::path& outbox, std::int64_t sequence) {
  const std::string number = std::to_string(sequence);
  try {
    const Manifest manifest = read_manifest(outbox / "releases" / sequence_name(sequence));
    const fs::path database = Blobs(outbox / "blobs").path(manifest.content_db);
    // What is kept back goes out once more as it stands here: only what was published may.
    if (sha256_file(database) != manifest.content_db) {
      fail({"第 " + number + " 期的内容库被改动或损坏了；请换一期，或重新复制发布目录。",
            "The database of release " + number + " was altered or damaged; choose another release, or copy the outbox again."});
    }
    SQLite::Database db = open_release_db(database);
    ReleaseContent content;
    read_records(db, content);
    read_media(db, content);
    return content;
  } catch (const SQLite::Exception& error) {
    fail({"第 " + number + " 期读不出来（" + error.what() + "）；它的文件已损坏，请换一期，或重新复制发布目录。",
          "Release " + number + " cannot be read (" + error.what() + "); its files are damaged. Choose another one, or copy the outbox again."});
  } catch (const nlohmann::json::exception&) {
    fail({"第 " + number + " 期读不出来：它的内容已损坏，请换一期，或重新复制发布目录。",
          "Release " + number + " cannot be read: its content is damaged. Choose another one, or copy the outbox again."});
  }
}

}  // namespace content
