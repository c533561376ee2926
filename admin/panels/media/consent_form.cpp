#include "admin/panels/media/consent_form.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/field.h"
#include "admin/editors/library_picture.h"
#include "admin/workspace/records.h"
#include "content/days.h"

namespace admin::media {
namespace {

namespace color = desk::color;
namespace size = desk::size;
using content::Consent;

constexpr float kLine = 66;      // label and control
constexpr float kPaper = 128;
constexpr float kPaperHeight = 104;

constexpr std::array kStates{Consent::NotNeeded, Consent::Given, Consent::Missing};
constexpr std::array<std::string_view, 3> kStateWords{"没有真人，无需授权", "已授权", "还没有授权"};

}  // namespace

void ConsentForm::forget() {
  typed_on_.clear();
  typed_until_.clear();
  calendar_.reset();
}

void ConsentForm::draw_states(desk::Desk& desk, ui::Rect row, content::MediaFacts& facts) const {
  float x = row.x;
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    const float width = desk.canvas().measure(kStateWords[i], desk::words()) + 34;
    if (desk::radio(desk, kStateWords[i], {x, row.y, width, row.h}, facts.consent == kStates[i])) facts.consent = kStates[i];
    x += width + 18;
  }
}

void ConsentForm::draw_day(desk::Desk& desk, ui::Rect box, std::string_view label, std::optional<content::Day>& day, std::string& typed) {
  const content::Day today = city_day(desk.office().now_ms());
  if (typed.empty() && day) typed = content::day_to_iso(*day);
  const bool is_read = typed.empty() || content::read_day(typed).has_value();
  const std::string item = "授权" + std::string(label);
  const desk::TextField field = desk::text_field(
      desk, box,
      typed,
      {.frame = {.label = label, .state = is_read ? desk::FieldState::Rest : desk::FieldState::Error}, .item = item, .hint = "长期", .icon = "calendar", .icon_item = item + "：日历"});
  if (field.edit.changed) {
    if (typed.empty()) day.reset();
    else if (const auto read = content::read_day(typed)) day = *read;
  }
  if (field.edit.lost && !typed.empty() && is_read && day) typed = content::day_to_iso(*day);
  if (field.icon_clicked) {
    calendar_ = std::make_unique<desk::Calendar>(day, today);
    desk.open_popup(item);
  }
  if (!desk.popup_open(item) || calendar_ == nullptr) return;
  desk.popup(item, field.control, desk::Calendar::size(), [this, &desk](ui::Rect at) { calendar_->draw(desk, at); });
  if (const auto chosen = calendar_->take_chosen()) {
    day = *chosen;
    typed = content::day_to_iso(*chosen);
    desk.close_popup();
  }
  if (calendar_->take_cleared()) {
    day.reset();
    typed.clear();
    desk.close_popup();
  }
}

void ConsentForm::draw_paper(desk::Desk& desk, ui::Rect box, content::MediaFacts& facts, const std::function<void()>& choose_paper) const {
  ui::Canvas& canvas = desk.canvas();
  const ui::Touch touch = canvas.touch("授权书扫描件", box);
  const auto paper = editors::library_picture(desk.office(), facts.consent_paper, box.w * canvas.pixels_per_u());
  if (paper) {
    canvas.picture(box, paper->source, {.radius = 6});
    canvas.outline(box, color::kLine, 1, 6);
    if (desk::icon_button(desk, "不用这张扫描件", "close", {box.right() - 30, box.y + 2, 28, 28})) facts.consent_paper = {};
  } else {
    canvas.fill(box, touch.pressed || desk.hovers(box) ? color::kRed50 : color::kPaper, 6);
    canvas.outline(box, color::kRed, 1, 6);
    canvas.icon("upload", {box.centre().x, box.y + 38}, 26, color::kRed);
    canvas.text({box.x, box.y + 58, box.w, 24}, "选授权书扫描件", desk::centre(desk::words(size::kSecond, color::kRed)));
  }
  if (touch.focused) canvas.outline(box.inset(-3), color::kRed, 2, 8);
  if (touch.tapped) choose_paper();
}

