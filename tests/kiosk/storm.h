// A bad night: fingers that never stop, through every page and mode, while releases change underneath. Without a window; the same
// seed gives the same night.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "content/catalog.h"
#include "tests/support/kiosk_fixture.h"

namespace tests {

// What must not grow.
struct Footprint {
  int textures = 0;                 // letters, icons, shadows
  std::int64_t texture_bytes = 0;
  std::int64_t picture_bytes = 0;   // of the release's pictures, which stay until the room is wanted
  int imgui_windows = 0;
  int open_files = 0;
  std::int64_t heap_bytes = 0;     // without letter_bytes
  std::int64_t letter_bytes = 0;    // of the letters' textures and tables on the heap, which ImGui lets grow and gives up again; not in heap_bytes
};

class Storm {
 public:
  static constexpr std::int64_t kPictureBytes = 24LL << 20;   // the room for pictures

  // `releases` are folders of published releases, changed to in turn.
  Storm(std::vector<std::filesystem::path> releases, ui::PixelSize size, std::uint32_t seed);

  // One touch, drag, key or wait of a visitor without sense.
  void act();
  // A visitor of a quiet day: comes to some page, touches a few things, walks away; then nobody for a while.
  void visit_and_leave(int touches, int quiet_seconds);
  // The next release, loaded afresh; now and then none at all first.
  void change_release();
  // Begins on a given page in given modes.
  void begin_at(std::size_t stop, const ui::Modes& modes);
  std::size_t stops() const;
  // Leads home by what can be touched. False: stuck; where() says on which page.
  bool go_home();
  // "merchant-large-contrast"
  std::string where();
  // The visitor leaves, the first release is on screen, home is opened: footprints of two such moments may be compared.
  Footprint at_rest();

  // Simulated time since the start.
  double hours() const { return seconds_ / 3600; }
  const std::set<std::string>& screens() const { return screens_; }
  const std::set<std::string>& modes() const { return modes_; }
  // Labels that two items of one frame bore, by page.
  const std::map<std::string, std::set<std::string>>& duplicates() const { return duplicates_; }

 private:
  void frame(double seconds = 0.05);
  void frames(int count);
  int below(int bound);
  void down(ui::Point at);
  void up();
  void tap(ui::Point at);
  void tap_some_item();
  void drag();
  void key();
  void wait();
  void note();
  std::optional<ui::Point> centre_of(std::string_view label) const;

  std::vector<std::filesystem::path> releases_;
  TemporaryFolder folder_;
  ui::NullBackend backend_;
  ui::Session session_;
  kiosk::Kiosk kiosk_;
  ui::ItemLog items_;
  std::mt19937 random_;
  std::size_t release_ = 0;
  std::shared_ptr<const content::Catalog> catalog_;
  content::LocalMinute now_ = design_minute();
  double seconds_ = 1;
  std::set<std::string> screens_;
  std::set<std::string> modes_;
  std::map<std::string, std::set<std::string>> duplicates_;
};

}  // namespace tests
