#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/review_steps.h"

namespace admin::commands {
namespace {

struct Values {
  Selection selection;
  std::string as;
  void add_to(CLI::App& verb, const Context& context) {
    add_selection(verb, context, selection);
    verb.add_option("--as", as, context.pick(messages::kAsOption))->required()->option_text("NAME");
  }
};

content::ReviewState waiting_for(content::Role role) {
  switch (role) {
    case content::Role::First:
      return content::ReviewState::First;
    case content::Role::Second:
      return content::ReviewState::Second;
    case content::Role::Third:
      return content::ReviewState::Third;
    case content::Role::Editor:
    case content::Role::Administrator:
      break;
  }
  return content::ReviewState::Draft;
}

void run(Context& context, const Values& values) {
  const auto office = open_office(context);
  const content::Person person = reviewer_named(*office, values.as);
  approve_records(context, *office, selected(*office, values.selection, {waiting_for(person.role)}), person);
}

}  // namespace

void add_approve(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "approve", messages::kApproveHelp, run);
}

}  // namespace admin::commands
