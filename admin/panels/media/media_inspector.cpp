#include "admin/panels/media/media_inspector.h"

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/field.h"
#include "content/kinds.h"
#include "content/utf8.h"

namespace admin::media {
namespace {

namespace color = desk::color;
namespace size = desk::size;
using desk::Tone;

constexpr int kAltAdvice = 40;   // characters that a screen reader says in a breath
constexpr float kSide = 24;

int length_of(const std::string& text) { return static_cast<int>(content::count_chars(text)); }

std::string consent_sentence(const MediaRow& row) {
  switch (row.consent) {
    case ConsentMark::Missing: return "缺授权，不能发布";
    case ConsentMark::NotForScreens: return "授权不含屏幕，不能发布";
    case ConsentMark::Expired: return "授权已到期，不能发布";
    case ConsentMark::Ending:
    case ConsentMark::NotAsked:
    case ConsentMark::Fine: break;
  }
  return consent_words(row);
}

ui::PictureSource source_of(const desk::Desk& desk, Workspace& office, const MediaRow& row, float box_px) {
  (void)desk;
  const content::MediaFile* file = row.file_for(box_px);
  if (file == nullptr) return {};
  return {file->sha256, office.library().blobs().path(file->sha256), file->width, file->height, row.picture.media.focus_x, row.picture.media.focus_y};
}

}  // namespace

std::string byte_words(std::int64_t bytes) {
  const auto tenths = [](std::int64_t value, std::int64_t unit) {
    const std::int64_t parts = (value * 10 + unit / 2) / unit;
    return std::to_string(parts / 10) + "." + std::to_string(parts % 10);
  };
  if (bytes >= 1'000'000'000) return tenths(bytes, 1'000'000'000) + " GB";
  if (bytes >= 1'000'000) return tenths(bytes, 1'000'000) + " MB";
  return std::to_string((bytes + 999) / 1000) + " KB";
}

Tone consent_tone(const MediaRow& row) {
  switch (row.consent) {
    case ConsentMark::Missing:
    case ConsentMark::NotForScreens:
    case ConsentMark::Expired: return Tone::Red;
    case ConsentMark::Ending: return Tone::Amber;
    case ConsentMark::NotAsked: return Tone::Grey;
    case ConsentMark::Fine: break;
  }
  return Tone::Pine;
}

MediaEdit& MediaInspector::edit_of(const MediaRow& row) {
  return edits_.try_emplace(row.picture.media.id.text, MediaEdit::of(row)).first->second;
}

bool MediaInspector::has_changes(const MediaRow& row) const {
  const auto found = edits_.find(row.picture.media.id.text);
  return found != edits_.end() && (found->second.changes_look(row) || found->second.changes_facts(row));
}

void MediaInspector::set_paper(const content::MediaId& picture, const content::MediaId& paper) {
  if (const auto found = edits_.find(picture.text); found != edits_.end()) found->second.facts.consent_paper = paper;
}

bool MediaInspector::save_facts(desk::Desk& desk, const MediaList& list) {
  bool all = true;
  for (auto one = edits_.begin(); one != edits_.end();) {
    const auto now = one++;
    const MediaRow* row = list.find(content::MediaId{now->first});
    if (row == nullptr || !now->second.changes_facts(*row)) continue;
    MediaEdit facts = MediaEdit::of(*row);
    facts.facts = now->second.facts;
    if (!save_picture(desk, *row, facts)) all = false;
    else if (!now->second.changes_look(*row)) edits_.erase(now);
  }
  return all;
}

float MediaInspector::draw_head(desk::Desk& desk, ui::Rect row, const MediaRow& picture, InspectorWish& wish) const {
  ui::Canvas& canvas = desk.canvas();
  const content::MediaFile* full = picture.picture.media.files.empty() ? nullptr : &picture.picture.media.files.back();
  const std::string about = (full != nullptr ? std::to_string(full->width) + " × " + std::to_string(full->height) + " · " : "") + byte_words(picture.picture.bytes);
  const float room = row.w - 250;
  const float width = std::min(room, canvas.measure(picture.name, desk::bold(19)));
  canvas.text({row.x, row.y, width + 4, row.h}, picture.name, desk::bold(19));
  const std::string_view topic = picture.is_orphan ? "没用过" : word_of(picture.topic);
  const float chip = desk::chip(desk, {row.x + width + 14, row.centre().y}, topic, Tone::Grey);
  canvas.text({row.x + width + chip + 26, row.y, row.w - width - chip - 70, row.h}, about, desk::second());
  if (desk::icon_button(desk, "收起图片", "close", {row.right() - 32, row.centre().y - 16, 32, 32})) wish.close = true;
  return row.h;
}

float MediaInspector::draw_picture(desk::Desk& desk, ui::Rect area, const MediaRow& row, MediaEdit& edit) {
  const float pixels = desk.canvas().pixels_per_u();
  const ui::PictureSource large = source_of(desk, desk.office(), row, area.w * pixels);
  const ui::PictureSource small = source_of(desk, desk.office(), row, 240 * pixels);
  if (large.empty() || !desk.office().library().blobs().has(large.key)) {
    desk::notice(desk, area.top(44), "这张图片的文件不在了，屏上会是空的。请用“替换图片”补上原图。", Tone::Red);
    return 60;
  }
  ui::Point focus{edit.look.focus_x, edit.look.focus_y};
  const auto crops = crops_of(row.topic);
  if (focus_.draw(desk, area.top(FocusBox::kHeight), large, focus, crops)) {
    edit.look.focus_x = focus.x;
    edit.look.focus_y = focus.y;
  }
  const float crops_high = focus_.draw_crops(desk, {area.x, area.y + FocusBox::kHeight + 16, area.w, FocusBox::kCropRow}, small, focus, crops);
  return FocusBox::kHeight + 16 + crops_high + 8;
}

float MediaInspector::draw_consent(desk::Desk& desk, ui::Rect area, const MediaRow& row, MediaEdit& edit, InspectorWish& wish) {
  ui::Canvas& canvas = desk.canvas();
  canvas.line({area.x, area.y}, {area.right(), area.y}, color::kLine, 1);
  canvas.text({area.x, area.y + 12, 200, 30}, "肖像授权", desk::bold(size::kPanelTitle));
  const std::string state = consent_sentence(row);
  desk::chip(desk, {area.right() - desk::chip_width(desk, state), area.y + 27}, state, consent_tone(row));
  const float height = consent_.draw(desk, {area.x, area.y + 46, area.w, 0}, edit.facts, [&wish] { wish.choose_paper = true; });
  return 46 + height + 10;
}

float MediaInspector::draw_words(desk::Desk& desk, ui::Rect area, MediaEdit& edit) const {
  const int used = length_of(edit.look.alt);
  float y = area.y;
  const bool is_long = used > kAltAdvice;
  const desk::TextField alt = desk::text_field(
      desk, {area.x, y, area.w, 0}, edit.look.alt,
      {.frame = {.label = "给看不见的人听的描述", .used = used, .limit = kAltAdvice, .state = is_long ? desk::FieldState::Warn : desk::FieldState::Rest,
                 .sentence = is_long ? std::string_view("念出来太长；写谁、在做什么就够了") : std::string_view()},
       .hint = "一位戴圆眼镜、穿米色衬衫的老人，神情温和"});
  y += alt.height + 6;
  const desk::TextField credit = desk::text_field(desk, {area.x, y, area.w, 0}, edit.facts.credit, {.frame = {.label = "来源"}, .hint = "市融媒体中心 李闻 摄"});
  y += credit.height + 6;
  const float half = (area.w - 12) / 2;
  const desk::TextField title = desk::text_field(desk, {area.x, y, half, 0}, edit.facts.title, {.frame = {.label = "素材名称"}, .hint = "不写就用文件名"});
  desk::text_field(desk, {area.x + half + 12, y, half, 0}, edit.facts.taken, {.frame = {.label = "拍摄时间、地点"}, .hint = "可以不写"});
  return y + title.height + 10 - area.y;
}

float MediaInspector::draw_uses(desk::Desk& desk, ui::Rect area, const MediaRow& row, InspectorWish& wish) const {
  ui::Canvas& canvas = desk.canvas();
  canvas.line({area.x, area.y}, {area.right(), area.y}, color::kLine, 1);
  canvas.text({area.x, area.y + 12, area.w, 30}, row.uses.empty() ? "还没有用在哪里" : "用在 " + std::to_string(row.uses.size()) + " 处", desk::bold(size::kPanelTitle));
  float y = area.y + 46;
  int number = 0;
  for (const content::MediaUse& use : row.uses) {
    const content::KindSpec& spec = content::kind_spec(use.kind);
    const ui::Rect line{area.x, y, area.w, 32};
    const ui::Touch touch = canvas.touch("用处 " + std::to_string(++number) + " " + use.title, line);
    if (touch.pressed || desk.hovers(line)) canvas.fill(line.inset(-6, 0), color::kWell, 6);
    if (touch.focused) canvas.outline(line.inset(-6, 0), color::kRed, 2, 6);
    const float at = canvas.text({line.x, line.y, 90, line.h}, spec.zh, desk::second());
    (void)at;
    canvas.text({line.x + 60, line.y, line.w - 190, line.h}, use.title, desk::words(size::kText, color::kIndigo));
    const bool is_old = use.media != row.picture.media.id;
    const std::string_view how = is_old ? "还是旧版" : use.now && use.published ? "" : use.published ? "只在屏上，草稿已换" : use.now ? "还没审过" : "正在写";
    canvas.text(line, how, desk::right(desk::small(is_old ? color::kAmber : color::kInk3)));
    if (touch.tapped) desk.go({.panel = std::string(spec.word), .record = use.record, .field = {}, .view = {}});
    y += 34;
  }
  if (row.picture.trashed) {
    if (desk::button(desk, "放回素材库", {area.x, y, 130, size::kButton}, {.kind = desk::ButtonKind::Save})) wish.restore = true;
    return y + 48 - area.y;
  }
  if (row.is_orphan) {
    canvas.text({area.x, y, area.w - 150, 36}, "没有一处用它，可以放进回收站；以后还能放回来。", desk::second());
    if (desk::button(desk, "放进回收站", {area.right() - 130, y, 130, size::kButton})) wish.trash = true;
    y += 48;
  }
  if (row.is_paper) {
    canvas.text({area.x, y, area.w, 28}, "这是一份授权书扫描件，不会发布到屏上。", desk::second());
    y += 32;
  }
  return y + 12 - area.y;
}

void MediaInspector::draw_bar(desk::Desk& desk, ui::Rect bar, const MediaRow& row, const MediaEdit& edit, InspectorWish& wish) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(bar, color::kPaper);
  canvas.line({bar.x, bar.y}, {bar.right(), bar.y}, color::kLine, 1);
  const bool look = edit.changes_look(row);
  const bool moved = edit.look.focus_x != row.picture.media.focus_x || edit.look.focus_y != row.picture.media.focus_y;
  const bool changed = look || edit.changes_facts(row);
  float right = bar.right() - kSide;
  const float y = bar.centre().y - size::kBigButton / 2;
  const bool wanted = desk::button_from_right(desk, moved ? "保存裁切" : "保存", right, y, {.kind = desk::ButtonKind::Save, .enabled = changed, .label = "保存图片"}, size::kBigButton);
  if (changed && (wanted || desk.shortcut({.key = ui::Key::S, .ctrl = true}))) {
    const content::MediaId id = row.picture.media.id;
    const MediaEdit copy = edit;
    edits_.erase(id.text);
    wish.saved = save_picture(desk, row, copy);
    if (!desk.failure().empty() && *wish.saved == id) edits_.insert_or_assign(id.text, copy);
    return;
  }
  if (desk::button_from_right(desk, "替换图片", right, y, {}, size::kBigButton)) wish.replace = true;
  const int reopened = reopened_by(row);
  std::string told = row.uses.empty() ? "还没有用在哪里" : "用在 " + std::to_string(row.uses.size()) + " 处";
  if (look && reopened > 0) told = std::to_string(reopened) + " 条内容要重新送审";
  canvas.text({bar.x + kSide, bar.y, right - bar.x - kSide - 8, bar.h}, told, desk::words(size::kSecond, look && reopened > 0 ? color::kAmber : color::kInk3));
}

