// Files that a verb writes where the person said.
#pragma once

#include <filesystem>

#include "content/error.h"

namespace admin::commands {

// What lies there may be somebody's only copy, and a script that reads the file next must not get an older one unnoticed.
inline void refuse_existing(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(std::filesystem::symlink_status(file, ignored))) return;
  throw content::Error("“" + file.string() + "”已经在那里，没有覆盖它；请换一个文件名，或先把它移走。",
                       file.string() + " is there already and was not written over; choose another name, or move it away first.");
}

}  // namespace admin::commands
