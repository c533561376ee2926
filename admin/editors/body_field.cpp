// An article's words: line numbers, tools in words (小标题, 引用, 列表, 粗体), the marks of Markdown in grey (DESIGN-2.md §15).
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "admin/desk/button.h"
#include "admin/editors/fields.h"
#include "content/emphasis.h"
#include "content/utf8.h"

namespace admin::editors {

namespace {

namespace color = desk::color;
namespace size = desk::size;

constexpr float kTools = 44;
constexpr float kHeight = 480;
constexpr float kGutter = 46;
constexpr float kText = 16.5F;
constexpr float kStep = 29;

struct BodyMemory final : Part {
  std::optional<std::size_t> caret;   // bytes: where it goes once the marks are there
};

BodyMemory& body_memory(Work& work) {
  if (work.memory.part == nullptr) work.memory.part = std::make_unique<BodyMemory>();
  return static_cast<BodyMemory&>(*work.memory.part);
}

struct Tool {
  std::string_view words;
  std::string_view mark;
};
constexpr std::array<Tool, 4> kMarks{{{"正文", ""}, {"小标题", "## "}, {"引用", "> "}, {"列表", "- "}}};

// The mark that a line begins with, "" for plain words.
std::string_view mark_of(std::string_view line) {
  for (const Tool& tool : kMarks) {
    if (!tool.mark.empty() && line.starts_with(tool.mark)) return tool.mark;
  }
  return {};
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

void mark_bold(std::string_view line, std::size_t begin, std::vector<ui::EditMark>& marks) {
  for (content::BoldWords bold = content::find_bold(line, 0); bold.begin != std::string_view::npos; bold = content::find_bold(line, bold.end)) {
    const std::size_t size = content::kBoldMark.size();
    marks.push_back({begin + bold.begin, begin + bold.begin + size, color::kOffTrack});
    marks.push_back({begin + bold.end - size, begin + bold.end, color::kOffTrack});
  }
}

std::vector<ui::EditMark> marks_in(std::string_view text) {
  std::vector<ui::EditMark> marks;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (const std::string_view mark = mark_of(line); !mark.empty()) marks.push_back({begin, begin + mark.size(), color::kOffTrack});
    for (std::size_t link = line.find("https://"); link != std::string_view::npos;) {
      const std::size_t stop = std::min(line.find_first_of(" )]*", link), line.size());
      marks.push_back({begin + link, begin + stop, color::kIndigo});
      link = line.find("https://", stop);
    }
    mark_bold(line, begin, marks);
    begin = end + 1;
  }
  std::ranges::sort(marks, {}, &ui::EditMark::begin);
  return marks;
}

// The line with the caret becomes another kind of line; can be taken back like typing.
void change_line(Work& work, const std::string& text, std::size_t caret, std::string_view mark) {
  const std::size_t begin = line_begin(text, caret);
  const std::string_view old = mark_of(std::string_view(text).substr(begin));
  ui::focus_text(work.desk.canvas(), work.item, begin, begin + old.size());
  ui::paste_text(work.desk.canvas(), mark);
}

bool stands_in_bold(std::string_view text, std::size_t caret) {
  const std::size_t begin = line_begin(text, caret);
  const std::string_view line = text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
  for (content::BoldWords bold = content::find_bold(line, 0); bold.begin != std::string_view::npos; bold = content::find_bold(line, bold.end)) {
    if (caret - begin >= bold.begin && caret - begin <= bold.end) return true;
  }
  return false;
}

// Bold words end with their line.
std::string bold_by_lines(std::string_view words) {
  std::string bold;
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find('\n', begin), words.size());
    const std::string_view line = words.substr(begin, end - begin);
    const std::size_t start = mark_of(line).size();
    bold += line.substr(0, start);
    if (line.size() > start) bold.append(content::kBoldMark).append(line.substr(start)).append(content::kBoldMark);
    if (end < words.size()) bold += '\n';
    begin = end + 1;
  }
  return bold;
}

// The selected words bold, or plain again; without a selection the caret goes between a new pair of marks.
void toggle_bold(Work& work, const std::string& text, const ui::Edited& edited) {
  ui::Canvas& canvas = work.desk.canvas();
  const std::size_t mark = content::kBoldMark.size();
  std::size_t from = edited.select_from, to = edited.select_to;
  const std::string_view words = text;
  const bool marked_around = from >= mark && words.substr(from - mark, mark) == content::kBoldMark && words.substr(to, mark) == content::kBoldMark;
  if (marked_around) from -= mark, to += mark;
  const std::string_view chosen = words.substr(from, to - from);
  if (from == to) {
    body_memory(work).caret = from + mark;
    return ui::paste_text(canvas, std::string(content::kBoldMark) + std::string(content::kBoldMark));
  }
  ui::focus_text(canvas, work.item, from, to);
  const bool is_bold = chosen.size() >= 2 * mark && chosen.starts_with(content::kBoldMark) && chosen.ends_with(content::kBoldMark);
  ui::paste_text(canvas, is_bold ? std::string(chosen.substr(mark, chosen.size() - 2 * mark)) : bold_by_lines(chosen), true);
}

