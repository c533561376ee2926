#include <algorithm>

#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/inspection.h"
#include "content/error.h"

namespace admin::commands {
namespace {

struct Values {
  std::string kind;
  std::string name;
  std::string rule;
  std::string reason;
  std::string by;
  void add_to(CLI::App& verb, const Context& context) {
    add_kind(verb, context, kind);
    add_name(verb, context, name);
    verb.add_option("RULE", rule, context.pick(messages::kRuleArgument))->required()->option_text(" ");
    verb.add_option("--reason", reason, context.pick(messages::kReasonOption))->required()->option_text("TEXT");
    verb.add_option("--by", by, context.pick(messages::kAsOption))->required()->option_text("NAME");
  }
};

void run(Context& context, const Values& values) {
  const auto office = open_office(context);
  const content::Person person = reviewer_named(*office, values.by);
  const content::Record record = record_named(*office, kind_named(values.kind), values.name);
  const content::MediaStore library(context.db);
  const std::vector<Inspected> findings = Inspection(*office, library).findings(record);
  const bool found =
      std::any_of(findings.begin(), findings.end(), [&](const Inspected& one) { return one.rule == values.rule; });
  if (!found) {
    throw content::Error(tell(content::Language::Chinese, messages::kNoSuchFinding, values.name, values.rule),
                         tell(content::Language::English, messages::kNoSuchFinding, values.name, values.rule));
  }
  office->overrule({.record = record.id,
                    .hash = record.hash,
                    .rule = values.rule,
                    .reason = values.reason,
                    .person = person.name,
                    .at = 0});
  context.say(messages::kOverruled, person.name, values.name, values.rule, values.reason);
}

}  // namespace

void add_overrule(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "overrule", messages::kOverruleHelp, run);
}

}  // namespace admin::commands
