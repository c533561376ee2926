// The way through the whole kiosk: every stop in every mode, every page of its pagers, every sheet and state that a touch
// opens on the same page. Finds what no single frame can tell: what a mode lost, what a touch says in full.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "kiosk/lint/extremes.h"
#include "kiosk/lint/finding.h"
#include "kiosk/lint/stage.h"

namespace kiosk::lint {

struct WalkOptions {
  std::vector<ui::Modes> modes;
  std::vector<std::string> only;   // names of stops, attract-landscape, idle-dialog …; empty: all
};

// What the plain page offers and no page of a mode does; ways to more of the same are no loss.
std::vector<std::string> lost_labels(const std::set<std::string>& plain, const std::set<std::string>& offered, ui::Language language);

class Walk {
 public:
  Walk(Stage& stage, const content::Catalog& catalog, WalkOptions options);

  // Shows the catalog and walks. Each fault is handed over once for each place where it was seen first.
  void run(const std::function<void(const Fault&)>& report);
  int frames_looked_at() const { return looked_; }

 private:
  // What is known of a stop in one language.
  struct Knowledge {
    std::set<std::string> tried;     // labels that were touched
    std::set<std::string> opens;     // those that changed the page and stayed on it
    std::set<std::string> labels;    // all that the plain page offers, over its pages and sheets
    bool complete = false;           // `labels` is
  };

  // Words that end in "…", and how to come to them.
  struct Cut {
    std::vector<std::string> path;
    std::string item, shown, words;
  };

  bool wanted(const std::string& name) const;
  void walk_stop(const Stop& stop, const ui::Modes& modes);
  void look_over(const Extreme& extreme, const ui::Modes& modes);
  void explore(const Stop& stop, const ui::Modes& modes);
  void try_items(const Stop& stop, const ui::Modes& modes, const std::vector<std::string>& path, const std::set<std::string>& before);
  bool go(const Stop& stop, const ui::Modes& modes, const std::vector<std::string>& path);
  std::string knowledge_key(const ui::Modes& modes) const;
  void turn_pages(const std::string& page, const std::set<std::string>& known_arrows);
  void turn_rows(const std::string& page, const std::set<std::string>& known);
  void look(const std::string& page, const ui::Modes& modes, bool pixels = true);
  void look_at_cuts(const Stop& stop, const ui::Modes& modes);
  void compare(const Knowledge& known, const ui::Modes& modes);
  bool says_in_full(const Cut& cut);
  bool is_one_touch_away(const Stop& stop, const ui::Modes& modes, const Cut& cut);
  void add(const std::string& page, const ui::Modes& modes, Finding finding);

  Stage& stage_;
  const content::Catalog& catalog_;
  WalkOptions options_;
  std::function<void(const Fault&)> report_;
  std::map<std::string, Knowledge> knowledge_;   // by stop and language
  // Of the stop that is walked now:
  std::string name_;
  bool silent_ = false;                          // learning only
  std::vector<std::string> path_;                // labels touched since the visit
  std::set<std::string> offered_;                // labels of live items so far
  std::set<std::string> own_;                    // those of its pages and sheets, not of its filters' and keys' states
  std::vector<Cut> cuts_;
  std::set<std::string> known_faults_;
  int looked_ = 0;
};

}  // namespace kiosk::lint
