// The office store's register of pictures.
#include <algorithm>

#include "content/office_audit.h"
#include "content/office_media.h"
#include "content/sha256.h"

namespace content {
namespace {

std::string_view size_word(MediaSize size) {
  return size == MediaSize::Thumb ? "thumb" : size == MediaSize::Card ? "card" : "full";
}

}  // namespace

void refuse_bad(const StoredMedia& picture) {
  const auto refuse = [&picture](const std::string& zh, const std::string& en) {
    throw Error("图片“" + picture.source + "”" + zh + "；请重新导入。",
                "The picture " + picture.source + " " + en + "; import it again.");
  };
  const std::vector<MediaFile>& files = picture.media.files;
  if (picture.source.empty()) refuse("没有来源名", "has no source name");
  if (files.empty()) refuse("没有文件", "has no file");
  if (picture.file_bytes.size() != files.size()) refuse("文件大小不全", "lacks a file's size");
  for (const MediaFile& file : files) {
    const bool good = is_sha256_hex(file.sha256) && file.width > 0 && file.height > 0;
    if (!good)
      refuse("的“" + std::string(size_word(file.size)) + "”尺寸不完整",
             "has an incomplete " + std::string(size_word(file.size)) + " size");
  }
  const bool rising = std::ranges::adjacent_find(files, [](const MediaFile& a, const MediaFile& b) {
                        return a.size >= b.size;
                      }) == files.end();
  if (!rising) refuse("的尺寸有重复", "has one size twice");
}

bool same_picture(const StoredMedia& a, const StoredMedia& b) {
  const auto same_file = [](const MediaFile& x, const MediaFile& y) {
    return x.size == y.size && x.sha256 == y.sha256;
  };
  return a.media.alt == b.media.alt && a.media.focus_x == b.media.focus_x && a.media.focus_y == b.media.focus_y &&
         std::ranges::equal(a.media.files, b.media.files, same_file);
}

StoredMedia media_from(SQLite::Database& database, SQLite::Statement& row) {
  StoredMedia picture;
  picture.media.id = MediaId{row.getColumn(0).getString()};
  picture.source = row.getColumn(1).getString();
  picture.source_hash = row.getColumn(2).getString();
  picture.media.alt = row.getColumn(3).getString();
  picture.media.focus_x = static_cast<float>(row.getColumn(4).getDouble());
  picture.media.focus_y = static_cast<float>(row.getColumn(5).getDouble());
  SQLite::Statement file(
      database, "SELECT size, sha256, width, height, format, bytes FROM media_file WHERE media = ? ORDER BY size");
  file.bind(1, picture.media.id.text);
  while (file.executeStep()) {
    picture.media.files.push_back({.size = static_cast<MediaSize>(file.getColumn(0).getInt()),
                                   .sha256 = file.getColumn(1).getString(),
                                   .width = file.getColumn(2).getInt(),
                                   .height = file.getColumn(3).getInt(),
                                   .format = file.getColumn(4).getString()});
    picture.file_bytes.push_back(file.getColumn(5).getInt64());
  }
  return picture;
}

void insert_media(SQLite::Database& database, const StoredMedia& picture, const MediaId& id, const Person& person) {
  SQLite::Statement add(database, R"sql(
      INSERT INTO media (id, source, source_hash, alt, focus_x, focus_y, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  )sql");
  add.bind(1, id.text);
  add.bind(2, picture.source);
  add.bind(3, picture.source_hash);
  add.bind(4, picture.media.alt);
  add.bind(5, static_cast<double>(picture.media.focus_x));
  add.bind(6, static_cast<double>(picture.media.focus_y));
  add.bind(7, now_ms());
  add.bind(8, person.id);
  add.exec();
  for (std::size_t i = 0; i < picture.media.files.size(); ++i) {
    const MediaFile& file = picture.media.files[i];
    SQLite::Statement put(
        database,
        "INSERT INTO media_file (media, size, sha256, width, height, format, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)");
    put.bind(1, id.text);
    put.bind(2, static_cast<int>(file.size));
    put.bind(3, file.sha256);
    put.bind(4, file.width);
    put.bind(5, file.height);
    put.bind(6, file.format);
    put.bind(7, picture.file_bytes[i]);
    put.exec();
  }
}

std::vector<StoredMedia> versions_of(SQLite::Database& database, const std::string& source) {
  std::vector<StoredMedia> versions;
  SQLite::Statement row(database, std::string(kSelectMedia) + "WHERE source = ? ORDER BY added_at, id");
  row.bind(1, source);
  while (row.executeStep()) versions.push_back(media_from(database, row));
  return versions;
}

void make_current(SQLite::Database& database, const std::string& source, const MediaId& id) {
  SQLite::Statement others(database, "UPDATE media SET superseded = 1, trashed_at = NULL WHERE source = ? AND superseded = 0");
  others.bind(1, source);
  others.exec();
  SQLite::Statement one(database, "UPDATE media SET superseded = 0 WHERE id = ?");
  one.bind(1, id.text);
  one.exec();
}

MediaId OfficeStore::put_media(const StoredMedia& picture, std::string_view by) {
  refuse_bad(picture);
  return state_->write([&] {
    const Person person = state_->need_person(by);
    if (const auto old = find_media(picture.source)) {
      // A picture that was thrown away and is imported again is wanted again.
      make_current(state_->database, picture.source, old->media.id);
      if (same_picture(*old, picture)) return old->media.id;
      SQLite::Statement supersede(state_->database, "UPDATE media SET superseded = 1 WHERE id = ?");
      supersede.bind(1, old->media.id.text);
      supersede.exec();
    }
    const MediaId id = MediaId::make();
    insert_media(state_->database, picture, id, person);
    state_->audit(by, "put_media", picture.source, {}, picture.source_hash);
    return id;
  });
}

std::optional<StoredMedia> OfficeStore::media(const MediaId& id) const {
  return state_->read([&]() -> std::optional<StoredMedia> {
    SQLite::Statement row(state_->database, std::string(kSelectMedia) + "WHERE id = ?");
    row.bind(1, id.text);
    if (!row.executeStep()) return std::nullopt;
    return media_from(state_->database, row);
  });
}

std::optional<StoredMedia> OfficeStore::find_media(std::string_view source) const {
  return state_->read([&]() -> std::optional<StoredMedia> {
    SQLite::Statement row(state_->database, std::string(kSelectMedia) + "WHERE source = ? AND superseded = 0");
    row.bind(1, std::string(source));
    if (!row.executeStep()) return std::nullopt;
    return media_from(state_->database, row);
  });
}

std::vector<StoredMedia> OfficeStore::all_media() const {
  return state_->read([&] {
    std::vector<StoredMedia> pictures;
    SQLite::Statement row(state_->database, std::string(kSelectMedia) + "WHERE superseded = 0 ORDER BY source");
    while (row.executeStep()) pictures.push_back(media_from(state_->database, row));
    return pictures;
  });
}

std::vector<Media> OfficeStore::every_media_version() const {
  return state_->read([&] {
    std::vector<Media> versions;
    SQLite::Statement row(state_->database, std::string(kSelectMedia) + "ORDER BY id");
    while (row.executeStep()) versions.push_back(media_from(state_->database, row).media);
    return versions;
  });
}

}  // namespace content
