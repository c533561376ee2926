#include "admin/desk/file_table.h"

#include <algorithm>
#include <array>

#include "admin/moments.h"

namespace admin::desk {
namespace {

constexpr float kRow = 54;
constexpr float kHead = 34;
constexpr float kLeft = 14;
constexpr float kSignWide = 66, kSignHigh = 46;
constexpr std::chrono::milliseconds kLookAgain{60};

constexpr std::array kOrders{FileSort::Name, FileSort::Size, FileSort::Changed};

std::array<Column, 3> columns() { return {{{"名称"}, {"大小", 100, true, true}, {"修改时间", 176, true, true}}}; }

std::string size_words(std::int64_t bytes) {
  if (bytes < 1'000'000) return std::to_string((bytes + 999) / 1000) + " KB";
  const std::int64_t tenths = bytes / 100'000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

std::string label_of(const FileEntry& entry) { return (entry.is_folder ? "文件夹 " : "文件 ") + entry.name; }

}  // namespace

void FileTable::show(Folder folder) {
  folder_ = std::move(folder);
  files_ = static_cast<std::size_t>(std::ranges::count(folder_.entries, false, &FileEntry::is_folder));
  taken_.clear();
  at_.reset();
  scroll_.to_top();
  if (sort_.column != 0 || sort_.descending) sort_entries(folder_.entries, kOrders.at(sort_.column), sort_.descending);
}

// The newest and the largest are looked for first.
void FileTable::sort(std::size_t column) {
  sort_ = {.column = column, .descending = sort_.column == column ? !sort_.descending : column != 0};
  sort_entries(folder_.entries, kOrders.at(column), sort_.descending);
  at_.reset();
  scroll_.to_top();
}

void FileTable::take(const FileEntry& entry) {
  const bool was = taken_.contains(entry.path);
  if (!many_) taken_.clear();
  if (was) taken_.erase(entry.path);
  else taken_.insert(entry.path);
}

void FileTable::take_keys(Desk& desk, Answer& answer, float rows_high) {
  if (folder_.entries.empty()) return;
  const std::ptrdiff_t page = std::max<std::ptrdiff_t>(1, static_cast<std::ptrdiff_t>(rows_high / kRow));
  const std::ptrdiff_t last = std::ssize(folder_.entries) - 1;
  const std::ptrdiff_t now = at_ ? static_cast<std::ptrdiff_t>(*at_) : -1;
  std::ptrdiff_t to = now;
  if (desk.shortcut({.key = ui::Key::Down})) to = now + 1;
  if (desk.shortcut({.key = ui::Key::Up})) to = now - 1;
  if (desk.shortcut({.key = ui::Key::PageDown})) to = now + page;
  if (desk.shortcut({.key = ui::Key::PageUp})) to = now - page;
  if (desk.shortcut({.key = ui::Key::Home})) to = 0;
  if (desk.shortcut({.key = ui::Key::End})) to = last;
  if (to != now) {
    at_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, last));
    scroll_.reveal_from_top(kRow * static_cast<float>(*at_), kRow);
  }
  if (!at_) return;
  const FileEntry& entry = folder_.entries[*at_];
  if (desk.shortcut({.key = ui::Key::Space}) && !entry.is_folder) take(entry);
  if (!desk.shortcut({.key = ui::Key::Enter})) return;
  (entry.is_folder ? answer.folder : answer.file) = entry.path;
}

// What the file shows, once it was read; until then, and for what is no picture, a plain sign.
void FileTable::draw_sign(Desk& desk, ui::Rect box, const FileEntry& entry) {
  ui::Canvas& canvas = desk.canvas();
  const FileThumb* thumb = thumbs_.of(entry);
  if (thumb != nullptr) {
    const ui::PictureSource source{.key = thumb->key, .file = thumb->file, .width = thumb->width, .height = thumb->height};
    canvas.picture(box, source, {.fit_inside = true, .placeholder = color::kPaper});
    return;
  }
  canvas.icon(entry.is_folder ? "list" : entry.is_picture ? "image" : "book", box.centre(), entry.is_folder ? 22.0F : 20.0F, entry.is_folder ? color::kAmber : color::kInk3);
}

void FileTable::draw_row(Desk& desk, ui::Rect row, std::size_t index, Answer& answer) {
  const FileEntry& entry = folder_.entries[index];
  const bool on = taken_.contains(entry.path);
  const std::string label = label_of(entry);
  const ui::Touch touch = table_row(desk, label, row, {.selected = on, .focused = at_ == index});
  draw_sign(desk, {row.x + kLeft, row.y + (row.h - kSignHigh) / 2, kSignWide, kSignHigh}, entry);
  const auto boxes = column_boxes(columns(), row.after(kLeft));
  cell(desk, boxes[0].after(kSignWide + 14), entry.name, on ? bold(14.5F) : words(14.5F));
  if (!entry.is_folder) desk.canvas().text(boxes[1].left(boxes[1].w - 12), size_words(entry.bytes), right(second()));
  desk.canvas().text(boxes[2].left(boxes[2].w - 20), moment_words(entry.changed_ms), right(second()));
  const bool twice = desk.double_tapped(label, touch);
  if (!touch.tapped) return;
  at_ = index;
  if (entry.is_folder) answer.folder = entry.path;
  else if (twice) answer.file = entry.path;
  else take(entry);
}

FileTable::Answer FileTable::draw(Desk& desk, ui::Rect view) {
  Answer answer;
  thumbs_.begin_round();
  const auto heads = columns();
  desk.canvas().fill(view.top(kHead), color::kHead);
  if (const auto column = table_head(desk, view.top(kHead).after(kLeft), heads, sort_)) sort(*column);
  const ui::Rect rows = view.below(kHead);
  take_keys(desk, answer, rows.h);
  const ui::Rect area = scroll_.begin(desk, rows, "文件");
  const auto first = static_cast<std::size_t>(std::max(0.0F, scroll_.offset() / kRow));
  const std::size_t last = std::min(folder_.entries.size(), first + static_cast<std::size_t>(rows.h / kRow) + 2);
  for (std::size_t i = first; i < last; ++i) draw_row(desk, {area.x, area.y + kRow * static_cast<float>(i), area.w, kRow}, i, answer);
  scroll_.end(desk, area.y + kRow * static_cast<float>(folder_.entries.size()));
  if (thumbs_.pending()) desk.canvas().request_frame_in(kLookAgain);
  return answer;
}

}  // namespace admin::desk
