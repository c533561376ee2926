#include "admin/editors/field_editor.h"

#include <algorithm>
#include <chrono>

#include "admin/editors/fields.h"
#include "admin/editors/pick_list.h"
#include "admin/workspace/records.h"
#include "content/utf8.h"

namespace admin::editors {

namespace {

using content::FieldType;

FieldEdit dispatch(Work& work) {
  if (work.field.type == FieldType::LongText && work.context.kind == content::Kind::Article && work.field.key == "body") return edit_body(work);
  switch (work.field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Pinyin: return edit_text(work);
    case FieldType::Number:
    case FieldType::Year:
    case FieldType::Money:
    case FieldType::Fraction:
    case FieldType::Degrees: return edit_number(work);
    case FieldType::Date: return edit_date(work);
    case FieldType::YesNo: return edit_yes_no(work);
    case FieldType::Enum: return edit_enum(work);
    case FieldType::EnumList: return edit_enum_list(work);
    case FieldType::Months: return edit_months(work);
    case FieldType::Icon: return edit_icon(work);
    case FieldType::Colour: return edit_colour(work);
    case FieldType::Plane: return edit_plane(work);
    case FieldType::Ref: return edit_ref(work);
    case FieldType::Media:
    case FieldType::MediaList: return edit_picture(work);
    case FieldType::TextList:
    case FieldType::Hosts: return edit_text_list(work);
    case FieldType::Honours: return edit_honours(work);
    case FieldType::Outlets: return edit_outlets(work);
    case FieldType::Labels: return edit_labels(work);
    case FieldType::Hours: return edit_hours(work);
    case FieldType::Offers: return edit_offers(work);
  }
  return {};
}

bool counts_characters(const content::Field& field) {
  return field.max_chars > 0 && (field.type == FieldType::Text || field.type == FieldType::LongText);
}

// How a table's cell holds several is nothing to a form.
bool helps_a_form(const content::Field& field) {
  using enum FieldType;
  return field.type != MediaList && field.type != TextList && field.type != Hosts && field.type != Honours && field.type != Outlets && field.type != Labels;
}

void fill_frame(Work& work) {
  const content::Field& field = work.field;
  work.frame = {.label = field.zh, .required = field.required, .help = helps_a_form(field) ? field.help_zh : std::string_view(), .enabled = work.enabled()};
  if (counts_characters(field)) {
    work.frame.used = static_cast<int>(content::count_chars(text_of(work.value)));
    work.frame.limit = field.max_chars;
  }
  const auto own = std::ranges::find_if(work.problems, [&](const content::Problem& problem) { return problem.key == field.key; });
  if (own != work.problems.end()) complain(work, words_of(*own));
}

}  // namespace

FieldEditors::FieldEditors() = default;

FieldEditors::~FieldEditors() = default;

void FieldEditors::forget() { memories_.clear(); }

FieldEdit FieldEditors::edit(desk::Desk& desk, ui::Rect area, const content::Field& field, nlohmann::json& value, const FieldContext& context,
                             std::span<const content::Problem> problems) {
  auto& memory = memories_[std::string(field.key)];
  if (memory == nullptr) memory = std::make_unique<FieldMemory>();
  Work work{desk, area, field, value, context, problems, *memory, item_label(field, context), {}, {}};
  fill_frame(work);
  return dispatch(work);
}

bool wants_width(const content::Field& field) {
  using enum FieldType;
  constexpr std::array kWide{LongText, TextList, EnumList, MediaList, Hours, Offers, Honours, Outlets, Labels, Plane, Hosts, Months};
  return std::ranges::find(kWide, field.type) != kWide.end() || (field.type == Text && field.max_chars > 60);
}

std::string item_label(const content::Field& field, const FieldContext& context) { return std::string(context.prefix) + std::string(field.zh); }

FieldMemory& FieldMemory::row(std::size_t index) {
  while (rows.size() <= index) rows.push_back(std::make_unique<FieldMemory>());
  return *rows[index];
}

content::Day Work::today() const { return city_day(desk.office().now_ms()); }

bool put(nlohmann::json& value, nlohmann::json next) {
  const bool nothing = next.is_null() || ((next.is_string() || next.is_array() || next.is_object()) && next.empty());
  if (nothing) next = nullptr;
  if (value == next) return false;
  value = std::move(next);
  return true;
}

std::string text_of(const nlohmann::json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

std::vector<const content::Problem*> problems_under(std::span<const content::Problem> problems, std::string_view key) {
  std::vector<const content::Problem*> found;
  for (const content::Problem& problem : problems) {
    if (!std::string_view(problem.key).starts_with(key)) continue;
    const std::string_view rest = std::string_view(problem.key).substr(key.size());
    if (rest.empty() || rest.front() == '.' || rest.front() == '[') found.push_back(&problem);
  }
  return found;
}

std::string words_of(const content::Problem& problem) {
  if (problem.advice.zh.empty()) return problem.reason.zh;
  return problem.reason.zh + "，" + problem.advice.zh;
}

void recall(Typed& typed, const HeldByItem* held, std::string_view item) {
  if (held == nullptr || typed.writing || typed.unread) return;
  if (const auto found = held->find(item); found != held->end()) typed = {.text = found->second.words, .writing = false, .unread = true};
}

void keep_held(const Typed& typed, HeldByItem* held, std::string_view item, bool readable) {
  if (held == nullptr) return;
  const bool nothing = typed.text.find_first_not_of(" \t") == std::string::npos;
  const bool holds = typed.unread || (typed.writing && !readable && !nothing);
  const auto found = held->find(item);
  if (!holds && found != held->end()) held->erase(found);
  if (holds) held->insert_or_assign(std::string(item), HeldWords{.words = typed.text, .wrong = typed.unread});
}

void forget_held(HeldByItem* held) {
  if (held != nullptr) held->clear();
}

float draw_held(Work& work, ui::Point top, float width, std::string_view item_start) {
  if (work.context.held == nullptr) return 0;
  float height = 0;
  for (const auto& [item, held] : *work.context.held) {
    if (!held.wrong || !item.starts_with(item_start)) continue;
    const std::string where = item.substr(std::min(item.size(), work.item.size() + 1));
    const std::string sentence = where + "“" + held.words + "”看不懂，请改好或清空";
    height += desk::field_below(work.desk, {top.x, top.y + height}, width, {.state = desk::FieldState::Error, .sentence = sentence}, item).height;
  }
  return height;
}

void complain(Work& work, std::string sentence) {
  if (!work.sentence.empty()) return;
  work.sentence = std::move(sentence);
  work.frame.sentence = work.sentence;
  work.frame.state = desk::FieldState::Error;
}

}  // namespace admin::editors