// Between the marks that were pasted in the frame before.
void place_caret(Work& work, std::string_view text) {
  const auto caret = std::exchange(body_memory(work).caret, std::nullopt);
  if (!caret || *caret > text.size() || !text.substr(*caret).starts_with(content::kBoldMark)) return;
  ui::focus_text(work.desk.canvas(), work.item, *caret, *caret);
}

void draw_tools(Work& work, ui::Rect bar, const std::string& text, const ui::Edited& edited) {
  desk::Desk& desk = work.desk;
  const bool active = edited.active;
  const std::size_t caret = edited.select_from;
  desk.canvas().fill(bar, color::kHead, size::kRadius);
  if (desk.hovers(bar)) ui::keep_caret(desk.canvas());
  const std::string_view now = active ? mark_of(std::string_view(text).substr(line_begin(text, caret))) : std::string_view("?");
  float x = bar.x + 8;
  for (const Tool& tool : kMarks) {
    const float width = desk::toggle_width(desk, tool.words);
    if (desk::toggle(desk, tool.words, {x, bar.y + 7, width, 30}, now == tool.mark, work.item + "：" + std::string(tool.words))) {
      if (active) change_line(work, text, caret, tool.mark);
      else ui::focus_text(desk.canvas(), work.item, text.size(), text.size());
    }
    x += width + 8;
  }
  const float width = desk::toggle_width(desk, "粗体");
  if (desk::toggle(desk, "粗体", {x, bar.y + 7, width, 30}, active && stands_in_bold(text, caret), work.item + "：粗体")) {
    if (active) toggle_bold(work, text, edited);
    else ui::focus_text(desk.canvas(), work.item, text.size(), text.size());
  }
  x += width + 8;
  desk.canvas().text({x + 8, bar.y, std::max(0.0F, bar.right() - x - 16), bar.h}, "空一行是新的一段", desk::second());
}

void draw_numbers(Work& work, ui::Rect box, std::span<const ui::EditRow> rows) {
  ui::Canvas& canvas = work.desk.canvas();
  canvas.clip(box);
  canvas.line({box.x + kGutter, box.y}, {box.x + kGutter, box.bottom()}, color::kLine, 1);
  for (const ui::EditRow& row : rows) {
    if (!row.first) continue;
    const bool here = row.has_caret;
    canvas.text({box.x, row.y, kGutter - 10, row.height}, std::to_string(row.line + 1), desk::right(desk::small(here ? color::kRedDark : color::kInk3)));
  }
  canvas.unclip();
}

}  // namespace

FieldEdit edit_body(Work& work) {
  desk::Desk& desk = work.desk;
  ui::Canvas& canvas = desk.canvas();
  std::string text = text_of(work.value);
  desk::field_label(desk, work.area, work.frame);
  const ui::Rect bar{work.area.x, work.area.y + size::kFieldLabel, work.area.w, kTools};
  const ui::Rect box{work.area.x, bar.bottom() + 4, work.area.w, kHeight};
  const bool active = ui::typing_in(canvas, work.item);
  desk::control_box(desk, box, work.frame.state, active && work.enabled(), work.enabled());
  const std::vector<ui::EditMark> marks = marks_in(text);
  ui::TextStyle style = desk::words(kText);
  style.line = kStep / kText;
  const ui::EditLook look{.text = style, .caret = color::kRed, .selection = color::kRedHalo, .hint = "从这里写起", .hint_color = color::kHint,
                          .lines = ui::EditLines::Many, .read_only = !work.enabled(), .marks = marks,
                          .hit = box.after(kGutter), .current_line = color::kSelected};
  const ui::Edited edited = ui::text_edit(canvas, work.item, {box.x + kGutter + 12, box.y + 8, box.w - kGutter - 24, box.h - 16}, text, look);
  place_caret(work, text);
  draw_numbers(work, box, edited.rows);
  if (work.enabled()) draw_tools(work, bar, text, edited);
  if (work.enabled() && edited.active && desk.shortcut({ui::Key::One, true})) {
    const std::string_view heading = kMarks[1].mark;
    const bool is_heading = mark_of(std::string_view(text).substr(line_begin(text, edited.select_from))) == heading;
    change_line(work, text, edited.select_from, is_heading ? std::string_view() : heading);
  }
  if (work.enabled() && edited.active && desk.shortcut({ui::Key::B, true})) toggle_bold(work, text, edited);
  FieldEdit edit{.left = edited.lost, .active = edited.active, .gained = edited.gained};
  if (edited.changed) edit.changed = put(work.value, text);
  const desk::FieldBelow below = desk::field_below(desk, {box.x, box.bottom()}, box.w, work.frame, work.item);
  edit.height = box.bottom() + below.height - work.area.y;
  return edit;
}

}  // namespace admin::editors
