#include "admin/panels/review/proof_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "admin/desk/button.h"
#include "admin/desk/field.h"
#include "admin/desk/marks.h"
#include "admin/panels/review/review_acts.h"
#include "admin/preview/preview_card.h"
#include "admin/workspace/cell_words.h"
#include "content/days.h"
#include "content/utf8.h"

namespace admin {
namespace {

namespace color = desk::color;
constexpr float kPad = 20;
constexpr float kCommentArea = 156, kLowComment = 130;
constexpr float kLowBelow = 740;   // lower windows: what was done before must still be seen
constexpr std::array<std::string_view, 4> kPhrases{"缺佐证", "字太多", "照片不清", "电话打不通"};

// A ready phrase: a click writes it.
bool draw_pill(desk::Desk& desk, std::string_view words, ui::Rect pill) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Touch touch = canvas.touch(fmt::format("常用意见 {}", words), pill);
  canvas.fill(pill, touch.pressed ? color::kWell : desk.hovers(pill) ? color::kHover : color::kPaper, pill.h / 2);
  canvas.outline(pill, color::kField, 1, pill.h / 2);
  if (touch.focused) canvas.outline(pill.inset(-3), color::kRed, 2, pill.h / 2 + 3);
  canvas.text(pill, words, desk::centre(desk::words(14)));
  return touch.tapped;
}

}  // namespace

void ProofColumn::draw(desk::Desk& desk, ReviewView& view, ui::Rect box) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(box, color::kGround);
  if (version_ != view.version()) {
    version_ = view.version();
    before_ = all_proofs_ = false;
    scroll_.to_top();
  }
  const ui::Rect bar{box.x, box.bottom() - desk::size::kActionBar, box.w, desk::size::kActionBar};
  low_ = box.h < kLowBelow;
  const float tall = low_ ? kLowComment : kCommentArea;
  const ui::Rect comment{box.x + kPad, bar.y - tall, box.w - 2 * kPad, tall};
  const ui::Rect body{box.x, box.y, box.w, comment.y - box.y};
  const ui::Rect inner = scroll_.begin(desk, body, "佐证");
  float y = inner.y + (low_ ? 12 : 18);
  const auto at = [&] { return ui::Rect{inner.x + kPad, y, box.w - 2 * kPad, 0}; };
  y += draw_preview(desk, view, at());
  y += draw_toggles(desk, view, at());
  y += draw_evidence(desk, view, at());
  y += draw_past(desk, view, at());
  scroll_.end(desk, y + 8);
  draw_comment(desk, view, comment);
  draw_actions(desk, view, bar);
}

float ProofColumn::draw_preview(desk::Desk& desk, ReviewView& view, ui::Rect at) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect frame{at.x, at.y, at.w, at.w * 9 / 16};
  const content::Record& record = view.current()->waiting.record;
  pending_ = false;
  if (before_ && view.diff().is_new) {
    canvas.fill(frame, color::kWell, desk::size::kCardRadius);
    canvas.text(frame, "现在屏上还没有它", desk::centre(desk::words(desk::size::kText, color::kInk3)));
    return frame.h + 10;
  }
  if (desk.previews == nullptr) return frame.h + 10;
  Preview& preview = desk.previews->get("review");
  const PreviewSubject subject{.kind = record.kind,
                               .record = record.id,
                               .body = before_ ? nullptr : &record.body,
                               .base = before_ ? PreviewBase::OnScreen : PreviewBase::Approved};
  wish_ = preview_wish(subject, {.portrait = portrait_, .large_text = large_, .high_contrast = contrast_}, city_minute(view.office()));
  preview.show(wish_);
  const ui::Rect box = portrait_ ? ui::centred(frame, {frame.h * 9 / 16, frame.h}) : frame;
  canvas.shadow(box, ui::Elevation::Card, desk::size::kCardRadius);
  preview.draw(canvas, box, desk::size::kCardRadius);
  pending_ = preview.pending();
  if (canvas.touch("预览放大看", box).tapped) enlarge(desk);
  return frame.h + 10;
}

void ProofColumn::enlarge(desk::Desk& desk) {
  if (desk.previews == nullptr || wish_.record.text.empty()) return;
  const PreviewLook look{.portrait = portrait_, .large_text = large_, .high_contrast = contrast_};
  desk.show(make_large_preview(wish_, std::make_shared<PreviewLook>(look)));
}

