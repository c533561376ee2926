// A kiosk.toml that somebody broke must not darken a screen: the last one that was good lies in the state folder.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/config.h"

namespace kiosk {

struct KeptConfig {
  Config config;
  std::string fault;   // empty: the file itself was good; else what is wrong with it and what goes on instead
};

// `file`, else the copy in `state`, else the settings of an empty file. Never throws for what is in the files.
KeptConfig config_or_last_good(const std::filesystem::path& file, const std::filesystem::path& state);

// Copies a good `file` into `state` when it differs from the copy there. What cannot be written is logged and costs nothing.
void keep_good_config(const std::filesystem::path& file, const std::filesystem::path& state) noexcept;

}  // namespace kiosk
