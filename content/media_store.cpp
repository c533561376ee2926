#include "content/media_store.h"

#include "content/error.h"

namespace content {

MediaStore::MediaStore(const std::filesystem::path& office_db)
    : blobs_(std::filesystem::absolute(office_db).parent_path() / "media") {}

std::vector<MediaFile> MediaStore::keep(const ImportedPicture& picture) const {
  std::vector<MediaFile> files;
  for (const ImportedFile& imported : picture.files) {
    if (blobs_.put(imported.bytes) != imported.file.sha256) {
      throw Error("A picture changed in memory while it was being stored; import it again.");
    }
    files.push_back(imported.file);
  }
  return files;
}

}  // namespace content