float ProofColumn::draw_toggles(desk::Desk& desk, ReviewView& view, ui::Rect at) {
  ui::Canvas& canvas = desk.canvas();
  constexpr float kTall = 28;
  (void)view;
  canvas.disc({at.x + 5, at.y + kTall / 2}, 4, before_ ? color::kRedDark : color::kPine);
  canvas.text({at.x + 16, at.y, 120, kTall}, before_ ? "现在屏上" : "改后效果", desk::words(14.5F, color::kInk2));
  struct Choice {
    std::string_view words;
    bool on;
    int what;
  };
  const Choice choices[] = {{"高对比", contrast_, 4}, {"大字", large_, 3}, {"竖屏", portrait_, 2}, {"改后", !before_, 1}, {"改前", before_, 0}};
  float right = at.right();
  for (const Choice& choice : choices) {
    const float width = desk::toggle_width(desk, choice.words);
    const ui::Rect box{right - width, at.y, width, kTall};
    right = box.x - 6;
    if (!desk::toggle(desk, choice.words, box, choice.on, fmt::format("看{}", choice.words))) continue;
    if (choice.what <= 1) before_ = choice.what == 0;
    if (choice.what == 2) portrait_ = !portrait_;
    if (choice.what == 3) large_ = !large_;
    if (choice.what == 4) contrast_ = !contrast_;
  }
  return kTall + (low_ ? 12 : 20);
}

float ProofColumn::draw_evidence(desk::Desk& desk, ReviewView& view, ui::Rect at) {
  struct Proof {
    content::MediaId id;
    std::string words;
  };
  std::vector<Proof> proofs;
  for (const FieldDiff& field : view.diff().fields) {
    for (const content::MediaId& id : field.pictures_after) {
      const bool known = std::ranges::any_of(proofs, [&](const Proof& proof) { return proof.id == id; });
      if (!known && field.field->key != "thumb") proofs.push_back({id, std::string(field.field->zh)});
    }
  }
  if (proofs.empty()) return 0;
  std::ranges::stable_partition(proofs, [&](const Proof& proof) { return proof.words.starts_with("承诺书"); });
  ui::Canvas& canvas = desk.canvas();
  canvas.text({at.x, at.y, 100, 26}, "佐证", desk::bold(16));
  const std::string all = fmt::format("全部 {} 张", proofs.size());
  const bool folded = proofs.size() > 3 && !all_proofs_;
  if (folded) {
    const float width = desk::button_width(desk, all, {.kind = desk::ButtonKind::Quiet});
    if (desk::button(desk, all, {at.right() - width + 4, at.y - 4, width, 34}, {.kind = desk::ButtonKind::Quiet, .label = "全部佐证"})) all_proofs_ = true;
    proofs.resize(3);
  } else {
    canvas.text({at.x + 100, at.y, at.w - 100, 26}, "点开看原图", desk::right(desk::second()));
  }
  constexpr float kGap = 10;
  const float wide = (at.w - 2 * kGap) / 3;
  const float tall = low_ ? 46 : wide * 0.68F;
  const float y = at.y + (low_ ? 28 : 32);
  for (std::size_t i = 0; i < proofs.size(); ++i) {
    const ui::Rect tile{at.x + static_cast<float>(i % 3) * (wide + kGap), y + static_cast<float>(i / 3) * (tall + 38), wide, tall};
    thumbs_.draw(desk, tile, proofs[i].id, fmt::format("佐证 {} {}", i + 1, proofs[i].words), color::kLine, 1);
    canvas.text({tile.x, tile.bottom() + 4, tile.w, 24}, proofs[i].words, desk::words(14));
  }
  return y - at.y + static_cast<float>((proofs.size() + 2) / 3) * (tall + 38) + (low_ ? 0 : 6);
}

