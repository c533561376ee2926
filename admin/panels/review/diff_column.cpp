#include "admin/panels/review/diff_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "admin/desk/choice.h"
#include "admin/desk/marks.h"
#include "admin/panels/review/review_acts.h"

namespace admin {
namespace {

namespace color = desk::color;
constexpr float kPad = 24, kLabel = 82, kRowPad = 11;
constexpr std::size_t kMostUnfolded = 9;

// A list's items one a line, each with its marks.
std::vector<TextRun> item_runs(const std::vector<ItemDiff>& items, RunKind hidden) {
  std::vector<TextRun> runs;
  for (const ItemDiff& item : items) {
    if (std::ranges::all_of(item.runs, [&](const TextRun& run) { return run.kind == hidden; })) continue;
    if (!runs.empty()) runs.push_back({RunKind::Same, "\n"});
    runs.insert(runs.end(), item.runs.begin(), item.runs.end());
  }
  return runs;
}

std::vector<TextRun> side_runs(const FieldDiff& field, RunKind hidden) {
  return field.shape == FieldShape::List ? item_runs(field.items, hidden) : field.runs;
}

std::string screen_words(const ReviewView& view) {
  if (view.diff().is_new) return "现在屏上（还没有）";
  return view.on_screen() > 0 ? fmt::format("现在屏上（第 {} 期）", view.on_screen()) : "上次通过的";
}

}  // namespace

void DiffColumn::prepare(ReviewView& view) {
  if (version_ == view.version() && condensed_ == view.only_changes) return;
  version_ = view.version();
  condensed_ = view.only_changes;
  rows_.clear();
  scroll_.to_top();
  unfolded_ = false;
  const auto& fields = view.diff().fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bool marks = fields[i].changed && !view.diff().is_new;
    const auto side = [&](RunKind hidden) {
      const std::vector<TextRun> runs = side_runs(fields[i], hidden);
      return MarkedText(condensed_ && fields[i].changed && marks ? condensed(runs) : runs, hidden, marks);
    };
    rows_.push_back({&fields[i], i, side(RunKind::Added), side(RunKind::Removed)});
  }
}

void DiffColumn::draw(desk::Desk& desk, ReviewView& view, ui::Rect box) {
  prepare(view);
  draw_head(desk, view, box.top(desk::size::kTitleRow));
  draw_columns(desk, view, box.below(desk::size::kTitleRow).top(34));
  const ui::Rect body = box.below(desk::size::kTitleRow + 34);
  const ui::Rect inner = scroll_.begin(desk, body, "改动");
  seen_top_ = inner.y + scroll_.offset() - 40;
  seen_bottom_ = seen_top_ + body.h + 80;
  float y = inner.y;
  const auto at = [&](float height) { return ui::Rect{inner.x, y, body.w, height}; };   // the columns stand below their heads, the scroll bar in the margin
  for (Row& row : rows_) {
    if (!row.field->changed) continue;
    const float height = draw_changed(desk, view, row, at(0));
    if (reveal_ && view.lit_change == row.index) scroll_.reveal(at(height));
    y += height;
  }
  reveal_ = false;
  const auto same = static_cast<std::size_t>(std::ranges::count_if(rows_, [](const Row& row) { return !row.field->changed; }));
  if (same > 0 && (view.only_changes || (same > kMostUnfolded && !unfolded_))) {
    y += draw_folded(desk, view, at(0));
  } else {
    for (Row& row : rows_) {
      if (!row.field->changed) y += draw_unchanged(desk, row, at(0));
    }
  }
  y += draw_notes(desk, view, at(0));
  y += draw_places(desk, view, at(0));
  scroll_.end(desk, y + 24);
}

void DiffColumn::draw_head(desk::Desk& desk, ReviewView& view, ui::Rect row) {
  ui::Canvas& canvas = desk.canvas();
  const QueueItem& item = *view.current();
  const content::Record& record = item.waiting.record;
  const float right = row.right() - kPad;
  const float room = right - 130 - row.x - kPad;
  const float middle = row.centre().y + 2;
  float x = row.x + kPad;
  const std::string number = record.body.contains("pledge") && record.body["pledge"].is_object() ? record.body["pledge"].value("number", "") : "";
  const std::string deed = view.diff().is_new ? "新" + std::string(content::kind_spec(record.kind).zh) : fmt::format("改了 {} 处", view.diff().changed());
  const std::string note = number.empty() ? deed : number + " · " + deed;
  const float chip = desk::chip_width(desk, "二审", 2);
  const float note_width = canvas.measure(note, desk::words(14)) + 6;
  x += canvas.text({x, row.y, std::max(60.0F, room - chip - note_width - 26), row.h + 4}, item.title, desk::bold(20)) + 12;
  x += desk::state_chip(desk, {x, middle}, record.state) + 12;
  canvas.text({x, row.y, right - 120 - x, row.h + 4}, note, desk::words(14, color::kInk3));
  canvas.text({right - 124, row.y, 80, row.h + 4}, "只看改动", desk::right(desk::words(14.5F, color::kInk2)));
  if (desk::switch_box(desk, "只看改动", {right - 36, middle - 14, 36, 28}, view.only_changes)) view.only_changes = !view.only_changes;
  canvas.line({row.x, row.bottom()}, {row.right(), row.bottom()}, color::kLine, 1);
}

