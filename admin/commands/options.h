// Arguments that many verbs share, worded once.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>

#include "admin/context.h"
#include "admin/messages.h"
#include "admin/office.h"

namespace admin::commands {

// A subcommand whose `run` gets the values that its options were read into. `Values` is a struct with an
// add_to(CLI::App&, const Context&) that declares them.
template <typename Values>
CLI::App* add_verb(CLI::App& app, Context& context, const char* name, const Sentence& help,
                   void (*run)(Context&, const Values&)) {
  CLI::App* verb = app.add_subcommand(name, context.pick(help));
  verb->group(context.pick(messages::kCommands));
  verb->fallthrough();
  verb->option_defaults()->group(context.pick(messages::kOptions));
  auto values = std::make_shared<Values>();
  values->add_to(*verb, context);
  verb->callback([values, run, &context] { run(context, *values); });
  return verb;
}

inline void add_by(CLI::App& verb, const Context& context, std::string& by) {
  verb.add_option("--by", by, context.pick(messages::kByOption))->option_text("NAME");
}

inline void add_kind(CLI::App& verb, const Context& context, std::string& kind) {
  verb.add_option("KIND", kind, context.pick(messages::kKindArgument))->required()->option_text(" ");
}

inline void add_name(CLI::App& verb, const Context& context, std::string& name) {
  verb.add_option("NAME", name, context.pick(messages::kNameArgument))->required()->option_text(" ");
}

inline void add_selection(CLI::App& verb, const Context& context, Selection& selection) {
  verb.add_option("KIND", selection.kind, context.pick(messages::kKindArgument))->option_text(" ");
  verb.add_option("NAMES", selection.names, context.pick(messages::kNamesArgument))->option_text(" ");
  verb.add_flag("--all", selection.all, context.pick(messages::kAllOption));
}

}  // namespace admin::commands
