#include "admin/panels/form/notices.h"

#include <fmt/format.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "admin/workspace/cell_words.h"

namespace admin {

using content::Record;
using namespace desk::color;

namespace {

constexpr float kGap = 12;
constexpr std::size_t kStripItems = 6;
constexpr std::string_view kNextProblem = "跳到下一处";

// ① to ⑨; strips show fewer.
std::string numbered(std::size_t number) {
  constexpr std::string_view kDiscs = "①②③④⑤⑥⑦⑧⑨";
  return std::string(kDiscs.substr(3 * (number - 1), 3));
}

float with_button(desk::Desk& desk, ui::Rect area, std::string_view sentence, desk::Tone tone, std::string_view button, bool& pressed) {
  const float width = desk::button_width(desk, button) + 12;
  const float height = desk::notice(desk, area, sentence, tone);
  pressed = desk::button(desk, button, {area.right() - width, area.y + (height - 32) / 2, width - 8, 32});
  return height + kGap;
}

std::string clash_words(desk::Desk& desk, const content::Field& field, const nlohmann::json& value) {
  const std::string words = cell_words(field, value, desk.office().records());
  return words.empty() ? "（空）" : words;
}

}  // namespace

float state_notice(desk::Desk& desk, ui::Rect area, RecordEditor& editor) {
  if (const auto writer = editor.writer(desk)) {
    if (!writer->idle) {
      return desk::notice(desk, area, fmt::format("{}正在改这一条，您现在只能看。", writer->person), desk::Tone::Indigo) + kGap;
    }
    bool pressed = false;
    const std::string sentence = fmt::format("{}在 {} 写了一半，之后没有动。", writer->person, clock_words(writer->at));
    const float height = with_button(desk, area, sentence, desk::Tone::Indigo, "我来接着改", pressed);
    if (pressed) desk.attempt([&] { desk.office().drafts().take_over(editor.id()); });
    return height;
  }
  const Record* record = editor.record(desk);
  if (record == nullptr) return 0;
  if (record->trashed) {
    return desk::notice(desk, area, fmt::format("{}已放进回收站；取回以后才能改。", record->changed_by), desk::Tone::Grey) + kGap;
  }
  if (record->state == content::ReviewState::Returned && !record->reason.empty()) {
    return desk::notice(desk, area, "退回的原因：" + record->reason, desk::Tone::Amber) + kGap;
  }
  return 0;
}

float clash_notice(desk::Desk& desk, ui::Rect area, RecordEditor& editor) {
  Draft& draft = editor.draft(desk);
  if (draft.clashes().empty()) return 0;
  ui::Canvas& canvas = desk.canvas();
  const Record* record = editor.record(desk);
  const std::string who = record == nullptr ? "同事" : record->changed_by;
  float y = area.y + desk::notice(desk, area, fmt::format("{}也改了下面 {} 项，请选用哪一个，再保存。", who, draft.clashes().size()), desk::Tone::Amber) + 6;
  std::string mine, theirs;
  for (const Draft::Clash& clash : draft.clashes()) {
    const content::Field& field = *draft.spec().find_field(clash.key);
    const ui::Rect row{area.x, y, area.w, 64};
    canvas.fill(row, kChangedRow);
    canvas.fill(row.left(4), kAmberLine);
    canvas.text({row.x + 14, row.y, 96, row.h}, field.zh, desk::bold(14));
    const float width = row.w - 110 - 108;
    canvas.text({row.x + 110, row.y + 4, width, 28}, "我的：" + clash_words(desk, field, clash.mine), desk::second(kInk));
    canvas.text({row.x + 110, row.y + 32, width, 28}, who + "：" + clash_words(desk, field, clash.theirs), desk::second(kInk));
    if (desk::button(desk, "用我的", {row.right() - 96, row.y + 4, 90, 27}, {.label = "用我的" + std::string(field.zh)})) mine = clash.key;
    if (desk::button(desk, "用对方的", {row.right() - 96, row.y + 33, 90, 27}, {.label = "用对方的" + std::string(field.zh)})) theirs = clash.key;
    y += row.h + 4;
  }
  if (!mine.empty()) draft.keep_mine(mine);
  if (!theirs.empty()) draft.take_theirs(theirs, desk.office().now_ms());
  return y - area.y + 8;
}

float problem_strip(desk::Desk& desk, ui::Rect area, RecordEditor& editor, const std::function<void(const std::string& key)>& go) {
  const std::vector<FieldProblem>& problems = editor.problems();
  const bool wanted = editor.take_show_problem();
  if (desk.shortcut({ui::Key::F8}) || wanted) {
    const std::string key = editor.next_problem();
    if (!key.empty()) go(key);
  }
  if (problems.empty()) return 0;
  ui::Canvas& canvas = desk.canvas();
  const auto errors = std::ranges::count(problems, Weight::Error, &FieldProblem::weight);
  const ui::Rect strip = area.top(46);
  const ui::Color ink = errors > 0 ? kRedDark : kAmber;
  const bool wide = strip.w > 640;
  canvas.fill(strip, errors > 0 ? kRed50 : kAmber50, desk::size::kButtonRadius);
  canvas.outline(strip, errors > 0 ? kRedHalo : kAmberEdge, 1, desk::size::kButtonRadius);
  canvas.icon("info", {strip.x + 22, strip.centre().y}, 17, ink);
  const std::string head = errors > 0 ? fmt::format("{}{} 处要改{}", wide ? "还有 " : "", errors, wide ? "，改好才能提交" : "") : fmt::format("{} 处请留意，可以提交", problems.size());
  float x = strip.x + 42 + canvas.text(strip.after(42), head, desk::bold(14.5F, ink)) + 14;
  const float hint = wide ? canvas.measure(kNextProblem, desk::second()) + 8 : 0;
  const float end = strip.right() - 54 - hint;
  for (std::size_t i = 0; i < problems.size(); ++i) {
    const content::Field* field = editor.spec().find_field(problems[i].field);
    const std::string name(field == nullptr ? problems[i].field : field->zh);
    const std::string words = numbered(i + 1) + " " + name;
    const float width = canvas.measure(words, desk::words(14, ink)) + 16;
    if (i >= kStripItems || x + width > end) {
      canvas.text({x, strip.y, end - x, strip.h}, "…", desk::words(14, ink));
      break;
    }
    const ui::Rect item{x, strip.y + 8, width, 30};
    if (desk.hovers(item)) canvas.fill(item, kPaper, 4);
    canvas.text(item.inset(8, 0), words, desk::words(14, kIndigo));
    const ui::Touch touch = canvas.touch(fmt::format("问题 {} {}", i + 1, name), item);
    if (touch.focused) canvas.outline(item, kRed, 2, 4);
    if (touch.tapped) go(problems[i].field);
    x += width + 4;
  }
  if (wide) canvas.text({strip.right() - 12 - hint, strip.y, hint, strip.h}, kNextProblem, desk::right(desk::second()));
  desk::key_cap(desk, {strip.right() - 44 - hint, strip.centre().y}, "F8");
  return strip.h + kGap;
}

}  // namespace admin
