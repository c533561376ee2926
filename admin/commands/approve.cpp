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

void run(Context& context, const Values& values) {
  const auto office = open_office(context);
  const content::Person person = reviewer_named(*office, values.as);
  const auto state = static_cast<content::ReviewState>(content::review_round(person.role));
  const std::vector<content::Record> records = selected(*office, values.selection, {state});
  if (values.selection.all) approve_opened_records(context, *office, records, person);
  else approve_records(context, *office, records, person);
}

}  // namespace

void add_approve(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "approve", messages::kApproveHelp, run);
}

}  // namespace admin::commands
