#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/moments.h"
#include "content/review.h"

namespace admin::commands {
namespace {

struct Values {
  std::string kind;
  bool trashed = false;
  void add_to(CLI::App& verb, const Context& context) {
    add_kind(verb, context, kind);
    verb.add_flag("--trashed", trashed, context.pick(messages::kTrashedOption));
  }
};

void run(Context& context, const Values& values) {
  const content::KindSpec& spec = kind_named(values.kind);
  const auto office = open_office(context);
  for (const content::Record& record : values.trashed ? office->list_trash() : office->list(spec.kind)) {
    if (record.kind != spec.kind) continue;
    context.say(messages::kListLine, title_of(record), context.word(content::word_of(record.state)), record.revision,
                moment_words(record.changed_at) + " " + record.changed_by);
  }
}

}  // namespace

void add_list(CLI::App& app, Context& context) { add_verb<Values>(app, context, "list", messages::kListHelp, run); }

}  // namespace admin::commands
