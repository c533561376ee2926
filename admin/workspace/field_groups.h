// How a kind's fields stand in its form: tabs of the full form, the main ones of the inspector. All from the kind's description.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/kinds.h"

namespace admin {

struct FieldGroup {
  std::string title;                            // 基本, 正文, 承诺, 图片, 地图, 英文, 展示
  std::vector<const content::Field*> fields;    // in the kind's order
};

// The kind's fields, each in one group; no group is empty, the first is 基本.
std::vector<FieldGroup> field_groups(const content::KindSpec& spec);

// The few that a clerk changes most: the title, what a list shows, what is required, the words that visitors read.
std::vector<const content::Field*> main_fields(const content::KindSpec& spec);

}  // namespace admin
