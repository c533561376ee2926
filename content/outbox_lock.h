// Only one program publishes into an outbox at a time. The lock goes with the process, so a killed one never leaves it behind.
#pragma once

#include <filesystem>

#include "content/file_descriptor.h"

namespace content {

class OutboxLock {
 public:
  // Throws Error when another program has it, or when the folder is not there or cannot be opened. A file system without locks
  // (some network shares) is used without.
  explicit OutboxLock(const std::filesystem::path& outbox);

 private:
  FileDescriptor folder_;
};

}  // namespace content
