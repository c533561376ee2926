// The rows of an offer's card.
#include <algorithm>
#include <array>
#include <string>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/editors/offers_editor.h"
#include "content/utf8.h"
#include "content/words.h"

namespace admin::editors {

namespace {

using content::Offer;
using content::OfferKind;
namespace color = desk::color;
namespace size = desk::size;

constexpr float kLabel = 62;
constexpr float kTickRow = 32;

// "军属", not the law's whole phrase, where a row has to hold seven.
std::string_view short_word(content::Who who) {
  if (who == content::Who::Bereaved) return "烈士、病故军人遗属";
  return content::word_of(who).zh;
}
std::string_view short_word(content::Proof proof) { return content::word_of(proof).zh; }

// Checkboxes in rows behind a label; true when one was clicked.
template <typename Enum>
bool ticks(desk::Desk& desk, ui::Rect row, std::string_view label, const std::string& item, std::vector<Enum>& values, bool enabled, bool wanted, std::string_view none, float& height) {
  ui::Canvas& canvas = desk.canvas();
  const bool missing = wanted && values.empty();
  canvas.text({row.x, row.y, kLabel, kTickRow}, label, missing ? desk::bold(size::kSecond, color::kAmber) : desk::second(color::kInk2));
  float x = row.x + kLabel;
  float y = row.y;
  bool changed = false;
  const auto words = content::words_of<Enum>();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Enum value = static_cast<Enum>(i);
    const std::string_view name = short_word(value);
    const float width = desk::checkbox_width(desk, name);
    if (x + width > row.right() && x > row.x + kLabel) x = row.x + kLabel, y += kTickRow;
    const auto found = std::ranges::find(values, value);
    const bool on = found != values.end();
    if (desk::checkbox(desk, name, {x, y, width, kTickRow}, on, item + " " + std::string(label) + "：" + std::string(name), enabled)) {
      if (on) values.erase(found);
      else values.push_back(value);
      std::ranges::sort(values);
      changed = true;
    }
    x += width + 18;
  }
  if (values.empty()) {
    if (missing) canvas.icon("info", {x + 8, y + kTickRow / 2}, 15, color::kAmber);
    canvas.text({x + (missing ? 20 : 0), y, row.right() - x - 20, kTickRow}, none, desk::second(missing ? color::kAmber : color::kInk3));
  }
  height = y + kTickRow - row.y;
  return changed;
}

std::string circled(std::size_t index) {
  constexpr std::array<std::string_view, 12> kNumbers{"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", "⑪", "⑫"};
  return index < kNumbers.size() ? std::string(kNumbers.at(index)) : std::to_string(index + 1) + ".";
}

}  // namespace

float OffersPart::draw_title(Work& work, ui::Rect row, std::size_t index) {
  Offer& offer = offers_[index];
  const PlateFit fit = plate_fit(offer.title);
  const std::string label = circled(index) + " 优惠";
  std::string sentence;
  std::string fix;
  desk::FieldFrame frame{.label = label, .required = true, .used = static_cast<int>(content::count_chars(offer.title)), .limit = static_cast<int>(kPlateLimit), .enabled = work.enabled()};
  if (fit == PlateFit::Good) frame.state = desk::FieldState::Ok, sentence = "大字模式也放得下";
  if (fit == PlateFit::Tight) frame.state = desk::FieldState::Warn, sentence = "最好不超过 6 个字，大字模式会小一号";
  if (fit == PlateFit::TooLong) {
    frame.state = desk::FieldState::Error;
    sentence = "多了 " + std::to_string(over_by(offer.title)) + " 个字";
    if (const auto shorter = shorter_title(offer); shorter && work.enabled()) fix = "改成 " + *shorter;
  }
  frame.sentence = sentence;
  frame.fix = fix;
  std::string title = offer.title;
  const desk::TextField field = desk::text_field(work.desk, row, title, {.frame = frame, .item = item(work, index), .hint = "全单八折"});
  active_ = active_ || field.edit.active;
  gained_ = gained_ || field.edit.gained;
  if (field.edit.changed) {
    offer.title = title;
    changed_ = true;
  }
  if (field.fixed) {
    offer.title = shorter_title(offer).value_or(offer.title);
    changed_ = left_ = true;
  }
  if (field.edit.lost) {
    left_ = true;
    Offer followed = offer;
    follow_title(followed);
    if (followed.kind != offer.kind || followed.pay_percent != offer.pay_percent || followed.amount_fen != offer.amount_fen) offer = followed, changed_ = true;
  }
  return field.height;
}

