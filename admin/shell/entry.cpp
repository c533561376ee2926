#include "admin/shell/entry.h"

#include <sodium.h>

#include <array>
#include <cmath>

#include "admin/desk/button.h"
#include "admin/desk/marks.h"
#include "admin/shell/entry_art.h"
#include "content/error.h"
#include "content/utf8.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/text_edit.h"

namespace admin {

namespace color = desk::color;
namespace size = desk::size;
using desk::bold;
using desk::second;
using desk::words;

namespace {

constexpr float kArtShare = 0.3875F;
constexpr float kFormWidth = 430;
constexpr float kField = 44;

void wipe(std::string& secret) {
  if (!secret.empty()) sodium_memzero(secret.data(), secret.size());
  secret.clear();
}

}  // namespace

void Entry::expect(std::string name) {
  name_ = std::move(name);
  answer_.clear();
  asked_ = false;
}

std::optional<content::Person> Entry::draw(desk::Desk& desk) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect whole = canvas.bounds();
  canvas.fill(whole, ui::Color::rgb(0xFAF7F1));
  const float art = std::round(whole.w * kArtShare);
  const bool first = !desk.office().store().has_administrator();
  if (first) {
    draw_entry_art(desk, whole.left(art), "先有一位负责人", "", "第一位管理员只能在这台机器上创建一次");
    draw_first_start(desk, whole.after(art));
  } else {
    draw_entry_art(desk, whole.left(art), "屏上的每一个字，", "都有人负责", "内容三级审核，发布前先预览，改动全部留痕");
    draw_sign_in(desk, whole.after(art));
  }
  return std::exchange(person_, std::nullopt);
}

bool Entry::waiting(desk::Desk& desk) const { return desk.session().seconds() < wait_until_; }

float Entry::draw_field(desk::Desk& desk, ui::Rect row, std::string_view label, std::string& value, bool secret, bool& entered) {
  ui::Canvas& canvas = desk.canvas();
  canvas.text(row.top(24), label, second(color::kInk2));
  const ui::Rect field = row.below(30).top(kField);
  canvas.fill(field, color::kPaper, size::kButtonRadius);
  ui::Rect text = field.inset(13, 9);
  if (secret) text.w -= 74;
  const auto edited = ui::text_edit(canvas, label, text, value,
                                    {.text = words(16), .caret = color::kRed, .selection = color::kRedHalo, .secret = secret && !visible_});
  canvas.outline(field, edited.active ? color::kRed : color::kField, 1, size::kButtonRadius);
  if (edited.active) canvas.outline(field.inset(-2), color::kRedHalo, 2, size::kButtonRadius + 2);
  if (edited.changed) answer_.clear();
  entered = entered || edited.entered;
  if (secret) {
    const ui::Rect eye{field.right() - 76, field.y, 68, field.h};
    canvas.icon("eye", {eye.x + 12, eye.centre().y}, 17, color::kIndigo);
    canvas.text(eye.after(26), visible_ ? "隐藏" : "显示", second(color::kIndigo));
    if (canvas.touch(std::string(label) + (visible_ ? " 隐藏" : " 显示"), eye).tapped) visible_ = !visible_;
  }
  return field.bottom();
}

void Entry::draw_sign_in(desk::Desk& desk, ui::Rect area) {
  ui::Canvas& canvas = desk.canvas();
  const float x = std::round(area.centre().x - kFormWidth / 2);
  float y = std::round(std::max(60.0F, area.h * 0.17F));
  canvas.text({x, y, kFormWidth, 48}, "登录管理台", bold(31));
  canvas.text({x, y + 50, kFormWidth, 24}, "内容只存在本单位，不连外网", words(size::kText, color::kInk3));
  if (!asked_) ui::focus_text(canvas, name_.empty() ? "姓名" : "密码"), asked_ = true;
  bool entered_name = false;
  bool entered = false;
  y = draw_field(desk, {x, y + 98, kFormWidth, 80}, "姓名", name_, false, entered_name) + 14;
  if (entered_name) ui::focus_text(canvas, "密码");
  y = draw_field(desk, {x, y, kFormWidth, 80}, "密码", password_, true, entered) + 14;
  const bool wait = waiting(desk);
  if (wait) {
    const int left = static_cast<int>(std::ceil(wait_until_ - desk.session().seconds()));
    y += desk::notice(desk, {x, y, kFormWidth, 40}, "密码不对。请过 " + std::to_string(left) + " 秒再试，次数越多等得越久。", desk::Tone::Amber) + 14;
    canvas.request_frame_in(std::chrono::milliseconds(250));
  } else if (!answer_.empty()) {
    y += desk::notice(desk, {x, y, kFormWidth, 40}, answer_, desk::Tone::Amber) + 14;
  }
  y += 10;
  const bool ready = !name_.empty() && !password_.empty() && !busy_ && !wait;
  const bool tapped = desk::button(desk, busy_ ? "正在核对……" : "登录", {x, y, kFormWidth, 48}, {.kind = desk::ButtonKind::Save, .key = busy_ ? "" : "Enter", .enabled = ready, .label = "登录"});
  if (ready && (tapped || entered)) {
    busy_ = true;
    desk.soon([this, &desk] { try_sign_in(desk); });
  }
  canvas.text({x, y + 62, kFormWidth, 24}, "离开 10 分钟自动锁屏", words(14.5F, color::kInk2));
  canvas.line({x, y + 106}, {x + kFormWidth, y + 106}, color::kLine, 1);
  canvas.text({x, y + 120, kFormWidth, 24}, "忘了密码，找本单位管理员重设。", words(14.5F, color::kInk2));
}

