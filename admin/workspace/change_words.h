// What differs between two contents of one record, in a few words for a list: "优惠 九折 → 八折，换照片".
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "content/kinds.h"

namespace admin {

// A record's title by its id; empty when nobody knows it.
using TitleOf = std::function<std::string(const std::string& id)>;

// At most three differences, then 等 5 处. Empty when nothing differs.
std::string change_words(const content::KindSpec& spec, const nlohmann::json& before, const nlohmann::json& after, const TitleOf& title_of);

// What a new record is about, in a few words: 政策法规，配图 1 张.
std::string summary_words(const content::KindSpec& spec, const nlohmann::json& body, const TitleOf& title_of);

}  // namespace admin
