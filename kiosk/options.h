// The kiosk's command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "content/model.h"
#include "kiosk/config.h"
#include "kiosk/ui/backend.h"

namespace kiosk {

struct Options {
  Config config;                               // kiosk.toml with the command line's --release and --state over it
  std::filesystem::path config_file;           // where the settings came from, when they were good; empty: nowhere
  std::optional<ui::PixelSize> windowed;
  std::filesystem::path stats;                 // empty: none
  std::filesystem::path item_log;              // for tests; empty: none
  std::filesystem::path shots;                 // empty: run; else draw every screen into this folder and end
  ui::PixelSize shot_size{1920, 1080};
  std::vector<std::string> shots_only;         // names of the pages to draw; empty: all
  std::vector<ui::Modes> shot_modes{{}};       // each page once in each of these
  bool lint = false;                           // measure every screen, then end
  bool lint_json = false;
  bool lint_contrast = true;                   // needs a display; without it everything else is measured
  bool start_at_home = false;                  // measurements: no attract loop at the start
  std::optional<content::LocalMinute> clock;   // stands still at this minute of the city's clock
};

// Reads the command line and the config it names. A value: run with it. Otherwise `exit_code` is set: 0 after --help, 2 after a
// sentence on standard error.
std::optional<Options> read_options(int argc, char** argv, int& exit_code);

// "1920x1080", each side 200–16384. nullopt when it is not that.
std::optional<ui::PixelSize> parse_size(std::string_view text);
// "2026-07-30T10:26"
std::optional<content::LocalMinute> parse_minute(std::string_view text);

}  // namespace kiosk
