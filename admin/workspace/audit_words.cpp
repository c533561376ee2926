#include "admin/workspace/audit_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "content/record.h"
#include "content/review.h"
#include "content/utf8.h"

namespace admin {
namespace {

using nlohmann::json;

constexpr std::array<DeedWord, 28> kDeeds{{{"create", "新建"},
                                           {"edit", "修改"},
                                           {"undo", "撤销"},
                                           {"revert", "恢复"},
                                           {"trash", "下架", DeedTone::Grave},
                                           {"restore", "捡回"},
                                           {"submit", "送审", DeedTone::Sent},
                                           {"withdraw", "撤回送审"},
                                           {"approve", "通过", DeedTone::Good},
                                           {"send_back", "退回", DeedTone::Back},
                                           {"overrule", "放行", DeedTone::Back},
                                           {"publish", "发布", DeedTone::Grave},
                                           {"add_person", "登记", DeedTone::Back},
                                           {"role", "权限", DeedTone::Back},
                                           {"password", "密码", DeedTone::Back},
                                           {"let_go", "离开", DeedTone::Back},
                                           {"sign_in", "登录"},
                                           {"sign_in_failed", "登录失败", DeedTone::Failed},
                                           {"setting", "设置"},
                                           {"put_media", "传图", DeedTone::Sent},
                                           {"media_facts", "图注"},
                                           {"describe_media", "图注"},
                                           {"replace_media", "换图"},
                                           {"trash_media", "下架图", DeedTone::Grave},
                                           {"restore_media", "捡回图"},
                                           {"undo_media", "撤销图"},
                                           {"note", "记录"},
                                           {"other", "其他"}}};

class RecordTitles : public content::tables::Names {
 public:
  explicit RecordTitles(const Records& records) : records_(records) {}
  std::string title(const content::RecordId& id) const override { return records_.title(id); }
  std::string source(const content::MediaId& id) const override { return id.text; }

 private:
  const Records& records_;
};

// The two bodies as far as the line knows them: {"field": [before, after]}.
struct Sides {
  json before = json::object();
  json after = json::object();
};

Sides sides_of(const content::AuditEntry& entry) {
  Sides sides;
  const json change = json::parse(entry.change, nullptr, false);
  if (!change.is_object()) return sides;
  for (const auto& [key, pair] : change.items()) {
    if (!pair.is_array() || pair.size() != 2) continue;
    if (!pair[0].is_null()) sides.before[key] = pair[0];
    if (!pair[1].is_null()) sides.after[key] = pair[1];
  }
  return sides;
}

std::optional<RecordDiff> diff_of(const content::AuditEntry& entry, const Records& records) {
  const content::KindSpec* spec = content::find_kind(entry.kind);
  if (spec == nullptr || entry.change.empty()) return std::nullopt;
  const Sides sides = sides_of(entry);
  return diff_bodies(*spec, sides.before, sides.after, RecordTitles(records));
}

std::string shortened(const std::string& text) {
  constexpr std::size_t kMost = 18;
  const std::string line = content::replace_all(text, "\n", " ");
  return content::count_chars(line) <= kMost ? line : content::first_chars(line, kMost) + "…";
}

// What changed with a little of what stands around it: ……全单九折。家里……
std::string around(const std::vector<TextRun>& runs, RunKind hidden) {
  constexpr std::size_t kAround = 6;
  std::string words;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const TextRun& run = runs[i];
    if (run.kind == hidden) continue;
    const std::size_t chars = content::count_chars(run.text);
    if (run.kind != RunKind::Same || chars <= 2 * kAround + 2) {
      words += run.text;
      continue;
    }
    std::string last = run.text;
    while (content::count_chars(last) > kAround) last.erase(0, content::first_chars(last, 1).size());
    if (i > 0) words += content::first_chars(run.text, kAround);
    words += "……";
    if (i + 1 < runs.size()) words += last;
  }
  return words;
}

std::string text_of(const FieldDiff& field, bool before) {
  if (field.shape == FieldShape::Pictures) {
    const auto count = before ? field.pictures_before.size() : field.pictures_after.size();
    return count == 0 ? "" : fmt::format("{} 张图", count);
  }
  if (field.shape == FieldShape::Prose && !field.before.empty() && !field.after.empty()) {
    return around(field.runs, before ? RunKind::Added : RunKind::Removed);
  }
  return before ? field.before : field.after;
}

// The first of a text's changes: 承诺：九折 → 八折, 承诺：加“欢迎常来坐坐。”
std::string prose_line(const FieldDiff& field) {
  std::string removed;
  std::string added;
  for (const TextRun& run : field.runs) {
    if (run.kind == RunKind::Same && (!removed.empty() || !added.empty())) break;
    if (run.kind == RunKind::Removed) removed = shortened(run.text);
    if (run.kind == RunKind::Added) added = shortened(run.text);
  }
  const std::string_view label = field.field->zh;
  if (removed.empty()) return fmt::format("{}：加“{}”", label, added);
  return added.empty() ? fmt::format("{}：去“{}”", label, removed) : fmt::format("{}：{} → {}", label, removed, added);
}

std::string plain(const json& value) {
  if (value.is_null()) return {};
  if (!value.is_string()) return value.dump();
  const auto role = content::role_from(value.get<std::string>());
  return role ? std::string(content::word_of(*role).zh) : value.get<std::string>();
}

std::string own_line(const content::AuditEntry& entry) {
  if (entry.deed == "sign_in") return "密码正确";
  if (entry.deed == "sign_in_failed") return "密码不对";
  if (entry.deed == "submit") return "等一审";
  if (entry.deed == "approve") {
    constexpr std::array<std::string_view, 3> kRounds{"一审通过", "二审通过", "三审通过"};
    const auto round = entry.note.empty() ? 0 : static_cast<std::size_t>(entry.note.front() - '1');
    const std::string words(round < kRounds.size() ? kRounds.at(round) : "通过");
    const std::size_t remark = entry.note.find('\n');
    return remark == std::string::npos ? words : words + "：“" + shortened(entry.note.substr(remark + 1)) + "”";
  }
  if (entry.deed == "send_back" || entry.deed == "overrule") return "“" + shortened(entry.note) + "”";
  if (entry.deed == "password") return entry.person == entry.title ? "改了自己的密码" : "重设密码";
  if (entry.deed == "let_go") return "不能再登录";
  return {};
}

}  // namespace

