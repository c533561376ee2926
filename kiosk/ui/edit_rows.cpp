#include "kiosk/ui/edit_rows.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/text_clusters.h"
#include "kiosk/ui/utf8.h"

namespace ui {

namespace {

constexpr std::size_t kDisc = 3;   // bytes of •

}  // namespace

EditRows::EditRows(const TextBlock& block, std::string_view text, Fonts& fonts, bool secret)
    : block_(block), text_(text), fonts_(fonts), secret_(secret) {
  if (block.lines.size() < 2) {
    rows_.push_back({0, text.size(), text.size(), 0, true, false});
    return;
  }
  std::size_t line = 0;
  bool first = true;
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const bool last = i + 1 == block.lines.size();
    const std::size_t next = last ? text.size() : block.lines[i + 1].begin;
    const bool broken = !last && next > 0 && text[next - 1] == '\n';
    rows_.push_back({block.lines[i].begin, broken ? next - 1 : next, next, line, first, !last && !broken});
    first = broken;
    if (broken) ++line;
  }
}

std::size_t EditRows::row_of(TextPlace place) const {
  const auto after = std::upper_bound(rows_.begin(), rows_.end(), place.at, [](std::size_t at, const Row& row) { return at < row.begin; });
  const auto row = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, after - rows_.begin() - 1));
  const bool at_break = row > 0 && place.at == rows_[row].begin && rows_[row - 1].wrapped;
  return place.trailing && at_break ? row - 1 : row;
}

std::size_t EditRows::shown_at(std::size_t at) const {
  if (!secret_) return at;
  std::size_t clusters = 0;
  for (std::size_t i = 0; i < at; i = next_cluster(text_, i)) ++clusters;
  return clusters * kDisc;
}

float EditRows::width_of(std::size_t begin, std::size_t end) const {
  float width = 0;
  for (std::size_t at = begin; at < end && at < block_.text.size();) {
    const float advance = fonts_.advance(block_.style.face, next_character(block_.text, at));
    if (advance > 0) width += (advance + block_.style.tracking) * block_.size;
  }
  return width;
}

float EditRows::x_of(std::size_t row, std::size_t at) const {
  if (row >= block_.lines.size()) return 0;
  const TextLine& line = block_.lines[row];
  const std::size_t place = shown_at(at);
  for (const TextRun& run : line.runs) {
    if (place < run.end) return line.x + run.x + (place > run.begin ? width_of(run.begin, place) : 0);
  }
  // Behind the words: blanks that the layout leaves out.
  return line.x + line.width + width_of(line.end, place);
}

TextPlace EditRows::place_in_row(std::size_t index, float x) const {
  const Row& row = rows_[index];
  std::size_t best = row.begin;
  float nearest = std::abs(x - x_of(index, row.begin));
  for (std::size_t at = row.begin; at < row.end;) {
    at = next_cluster(text_, at);
    const float distance = std::abs(x - x_of(index, at));
    if (distance > nearest) break;
    nearest = distance;
    best = at;
  }
  return {best, row.wrapped && best == row.next};
}

TextPlace EditRows::place_at(float x, float y) const {
  const float row = std::floor(y / std::max(1.0F, step()));
  if (row < 0) return {0, false};
  if (row >= static_cast<float>(rows_.size())) return {text_.size(), false};
  return place_in_row(static_cast<std::size_t>(row), x);
}

TextBlock EditRows::part(std::size_t row, std::size_t begin, std::size_t end) const {
  TextBlock piece{{}, block_.style, block_.size, block_.line_step, 0, {}};
  if (row >= block_.lines.size()) return piece;
  const TextLine& line = block_.lines[row];
  begin = std::max(begin, line.begin);
  end = std::max(begin, std::min(end, line.end));
  piece.text = block_.text.substr(begin, end - begin);
  TextLine cut{0, end - begin, 0, 0, false, {}};
  for (const TextRun& run : line.runs) {
    TextRun kept{std::max(run.begin, begin), std::min(run.end, end), 0, 0, run.marked};
    if (kept.begin >= kept.end) continue;
    kept.x = line.x + run.x + width_of(run.begin, kept.begin);
    kept.width = width_of(kept.begin, kept.end);
    if (cut.runs.empty()) cut.x = kept.x;
    kept.x -= cut.x;
    cut.width = kept.x + kept.width;
    kept.begin -= begin;
    kept.end -= begin;
    cut.runs.push_back(kept);
  }
  piece.width = cut.width;
  piece.lines.push_back(cut);
  return piece;
}

}  // namespace ui
