// The office's pictures: what an import made, kept in the folder `media` beside the office database.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "content/blobs.h"
#include "content/model.h"

namespace content {

// One encoded size of an imported picture.
struct ImportedFile {
  MediaFile file;                // size, sha256, width, height, "jpeg" or "png"
  std::vector<std::byte> bytes;
};

// What import_picture() answers: Thumb, Card and Full, in this order; a small picture has the same bytes in several.
struct ImportedPicture {
  std::vector<ImportedFile> files;
};

class MediaStore {
 public:
  // `office_db` is the office database's file; the pictures lie in `media` in the same folder.
  explicit MediaStore(const std::filesystem::path& office_db);

  const Blobs& blobs() const { return blobs_; }

  // Writes every size to the disk and answers the rows for the office database. Throws Error.
  std::vector<MediaFile> keep(const ImportedPicture& picture) const;

 private:
  Blobs blobs_;
};

}  // namespace content
