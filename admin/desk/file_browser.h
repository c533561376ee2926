// A dialog to choose files of this computer: places at the left, the folder at the right, a path to type or paste above.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/workspace/file_list.h"

namespace admin::desk {

struct FileWish {
  std::string title;                       // 选要导入的图片
  std::string act = "选这些";               // verb of the button that takes them; "导入"
  Listed listed = Listed::Pictures;
  bool many = true;
  bool folders = false;                    // a whole folder may be taken too
  std::filesystem::path start{};           // empty: the first place
  std::function<void(std::vector<std::filesystem::path>)> chosen{};
  std::function<void(const std::filesystem::path&)> seen{};  // the folder that was open last, to begin there next time
};

std::unique_ptr<Layer> make_file_browser(FileWish wish);

}  // namespace admin::desk
