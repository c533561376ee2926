// kiosk.toml: where this screen stands and how it behaves. Every key is optional.
//
//   release = "/srv/shuangyong/outbox"      # folder of releases; --release wins
//   state = "/var/lib/shuangyong"           # the only folder the kiosk writes; --state wins
//   channel = "default"                     # takes only releases that were published for this channel; without it all of them
//   orientation = "auto"                    # auto: as the screen is; landscape or portrait: a panel that hangs on its side
//                                           # and whose system does not know is drawn a quarter turn clockwise
//   language = "zh"                         # language of a new visitor: zh or en
//   [place]
//   name = "江滩公园"
//   street = "江滩双拥街"                    # the street whose diagram shows 您在这里
//   map = [0.36, 0.52]                      # fractions of that diagram
//   longitude = 111.301                     # degrees
//   latitude = 30.692
//   facing = 180                            # compass degrees (0 north, 90 east) in which one walks away from the screen
//   [panel]                                 # its real size, for millimetres
//   diagonal_inch = 32                      # 7–150, of the picture; 32 when not given
//   lower_edge_mm = 800                     # 0–2500: the picture's lower edge above the floor; for the low-reach mode
//   [standing]                              # words of the picture that stands in when there is no release
//   welcome = "江城一家亲"
//   phone = "5550 0100"
//   [idle]
//   ask_after_s = 60                        # 10–600
//   ask_after_reading_s = 120               # 10–900
//   countdown_s = 20                        # 5–60
//   [memory]
//   texture_mb = 64                         # 16–512; without it 24, and 128 on a 4K screen
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/ui/theme.h"

namespace kiosk {

enum class Orientation { Auto, Landscape, Portrait };

struct MapPoint {
  float x = 0;
  float y = 0;
};

struct Place {
  std::string name;
  std::string street;               // Street::name
  std::optional<MapPoint> map;
  std::optional<double> longitude;  // degrees
  std::optional<double> latitude;
  std::optional<double> facing;     // compass degrees, 0–360: where one walks to who turns away from the screen
};

// A screen that has never taken a release in knows no city; these are the installer's words for it.
struct Standing {
  std::string welcome;
  std::string phone;
};

struct IdleLimits {
  std::chrono::seconds ask_after{60};
  std::chrono::seconds ask_after_reading{120};
  std::chrono::seconds countdown{20};
};

struct Config {
  std::filesystem::path release;
  std::filesystem::path state;
  std::string channel;         // empty = any
  Orientation orientation = Orientation::Auto;
  ui::Language language = ui::Language::Chinese;
  Place place;
  Standing standing;
  IdleLimits idle;
  ui::Panel panel;
  std::size_t texture_mb = 0;  // pictures in memory; 0 = by the screen's size
};

// Throws content::Error naming the file, the line, the key and what is allowed.
Config read_config(const std::filesystem::path& file);

}  // namespace kiosk
