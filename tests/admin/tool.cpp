#include "tests/admin/tool.h"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "content/ids.h"

namespace admin_tests {

namespace fs = std::filesystem;

Desk::Desk() : folder_(fs::temp_directory_path() / ("admin-" + content::make_uuid_v7())) {
  fs::create_directories(folder_);
}
Desk::~Desk() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Desk::write(const std::string& name, const std::string& bytes) const {
  fs::create_directories((folder_ / name).parent_path());
  std::ofstream(folder_ / name, std::ios::binary) << bytes;
}

std::string Desk::read(const std::string& name) const {
  std::ifstream file(folder_ / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Ran Desk::admin(const std::string& arguments, const std::string& locale) const {
  const std::string command = "cd '" + folder_.string() + "' && XDG_DATA_HOME='" + folder_.string() +
                              "/data' SHUANGYONG_DB= DISPLAY= WAYLAND_DISPLAY= LC_ALL=" + locale + " '" ADMIN_BINARY "' " + arguments +
                              " >.out 2>.err </dev/null";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".out"), read(".err")};
}

void Desk::make_office() const {
  for (const char* arguments : {"init", "person add 单晓 --role editor", "person add 仇远 --role first",
                                "person add 解明 --role second", "person add 周平 --role third"}) {
    const Ran ran = admin(arguments);
    if (ran.code != 0) throw std::runtime_error("admin " + std::string(arguments) + ": " + ran.err);
  }
}

}  // namespace admin_tests
