#include "kiosk/config.h"

#include <toml++/toml.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "content/error.h"

namespace kiosk {
namespace {

// A table of the file together with what is needed to complain about it. Keys that were read are remembered, so that a
// misspelt one is reported instead of ignored.
class Reader {
 public:
  Reader(const toml::table& table, std::string path, std::string prefix)
      : table_(table), path_(std::move(path)), prefix_(std::move(prefix)) {}

  [[noreturn]] void complain(std::string_view key, const toml::node& node, std::string_view allowed) const {
    throw content::Error(path_ + ", line " + std::to_string(node.source().begin.line) + ": " + prefix_ + std::string(key) +
                         " must be " + std::string(allowed) + ". Correct the line or delete it.");
  }

  template <typename T>
  std::optional<T> value(std::string_view key, std::string_view allowed) {
    known_.emplace_back(key);
    const toml::node* node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    const auto found = node->value<T>();
    if (!found) complain(key, *node, allowed);
    return found;
  }

  std::optional<std::int64_t> whole(std::string_view key, std::int64_t least, std::int64_t most) {
    const std::string allowed = "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
    const auto found = value<std::int64_t>(key, allowed);
    if (found && (*found < least || *found > most)) complain(key, *table_.get(key), allowed);
    return found;
  }

  std::optional<double> number(std::string_view key, double least, double most, std::string_view allowed) {
    const auto found = value<double>(key, allowed);
    if (found && !(*found >= least && *found <= most)) complain(key, *table_.get(key), allowed);
    return found;
  }

  template <typename T, std::size_t N>
  std::optional<T> word(std::string_view key, const std::array<std::pair<std::string_view, T>, N>& words,
                        std::string_view allowed) {
    const auto found = value<std::string>(key, allowed);
    if (!found) return std::nullopt;
    for (const auto& [name, meaning] : words) {
      if (*found == name) return meaning;
    }
    complain(key, *table_.get(key), allowed);
  }

  std::optional<MapPoint> point(std::string_view key) {
    constexpr std::string_view kAllowed = "two fractions from 0 to 1, such as [0.36, 0.52]";
    known_.emplace_back(key);
    const toml::node* node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    const toml::array* pair = node->as_array();
    if (pair == nullptr || pair->size() != 2) complain(key, *node, kAllowed);
    const auto x = pair->get(0)->value<double>();
    const auto y = pair->get(1)->value<double>();
    if (!x || !y || !(*x >= 0 && *x <= 1 && *y >= 0 && *y <= 1)) complain(key, *node, kAllowed);
    return MapPoint{static_cast<float>(*x), static_cast<float>(*y)};
  }

  // An empty reader when the file has no such table.
  Reader table(std::string_view key) {
    static const toml::table kEmpty;
    known_.emplace_back(key);
    const toml::node* node = table_.get(key);
    if (node != nullptr && !node->is_table()) complain(key, *node, "a table: [" + std::string(key) + "]");
    return Reader(node == nullptr ? kEmpty : *node->as_table(), path_, std::string(key) + ".");
  }

  void reject_unknown_keys() const {
    for (const auto& [key, node] : table_) {
      if (std::ranges::find(known_, key.str()) != known_.end()) continue;
      throw content::Error(path_ + ", line " + std::to_string(node.source().begin.line) + ": " + prefix_ +
                           std::string(key.str()) + " is not a key of kiosk.toml. Correct its spelling or delete it.");
    }
  }

 private:
  const toml::table& table_;
  std::string path_;
  std::string prefix_;
  std::vector<std::string> known_;
};

Place read_place(Reader reader) {
  Place place;
  place.name = reader.value<std::string>("name", "a text").value_or("");
  place.street = reader.value<std::string>("street", "a text").value_or("");
  place.map = reader.point("map");
  place.longitude = reader.number("longitude", -180, 180, "degrees from -180 to 180");
  place.latitude = reader.number("latitude", -90, 90, "degrees from -90 to 90");
  place.facing = reader.number("facing", 0, 360, "compass degrees from 0 to 360");
  reader.reject_unknown_keys();
  return place;
}

Standing read_standing(Reader reader) {
  Standing standing;
  standing.welcome = reader.value<std::string>("welcome", "a text").value_or("");
  standing.phone = reader.value<std::string>("phone", "a text").value_or("");
  reader.reject_unknown_keys();
  return standing;
}

ui::Panel read_panel(Reader reader) {
  constexpr double kMillimetresPerInch = 25.4;
  ui::Panel panel;
  if (const auto inch = reader.number("diagonal_inch", 7, 150, "inches from 7 to 150")) panel.diagonal_mm = *inch * kMillimetresPerInch;
  panel.lower_edge_mm = reader.number("lower_edge_mm", 0, 2500, "millimetres from 0 to 2500");
  reader.reject_unknown_keys();
  return panel;
}

IdleLimits read_idle(Reader reader) {
  using std::chrono::seconds;
  IdleLimits idle;
  if (const auto found = reader.whole("ask_after_s", 10, 600)) idle.ask_after = seconds(*found);
  if (const auto found = reader.whole("ask_after_reading_s", 10, 900)) idle.ask_after_reading = seconds(*found);
  if (const auto found = reader.whole("countdown_s", 5, 60)) idle.countdown = seconds(*found);
  reader.reject_unknown_keys();
  return idle;
}

Config read_table(const toml::table& table, const std::string& path) {
  constexpr std::array<std::pair<std::string_view, Orientation>, 3> kOrientations{
      {{"auto", Orientation::Auto}, {"landscape", Orientation::Landscape}, {"portrait", Orientation::Portrait}}};
  constexpr std::array<std::pair<std::string_view, ui::Language>, 2> kLanguages{
      {{"zh", ui::Language::Chinese}, {"en", ui::Language::English}}};

  Reader reader(table, path, "");
  Config config;
  config.release = reader.value<std::string>("release", "a folder").value_or("");
  config.state = reader.value<std::string>("state", "a folder").value_or("");
  config.channel = reader.value<std::string>("channel", "the name of a channel").value_or("");
  config.orientation = reader.word("orientation", kOrientations, "auto, landscape or portrait").value_or(config.orientation);
  config.language = reader.word("language", kLanguages, "zh or en").value_or(config.language);
  config.place = read_place(reader.table("place"));
  config.standing = read_standing(reader.table("standing"));
  config.idle = read_idle(reader.table("idle"));
  config.panel = read_panel(reader.table("panel"));
  Reader memory = reader.table("memory");
  if (const auto found = memory.whole("texture_mb", 16, 512)) config.texture_mb = static_cast<std::size_t>(*found);
  memory.reject_unknown_keys();
  reader.reject_unknown_keys();
  return config;
}

}  // namespace

Config read_config(const std::filesystem::path& file) {
  std::error_code refused;
  const auto type = std::filesystem::status(file, refused).type();
  if (type == std::filesystem::file_type::none || (type == std::filesystem::file_type::regular && ::access(file.c_str(), R_OK) != 0)) {
    throw content::Error(file.string() + " may not be read by this user. Let them read it, or give --config another file.");
  }
  if (type != std::filesystem::file_type::regular) {
    throw content::Error(file.string() + " is not a file. Give --config the path of a kiosk.toml.");
  }
  try {
    return read_table(toml::parse_file(file.string()), file.string());
  } catch (const toml::parse_error& error) {
    throw content::Error(file.string() + ", line " + std::to_string(error.source().begin.line) + " is not TOML: " +
                         std::string(error.description()) + " Correct that line.");
  }
}

}  // namespace kiosk
