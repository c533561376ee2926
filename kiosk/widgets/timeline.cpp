#include "kiosk/widgets/timeline.h"

#include <algorithm>

#include "content/days.h"
#include "content/schedule.h"
#include "kiosk/said.h"
#include "kiosk/widgets/name_line.h"
#include "kiosk/widgets/page_frame.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Point;
using ui::Rect;
using State = TimelineStage::State;

constexpr float kNode = 22;     // radius
constexpr float kNow = 28;
constexpr float kHalo = 36;
constexpr float kLine = 4;
constexpr ui::Color kToDoRing = ui::Color::rgb(0xB9AA90);

// July → Jul; a number stays.
std::string short_month(const std::string& name) { return name.substr(0, 3); }

State state_of(const content::Stage& stage, content::Day today) {
  if (today > stage.last) return State::Done;
  return today < stage.first ? State::ToDo : State::Now;
}

Point node_at(const Rect& box, std::size_t count, std::size_t i) {
  const float step = box.w / static_cast<float>(count);
  return {box.x + kNode + step * static_cast<float>(i), box.y};
}

// Ink as far as the campaign has come.
void draw_lines(ui::Canvas& canvas, std::span<const TimelineStage> stages, const Rect& box) {
  for (std::size_t i = 0; i + 1 < stages.size(); ++i) {
    const bool come = stages[i + 1].state != State::ToDo;
    const float from = node_at(box, stages.size(), i).x + (stages[i].state == State::Now ? kHalo : kNode);
    const float to = node_at(box, stages.size(), i + 1).x - (stages[i + 1].state == State::Now ? kHalo : kNode);
    canvas.fill({from, box.y - kLine / 2, to - from, kLine}, come ? canvas.color().ink : canvas.color().track_done);
  }
}

void draw_node(ui::Canvas& canvas, const TimelineStage& stage, Point at) {
  const auto& color = canvas.color();
  const Rect number{at.x - kNow, at.y - kNow, 2 * kNow, 2 * kNow};
  ui::TextStyle style{.face = Face::SansBold, .size = 28, .color = color.ink3, .align = ui::Align::Centre};
  switch (stage.state) {
    case State::Done:
      canvas.disc(at, kNode, color.ink);
      canvas.icon("check", at, 28, color.paper0, 1.3F);
      break;
    case State::Now:
      canvas.disc(at, kHalo, color.red50);
      canvas.disc(at, kNow, color.red_plane);
      if (canvas.theme().modes.high_contrast) canvas.ring(at, kNow, color.ink, 6);
      style.color = color.white;
      canvas.text(number, stage.number, style);
      break;
    case State::ToDo:
      canvas.disc(at, kNode, color.paper1);
      canvas.ring(at, kNode - 1.5F, kToDoRing, 3);
      canvas.text(number, stage.number, style);
      break;
  }
}

// Smaller than the tags of lists: it is no filter and no button.
void draw_tag(ui::Canvas& canvas, Point left_middle, std::string_view words) {
  const bool contrast = canvas.theme().modes.high_contrast;
  const ui::TextStyle style{.face = Face::Sans, .size = 25, .color = contrast ? canvas.color().ink : canvas.color().red_poster};
  const float width = canvas.measure(words, style) + 25;
  const float height = canvas.theme().text_size(25) * 1.52F;
  const Rect box{left_middle.x, left_middle.y - height / 2, width, height};
  canvas.fill(box, canvas.color().red50, ui::radius::kTag);
  if (canvas.theme().modes.high_contrast) canvas.outline(box, canvas.color().ink, 3, ui::radius::kTag);
  canvas.text({box.x + 12, box.y, width, box.h}, words, style);
}

constexpr float kNameTop = 37;       // below the nodes' middle line
// To the next stage's name; portrait has no room for more.
float name_gap(const ui::Canvas& canvas) { return canvas.landscape() ? 16.0F : 5.0F; }

constexpr float kLeastName = 25;

// All names alike: as large as the longest lets them be, in two lines where one would be too small.
struct Names {
  float size = 0;
  float height = 0;
  bool two_lines = false;
};

ui::TextStyle name_style(const TimelineStage& stage, float size) {
  return {.face = stage.state == State::ToDo ? Face::SansMedium : Face::SansBold, .size = size, .line = 1.2F};
}

