// Pictures from a folder into the office's library.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "content/media_store.h"
#include "content/office_store.h"

namespace admin {

// The kinds of file that import-media looks for in a folder, by the name's ending.
bool is_picture_name(const std::filesystem::path& path);

enum class PictureDeed { New, Replaced, Same };

class PictureImporter {
 public:
  // The database must outlive it; the library lies beside `office_db`. `poster_folder`: pictures with this folder in
  // their path are kept at posters' larger size.
  PictureImporter(const std::filesystem::path& office_db, content::OfficeStore& office, std::string by,
                  std::string poster_folder = "posters");

  struct Kept {
    PictureDeed deed = PictureDeed::Same;
    content::StoredMedia media;
  };
  // The file is known as `source`. A file with the bytes of last time is not decoded again. Throws Error when it cannot
  // be read or is no picture.
  Kept keep(const std::filesystem::path& file, const std::string& source);

  // keep() of root/source; nullopt when there is no such file. With `only_look` nothing is read or kept and the answer
  // is a fresh id that stands for nothing.
  std::optional<content::MediaId> bring(const std::filesystem::path& root, const std::string& source, bool only_look);

 private:
  content::MediaStore library_;
  content::OfficeStore& office_;
  std::string by_;
  std::string poster_folder_;
};

}  // namespace admin
