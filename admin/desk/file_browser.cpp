#include "admin/desk/file_browser.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/field.h"
#include "admin/desk/file_table.h"
#include "admin/desk/marks.h"
#include "admin/workspace/pasted_paths.h"

namespace admin::desk {
namespace {

namespace fs = std::filesystem;

constexpr float kPlaces = 176;
constexpr float kPlaceRow = 38;
constexpr std::chrono::milliseconds kLookAgain{60};

fs::path home_folder() {
  const char* home = std::getenv("HOME");
  return home != nullptr ? home : "/";
}

class FileBrowser final : public Layer {
 public:
  explicit FileBrowser(FileWish wish) : wish_(std::move(wish)), places_(places()), table_(wish_.many) {
    go(!wish_.start.empty() ? wish_.start : places_.empty() ? home_folder() : places_.front().path);
  }
  bool dims() const override { return true; }
  bool draw(Desk& desk) override;

 private:
  void go(const fs::path& folder);
  void take_read();
  void take_typed();
  void draw_places(Desk& desk, ui::Rect column);
  void draw_path(Desk& desk, ui::Rect row);
  void draw_entries(Desk& desk, ui::Rect view);
  bool draw_foot(Desk& desk, ui::Rect row);
  void finish(std::vector<fs::path> paths);

