// The one exception of the drawing library: no window, no font. Its sentence says what failed and what to do.
#pragma once

#include <stdexcept>

namespace ui {

class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// There is no screen to draw on: the caller may want to do something else instead of giving up.
class NoDisplay : public Error {
 public:
  using Error::Error;
};

}  // namespace ui
