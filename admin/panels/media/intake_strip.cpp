#include "admin/panels/media/intake_strip.h"

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/scroll.h"
#include "admin/workspace/records.h"

namespace admin::media {
namespace {

namespace color = desk::color;
namespace size = desk::size;

constexpr std::chrono::milliseconds kLookAgain{50};

// Which files did not come in, each with its sentence.
class RefusedList final : public desk::Layer {
 public:
  explicit RefusedList(std::vector<IntakeItem> refused) : refused_(std::move(refused)) {}
  bool dims() const override { return true; }

  bool draw(desk::Desk& desk) override {
    ui::Canvas& canvas = desk.canvas();
    const ui::Rect box = ui::centred(canvas.bounds(), {720, 480});
    canvas.shadow(box, ui::Elevation::Dialog, size::kDialogRadius);
    canvas.fill(box, color::kPaper, size::kDialogRadius);
    const ui::Rect inside = box.inset(28, 22);
    canvas.text(inside.top(30), std::to_string(refused_.size()) + " 个文件没有导入", desk::bold(18));
    const ui::Rect area = scroll_.begin(desk, {inside.x, inside.y + 42, inside.w, inside.h - 42 - 52}, "没有导入的文件");
    float y = area.y;
    for (const IntakeItem& item : refused_) {
      canvas.icon("info", {area.x + 10, y + 12}, 18, color::kError);
      y += canvas.paragraph({area.x + 30, y, area.w - 36, 0}, item.reason.zh, desk::words(14.5F)) + 12;
    }
    scroll_.end(desk, y);
    float right = inside.right();
    return !desk::button_from_right(desk, "知道了", right, inside.bottom() - size::kBigButton, {.kind = desk::ButtonKind::Save}, size::kBigButton);
  }

 private:
  std::vector<IntakeItem> refused_;
  desk::ScrollArea scroll_;
};

}  // namespace

IntakeStrip::IntakeStrip(const std::filesystem::path& office_db)
    : intake_(std::make_unique<PictureIntake>(PictureIntake::Options{.office_db = office_db})) {}

void IntakeStrip::add(std::vector<std::filesystem::path> files, std::optional<content::MediaId> replaces) {
  if (!busy()) {
    kept_ = known_ = 0;
    refused_.clear();
  }
  intake_->add(files, content::PictureUse::Ordinary, std::move(replaces));
  was_busy_ = true;
}

bool IntakeStrip::busy() const { return intake_->progress().busy; }

std::vector<content::MediaId> IntakeStrip::settle(desk::Desk& desk) {
  std::vector<content::MediaId> ids;
  if (!was_busy_) return ids;
  for (IntakeItem& item : intake_->settle(desk.office().store(), desk.office().person().name)) {
    kept_ += item.state == IntakeState::Kept ? 1 : 0;
    known_ += item.state == IntakeState::Known ? 1 : 0;
    if (item.state == IntakeState::Kept || item.state == IntakeState::Known) ids.push_back(item.media);
    if (item.state == IntakeState::Refused) refused_.push_back(std::move(item));
  }
  if (busy()) {
    desk.canvas().request_frame_in(kLookAgain);
    return ids;
  }
  was_busy_ = false;
  intake_->forget_finished();
  desk.office().records().refresh();
  tell(desk);
  return ids;
}

void IntakeStrip::tell(desk::Desk& desk) {
  if (kept_ + known_ == 0) return;
  std::string words = kept_ > 0 ? "已导入 " + std::to_string(kept_) + " 张图片" : std::string();
  if (known_ > 0) words += (words.empty() ? "" : "，") + std::to_string(known_) + " 张素材库里已经有了";
  desk.toast(words + "。");
}

bool IntakeStrip::draw(desk::Desk& desk, ui::Rect row) {
  ui::Canvas& canvas = desk.canvas();
  const IntakeProgress progress = intake_->progress();
  if (!progress.busy && refused_.empty()) return false;
  float right = row.right() - size::kPad;
  const float y = row.centre().y - 17;
  if (progress.busy) {
    canvas.fill(row, color::kIndigo50);
    canvas.text(row.inset(size::kPad, 0), "正在导入 " + std::to_string(std::min(progress.finished + 1, progress.total)) + " / " + std::to_string(progress.total) + " …", desk::words(size::kText, color::kIndigo));
    if (desk::button_from_right(desk, "停下", right, y, {.label = "停下导入"}, 34)) intake_->cancel_all();
    const ui::Rect track{row.x + 240, row.centre().y - 3, std::max(60.0F, right - row.x - 270), 6};
    canvas.fill(track, color::kIndigoLine, 3);
    const float share = progress.total == 0 ? 0 : static_cast<float>(progress.finished) / static_cast<float>(progress.total);
    canvas.fill(track.left(track.w * share), color::kIndigo, 3);
    return true;
  }
  canvas.fill(row, color::kRed50);
  const std::string words = refused_.size() == 1 ? refused_.front().reason.zh : std::to_string(refused_.size()) + " 个文件没有导入，其余的都进来了。";
  if (desk::icon_button(desk, "收起导入结果", "close", {right - 34, y, 34, 34})) {
    refused_.clear();
    return true;
  }
  right -= 44;
  if (desk::button_from_right(desk, "看原因", right, y, {}, 34)) desk.show(std::make_unique<RefusedList>(refused_));
  canvas.text({row.x + size::kPad, row.y, right - row.x - size::kPad - 8, row.h}, words, desk::words(size::kText, color::kRedDark));
  return true;
}

}  // namespace admin::media
