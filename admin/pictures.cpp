#include "admin/pictures.h"

#include <algorithm>
#include <array>

#include "content/media_import.h"
#include "content/sha256.h"
#include "content/utf8.h"

namespace admin {
namespace {

// Read to its end: a picture is imported once more also because its file was spoilt.
bool is_whole(const content::Blobs& blobs, const std::string& sha256) {
  try {
    return blobs.has(sha256) && content::sha256_file(blobs.path(sha256)) == sha256;
  } catch (const content::Error&) {
    return false;
  }
}

bool all_kept(const content::StoredMedia& media, const content::MediaStore& library) {
  return std::all_of(media.media.files.begin(), media.media.files.end(),
                     [&](const content::MediaFile& file) { return is_whole(library.blobs(), file.sha256); });
}

}  // namespace

bool is_picture_name(const std::filesystem::path& path) {
  constexpr std::array<std::string_view, 9> kEndings = {".jpg",  ".jpeg", ".png",  ".webp", ".heic",
                                                        ".heif", ".tif",  ".tiff", ".svg"};
  const std::string ending = content::ascii_lower(path.extension().string());
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

PictureImporter::PictureImporter(const std::filesystem::path& office_db, content::OfficeStore& office, std::string by,
                                 std::string poster_folder)
    : library_(office_db), office_(office), by_(std::move(by)), poster_folder_(std::move(poster_folder)) {}

PictureImporter::Kept PictureImporter::keep(const std::filesystem::path& file, const std::string& source) {
  const std::string hash = content::sha256_file(file);
  const std::optional<content::StoredMedia> before = office_.find_media(source);
  if (before && before->source_hash == hash && all_kept(*before, library_)) return {PictureDeed::Same, *before};

  const std::filesystem::path place(source);
  const bool poster = std::find(place.begin(), place.end(), poster_folder_) != place.end();
  const content::ImportedSource picture = content::import_picture_isolated(
      file, {.use = poster ? content::PictureUse::Poster : content::PictureUse::Ordinary, .limits = {}});
  content::StoredMedia stored = before.value_or(content::StoredMedia{});
  stored.media.files = library_.keep(picture);
  stored.source = source;
  stored.source_hash = picture.source_hash;
  stored.file_bytes.clear();
  for (const content::ImportedFile& one : picture.files)
    stored.file_bytes.push_back(static_cast<std::int64_t>(one.bytes.size()));
  stored.media.id = office_.put_media(stored, by_);
  return {before ? PictureDeed::Replaced : PictureDeed::New, std::move(stored)};
}

std::optional<content::MediaId> PictureImporter::bring(const std::filesystem::path& root, const std::string& source,
                                                       bool only_look) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(root / source, ignored)) return std::nullopt;
  if (only_look) return content::MediaId::make();
  return keep(root / source, source).media.media.id;
}

}  // namespace admin
