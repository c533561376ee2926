#include "admin/editors/pick_list.h"

#include <algorithm>

#include "admin/desk/look.h"
#include "content/record.h"
#include "kiosk/ui/text_edit.h"

namespace admin::editors {

namespace {

namespace color = desk::color;

constexpr float kRow = 36;
constexpr float kRows = 8;
constexpr std::string_view kFilter = "输入名称或拼音来找";

// What tells two records of the same name apart.
std::string note_of(const content::Record& record) {
  for (const std::string_view key : {"address", "community", "origin", "kicker", "short_name"}) {
    const nlohmann::json* value = content::value_at(record.body, key);
    if (value != nullptr && value->is_string()) return value->get<std::string>();
  }
  return {};
}

}  // namespace

PickList::PickList(Workspace& office, content::Kind kind, content::RecordId chosen) : chosen_(std::move(chosen)) {
  Records& records = office.records();
  KeyMaker& maker = records.key_maker();
  const content::KindSpec& spec = content::kind_spec(kind);
  for (const content::Record* record : records.of(kind)) {
    Row row{record->id, content::title_of(spec, record->body), note_of(*record), {}};
    const auto name = kind == content::Kind::Figure ? content::NameKind::Person : content::NameKind::Other;
    maker.add_name(row.keys, row.words, name);
    maker.add_words(row.keys, row.note);
    rows_.push_back(std::move(row));
  }
  sift();
  const auto found = std::ranges::find_if(hits_, [this](std::size_t hit) { return rows_[hit].id == chosen_; });
  if (found != hits_.end()) lit_ = static_cast<std::size_t>(found - hits_.begin());
  scroll_.reveal_from_top(kRow * static_cast<float>(lit_ + 1), kRow);
}

ui::Size PickList::size(float width) { return {std::max(width, 320.0F), kRow * (kRows + 1.5F) + 10}; }

void PickList::sift() {
  sifted_ = filter_;
  hits_.clear();
  const SearchQuery query(filter_);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (query.empty() || query.finds(rows_[i].keys)) hits_.push_back(i);
  }
  lit_ = 0;
}

void PickList::take_keys() {
  using enum ui::Key;
  if (ui::pressed({Enter}) && !hits_.empty()) taken_ = rows_[hits_[lit_]].id;
  const std::size_t before = lit_;
  if (ui::pressed({Down})) lit_ = std::min(lit_ + 1, hits_.empty() ? 0 : hits_.size() - 1);
  if (ui::pressed({Up}) && lit_ > 0) --lit_;
  if (lit_ != before) scroll_.reveal_from_top(kRow * static_cast<float>(lit_ + 1), kRow);
}

void PickList::draw(desk::Desk& desk, ui::Rect box, std::string_view item) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect field = box.inset(4).top(kRow);
  if (!asked_) ui::focus_text(canvas, kFilter), asked_ = true;
  ui::text_edit(canvas, kFilter, field.inset(10, 4), filter_,
                {.text = desk::words(), .caret = color::kRed, .selection = color::kRedHalo, .hint = kFilter, .hint_color = color::kHint});
  canvas.line({field.x, field.bottom() + 1}, {field.right(), field.bottom() + 1}, color::kLine, 1);
  if (filter_ != sifted_) {
    sift();
    scroll_.to_top();
  }
  take_keys();
  const ui::Rect area = scroll_.begin(desk, {field.x, field.bottom() + 3, field.w, box.bottom() - field.bottom() - 7}, item);
  const ui::Rect none = area.top(kRow);
  const ui::Touch touch = canvas.touch(std::string(item) + "：不填", none);
  if (touch.pressed || desk.hovers(none)) canvas.fill(none, color::kHover, 4);
  canvas.text(none.inset(10, 0), "不填", desk::words(desk::size::kText, color::kInk3));
  if (touch.tapped) taken_ = content::RecordId{};
  const float top = area.y + kRow;
  const auto first = static_cast<std::size_t>(std::max(0.0F, scroll_.offset() / kRow - 2));
  const auto last = std::min(hits_.size(), first + static_cast<std::size_t>(kRows) + 5);
  for (std::size_t i = first; i < last; ++i) draw_row(desk, {area.x, top + kRow * static_cast<float>(i), area.w, kRow}, item, i);
  if (hits_.empty()) canvas.text({area.x, top, area.w, kRow}, filter_.empty() ? "还没有可选的" : "没有找到，换几个字试试", desk::centre(desk::second()));
  scroll_.end(desk, top + kRow * static_cast<float>(std::max<std::size_t>(1, hits_.size())));
}

void PickList::draw_row(desk::Desk& desk, ui::Rect row, std::string_view item, std::size_t place) {
  ui::Canvas& canvas = desk.canvas();
  const Row& record = rows_[hits_[place]];
  const ui::Touch touch = canvas.touch(std::string(item) + "：" + record.words + (record.note.empty() ? "" : " " + record.note), row);
  const bool lit = place == lit_;
  if (lit || touch.pressed || desk.hovers(row)) canvas.fill(row, lit ? color::kWell : color::kHover, 4);
  const bool on = record.id == chosen_;
  const float note = record.note.empty() ? 0 : std::min(row.w * 0.45F, canvas.measure(record.note, desk::second()) + 2);
  const ui::Rect words = row.inset(10, 0).left(row.w - 24 - note - (on ? 22 : 0));
  canvas.text(words, record.words, on ? desk::bold() : desk::words());
  if (note > 0) canvas.text({row.right() - 10 - note - (on ? 22 : 0), row.y, note, row.h}, record.note, desk::right(desk::second()));
  if (on) canvas.icon("check", {row.right() - 18, row.centre().y}, 16, color::kPine);
  if (touch.tapped) taken_ = record.id;
}

}  // namespace admin::editors
