#include "kiosk/lint/labels.h"

namespace kiosk::lint {

Labels live_labels(const Stage& stage) {
  Labels labels;
  for (const ui::LoggedItem& item : stage.items()) {
    if (!item.behind && item.seen.w > 0 && item.seen.h > 0) labels.insert(item.label);
  }
  return labels;
}

bool turns_forward(std::string_view label) { return label.starts_with("›") || label.ends_with(" ›"); }
bool is_arrow(std::string_view label) {
  return turns_forward(label) || label.starts_with("‹") || label.ends_with(" ‹");
}

bool same_modes(ui::Modes a, const ui::Modes& b) {
  a.calm = b.calm;
  return a == b;
}

std::string joined(const std::vector<std::string>& path) {
  std::string all;
  for (const std::string& label : path) all += " > " + label;
  return all;
}

}  // namespace kiosk::lint
