#include "admin/panels/list/import_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "admin/desk/button.h"
#include "admin/desk/field.h"
#include "admin/desk/look.h"

namespace admin {

using namespace desk::color;

namespace {

constexpr std::string_view kPopup = "改单元格";
constexpr std::string_view kWords = "改成";
constexpr float kWidth = 420;
constexpr float kSuggestion = 34;

}  // namespace

void ImportCell::open(desk::Desk& desk, const ImportSession& session, int row, std::size_t column, std::string words, std::string reason) {
  row_ = row;
  column_ = column;
  words_ = std::move(words);
  reason_ = std::move(reason);
  suggestions_.clear();
  title_ = fmt::format("第 {} 行", row);
  const auto& columns = session.plan()->sheet.columns;
  if (const auto found = std::ranges::find(columns, column, &content::tables::Column::index); found != columns.end()) {
    title_ += " · " + std::string(found->field->zh);
    suggestions_ = session.suggestions(*found->field, words_);
  }
  desk.open_popup(kPopup);
  ui::focus_text(desk.canvas(), kWords);
}

void ImportCell::draw(desk::Desk& desk, ui::Rect anchor, ImportSession& session) {
  if (!desk.popup_open(kPopup)) {
    row_ = 0;
    return;
  }
  const float rows = static_cast<float>((suggestions_.size() + 1) / 2);
  const float reason = reason_.empty() ? 0 : desk.canvas().layout(reason_, desk::second(), kWidth - 32).height() + 8;
  const float height = 48 + reason + 44 + (rows > 0 ? 26 + rows * kSuggestion : 0) + 56;
  desk.popup(kPopup, anchor, {kWidth, height}, [this, &desk, &session](ui::Rect box) { draw_box(desk, box, session); });
}

void ImportCell::take(desk::Desk& desk, ImportSession& session, const std::string& words) {
  const int row = std::exchange(row_, 0);
  desk.close_popup();
  ui::drop_caret(desk.canvas());
  session.correct(row, column_, words);
}

void ImportCell::draw_box(desk::Desk& desk, ui::Rect box, ImportSession& session) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect in = box.inset(16, 0);
  float y = box.y + 10;
  canvas.text({in.x, y, in.w, 30}, title_, desk::bold());
  y += 34;
  if (!reason_.empty()) y += canvas.paragraph({in.x, y, in.w, 0}, reason_, desk::second(kRedDark)) + 8;
  const desk::TextField field = desk::text_box(desk, {in.x, y, in.w, desk::size::kControl}, kWords, words_);
  y += 44;
  std::string wanted;
  if (!suggestions_.empty()) {
    canvas.text({in.x, y, in.w, 22}, "或者选一个", desk::small());
    y += 26;
  }
  for (std::size_t i = 0; i < suggestions_.size(); ++i) {
    const ui::Rect place{in.x + (i % 2 == 0 ? 0 : in.w / 2), y + static_cast<float>(i / 2) * kSuggestion, in.w / 2 - 8, kSuggestion - 4};
    const ui::Touch touch = canvas.touch("改成“" + suggestions_[i] + "”", place);
    if (desk.hovers(place) || touch.pressed) canvas.fill(place, kIndigo50, desk::size::kRadius);
    canvas.text(place.inset(8, 0), suggestions_[i], desk::words(14.5F, kIndigo));
    if (touch.tapped) wanted = suggestions_[i];
  }
  const float foot = box.bottom() - 48;
  float right = in.right();
  const bool done = desk::button_from_right(desk, "改好", right, foot, {.kind = desk::ButtonKind::Review});
  if (desk::button_from_right(desk, "不要这一行", right, foot, {})) {
    const int row = std::exchange(row_, 0);
    desk.close_popup();
    ui::drop_caret(canvas);
    return session.leave_out(row);
  }
  if (!wanted.empty()) return take(desk, session, wanted);
  if (done || field.edit.entered) take(desk, session, words_);
}

}  // namespace admin
