#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/commands/releases.h"

namespace admin::commands {
namespace {

struct Values {
  std::int64_t sequence = 0;
  std::string to;
  std::string by;
  std::string note;
  void add_to(CLI::App& verb, const Context& context) {
    verb.add_option("NUMBER", sequence, context.pick(messages::kNumberArgument))->required()->option_text(" ");
    verb.add_option("--to", to, context.pick(messages::kToOption))->required()->option_text("OUTBOX");
    verb.add_option("--note", note, context.pick(messages::kNoteOption))->option_text("TEXT");
    add_publisher(verb, context, by);
  }
};

void run(Context& context, const Values& values) {
  const auto office = open_office(context);
  const content::Person person = publisher_named(*office, values.by);
  const Published published = roll_back(*office, {.outbox = values.to, .by = person.name, .sequence = values.sequence, .note = values.note});
  context.say(messages::kRolledBack, values.sequence, published.built.sequence);
  if (!published.afterthought.empty()) context.warn(Sentence{"{}", "{}"}, published.afterthought);
}

}  // namespace

void add_rollback(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "rollback", messages::kRollBackHelp, run);
}

}  // namespace admin::commands
