#include "admin/desk/desk.h"

#include <algorithm>
#include <utility>

#include "admin/desk/button.h"
#include "admin/desk/marks.h"
#include "admin/desk/question.h"
#include "content/error.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/pen.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/text_edit.h"
#include "kiosk/ui/touch_tracker.h"

namespace admin::desk {

namespace {

constexpr double kDoubleTap = 0.4;          // seconds
constexpr double kToast = 4;
constexpr double kUndoToast = 8;            // DESIGN-2 §15
constexpr float kToastHeight = 48;
constexpr float kPopupGap = 4;

ui::Rect common(ui::Rect a, ui::Rect b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x), std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

}  // namespace

Desk::Desk(Workspace& office, ui::Session& session) : office_(office), session_(session) {}
Desk::~Desk() = default;

void Desk::begin(ui::Canvas& canvas) {
  canvas_ = &canvas;
  popup_seen_ = false;
  popup_draw_ = {};
  failure_drawn_ = false;
  drawing_layers_ = false;
  row_focused_ = std::exchange(row_focused_now_, false);
  if (!ui::pressed({ui::Key::Escape})) return;
  if (!popup_.empty()) {
    close_popup();
  } else if (!layers_.empty()) {
    if (layers_.back()->close()) layers_.pop_back();
  } else {
    failure_.clear();
  }
}

void Desk::draw_layers() {
  drawing_layers_ = true;
  // A layer may open another one while it draws.
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    canvas_->modal();
    if (layers_[i]->dims()) canvas_->fill(canvas_->bounds(), color::kScrim);
    Layer* layer = layers_[i].get();
    const auto is_this = [layer](const auto& one) { return one.get() == layer; };
    try {
      if (!layer->draw(*this)) std::erase_if(layers_, is_this);
    } catch (...) {
      std::erase_if(layers_, is_this);   // it would throw again in every frame
      throw;
    }
  }
  draw_popup();
  draw_failure_box();
  draw_toast();
  drawing_layers_ = false;
}

void Desk::end() {
  if (!popup_seen_) popup_.clear();
  canvas_ = nullptr;
  dropped.clear();
}

ui::Rect Desk::on_screen(ui::Rect box) const { return session_.pen().on_screen(box); }

bool Desk::hovers(ui::Rect box) const {
  if (canvas_->under_modal()) return false;
  return common(on_screen(box), session_.pen().clip()).contains(canvas_->pointer().position);
}

float Desk::wheel_over(ui::Rect box) const { return hovers(box) ? canvas_->pointer().wheel : 0; }

bool Desk::double_tapped(std::string_view label, const ui::Touch& touch) {
  if (!touch.tapped) return false;
  const double now = session_.seconds();
  const bool twice = last_tap_ == label && now - last_tap_at_ <= kDoubleTap;
  last_tap_ = twice ? std::string() : std::string(label);
  last_tap_at_ = now;
  return twice;
}

bool Desk::shortcut(ui::Chord chord) const {
  if (canvas_->under_modal() || !ui::pressed(chord)) return false;
  const bool activates = !chord.ctrl && (chord.key == ui::Key::Enter || chord.key == ui::Key::Space);
  if (activates && session_.touches().focus_visible() && !row_focused_) return false;
  if (!ui::typing(*canvas_)) return true;
  // The field's own keys stay the field's.
  using enum ui::Key;
  if (chord.key == F8 || chord.key == F1 || chord.key == F5) return true;
  const bool of_field = chord.key == A || chord.key == C || chord.key == V || chord.key == X || chord.key == Y || chord.key == Z;
  return chord.ctrl && !of_field;
}

void Desk::show(std::unique_ptr<Layer> layer) {
  ui::drop_caret(*canvas_);
  close_popup();
  layers_.push_back(std::move(layer));
  canvas_->request_frame();
}

void Desk::ask(Question question) { show(std::make_unique<QuestionLayer>(std::move(question))); }

void Desk::open_popup(std::string_view id) {
  popup_ = id;
  popup_seen_ = true;   // its control draws it from the next frame on
  canvas_->request_frame();
}

void Desk::close_popup() { popup_.clear(); }

void Desk::popup(std::string_view id, ui::Rect anchor, ui::Size wanted, std::function<void(ui::Rect box)> draw) {
  if (popup_ != id) return;
  popup_seen_ = true;
  popup_anchor_ = on_screen(anchor);
  popup_size_ = wanted;
  popup_draw_ = std::move(draw);
}

void Desk::draw_popup() {
  if (!popup_draw_) return;
  const ui::Size whole = canvas_->size();
  const float height = std::min(popup_size_.h, whole.h - 16);
  const float below = popup_anchor_.bottom() + kPopupGap;
  const float above = popup_anchor_.y - kPopupGap - height;
  const float y = below + height <= whole.h - 8 ? below : std::max(8.0F, above >= 8 ? above : whole.h - 8 - height);
  const float x = std::clamp(popup_anchor_.x, 8.0F, std::max(8.0F, whole.w - 8 - popup_size_.w));
  const ui::Rect box{x, y, popup_size_.w, height};
  canvas_->modal();
  // Below the box's own items: whoever touches beside it closes it.
  const ui::Touch beside = canvas_->touch("关闭下拉", canvas_->bounds());
  canvas_->shadow(box, ui::Elevation::Selected, size::kButtonRadius);
  canvas_->fill(box, color::kPaper, size::kButtonRadius);
  canvas_->outline(box, color::kField, 1, size::kButtonRadius);
  const auto draw = popup_draw_;   // it may close itself
  draw(box);
  const ui::Pointer& pointer = canvas_->pointer();
  if (beside.tapped && !box.contains(pointer.position)) close_popup();
}

