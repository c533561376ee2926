// Every visible string, Chinese and English. The table is assets/strings/kiosk.txt, compiled in; a line is
// `key | Chinese | English`; {0}, {1} … stand for values.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "kiosk/ui/theme.h"

namespace content {
class Romaniser;
}

namespace kiosk {

class Texts {
 public:
  explicit Texts(ui::Language language);

  ui::Language language() const { return language_; }
  void speak(ui::Language language);
  // For names of the content that have no English text; shared by copies, kept when the language changes.
  content::Romaniser& romaniser() const { return *romaniser_; }
  // The string of a key. A key that is not in the table gives the key itself; a test checks that none is missing.
  std::string_view operator()(std::string_view key) const;
  std::string format(std::string_view key, std::initializer_list<std::string_view> values) const;
  bool has(std::string_view key) const { return table_.contains(key); }
  const std::unordered_map<std::string_view, std::string_view>& table() const { return table_; }

 private:
  ui::Language language_ = ui::Language::Chinese;
  std::unordered_map<std::string_view, std::string_view> table_;
  std::shared_ptr<content::Romaniser> romaniser_;
};

}  // namespace kiosk
