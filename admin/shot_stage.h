// What the shots show: a day at the office like the design's, staged on a copy, and the stops of the walk.
#pragma once

#include <string>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/workspace/workspace.h"

namespace admin {

struct ShotStop {
  std::string name;                   // file name without ".png"
  std::string person;                 // who is signed in; empty: nobody
  desk::Target target{};
  std::vector<std::string> taps{};    // labels touched one after the other
};

// Gives the copy drafts, records in each review round, one returned. Records that are missing are left out.
void stage_office(Workspace& office);
std::vector<ShotStop> shot_stops(Workspace& office);

}  // namespace admin
