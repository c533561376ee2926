#include "admin/workspace/checks.h"

#include <algorithm>

#include "admin/inspection.h"
#include "content/record.h"

namespace admin {

using content::Field;
using content::KindSpec;
using content::Record;
using nlohmann::json;

namespace {

// "offers[1].pay_percent" belongs to the field offers, "pledge.until" to itself.
std::string field_of(const KindSpec& spec, const std::string& key) {
  if (spec.find_field(key) != nullptr) return key;
  std::string start = key.substr(0, key.find('['));
  while (spec.find_field(start) == nullptr && start.find('.') != std::string::npos) start.resize(start.rfind('.'));
  return spec.find_field(start) != nullptr ? start : std::string(spec.title_key);
}

// What the words should have been.
std::string_view advice_for(const Field& field) {
  using enum content::FieldType;
  switch (field.type) {
    case Number:
    case Year:
    case Money:
    case Fraction:
    case Degrees: return "不是数字，请只写数字";
    case Date: return "不是日期，请写成 2026-08-01 或 8月1日";
    case Colour: return "不是颜色，请写成 #8E1719";
    default: return "看不懂，请改好或清空";
  }
}

}  // namespace

std::vector<FieldProblem> held_problems(const Draft& draft) {
  std::vector<FieldProblem> found;
  for (const Field& field : draft.spec().fields) {
    for (const auto& [item, held] : draft.held(field.key)) {
      if (!held.wrong) continue;
      // The control's own name where the field has several: 营业时间 周一 第 1 段.
      const std::string where = item.ends_with(field.zh) ? std::string() : item.substr(std::min(item.size(), item.find(field.zh)));
      content::Problem problem{.fault = content::Fault::WrongType,
                               .key = std::string(field.key),
                               .field = {std::string(field.zh), std::string(field.en)},
                               .value = held.words,
                               .reason = {where + "“" + held.words + "”" + std::string(advice_for(field)), "cannot be read"},
                               .advice = {}};
      std::string sentence = std::string(field.zh) + "：" + problem.reason.zh;
      found.push_back({.field = std::string(field.key), .problem = std::move(problem), .weight = Weight::Error, .sentence = std::move(sentence)});
    }
  }
  return found;
}

Checks::Checks(Workspace& office, Records& records) : office_(office), records_(records) {}
Checks::~Checks() = default;

// The field rules know the martyrs by name: read them again when a figure is another.
const Inspection& Checks::inspection() {
  bool stale = inspection_ == nullptr;
  if (!stale && inspected_at_ != records_.version()) {
    const auto touched = records_.touched_since(inspected_at_);
    stale = !touched || std::ranges::any_of(*touched, [](const Record* record) { return record->kind == content::Kind::Figure; });
  }
  if (stale) inspection_ = std::make_unique<Inspection>(office_.store(), office_.library(), city_day(office_.now_ms()));
  inspected_at_ = records_.version();
  return *inspection_;
}

void Checks::find_double(const KindSpec& spec, const content::RecordId& record, const json& body, std::vector<FieldProblem>& found) const {
  if (content::value_at(body, spec.title_key) == nullptr) return;
  const auto other = office_.store().find_by_key(spec.kind, body);
  if (!other || other->id == record) return;
  const Field* title = spec.find_field(spec.title_key);
  content::Problem problem{.fault = content::Fault::Conflict,
                           .key = std::string(spec.title_key),
                           .field = {std::string(title->zh), std::string(title->en)},
                           .value = content::title_of(spec, body),
                           .reason = {"已经有一条同样的" + std::string(spec.zh), "there is one already"},
                           .advice = {"改那一条，或把这一条写得不同", "change that one"}};
  found.push_back({.field = problem.key, .problem = problem, .weight = Weight::Error, .sentence = problem.sentence().zh});
}

std::vector<FieldProblem> Checks::check(const KindSpec& spec, const content::RecordId& id, const json& body) {
  std::vector<FieldProblem> found;
  for (content::Problem& problem : content::validate(spec, body)) {
    FieldProblem one{.field = field_of(spec, problem.key), .problem = {}, .weight = Weight::Error, .sentence = problem.sentence().zh};
    one.problem = std::move(problem);
    found.push_back(std::move(one));
  }
  find_double(spec, id, body, found);
  if (content::validate_draft(spec, body).empty()) {
    const Record record{.id = id, .kind = spec.kind, .body = body, .hash = content::content_hash(spec.kind, body), .changed_by = {}, .approved_hash = {}, .reason = {}};
    std::vector<Inspected> inspected = inspection().blockers(record);
    for (Inspected& one : inspection().losses(record)) inspected.push_back(std::move(one));
    for (const Inspected& one : inspected) {
      const std::string field = field_of(spec, one.field);
      content::Problem problem{.fault = content::Fault::Conflict, .key = one.field.empty() ? field : one.field, .field = {}, .value = {}, .reason = one.sentence, .advice = {}};
      found.push_back({.field = field, .problem = std::move(problem), .weight = Weight::Warning, .sentence = one.sentence.zh});
    }
  }
  const auto place = [&spec](const FieldProblem& one) { return std::ranges::find(spec.fields, one.field, &Field::key) - spec.fields.begin(); };
  std::ranges::stable_sort(found, {}, place);
  return found;
}

}  // namespace admin
