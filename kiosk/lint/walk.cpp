#include "kiosk/lint/walk.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/lint/rules.h"
#include "kiosk/mode_words.h"
#include "kiosk/texts.h"
#include "kiosk/ui/utf8.h"

namespace kiosk::lint {
namespace {

constexpr int kMostPages = 64;         // of one pager
constexpr std::size_t kMostStates = 8;  // of one page besides its sheets: filters, keyboards

using Labels = std::set<std::string>;

Labels live_labels(const Stage& stage) {
  Labels labels;
  for (const ui::LoggedItem& item : stage.items()) {
    if (!item.behind && item.seen.w > 0 && item.seen.h > 0) labels.insert(item.label);
  }
  return labels;
}

bool sheet_is_open(const Stage& stage) {
  return std::ranges::any_of(stage.items(), [](const ui::LoggedItem& item) { return item.behind; });
}

bool turns_forward(std::string_view label) { return label.starts_with("›") || label.ends_with(" ›"); }
bool is_arrow(std::string_view label) {
  return turns_forward(label) || label.starts_with("‹") || label.ends_with(" ‹");
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = ui::next_character(text, at);
    if (character != U' ' && character != U'\n' && character != 0x3000) ui::append_character(kept, character);
  }
  return kept;
}

// All words of the frame in one row, to see whether a sentence stands there over its lines.
std::string words_of(const Stage& stage) {
  std::string all;
  for (const ui::LoggedText& text : stage.texts()) {
    if (!text.cut && is_seen(text)) all += without_blanks(text.text);
  }
  return all;
}

const ui::LoggedItem* item_under(const Stage& stage, ui::Point point) {
  const auto& items = stage.items();
  const auto found = std::find_if(items.rbegin(), items.rend(), [&](const ui::LoggedItem& item) { return !item.behind && item.seen.contains(point); });
  return found == items.rend() ? nullptr : &*found;
}

// High contrast is calm by itself.
bool same_modes(ui::Modes a, const ui::Modes& b) {
  a.calm = b.calm;
  return a == b;
}

// What a label means, whatever it counts: "还有 32 家" and "还有 30 家" are the same wish.
std::string meaning(std::string_view label) {
  std::string kept;
  std::ranges::copy_if(label, std::back_inserter(kept), [](char c) { return c < '0' || c > '9'; });
  return kept;
}

std::string joined(const std::vector<std::string>& path) {
  std::string all;
  for (const std::string& label : path) all += " > " + label;
  return all;
}

}  // namespace

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
  for (const ui::Modes& modes : options_.modes) {
    for (const Stop& stop : all) {
      if (wanted(stage_.landscape() ? stop.landscape : stop.portrait)) walk_stop(stop, modes);
    }
    const std::string dialog = stage_.landscape() ? "idle-dialog" : "idle-dialog-portrait";
    const auto merchant = std::ranges::find(all, ScreenKind::Merchant, &Stop::screen);
    if (!wanted(dialog) || merchant == all.end()) continue;
    stage_.visit(*merchant, modes);
    stage_.ask();
    look(dialog, modes);
  }
}

void Walk::walk_stop(const Stop& stop, const ui::Modes& modes) {
  name_ = stage_.landscape() ? stop.landscape : stop.portrait;
  const std::string language = modes.language == ui::Language::English ? "en" : "zh";
  Knowledge& known = knowledge_[name_ + " " + language];
  ui::Modes plain;
  plain.language = modes.language;
  if (!known.complete && !(modes == plain)) {
    silent_ = true;
    explore(stop, plain, known);
    silent_ = false;
    known.labels = own_;
    known.complete = true;
  }
  explore(stop, modes, known);
  if (modes == plain) {
    known.labels = own_;
    known.complete = true;
  } else {
    compare(known, modes);
  }
  look_at_cuts(stop, modes);
}

void Walk::explore(const Stop& stop, const ui::Modes& modes, Knowledge& known) {
  offered_.clear();
  own_.clear();
  cuts_.clear();
  path_.clear();
  stage_.visit(stop, modes);
  look(name_, modes);
  turn_pages(name_, {});
  own_ = offered_;
  try_items(stop, modes, known);
}