bool OffersPart::number(Work& work, ui::Rect box, const std::string& name, std::int64_t& value, NumberKind kind, Typed& typed, std::string_view unit) {
  nlohmann::json json = value == 0 ? nlohmann::json() : nlohmann::json(value);
  const NumberEdit edit = number_box(work.desk, box, name, json, kind, typed, {.frame = {.state = typed.unread ? desk::FieldState::Error : desk::FieldState::Rest, .enabled = work.enabled()}, .unit = unit}, work.context.held);
  active_ = active_ || edit.active;
  left_ = left_ || edit.left;
  if (edit.changed) {
    value = json.is_number_integer() ? json.get<std::int64_t>() : 0;
    changed_ = true;
  }
  return edit.left;
}

// Kind and its numbers, the line on the plate.
float OffersPart::draw_worth(Work& work, ui::Rect row, std::size_t index) {
  Offer& offer = offers_[index];
  Card& card = cards_[index];
  ui::Canvas& canvas = work.desk.canvas();
  const std::string name = item(work, index);
  canvas.text({row.x, row.y, kLabel, size::kControl}, "种类", desk::second(color::kInk2));
  std::vector<desk::Option> options;
  for (const content::EnumWord& word : content::kOfferKindWords) options.push_back({std::string(word.zh)});
  float x = row.x + kLabel;
  const auto chosen = desk::drop_down(work.desk, {x, row.y, 110, size::kControl}, options, static_cast<int>(offer.kind), {.label = name + " 种类", .enabled = work.enabled()});
  x += 120;
  bool worth = false;
  if (chosen && static_cast<int>(*chosen) != static_cast<int>(offer.kind)) {
    offer.kind = static_cast<OfferKind>(*chosen);
    changed_ = left_ = worth = true;
  }
  if (offer.kind == OfferKind::PayRatio) {
    canvas.text({x, row.y, 36, size::kControl}, "付", desk::words());
    std::int64_t percent = offer.pay_percent;
    worth = number(work, {x + 24, row.y, 96, size::kControl}, name + " 付几成", percent, NumberKind::Whole, card.percent, "%") || worth;
    offer.pay_percent = static_cast<int>(std::clamp<std::int64_t>(percent, 0, 1000));
    x += 136;
  } else if (offer.kind == OfferKind::AmountOff) {
    canvas.text({x, row.y, 36, size::kControl}, "满", desk::words());
    worth = number(work, {x + 24, row.y, 104, size::kControl}, name + " 满多少", offer.from_fen, NumberKind::Money, card.least, "元") || worth;
    canvas.text({x + 138, row.y, 36, size::kControl}, "减", desk::words());
    worth = number(work, {x + 162, row.y, 104, size::kControl}, name + " 减多少", offer.amount_fen, NumberKind::Money, card.amount, "元") || worth;
    x += 282;
  }
  if (worth) {
    follow_worth(offer);
    changed_ = true;
  }
  const float rest = row.right() - x;
  if (rest >= 150) {
    text(work, {x, row.y, rest, size::kControl}, name + " 牌上小字", offer.proof_line, "牌上小字：凭优待证");
    return size::kControl + 8;
  }
  text(work, {row.x + kLabel, row.y + size::kControl + 8, row.w - kLabel, size::kControl}, name + " 牌上小字", offer.proof_line, "牌上小字：凭优待证");
  return 2 * size::kControl + 16;
}

void OffersPart::text(Work& work, ui::Rect box, const std::string& name, std::string& value, std::string_view hint) {
  const desk::TextField field = desk::text_box(work.desk, box, name, value, {.frame = {.enabled = work.enabled()}, .hint = hint});
  active_ = active_ || field.edit.active;
  gained_ = gained_ || field.edit.gained;
  changed_ = changed_ || field.edit.changed;
  left_ = left_ || field.edit.lost;
}

