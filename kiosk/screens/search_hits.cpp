#include "kiosk/screens/search_hits.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <unordered_map>

#include "content/romanise.h"
#include "content/utf8.h"
#include "kiosk/screens/search_hit_words.h"

namespace kiosk {
namespace {

constexpr std::size_t kMostCandidates = 6;
constexpr std::size_t kLongestName = 7;       // characters of a name that is offered whole
constexpr std::size_t kMostUnderstood = 2;
constexpr std::size_t kMostGroups = 3;

void add_rows(HitGroup& group, const content::SearchPage& page, const Context& context) {
  group.total += page.total;
  for (const content::Hit& hit : page.hits) {
    if (auto row = make_hit_row(hit, context)) {
      group.rows.push_back(std::move(*row));
    } else {
      --group.total;
    }
  }
}

HitGroup make_group(const SearchGroup& found, std::string_view icon, std::string_view title, const Context& context) {
  HitGroup group{.icon = icon, .title = std::string(context.texts(title)), .total = 0, .rows = {}};
  add_rows(group, found.exact, context);
  add_rows(group, found.near, context);
  return group;
}

// Three columns are all that fits: people, articles and products then share one.
void merge_others(std::vector<HitGroup>& groups, const Context& context) {
  HitGroup others{.icon = "medal", .title = {}, .total = 0, .rows = {}};
  const auto holds = [&](ScreenKind kind) { return std::ranges::any_of(others.rows, [kind](const HitRow& row) { return row.screen == kind; }); };
  for (std::size_t i = 2; i < groups.size(); ++i) {
    others.total += groups[i].total;
    std::ranges::move(groups[i].rows, std::back_inserter(others.rows));
  }
  const bool people = holds(ScreenKind::Figure);
  const bool articles = holds(ScreenKind::Article);
  const bool goods = holds(ScreenKind::Product);
  others.title = context.texts(!goods ? "search.group.others" : !people ? "search.group.articles_goods" : !articles ? "search.group.people_goods" : "search.group.others_goods");
  if (!people) others.icon = "horn";
  groups.resize(2);
  groups.push_back(std::move(others));
}

// Two persons may have one name: each touch is called otherwise.
void name_twins(std::vector<HitGroup>& groups) {
  std::unordered_map<std::string, int> seen;
  for (HitGroup& group : groups) {
    for (HitRow& row : group.rows) {
      const std::size_t shown = std::min(row.label.find("##"), row.label.size());
      if (const int twin = ++seen[row.label.substr(0, shown)]; twin > 1) row.label.insert(shown, ' ' + std::to_string(twin));
    }
  }
}

bool letters_only(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isalpha(c) != 0; });
}

// The first part that matched: of the title, else of the detail.
std::string matched_part(const content::Hit& hit) {
  const bool in_title = !hit.marks.empty();
  const auto& marks = in_title ? hit.marks : hit.detail_marks;
  const std::string& text = in_title ? hit.title : hit.detail;
  if (marks.empty() || marks.front().end > text.size() || marks.front().begin >= marks.front().end) return {};
  return text.substr(marks.front().begin, marks.front().end - marks.front().begin);
}

// Not what was typed itself.
void add_new(std::vector<std::string>& words, std::string word, const std::string& typed) {
  const auto same = [](unsigned char a, unsigned char b) { return std::toupper(a) == std::toupper(b); };
  if (content::count_chars(word) < 2 || std::ranges::equal(word, typed, same)) return;
  if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
}

// A single character says little: then the name that it begins.
void add_candidates(std::vector<std::string>& words, const content::SearchPage& page, const std::string& typed) {
  for (const content::Hit& hit : page.hits) {
    if (words.size() >= kMostCandidates) return;
    std::string part = matched_part(hit);
    if (content::count_chars(part) < 2 && !hit.marks.empty() && content::count_chars(hit.title) <= kLongestName) part = hit.title;
    add_new(words, std::move(part), typed);
  }
}

