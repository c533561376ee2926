#include "kiosk/lint/report.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "kiosk/mode_words.h"

namespace kiosk::lint {
namespace {

constexpr std::array<const char*, kRules> kNames{"target",  "overlap",  "twice", "reach",    "lost",     "text-size",      "cut",      "clipped", "outside",
                                                 "crossing", "glyph", "line-start", "line-end", "split-word", "lone-character", "unmarked", "contrast"};

// "street-list-map ›3" is a page of "street-list-map".
std::string without_page(const std::string& page) { return page.substr(0, page.find(" ›")); }

struct Row {
  const Fault* first = nullptr;
  std::vector<std::string> modes;
};

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ",") + word;
  return all;
}

// A row of the table is one line.
std::string one_line(std::string words) {
  std::ranges::replace(words, '\n', ' ');
  return words;
}

}  // namespace

const char* name_of(Rule rule) { return kNames.at(static_cast<std::size_t>(rule)); }

std::string words_of(const ui::Modes& modes) {
  std::string words = mode_suffix(modes);
  if (words.empty()) return "plain";
  words.erase(0, 1);
  std::ranges::replace(words, '-', '+');
  return words;
}

std::string table(const std::vector<Fault>& faults) {
  std::map<std::string, Row> rows;
  for (const Fault& fault : faults) {
    const Finding& finding = fault.finding;
    Row& row = rows[std::string(name_of(finding.rule)) + "|" + without_page(fault.place.page) + "|" + finding.subject];
    if (row.first == nullptr) row.first = &fault;
    row.modes.push_back(words_of(fault.place.modes));
  }
  std::string lines;
  for (const auto& [key, row] : rows) {
    const Finding& finding = row.first->finding;
    lines += one_line(std::string(name_of(finding.rule)) + " | " + row.first->place.page + " | " + joined(row.modes) + " | " + finding.subject +
                      " | " + finding.measured + " | " + finding.wanted) +
             "\n";
  }
  return lines;
}

std::string json(const std::vector<Fault>& faults) {
  auto all = nlohmann::ordered_json::array();
  for (const Fault& fault : faults) {
    all.push_back({{"rule", name_of(fault.finding.rule)},
                   {"page", fault.place.page},
                   {"modes", words_of(fault.place.modes)},
                   {"orientation", fault.place.landscape ? "landscape" : "portrait"},
                   {"subject", fault.finding.subject},
                   {"measured", fault.finding.measured},
                   {"wanted", fault.finding.wanted}});
  }
  return all.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace kiosk::lint
