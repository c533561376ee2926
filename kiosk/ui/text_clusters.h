// A text cut into the smallest pieces that stay whole: a character with its combining marks, with width and manners.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "kiosk/ui/text_layout.h"

namespace ui {

enum class Script { Han, Latin, Space, Punctuation };

struct Cluster {
  std::size_t begin = 0;       // bytes
  std::size_t end = 0;
  char32_t base = 0;
  float advance = 0;           // u, tracking not included
  Script script = Script::Han;
  bool marked = false;
  bool may_break_before = false;
};

// Shares of an em.
inline constexpr float kScriptGap = 0.2F;    // between Han and Latin letters or digits
inline constexpr float kHang = 0.5F;         // an opening quote at the start of a line
inline constexpr float kSqueeze = 0.5F;      // taken out where two full-width marks meet: 。” ，“

Script script_of(char32_t character);
bool is_opening(char32_t character);         // （《「“ …: never ends a line
bool is_closing(char32_t character);         // ，。、）》」” …: never begins a line
std::vector<Cluster> clusters_of(const LayoutRequest& request, std::string_view text, TextSource& source);
// Where the piece after `at`, and the one before it, ends and begins; bytes, never beyond the text.
std::size_t next_cluster(std::string_view text, std::size_t at);
std::size_t previous_cluster(std::string_view text, std::size_t at);
// u between two neighbours on a line: the gap of the scripts and the tracking.
float gap_between(const Cluster& left, const Cluster& right, float size, float tracking);

}  // namespace ui