// Where the parts are few, the names that hold them.
void add_names(std::vector<std::string>& words, const content::SearchPage& page, const std::string& typed) {
  constexpr std::size_t kEnough = 4;
  for (const content::Hit& hit : page.hits) {
    if (words.size() >= kEnough) return;
    if (!hit.marks.empty() && content::count_chars(hit.title) <= kLongestName) add_new(words, hit.title, typed);
  }
}

bool typed_initials(const SearchAnswer& answer) {
  if (!letters_only(answer.text)) return false;
  for (const auto* group : {&answer.merchants, &answer.streets, &answer.figures, &answer.articles, &answer.products}) {
    for (const content::Hit& hit : group->exact.hits) {
      const std::string part = matched_part(hit);
      if (!part.empty()) return content::count_chars(part) == answer.text.size();
    }
  }
  return false;
}

// For an English visitor 和平里 is "和平里 Hepingli"; Latin words stay as they are.
std::string with_pinyin(const std::string& word, const Texts& texts) {
  if (texts.language() != ui::Language::English) return word;
  const std::string latin = texts.romaniser().name(word);
  return latin.empty() ? word : word + " " + latin;
}

std::string understood(const Hits& hits, const SearchAnswer& answer, const Context& context) {
  std::vector<std::string> words;
  for (const auto* group : {&answer.streets, &answer.merchants, &answer.figures, &answer.articles, &answer.products}) {
    for (const content::Hit& hit : group->near.hits) {
      if (words.size() < kMostUnderstood) add_new(words, matched_part(hit), hits.text);
    }
  }
  if (words.empty()) return {};
  for (std::string& word : words) word = with_pinyin(word, context.texts);
  return words.size() == 1 ? words.front() : context.texts.format("search.either", {words[0], words[1]});
}

}  // namespace

Hits group_hits(const SearchAnswer& answer, const Context& context) {
  Hits hits;
  hits.text = answer.text;
  hits.quoted = with_pinyin(answer.text, context.texts);
  hits.initials = typed_initials(answer);
  hits.groups.push_back(make_group(answer.merchants, "shop", "search.group.merchants", context));
  hits.groups.front().shops = true;
  hits.groups.push_back(make_group(answer.streets, "pin", "search.group.streets", context));
  hits.groups.push_back(make_group(answer.figures, "medal", "search.group.people", context));
  hits.groups.push_back(make_group(answer.articles, "horn", "search.group.articles", context));
  hits.groups.push_back(make_group(answer.products, "jar", "search.group.products", context));
  const auto filled = static_cast<std::size_t>(std::ranges::count_if(hits.groups, [](const HitGroup& group) { return !group.rows.empty(); }));
  if (filled > kMostGroups) merge_others(hits.groups, context);
  std::erase_if(hits.groups, [](const HitGroup& group) { return group.rows.empty(); });

  name_twins(hits.groups);

  std::int64_t total = 0;
  for (const HitGroup& group : hits.groups) total += group.total;
  for (const auto* group : {&answer.merchants, &answer.streets, &answer.figures, &answer.articles, &answer.products}) hits.near += group->near.total;
  hits.near = std::min(hits.near, total);
  hits.exact = total - hits.near;
  const auto groups = {&answer.streets, &answer.merchants, &answer.figures, &answer.articles, &answer.products};
  for (const auto* group : groups) add_candidates(hits.candidates, group->exact, hits.text);
  for (const auto* group : groups) add_candidates(hits.candidates, group->near, hits.text);
  for (const auto* group : groups) add_names(hits.candidates, group->exact, hits.text);
  for (const std::string& word : hits.candidates) hits.candidate_labels.push_back(with_pinyin(word, context.texts));
  if (hits.near > 0) hits.understood = understood(hits, answer, context);
  if (total == 0) hits.suggestions = suggestions_for(answer, context);
  return hits;
}

}  // namespace kiosk
