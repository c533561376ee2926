#include "kiosk/options.h"

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "content/error.h"
#include "kiosk/config_keeping.h"
#include "kiosk/mode_words.h"

namespace kiosk {
namespace {

// What the command line says, before it is understood.
struct Words {
  std::filesystem::path config, release, state, stats, item_log, shots;
  std::vector<std::string> only, modes;
  std::string windowed, size = "1920x1080", clock, log_level = "warning";
  bool start_at_home = false, lint = false, json = false, no_contrast = false;
};

void declare(CLI::App& app, Words& words) {
  // kiosk/run gives options of its own first; the person's win.
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--release", words.release, "Folder of releases (an outbox) to show")->type_name("DIR");
  app.add_option("--state", words.state, "The only folder the kiosk writes to")->type_name("DIR");
  app.add_option("--config", words.config, "kiosk.toml: where it stands, idle times, language")->type_name("FILE");
  app.add_option("--windowed", words.windowed, "A window of this size instead of full screen")->type_name("WxH");
  app.add_option("--shots", words.shots, "Draw every screen to a PNG file in this folder, then end")->type_name("DIR");
  app.add_flag("--lint", words.lint, "Measure every screen in every mode for eyes and fingers, print the faults, then end");
  app.add_flag("--json", words.json, "Print the faults of --lint as JSON");
  app.add_flag("--no-contrast", words.no_contrast, "Let --lint measure all but contrast: fast, needs no display");
  app.add_option("--size", words.size, "Size of the shots and of --lint's landscape pages")->type_name("WxH")->capture_default_str();
  app.add_option("--only", words.only, "Of the shots and of --lint only these: home-landscape,merchant")->type_name("NAMES")->delimiter(',');
  app.add_option("--modes", words.modes, "Shots and --lint in these modes: plain, large, contrast, low, en, large+contrast …, short or all")
      ->type_name("MODES")
      ->delimiter(',');
  app.add_option("--stats", words.stats, "Append a JSON line a second: frames, times, memory, release")->type_name("FILE");
  app.add_option("--item-log", words.item_log, "For tests: keep in this file what can be touched in the newest frame, and where")->type_name("FILE");
  app.add_option("--clock", words.clock, "Let the clock stand at 2026-07-30T10:26 (city time)")->type_name("TIME");
  app.add_flag("--start-at-home", words.start_at_home, "Begin with the home screen instead of the attract loop");
  app.add_option("--log-level", words.log_level, "debug, info, warning or error")
      ->check(CLI::IsMember({"debug", "info", "warning", "error"}))
      ->type_name("LEVEL")
      ->capture_default_str();
}

std::filesystem::path default_state() {
  if (const char* home = std::getenv("XDG_STATE_HOME"); home != nullptr && *home != 0) {
    return std::filesystem::path(home) / "shuangyong-window" / "kiosk";
  }
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home != nullptr ? home : "/tmp") / ".local/state/shuangyong-window/kiosk";
}

ui::PixelSize size_of(std::string_view option, const std::string& text) {
  const auto size = parse_size(text);
  if (!size) {
    throw content::Error(std::string(option) + " " + text + " is not a size. Write width x height in pixels, such as 1920x1080.");
  }
  return *size;
}

std::vector<ui::Modes> modes_of(const std::vector<std::string>& words) {
  if (words == std::vector<std::string>{"all"}) return all_modes();
  if (words == std::vector<std::string>{"short"}) return short_modes();
  std::vector<ui::Modes> all;
  for (const std::string& word : words) {
    const auto modes = parse_modes(word);
    if (!modes) throw content::Error("--modes " + word + " is not a mode. Write plain, large, contrast, low or en, or several with +, short or all.");
    all.push_back(*modes);
  }
  return all;
}

// A tool ends over a bad file; a kiosk says what is wrong with it and goes on.
void read_settings(const Words& words, Options& options) {
  if (!words.shots.empty() || words.lint) {
    options.config = read_config(words.config);
    return;
  }
  auto kept = config_or_last_good(words.config, words.state.empty() ? default_state() : words.state);
  options.config = std::move(kept.config);
  if (kept.fault.empty()) options.config_file = words.config;
  else std::cerr << "kiosk: " << kept.fault << '\n';
}

Options understand(const Words& words) {
  Options options;
  if (!words.config.empty()) read_settings(words, options);
  if (!words.release.empty()) options.config.release = words.release;
  if (!words.state.empty()) options.config.state = words.state;
  if (options.config.state.empty()) options.config.state = default_state();
  if (!words.windowed.empty()) options.windowed = size_of("--windowed", words.windowed);
  options.shot_size = size_of("--size", words.size);
  options.shots = words.shots;
  options.shots_only = words.only;
  if (!words.modes.empty()) options.shot_modes = modes_of(words.modes);
  options.lint = words.lint;
  options.lint_json = words.json;
  options.lint_contrast = !words.no_contrast;
  if (options.lint && words.modes.empty()) options.shot_modes = all_modes();
  options.stats = words.stats;
  options.item_log = words.item_log;
  options.start_at_home = words.start_at_home;
  if (!words.clock.empty()) {
    options.clock = parse_minute(words.clock);
    if (!options.clock) throw content::Error("--clock " + words.clock + " is not a time. Write 2026-07-30T10:26.");
  }
  return options;
}

}  // namespace

std::optional<ui::PixelSize> parse_size(std::string_view text) {
  ui::PixelSize size;
  char rest = 0;
  const std::string copy(text);
  if (std::sscanf(copy.c_str(), "%5dx%5d%c", &size.w, &size.h, &rest) != 2) return std::nullopt;
  const auto sane = [](int side) { return side >= 200 && side <= 16384; };
  return sane(size.w) && sane(size.h) ? std::optional(size) : std::nullopt;
}

std::optional<content::LocalMinute> parse_minute(std::string_view text) {
  int year = 0, hour = 0, minute = 0;
  unsigned month = 0, day = 0;
  char rest = 0;
  const std::string copy(text);
  if (std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2d:%2d%c", &year, &month, &day, &hour, &minute, &rest) != 5) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  return content::LocalMinute{std::chrono::local_days(date).time_since_epoch() + std::chrono::hours(hour) +
                              std::chrono::minutes(minute)};
}

std::optional<Options> read_options(int argc, char** argv, int& exit_code) {
  CLI::App app{"双拥之窗 — the kiosk. Shows the newest verified release of a folder; without one, a standing picture."};
  app.name("kiosk");
  Words words;
  declare(app, words);
  try {
    app.parse(argc, argv);
    spdlog::set_level(spdlog::level::from_str(words.log_level));
    exit_code = 0;
    return understand(words);
  } catch (const CLI::CallForHelp&) {
    std::cout << app.help();
    exit_code = 0;
  } catch (const CLI::ParseError& error) {
    std::cerr << "kiosk: " << error.what() << ". See kiosk --help.\n";
    exit_code = 2;
  } catch (const content::Error& error) {
    std::cerr << "kiosk: " << error.what() << '\n';
    exit_code = 2;
  }
  return std::nullopt;
}

}  // namespace kiosk