float ConsentForm::draw_given(desk::Desk& desk, ui::Rect area, content::MediaFacts& facts, const std::function<void()>& choose_paper) {
  ui::Rect fields = area;
  if (choose_paper) {
    draw_paper(desk, {area.x, area.y + 4, kPaper, kPaperHeight}, facts, choose_paper);
    fields = area.after(kPaper + 14);
  }
  const float half = (fields.w - 12) / 2;
  const bool nobody = facts.consent_by.find_first_not_of(' ') == std::string::npos;
  desk::text_field(desk, {fields.x, fields.y, fields.w, 0}, facts.consent_by,
                   {.frame = {.label = "授权人", .required = true, .state = nobody ? desk::FieldState::Error : desk::FieldState::Rest}, .item = "授权人", .hint = "何守诚（本人）"});
  const ui::Rect days{fields.x, fields.y + kLine, fields.w, 0};
  draw_day(desk, {days.x, days.y, half, 0}, "签署日", facts.consent_on, typed_on_);
  draw_day(desk, {days.x + half + 12, days.y, half, 0}, "到期", facts.consent_until, typed_until_);
  const float y = area.y + 2 * kLine + 6;
  float x = area.x;
  const auto purpose = [&](std::string_view words, bool& on) {
    const float width = desk::checkbox_width(desk, words);
    if (desk::checkbox(desk, words, {x, y, width, 28}, on)) on = !on;
    x += width + 16;
  };
  purpose("屏上展示", facts.for_screen);
  purpose("印刷", facts.for_print);
  purpose("网络", facts.for_web);
  const desk::TextField note = desk::text_field(desk, {area.x, y + 34, area.w, 0}, facts.consent_note, {.frame = {.label = "说明"}, .item = "授权说明", .hint = "比如：家属代签"});
  return y + 34 + note.height - area.y;
}

float ConsentForm::draw(desk::Desk& desk, ui::Rect area, content::MediaFacts& facts, std::function<void()> choose_paper) {
  draw_states(desk, area.top(32), facts);
  if (facts.consent != Consent::Given) return 38;
  return 42 + draw_given(desk, {area.x, area.y + 42, area.w, 0}, facts, choose_paper);
}

namespace {

class ConsentDialog final : public desk::Layer {
 public:
  ConsentDialog(int pictures, std::function<void(const content::MediaFacts&)> done) : pictures_(pictures), done_(std::move(done)) {
    facts_.consent = Consent::Given;
  }
  bool dims() const override { return true; }

  bool draw(desk::Desk& desk) override {
    ui::Canvas& canvas = desk.canvas();
    const ui::Rect box = ui::centred(canvas.bounds(), {600, 430});
    canvas.shadow(box, ui::Elevation::Dialog, size::kDialogRadius);
    canvas.fill(box, color::kPaper, size::kDialogRadius);
    const ui::Rect inside = box.inset(28, 24);
    canvas.text(inside.top(30), "给 " + std::to_string(pictures_) + " 张图片登记肖像授权", desk::bold(18));
    canvas.text({inside.x, inside.y + 34, inside.w, 24}, "原来登记的授权会被这一份替换，可以撤回。", desk::second());
    form_.draw(desk, {inside.x, inside.y + 70, inside.w, 0}, facts_);
    const bool lacks = facts_.consent == Consent::Given && facts_.consent_by.find_first_not_of(' ') == std::string::npos;
    float right = inside.right();
    const float y = inside.bottom() - size::kBigButton;
    const bool act = desk::button_from_right(desk, "登记", right, y, {.kind = desk::ButtonKind::Save, .enabled = !lacks, .label = "登记授权"}, size::kBigButton);
    const bool leave = desk::button_from_right(desk, "先不登记", right, y, {}, size::kBigButton);
    if (act && !lacks) done_(facts_);
    return !act && !leave;
  }

 private:
  int pictures_;
  std::function<void(const content::MediaFacts&)> done_;
  content::MediaFacts facts_;
  ConsentForm form_;
};

}  // namespace

std::unique_ptr<desk::Layer> make_consent_dialog(int pictures, std::function<void(const content::MediaFacts&)> done) {
  return std::make_unique<ConsentDialog>(pictures, std::move(done));
}

}  // namespace admin::media
