#include "kiosk/config_keeping.h"

#include <spdlog/spdlog.h>

#include <fstream>
#include <iterator>

#include "content/durable_file.h"
#include "content/error.h"

namespace kiosk {
namespace {

std::filesystem::path copy_in(const std::filesystem::path& state) { return state / "last-good-kiosk.toml"; }

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

KeptConfig config_or_last_good(const std::filesystem::path& file, const std::filesystem::path& state) {
  std::string fault;
  try {
    return {read_config(file), {}};
  } catch (const content::Error& error) {
    fault = error.what();
  }
  try {
    return {read_config(copy_in(state)), fault + " Until then the last good settings hold."};
  } catch (const content::Error&) {
    return {{}, fault + " Until then every setting is as if the file were empty."};
  }
}

void keep_good_config(const std::filesystem::path& file, const std::filesystem::path& state) noexcept {
  try {
    const std::string good = read(file);
    if (good != read(copy_in(state))) content::write_durably(copy_in(state), good);
  } catch (const std::exception& error) {
    spdlog::warn("the settings cannot be kept for a bad day: {}", error.what());
  }
}

}  // namespace kiosk
