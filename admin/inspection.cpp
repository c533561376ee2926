#include "admin/inspection.h"

#include <algorithm>
#include <chrono>

#include "admin/messages.h"
#include "content/days.h"

namespace admin {
namespace {

using content::FieldType;
using content::Language;
using nlohmann::json;

content::lint::Heroes heroes_of(const content::OfficeStore& office) {
  content::lint::Heroes heroes;
  for (const content::Record& figure : office.list(content::Kind::Figure)) content::lint::add_hero(heroes, figure.body);
  return heroes;
}

Inspected about(const Sentence& sentence, std::string_view zh, std::string_view en, std::string rule = {}) {
  return {std::move(rule), {tell(Language::Chinese, sentence, zh), tell(Language::English, sentence, en)}};
}

bool is_identifier(FieldType type) {
  return type == FieldType::Ref || type == FieldType::Media || type == FieldType::MediaList;
}

void gather(const json& value, std::string& words) {
  if (value.is_string()) words += value.get<std::string>();
  if (!value.is_structured()) return;
  for (const json& part : value) gather(part, words);
}

content::Day city_today() {
  constexpr std::chrono::hours kCityZone{8};
  return content::Day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + kCityZone));
}

}  // namespace

Inspection::Inspection(const content::OfficeStore& office, const content::MediaStore& library, std::optional<content::Day> today)
    : office_(office), library_(library), rules_(heroes_of(office)), today_(today.value_or(city_today())) {}

void Inspection::check_glyphs(const content::Field& field, const json& value, std::vector<Inspected>& found) const {
  if (is_identifier(field.type)) return;
  std::string words;
  gather(value, words);
  const std::string missing = glyphs_.missing_from(words);
  if (missing.empty()) return;
  found.push_back({std::string(kGlyphRule),
                   {tell(Language::Chinese, messages::kNoGlyph, field.zh, missing),
                    tell(Language::English, messages::kNoGlyph, field.en, missing)},
                   std::string(field.key)});
}

std::vector<Inspected> Inspection::findings(const content::Record& record) const {
  const content::KindSpec& spec = content::kind_spec(record.kind);
  std::vector<Inspected> found;
  for (const content::lint::Finding& finding : rules_.check(spec, record.body)) {
    found.push_back({std::string(finding.rule), finding.problem.sentence(), finding.problem.key});
  }
  if (glyphs_.unknown()) return found;
  for (const content::Field& field : spec.fields) {
    if (const json* value = content::value_at(record.body, field.key)) check_glyphs(field, *value, found);
  }
  return found;
}

std::vector<Inspected> Inspection::blockers(const content::Record& record) const {
  std::vector<Inspected> found = findings(record);
  const std::vector<content::Overrule> passed = found.empty() ? std::vector<content::Overrule>() : office_.overrules(record.id);
  std::erase_if(found, [&](const Inspected& one) {
    return std::any_of(passed.begin(), passed.end(),
                       [&](const content::Overrule& o) { return o.rule == one.rule && o.hash == record.hash; });
  });
  for (Inspected& one : consents(record)) found.push_back(std::move(one));
  return found;
}

void Inspection::check_consent(const content::Field& field, const std::string& id, std::vector<Inspected>& found) const {
  using content::ConsentState;
  const auto stored = office_.media(content::MediaId{id});
  if (!stored) return;
  const content::MediaFacts facts = office_.media_facts(content::MediaId{id});
  const std::string name = content::name_of(facts, stored->source);
  const auto add = [&](const Sentence& sentence, const std::string& more = {}) {
    found.push_back({{}, {tell(Language::Chinese, sentence, field.zh, name, more), tell(Language::English, sentence, field.en, name, more)}});
  };
  switch (content::consent_state(facts, today_)) {
    case ConsentState::Missing: add(messages::kNoConsent); break;
    case ConsentState::NotForScreens: add(messages::kConsentNotForScreens); break;
    case ConsentState::Expired: add(messages::kConsentExpired, content::day_to_iso(*facts.consent_until)); break;
    case ConsentState::Fine: break;
  }
}

std::vector<Inspected> Inspection::consents(const content::Record& record) const {
  std::vector<Inspected> found;
  if (record.kind != content::Kind::Figure) return found;
  for (const content::Field& field : content::kind_spec(record.kind).fields) {
    const json* value = content::value_at(record.body, field.key);
    if (value == nullptr) continue;
    if (field.type == FieldType::Media && value->is_string()) check_consent(field, value->get<std::string>(), found);
    if (field.type != FieldType::MediaList) continue;
    for (const json& id : *value) check_consent(field, id.get<std::string>(), found);
  }
  return found;
}

void Inspection::check_picture(const content::Field& field, const std::string& id,
                               std::vector<Inspected>& found) const {
  const auto stored = office_.media(content::MediaId{id});
  if (!stored) {
    found.push_back(about(messages::kLostPicture, field.zh, field.en));
    return;
  }
  const auto& files = stored->media.files;
  const bool whole = std::all_of(files.begin(), files.end(),
                                 [&](const content::MediaFile& file) { return library_.blobs().has(file.sha256); });
  if (!whole) found.push_back(about(messages::kLostPictureFile, stored->source, stored->source));
}

std::vector<Inspected> Inspection::losses(const content::Record& record) const {
  std::vector<Inspected> found;
  const auto lost = [&](const json& id) {
    const auto other = office_.get(content::RecordId{id.get<std::string>()});
    return !other || other->trashed;
  };
  for (const content::Field& field : content::kind_spec(record.kind).fields) {
    const json* value = content::value_at(record.body, field.key);
    if (value == nullptr) continue;
    if (field.type == FieldType::Ref && lost(*value))
      found.push_back(about(messages::kLostReference, field.zh, field.en));
    if (field.type == FieldType::Media) check_picture(field, value->get<std::string>(), found);
    if (field.type == FieldType::MediaList) {
      for (const json& id : *value) check_picture(field, id.get<std::string>(), found);
    }
    if (field.type != FieldType::Outlets) continue;
    for (const json& outlet : *value) {
      if (outlet.contains("merchant") && lost(outlet["merchant"]))
        found.push_back(about(messages::kLostReference, field.zh, field.en));
    }
  }
  return found;
}

void tell_blocker(Context& context, const std::string& kind, const std::string& title, const Inspected& blocker) {
  if (blocker.rule.empty()) {
    context.warn(messages::kRecordProblem, kind, title, context.pick(blocker.sentence));
  } else {
    context.warn(messages::kRuleProblem, kind, title, context.pick(blocker.sentence), blocker.rule);
  }
}

}  // namespace admin