  FileWish wish_;
  std::vector<Place> places_;
  FolderReader reader_;
  FileTable table_;
  std::string path_;
  bool closed_ = false;
};

void FileBrowser::go(const fs::path& folder) {
  path_ = folder.string();
  reader_.ask(folder, wish_.listed);
}

void FileBrowser::take_read() {
  std::optional<Folder> read = reader_.take();
  if (!read) return;
  table_.show(std::move(*read));
  const Folder& folder = table_.folder();
  path_ = folder.path.string();
  if (wish_.seen && folder.fault.zh.empty()) wish_.seen(folder.path);
}

void FileBrowser::finish(std::vector<fs::path> paths) {
  closed_ = true;
  if (!paths.empty() && wish_.chosen) wish_.chosen(std::move(paths));
}

// One folder is opened; files, or several paths, are what was wanted.
void FileBrowser::take_typed() {
  const std::vector<fs::path> paths = pasted_paths(path_, home_folder());
  std::error_code ignored;
  if (paths.empty()) return;
  if (paths.size() == 1 && (fs::is_directory(paths.front(), ignored) || !fs::exists(paths.front(), ignored))) return go(paths.front());
  finish(wish_.many ? paths : std::vector{paths.front()});
}

void FileBrowser::draw_places(Desk& desk, ui::Rect column) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(column, color::kSide);
  float y = column.y + 10;
  for (const Place& place : places_) {
    const ui::Rect row{column.x + 8, y, column.w - 16, kPlaceRow};
    const bool on = table_.folder().path == place.path;
    const ui::Touch touch = canvas.touch("去 " + place.name, row);
    if (on || touch.pressed || desk.hovers(row)) canvas.fill(row, on ? color::kNavOn : color::kHover, size::kRadius);
    canvas.icon(place.is_removable ? "archive" : place.name == "家" ? "home" : place.name == "图片" ? "image" : "list", {row.x + 20, row.centre().y}, 18, color::kInk2);
    canvas.text(row.after(40), place.name, words(14.5F, on ? color::kRed : color::kInk));
    if (touch.focused) canvas.outline(row, color::kRed, 2, size::kRadius);
    if (touch.tapped) go(place.path);
    y += kPlaceRow;
  }
}

void FileBrowser::draw_path(Desk& desk, ui::Rect row) {
  const fs::path& folder = table_.folder().path;
  const bool has_parent = folder.has_parent_path() && folder != folder.root_path();
  const bool up = icon_button(desk, "上一层文件夹", "up", {row.x, row.y, 36, 36}, has_parent) || desk.shortcut({.key = ui::Key::Up, .alt = true});
  if (up && has_parent) go(folder.parent_path());
  const TextField field = text_box(desk, row.after(44), "路径", path_, {.hint = "粘贴文件或文件夹的路径，按回车"});
  if (field.edit.entered) take_typed();
}

void FileBrowser::draw_entries(Desk& desk, ui::Rect view) {
  const Folder& folder = table_.folder();
  if (!folder.fault.zh.empty()) {
    notice(desk, view.inset(16).top(44), folder.fault.zh, Tone::Red);
    return;
  }
  if (reader_.pending()) {
    desk.canvas().request_frame_in(kLookAgain);
    if (folder.entries.empty()) return empty_words(desk, view, "正在打开…", "");
  }
  if (folder.entries.empty()) {
    return empty_words(desk, view, wish_.listed == Listed::Pictures ? "这个文件夹里没有图片" : "这个文件夹里没有可用的文件", "请换一个文件夹，或在上面粘贴路径。", "image");
  }
  const FileTable::Answer answer = table_.draw(desk, view);
  if (answer.folder) return go(*answer.folder);
  if (answer.file) finish({*answer.file});
}

bool FileBrowser::draw_foot(Desk& desk, ui::Rect row) {
  ui::Canvas& canvas = desk.canvas();
  canvas.line({row.x, row.y}, {row.right(), row.y}, color::kLine, 1);
  float right_end = row.right() - 24;
  const float y = row.centre().y - size::kBigButton / 2;
  const std::set<fs::path>& taken = table_.taken();
  const std::string act = wish_.act + (taken.empty() ? "" : " " + std::to_string(taken.size()) + " 个");
  if (button_from_right(desk, act, right_end, y, {.kind = ButtonKind::Save, .enabled = !taken.empty(), .label = wish_.act}, size::kBigButton) && !taken.empty()) {
    finish({taken.begin(), taken.end()});
  }
  const bool leave = button_from_right(desk, "先不选", right_end, y, {}, size::kBigButton);
  const std::size_t files = table_.files();
  if (wish_.folders && files > 0 && taken.empty() &&
      button_from_right(desk, "整个文件夹", right_end, y, {.kind = ButtonKind::Quiet}, size::kBigButton)) {
    finish({table_.folder().path});
  }
  const std::string told = table_.folder().is_cut ? "文件太多，只列出前 " + std::to_string(kMostEntries) + " 个" : std::to_string(files) + " 个文件";
  canvas.text({row.x + 24, row.y, 300, row.h}, told, second());
  return !leave;
}

bool FileBrowser::draw(Desk& desk) {
  take_read();
  ui::Canvas& canvas = desk.canvas();
  const ui::Size whole = canvas.size();
  const ui::Rect box = ui::centred(canvas.bounds(), {std::min(960.0F, whole.w - 80), std::min(680.0F, whole.h - 60)});
  canvas.shadow(box, ui::Elevation::Dialog, size::kDialogRadius);
  canvas.fill(box, color::kPaper, size::kDialogRadius);
  const ui::Rect head = box.top(60);
  canvas.text(head.inset(24, 0), wish_.title, bold(18));
  if (icon_button(desk, "不选了", "close", {head.right() - 52, head.y + 12, 36, 36})) return false;
  canvas.fill({box.x, head.bottom() - 1, box.w, 1}, color::kLine);   // above the places' ground
  const ui::Rect body{box.x, head.bottom(), box.w, box.h - 60 - size::kActionBar};
  draw_places(desk, body.left(kPlaces));
  const ui::Rect list = body.after(kPlaces);
  draw_path(desk, {list.x + 16, list.y + 10, list.w - 32, 36});
  draw_entries(desk, list.below(56));
  const bool open = draw_foot(desk, {box.x, body.bottom(), box.w, size::kActionBar});
  return open && !closed_;
}

}  // namespace

std::unique_ptr<Layer> make_file_browser(FileWish wish) { return std::make_unique<FileBrowser>(std::move(wish)); }

}  // namespace admin::desk
