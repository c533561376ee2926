#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "content/error.h"
#include "content/review.h"

namespace admin::commands {
namespace {

struct NewPerson {
  std::string name;
  std::string role;
  std::string by;
  void add_to(CLI::App& verb, const Context& context) {
    verb.add_option("NAME", name, context.pick(messages::kPersonName))->required()->option_text(" ");
    verb.add_option("--role", role, context.pick(messages::kRoleOption))->required()->option_text("ROLE");
    add_by(verb, context, by);
  }
};

struct Everyone {
  void add_to(CLI::App&, const Context&) {}
};

void add(Context& context, const NewPerson& values) {
  const auto role = content::role_from(values.role);
  if (!role) {
    throw content::Error(tell(content::Language::Chinese, messages::kUnknownRole, values.role),
                         tell(content::Language::English, messages::kUnknownRole, values.role));
  }
  const auto office = open_office(context);
  const content::Person person = office->add_person(values.name, *role, values.by);
  context.say(messages::kPersonAdded, person.name, context.word(content::word_of(person.role)));
}

void list(Context& context, const Everyone&) {
  const auto office = open_office(context);
  const std::vector<content::Person> people = office->people();
  if (people.empty()) context.say(messages::kNoPeople);
  for (const content::Person& person : people) {
    context.say(Sentence{"{}  {}", "{}  {}"}, person.name, context.word(content::word_of(person.role)));
  }
}

}  // namespace

void add_person(CLI::App& app, Context& context) {
  CLI::App* person = app.add_subcommand("person", context.pick(messages::kPersonHelp));
  person->group(context.pick(messages::kCommands));
  person->fallthrough();
  person->require_subcommand(1);
  add_verb<NewPerson>(*person, context, "add", messages::kPersonAddHelp, add);
  add_verb<Everyone>(*person, context, "list", messages::kPersonListHelp, list);
}

}  // namespace admin::commands
