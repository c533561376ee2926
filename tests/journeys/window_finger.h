// A finger on the glass of a real kiosk: aims at items by the label that --item-log gives, presses with xdotool, and waits for what
// should follow instead of sleeping.
#pragma once

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "tests/journeys/kiosk_program.h"

namespace journeys {

class WindowFinger {
 public:
  using Condition = std::function<bool(const nlohmann::json&)>;

  // `report` is the kiosk's --item-log. Waits for its window.
  WindowFinger(const RunningKiosk& kiosk, std::filesystem::path report);
  ~WindowFinger();
  WindowFinger(const WindowFinger&) = delete;
  WindowFinger& operator=(const WindowFinger&) = delete;

  // The kiosk lies above the other windows.
  void raise();
  // What the newest frame offers.
  nlohmann::json look() const;
  bool sees(std::string_view label) const;
  // The first label that contains `part`; empty when there is none.
  std::string label_with(std::string_view part) const;
  std::string screen() const { return look().value("screen", ""); }
  // False after `limit`.
  bool until(const Condition& condition, std::chrono::seconds limit = std::chrono::seconds(20)) const;
  bool until_screen(std::string_view name, std::chrono::seconds limit = std::chrono::seconds(20)) const;

  // One press on the middle of the item, seen by the kiosk down and up. False when it does not come within 3 s.
  bool tap(std::string_view label);
  // As a person does: again while nothing follows (a touch right after a page change does not count).
  bool tap_until(std::string_view label, const Condition& follows, int attempts = 8);
  bool tap_to(std::string_view label, std::string_view screen);
  // Anywhere: fractions of the window.
  bool tap_at(double x, double y);

 private:
  bool press(double x, double y);
  void say(const std::string& command);

  std::filesystem::path report_;
  std::string window_;
  FILE* xdotool_ = nullptr;   // reads commands from us
};

}  // namespace journeys
