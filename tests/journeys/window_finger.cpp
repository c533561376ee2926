#include "tests/journeys/window_finger.h"

#include <fstream>
#include <stdexcept>
#include <thread>
#include <utility>

namespace journeys {
namespace {

using nlohmann::json;

std::string window_of(pid_t program) {
  const std::string command = "timeout 60 xdotool search --sync --onlyvisible --pid " + std::to_string(program) + " 2>/dev/null";
  FILE* out = ::popen(command.c_str(), "r");
  char line[64] = {};
  if (out == nullptr || std::fgets(line, sizeof line, out) == nullptr) line[0] = 0;
  if (out != nullptr) ::pclose(out);
  std::string window = line;
  while (!window.empty() && window.back() == '\n') window.pop_back();
  if (window.empty()) throw std::runtime_error("the kiosk's window cannot be found");
  return window;
}

}  // namespace

WindowFinger::WindowFinger(const RunningKiosk& kiosk, std::filesystem::path report)
    : report_(std::move(report)), window_(window_of(kiosk.pid())), xdotool_(::popen("xdotool - >/dev/null 2>&1", "w")) {
  if (xdotool_ == nullptr) throw std::runtime_error("xdotool cannot be started");
}

WindowFinger::~WindowFinger() { ::pclose(xdotool_); }

void WindowFinger::say(const std::string& command) {
  std::fputs((command + '\n').c_str(), xdotool_);
  std::fflush(xdotool_);
}

void WindowFinger::raise() { say("windowraise " + window_); }

json WindowFinger::look() const {
  std::ifstream in(report_);
  auto seen = json::parse(in, nullptr, false);
  return seen.is_object() ? seen : json::object();
}

bool WindowFinger::sees(std::string_view label) const {
  for (const auto& item : look().value("items", json::array())) {
    if (item[0] == label) return true;
  }
  return false;
}

std::string WindowFinger::label_with(std::string_view part) const {
  for (const auto& item : look().value("items", json::array())) {
    if (const auto label = item[0].get<std::string>(); label.find(part) != std::string::npos) return label;
  }
  return {};
}

bool WindowFinger::until(const Condition& condition, std::chrono::seconds limit) const {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (std::chrono::steady_clock::now() < end) {
    const json seen = look();
    if (!seen.empty() && condition(seen)) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

bool WindowFinger::until_screen(std::string_view name, std::chrono::seconds limit) const {
  return until([name](const json& seen) { return seen["screen"] == name; }, limit);
}

bool WindowFinger::press(double x, double y) {
  say("mousemove --window " + window_ + " " + std::to_string(static_cast<int>(x)) + " " + std::to_string(static_cast<int>(y)));
  say("mousedown 1");
  const bool down = until([](const json& seen) { return seen["down"] == true; });
  say("mouseup 1");
  return until([](const json& seen) { return seen["down"] == false; }) && down;
}

bool WindowFinger::tap(std::string_view label) {
  until([&](const json&) { return sees(label); }, std::chrono::seconds(3));
  for (const auto& item : look().value("items", json::array())) {
    if (item[0] != label) continue;
    return press(item[1].get<double>() + item[3].get<double>() / 2, item[2].get<double>() + item[4].get<double>() / 2);
  }
  return false;
}

bool WindowFinger::tap_at(double x, double y) {
  const auto size = look().value("window", json::array({0, 0}));
  return press(x * size[0].get<double>(), y * size[1].get<double>());
}

bool WindowFinger::tap_until(std::string_view label, const Condition& follows, int attempts) {
  for (int attempt = 0; attempt < attempts; ++attempt) {
    tap(label);
    if (until(follows, std::chrono::seconds(2))) return true;
  }
  return false;
}

bool WindowFinger::tap_to(std::string_view label, std::string_view screen) {
  return tap_until(label, [screen](const json& seen) { return seen["screen"] == screen; });
}

}  // namespace journeys
