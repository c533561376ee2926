// The office's audit log: who did what, when, from which value to which. Each line carries the hash of the line before it,
// so that a line that was edited, cut out, moved or added from outside is found; the number and hash of the last line stand
// apart, so that a cut at the end is found too. Nothing is ever erased.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/language.h"

namespace content {

struct AuditEntry {
  std::int64_t number = 0;  // from 1, without gaps
  std::int64_t at = 0;      // ms since 1970 UTC
  std::string person;       // a name; of a failed sign-in the name as typed; empty = the program itself
  std::string deed;         // create edit undo trash restore submit approve send_back overrule, add_person, password, …
  std::string kind;         // word of the record's kind, or empty
  std::string record;       // id, or empty
  std::string title;        // what people call it
  std::string change;       // JSON: {"field": [before, after], …}; empty = no values
  std::string note;         // reason, round, manifest hash
  std::string hash;         // of all of the above and of the line before
};

// What audit() is to find; empty parts let everything through. Newest first.
struct AuditQuery {
  std::string text{};       // in person, title, change or note
  std::string person{};     // exact
  std::string deed{};       // exact
  std::string record{};     // exact
  std::int64_t since = 0;   // ms, inclusive
  std::int64_t until = INT64_MAX;
  std::int64_t offset = 0;
  int limit = 100;          // 1–1000
};

struct AuditCheck {
  std::int64_t lines = 0;      // looked at
  std::string last_hash;       // write it down elsewhere to prove later that nothing before it changed
  std::optional<Text> fault;   // the first one found: which line and what that means
};

// The hash of an entry whose predecessor has the hash `previous` (64 zeros before the first): SHA-256 over every field, each
// after its length as 8 bytes, little end first.
std::string audit_hash(const AuditEntry& entry, std::string_view previous);

}  // namespace content
