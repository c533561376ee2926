#include "admin/workspace/diff.h"

#include <fmt/format.h>

#include <algorithm>

#include "admin/workspace/edit_script.h"
#include "content/error.h"
#include "content/offer_text.h"
#include "content/read_model.h"
#include "content/record.h"
#include "content/tables/cell_text.h"
#include "content/utf8.h"

namespace admin {
namespace {

using content::Field;
using content::FieldType;
using content::tables::Names;
using nlohmann::json;

FieldShape shape_of(FieldType type) {
  switch (type) {
    case FieldType::Text:
    case FieldType::LongText: return FieldShape::Prose;
    case FieldType::Media:
    case FieldType::MediaList: return FieldShape::Pictures;
    case FieldType::TextList:
    case FieldType::EnumList:
    case FieldType::Hours:
    case FieldType::Offers:
    case FieldType::Honours:
    case FieldType::Outlets:
    case FieldType::Labels:
    case FieldType::Hosts: return FieldShape::List;
    default: return FieldShape::Value;
  }
}

// Titles for references, a word for those that are gone.
class ReadableNames : public Names {
 public:
  explicit ReadableNames(const Names& names) : names_(names) {}
  std::string title(const content::RecordId& id) const override {
    const std::string title = names_.title(id);
    return title.empty() ? "（已不在）" : title;
  }
  std::string source(const content::MediaId& id) const override { return names_.source(id); }

 private:
  const Names& names_;
};

std::string cell(const Field& field, const json& value, const Names& names) {
  return content::tables::unguarded(content::tables::write_cell(field, value, ReadableNames(names)));
}

std::string unit_of(const Field& field) {
  if (field.type == FieldType::Money) return " 元";
  return field.type == FieldType::Months ? " 月" : "";
}

// The items of a list in words. Hours have a clause for each group of days.
std::vector<std::string> items_of(const Field& field, const json& value, const Names& names) {
  if (value.is_null()) return {};
  if (field.type == FieldType::Hours) return content::split_any(cell(field, value, names), {"；", "\n"});
  std::vector<std::string> items;
  for (const json& item : value) {
    std::string words = item.is_string() && field.type != FieldType::EnumList ? item.get<std::string>()
                                                                              : cell(field, json::array({item}), names);
    items.push_back(content::trim(content::replace_all(std::move(words), " | ", " · ")));
  }
  return items;
}

std::string lines(const std::vector<std::string>& items) { return fmt::format("{}", fmt::join(items, "\n")); }

std::vector<content::MediaId> pictures_of(const json& value) {
  std::vector<content::MediaId> pictures;
  if (value.is_string()) pictures.push_back({value.get<std::string>()});
  if (value.is_array()) {
    for (const json& id : value) pictures.push_back({id.get<std::string>()});
  }
  return pictures;
}

// Which of `gone` became which of `come`, in their order, so that the likeness of all pairs together is greatest. Answers for
// each of `gone` the index in `come`, or -1.
std::vector<int> pairs_of(const std::vector<std::string>& gone, const std::vector<std::string>& come) {
  constexpr double kLeast = 0.3;
  constexpr std::size_t kMostPairs = 4000;
  std::vector<int> partner(gone.size(), -1);
  if (gone.size() == 1 && come.size() == 1) return {0};  // one for one: it became that
  if (gone.size() * come.size() > kMostPairs) return partner;
  std::vector<std::vector<double>> best(gone.size() + 1, std::vector<double>(come.size() + 1, 0));
  std::vector<std::vector<double>> alike(gone.size(), std::vector<double>(come.size(), 0));
  for (std::size_t i = gone.size(); i-- > 0;) {
    for (std::size_t k = come.size(); k-- > 0;) {
      alike[i][k] = likeness(gone[i], come[k]);
      const double pair = alike[i][k] < kLeast ? 0 : alike[i][k] + best[i + 1][k + 1];
      best[i][k] = std::max({pair, best[i + 1][k], best[i][k + 1]});
    }
  }
  for (std::size_t i = 0, k = 0; i < gone.size() && k < come.size();) {
    if (alike[i][k] >= kLeast && best[i][k] == alike[i][k] + best[i + 1][k + 1]) {
      partner[i++] = static_cast<int>(k++);
    } else if (best[i][k] == best[i + 1][k]) {
      ++i;
    } else {
      ++k;
    }
  }
  return partner;
}

constexpr std::string_view kPartBreak = " · ";

std::vector<std::string> parts_of(std::string_view item) {
  std::vector<std::string> parts;
  for (std::size_t at; (at = item.find(kPartBreak)) != std::string_view::npos; item.remove_prefix(at + kPartBreak.size())) {
    parts.emplace_back(item.substr(0, at));
  }
  parts.emplace_back(item);
  return parts;
}

// The item's name, and of its other parts (who, proof, conditions) those that the other one does not have.
std::string telling_parts(const std::string& item, const std::string& other) {
  const std::vector<std::string> parts = parts_of(item);
  const std::vector<std::string> others = parts_of(other);
  std::string words = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (std::ranges::find(others, parts[i]) == others.end()) words += std::string(kPartBreak) + parts[i];
  }
  return words;
}

std::vector<TextRun> item_change(const std::string& before, const std::string& after) {
  return word_diff(telling_parts(before, after), telling_parts(after, before));
}

// What lies between two items that stayed.
void add_changed(const std::vector<std::string>& gone, const std::vector<std::string>& come, std::vector<ItemDiff>& items) {
  using State = ItemDiff::State;
  const std::vector<int> partner = pairs_of(gone, come);
  std::size_t next = 0;
  const auto add_new_until = [&](std::size_t end) {
    for (; next < end; ++next) items.push_back({State::Added, {{RunKind::Added, come[next]}}});
  };
  for (std::size_t i = 0; i < gone.size(); ++i) {
    if (partner[i] < 0) {
      items.push_back({State::Removed, {{RunKind::Removed, gone[i]}}});
      continue;
    }
    const auto pair = static_cast<std::size_t>(partner[i]);
    add_new_until(pair);
    items.push_back({State::Changed, item_change(gone[i], come[pair])});
    next = pair + 1;
  }
  add_new_until(come.size());
}

std::vector<ItemDiff> diff_items(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::vector<std::string> known(before);
  known.insert(known.end(), after.begin(), after.end());
  std::ranges::sort(known);
  const auto numbers = [&known](const std::vector<std::string>& items) {
    std::vector<int> all;
    for (const std::string& item : items) all.push_back(static_cast<int>(std::ranges::lower_bound(known, item) - known.begin()));
    return all;
  };
  const EditScript script = edit_script(numbers(before), numbers(after));
  std::vector<ItemDiff> items;
  std::vector<std::string> gone;
  std::vector<std::string> come;
  for (std::size_t i = 0, k = 0; i < before.size() || k < after.size();) {
    if (i < before.size() && script.removed[i]) {
      gone.push_back(before[i++]);
    } else if (k < after.size() && script.added[k]) {
      come.push_back(after[k++]);
    } else {
      add_changed(std::exchange(gone, {}), std::exchange(come, {}), items);
      items.push_back({ItemDiff::State::Same, {{RunKind::Same, telling_parts(before[i], before[i])}}});
      ++i;
      ++k;
    }
  }
  add_changed(gone, come, items);
  return items;
}

void fill(FieldDiff& diff, const json& before, const json& after, const Names& names) {
  const Field& field = *diff.field;
  switch (diff.shape) {
    case FieldShape::Pictures:
      diff.pictures_before = pictures_of(before);
      diff.pictures_after = pictures_of(after);
      return;
    case FieldShape::List: {
      const std::vector<std::string> old_items = items_of(field, before, names);
      const std::vector<std::string> new_items = items_of(field, after, names);
      diff.before = lines(old_items);
      diff.after = lines(new_items);
      diff.items = diff_items(old_items, new_items);
      return;
    }
    case FieldShape::Prose:
      diff.before = before.is_null() ? "" : before.get<std::string>();
      diff.after = after.is_null() ? "" : after.get<std::string>();
      diff.runs = word_diff(diff.before, diff.after);
      return;
    case FieldShape::Value:
      if (!before.is_null()) diff.before = cell(field, before, names) + unit_of(field);
      if (!after.is_null()) diff.after = cell(field, after, names) + unit_of(field);
      diff.runs = replaced(diff.before, diff.after);
      return;
  }
}

// A value that is not of its field's type, as it is.
FieldDiff diff_raw(const Field& field, const json& before, const json& after) {
  FieldDiff diff{.field = &field, .shape = FieldShape::Value, .changed = before != after};
  if (!before.is_null()) diff.before = before.dump();
  if (!after.is_null()) diff.after = after.dump();
  diff.runs = replaced(diff.before, diff.after);
  return diff;
}

FieldDiff diff_field(const Field& field, const json& before, const json& after, const Names& names) {
  FieldDiff diff{.field = &field, .shape = shape_of(field.type), .changed = before != after};
  try {
    fill(diff, before, after, names);
  } catch (const json::exception&) {
    return diff_raw(field, before, after);
  } catch (const content::Error&) {
    return diff_raw(field, before, after);
  }
  return diff;
}

bool says_something(const FieldDiff& diff) {
  return diff.changed || !diff.before.empty() || !diff.after.empty() || !diff.pictures_after.empty();
}

}  // namespace