void Walk::try_items(const Stop& stop, const ui::Modes& modes, Knowledge& known) {
  path_.clear();
  stage_.visit(stop, modes);
  const std::string screen = stage_.screen();
  const Labels base = live_labels(stage_);
  std::size_t states = 0;
  bool fresh = true;
  for (const std::string& label : base) {
    const bool unknown = !known.tried.contains(label);
    if (is_arrow(label) || ui::character_count(label) <= 1 || (!unknown && !known.opens.contains(label))) continue;
    if (!fresh) stage_.visit(stop, modes);
    fresh = false;
    if (!stage_.tap(label)) continue;
    known.tried.insert(label);
    const bool sheet = sheet_is_open(stage_);
    const bool same_page = stage_.screen() == screen && same_modes(stage_.modes(), modes);
    if (!same_page || (!sheet && (live_labels(stage_) == base || states >= kMostStates))) continue;
    known.opens.insert(label);
    if (!sheet) ++states;
    path_ = {label};
    look(name_ + joined(path_), modes);
    if (sheet) own_.merge(live_labels(stage_));
    turn_pages(name_ + joined(path_), base);
    path_.clear();
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
  for (Finding& finding : check(sight)) add(page, modes, std::move(finding));
  for (const ui::LoggedText& text : sight.texts) {
    if (!text.cut || !is_seen(text)) continue;
    const ui::LoggedItem* item = item_under(stage_, text.box.centre());
    cuts_.push_back({path_, item == nullptr ? "" : item->label, text.text, text.whole});
  }
}

// Pins are grouped as room allows and name the shops of the list once more: the list's rows are what must not get lost.
bool Walk::is_map_item(const std::string& label, ui::Language language) const {
  const Texts texts(language);
  const auto keys = {"street.pin", "street.group", "street.open_shop"};
  return std::ranges::any_of(keys, [&](const char* key) { return label.starts_with(texts(key).substr(0, texts(key).find('{'))); });
}

void Walk::compare(const Knowledge& known, const ui::Modes& modes) {
  Labels here;
  for (const std::string& label : offered_) here.insert(meaning(label));
  for (const std::string& label : known.labels) {
    if (here.contains(meaning(label)) || is_arrow(label) || label.ends_with(" scrim") || is_map_item(label, modes.language)) continue;
    add(name_, modes, {Rule::Lost, label, "on no page of it", "as without the mode"});
  }
}

// On the page that a touch has opened, over all of its pages.
bool Walk::says_in_full(const std::string& words) {
  const std::string wanted = without_blanks(words);
  std::string said = words_of(stage_);
  for (int page = 1; said.find(wanted) == std::string::npos && page < kMostPages; ++page) {
    const Labels labels = live_labels(stage_);
    const auto arrow = std::ranges::find_if(labels, [](const std::string& label) { return turns_forward(label); });
    if (arrow == labels.end() || !stage_.tap(*arrow)) return false;
    said += words_of(stage_);
  }
  return said.find(wanted) != std::string::npos;
}

void Walk::look_at_cuts(const Stop& stop, const ui::Modes& modes) {
  std::set<std::string> seen;
  for (const Cut& cut : cuts_) {
    if (!seen.insert(cut.item + "|" + cut.words).second) continue;
    bool full = false;
    if (!cut.item.empty()) {
      stage_.visit(stop, modes);
      bool there = true;
      for (const std::string& label : cut.path) there = there && stage_.tap(label);
      full = there && stage_.tap(cut.item) && says_in_full(cut.words);
    }
    if (!full) add(name_ + joined(cut.path), modes, {Rule::Cut, cut.shown, "cut", "in full here or on the page it opens: " + cut.words});
  }
}

void Walk::add(const std::string& page, const ui::Modes& modes, Finding finding) {
  // The same fault on the next page of a pager is the same fault.
  const std::string key = std::string(name_of(finding.rule)) + "|" + name_ + "|" + mode_suffix(modes) + "|" + finding.subject;
  if (known_faults_.insert(key).second) report_({{page, modes, stage_.landscape()}, std::move(finding)});
}

}  // namespace kiosk::lint