Names lay_names(const ui::Canvas& canvas, std::span<const TimelineStage> stages, float width) {
  Names names{.size = canvas.landscape() ? 33.0F : 32.0F};
  const auto fits = [&](const auto& stage) { return canvas.measure(stage.name, name_style(stage, names.size)) <= width; };
  while (names.size > kLeastName && !std::ranges::all_of(stages, fits)) names.size -= 1;
  names.two_lines = !std::ranges::all_of(stages, fits);
  names.height = names.two_lines ? 4 + 2.4F * canvas.theme().text_size(kLeastName) : 12 + canvas.theme().text_size(36);
  return names;
}

void draw_name_and_tag(ui::Canvas& canvas, const TimelineStage& stage, Rect box, const Names& names, std::string_view now_tag) {
  const auto& color = canvas.color();
  const bool now = stage.state == State::Now;
  ui::TextStyle style = name_style(stage, names.size);
  style.color = now ? color.red : stage.state == State::Done ? color.ink : color.ink3;
  const auto block = lay_headline(canvas, stage.name, style, box.w - name_gap(canvas), 2);
  canvas.draw(block, {box.x, names.two_lines ? box.y + 2 : box.y + (box.h - block.height()) / 2});
  const float tag = canvas.measure(now_tag, {.face = Face::Sans, .size = 25}) + 25;
  if (now && !names.two_lines && block.width + 14 + tag + name_gap(canvas) < box.w) {
    draw_tag(canvas, {box.x + block.width + 14, box.centre().y - 1}, now_tag);
    return;
  }
  const float on_line = std::min(kNode + 46, box.w - 8 - tag);   // between this node and the next
  if (now && on_line > kNode + kHalo) draw_tag(canvas, {box.x + on_line, box.y - kNameTop}, now_tag);
}

void draw_words(ui::Canvas& canvas, const TimelineStage& stage, Rect cell, const Names& names, std::string_view now_tag) {
  draw_name_and_tag(canvas, stage, {cell.x, cell.y + kNameTop, cell.w, names.height}, names, now_tag);
  const ui::TextStyle months{.face = Face::Sans, .size = 26, .color = canvas.color().ink2};
  const bool whole = canvas.landscape() && canvas.measure(stage.months, months) <= cell.w - name_gap(canvas);
  const float height = canvas.theme().text_size(26) * 1.2F;
  draw_name(canvas, {cell.x, cell.y + kNameTop + names.height - 3, cell.w - name_gap(canvas), height}, whole ? stage.months : stage.months_short, months, 25);
}

}  // namespace

std::vector<TimelineStage> timeline_stages(const std::vector<content::Stage>& stages, content::LocalMinute now, const Texts& texts) {
  std::vector<TimelineStage> shown;
  const content::Day today = content::day_of(now);
  for (const auto* stage : content::filter_visible(stages, now)) {
    const std::string first = month_name(stage->first.month(), texts);
    const std::string last = month_name(stage->last.month(), texts);
    const bool one = first == last;
    shown.push_back({state_of(*stage, today), std::to_string(stage->number), said_name(*stage, "name", stage->name, {}, texts),
                     one ? texts.format("publicity.month", {first}) : texts.format("publicity.months", {first, last}),
                     one ? texts.format("publicity.month_short", {short_month(first)}) : texts.format("publicity.months_short", {short_month(first), short_month(last)})});
  }
  return shown;
}

float timeline_height(const ui::Canvas& canvas, std::span<const TimelineStage> stages, float width) {
  if (stages.empty()) return 0;
  const float step = width / static_cast<float>(stages.size());
  return kNameTop + lay_names(canvas, stages, step - name_gap(canvas)).height + canvas.theme().text_size(26) * 1.2F;
}

void draw_timeline(ui::Canvas& canvas, std::span<const TimelineStage> stages, Rect box, std::string_view now_tag) {
  if (stages.empty()) return;
  draw_lines(canvas, stages, box);
  const float step = box.w / static_cast<float>(stages.size());
  const Names names = lay_names(canvas, stages, step - name_gap(canvas));
  for (std::size_t i = 0; i < stages.size(); ++i) {
    draw_node(canvas, stages[i], node_at(box, stages.size(), i));
    draw_words(canvas, stages[i], {box.x + step * static_cast<float>(i), box.y, step, box.h}, names, now_tag);
  }
}

}  // namespace kiosk
