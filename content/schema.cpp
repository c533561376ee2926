#include "content/schema.h"

#include <array>
#include <cstring>
#include <fstream>
#include <string>

#include "content/error.h"

namespace content {
namespace {

constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE person (
  id       INTEGER PRIMARY KEY,
  name     TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  role     TEXT    NOT NULL CHECK (role IN ('editor', 'first', 'second', 'third')),
  added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE record (
  id                TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  kind              TEXT    NOT NULL CHECK (kind <> ''),
  revision          INTEGER NOT NULL CHECK (revision >= 1),
  state             TEXT    NOT NULL CHECK (state IN ('draft', 'first', 'second', 'third', 'approved', 'returned')),
  title             TEXT    NOT NULL,
  natural_key       TEXT    NOT NULL,
  body              TEXT    NOT NULL CHECK (json_valid(body)),
  body_hash         TEXT    NOT NULL CHECK (length(body_hash) = 64),
  approved_body     TEXT    CHECK (approved_body IS NULL OR json_valid(approved_body)),
  approved_hash     TEXT    CHECK ((approved_hash IS NULL) = (approved_body IS NULL)),
  approved_revision INTEGER CHECK ((approved_revision IS NULL) = (approved_body IS NULL)),
  reason            TEXT    NOT NULL DEFAULT '',
  changed_at        INTEGER NOT NULL,
  changed_by        INTEGER NOT NULL REFERENCES person (id),
  trashed_at        INTEGER
) STRICT;
CREATE UNIQUE INDEX record_natural_key ON record (natural_key) WHERE trashed_at IS NULL;
CREATE INDEX record_kind ON record (kind, id);
CREATE INDEX record_title ON record (kind, title);

-- Who changed a record since it was last approved; they may not review it.
CREATE TABLE author (
  record TEXT    NOT NULL REFERENCES record (id),
  person INTEGER NOT NULL REFERENCES person (id),
  PRIMARY KEY (record, person)
) STRICT, WITHOUT ROWID;

-- The approvals of the current pass. The history keeps those of earlier ones.
CREATE TABLE approval (
  record TEXT    NOT NULL REFERENCES record (id),
  round  INTEGER NOT NULL CHECK (round BETWEEN 1 AND 3),
  person INTEGER NOT NULL REFERENCES person (id),
  hash   TEXT    NOT NULL CHECK (length(hash) = 64),
  at     INTEGER NOT NULL,
  PRIMARY KEY (record, round),
  UNIQUE (record, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE history (
  number   INTEGER PRIMARY KEY,
  record   TEXT    NOT NULL REFERENCES record (id),
  revision INTEGER NOT NULL,
  deed     TEXT    NOT NULL,
  person   INTEGER NOT NULL REFERENCES person (id),
  at       INTEGER NOT NULL,
  body     TEXT    CHECK (body IS NULL OR json_valid(body)),
  hash     TEXT    NOT NULL CHECK (length(hash) = 64),
  trashed  INTEGER NOT NULL CHECK (trashed IN (0, 1)),
  restored INTEGER,                      -- undo: the revision whose content came back
  note     TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX history_record ON history (record, revision);

-- A picture never changes under its id, so that an approval covers the pictures too.
CREATE TABLE media (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  source      TEXT    NOT NULL CHECK (source <> ''),
  source_hash TEXT    NOT NULL,
  alt         TEXT    NOT NULL,
  focus_x     REAL    NOT NULL CHECK (focus_x BETWEEN 0 AND 1),
  focus_y     REAL    NOT NULL CHECK (focus_y BETWEEN 0 AND 1),
  added_at    INTEGER NOT NULL,
  added_by    INTEGER NOT NULL REFERENCES person (id),
  superseded  INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX media_source ON media (source) WHERE superseded = 0;

CREATE TABLE media_file (
  media  TEXT    NOT NULL REFERENCES media (id),
  size   INTEGER NOT NULL CHECK (size BETWEEN 0 AND 2),
  sha256 TEXT    NOT NULL CHECK (length(sha256) = 64),
  width  INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  format TEXT    NOT NULL CHECK (format IN ('jpeg', 'png')),
  bytes  INTEGER NOT NULL CHECK (bytes >= 0),
  PRIMARY KEY (media, size)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key        TEXT    NOT NULL PRIMARY KEY,
  value      TEXT    NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by INTEGER NOT NULL REFERENCES person (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE release_log (
  sequence      INTEGER PRIMARY KEY CHECK (sequence >= 1),
  manifest_hash TEXT    NOT NULL CHECK (length(manifest_hash) = 64),
  records       INTEGER NOT NULL,
  person        INTEGER NOT NULL REFERENCES person (id),
  at            INTEGER NOT NULL
) STRICT;

-- A finding of the field rules that a person let pass, for one content only.
CREATE TABLE overrule (
  record TEXT    NOT NULL REFERENCES record (id),
  hash   TEXT    NOT NULL CHECK (length(hash) = 64),
  rule   TEXT    NOT NULL CHECK (rule <> ''),
  reason TEXT    NOT NULL CHECK (reason <> ''),
  person INTEGER NOT NULL REFERENCES person (id),
  at     INTEGER NOT NULL,
  PRIMARY KEY (record, hash, rule)
) STRICT, WITHOUT ROWID;
)sql";

// People sign in; there are administrators; what is done goes into a chained log.
constexpr std::string_view kVersion2 = R"sql(
-- A wider CHECK needs a new table. Rows that refer to people wait for the end of the transaction to be checked.
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE old_person AS SELECT * FROM person;
DROP TABLE person;
CREATE TABLE person (
  id       INTEGER PRIMARY KEY,
  name     TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  role     TEXT    NOT NULL CHECK (role IN ('editor', 'first', 'second', 'third', 'administrator')),
  added_at INTEGER NOT NULL,
  password TEXT    NOT NULL DEFAULT '',   -- argon2id; empty: cannot sign in
  left_at  INTEGER                        -- no longer here: may do nothing, stays named in the history
) STRICT;
INSERT INTO person (id, name, role, added_at) SELECT id, name, role, added_at FROM old_person;
DROP TABLE old_person;

-- Sign-ins that failed since the last that succeeded, by the name that was typed.
CREATE TABLE sign_in_failure (
  name      TEXT    NOT NULL PRIMARY KEY,
  count     INTEGER NOT NULL,
  failed_at INTEGER NOT NULL,   -- ms since 1970
  boot      TEXT    NOT NULL,   -- the machine's start that boot_ms counts from
  boot_ms   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL,
  person TEXT    NOT NULL,
  deed   TEXT    NOT NULL,
  kind   TEXT    NOT NULL,
  record TEXT    NOT NULL,
  title  TEXT    NOT NULL,
  change TEXT    NOT NULL,
  note   TEXT    NOT NULL,
  hash   TEXT    NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_record ON audit (record) WHERE record <> '';

CREATE TABLE audit_head (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL,
  hash   TEXT    NOT NULL CHECK (length(hash) = 64)
) STRICT;
)sql";

// The office's window: what is being written, what a picture shows and who agreed to it.
constexpr std::string_view kVersion3 = R"sql(
-- What somebody is writing, saved every second; gone when it is saved as a revision or given up.
CREATE TABLE draft (
  record   TEXT    NOT NULL,              -- a record's id, also of one that is not yet created
  person   INTEGER NOT NULL REFERENCES person (id),
  kind     TEXT    NOT NULL,
  revision INTEGER NOT NULL,              -- that it began from; 0 = a new record
  body     TEXT    NOT NULL CHECK (json_valid(body)),
  at       INTEGER NOT NULL,
  PRIMARY KEY (record, person)
) STRICT, WITHOUT ROWID;

-- What a reviewer had to say when approving.
ALTER TABLE approval ADD COLUMN remark TEXT NOT NULL DEFAULT '';

-- Which content was shown to whom in the review queue: only that may be approved in bulk.
CREATE TABLE opened (
  record TEXT    NOT NULL REFERENCES record (id),
  person INTEGER NOT NULL REFERENCES person (id),
  hash   TEXT    NOT NULL CHECK (length(hash) = 64),
  at     INTEGER NOT NULL,
  PRIMARY KEY (record, person)
) STRICT, WITHOUT ROWID;

ALTER TABLE media ADD COLUMN trashed_at INTEGER;   -- of the version that has the name
-- What the office knows of a picture's bytes, whatever its crop: a new photograph under an old name starts without consent.
CREATE TABLE media_fact (
  source        TEXT    NOT NULL,
  source_hash   TEXT    NOT NULL,
  title         TEXT    NOT NULL,
  credit        TEXT    NOT NULL,
  taken         TEXT    NOT NULL,
  consent       TEXT    NOT NULL CHECK (consent IN ('missing', 'not_needed', 'given')),
  consent_by    TEXT    NOT NULL,
  consent_on    TEXT    NOT NULL,         -- 2026-07-30 or empty
  consent_until TEXT    NOT NULL,
  consent_note  TEXT    NOT NULL,
  consent_paper TEXT    NOT NULL,         -- a picture's id or empty
  for_screen    INTEGER NOT NULL CHECK (for_screen IN (0, 1)),
  for_print     INTEGER NOT NULL CHECK (for_print IN (0, 1)),
  for_web       INTEGER NOT NULL CHECK (for_web IN (0, 1)),
  changed_at    INTEGER NOT NULL,
  changed_by    INTEGER NOT NULL REFERENCES person (id),
  PRIMARY KEY (source, source_hash)
) STRICT, WITHOUT ROWID;

ALTER TABLE release_log ADD COLUMN added          INTEGER NOT NULL DEFAULT 0;
ALTER TABLE release_log ADD COLUMN changed        INTEGER NOT NULL DEFAULT 0;
ALTER TABLE release_log ADD COLUMN removed        INTEGER NOT NULL DEFAULT 0;
ALTER TABLE release_log ADD COLUMN note           TEXT    NOT NULL DEFAULT '';
ALTER TABLE release_log ADD COLUMN rolled_back_to INTEGER NOT NULL DEFAULT 0;
ALTER TABLE release_log ADD COLUMN outbox         TEXT    NOT NULL DEFAULT '';
-- 1 while it is not yet known whether the release appeared in the outbox
ALTER TABLE release_log ADD COLUMN announced      INTEGER NOT NULL DEFAULT 0 CHECK (announced IN (0, 1));
)sql";

constexpr std::array<SchemaStep, 3> kSteps{{{.version = 1, .sql = kVersion1}, {.version = 2, .sql = kVersion2}, {.version = 3, .sql = kVersion3}}};

std::int32_t big_endian(const std::array<char, 100>& header, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = (value << 8) | static_cast<unsigned char>(header.at(at + i));
  return static_cast<std::int32_t>(value);
}

}  // namespace

std::span<const SchemaStep> office_schema() { return kSteps; }

FileStamp read_stamp(const std::filesystem::path& path) {
  // https://www.sqlite.org/fileformat.html: user_version at byte 60, application_id at byte 68.
  constexpr std::string_view kMagic{"SQLite format 3\0", 16};
  std::ifstream file(path, std::ios::binary);
  std::array<char, 100> header{};
  if (file) file.read(header.data(), header.size());
  if (!file && file.gcount() == 0 && !file.eof()) {
    throw Error("文件“" + path.string() + "”读不出来；请检查权限和磁盘。",
                "The file " + path.string() + " cannot be read; check its permissions and the disk.");
  }
  FileStamp stamp;
  stamp.is_sqlite = file.gcount() == 100 && std::string_view(header.data(), kMagic.size()) == kMagic;
  if (!stamp.is_sqlite) return stamp;
  stamp.user_version = big_endian(header, 60);
  stamp.application_id = big_endian(header, 68);
  return stamp;
}

void migrate(SQLite::Database& database, std::span<const SchemaStep> steps) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  const int from = database.execAndGet("PRAGMA user_version").getInt();
  for (const SchemaStep& step : steps) {
    if (step.version <= from) continue;
    database.exec(std::string(step.sql));
    database.exec("PRAGMA user_version = " + std::to_string(step.version));
  }
  transaction.commit();
}

}  // namespace content
