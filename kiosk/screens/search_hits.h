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
  std::size_t pinyin = 0;                   // bytes at the line's beginning that say the title's pinyin
  std::vector<ui::TextMark> line_marks;
  bool chinese = false;                     // the line or a title without pinyin is Chinese for an English visitor
  std::string state;                        // of a shop: 营业中, or empty
  bool open = false;
  std::string distance;                     // of a shop: 120 米, or empty
  content::MediaId picture;
  std::string_view icon;                    // stands in for a missing picture
};

struct HitGroup {
  std::string_view icon;
  std::string title;
  std::int64_t total = 0;                   // may be more than rows
  bool shops = false;                       // counted as 家
  std::vector<HitRow> rows;                 // exact ones first
};

// Something else to try: a shorter question, or a section to look through. Its count is never 0.
struct Suggestion {
  std::string_view icon;
  std::string title;
  std::string line;
  std::string count;
  std::string typed;                        // not empty: what to type instead …
  ScreenKind screen = ScreenKind::Home;     // … else where to look
  content::RecordId record{};               // the street, for Street
};

struct Hits {
  std::string text;                         // the question
  std::string quoted;                       // … as the page says it: with pinyin for an English visitor
  bool initials = false;                    // each letter stood for one character of the best hit
  std::int64_t exact = 0;
  std::int64_t near = 0;                    // 也许您要找
  std::string understood;                   // what the near hits were taken for: 和平里、和平路
  std::vector<HitGroup> groups;             // at most three; empty ones left out
  std::vector<std::string> candidates;      // distinct parts that matched, best first
  std::vector<std::string> candidate_labels;  // the same as they are shown: with pinyin for an English visitor
  std::vector<Suggestion> suggestions;      // when nothing was found: one to three

  std::int64_t total() const { return exact + near; }
};

Hits group_hits(const SearchAnswer& answer, const Context& context);

// What may not be shown at context.now, and the shops by distance: what searches are to keep to.
SearchView search_view(const Context& context);

// Words to begin with, while nothing is typed: streets; for an English visitor what one types in letters.
std::vector<std::string> first_words(const Context& context);

}  // namespace kiosk
