#include "admin/workspace/open_file.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>

extern char** environ;

namespace admin {

bool open_with_desktop(const std::filesystem::path& file) {
  if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) return false;
  // A shell that leaves at once, so that nobody has to wait for the browser: "$1" is the file, never a part of the command.
  std::string shell = "sh";
  std::string option = "-c";
  std::string script = "command -v xdg-open >/dev/null 2>&1 || exit 1; xdg-open \"$1\" >/dev/null 2>&1 &";
  std::string name = "xdg-open";
  std::string path = std::filesystem::absolute(file).string();
  std::array<char*, 6> arguments{shell.data(), option.data(), script.data(), name.data(), path.data(), nullptr};
  pid_t child = 0;
  if (::posix_spawnp(&child, "sh", nullptr, nullptr, arguments.data(), environ) != 0) return false;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return false;
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace admin
