// What a process that decodes a foreign file may still do. Inside of content_import.
#pragma once

#include "content/media_import.h"

namespace content {

// From here on this process: ends with the thread that started it, uses only so much memory and time, writes no file, leaves no
// core, opens no socket, starts no program, looks into no other process (seccomp; EPERM). Its standard error goes nowhere.
void confine_decoder(const ImportLimits& limits);

}  // namespace content
