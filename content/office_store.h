// The office's database: every record with its drafts, history and reviews, the people, the pictures' register.
//
// One connection, one thread at a time; several programs may have the same file open. Each write is one transaction on
// disk (WAL, synchronous=FULL) before it returns, names the person who did it, and is kept in the history. Inside a
// Batch, many writes are one transaction. Times are milliseconds since 1970 UTC.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/audit.h"
#include "content/error.h"
#include "content/language.h"
#include "content/media_facts.h"
#include "content/model.h"
#include "content/passwords.h"
#include "content/record.h"
#include "content/review.h"
#include "content/review_desk.h"
#include "content/schema.h"

namespace content {

struct Person {
  std::int64_t id = 0;
  std::string name;  // unique
  Role role = Role::Editor;
  bool may_sign_in = false;  // has a password
};

// Now, on the wall and on the machine's own clock, which nobody can set.
struct SignInClock {
  std::int64_t wall_ms = 0;
  std::string boot;  // names this start of the machine
  std::int64_t boot_ms = 0;
};
SignInClock sign_in_clock();

struct SignIn {
  enum class Outcome { Welcome, Wrong, Wait };
  Outcome outcome = Outcome::Wrong;
  std::optional<Person> person;   // Welcome
  std::chrono::seconds wait{0};   // Wait: nothing was tried; Wrong: before the next try
};

enum class Deed { Create, Edit, Undo, Trash, Restore, Submit, Approve, SendBack, Overrule, Withdraw };

// One line of a record's history, oldest first.
struct HistoryEntry {
  std::int64_t revision = 0;  // the record's after the deed
  Deed deed = Deed::Create;
  std::string person;
  std::int64_t at = 0;
  std::string hash;     // of the body after the deed
  nlohmann::json body;  // the body after the deed; null for deeds that do not touch it
  std::string note;     // SendBack: reason; Approve: "1"–"3", a line feed and the remark if there is one; Undo: the revision restored; Overrule: rule and reason
};

// A picture's register entry.
struct StoredMedia {
  Media media;
  std::string source;                    // path relative to the media folder it came from, '/' between; unique
  std::string source_hash;               // SHA-256 of the original file
  std::vector<std::int64_t> file_bytes;  // size of each of media.files, in the same order
};

struct ReleaseEntry {
  std::int64_t sequence = 0;
  std::string manifest_hash;
  std::int64_t records = 0;
  std::string person;
  std::int64_t at = 0;  // set by log_release()
  std::int64_t added = 0;  // against the release before it
  std::int64_t changed = 0;
  std::int64_t removed = 0;
  std::string note{};
  std::int64_t rolled_back_to = 0;  // the release whose content it is; 0 = what was approved
  std::string outbox{};             // the folder that it went to
};

// What a person is writing and has not saved yet. One per record and person.
struct StoredDraft {
  RecordId record;            // also of one that is not yet created
  std::string person;
  Kind kind = Kind::City;
  std::int64_t revision = 0;  // that it began from; 0 = a new record
  nlohmann::json body;
  std::int64_t at = 0;        // of the last keystroke in it
};

// What happened since a deed.
struct Changes {
  std::int64_t last_deed = 0;   // its number; asks for what comes next
  std::vector<Record> records;  // as they are now, trashed ones too; each once
};

// Another program holds the database and did not let go of it in time: nothing was written, the same may work in a moment.
class Busy : public Error {
 public:
  using Error::Error;
};

// A finding of the field rules that a reviewer decided to let pass, for exactly one content.
struct Overrule {
  RecordId record;
  std::string hash;
  std::string rule;
  std::string reason;
  std::string person;
  std::int64_t at = 0;  // set by overrule()
};

class OfficeStore {
 public:
  struct Opened {
    Opening outcome = Opening::Missing;
    Text sentence;                       // what, where, what to do; empty when Ready
    std::unique_ptr<OfficeStore> store;  // set when Ready or Migrated only
  };

  // Never changes a file that is newer, foreign or damaged, and never makes one. Checks every page and the hash of
  // every row. Throws Error when the file or its folder cannot be read or written, Busy when another program does not let go of it
  // within `patience`. `steps`: the schema's history; tests pass their own.
  static Opened open(const std::filesystem::path& path, std::span<const SchemaStep> steps = office_schema(),
                     std::chrono::milliseconds patience = std::chrono::seconds(10));

  // A new, empty database; its folder is made. Throws Error when a file is already there.
  static std::unique_ptr<OfficeStore> create(const std::filesystem::path& path);
  // For tests and dry runs: nothing on disk.
  static std::unique_ptr<OfficeStore> in_memory();

