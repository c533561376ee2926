#include "admin/editors/offers_editor.h"

#include <algorithm>

#include "admin/desk/button.h"
#include "content/error.h"
#include "content/read_model.h"
#include "content/write_model.h"

namespace admin::editors {

namespace {

namespace color = desk::color;
namespace size = desk::size;

constexpr float kCardGap = 14;

std::vector<content::Offer> offers_of(const nlohmann::json& value) {
  std::vector<content::Offer> offers;
  if (!value.is_array()) return offers;
  for (const nlohmann::json& one : value) {
    try {
      offers.push_back(content::read_offer(one));
    } catch (const content::Error&) {
      content::Offer kept;
      if (one.is_object() && one.contains("title")) kept.title = text_of(one["title"]);
      offers.push_back(kept);
    }
  }
  return offers;
}

}  // namespace

FieldEdit edit_offers(Work& work) {
  auto* part = dynamic_cast<OffersPart*>(work.memory.part.get());
  if (part == nullptr) {
    work.memory.part = std::make_unique<OffersPart>();
    part = static_cast<OffersPart*>(work.memory.part.get());
  }
  return part->edit(work);
}

std::string OffersPart::item(const Work& work, std::size_t index) const { return work.item + " 第 " + std::to_string(index + 1) + " 条"; }

FieldEdit OffersPart::edit(Work& work) {
  offers_ = offers_of(work.value);
  changed_ = left_ = active_ = gained_ = false;
  ui::Rect row{work.area.x, work.area.y, work.area.w, 0};
  row.y += draw_head(work, row);
  if (work.enabled()) row.y += draw_sentence(work, row);
  while (cards_.size() < offers_.size()) cards_.emplace_back();
  Tool tool;
  for (std::size_t i = 0; i < offers_.size(); ++i) row.y += draw_card(work, row, i, tool) + kCardGap;
  if (offers_.empty() && !work.enabled()) {
    work.desk.canvas().text({row.x, row.y, row.w, 30}, "没有填", desk::second());
    row.y += 34;
  }
  if (tool.off) {
    offers_.erase(offers_.begin() + static_cast<std::ptrdiff_t>(*tool.off));
    cards_.erase(cards_.begin() + static_cast<std::ptrdiff_t>(*tool.off));
    forget_held(work.context.held);
    changed_ = left_ = true;
  } else if (tool.up) {
    std::swap(offers_[*tool.up], offers_[*tool.up - 1]);
    std::swap(cards_[*tool.up], cards_[*tool.up - 1]);
    forget_held(work.context.held);
    changed_ = left_ = true;
  }
  FieldEdit edit{.left = left_, .active = active_, .gained = gained_};
  if (changed_) edit.changed = put(work.value, content::write_offers(offers_));
  edit.height = row.y - work.area.y;
  return edit;
}

float OffersPart::draw_head(Work& work, ui::Rect row) {
  row.h = 36;
  desk::Desk& desk = work.desk;
  const float title = desk.canvas().text(row, work.field.zh, desk::bold(size::kPanelTitle));
  float right = row.right();
  if (work.enabled()) {
    const bool room = work.field.count == 0 || offers_.size() < static_cast<std::size_t>(work.field.count);
    if (desk::button_from_right(desk, "加一条", right, row.y, {.icon = "plus", .enabled = room, .label = work.item + "：加一条"})) {
      offers_.emplace_back();
      ui::focus_text(desk.canvas(), item(work, offers_.size() - 1));
      changed_ = true;
    }
  }
  const float room = right - row.x - title - 24;
  const std::string note = "第一条写在红牌上，最多 " + std::to_string(work.field.count) + " 条";
  desk.canvas().text({row.x + title + 12, row.y, std::max(0.0F, room), row.h}, note, desk::second());
  return row.h + 8;
}

float OffersPart::draw_sentence(Work& work, ui::Rect row) {
  desk::FieldFrame frame{.enabled = true};
  if (unsure_) frame.sentence = "没完全看懂，按原话加进来了，请看看种类和数字。", frame.state = desk::FieldState::Warn;
  if (!work.sentence.empty()) frame.sentence = work.sentence, frame.state = desk::FieldState::Error;
  const desk::TextField field = desk::text_field(work.desk, row, sentence_, {.frame = frame, .item = work.item, .hint = "写一句话，按回车加一条：持优待证九折，烟酒除外", .icon = "next", .icon_item = work.item + "：加进来"});
  active_ = active_ || field.edit.active;
  gained_ = gained_ || field.edit.gained;
  if (field.edit.changed) unsure_ = false;
  if (field.edit.entered || field.icon_clicked) {
    if (const auto typed = read_typed_offer(sentence_)) {
      offers_.push_back(typed->offer);
      unsure_ = !typed->understood;
      sentence_.clear();
      changed_ = left_ = true;
    }
  }
  return field.height + 12;
}

float OffersPart::draw_card(Work& work, ui::Rect row, std::size_t index, Tool& tool) {
  ui::Canvas& canvas = work.desk.canvas();
  Card& card = cards_[index];
  const bool wrong = !problems_under(work.problems, std::string(work.field.key) + "[" + std::to_string(index) + "]").empty() ||
                     plate_fit(offers_[index].title) == PlateFit::TooLong;
  const ui::Rect box{row.x, row.y, row.w, card.height};
  canvas.fill(box, color::kPaper, size::kCardRadius);
  canvas.outline(box, wrong ? color::kError : color::kLine, wrong ? 1.5F : 1, size::kCardRadius);
  const ui::Rect inner = box.inset(16);
  const ui::Rect plate{inner.x, inner.y, 150, 82};
  draw_plate(work, plate, offers_[index]);
  if (work.enabled()) {
    float x = inner.right() - 26;
    if (desk::icon_button(work.desk, item(work, index) + "：去掉", "close", {x, inner.y - 8, 30, 30})) tool.off = index;
    x -= 32;
    if (index > 0 && desk::icon_button(work.desk, item(work, index) + "：上移", "up", {x, inner.y - 8, 30, 30})) tool.up = index;
  }
  float y = inner.y + draw_title(work, {plate.right() + 16, inner.y, inner.right() - plate.right() - 16 - (work.enabled() ? 66.0F : 0), 0}, index);
  y = std::max(y, plate.bottom()) + 10;
  y += draw_worth(work, {inner.x, y, inner.w, 0}, index);
  y += draw_people(work, {inner.x, y, inner.w, 0}, index);
  y += draw_details(work, {inner.x, y, inner.w, 0}, index);
  y += draw_problems(work, {inner.x, y, inner.w, 0}, index);
  const float height = y + 12 - row.y;
  if (height != card.height) canvas.request_frame();
  card.height = height;
  return height;
}

// As the shop's page shows it: proof above, title large.
void OffersPart::draw_plate(Work& work, ui::Rect plate, const content::Offer& offer) const {
  ui::Canvas& canvas = work.desk.canvas();
  const PlateFit fit = plate_fit(offer.title);
  const bool fits = fit == PlateFit::Good || fit == PlateFit::Tight;
  const ui::Rect words = plate.inset(12, 10);
  if (fits) {
    canvas.fill(plate, color::kRedDark, 6);
  } else {
    canvas.fill(plate, color::kWell, 6);
    canvas.outline(plate, fit == PlateFit::TooLong ? color::kError : color::kField, 1, 6);
  }
  const std::string_view above = fits ? std::string_view(offer.proof_line) : fit == PlateFit::Empty ? "还没写" : "放不下";
  canvas.text(words.top(18), above, desk::small(fits ? color::kGoldOnRed : color::kInk3));
  ui::TextStyle style{.face = ui::Face::Serif, .size = 30, .color = fits ? color::kCream : color::kRedDark, .line = 1.2F};
  const ui::Rect line{words.x, words.y + 20, words.w, words.h - 18};
  const float width = canvas.measure(offer.title, style);
  if (width > line.w) style.size = std::max(16.0F, style.size * line.w / width * 0.98F);
  canvas.text(line, offer.title, style);
}

}  // namespace admin::editors
