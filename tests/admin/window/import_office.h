// An office whose clerk brings tables in: what the tests of the import page share.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "content/kinds.h"
#include "tests/support/clerk.h"
#include "tests/support/workbook_file.h"

namespace tests::importing {

using Rows = std::vector<std::vector<std::string>>;

struct Office {
  explicit Office(ui::PixelSize size = {1600, 900}) : clerk({.size = size}) {
    content::OfficeStore& store = clerk.store();
    store.create(content::Kind::Merchant, {{"name", "渡口面馆"}, {"category", "餐饮"}}, "梁秋");
    store.create(content::Kind::Street, {{"name", "和平里双拥街"}, {"shops", 90}}, "梁秋");
    clerk.enter("梁秋");
    clerk.go({.panel = "merchant"});
    clerk.frames(4);
  }
  std::filesystem::path write(const std::string& name, const std::string& bytes) {
    const auto file = clerk.folder() / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
  void drop(const std::string& name, const std::string& bytes) {
    clerk.drop({write(name, bytes)});
    clerk.settle();
  }
  std::size_t shops() { return clerk.store().list(content::Kind::Merchant).size(); }
  content::Record named(const std::string& name) {
    const auto found = clerk.store().find_by_title(content::Kind::Merchant, name);
    REQUIRE(found.size() == 1);
    return found.front();
  }
  Clerk clerk;
};

inline const Rows kShops{{"江城市双拥商户登记表"},
                  {"店名", "类别", "街区", "展示结束"},
                  {"渡口面馆", "小吃", "", ""},
                  {"拾光茶舍", "茶饮", "", "2027-01-01"},
                  {"月台影院", "影院", "", "不是日子"},
                  {"江畔书屋", "文化", "和平里", ""}};

}  // namespace tests::importing
