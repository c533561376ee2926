// The four modes as words: for options and for the names of shots.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/theme.h"

namespace kiosk {

// "plain", "large", "contrast", "low", "en", or several with "+": "large+contrast". nullopt for anything else.
std::optional<ui::Modes> parse_modes(std::string_view text);
// "", "-large", "-large-contrast-en": what is added to a shot's name.
std::string mode_suffix(const ui::Modes& modes);
// All sixteen combinations, plain first.
std::vector<ui::Modes> all_modes();
// Plain, each mode alone, all together.
std::vector<ui::Modes> short_modes();

}  // namespace kiosk
