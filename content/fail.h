// Errors in the program's language.
#pragma once

#include "content/error.h"
#include "content/language.h"

namespace content {

[[noreturn]] inline void fail(const Text& sentence) { throw Error(sentence); }

}  // namespace content