void DiffColumn::draw_columns(desk::Desk& desk, ReviewView& view, ui::Rect row) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(row, color::kHead);
  canvas.line({row.x, row.y}, {row.right(), row.y}, color::kLine, 1);
  const ui::TextStyle style = desk::words(14, color::kInk3);
  const float before = before_width(row.w);
  canvas.text({row.x + kPad, row.y, kLabel, row.h}, "字段", style);
  canvas.text({row.x + kPad + kLabel, row.y, before, row.h}, screen_words(view), style);
  canvas.text({row.x + kPad + kLabel + before, row.y, 120, row.h}, view.diff().is_new ? "内容" : "改成", style);
  canvas.line({row.x, row.bottom()}, {row.right(), row.bottom()}, color::kLine, 1);
}

float DiffColumn::draw_side(desk::Desk& desk, Row& row, bool before, ui::Rect at) {
  const FieldDiff& field = *row.field;
  if (field.shape != FieldShape::Pictures) {
    MarkedText& text = before ? row.before : row.after;
    return text.draw(desk, at, desk::words(desk::size::kText, before ? color::kInk2 : color::kInk), seen_top_, seen_bottom_);
  }
  constexpr float kWide = 104, kTall = 74;
  const auto& pictures = before ? field.pictures_before : field.pictures_after;
  const ui::Color frame = before ? color::kRedDark : color::kPine;
  const int columns = std::max(1, static_cast<int>((at.w + 8) / (kWide + 8)));
  int number = 0;
  for (const content::MediaId& id : pictures) {
    const ui::Rect tile{at.x + static_cast<float>(number % columns) * (kWide + 8), at.y + static_cast<float>(number / columns) * (kTall + 8), kWide, kTall};
    thumbs_.draw(desk, tile, id, fmt::format("{} {} {}", before ? "改前的" : "改后的", field.field->zh, ++number), field.changed ? frame : color::kLine,
                 field.changed ? 2 : 1);
  }
  return static_cast<float>((number + columns - 1) / columns) * (kTall + 8);
}

float DiffColumn::draw_changed(desk::Desk& desk, ReviewView& view, Row& row, ui::Rect at) {
  ui::Canvas& canvas = desk.canvas();
  const float before = before_width(at.w);
  const ui::Rect left{at.x + kPad + kLabel, at.y + kRowPad, before - 16, 0};
  const ui::Rect right{at.x + kPad + kLabel + before, at.y + kRowPad, at.right() - kPad - (at.x + kPad + kLabel + before), 0};
  const ui::TextBlock label = canvas.layout(row.field->field->zh, desk::bold(), kLabel - 8);
  // The ground needs the height first: words know theirs, pictures are counted by drawing them twice over their ground.
  const ui::TextStyle style = desk::words();
  float height = label.height();
  if (row.field->shape == FieldShape::Pictures) {
    const auto tall = [](std::size_t count, float width) {
      const auto columns = static_cast<std::size_t>(std::max(1.0F, (width + 8) / 112));
      return static_cast<float>((count + columns - 1) / columns) * 82 - (count > 0 ? 8 : 0);
    };
    height = std::max({height, tall(row.field->pictures_before.size(), left.w), tall(row.field->pictures_after.size(), right.w)});
  } else {
    height = std::max({height, row.before.height(desk, left.w, style), row.after.height(desk, right.w, style)});
  }
  const ui::Rect ground{at.x, at.y, at.w, height + 2 * kRowPad};
  canvas.fill(ground, color::kChangedRow);
  canvas.fill(ground.left(4), color::kAmberLine);
  if (view.lit_change == row.index) canvas.outline(ground, color::kRed, 2);
  canvas.fill({at.x, ground.bottom() - 1, at.w, 1}, color::kLine);
  canvas.draw(label, {at.x + kPad, at.y + kRowPad + (label.line_step - label.size) / 2});
  if (!view.diff().is_new) draw_side(desk, row, true, left);
  draw_side(desk, row, false, right);
  return ground.h;
}