float OffersPart::draw_people(Work& work, ui::Rect row, std::size_t index) {
  Offer& offer = offers_[index];
  const Offer before = offer;
  const std::string name = item(work, index);
  float who = 0;
  float proofs = 0;
  bool changed = ticks(work.desk, row, "谁能用", name, offer.who, work.enabled(), false, "不选就是都能用", who);
  const bool other = ticks(work.desk, {row.x, row.y + who, row.w, 0}, "凭什么", name, offer.proofs, work.enabled(), true, "没选，屏上不写凭什么", proofs);
  if (other) follow_proofs(offer, before);
  changed = changed || other;
  const ui::Rect cards{row.x + kLabel, row.y + who + proofs, row.w - kLabel, kTickRow};
  const bool any = offer.cards == content::Cards::AnyProvince;
  const std::string words = "外省的优待证也行";
  work.desk.canvas().text({row.x, cards.y, kLabel, kTickRow}, "外省", desk::second(color::kInk2));
  if (desk::checkbox(work.desk, words, cards.left(desk::checkbox_width(work.desk, words)), any, name + "：" + words, work.enabled())) {
    offer.cards = any ? content::Cards::LocalOnly : content::Cards::AnyProvince;
    changed = true;
  }
  if (changed) changed_ = left_ = true;
  return who + proofs + kTickRow + 4;
}

// Conditions, English, dates.
float OffersPart::draw_details(Work& work, ui::Rect row, std::size_t index) {
  Offer& offer = offers_[index];
  Card& card = cards_[index];
  ui::Canvas& canvas = work.desk.canvas();
  const std::string name = item(work, index);
  const float half = (row.w - kLabel - 8) / 2;
  const auto label = [&](std::string_view words, float y) { canvas.text({row.x, y, kLabel, size::kControl}, words, desk::second(color::kInk2)); };
  label("条件", row.y);
  text(work, {row.x + kLabel, row.y, half, size::kControl}, name + " 条件", offer.conditions, "烟酒除外");
  text(work, {row.x + kLabel + half + 8, row.y, half, size::kControl}, name + " 英文", offer.title_english, "英文：20% off");
  const float y = row.y + size::kControl + 8;
  label("有效期", y);
  const float width = std::min(170.0F, (row.w - kLabel - 30) / 2);
  const auto day = [&](float x, const std::string& item_name, std::optional<content::Day>& value, FieldMemory& memory) {
    const bool wrong = offer.validity.from && offer.validity.until && *offer.validity.from > *offer.validity.until;
    const desk::FieldState state = wrong || memory.typed.unread ? desk::FieldState::Error : desk::FieldState::Rest;
    const DayEdit edit = day_box(work.desk, {x, y, width, size::kControl}, item_name, value, work.today(), memory, state, work.enabled(), work.context.held);
    active_ = active_ || edit.active;
    left_ = left_ || edit.left;
    changed_ = changed_ || edit.changed;
  };
  day(row.x + kLabel, name + " 开始", offer.validity.from, card.from);
  canvas.text({row.x + kLabel + width, y, 30, size::kControl}, "至", desk::centre(desk::second()));
  day(row.x + kLabel + width + 30, name + " 到期", offer.validity.until, card.until);
  return 2 * size::kControl + 16;
}

float OffersPart::draw_problems(Work& work, ui::Rect row, std::size_t index) {
  float height = 0;
  for (const content::Problem* problem : problems_under(work.problems, std::string(work.field.key) + "[" + std::to_string(index) + "]")) {
    if (problem->fault == content::Fault::TooLong && problem->key.ends_with(".title")) continue;   // said at the title
    const std::string sentence = problem->field.zh + "：" + words_of(*problem);
    height += desk::field_below(work.desk, {row.x, row.y + height}, row.w, {.state = desk::FieldState::Error, .sentence = sentence}, item(work, index)).height;
  }
  height += draw_held(work, {row.x, row.y + height}, row.w, item(work, index));
  return height;
}

}  // namespace admin::editors
