#include "kiosk/lint/geometry.h"

#include <algorithm>
#include <vector>

namespace kiosk::lint {
namespace {

constexpr std::size_t kMostRests = 4000;  // a map under hundreds of pins: enough is left long before

bool empty(ui::Rect box) { return box.w <= 0 || box.h <= 0; }

// The up to four largest boxes that remain of `box` around `cover`.
void split(ui::Rect box, ui::Rect cover, std::vector<ui::Rect>& rests) {
  const ui::Rect hole = common(box, cover);
  if (empty(hole)) {
    rests.push_back(box);
    return;
  }
  const ui::Rect sides[] = {box.top(hole.y - box.y), box.below(hole.bottom() - box.y), box.left(hole.x - box.x),
                            box.after(hole.right() - box.x)};
  for (const ui::Rect& side : sides) {
    if (!empty(side)) rests.push_back(side);
  }
}

}  // namespace

ui::Rect common(ui::Rect a, ui::Rect b) {
  const float left = std::max(a.x, b.x);
  const float top = std::max(a.y, b.y);
  return {left, top, std::max(0.0F, std::min(a.right(), b.right()) - left), std::max(0.0F, std::min(a.bottom(), b.bottom()) - top)};
}

bool within(ui::Rect inner, ui::Rect outer, float slack) {
  return inner.x >= outer.x - slack && inner.right() <= outer.right() + slack && inner.y >= outer.y - slack &&
         inner.bottom() <= outer.bottom() + slack;
}

ui::Rect widest_rest(ui::Rect box, std::span<const ui::Rect> covers) {
  std::vector<ui::Rect> rests{box};
  std::vector<ui::Rect> next;
  for (const ui::Rect& cover : covers) {
    next.clear();
    for (const ui::Rect& rest : rests) split(rest, cover, next);
    rests.swap(next);
    if (rests.size() > kMostRests) break;
  }
  const auto shorter = [](const ui::Rect& a, const ui::Rect& b) { return std::min(a.w, a.h) < std::min(b.w, b.h); };
  const auto best = std::max_element(rests.begin(), rests.end(), shorter);
  return best == rests.end() ? ui::Rect{} : *best;
}

}  // namespace kiosk::lint
