// What is wrong with a draft, each thing with the field that it is about: for the marks at the fields and the numbered strip.
//
// Main thread only. A check takes some milliseconds: call it when a field is left or after a pause, not at each keystroke.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "admin/workspace/draft.h"
#include "admin/workspace/records.h"

namespace admin {

class Inspection;

// Error: it cannot be submitted. Warning: it can, but it must be right or let pass before it is published.
enum class Weight { Error, Warning };

struct FieldProblem {
  std::string field;          // key of the field, for the form
  content::Problem problem;   // its key may name a part: offers[1].title
  Weight weight = Weight::Error;
  std::string sentence;       // in Chinese
};

// The words that were left in the draft's controls and mean nothing; each keeps it from being saved and submitted.
std::vector<FieldProblem> held_problems(const Draft& draft);

class Checks {
 public:
  Checks(Workspace& office, Records& records);
  ~Checks();

  // In the order of the form's fields. `record` empty: a new one.
  std::vector<FieldProblem> check(const content::KindSpec& spec, const content::RecordId& record, const nlohmann::json& body);

 private:
  void find_double(const content::KindSpec& spec, const content::RecordId& record, const nlohmann::json& body,
                   std::vector<FieldProblem>& found) const;
  const Inspection& inspection();

  Workspace& office_;
  Records& records_;
  std::unique_ptr<Inspection> inspection_;
  std::int64_t inspected_at_ = 0;  // version of the records that the inspection knows
};

}  // namespace admin
