#include "kiosk/lint/walk.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "kiosk/lint/labels.h"
#include "kiosk/lint/rules.h"
#include "kiosk/mode_words.h"
#include "kiosk/texts.h"
#include "kiosk/ui/utf8.h"

namespace kiosk::lint {
namespace {

constexpr std::size_t kDeepest = 2;     // touches from the page to a state of it
constexpr std::size_t kMostStates = 8;  // of one page besides its sheets: filters, keyboards

bool sheet_is_open(const Stage& stage) {
  return std::ranges::any_of(stage.items(), [](const ui::LoggedItem& item) { return item.behind; });
}

const ui::LoggedItem* item_under(const Stage& stage, ui::Point point) {
  const auto& items = stage.items();
  const auto found = std::find_if(items.rbegin(), items.rend(), [&](const ui::LoggedItem& item) { return !item.behind && item.seen.contains(point); });
  return found == items.rend() ? nullptr : &*found;
}

// What a label means, whatever it counts: "还有 32 家" and "还有 30 家" are the same wish.
std::string meaning(std::string_view label) {
  std::string kept;
  std::ranges::copy_if(label, std::back_inserter(kept), [](char c) { return c < '0' || c > '9'; });
  return kept;
}

// "商户" of "商户 还有 24 家" or "商户 +24": the group to whose next rows the label leads. It counts on as it is touched, and
// fewer rows may be said in words where more were a number. None: it leads to no rows.
std::optional<std::string> group_with_more_rows(const std::string& label, ui::Language language) {
  const Texts texts(language);
  const std::string words = meaning(label);
  for (const std::string& way : {std::string("+"), texts.format("search.more", {""}), texts.format("search.more_items", {""})}) {
    if (words.ends_with(" " + way)) return words.substr(0, words.size() - way.size() - 1);
  }
  return std::nullopt;
}

// A row of a sheet is called "类别 理发" where elsewhere a chip is called "理发".
bool offers(const Labels& here, const std::string& label) {
  if (here.contains(label)) return true;
  const auto blank = label.find(' ');
  if (blank != std::string::npos && here.contains(label.substr(blank + 1))) return true;
  return std::ranges::any_of(here, [&](const std::string& other) { return other.ends_with(" " + label); });
}

// A map offers what its zoom leaves to offer; its pins are grouped as room allows and name the shops of the list once
// more: the list's rows are what must not get lost.
// And how many more hits there are is a way to rows, called otherwise where the groups are tabs; what turns the places to buy
// or a story is a way to more of them, and not there where a mode has room for all.
bool is_only_a_way(const std::string& label, ui::Language language) {
  const Texts texts(language);
  if (group_with_more_rows(label, language) || label.ends_with(texts("search.first"))) return true;
  for (const char* turn : {"product.more_places", "product.read_on"}) {
    if (label == texts(turn)) return true;
  }
  const auto keys = {"street.pin", "street.group", "street.open_shop", "street.zoom_in", "street.zoom_out"};
  return std::ranges::any_of(keys, [&](const char* key) { return label.starts_with(texts(key).substr(0, texts(key).find('{'))); });
}

}  // namespace

std::vector<std::string> lost_labels(const Labels& plain, const Labels& offered, ui::Language language) {
  Labels here;
  for (const std::string& label : offered) here.insert(meaning(label));
  std::vector<std::string> lost;
  for (const std::string& label : plain) {
    if (!offers(here, meaning(label)) && !is_arrow(label) && !label.ends_with(" scrim") && !is_only_a_way(label, language)) lost.push_back(label);
  }
  return lost;
}

Walk::Walk(Stage& stage, const content::Catalog& catalog, WalkOptions options)
    : stage_(stage), catalog_(catalog), options_(std::move(options)) {}

bool Walk::wanted(const std::string& name) const {
  return !name.empty() && (options_.only.empty() || std::ranges::find(options_.only, name) != options_.only.end());
}

void Walk::run(const std::function<void(const Fault&)>& report) {
  report_ = report;
  const std::string side = stage_.landscape() ? "landscape" : "portrait";
  stage_.leave();
  if (wanted("attract-" + side)) look("attract-" + side, {});
  const std::vector<Stop> all = stops(catalog_);
  const std::vector<Extreme> strained = extremes(catalog_, stage_.now(), all);
  for (const ui::Modes& modes : options_.modes) {
    for (const Stop& stop : all) {
      if (wanted(stage_.landscape() ? stop.landscape : stop.portrait)) walk_stop(stop, modes);
    }
    for (const Extreme& extreme : strained) {
      if (wanted(stage_.landscape() ? extreme.stop.landscape : extreme.stop.portrait)) look_over(extreme, modes);
    }
    const std::string dialog = stage_.landscape() ? "idle-dialog" : "idle-dialog-portrait";
    const auto merchant = std::ranges::find(all, ScreenKind::Merchant, &Stop::screen);
    if (!wanted(dialog) || merchant == all.end()) continue;
    stage_.visit(*merchant, modes);
    stage_.ask();
    look(dialog, modes);
  }
}

std::string Walk::knowledge_key(const ui::Modes& modes) const {
  return name_ + (modes.language == ui::Language::English ? " en" : " zh");
}

void Walk::walk_stop(const Stop& stop, const ui::Modes& modes) {
  name_ = stage_.landscape() ? stop.landscape : stop.portrait;
  Knowledge& known = knowledge_[knowledge_key(modes)];
  ui::Modes plain;
  plain.language = modes.language;
  if (!known.complete && !(modes == plain)) {
    silent_ = true;
    explore(stop, plain);
    silent_ = false;
    known.labels = own_;
    known.complete = true;
  }
  explore(stop, modes);
  if (modes == plain) {
    known.labels = own_;
    known.complete = true;
  } else {
    compare(known, modes);
  }
  look_at_cuts(stop, modes);
}

// Another record on a page that was walked through: its pages, and what the first record's page has opened. Its colours are
// those of the first.
void Walk::look_over(const Extreme& extreme, const ui::Modes& modes) {
  const Stop& stop = extreme.stop;
  name_ = stage_.landscape() ? stop.landscape : stop.portrait;
  const std::set<std::string>& opens = knowledge_[knowledge_key(modes)].opens;
  name_ += " " + extreme.name;
  cuts_.clear();
  path_.clear();
  stage_.visit(stop, modes);
  look(name_, modes, false);
  const Labels base = live_labels(stage_);
  turn_pages(name_, {});
  for (const std::string& label : base) {
    if (!opens.contains(label) || !go(stop, modes, {label})) continue;
    path_ = {label};
    look(name_ + joined(path_), modes, false);
    turn_pages(name_ + joined(path_), base);
  }
  look_at_cuts(stop, modes);
}

void Walk::explore(const Stop& stop, const ui::Modes& modes) {
  offered_.clear();
  own_.clear();
  cuts_.clear();
  path_.clear();
  stage_.visit(stop, modes);
  look(name_, modes);
  turn_pages(name_, {});
  turn_rows(name_, {});
  own_ = offered_;
  try_items(stop, modes, {}, {});
}

// Comes to the page anew and touches what led to the state that is tried out.
bool Walk::go(const Stop& stop, const ui::Modes& modes, const std::vector<std::string>& path) {
  stage_.visit(stop, modes);
  return std::ranges::all_of(path, [&](const std::string& label) { return stage_.tap(label); });
}

// Touches everything that `path` has brought to the page and was not there `before`.
void Walk::try_items(const Stop& stop, const ui::Modes& modes, const std::vector<std::string>& path, const std::set<std::string>& before) {
  if (!go(stop, modes, path)) return;
  Knowledge& known = knowledge_[knowledge_key(modes)];
  const std::string screen = stage_.screen();
  const Labels base = live_labels(stage_);
  std::size_t states = 0;
  for (const std::string& label : base) {
    const bool unknown = !known.tried.contains(label);
    if (before.contains(label) || is_arrow(label) || ui::character_count(label) <= 1 || (!unknown && !known.opens.contains(label))) continue;
    if (!go(stop, modes, path) || !stage_.tap(label)) continue;
    known.tried.insert(label);
    const bool sheet = sheet_is_open(stage_);
    const bool same_page = stage_.screen() == screen && same_modes(stage_.modes(), modes);
    if (!same_page || (!sheet && (live_labels(stage_) == base || states >= kMostStates))) continue;
    known.opens.insert(label);
    if (!sheet) ++states;
    path_ = path;
    path_.push_back(label);
    const std::vector<std::string> here = path_;
    look(name_ + joined(here), modes);
    if (sheet && !is_only_a_way(label, modes.language)) own_.merge(live_labels(stage_));
    turn_pages(name_ + joined(here), base);
    turn_rows(name_ + joined(here), base);
    if (!sheet && here.size() < kDeepest) {
      Labels seen = base;
      seen.insert(before.begin(), before.end());
      try_items(stop, modes, here, seen);
    }
  }
}

// Of each group that has more rows than stand on the page, to its last.
void Walk::turn_rows(const std::string& page, const std::set<std::string>& known) {
  const ui::Modes modes = stage_.modes();
  const std::vector<std::string> before = path_;
  for (std::string label : live_labels(stage_)) {
    const auto group = group_with_more_rows(label, modes.language);
    if (known.contains(label) || !group) continue;
    for (int turned = 1; turned < kMostPages && stage_.tap(label); ++turned) {
      path_.push_back(label);
      look(page + " > " + label, modes, turned == 1);
      const Labels now = live_labels(stage_);
      const auto next = std::ranges::find_if(now, [&](const std::string& other) { return group_with_more_rows(other, modes.language) == group; });
      if (next == now.end()) break;
      label = *next;
    }
    path_ = before;
  }
}

// Of the arrows that were not among `known_arrows`.
void Walk::turn_pages(const std::string& page, const std::set<std::string>& known_arrows) {
  const ui::Modes modes = stage_.modes();
  const std::vector<std::string> before = path_;
  Labels arrows;
  for (const std::string& label : live_labels(stage_)) {
    if (turns_forward(label) && !known_arrows.contains(label)) arrows.insert(label);
  }
  for (const std::string& arrow : arrows) {
    for (int turned = 1; turned < kMostPages && stage_.tap(arrow); ++turned) {
      path_.push_back(arrow);
      look(page + " " + arrow + std::to_string(turned + 1), modes, turned == 1);
    }
  }
  path_ = before;
}

// Pixels cost most of the time, and the later pages of a list are coloured as its second is.
void Walk::look(const std::string& page, const ui::Modes& modes, bool pixels) {
  const Labels labels = live_labels(stage_);
  offered_.insert(labels.begin(), labels.end());
  if (silent_) return;
  ++looked_;
  const Sight sight = stage_.look(pixels);
  for (Finding& finding : check(sight)) {
    if (finding.rule != Rule::Cut) add(page, modes, std::move(finding));
  }
  for (const ui::LoggedText& text : sight.texts) {
    if (!text.cut || !is_seen(text)) continue;
    const ui::LoggedItem* item = item_under(stage_, text.box.centre());
    cuts_.push_back({path_, item == nullptr ? "" : item->label, text.text, text.whole});
  }
}

void Walk::compare(const Knowledge& known, const ui::Modes& modes) {
  for (const std::string& label : lost_labels(known.labels, offered_, modes.language)) {
    add(name_, modes, {Rule::Lost, label, "on no page of it", "as without the mode"});
  }
}

void Walk::add(const std::string& page, const ui::Modes& modes, Finding finding) {
  // The same fault on the next page of a pager is the same fault.
  const std::string key = std::string(name_of(finding.rule)) + "|" + name_ + "|" + mode_suffix(modes) + "|" + finding.subject;
  if (known_faults_.insert(key).second) report_({{page, modes, stage_.landscape()}, std::move(finding)});
}

}  // namespace kiosk::lint