void Entry::try_sign_in(desk::Desk& desk) {
  busy_ = false;
  desk.attempt([&] {
    const content::SignIn answer = desk.office().store().sign_in(name_, password_);
    using Outcome = content::SignIn::Outcome;
    if (answer.outcome == Outcome::Welcome) {
      person_ = answer.person;
      visible_ = false;
      answer_.clear();
    } else {
      answer_ = "姓名或密码不对。请再试一次；大小写要分清。";
      wait_until_ = desk.session().seconds() + static_cast<double>(answer.wait.count());
      ui::focus_text(desk.canvas(), "密码");
    }
  });
  wipe(password_);
}

void Entry::draw_first_start(desk::Desk& desk, ui::Rect area) {
  ui::Canvas& canvas = desk.canvas();
  const float x = area.x + std::min(72.0F, area.w * 0.07F);
  const float width = std::min(500.0F, area.w * 0.56F);
  float y = std::round(std::max(40.0F, area.h * 0.12F));
  canvas.text({x, y, area.w, 44}, "创建第一位管理员", bold(28));
  canvas.text({x, y + 46, area.w - 80, 24}, "管理员能建账号、分角色，但不能审核，也不能发布。没有初始密码。", words(size::kText, color::kInk3));
  if (!asked_) ui::focus_text(canvas, "姓名"), asked_ = true;
  bool ignored = false;
  bool entered = false;
  y = draw_field(desk, {x, y + 92, width, 80}, "姓名", name_, false, ignored) + 14;
  y = draw_field(desk, {x, y, width, 80}, "密码", password_, true, ignored) + 14;
  y = draw_field(desk, {x, y, width, 80}, "再输一次", again_, true, entered) + 16;
  const auto fault = content::password_fault(password_, name_);
  const bool same = !password_.empty() && password_ == again_;
  const std::array<std::pair<bool, std::string>, 3> rules{{{!name_.empty(), "写了姓名"},
                                                           {!password_.empty() && !fault, fault && !password_.empty() ? fault->zh : "密码至少 8 个字符，不含姓名，不太简单"},
                                                           {same, "两次输入一致"}}};
  for (const auto& [good, rule] : rules) {
    if (good) {
      canvas.icon("check", {x + 9, y + 12}, 16, color::kPine);
    } else {
      canvas.ring({x + 9, y + 12}, 6.5F, color::kField, 1);
    }
    canvas.text({x + 28, y, area.right() - x - 60, 24}, rule, words(14.5F, good ? color::kPine : color::kInk2));
    y += 28;
  }
  if (!answer_.empty()) y += desk::notice(desk, {x, y + 6, width, 40}, answer_, desk::Tone::Amber) + 6;
  const bool ready = rules[0].first && rules[1].first && rules[2].first && !busy_;
  const std::string_view act = busy_ ? "正在创建……" : "创建并进入";
  if ((desk::button(desk, act, {x, y + 20, 220, 48}, {.kind = desk::ButtonKind::Save, .key = busy_ ? "" : "Enter", .enabled = ready, .label = "创建并进入"}) || entered) && ready) {
    busy_ = true;
    desk.soon([this, &desk] { make_administrator(desk); });
  }
  const float side = x + width + 44;
  if (area.right() - side < 220) return;
  canvas.text({side, area.h * 0.12F + 92, 260, 24}, "建好以后", bold());
  float row = area.h * 0.12F + 122;
  for (const auto& [icon, head, note] : {std::array{"users", "再建四个账号", "编辑和三级审核要分开"}, std::array{"upload", "导入商户表", "Excel、WPS 的 .xlsx 直接用"}, std::array{"check", "三审后发布", "屏幕校验无误才换"}}) {
    canvas.line({side, row}, {area.right() - 56, row}, color::kLine, 1);
    canvas.icon(icon, {side + 12, row + 26}, 22, color::kIndigo);
    canvas.text({side + 38, row + 10, 260, 24}, head, words(size::kText, color::kInk, ui::Face::SansMedium));
    canvas.text({side + 38, row + 34, area.right() - side - 80, 22}, note, second());
    row += 72;
  }
}

void Entry::make_administrator(desk::Desk& desk) {
  busy_ = false;
  try {
    person_ = desk.office().store().make_first_administrator(name_, password_, desk.office().password_cost());
    visible_ = false;
  } catch (const content::Error& error) {
    answer_ = error.text().zh;
  }
  wipe(password_);
  wipe(again_);
}

}  // namespace admin