float DiffColumn::draw_unchanged(desk::Desk& desk, Row& row, ui::Rect at) {
  ui::Canvas& canvas = desk.canvas();
  const ui::TextStyle grey = desk::words(14.5F, color::kInk3);
  const ui::Rect value{at.x + kPad + kLabel, at.y + 8, at.w - 2 * kPad - kLabel - 56, 0};
  const ui::TextBlock label = canvas.layout(row.field->field->zh, grey, kLabel - 8);
  float height = 0;
  if (row.field->shape == FieldShape::Pictures) {
    height = draw_side(desk, row, false, value);
  } else {
    height = row.after.draw(desk, value, grey, seen_top_, seen_bottom_);
  }
  canvas.draw(label, {at.x + kPad, at.y + 8 + (label.line_step - label.size) / 2});
  height = std::max(height, label.height()) + 16;
  canvas.text({at.right() - kPad - 50, at.y + 8, 50, 22}, "没改", desk::right(grey));
  canvas.line({at.x, at.y + height}, {at.right(), at.y + height}, color::kLine, 1);
  return height;
}

float DiffColumn::draw_folded(desk::Desk& desk, ReviewView& view, ui::Rect at) {
  ui::Canvas& canvas = desk.canvas();
  constexpr float kTall = 42;
  std::string names;
  int count = 0;
  for (const Row& row : rows_) {
    if (row.field->changed) continue;
    names += (names.empty() ? "" : "、") + std::string(row.field->field->zh);
    ++count;
  }
  const std::string act = fmt::format("{} 项没改，展开", count);
  const ui::TextStyle grey = desk::words(14.5F, color::kInk3);
  const ui::Rect row{at.x, at.y, at.w, kTall};
  const float width = canvas.measure(act, grey) + 4;
  if (desk.hovers(row)) canvas.fill(row, color::kHover);
  canvas.text({row.x + kPad, row.y, kLabel, kTall}, "其余", grey);
  canvas.text({row.x + kPad + kLabel, row.y, row.w - 2 * kPad - kLabel - width - 16, kTall}, names, grey);
  canvas.text({row.right() - kPad - width, row.y, width, kTall}, act, desk::right(desk::words(14.5F, color::kIndigo)));
  canvas.line({row.x, row.bottom()}, {row.right(), row.bottom()}, color::kLine, 1);
  if (canvas.touch("展开没改的", row).tapped) {
    unfolded_ = true;
    view.only_changes = false;
  }
  return kTall;
}

float DiffColumn::draw_notes(desk::Desk& desk, ReviewView& view, ui::Rect at) {
  if (view.notes().empty()) return 0;
  ui::Canvas& canvas = desk.canvas();
  float y = at.y + 22;
  canvas.text({at.x + kPad, y, 200, 26}, "自动检查", desk::bold(16));
  y += 34;
  for (const ReviewNote& note : view.notes()) {
    const bool fine = note.kind == ReviewNote::Kind::Fine;
    const ui::Color ink = fine ? color::kInk : note.kind == ReviewNote::Kind::Wrong ? color::kError : color::kAmber;
    const ui::TextBlock block = canvas.layout(note.words, desk::words(desk::size::kText, ink), at.w - 2 * kPad - 28);
    canvas.icon(fine ? "check" : "info", {at.x + kPad + 9, y + 9}, 17, fine ? color::kPine : ink);
    canvas.draw(block, {at.x + kPad + 26, y});
    y += block.height() + 3;
  }
  return y - at.y;
}

float DiffColumn::draw_places(desk::Desk& desk, ReviewView& view, ui::Rect at) {
  if (view.places().empty()) return 0;
  ui::Canvas& canvas = desk.canvas();
  float y = at.y + 22;
  canvas.text({at.x + kPad, y, 200, 26}, "会出现在", desk::bold(16));
  y += 36;
  float x = at.x + kPad;
  for (const Appearance& place : view.places()) {
    const float width = std::max(canvas.measure(place.where, desk::words()) + 58, canvas.measure(place.note, desk::second()) + 32);
    if (x + width > at.right() - kPad && x > at.x + kPad) x = at.x + kPad, y += 72;
    const ui::Rect card{x, y, width, 62};
    canvas.outline(card, color::kLine, 1, desk::size::kButtonRadius);
    canvas.icon(place.icon, {card.x + 24, card.y + 21}, 18, color::kIndigo);
    canvas.text({card.x + 40, card.y + 8, width - 44, 26}, place.where, desk::words());
    canvas.text({card.x + 16, card.y + 33, width - 20, 22}, place.note, desk::second());
    x += width + 10;
  }
  return y + 62 - at.y;
}

}  // namespace admin