void Desk::toast(std::string sentence, std::function<void()> undo) {
  const double life = undo ? kUndoToast : kToast;
  toast_ = {std::move(sentence), std::move(undo), session_.seconds() + life};
  failure_.clear();
}

void Desk::forget() {
  layers_.clear();
  close_popup();
  popup_draw_ = {};
  drop_list_.reset();
  toast_ = {};
  failure_.clear();
  wanted_.reset();
  soon_ = {};
}

void Desk::fail(const std::string& sentence) {
  failure_ = sentence;
  failure_of_layer_ = drawing_layers_;
  toast_ = {};
}

bool Desk::attempt(const std::function<void()>& action) {
  try {
    action();
    return true;
  } catch (const content::Error& error) {
    fail(error.text().zh);
  } catch (const std::bad_alloc&) {
    fail("内存不够，这一步没有做；请关掉一些别的程序再试。");
  }
  return false;
}

void Desk::draw_toast() {
  if (toast_.sentence.empty()) return;
  const double left = toast_.until - session_.seconds();
  if (left <= 0) {
    toast_ = {};
    return;
  }
  canvas_->request_frame_in(std::chrono::milliseconds(static_cast<int>(left * 1000) % 1000 + 1));
  const std::string undo = toast_.undo ? "撤回（" + std::to_string(static_cast<int>(left) + 1) + " 秒）" : std::string();
  const float words_width = canvas_->measure(toast_.sentence, words(size::kText));
  const float undo_width = undo.empty() ? 0 : canvas_->measure(undo, bold()) + 32;
  const ui::Size whole = canvas_->size();
  const float width = std::min(whole.w - 48, words_width + undo_width + 76);
  const ui::Rect box{(whole.w + size::kNav - width) / 2, whole.h - size::kActionBar - kToastHeight - 16, width, kToastHeight};
  canvas_->shadow(box, ui::Elevation::Selected, size::kButtonRadius);
  canvas_->fill(box, color::kInk, size::kButtonRadius);
  canvas_->icon("check", {box.x + 26, box.centre().y}, 18, color::kPaper);
  canvas_->text(box.inset(48, 0).left(box.w - 64 - undo_width), toast_.sentence, words(size::kText, color::kPaper));
  if (undo.empty()) return;
  const ui::Rect undo_box{box.right() - undo_width - 8, box.y, undo_width, box.h};
  canvas_->text(undo_box, undo, centre(bold(size::kText, color::kGoldOnRed)));
  const ui::Touch touch = canvas_->touch("撤回", undo_box);
  if (touch.focused) canvas_->outline(undo_box.inset(4, 7), color::kGoldOnRed, 2, size::kRadius);
  if (touch.tapped) {
    const auto action = std::exchange(toast_, {}).undo;
    attempt(action);
  }
}

ui::Rect Desk::tell_failure(ui::Rect area) {
  if (failure_.empty() || (failure_of_layer_ && !layers_.empty())) return area;
  failure_drawn_ = true;
  const float height = draw_failure(area, 0);
  canvas_->line({area.x, area.y + height - 0.5F}, {area.right(), area.y + height - 0.5F}, color::kRedHalo, 1);
  return area.below(height);
}

// The sentence on its ground from the band's top, as high as its lines.
float Desk::draw_failure(ui::Rect band, float radius) {
  const ui::TextBlock block = canvas_->layout(failure_, words(size::kText, color::kRedDark), band.w - 112);
  const ui::Rect box = band.top(std::max(kToastHeight, block.height() + 22));
  canvas_->fill(box, color::kRed50, radius);
  canvas_->icon("info", {box.x + 33, box.y + 24}, 18, color::kError);
  canvas_->draw(block, {box.x + 54, middle_top(block, box)});
  if (icon_button(*this, "关闭提示", "close", {box.right() - 50, box.y + 8, 32, 32})) failure_.clear();
  return box.h;
}

// Where there is no panel, and over the layer in which it happened.
void Desk::draw_failure_box() {
  if (failure_.empty() || failure_drawn_) return;
  const ui::Size whole = canvas_->size();
  const float width = std::min(whole.w - size::kNav - 96, 900.0F);
  const ui::TextBlock block = canvas_->layout(failure_, words(size::kText, color::kRedDark), width - 112);
  const float height = std::max(kToastHeight, block.height() + 22);
  const ui::Rect box{(whole.w + size::kNav - width) / 2, whole.h - size::kActionBar - height - 16, width, height};
  canvas_->shadow(box, ui::Elevation::Selected, size::kButtonRadius);
  draw_failure(box, size::kButtonRadius);
  canvas_->outline(box, color::kError, 1.5F, size::kButtonRadius);
}

}  // namespace admin::desk
