// A clerk at the real window: the steps that office journeys are made of. Each aims at items by their label and waits for what
// should follow; doctest says which step did not come about.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "tests/journeys/office_window.h"

namespace journeys {

// Of everybody in a journey.
inline constexpr std::string_view kClerkPassword = "lvse-shan-7";

class WindowClerk {
 public:
  explicit WindowClerk(OfficeWindow& office) : office_(office) {}

  // --- people ---------------------------------------------------------------------------------------------------
  void make_the_first_administrator(std::string_view name);
  void enter_person(std::string_view name, std::string_view role);
  // Whoever is in locks the window and leaves the chair.
  void change_person(std::string_view name);
  void sign_in(std::string_view name);

  // --- ways and fields ------------------------------------------------------------------------------------------
  void click(std::string_view label);
  // Clicks until this panel shows; `entry` is its name in the navigation.
  void go(std::string_view entry, std::string_view panel);
  // Replaces what stands in the field, scrolling to it when it is not seen.
  void fill(std::string_view label, std::string_view words, bool secret = false);
  void choose(std::string_view label, std::string_view option);
  void until_shows(std::string_view words, std::chrono::seconds limit = std::chrono::seconds(60)) const;

  // --- what an office does --------------------------------------------------------------------------------------
  using Fields = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  void begin_record(std::string_view entry, std::string_view panel, std::string_view kind);
  void fill_all(Fields fields);
  void submit();
  // So many records wait for this person's round; all pass.
  void review(std::string_view person, int expected);

  OfficeWindow& office() { return office_; }

 private:
  bool reach(std::string_view label) const;
  bool try_fill(std::string_view label, std::string_view words, bool secret);

  OfficeWindow& office_;
};

}  // namespace journeys
