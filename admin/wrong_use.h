// Arguments that cannot be read, in a sentence.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "admin/context.h"

namespace admin {

std::string wrong_use(const Context& context, const CLI::App& app, const CLI::ParseError& error);

}  // namespace admin
