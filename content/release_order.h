// The order in which a release holds its records, and so every screen its lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/pinyin.h"
#include "content/release.h"

namespace content {

// By pinyin of their names, a person's surname read as a surname; ties by kind and id. Points into `records`.
std::vector<const ReleaseRecord*> in_pinyin_order(const std::vector<ReleaseRecord>& records, PinyinReader& reader);

// What a record of this name is ordered by; `given` is its field "pinyin".
std::string pinyin_key(PinyinReader& reader, Kind kind, std::string_view name, std::string_view given);

}  // namespace content
