// Where the campaign stands: stages in a row, done, now and to do.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "content/model.h"
#include "kiosk/texts.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

struct TimelineStage {
  enum class State { Done, Now, ToDo };
  State state = State::ToDo;
  std::string number;
  std::string name;
  std::string months;        // 7 月 – 8 月
  std::string months_short;  // 7 – 8 月
};

// The visible stages by the city's day.
std::vector<TimelineStage> timeline_stages(const std::vector<content::Stage>& stages, content::LocalMinute now, const Texts& texts);

// From the nodes' middle line to below the dates, of stages that share `width`; 0 without any.
float timeline_height(const ui::Canvas& canvas, std::span<const TimelineStage> stages, float width);

// `box`: from the nodes' middle line to below the dates; stages share its width. The tag 进行中 stands beside its stage's
// name or, where that leaves no room, on the line.
void draw_timeline(ui::Canvas& canvas, std::span<const TimelineStage> stages, ui::Rect box, std::string_view now_tag);

}  // namespace kiosk
