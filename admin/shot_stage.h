// What the shots show: offices that are staged for them, and the stops of a walk through each. A day like the design's, an office
// that nobody has used yet, what goes wrong every day, a table that comes in, and everything as long and as many as it can be.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/shell/shell.h"
#include "admin/workspace/workspace.h"

namespace admin {

struct ShotStop {
  std::string name;                                   // file name without ".png"
  std::string person;                                 // who is signed in; empty: nobody
  desk::Target target{};
  std::vector<std::string> taps{};                    // labels touched one after the other
  std::string words{};                                // typed then, where the caret is
  std::vector<std::string> then{};                    // labels touched after that
  std::function<void(content::OfficeStore&)> before{};  // what the office has been given until then
  std::function<void(Shell&)> after{};                // what happens at the end
};

struct ShotStage {
  bool bare = false;                                  // begins with an empty database, not with a copy of the office's
  void (*set)(Workspace& office) = nullptr;           // null: nothing
  std::vector<ShotStop> (*stops)(Workspace& office) = nullptr;
};

std::span<const ShotStage> shot_stages();

// Who stands where; a name is empty when the office has nobody of that role.
struct Cast {
  std::string editor, first, second, third, administrator;
};
// Adds an administrator when there is none.
Cast cast_of(content::OfficeStore& store);

// Gives the copy drafts, records in each review round, one returned. Records that are missing are left out.
void stage_day(Workspace& office);
std::vector<ShotStop> day_stops(Workspace& office);
std::vector<ShotStop> bare_stops(Workspace& office);
// A shop that cannot be submitted yet, a record that waits; lists that are open, a toast, another program in the way.
void stage_daily(Workspace& office);
std::vector<ShotStop> daily_stops(Workspace& office);
// A table is imported; it lies beside the copy's database.
std::vector<ShotStop> import_stops(Workspace& office);
// The longest names, 500 shops more, things in the trash, releases with notes, a long article under review.
void stage_extremes(Workspace& office);
std::vector<ShotStop> extreme_stops(Workspace& office);

}  // namespace admin
