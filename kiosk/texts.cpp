#include "kiosk/texts.h"

#include "content/romanise.h"

namespace embedded {
extern const char kiosk_texts[];
}

namespace kiosk {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

Texts::Texts(ui::Language language) : romaniser_(std::make_shared<content::Romaniser>()) { speak(language); }

void Texts::speak(ui::Language language) {
  language_ = language;
  table_.clear();
  std::string_view rest = embedded::kiosk_texts;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    const auto first_bar = line.find('|');
    if (line.starts_with('#') || first_bar == std::string_view::npos) continue;
    const auto second_bar = line.find('|', first_bar + 1);
    const auto chinese = trimmed(line.substr(first_bar + 1, second_bar - first_bar - 1));
    const auto english = second_bar == std::string_view::npos ? chinese : trimmed(line.substr(second_bar + 1));
    table_.emplace(trimmed(line.substr(0, first_bar)), language == ui::Language::Chinese ? chinese : english);
  }
}

std::string_view Texts::operator()(std::string_view key) const {
  const auto found = table_.find(key);
  return found == table_.end() ? key : found->second;
}

std::string Texts::format(std::string_view key, std::initializer_list<std::string_view> values) const {
  const std::string_view pattern = (*this)(key);
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool hole = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    const std::size_t number = hole ? static_cast<std::size_t>(pattern[i + 1] - '0') : values.size();
    if (number < values.size()) {
      text += values.begin()[number];
      i += 2;
    } else {
      text += pattern[i];
    }
  }
  return text;
}

}  // namespace kiosk
