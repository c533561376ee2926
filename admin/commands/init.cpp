#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "content/error.h"

namespace admin::commands {
namespace {

struct Values {
  void add_to(CLI::App&, const Context&) {}
};

void run(Context& context, const Values&) {
  if (context.db.empty()) {
    throw content::Error(std::string(messages::kNoHome.zh), std::string(messages::kNoHome.en));
  }
  content::OfficeStore::create(context.db);
  context.say(messages::kMade, context.db.string());
}

}  // namespace

void add_init(CLI::App& app, Context& context) { add_verb<Values>(app, context, "init", messages::kInitHelp, run); }

}  // namespace admin::commands
