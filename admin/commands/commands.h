// The tool's verbs, one file each. Every function adds its subcommand; what it does runs when the arguments were read.
// Both references must outlive the parse.
#pragma once

#include <CLI/CLI.hpp>

#include "admin/context.h"

namespace admin::commands {

void add_init(CLI::App& app, Context& context);
void add_person(CLI::App& app, Context& context);
void add_import(CLI::App& app, Context& context);
void add_import_media(CLI::App& app, Context& context);
void add_submit(CLI::App& app, Context& context);
void add_approve(CLI::App& app, Context& context);
void add_return(CLI::App& app, Context& context);
void add_overrule(CLI::App& app, Context& context);
void add_publish(CLI::App& app, Context& context);
void add_rollback(CLI::App& app, Context& context);
void add_releases(CLI::App& app, Context& context);
void add_check(CLI::App& app, Context& context);
void add_export(CLI::App& app, Context& context);
void add_list(CLI::App& app, Context& context);
void add_history(CLI::App& app, Context& context);
void add_audit(CLI::App& app, Context& context);
void add_undo(CLI::App& app, Context& context);
void add_trash(CLI::App& app, Context& context);
void add_restore(CLI::App& app, Context& context);
void add_sheet(CLI::App& app, Context& context);

}  // namespace admin::commands
