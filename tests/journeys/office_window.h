// The office tool's real window, its mouse and keyboard by xdotool, and the system's input method (fcitx5 through XIM). Waits for what
// should follow instead of sleeping.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace journeys {

// A program of the test's own, ended (with all that it started) when this goes.
class Companion {
 public:
  // `environment`: "NAME=value" on top of this process's.
  Companion(std::vector<std::string> words, const std::vector<std::string>& environment, const std::filesystem::path& said);
  ~Companion();
  Companion(const Companion&) = delete;
  Companion& operator=(const Companion&) = delete;
  pid_t pid() const { return pid_; }
  bool alive() const;

 private:
  pid_t pid_ = -1;
};

// True as soon as `holds` does; false after `limit`, which is long: on a busy machine a page may take many seconds.
bool awaits(const std::function<bool()>& holds, std::chrono::seconds limit = std::chrono::seconds(60));

// fcitx5 with pinyin and an English keyboard, on a message bus and settings of its own; Ctrl+Space turns it on.
class InputMethod {
 public:
  // Throws std::runtime_error when it does not come up (its words are in the message).
  explicit InputMethod(const std::filesystem::path& folder);
  // Whether fcitx5 and what it needs are installed.
  static bool installed();
  // For the program that is written into.
  std::vector<std::string> environment() const;

 private:
  std::filesystem::path folder_;
  Companion program_;
};

class OfficeWindow {
 public:
  OfficeWindow(const std::filesystem::path& folder, const std::filesystem::path& db, const std::filesystem::path& outbox,
               std::vector<std::string> environment);

  nlohmann::json look() const;                   // the newest frame's report
  bool sees(std::string_view label) const;
  bool shows(std::string_view words) const;      // among the words drawn
  bool stands(std::string_view words) const;     // as a whole line of them
  bool until_item(std::string_view label, std::chrono::seconds limit = std::chrono::seconds(60)) const;
  // A click in the middle of the item, once it is there.
  bool click(std::string_view label);
  // Turns the wheel where the mouse is put first, in pixels of the window; positive goes down.
  void wheel(int x, int y, int notches) const;
  // Files from a file manager, let go in the window's middle. Throws std::runtime_error when the window does not take them.
  void drop(std::span<const std::filesystem::path> files) const;
  // Lies above the other windows and has the keyboard.
  void raise() const;
  // By xdotool's names: "ctrl+a", "Return"; and plain letters one after the other.
  void press(std::string_view chord) const;
  void type(std::string_view ascii) const;
  bool alive() const { return program_.alive(); }
  // The words of the window's program, for messages.
  std::string said() const;

 private:
  std::filesystem::path folder_;
  Companion program_;
  std::string window_;
};

}  // namespace journeys
