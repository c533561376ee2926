// A line of the audit log in the office's words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "admin/workspace/diff.h"
#include "admin/workspace/records.h"
#include "content/audit.h"

namespace admin {

// What kind of deed it is, for its colour. Failed: a sign-in that did not work.
enum class DeedTone { Plain, Good, Sent, Back, Grave, Failed };

struct DeedWord {
  std::string_view deed;   // AuditEntry::deed
  std::string_view zh;     // 修改
  DeedTone tone = DeedTone::Plain;
};
const DeedWord& deed_word(std::string_view deed);      // unknown ones: the deed itself is told as 其他
std::vector<DeedWord> deed_words();                    // all, for a filter

// 商户, 系统, 用户, 素材, 发布, 设置
std::string object_words(const content::AuditEntry& entry);
// "优惠：全单九折 → 全单八折", "改 3 处", "一审通过", “营业执照看不清”; may be empty.
std::string change_line(const content::AuditEntry& entry, const Records& records);
// From which value to which, field by field; of records in the kind's words, else as kept.
struct ChangeDetail {
  std::string label;
  std::string before;   // empty: was not there
  std::string after;
};
std::vector<ChangeDetail> change_details(const content::AuditEntry& entry, const Records& records);

}  // namespace admin
