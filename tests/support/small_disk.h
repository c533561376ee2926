// A disk that is soon full, for one process, and that process.
#pragma once

#include <doctest/doctest.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>

#include "content/error.h"

namespace tests {

// Runs `work` in a child process and answers what it returned; the sentence goes by a pipe.
inline std::string in_child(const std::function<std::string()>& work) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    std::string said;
    try {
      said = work();
    } catch (const content::Error& error) {
      said = "Error: " + error.text().zh;
    } catch (...) {
      said = "something else was thrown";
    }
    if (write(ends[1], said.data(), said.size()) < 0) _exit(1);
    _exit(0);
  }
  close(ends[1]);
  std::string said;
  char chunk[4096];
  for (ssize_t count = 0; (count = read(ends[0], chunk, sizeof chunk)) > 0;) said.append(chunk, static_cast<std::size_t>(count));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return said;
}

// A file system of `bytes` at `folder`, for this process alone. Where a sandbox allows no mount, a limit on each file's size stands
// in for the disk's end: SQLite and the publisher get EFBIG where they would get ENOSPC.
inline void shrink_disk(const std::filesystem::path& folder, const std::string& bytes, rlim_t file_bytes) {
  signal(SIGXFSZ, SIG_IGN);
  const bool own = unshare(CLONE_NEWNS) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0;
  const bool apart = own && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  if (apart && mount("none", folder.c_str(), "tmpfs", 0, ("size=" + bytes).c_str()) == 0) return;
  const rlimit limit{.rlim_cur = file_bytes, .rlim_max = RLIM_INFINITY};
  setrlimit(RLIMIT_FSIZE, &limit);
}

}  // namespace tests
