// Which columns a list of a kind may have, and which it has until somebody chooses others. All from the kind's description.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "admin/workspace/records.h"
#include "content/pinyin.h"

namespace admin {

struct ListColumn {
  std::string_view key;                    // a field's, or state, changed_at, changed_by
  std::string_view zh;
  const content::Field* field = nullptr;   // null for state, changed_at, changed_by
  bool number = false;                     // right-aligned
};

inline constexpr std::string_view kStateColumn = "state", kChangedAtColumn = "changed_at", kChangedByColumn = "changed_by";

// The title first, then the fields that have words for one line, then 状态, 更新, 修改人.
std::vector<ListColumn> possible_columns(const content::KindSpec& spec);
// Keys: the title, up to four telling fields, state and time.
std::vector<std::string> usual_columns(const content::KindSpec& spec);

// What the signed-in person chose for lists of this kind, kept in the database from one sign-in to the next; nullopt: nothing yet. Keys
// that this kind no longer has are left out. Both throw Error.
std::optional<std::vector<std::string>> chosen_columns(const Workspace& office, const content::KindSpec& spec);
void choose_columns(Workspace& office, const content::KindSpec& spec, const std::vector<std::string>& keys);

// The field whose words stand small beside the title (JT-0012); null: none.
const content::Field* number_field(const content::KindSpec& spec);

// Fields that a list can be filtered by: enums, references, yes or no, short words such as 类别.
std::vector<const content::Field*> filter_fields(const content::KindSpec& spec);

// A text whose byte order is the column's order; empty for a value that is not there. Numbers and dates in their own order,
// words by pinyin.
class SortKeys {
 public:
  SortKeys(const Records& records, content::PinyinReader& reader, content::Day today)
      : records_(records), reader_(reader), today_(today) {}
  std::string of(const ListColumn& column, const content::Record& record);

 private:
  std::string by_sound(const std::string& words, content::NameKind kind, std::string_view given_pinyin = {});
  std::string of_field(const content::Field& field, const content::Record& record);

  const Records& records_;
  content::PinyinReader& reader_;
  content::Day today_;
  std::unordered_map<std::string, std::string> sounds_;  // most words of a column come again and again
};

}  // namespace admin
