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

void draw_words(ui::Canvas& canvas, const TimelineStage& stage, Rect cell, std::string_view now_tag) {
  const auto& color = canvas.color();
  const bool landscape = canvas.landscape();
  const bool now = stage.state == State::Now;
  const ui::Color ink = now ? color.red : stage.state == State::Done ? color.ink : color.ink3;
  const ui::TextStyle name{.face = stage.state == State::ToDo ? Face::SansMedium : Face::SansBold,
                           .size = landscape ? 33.0F : 32.0F, .color = ink};
  const float name_y = canvas.theme().modes.large_text ? 66.0F : 61.0F;
  const float months_y = name_y + canvas.theme().text_size(37);
  const float width = draw_name(canvas, {cell.x, cell.y + name_y - 24, cell.w - 12, 48}, stage.name, name, 22);
  const float tag = canvas.measure(now_tag, {.face = Face::Sans, .size = 25}) + 25;
  if (now && width + 14 + tag < cell.w) {
    draw_tag(canvas, {cell.x + width + 14, cell.y + name_y - 1}, now_tag);
  } else if (now && kNode + 46 + tag < cell.w) {
    draw_tag(canvas, {cell.x + kNode + 46, cell.y}, now_tag);
  }
  const ui::TextStyle months{.face = Face::Sans, .size = 26, .color = color.ink2};
  const bool whole = landscape && canvas.measure(stage.months, months) <= cell.w - 12;
  draw_name(canvas, {cell.x, cell.y + months_y - 22, cell.w - 12, 44}, whole ? stage.months : stage.months_short, months, 22);
}

}  // namespace

std::vector<TimelineStage> timeline_stages(const std::vector<content::Stage>& stages, content::LocalMinute now, const Texts& texts) {
  std::vector<TimelineStage> shown;
  const content::Day today = content::day_of(now);
  for (const auto* stage : content::filter_visible(stages, now)) {
    const std::string first = month_name(stage->first.month(), texts);
    const std::string last = month_name(stage->last.month(), texts);
    const bool one = first == last;
    shown.push_back({state_of(*stage, today), std::to_string(stage->number), said(*stage, "name", stage->name, texts).text,
                     one ? texts.format("publicity.month", {first}) : texts.format("publicity.months", {first, last}),
                     one ? texts.format("publicity.month_short", {short_month(first)}) : texts.format("publicity.months_short", {short_month(first), short_month(last)})});
  }
  return shown;
}

void draw_timeline(ui::Canvas& canvas, std::span<const TimelineStage> stages, Rect box, std::string_view now_tag) {
  if (stages.empty()) return;
  draw_lines(canvas, stages, box);
  const float step = box.w / static_cast<float>(stages.size());
  for (std::size_t i = 0; i < stages.size(); ++i) {
    draw_node(canvas, stages[i], node_at(box, stages.size(), i));
    draw_words(canvas, stages[i], {box.x + step * static_cast<float>(i), box.y, step, box.h}, now_tag);
  }
}

}  // namespace kiosk
