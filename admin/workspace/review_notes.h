// What the program can say to a reviewer before they read: what was checked and is right, what they should look at, what will be
// held back; and where the record will be seen.
#pragma once

#include <string>
#include <vector>

#include "admin/inspection.h"
#include "admin/workspace/diff.h"
#include "admin/workspace/records.h"
#include "content/record.h"

namespace admin {

struct ReviewNote {
  enum class Kind { Fine, Look, Wrong };  // Wrong: it is not published like this
  Kind kind = Kind::Fine;
  std::string words;
};

// What is wrong first. `today`: on the city's calendar.
std::vector<ReviewNote> review_notes(const content::OfficeStore& store, const Inspection& inspection, const content::Record& record,
                                     const RecordDiff& diff, content::Day today);

struct Appearance {
  std::string icon;
  std::string where;   // 江滩地图
  std::string note;    // 退役军人等 4 类
};

// The kiosk's pages on which the record will be seen.
std::vector<Appearance> appearances(const content::Record& record, const Records& records);

}  // namespace admin