int RecordDiff::changed() const {
  return static_cast<int>(std::ranges::count_if(fields, [](const FieldDiff& field) { return field.changed; }));
}

RecordDiff diff_bodies(const content::KindSpec& spec, const json& before, const json& after, const Names& names) {
  RecordDiff diff{.is_new = before.is_null(), .fields = {}};
  const json nothing;
  for (const Field& field : spec.fields) {
    const json* old_value = diff.is_new ? nullptr : content::value_at(before, field.key);
    const json* new_value = content::value_at(after, field.key);
    if (old_value == nullptr && new_value == nullptr) continue;
    FieldDiff one = diff_field(field, old_value == nullptr ? nothing : *old_value, new_value == nullptr ? nothing : *new_value, names);
    if (says_something(one)) diff.fields.push_back(std::move(one));
  }
  return diff;
}

std::string summary_words(const content::KindSpec& spec, const RecordDiff& diff) {
  if (diff.is_new) return "新" + std::string(spec.zh);
  const int changed = diff.changed();
  if (changed == 0) return "没有改动";
  if (changed > 1) return fmt::format("改 {} 处", changed);
  const FieldDiff& field = *std::ranges::find_if(diff.fields, &FieldDiff::changed);
  const bool had = field.shape == FieldShape::Pictures ? !field.pictures_before.empty() : !field.before.empty();
  const bool has = field.shape == FieldShape::Pictures ? !field.pictures_after.empty() : !field.after.empty();
  const std::string_view verb = !had ? "加" : !has ? "去" : field.shape == FieldShape::Pictures ? "换" : "改";
  return fmt::format("{}{}", verb, field.field->zh);
}

}  // namespace admin