float ProofColumn::draw_past(desk::Desk& desk, ReviewView& view, ui::Rect at) {
  ui::Canvas& canvas = desk.canvas();
  const QueueItem& item = *view.current();
  const std::int64_t now = view.office().now_ms();
  canvas.text({at.x, at.y, 100, 26}, "经过", desk::bold(16));
  const desk::ButtonLook quiet{.kind = desk::ButtonKind::Quiet, .icon = "printer"};
  const float print = desk::button_width(desk, "打印审核单", quiet);
  if (desk::button(desk, "打印审核单", {at.right() - print + 4, at.y - 4, print, 34}, quiet)) print_sheet(desk, view);
  float y = at.y + (low_ ? 28 : 32);
  const auto line = [&](const std::string& words, const std::string& remark, const std::string& when, bool done) {
    const ui::Point middle{at.x + 10, y + 14};
    canvas.disc(middle, 9, done ? color::kPine : color::kIndigo);
    if (done) canvas.icon("check", middle, 12, color::kPaper);
    float x = at.x + 28;
    const float room = at.right() - canvas.measure(when, desk::second()) - 16;
    x += canvas.text({x, y, room - x, 28}, words, done ? desk::words() : desk::bold()) + 8;
    if (!remark.empty() && room - x > 30) canvas.text({x, y, room - x, 28}, "“" + remark + "”", desk::words(14.5F, color::kInk3));
    canvas.text({room, y, at.right() - room, 28}, when, desk::right(desk::second()));
    y += 30;
  };
  const auto moment = [&](std::int64_t when) {
    const std::string day = moment_words(when, now);
    return day.starts_with("今天") ? day : day + " " + clock_words(when);
  };
  line(item.waiting.submitted_by + " 提交", "", moment(item.waiting.submitted_at), true);
  for (const content::Approval& approval : item.waiting.approvals) {
    line(fmt::format("{} {}通过", approval.person, round_words(approval.round)), approval.remark, moment(approval.at), true);
  }
  line(item.barrier.empty() ? "轮到您" : "等别人审", "", "现在", false);
  return y - at.y;
}

void ProofColumn::draw_comment(desk::Desk& desk, ReviewView& view, ui::Rect box) {
  const auto used = static_cast<int>(content::count_chars(view.comment));
  desk::FieldFrame frame{.label = "意见（退回时必填）"};
  ui::Canvas& canvas = desk.canvas();
  canvas.text({box.x, box.y, box.w - 90, 24}, frame.label, desk::words(14, color::kInk2));
  const bool over = used > kCommentLimit;
  canvas.text({box.right() - 90, box.y, 90, 24}, fmt::format("{} / {}", used, kCommentLimit),
              desk::right(over ? desk::bold(14, color::kRed) : desk::words(14, color::kInk3)));
  const float tall = low_ ? 50 : 72;
  desk::text_box(desk, {box.x, box.y + 26, box.w, tall}, kCommentLabel, view.comment, {.lines = ui::EditLines::Many, .least = tall, .most = tall});
  float x = box.x;
  for (const std::string_view phrase : kPhrases) {
    const ui::Rect pill{x, box.y + 26 + tall + 10, std::ceil(canvas.measure(phrase, desk::words(14)) + 26), 30};
    if (draw_pill(desk, phrase, pill)) view.comment += (view.comment.empty() ? "" : "，") + std::string(phrase);
    x = pill.right() + 8;
  }
}

void ProofColumn::draw_actions(desk::Desk& desk, ReviewView& view, ui::Rect bar) {
  ui::Canvas& canvas = desk.canvas();
  canvas.line({bar.x, bar.y}, {bar.right(), bar.y}, color::kLine, 1);
  const QueueItem& item = *view.current();
  const bool mine = item.barrier.empty();
  const bool noted = view.noted();
  const bool fits = content::count_chars(view.comment) <= static_cast<std::size_t>(kCommentLimit);
  float right = bar.right() - kPad;
  const float y = bar.y + (bar.h - desk::size::kBigButton) / 2;
  const bool wide = bar.w > 430;   // else the key caps give way to the words
  const std::string pass = fmt::format("通过，{}", next_words(view.queue().round()));
  // What the store would refuse is not offered; the words beside say why.
  const bool passed = mine && noted && desk::button_from_right(desk, pass, right, y, {.kind = desk::ButtonKind::Review, .icon = "check", .key = wide ? "A" : "", .enabled = fits, .label = "通过"},
                                              desk::size::kBigButton);
  const bool returned = mine && noted && desk::button_from_right(desk, "退回修改", right, y, {.key = wide ? "B" : "", .enabled = fits, .label = "退回修改"}, desk::size::kBigButton);
  const ui::Rect note{bar.x + kPad, bar.y, right - bar.x - kPad, bar.h};
  const std::string words = !mine ? item.barrier : noted ? "您不是作者" : "还没有记下您看过这一条，正在再试；记下了才能审";
  canvas.text(note, words, desk::words(14, mine && noted ? color::kInk3 : color::kAmber));
  if (passed) approve_current(desk, view);
  else if (returned) return_current(desk, view);
}

}  // namespace admin
