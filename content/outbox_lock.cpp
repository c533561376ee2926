#include "content/outbox_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

#include "content/durable_file.h"
#include "content/fail.h"

namespace content {

OutboxLock::OutboxLock(const std::filesystem::path& outbox) : folder_(::open(outbox.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (!folder_) throw_file_error(FileDeed::Open, outbox, errno);
  if (::flock(folder_.get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
  fail({"另一个程序正在往“" + outbox.string() + "”发布；请等它发完再发。",
        "Another program is publishing to " + outbox.string() + "; wait until it is done, then publish."});
}

}  // namespace content