  // How long a read or write waits for another program before it throws Busy; ten seconds unless set. After a write was
  // refused so, the next ones wait a moment only, until one goes through: a window stands still once, not at every try.
  void set_patience(std::chrono::milliseconds patience);
  // The next write waits its full time again, also after a refusal: for what must not fail if waiting helps.
  void forget_refusals();

  ~OfficeStore();
  OfficeStore(OfficeStore&&) noexcept;
  OfficeStore& operator=(OfficeStore&&) noexcept;

  // Many writes as one transaction: commit() or nothing. One at a time.
  class Batch {
   public:
    explicit Batch(OfficeStore& store);
    ~Batch();  // rolls back when not committed
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;
    void commit();

   private:
    OfficeStore* store_;
    bool done_ = false;
  };

  // People. Throw Error on an empty name or one already taken, also by somebody who left. Once there is an administrator, only
  // one adds people: `by`.
  Person add_person(std::string_view name, Role role, std::string_view by = {});
  std::vector<Person> people() const;  // by name
  std::optional<Person> find_person(std::string_view name) const;

  // Accounts. The first administrator makes themselves, while nobody else may sign in; after that only an administrator
  // gives roles and passwords to others. Throw Error when `by` may not, and for a password_fault().
  bool has_administrator() const;
  Person make_first_administrator(std::string_view name, std::string_view password, PasswordCost cost = PasswordCost::Moderate);
  void set_password(std::string_view name, std::string_view password, std::string_view by, PasswordCost cost = PasswordCost::Moderate);
  void set_role(std::string_view name, Role role, std::string_view by);
  void let_go(std::string_view name, std::string_view by);   // the person has left; never the last administrator
  // From the third failure on each costs a wait of 5 s, 10 s, 20 s … 15 min, which outlasts a restart and cannot be cut
  // short by setting the clock. An unknown name is answered like a wrong password.
  SignIn sign_in(std::string_view name, std::string_view password, const SignInClock& now = sign_in_clock());

  // The audit log; every write above and below has a line in it.
  std::vector<AuditEntry> audit(const AuditQuery& query) const;
  AuditCheck verify_audit() const;

  // Writes. `by` is a person's name; `seen_revision` is the record's revision that the person had before them. Throw
  // Error when the person or record is unknown, the record changed since (says who and when), the body has a wrong type
  // or unknown field (validate_draft), or another record of the kind already has its key fields.
  Record create(Kind kind, const nlohmann::json& body, std::string_view by);
  Record edit(const RecordId& id, std::int64_t seen_revision, const nlohmann::json& body, std::string_view by);
  Record undo(const RecordId& id, std::int64_t seen_revision, std::string_view by);  // step by step back to the first
  Record trash(const RecordId& id, std::int64_t seen_revision, std::string_view by);
  Record restore(const RecordId& id, std::int64_t seen_revision, std::string_view by);

  // The content of an earlier revision (and whether it was in the trash) as a new one.
  Record revert(const RecordId& id, std::int64_t seen_revision, std::int64_t revision, std::string_view by);

  // Drafts: kept every second while somebody writes, so they have no line in the audit log and no history.
  void put_draft(const StoredDraft& draft);                                // throws Error on an unknown person
  void drop_draft(const RecordId& record, std::string_view person);        // nothing there: nothing happens
  std::vector<StoredDraft> drafts() const;                                 // everybody's, oldest first

  // Reviews, by the rules of review.h; `seen_hash` is Record::hash of what the person saw. submit() also refuses a body
  // that validate() finds fault with.
  Record submit(const RecordId& id, std::string_view seen_hash, std::string_view by);
  // Takes a submission back while nobody has reviewed it: a draft again, or returned again if it was. Throws Error with who reviewed it.
  Record withdraw(const RecordId& id, std::string_view seen_hash, std::string_view by);
  Record approve(const RecordId& id, std::string_view seen_hash, std::string_view by, std::string_view remark = {});
  Record send_back(const RecordId& id, std::string_view seen_hash, std::string_view reason, std::string_view by);
  std::vector<Approval> approvals(const RecordId& id) const;  // of the current pass
  Review review(const RecordId& id) const;
  // Several at once, in one transaction: only what was shown to `by` in exactly this form (note_opened); what is refused is left
  // as it is, the rest goes on.
  std::vector<BulkOutcome> approve_opened(std::span<const SeenContent> seen, std::string_view by);
  // `by`, a reviewer, has this content before them, in full. Kept for good: a restart does not lose it.
  void note_opened(const RecordId& id, std::string_view seen_hash, std::string_view by);
  // Everything outside the trash that waits for the round (1–3), as `reader` sees it; oldest record first.
  std::vector<AwaitingRecord> awaiting(int round, std::string_view reader) const;

