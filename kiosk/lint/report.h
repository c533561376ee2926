// The faults as people and programs read them.
#pragma once

#include <string>
#include <vector>

#include "kiosk/lint/finding.h"

namespace kiosk::lint {

// One line a fault: rule, page, the modes in which it was seen, item or words, measured, wanted. Faults that differ in
// their modes only share a line.
std::string table(const std::vector<Fault>& faults);
// An array of objects: rule, page, modes, orientation, subject, measured, wanted.
std::string json(const std::vector<Fault>& faults);
// "plain", "large+contrast"
std::string words_of(const ui::Modes& modes);

}  // namespace kiosk::lint
