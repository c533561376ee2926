#include "admin/commands/commands.h"
#include "admin/commands/options.h"

namespace admin::commands {
namespace {

struct Values {
  std::string kind;
  std::string name;
  std::string reason;
  std::string as;
  void add_to(CLI::App& verb, const Context& context) {
    add_kind(verb, context, kind);
    add_name(verb, context, name);
    verb.add_option("--reason", reason, context.pick(messages::kReasonOption))->required()->option_text("TEXT");
    verb.add_option("--as", as, context.pick(messages::kAsOption))->required()->option_text("NAME");
  }
};

void run(Context& context, const Values& values) {
  const auto office = open_office(context);
  const content::Person person = reviewer_named(*office, values.as);
  const content::Record record = record_named(*office, kind_named(values.kind), values.name);
  office->send_back(record.id, record.hash, values.reason, person.name);
  context.say(messages::kReturned, values.name);
}

}  // namespace

void add_return(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "return", messages::kReturnHelp, run);
}

}  // namespace admin::commands