InspectorWish MediaInspector::draw(desk::Desk& desk, ui::Rect box, const MediaRow& row) {
  ui::Canvas& canvas = desk.canvas();
  InspectorWish wish;
  if (shown_ != row.picture.media.id.text) {
    shown_ = row.picture.media.id.text;
    focus_.forget();
    consent_.forget();
    scroll_.to_top();
  }
  canvas.fill(box, color::kGround);
  canvas.line({box.x, box.y}, {box.x, box.bottom()}, color::kLine, 1);
  MediaEdit& edit = edit_of(row);
  draw_head(desk, {box.x + kSide, box.y, box.w - 2 * kSide, 60}, row, wish);
  const ui::Rect view{box.x + kSide - 8, box.y + 60, box.w - kSide + 8, box.h - 60 - size::kActionBar};
  const ui::Rect inside = scroll_.begin(desk, view, "图片详情");
  ui::Rect area{inside.x + 8, inside.y, box.w - 2 * kSide, 0};   // the scroll bar stands in the margin
  area.y += draw_picture(desk, area, row, edit);
  area.y += draw_consent(desk, area, row, edit, wish);
  area.y += draw_words(desk, area, edit);
  area.y += draw_uses(desk, area, row, wish);
  scroll_.end(desk, area.y);
  draw_bar(desk, {box.x, box.bottom() - size::kActionBar, box.w, size::kActionBar}, row, edit, wish);
  return wish;
}

}  // namespace admin::media
