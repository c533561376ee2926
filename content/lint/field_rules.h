// The law and the field's own rules as checks on a record's words: what an advertisement must not say (Advertising Law
// of the PRC, art. 9; the ban on 特供 and 专供 of State organs and the army; Law on the Protection of Heroes and
// Martyrs, art. 22), and what an honour roll must not tell about a person. Pure: no database, no clock.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "content/kinds.h"
#include "content/record.h"

namespace content::lint {

// One finding. `rule` names the rule for good: an office's decision to let it pass is kept under this name.
struct Finding {
  std::string_view rule;  // superlative military_supply emblem hero id_number mobile unit_number home_address
  Problem problem;        // Problem::value is the words found
};

// What the rules must know of the other records.
struct Heroes {
  std::vector<std::string> names;      // of the 英烈 on the honour roll
  std::vector<std::string> portraits;  // ids of their pictures
};
// Reads 英烈 figures' bodies; other bodies add nothing.
void add_hero(Heroes& heroes, const nlohmann::json& figure_body);

// Compiled once, used for many records. One thread at a time.
class FieldRules {
 public:
  explicit FieldRules(Heroes heroes);
  ~FieldRules();
  FieldRules(FieldRules&&) noexcept;
  FieldRules& operator=(FieldRules&&) noexcept;

  // In the order of the fields; a field tells each rule once. Empty: nothing found.
  std::vector<Finding> check(const KindSpec& spec, const nlohmann::json& body) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace content::lint
