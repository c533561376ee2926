#include <malloc.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <exception>

#include "kiosk/app.h"
#include "kiosk/lint/lint.h"
#include "kiosk/options.h"
#include "kiosk/shots.h"
#include "kiosk/ui/error.h"

namespace {

constexpr int kCannotWork = 2;
constexpr int kNoDisplay = 3;

// Decoded pictures come and go in blocks of megabytes on several threads. Kept in the allocator's arenas they would fill
// hundreds of megabytes over a day; as mappings of their own they go back to the system at once.
void give_large_blocks_back() {
  mallopt(M_MMAP_THRESHOLD, 128 * 1024);
  mallopt(M_ARENA_MAX, 2);
}

}  // namespace

// Exit codes: 0 done, 1 no release to draw (--shots, --lint) or faults found (--lint), 2 wrong use or cannot work, 3 no display can be opened.
int main(int argc, char** argv) {
  give_large_blocks_back();
  spdlog::set_default_logger(spdlog::stderr_color_mt("kiosk"));
  int exit_code = 0;
  const auto options = kiosk::read_options(argc, argv, exit_code);
  if (!options) return exit_code;
  try {
    if (!options->shots.empty()) return kiosk::draw_shots(*options);
    if (options->lint) return kiosk::lint::run_lint(*options);
    kiosk::App(*options).run();
    return 0;
  } catch (const ui::NoDisplay& error) {
    std::fprintf(stderr, "kiosk: %s\n", error.what());
    return kNoDisplay;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "kiosk: %s\n", error.what());
    return kCannotWork;
  }
}
