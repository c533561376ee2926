#include "admin/commands/commands.h"
#include "admin/commands/options.h"

namespace admin::commands {
namespace {

struct Values {
  std::string kind;
  std::string name;
  std::string by;
  void add_to(CLI::App& verb, const Context& context) {
    add_kind(verb, context, kind);
    add_name(verb, context, name);
    add_by(verb, context, by);
  }
};

void run(Context& context, const Values& values) {
  const auto office = open_office(context);
  const content::Person person = person_named(*office, values.by);
  const content::Record record = trashed_record(*office, kind_named(values.kind), values.name);
  office->restore(record.id, record.revision, person.name);
  context.say(messages::kRestored, values.name);
}

}  // namespace

void add_restore(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "restore", messages::kRestoreHelp, run);
}

}  // namespace admin::commands
