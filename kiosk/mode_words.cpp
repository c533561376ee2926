#include "kiosk/mode_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kiosk {
namespace {

using Switch = void (*)(ui::Modes&);
constexpr std::array<std::pair<std::string_view, Switch>, 4> kSwitches{
    {{"large", [](ui::Modes& modes) { modes.large_text = true; }},
     {"contrast", [](ui::Modes& modes) { modes.high_contrast = true; }},
     {"low", [](ui::Modes& modes) { modes.low_reach = true; }},
     {"en", [](ui::Modes& modes) { modes.language = ui::Language::English; }}}};

bool has(const ui::Modes& modes, std::size_t index) {
  ui::Modes with = modes;
  kSwitches[index].second(with);
  return with == modes;
}

}  // namespace

std::optional<ui::Modes> parse_modes(std::string_view text) {
  ui::Modes modes;
  if (text == "plain") return modes;
  while (true) {
    const auto word = text.substr(0, text.find('+'));
    const auto* found = std::find_if(kSwitches.begin(), kSwitches.end(), [&](const auto& one) { return one.first == word; });
    if (found == kSwitches.end()) return std::nullopt;
    found->second(modes);
    if (word.size() == text.size()) return modes;
    text.remove_prefix(word.size() + 1);
  }
}

std::string mode_suffix(const ui::Modes& modes) {
  std::string suffix;
  for (std::size_t i = 0; i < kSwitches.size(); ++i) {
    if (has(modes, i)) suffix.append("-").append(kSwitches[i].first);
  }
  return suffix;
}

std::vector<ui::Modes> all_modes() {
  std::vector<ui::Modes> all;
  for (unsigned set = 0; set < 1U << kSwitches.size(); ++set) {
    ui::Modes modes;
    for (std::size_t i = 0; i < kSwitches.size(); ++i) {
      if ((set >> i & 1U) != 0) kSwitches[i].second(modes);
    }
    all.push_back(modes);
  }
  return all;
}

std::vector<ui::Modes> short_modes() {
  std::vector<ui::Modes> all{{}};
  ui::Modes together;
  for (const auto& [word, switch_on] : kSwitches) {
    switch_on(all.emplace_back());
    switch_on(together);
  }
  all.push_back(together);
  return all;
}

}  // namespace kiosk
