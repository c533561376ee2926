// What changed in a record since its content was approved last: field by field, by the kind's description.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "admin/workspace/word_diff.h"
#include "content/ids.h"
#include "content/kinds.h"
#include "content/tables/cells.h"

namespace admin {

// Value: one thing, replaced or not (a date, a price, a street). Prose: a text, marked word by word. List: item by item.
// Pictures: side by side.
enum class FieldShape { Value, Prose, List, Pictures };

// Of an item that stayed or changed only its name and the parts that tell the difference: not the whole offer again.
struct ItemDiff {
  enum class State { Same, Changed, Removed, Added };
  State state = State::Same;
  std::vector<TextRun> runs{};
};

struct FieldDiff {
  const content::Field* field = nullptr;
  FieldShape shape = FieldShape::Value;
  bool changed = false;
  std::string before{};  // in words, as tables write it, a list one item a line; empty = there was nothing
  std::string after{};
  std::vector<TextRun> runs{};                        // Value, Prose
  std::vector<ItemDiff> items{};                      // List
  std::vector<content::MediaId> pictures_before{};    // Pictures
  std::vector<content::MediaId> pictures_after{};
};

struct RecordDiff {
  bool is_new = false;             // nothing of it was approved before
  std::vector<FieldDiff> fields;   // in the kind's order; only fields with something in them before or after

  int changed() const;
};

// `before` is null when nothing was approved yet: then every field counts as changed. `names` gives titles to references.
// A body that does not have its fields' types (it cannot be stored) is shown as it is. Pure.
RecordDiff diff_bodies(const content::KindSpec& spec, const nlohmann::json& before, const nlohmann::json& after,
                       const content::tables::Names& names);

// 新商户 · 改 3 处 · 改营业时间 · 换照片 · 加图集 · 去电话 · 没有改动
std::string summary_words(const content::KindSpec& spec, const RecordDiff& diff);

}  // namespace admin
