// The one exception that leaves content.
#pragma once

#include <stdexcept>
#include <string>

namespace content {

// what() is one sentence for a person, in the program's language: what failed, on which record or file, what to do.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace content
