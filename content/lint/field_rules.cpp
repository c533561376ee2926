#include "content/emphasis.h"
#include "content/lint/field_rules.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "content/error.h"
#include "content/lint/rule_table.h"
#include "content/utf8.h"

namespace content::lint {
namespace {

using nlohmann::json;

struct CompiledRule {
  const Rule* rule = nullptr;
  std::unique_ptr<icu::RegexPattern> pattern;
};

Scope scope_of(Kind kind) { return kind == Kind::Merchant || kind == Kind::Product ? Scope::Selling : Scope::People; }

bool has_words(FieldType type) {
  constexpr std::array kWordless = {FieldType::Number, FieldType::Year,      FieldType::Money,    FieldType::Date,
                                    FieldType::YesNo,  FieldType::Enum,      FieldType::EnumList, FieldType::Ref,
                                    FieldType::Media,  FieldType::MediaList, FieldType::Plane,    FieldType::Colour,
                                    FieldType::Months, FieldType::Fraction,  FieldType::Degrees,  FieldType::Url,
                                    FieldType::Pinyin, FieldType::Icon,      FieldType::Hosts};
  return std::find(kWordless.begin(), kWordless.end(), type) == kWordless.end();
}

// Every text below the value, one a line, so that no finding spans two of them.
void gather_words(const json& value, std::string& words) {
  if (value.is_string()) {
    words += value.get<std::string>();
    words += '\n';
  } else if (value.is_structured()) {
    for (const json& part : value) gather_words(part, words);
  }
}

CompiledRule compile(const Rule& rule) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const auto pattern =
      icu::UnicodeString::fromUTF8(icu::StringPiece(rule.pattern.data(), static_cast<int32_t>(rule.pattern.size())));
  CompiledRule compiled{
      &rule, std::unique_ptr<icu::RegexPattern>(icu::RegexPattern::compile(pattern, UREGEX_MULTILINE, where, status))};
  if (U_FAILURE(status)) {
    throw Error("检查规则“" + std::string(rule.name) + "”无法编译，请重新安装程序。",
                "The field rule “" + std::string(rule.name) + "” does not compile; install the program again.");
  }
  return compiled;
}

std::string first_match(const CompiledRule& rule, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::RegexMatcher> matcher(rule.pattern->matcher(text, status));
  std::string found;
  if (U_SUCCESS(status) && matcher->find()) matcher->group(status).toUTF8String(found);
  return found;
}

Finding finding(const Rule& rule, const Field& field, std::string words) {
  return {rule.name, Problem{.fault = Fault::Conflict,
                             .key = std::string(field.key),
                             .field = {std::string(field.zh), std::string(field.en)},
                             .value = std::move(words),
                             .reason = {std::string(rule.reason_zh), std::string(rule.reason_en)},
                             .advice = {std::string(rule.advice_zh), std::string(rule.advice_en)}}};
}

const Rule& hero_rule() {
  return *std::find_if(rule_table().begin(), rule_table().end(), [](const Rule& rule) { return rule.name == "hero"; });
}

}  // namespace

struct FieldRules::State {
  std::vector<CompiledRule> rules;
  Heroes heroes;

  void check_words(const KindSpec& spec, const Field& field, const json& value, std::vector<Finding>& findings) const {
    std::string words;
    gather_words(value, words);
    words = read_emphasis(words).text;   // the marks of bold words part no word
    const std::string folded = fold_width(words);
    const auto text = icu::UnicodeString::fromUTF8(folded);
    for (const CompiledRule& rule : rules) {
      if (rule.rule->scope != scope_of(spec.kind)) continue;
      if (field.is_english() && !rule.rule->any_language) continue;
      if (std::string found = first_match(rule, text); !found.empty())
        findings.push_back(finding(*rule.rule, field, std::move(found)));
    }
    if (scope_of(spec.kind) != Scope::Selling) return;
    for (const std::string& name : heroes.names) {
      if (words.find(name) != std::string::npos) findings.push_back(finding(hero_rule(), field, name));
    }
  }

  void check_picture(const KindSpec& spec, const Field& field, const json& value,
                     std::vector<Finding>& findings) const {
    if (scope_of(spec.kind) != Scope::Selling) return;
    const auto is_hero = [this](const json& id) {
      return id.is_string() && std::find(heroes.portraits.begin(), heroes.portraits.end(), id.get<std::string>()) !=
                                   heroes.portraits.end();
    };
    const bool hero = value.is_array() ? std::any_of(value.begin(), value.end(), is_hero) : is_hero(value);
    if (hero) findings.push_back(finding(hero_rule(), field, std::string(field.zh)));
  }
};

void add_hero(Heroes& heroes, const json& figure_body) {
  if (figure_body.value("category", "") != "martyr") return;
  // A name of one character would be found everywhere.
  const std::string name = figure_body.value("name", "");
  if (count_chars(name) >= 2) heroes.names.push_back(name);
  const std::string portrait = figure_body.value("portrait", "");
  if (!portrait.empty()) heroes.portraits.push_back(portrait);
  for (const json& picture : figure_body.value("gallery", json::array())) {
    if (picture.is_string()) heroes.portraits.push_back(picture.get<std::string>());
  }
}

FieldRules::FieldRules(Heroes heroes) : state_(std::make_unique<State>()) {
  state_->heroes = std::move(heroes);
  for (const Rule& rule : rule_table()) state_->rules.push_back(compile(rule));
}
FieldRules::~FieldRules() = default;
FieldRules::FieldRules(FieldRules&&) noexcept = default;
FieldRules& FieldRules::operator=(FieldRules&&) noexcept = default;

std::vector<Finding> FieldRules::check(const KindSpec& spec, const json& body) const {
  std::vector<Finding> findings;
  for (const Field& field : spec.fields) {
    const json* value = value_at(body, field.key);
    if (value == nullptr) continue;
    if (has_words(field.type)) state_->check_words(spec, field, *value, findings);
    if (field.type == FieldType::Media || field.type == FieldType::MediaList) state_->check_picture(spec, field, *value, findings);
  }
  return findings;
}

}  // namespace content::lint
