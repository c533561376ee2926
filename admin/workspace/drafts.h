// The drafts of the person at this window: opened from a record, kept in the database at most a second after a keystroke,
// saved as a revision, found again after a crash; and who else is writing what.
//
//   Draft& draft = drafts.open(id);  draft.set("name", "渡口面馆", now);  drafts.tick() once a frame …  drafts.save(id)
//
// Throw Error with the sentence to show. Main thread only.
#pragma once

#include <chrono>
#include <exception>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "admin/workspace/checks.h"
#include "admin/workspace/deeds.h"
#include "admin/workspace/draft.h"

namespace admin {

class Drafts {
 public:
  static constexpr std::int64_t kKeptAfterMs = 700;        // from the first keystroke that is not kept yet
  static constexpr std::int64_t kAgainAfterMs = 1000;     // from a try that failed
  static constexpr std::int64_t kIdleMs = 10 * 60 * 1000;  // after it a colleague may go on with a draft

  // All must outlive it.
  Drafts(Workspace& office, Records& records, Deeds& deeds) : office_(office), records_(records), deeds_(deeds) {}

  // The draft of a record, or of a new one by its provisional id: the one that is open, the one left in the database, or a
  // fresh one. Stays good until save(), give_up() or close(). Throws Error for an unknown id.
  Draft& open(const content::RecordId& id);
  // A new record; its id is provisional until it is saved.
  Draft& begin(content::Kind kind, nlohmann::json body = nlohmann::json::object());
  Draft* find(const content::RecordId& id);
  // Nobody shows it any more: keeps it if anything is in it, and forgets it here. Throws Busy or Error when it could not be kept;
  // then tick() goes on trying, and leftovers() has it meanwhile.
  void close(const content::RecordId& id);

  // Once a frame: keeps what was typed, lets drafts meet what colleagues saved, and looks who is writing. While nobody is signed
  // in, and for whoever sits down next, it goes on keeping what could not be kept before.
  void tick();
  // Time until tick() has something to keep; nullopt: nothing.
  std::optional<std::chrono::milliseconds> due_in() const;
  // Why the last try to keep one of them failed; the next follows by itself. Empty: none failed. What was typed stays here meanwhile.
  std::string trouble() const;
  // At once: before the window closes, locks, or shows something else. Tries each of them, then throws the first fault.
  void keep_all();
  // When the draft as it stands was kept; 0: nothing to keep, or not yet.
  std::int64_t kept_at(const content::RecordId& id) const;

  // As a revision, with the draft gone, in one transaction. The record's id is new when it was provisional.
  content::Record save(const content::RecordId& id);
  // Back to the record as it is; a new one is gone.
  void give_up(const content::RecordId& id);

  // Drafts of this person that nobody shows here.
  struct Leftover {
    content::RecordId record;
    content::Kind kind = content::Kind::City;
    std::string title;
    std::int64_t at = 0;
    bool is_new = false;
  };
  std::vector<Leftover> leftovers();

  // Somebody else who is writing this record, while nothing is written here.
  struct Writer {
    std::string person;
    std::int64_t at = 0;
    bool idle = false;  // for so long that one may take it over
  };
  std::optional<Writer> other_writer(const content::RecordId& id) const;
  // Goes on with what an idle colleague wrote.
  Draft& take_over(const content::RecordId& id);

 private:
  struct Open {
    Draft draft;
    std::string person;                 // whose
    std::int64_t kept_version = 1;      // of the draft, as the database has it
    bool in_database = false;
    std::int64_t unkept_since = 0;      // first keystroke after kept_version; 0: all is kept
    std::int64_t kept_at = 0;
    bool shown = true;                  // until close()
    std::string trouble{};              // why the last try failed
    std::int64_t again_at = 0;          // the next one

    bool kept() const { return kept_version == draft.version(); }
  };
  Open& need(const content::RecordId& id);
  Draft& adopt(const content::StoredDraft& stored, bool in_database);
  void keep(Open& open);
  void keep_when_due(Open& open);
  std::exception_ptr try_to_keep(Open& open);
  void change_hands(const std::string& now);
  void meet(Open& open);
  void look_at_writers();
  // The person signed in; the drafts of whoever was before are not theirs.
  const std::string& who();

  Workspace& office_;
  Records& records_;
  Deeds& deeds_;
  std::string person_;
  std::map<content::RecordId, Open> open_;     // of person_
  std::vector<Open> behind_;                   // of those who were here before: not kept yet
  std::vector<content::StoredDraft> stored_;   // everybody's, as last looked at
  std::int64_t looked_at_ = 0;
};

}  // namespace admin
