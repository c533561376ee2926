// A search's answer as the page shows it: groups of rows with their marked parts, and words to complete.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/context.h"
#include "kiosk/screen.h"
#include "kiosk/searcher.h"
#include "kiosk/ui/text.h"

namespace kiosk {

struct HitRow {
  ScreenKind screen = ScreenKind::Merchant;
  content::RecordId id;
  std::string label;                        // of the touch
  std::string title;
  std::vector<ui::TextMark> marks;
  std::string line;                         // what it is
  std::vector<ui::TextMark> line_marks;
  content::MediaId picture;
  std::string_view icon;                    // stands in for a missing picture
};

struct HitGroup {
  std::string_view icon;
  std::string title;
  std::int64_t total = 0;                   // may be more than rows
  bool shops = false;                       // counted as 家
  std::vector<HitRow> rows;
};

struct Hits {
  std::string text;                         // the question
  bool initials = false;                    // each letter stood for one character of the best hit
  std::int64_t total = 0;
  std::vector<HitGroup> groups;             // merchants, streets, the rest; empty ones left out
  std::vector<std::string> candidates;      // distinct parts that matched, best first
};

// Hits whose record may not be shown at context.now, or is gone, are left out.
Hits group_hits(const SearchAnswer& answer, const Context& context);

}  // namespace kiosk
