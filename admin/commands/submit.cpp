#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/review_steps.h"

namespace admin::commands {
namespace {

struct Values {
  Selection selection;
  std::string by;
  void add_to(CLI::App& verb, const Context& context) {
    add_selection(verb, context, selection);
    add_by(verb, context, by);
  }
};

void run(Context& context, const Values& values) {
  const auto office = open_office(context);
  const content::Person person = person_named(*office, values.by);
  const auto records = selected(*office, values.selection, {content::ReviewState::Draft});
  submit_records(context, *office, records, person);
}

}  // namespace

void add_submit(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "submit", messages::kSubmitHelp, run);
}

}  // namespace admin::commands
