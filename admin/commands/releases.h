// What the verbs about releases share.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "admin/context.h"
#include "admin/workspace/publishing.h"

namespace admin::commands {

void add_publisher(CLI::App& verb, const Context& context, std::string& by);
// The person called `name`; an empty name means the only third reviewer. Throws Error.
content::Person publisher_named(const content::OfficeStore& office, const std::string& name);
void tell_release(Context& context, const Published& published);

}  // namespace admin::commands