  // Reads. Trashed records are left out unless said otherwise; oldest first.
  std::vector<Record> list(Kind kind) const;
  std::vector<Record> list_trash() const;
  std::optional<Record> get(const RecordId& id) const;                             // trashed or not
  std::optional<Record> find_by_key(Kind kind, const nlohmann::json& body) const;  // same natural_key()
  std::vector<Record> find_by_title(Kind kind, std::string_view title) const;      // exact
  // The bodies approved last, with their revision; a later draft does not take them away, the trash does.
  std::vector<Record> approved(Kind kind) const;
  std::optional<Record> approved_record(const RecordId& id) const;  // the same for one, trashed or not
  std::vector<HistoryEntry> history(const RecordId& id) const;
  // Deeds of this program and of others with the same file. 0: every record there is. Takes some microseconds when
  // nothing happened.
  Changes changes_since(std::int64_t deed) const;

  // Pictures. What visitors get under a picture's id (pixels, alt text, focus) never changes, so that an approval covers it:
  // putting a source again with other files gives a new id and takes the name over from the old one; putting the same files
  // again answers the id it has. Ids whose name was taken over stay for good: what is approved may still show them.
  MediaId put_media(const StoredMedia& media, std::string_view by);
  std::optional<StoredMedia> media(const MediaId& id) const;
  std::optional<StoredMedia> find_media(std::string_view source) const;
  std::vector<StoredMedia> all_media() const;      // by source; without those whose name was taken over
  std::vector<Media> every_media_version() const;  // also those, for releases

  // Another alt text and focus, or other pixels: a new id that takes over the name and, in the same transaction, the old one's
  // place in every record outside the trash and in what is being written. Those records are edited by `by` and need their three
  // reviews again, as after any edit; what is approved keeps the old id until then. What an earlier id showed gives that id
  // again, so that going back restores the approval. Answers the id that has the name now.
  MediaId describe_media(const MediaId& id, const MediaLook& look, std::string_view by);
  MediaId replace_media(const MediaId& id, const StoredMedia& media, std::string_view by);
  // What visitors do not see changes under the id. Throw Error when consent is given by nobody or ends before it begins.
  void set_media_facts(const MediaId& id, const MediaFacts& facts, std::string_view by);
  MediaFacts media_facts(const MediaId& id) const;
  // Throws Error while a record outside the trash, an approved content or a draft uses any version of it.
  void trash_media(const MediaId& id, std::string_view by);
  void restore_media(const MediaId& id, std::string_view by);
  // Takes the last change of this picture back that was not taken back yet, step by step, by the audit log. Answers the id that
  // has the name now; nullopt when nothing is left.
  std::optional<MediaId> undo_media(const MediaId& id, std::string_view by);
  std::vector<RegisteredMedia> media_register() const;  // everything about every picture, by source; also the trash
  std::vector<MediaUse> media_uses() const;             // one for each record and picture; consent papers are no uses

  // The office's settings; once there is an administrator, only one sets them.
  std::optional<std::string> setting(std::string_view key) const;
  void set_setting(std::string_view key, std::string_view value, std::string_view by);
  // What somebody chose for themselves, such as a list's columns. Theirs alone; no line in the audit log.
  std::optional<std::string> preference(std::string_view key, std::string_view person) const;
  void set_preference(std::string_view key, std::string_view value, std::string_view person);

  // Only 终审 publishes: throws Error for any other person.
  void log_release(const ReleaseEntry& release);
  std::vector<ReleaseEntry> releases() const;  // by sequence
  // In two steps, so that a kill between leaves a trace: announced before the release appears in the outbox, settled when it is known
  // whether it did. An announced one is not among releases().
  void announce_release(const ReleaseEntry& release);
  void settle_release(std::int64_t sequence, bool appeared);
  std::vector<ReleaseEntry> announced_releases() const;

  // By a reviewer who did not write it, for the record's content as it is or as it was approved last. Throws Error.
  void overrule(const Overrule& overrule);
  std::vector<Overrule> overrules(const RecordId& id) const;

  // Every page, every constraint, every row's hash and the audit log; one sentence for each fault found.
  std::vector<Text> verify() const;

  // A copy by SQLite's backup API: checked, synced, then renamed into place. Throws Error.
  void backup(const std::filesystem::path& target) const;

 private:
  struct State;
  explicit OfficeStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace content
