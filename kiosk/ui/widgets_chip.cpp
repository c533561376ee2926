#include <algorithm>
#include <cmath>
#include <string>

#include <imgui.h>

#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"

namespace ui {
namespace {

constexpr float kTileFrom = 100;   // u high: a tile of portrait's shelf; a pill below
constexpr float kChipPadding = 32;
constexpr float kTightPadding = 20;
constexpr float kChipGap = 14;
constexpr float kTightGap = 12;
// One more chip than the row is made for: smaller words before it pages.
constexpr float kSmallWords = 26;
constexpr float kSmallPadding = 15;
constexpr float kSmallGap = 8;
constexpr TextStyle kChipWords{.face = Face::SansMedium, .size = 28, .align = Align::Centre};

struct ChipRowFit {
  float padding = kChipPadding;
  float gap = kChipGap;
  bool pages = false;
  float text = kChipWords.size;
};

float row_width(std::span<const float> words, float padding, float gap) {
  float width = gap * static_cast<float>(words.size() - 1);
  for (const float word : words) {
    width += word + 2 * padding;
  }
  return width;
}

// The widest paddings with which all chips stand in the row; when there are none, the tight ones and pages.
ChipRowFit fit_row(std::span<const float> words, float width) {
  if (row_width(words, kChipPadding, kChipGap) <= width) {
    return {};
  }
  const float bare = row_width(words, 0, kTightGap);
  const float padding = (width - bare) / (2 * static_cast<float>(words.size()));
  if (padding >= kTightPadding) {
    return {padding, kTightGap, false};
  }
  const float shrink = kSmallWords / kChipWords.size;
  const auto count = static_cast<float>(words.size());
  const float small = (width - (row_width(words, 0, 0) * shrink + kSmallGap * (count - 1))) / (2 * count);
  if (small >= kSmallPadding) {
    return {std::min(small, kTightPadding), kSmallGap, false, kSmallWords};
  }
  return {kTightPadding, kTightGap, true};
}

// First chip of each page; a chip wider than the row has a page of its own.
std::vector<std::size_t> page_starts(std::span<const float> words, const ChipRowFit& fit, float width) {
  std::vector<std::size_t> starts{0};
  float used = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const float chip_wide = words[i] + 2 * fit.padding;
    if (used > 0 && used + fit.gap + chip_wide > width) {
      starts.push_back(i);
      used = 0;
    }
    used += (used > 0 ? fit.gap : 0) + chip_wide;
  }
  return starts;
}

// Which page of a row shows is a transient value that ImGui keeps with the host window: it holds as long as the same
// chip is selected and the row is drawn.
class RowPage {
 public:
  RowPage(std::span<const std::string> labels, std::size_t selected, std::span<const std::size_t> starts)
      : storage_(*ImGui::GetStateStorage()), id_(ImGui::GetID(labels.front().c_str()) ^ static_cast<ImGuiID>(labels.size() << 8U)) {
    const auto after = std::ranges::upper_bound(starts, std::min(selected, labels.size() - 1));
    last_ = static_cast<int>(starts.size()) - 1;
    page_ = static_cast<int>(after - starts.begin()) - 1;
    const int seal = static_cast<int>(selected) + 1;
    // Where another page stood in between, the row begins anew: the next visitor's is not turned.
    int* last_frame = storage_.GetIntRef(id_ + 2, -2);
    const int frame = ImGui::GetFrameCount();
    const bool stood = *last_frame >= frame - 1;
    *last_frame = frame;
    if (stood && storage_.GetInt(id_ + 1, 0) == seal) {
      page_ = std::clamp(storage_.GetInt(id_, page_), 0, last_);
    } else {
      storage_.SetInt(id_ + 1, seal);
      storage_.SetInt(id_, page_);
    }
  }
  int page() const { return page_; }
  int last() const { return last_; }
  void turn(int step) { storage_.SetInt(id_, std::clamp(page_ + step, 0, last_)); }

 private:
  ImGuiStorage& storage_;
  ImGuiID id_ = 0;
  int page_ = 0;
  int last_ = 0;
};

struct ChipRange {
  std::size_t first = 0;
  std::size_t end = 0;
};

struct ChipRowLook {
  Rect row;
  ChipRowFit fit;
  std::span<const float> words;
};

struct ChipState {
  bool selected = false;
  float text = kChipWords.size;
};

bool draw_chip(Canvas& canvas, std::string_view label, Rect box, const ChipState& state) {
  const Touch touch = canvas.touch(label, box);
  const Look rest = control_look(canvas.theme(), state.selected ? LookState::Selected : LookState::Rest);
  const Look look = mix(rest, control_look(canvas.theme(), LookState::Pressed), state.selected ? 0.0F : press_amount(canvas, label, touch));
  const float radius = box.h < kTileFrom ? box.h / 2 : radius::kTile;
  draw_control(canvas, box, look, radius);
  TextStyle words = kChipWords;
  words.size = state.text;
  words.color = look.words;
  draw_words(canvas, box.inset(11, 0), label, words);
  if (touch.focused) {
    canvas.focus_ring(box, radius);
  }
  return touch.tapped;
}

std::optional<std::size_t> draw_chips(Canvas& canvas, const ChipRowLook& look, std::span<const std::string> labels, ChipRange range, std::size_t selected) {
  std::optional<std::size_t> tapped;
  float x = look.row.x;
  for (std::size_t i = range.first; i < range.end; ++i) {
    const float wide = look.words[i] * look.fit.text / kChipWords.size + 2 * look.fit.padding;
    const float width = std::min(wide, look.row.w);
    if (draw_chip(canvas, labels[i], {x, look.row.y, width, look.row.h}, {i == selected, look.fit.text})) {
      tapped = i;
    }
    x += width + look.fit.gap;
  }
  return tapped;
}

}  // namespace

float chip_width(Canvas& canvas, std::string_view label) { return std::ceil(canvas.measure(label, kChipWords) + 2 * kChipPadding); }

bool chip(Canvas& canvas, std::string_view label, Rect box, bool selected) { return draw_chip(canvas, label, box, {selected}); }

std::optional<std::size_t> chip_row(Canvas& canvas, Rect row, std::span<const std::string> labels, std::size_t selected) {
  if (labels.empty()) {
    return std::nullopt;
  }
  std::vector<float> words;
  for (const std::string& label : labels) {
    words.push_back(std::ceil(canvas.measure(label, kChipWords)));
  }
  const ChipRowFit fit = fit_row(words, row.w);
  if (!fit.pages) {
    return draw_chips(canvas, {row, fit, words}, labels, {0, labels.size()}, selected);
  }
  const Rect next{row.right() - row.h, row.y, row.h, row.h};
  const Rect previous = next.moved(-row.h - kTightGap, 0);
  const Rect room = row.left(previous.x - kTightGap - row.x);
  const auto starts = page_starts(words, fit, room.w);
  RowPage shown(labels, selected, starts);
  const auto at = static_cast<std::size_t>(shown.page());
  const ChipRange range{starts[at], at + 1 < starts.size() ? starts[at + 1] : labels.size()};
  const auto tapped = draw_chips(canvas, {room, fit, words}, labels, range, selected);
  const std::string name = labels.front();
  if (arrow_pill(canvas, "‹ " + name, "left", previous, shown.page() > 0)) {
    shown.turn(-1);
    canvas.request_frame();
  }
  if (arrow_pill(canvas, "› " + name, "right", next, shown.page() < shown.last())) {
    shown.turn(1);
    canvas.request_frame();
  }
  return tapped;
}

}  // namespace ui