const DeedWord& deed_word(std::string_view deed) {
  const auto found = std::ranges::find(kDeeds, deed, &DeedWord::deed);
  return found == kDeeds.end() ? kDeeds.back() : *found;
}

std::vector<DeedWord> deed_words() { return {kDeeds.begin(), kDeeds.end() - 2}; }

std::string object_words(const content::AuditEntry& entry) {
  if (const content::KindSpec* spec = content::find_kind(entry.kind)) return std::string(spec->zh);
  if (entry.deed.starts_with("sign_in")) return "系统";
  if (entry.deed == "publish") return "发布";
  if (entry.deed == "setting") return "设置";
  if (entry.deed.find("media") != std::string::npos) return "素材";
  return "用户";
}

std::string change_line(const content::AuditEntry& entry, const Records& records) {
  if (std::string own = own_line(entry); !own.empty()) return own;
  const auto diff = diff_of(entry, records);
  if (!diff) {
    const Sides sides = sides_of(entry);
    if (sides.after.size() != 1) return {};
    const std::string before = sides.before.empty() ? "" : plain(sides.before.front());
    return (before.empty() ? "" : shortened(before) + " → ") + shortened(plain(sides.after.front()));
  }
  if (entry.deed == "create" || diff->changed() == 0) return {};
  if (diff->changed() > 1) return fmt::format("改 {} 处", diff->changed());
  const FieldDiff& field = *std::ranges::find_if(diff->fields, &FieldDiff::changed);
  if (field.shape == FieldShape::Prose && !field.before.empty() && !field.after.empty()) return prose_line(field);
  const std::string before = text_of(field, true);
  const std::string after = text_of(field, false);
  if (before.empty() || after.empty()) return fmt::format("{}{}", before.empty() ? "加" : "去", field.field->zh);
  return fmt::format("{}：{} → {}", field.field->zh, shortened(before), shortened(after));
}

std::vector<ChangeDetail> change_details(const content::AuditEntry& entry, const Records& records) {
  std::vector<ChangeDetail> details;
  if (const auto diff = diff_of(entry, records)) {
    for (const FieldDiff& field : diff->fields) {
      if (field.changed) details.push_back({std::string(field.field->zh), text_of(field, true), text_of(field, false)});
    }
    return details;
  }
  const Sides sides = sides_of(entry);
  json keys = sides.before;
  keys.update(sides.after);
  for (const auto& [key, unused] : keys.items()) {
    const std::string label = key == "role" ? "角色" : key == "value" ? "值" : key;
    details.push_back({label, sides.before.contains(key) ? plain(sides.before[key]) : "", sides.after.contains(key) ? plain(sides.after[key]) : ""});
  }
  return details;
}

}  // namespace admin
