#include "admin/shell/door.h"

#include <algorithm>
#include <cmath>

#include "admin/desk/button.h"
#include "admin/desk/field.h"
#include "admin/desk/marks.h"
#include "admin/shell/entry_art.h"
#include "content/utf8.h"

namespace admin {

namespace color = desk::color;
namespace size = desk::size;
using desk::bold;
using desk::second;
using desk::words;
using desk::ButtonKind;

namespace {

constexpr float kArtShare = 0.3875F;
constexpr float kMostWidth = 560;
constexpr double kRetryEvery = 2;   // seconds, while another program holds the database
constexpr std::chrono::milliseconds kRetryPatience{30};   // nobody asked for it: the window does not stand still

}  // namespace

Door::Door(ui::Session& session, std::filesystem::path db, OpenedOffice found)
    : session_(session), nothing_({.db = db}, content::OfficeStore::in_memory()), desk_(nothing_, session), db_(std::move(db)), found_(std::move(found)) {}

std::optional<Door::Opened> Door::take() {
  if (found_.store == nullptr) return std::nullopt;
  return Opened{.db = db_, .store = std::move(found_.store)};
}

void Door::settle(std::filesystem::path db, OpenedOffice found) {
  db_ = std::move(db);
  found_ = std::move(found);
  retry_at_ = session_.seconds() + kRetryEvery;
  session_.wake();
}

void Door::try_again(std::filesystem::path db, std::chrono::milliseconds patience) {
  desk_.soon([this, db = std::move(db), patience] { settle(db, open_office_at(db, patience)); });
}

// "~/office.db" as a shell reads it; a folder means the database in it.
std::filesystem::path Door::typed_path() const {
  std::string text = content::trim(other_);
  if (text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front()) text = text.substr(1, text.size() - 2);
  if (const char* home = std::getenv("HOME"); home != nullptr && (text == "~" || text.starts_with("~/"))) text = home + text.substr(1);
  std::filesystem::path path(text);
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored) ? path / "office.db" : path;
}

void Door::frame() {
  session_.frame([this](ui::Canvas& canvas) { draw(canvas); });
  const auto action = desk_.take_soon();
  if (!action) return;
  action();
  if (found_.store == nullptr) session_.frame([this](ui::Canvas& canvas) { draw(canvas); });
}

void Door::draw(ui::Canvas& canvas) {
  desk_.begin(canvas);
  const ui::Rect whole = canvas.bounds();
  canvas.fill(whole, ui::Color::rgb(0xFAF7F1));
  const float art = std::round(whole.w * kArtShare);
  draw_entry_art(desk_, whole.left(art), "门还没有打开，", "先看看怎么办", "没有您点头，管理台什么都不改");
  const ui::Rect right = whole.after(art);
  const float width = std::min(kMostWidth, right.w - 80);
  ui::Rect area{std::round(right.centre().x - width / 2), std::round(std::max(40.0F, right.h * 0.14F)), width, right.h};
  area.y += draw_trouble(area) + 24;
  draw_ways(area);
  draw_other_place({area.x, area.y + 72, area.w, area.h});
  if (found_.trouble == DoorTrouble::Busy) {
    if (session_.seconds() >= retry_at_) try_again(db_, kRetryPatience);
    canvas.request_frame_in(std::chrono::milliseconds(500));
  }
  desk_.draw_layers();
  desk_.end();
}

float Door::draw_trouble(ui::Rect area) {
  ui::Canvas& canvas = desk_.canvas();
  canvas.text(area.top(44), heading_of(found_.trouble), bold(28));
  float y = area.y + 56;
  y += canvas.paragraph({area.x, y, area.w, 0}, found_.sentence, words(size::kText, color::kInk2)) + 18;
  canvas.text({area.x, y, area.w, 22}, "数据库的位置", second());
  y += 24;
  const ui::TextBlock block = canvas.layout(std::filesystem::absolute(db_).string(), words(14.5F), area.w - 28);
  const ui::Rect box{area.x, y, area.w, block.height() + 20};
  canvas.fill(box, color::kWell, size::kRadius);
  canvas.draw(block, {box.x + 14, desk::middle_top(block, box)});
  return box.bottom() - area.y;
}

void Door::draw_ways(ui::Rect area) {
  float x = area.x;
  const auto button = [&](std::string_view act, const desk::ButtonLook& look) {
    const float width = desk::button_width(desk_, act, look);
    const bool tapped = desk::button(desk_, act, {x, area.y, width, size::kBigButton}, look);
    x += width + 12;
    return tapped;
  };
  if (button("再试一次", {.kind = ButtonKind::Save, .icon = "refresh"})) try_again(db_);
  if (!found_.backup.empty() && button("换上最近的备份", {})) ask_to_restore();
  if (found_.may_make && button("在这里新建", {})) ask_to_make(db_);
}

void Door::draw_other_place(ui::Rect area) {
  ui::Canvas& canvas = desk_.canvas();
  canvas.line({area.x, area.y}, {area.right(), area.y}, color::kLine, 1);
  const float act = 120;
  const desk::TextField field = desk::text_field(desk_, {area.x, area.y + 18, area.w - act - 12, 0}, other_,
                                                 {.frame = {.label = "数据库在别的位置", .help = "写文件的完整路径，如 /home/office/office.db"}, .hint = "/…/office.db"});
  const ui::Rect box{area.right() - act, field.control.y, act, field.control.h};
  const std::filesystem::path path = typed_path();
  std::error_code ignored;
  const bool there = std::filesystem::exists(path, ignored);
  const bool ready = path.is_absolute();
  const bool tapped = desk::button(desk_, there || !ready ? "打开这个" : "新建这个", box, {.enabled = ready});
  if (!ready || !(tapped || field.edit.entered)) return;
  if (there) try_again(path);
  else ask_to_make(path);
}

void Door::ask_to_make(const std::filesystem::path& db) {
  desk_.ask({.title = "在这里新建一个空的办公室？",
             .sentence = "“" + std::filesystem::absolute(db).string() + "”：里面没有人员，也没有内容，要从创建第一位管理员开始。原来的内容不会回来。",
             .safe = "先不新建",
             .act = "新建空的办公室",
             .done = [this, db](const std::string&) { desk_.soon([this, db] { settle(db, make_office_at(db)); }); }});
}

void Door::ask_to_restore() {
  desk_.ask({.title = "换上备份“" + found_.backup.filename().string() + "”？",
             .sentence = "备份以后写的内容不在里面。现在的文件不会删，改名留在旁边，以便抢救。",
             .safe = "先不换",
             .act = "换上备份",
             .done = [this](const std::string&) { desk_.soon([this] { settle(db_, set_aside_and_restore(db_, found_.backup)); }); }});
}

}  // namespace admin
