// The real admin program, run in a folder of its own.
#pragma once

#include <filesystem>
#include <string>

namespace admin_tests {

struct Ran {
  int code = -1;  // exit code; -1: it did not end by itself
  std::string out;
  std::string err;

  bool says(const std::string& words) const {
    return out.find(words) != std::string::npos || err.find(words) != std::string::npos;
  }
};

// An empty folder, removed at the end; nothing of the user's own data is read or written.
class Desk {
 public:
  Desk();
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  // Writes folder/name, making the folders on the way.
  void write(const std::string& name, const std::string& bytes) const;
  std::string read(const std::string& name) const;

  // Runs `admin arguments` by the shell in the folder, in Chinese or in the language of `locale`.
  Ran admin(const std::string& arguments, const std::string& locale = "zh_CN.UTF-8") const;

  // A database with an editor 单晓 and the reviewers 仇远, 解明, 周平 in the rounds 1 to 3.
  void make_office() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace admin_tests
