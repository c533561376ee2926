// The one exception of the drawing library: no window, no font. Its sentence says what failed and what to do.
#pragma once

#include <stdexcept>

namespace ui {

class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace ui
