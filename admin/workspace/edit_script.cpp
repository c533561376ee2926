#include "admin/workspace/edit_script.h"

#include <algorithm>
#include <climits>
#include <optional>
#include <utility>

namespace admin {
namespace {

// So many differences are followed exactly; from there on the best way so far is taken.
constexpr int kMostSteps = 400;

struct Box {
  int x0, x1;  // of the first sequence
  int y0, y1;  // of the second
};

struct Point {
  int x, y;
};

class Comparison {
 public:
  Comparison(std::span<const int> before, std::span<const int> after)
      : a_(before), b_(after), offset_(static_cast<int>(after.size()) + 1) {
    ahead_.reached.resize(before.size() + after.size() + 3);
    behind_.reached.resize(ahead_.reached.size());
    script_.removed.assign(before.size(), false);
    script_.added.assign(after.size(), false);
  }

  EditScript run() {
    std::vector<Box> open{{0, static_cast<int>(a_.size()), 0, static_cast<int>(b_.size())}};
    while (!open.empty()) {
      const Box box = trimmed(open.back());
      open.pop_back();
      if (box.x0 == box.x1 || box.y0 == box.y1) {
        std::fill(script_.removed.begin() + box.x0, script_.removed.begin() + box.x1, true);
        std::fill(script_.added.begin() + box.y0, script_.added.begin() + box.y1, true);
        continue;
      }
      const Point middle = meeting_point(box);
      open.push_back({box.x0, middle.x, box.y0, middle.y});
      open.push_back({middle.x, box.x1, middle.y, box.y1});
    }
    return std::move(script_);
  }

 private:
  // How far one side has come: the x that is reached on each diagonal x - y from low to high, every second one.
  struct Front {
    std::vector<int> reached;
    int low = 0, high = 0;

    int& at(int diagonal, int offset) { return reached[static_cast<std::size_t>(diagonal + offset)]; }
    bool has(int diagonal) const { return low <= diagonal && diagonal <= high; }
  };

  int& ahead(int diagonal) { return ahead_.at(diagonal, offset_); }
  int& behind(int diagonal) { return behind_.at(diagonal, offset_); }

  // One diagonal more at each end, with `nothing` beyond it; at the edge of the box one less.
  void widen(Front& front, const Box& box, int nothing) const {
    if (front.low > box.x0 - box.y1) {
      front.at(--front.low - 1, offset_) = nothing;
    } else {
      ++front.low;
    }
    if (front.high < box.x1 - box.y0) {
      front.at(++front.high + 1, offset_) = nothing;
    } else {
      --front.high;
    }
  }

  bool same(int x, int y) const { return a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)]; }

  Box trimmed(Box box) const {
    while (box.x0 < box.x1 && box.y0 < box.y1 && same(box.x0, box.y0)) ++box.x0, ++box.y0;
    while (box.x0 < box.x1 && box.y0 < box.y1 && same(box.x1 - 1, box.y1 - 1)) --box.x1, --box.y1;
    return box;
  }

  // A point on the way from one corner of the box to the other.
  Point meeting_point(const Box& box) {
    ahead_.low = ahead_.high = box.x0 - box.y0;
    behind_.low = behind_.high = box.x1 - box.y1;
    ahead(ahead_.low) = box.x0;
    behind(behind_.low) = box.x1;
    const bool odd = ((ahead_.low - behind_.low) & 1) != 0;
    for (int step = 1;; ++step) {
      if (const auto met = advance(box, odd)) return *met;
      if (const auto met = retreat(box, !odd)) return *met;
      if (step >= kMostSteps) return furthest(box);
    }
  }

  std::optional<Point> advance(const Box& box, bool may_meet) {
    widen(ahead_, box, -1);
    for (int diagonal = ahead_.high; diagonal >= ahead_.low; diagonal -= 2) {
      int x = std::max(ahead(diagonal - 1) + 1, ahead(diagonal + 1));
      while (x < box.x1 && x - diagonal < box.y1 && same(x, x - diagonal)) ++x;
      ahead(diagonal) = x;
      if (may_meet && behind_.has(diagonal) && behind(diagonal) <= x) return Point{x, x - diagonal};
    }
    return std::nullopt;
  }

  std::optional<Point> retreat(const Box& box, bool may_meet) {
    widen(behind_, box, INT_MAX);
    for (int diagonal = behind_.high; diagonal >= behind_.low; diagonal -= 2) {
      int x = std::min(behind(diagonal - 1), behind(diagonal + 1) - 1);
      while (x > box.x0 && x - diagonal > box.y0 && same(x - 1, x - diagonal - 1)) --x;
      behind(diagonal) = x;
      if (may_meet && ahead_.has(diagonal) && x <= ahead(diagonal)) return Point{x, x - diagonal};
    }
    return std::nullopt;
  }

  // Too far apart to look on: the point furthest from the corner that it came from.
  Point furthest(const Box& box) {
    Point best{box.x0, box.y0};
    int most = -1;
    for (int diagonal = ahead_.high; diagonal >= ahead_.low; diagonal -= 2) {
      const int x = std::min({ahead(diagonal), box.x1, box.y1 + diagonal});
      const int way = x - box.x0 + x - diagonal - box.y0;
      if (way > most) most = way, best = {x, x - diagonal};
    }
    for (int diagonal = behind_.high; diagonal >= behind_.low; diagonal -= 2) {
      const int x = std::max({behind(diagonal), box.x0, box.y0 + diagonal});
      const int way = box.x1 - x + box.y1 - (x - diagonal);
      if (way > most) most = way, best = {x, x - diagonal};
    }
    return best;
  }

  std::span<const int> a_;
  std::span<const int> b_;
  int offset_;
  Front ahead_;
  Front behind_;
  EditScript script_;
};

}  // namespace

EditScript edit_script(std::span<const int> before, std::span<const int> after) { return Comparison(before, after).run(); }

}  // namespace admin
