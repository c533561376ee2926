#include "admin/desk/file_browser.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/field.h"
#include "admin/desk/marks.h"
#include "admin/desk/scroll.h"
#include "admin/desk/table.h"
#include "admin/moments.h"
#include "admin/workspace/pasted_paths.h"

namespace admin::desk {
namespace {

namespace fs = std::filesystem;

constexpr float kPlaces = 176;
constexpr float kPlaceRow = 38;
constexpr float kRow = 36;
constexpr std::chrono::milliseconds kLookAgain{60};

std::string size_words(std::int64_t bytes) {
  if (bytes < 1'000'000) return std::to_string((bytes + 999) / 1000) + " KB";
  const std::int64_t tenths = bytes / 100'000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

fs::path home_folder() {
  const char* home = std::getenv("HOME");
  return home != nullptr ? home : "/";
}

class FileBrowser final : public Layer {
 public:
  explicit FileBrowser(FileWish wish) : wish_(std::move(wish)), places_(places()) {
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
  void draw_entry(Desk& desk, ui::Rect row, const FileEntry& entry);
  bool draw_foot(Desk& desk, ui::Rect row);
  void finish(std::vector<fs::path> paths);

  FileWish wish_;
  std::vector<Place> places_;
  FolderReader reader_;
  Folder folder_;
  std::string path_;
  std::set<fs::path> taken_;
  ScrollArea scroll_;
  bool closed_ = false;
};

void FileBrowser::go(const fs::path& folder) {
  path_ = folder.string();
  reader_.ask(folder, wish_.listed);
}

void FileBrowser::take_read() {
  std::optional<Folder> read = reader_.take();
  if (!read) return;
  folder_ = std::move(*read);
  path_ = folder_.path.string();
  scroll_.to_top();
  taken_.clear();
  if (wish_.seen && folder_.fault.zh.empty()) wish_.seen(folder_.path);
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
    const bool on = folder_.path == place.path;
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
  const bool has_parent = folder_.path.has_parent_path() && folder_.path != folder_.path.root_path();
  if (icon_button(desk, "上一层文件夹", "up", {row.x, row.y, 36, 36}, has_parent)) go(folder_.path.parent_path());
  const TextField field = text_box(desk, row.after(44), "路径", path_, {.hint = "粘贴文件或文件夹的路径，按回车"});
  if (field.edit.entered) take_typed();
}

void FileBrowser::draw_entry(Desk& desk, ui::Rect row, const FileEntry& entry) {
  ui::Canvas& canvas = desk.canvas();
  const bool on = taken_.contains(entry.path);
  const std::string label = (entry.is_folder ? "文件夹 " : "文件 ") + entry.name;
  const ui::Touch touch = table_row(desk, label, row, {.selected = on});
  canvas.icon(entry.is_folder ? "list" : entry.is_picture ? "image" : "book", {row.x + 24, row.centre().y}, 18, entry.is_folder ? color::kAmber : color::kInk3);
  cell(desk, {row.x + 46, row.y, row.w - 46 - 270, row.h}, entry.name, on ? bold(14.5F) : words(14.5F));
  if (!entry.is_folder) canvas.text({row.right() - 270, row.y, 90, row.h}, size_words(entry.bytes), right(second()));
  canvas.text({row.right() - 170, row.y, 150, row.h}, moment_words(entry.changed_ms), right(second()));
  const bool twice = desk.double_tapped(label, touch);
  if (entry.is_folder) {
    if (touch.tapped) go(entry.path);
    return;
  }
  if (twice) return finish({entry.path});
  if (!touch.tapped) return;
  if (!wish_.many) taken_.clear();
  if (on) taken_.erase(entry.path);
  else taken_.insert(entry.path);
}

void FileBrowser::draw_entries(Desk& desk, ui::Rect view) {
  ui::Canvas& canvas = desk.canvas();
  if (!folder_.fault.zh.empty()) {
    notice(desk, view.inset(16).top(44), folder_.fault.zh, Tone::Red);
    return;
  }
  if (reader_.pending()) {
    canvas.request_frame_in(kLookAgain);
    if (folder_.entries.empty()) return empty_words(desk, view, "正在打开…", "");
  }
  if (folder_.entries.empty()) {
    return empty_words(desk, view, wish_.listed == Listed::Pictures ? "这个文件夹里没有图片" : "这个文件夹里没有可用的文件", "请换一个文件夹，或在上面粘贴路径。", "image");
  }
  const ui::Rect area = scroll_.begin(desk, view, "文件");
  const auto first = static_cast<std::size_t>(std::max(0.0F, scroll_.offset() / kRow));
  const std::size_t last = std::min(folder_.entries.size(), first + static_cast<std::size_t>(view.h / kRow) + 2);
  for (std::size_t i = first; i < last; ++i) draw_entry(desk, {area.x, area.y + kRow * static_cast<float>(i), area.w, kRow}, folder_.entries[i]);
  scroll_.end(desk, area.y + kRow * static_cast<float>(folder_.entries.size()));
}

bool FileBrowser::draw_foot(Desk& desk, ui::Rect row) {
  ui::Canvas& canvas = desk.canvas();
  canvas.line({row.x, row.y}, {row.right(), row.y}, color::kLine, 1);
  float right_end = row.right() - 24;
  const float y = row.centre().y - size::kBigButton / 2;
  const std::string act = wish_.act + (taken_.empty() ? "" : " " + std::to_string(taken_.size()) + " 个");
  if (button_from_right(desk, act, right_end, y, {.kind = ButtonKind::Save, .enabled = !taken_.empty(), .label = wish_.act}, size::kBigButton) && !taken_.empty()) {
    finish({taken_.begin(), taken_.end()});
  }
  const bool leave = button_from_right(desk, "先不选", right_end, y, {}, size::kBigButton);
  const auto files = std::ranges::count_if(folder_.entries, [](const FileEntry& entry) { return !entry.is_folder; });
  if (wish_.folders && files > 0 && taken_.empty() &&
      button_from_right(desk, "整个文件夹", right_end, y, {.kind = ButtonKind::Quiet}, size::kBigButton)) {
    finish({folder_.path});
  }
  const std::string told = folder_.is_cut ? "文件太多，只列出前 " + std::to_string(kMostEntries) + " 个" : std::to_string(files) + " 个文件";
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
  canvas.line({box.x, head.bottom()}, {box.right(), head.bottom()}, color::kLine, 1);
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
