// The office tool: its window, and with a verb its command line. Reading this file gives the program: the language, the verbs, and what each kind of
// failure comes to.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <new>
#include <string_view>

#include "admin/commands/commands.h"
#include "admin/context.h"
#include "admin/messages.h"
#include "admin/office.h"
#include "admin/window_wish.h"
#include "admin/wrong_use.h"
#include "content/error.h"
#include "content/media_import.h"
#include "kiosk/ui/error.h"

namespace {

using admin::Context;
using admin::Exit;
namespace messages = admin::messages;

std::shared_ptr<CLI::Formatter> formatter_for(const Context& context) {
  auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", context.pick(messages::kUsage));
  formatter->label("Positionals", context.pick(messages::kArguments));
  formatter->label("OPTIONS", context.pick(messages::kOptions));
  formatter->label("SUBCOMMAND", context.pick(messages::kCommandWord));
  formatter->label("SUBCOMMANDS", context.pick(messages::kCommandWord));
  formatter->label("REQUIRED", context.pick(messages::kRequired));
  formatter->label("Env", context.pick(messages::kEnvironment));
  formatter->column_width(28);
  return formatter;
}

void add_verbs(CLI::App& app, Context& context) {
  namespace commands = admin::commands;
  for (const auto add : {commands::add_init, commands::add_person, commands::add_import_media, commands::add_import,
                         commands::add_submit, commands::add_approve, commands::add_return, commands::add_check,
                         commands::add_overrule, commands::add_publish, commands::add_rollback, commands::add_releases, commands::add_export, commands::add_list,
                         commands::add_history, commands::add_audit, commands::add_undo, commands::add_trash, commands::add_restore, commands::add_sheet}) {
    add(app, context);
  }
}

void run(Context& context, int argc, char** argv) {
  CLI::App app(context.pick(messages::kAbout), "admin");
  app.formatter(formatter_for(context));
  app.option_defaults()->group(context.pick(messages::kOptions));
  app.set_help_flag("-h,--help", context.pick(messages::kHelpOption))->group(context.pick(messages::kOptions));
  app.footer(context.pick(messages::kAboutFooter));
  context.db = admin::usual_database();
  app.add_option("--db", context.db, context.pick(messages::kDbOption))->option_text("FILE")->envname("SHUANGYONG_DB");
  admin::WindowWish window;
  window.add_to(app, context);
  add_verbs(app, context);
  try {
    app.parse(argc, argv);
    if (app.get_subcommands().empty()) window.open(context);
  } catch (const CLI::CallForHelp&) {
    context.say(admin::Sentence{"{}", "{}"}, app.help());
  } catch (const CLI::ParseError& error) {
    context.warn(messages::kProblemPrefix, admin::wrong_use(context, app, error));
    context.warn(messages::kSeeHelp);
    context.exit_code = Exit::Cannot;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == content::kPictureChildVerb) return content::picture_child_main(argc, argv);
  Context context(content::program_language(), std::cout, std::cerr);
  try {
    run(context, argc, argv);
  } catch (const content::Error& error) {
    context.warn(messages::kProblemPrefix, context.pick(error.text()));
    context.exit_code = Exit::Cannot;
  } catch (const ui::NoDisplay&) {
    context.warn(messages::kProblemPrefix, context.pick(messages::kNoDisplay));
    context.exit_code = Exit::Cannot;
  } catch (const ui::Error& error) {
    context.warn(messages::kProblemPrefix, std::string(error.what()));
    context.exit_code = Exit::Cannot;
  } catch (const std::bad_alloc&) {
    context.warn(messages::kProblemPrefix, context.pick(messages::kOutOfMemory));
    context.exit_code = Exit::Cannot;
  } catch (const std::exception&) {
    context.warn(messages::kProblemPrefix, context.pick(messages::kUnexpected));
    context.exit_code = Exit::Cannot;
  }
  return static_cast<int>(context.exit_code);
}
