// The checks of a body's larger parts, and of fields that must agree with each other. Used by validate() alone.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/record.h"

namespace content {

// Collects problems.
class Findings {
 public:
  void add(Fault fault, const Field& field, const std::string& value, Text reason, Text advice);
  void add_at(Fault fault, const std::string& key, Text label, const std::string& value, Text reason, Text advice);
  void wrong_type(const Field& field, const nlohmann::json& value, Text reason);
  const std::vector<Problem>& so_far() const { return problems_; }
  std::vector<Problem> take() { return std::move(problems_); }

 private:
  std::vector<Problem> problems_;
};

// Hours, Offers, Honours, Outlets, Labels.
void check_part(Findings& findings, const Field& field, const nlohmann::json& value);

// Dates in order, pairs complete. The body's types are right already.
void check_together(Findings& findings, const KindSpec& spec, const nlohmann::json& body);

}  // namespace content
