// What the office knows of its pictures, and where they are used.
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "content/days.h"
#include "content/office_audit.h"
#include "content/office_media.h"

namespace content {
namespace {

constexpr std::array<std::string_view, 3> kConsentWords{"missing", "not_needed", "given"};
constexpr std::size_t kIdLength = 36;

constexpr const char* kSelectFacts = R"sql(
    SELECT title, credit, taken, consent, consent_by, consent_on, consent_until, consent_note, consent_paper,
           for_screen, for_print, for_web, source, source_hash
      FROM media_fact
)sql";

std::string day_text(const std::optional<Day>& day) { return day ? day_to_iso(*day) : std::string(); }

MediaFacts facts_from(SQLite::Statement& row) {
  MediaFacts facts;
  facts.title = row.getColumn(0).getString();
  facts.credit = row.getColumn(1).getString();
  facts.taken = row.getColumn(2).getString();
  facts.consent = consent_from(row.getColumn(3).getString()).value_or(Consent::Missing);
  facts.consent_by = row.getColumn(4).getString();
  facts.consent_on = day_from_iso(row.getColumn(5).getString());
  facts.consent_until = day_from_iso(row.getColumn(6).getString());
  facts.consent_note = row.getColumn(7).getString();
  facts.consent_paper = MediaId{row.getColumn(8).getString()};
  facts.for_screen = row.getColumn(9).getInt() != 0;
  facts.for_print = row.getColumn(10).getInt() != 0;
  facts.for_web = row.getColumn(11).getInt() != 0;
  return facts;
}

// Collects the pictures named in a body: every string that is a picture's id.
class UseScan {
 public:
  explicit UseScan(SQLite::Database& database) {
    SQLite::Statement row(database, "SELECT id FROM media");
    while (row.executeStep()) known_.emplace(row.getColumn(0).getString(), 0);
  }

  enum class Where { Now, Published, Writing };
  struct Owner {
    RecordId id;
    Kind kind = Kind::City;
    std::string title;
  };

  void add(const Owner& owner, const std::string& body, Where where) {
    for (std::size_t at = body.find('"'); at != std::string::npos; at = body.find('"', at + 1)) {
      const std::size_t end = at + kIdLength + 1;
      if (end >= body.size() || body[end] != '"' || body[at + 9] != '-') continue;
      const std::string id = body.substr(at + 1, kIdLength);
      if (!known_.contains(id)) continue;
      MediaUse& use = uses_[{owner.id.text, id}];
      use.media = MediaId{id};
      use.record = owner.id;
      use.kind = owner.kind;
      use.title = owner.title;
      (where == Where::Now ? use.now : where == Where::Published ? use.published : use.writing) = true;
    }
  }

  std::vector<MediaUse> take() {
    std::vector<MediaUse> uses;
    uses.reserve(uses_.size());
    for (auto& [key, use] : uses_) uses.push_back(std::move(use));
    return uses;
  }

 private:
  std::unordered_map<std::string, int> known_;
  std::map<std::pair<std::string, std::string>, MediaUse> uses_;
};

void refuse_bad_consent(const MediaFacts& facts) {
  if (facts.consent != Consent::Given) return;
  if (facts.consent_by.find_first_not_of(" \t") == std::string::npos) {
    throw Error("肖像授权要写明授权人；请写上是谁签的。", "A consent needs the person who gave it; write who signed.");
  }
  if (facts.consent_on && facts.consent_until && *facts.consent_until < *facts.consent_on) {
    throw Error("授权的到期日早于签署日；请核对两个日期。", "The consent ends before it was signed; check the two dates.");
  }
}

}  // namespace

std::string_view word_of(Consent consent) { return kConsentWords.at(static_cast<std::size_t>(consent)); }

std::optional<Consent> consent_from(std::string_view word) {
  for (std::size_t i = 0; i < kConsentWords.size(); ++i) {
    if (kConsentWords[i] == word) return static_cast<Consent>(i);
  }
  return std::nullopt;
}

ConsentState consent_state(const MediaFacts& facts, Day today) {
  if (facts.consent == Consent::NotNeeded) return ConsentState::Fine;
  if (facts.consent == Consent::Missing) return ConsentState::Missing;
  if (!facts.for_screen) return ConsentState::NotForScreens;
  return facts.consent_until && *facts.consent_until < today ? ConsentState::Expired : ConsentState::Fine;
}

std::string name_of(const MediaFacts& facts, std::string_view source) {
  if (!facts.title.empty()) return facts.title;
  return std::filesystem::path(source).stem().string();
}

nlohmann::json facts_to_json(const MediaFacts& facts) {
  return {{"title", facts.title},
          {"credit", facts.credit},
          {"taken", facts.taken},
          {"consent", word_of(facts.consent)},
          {"consent_by", facts.consent_by},
          {"consent_on", day_text(facts.consent_on)},
          {"consent_until", day_text(facts.consent_until)},
          {"consent_note", facts.consent_note},
          {"consent_paper", facts.consent_paper.text},
          {"for_screen", facts.for_screen},
          {"for_print", facts.for_print},
          {"for_web", facts.for_web}};
}

MediaFacts facts_from_json(const nlohmann::json& value) {
  const auto text = [&value](const char* key) { return value.value(key, std::string()); };
  MediaFacts facts;
  facts.title = text("title");
  facts.credit = text("credit");
  facts.taken = text("taken");
  facts.consent = consent_from(text("consent")).value_or(Consent::Missing);
  facts.consent_by = text("consent_by");
  facts.consent_on = day_from_iso(text("consent_on"));
  facts.consent_until = day_from_iso(text("consent_until"));
  facts.consent_note = text("consent_note");
  facts.consent_paper = MediaId{text("consent_paper")};
  facts.for_screen = value.value("for_screen", true);
  facts.for_print = value.value("for_print", false);
  facts.for_web = value.value("for_web", false);
  return facts;
}

MediaFacts read_facts(SQLite::Database& database, const StoredMedia& picture) {
  SQLite::Statement row(database, std::string(kSelectFacts) + "WHERE source = ? AND source_hash = ?");
  row.bind(1, picture.source);
  row.bind(2, picture.source_hash);
  return row.executeStep() ? facts_from(row) : MediaFacts{};
}

void write_facts(SQLite::Database& database, const StoredMedia& picture, const MediaFacts& facts, const Person& person) {
  SQLite::Statement put(database, R"sql(
      INSERT OR REPLACE INTO media_fact (source, source_hash, title, credit, taken, consent, consent_by, consent_on, consent_until,
                                         consent_note, consent_paper, for_screen, for_print, for_web, changed_at, changed_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  )sql");
  int column = 0;
  for (const std::string& text : {picture.source, picture.source_hash, facts.title, facts.credit, facts.taken,
                                  std::string(word_of(facts.consent)), facts.consent_by, day_text(facts.consent_on),
                                  day_text(facts.consent_until), facts.consent_note, facts.consent_paper.text}) {
    put.bind(++column, text);
  }
  for (const bool purpose : {facts.for_screen, facts.for_print, facts.for_web}) put.bind(++column, purpose ? 1 : 0);
  put.bind(++column, now_ms());
  put.bind(++column, person.id);
  put.exec();
}

MediaFacts OfficeStore::media_facts(const MediaId& id) const {
  const std::optional<StoredMedia> picture = media(id);
  if (!picture) return {};
  return state_->read([&] { return read_facts(state_->database, *picture); });
}

void OfficeStore::set_media_facts(const MediaId& id, const MediaFacts& facts, std::string_view by) {
  refuse_bad_consent(facts);
  state_->write([&] {
    const Person person = state_->need_person(by);
    const StoredMedia picture = state_->need_media(id);
    const MediaFacts before = read_facts(state_->database, picture);
    if (before == facts) return;
    write_facts(state_->database, picture, facts, person);
    state_->audit(by, "media_facts", picture.source, changes_between(facts_to_json(before), facts_to_json(facts)), picture.source_hash);
  });
}

std::vector<RegisteredMedia> OfficeStore::media_register() const {
  return state_->read([&] {
    std::map<std::pair<std::string, std::string>, MediaFacts> facts;
    SQLite::Statement fact(state_->database, kSelectFacts);
    while (fact.executeStep()) facts.emplace(std::pair{fact.getColumn(12).getString(), fact.getColumn(13).getString()}, facts_from(fact));
    std::unordered_map<std::string, std::vector<MediaId>> earlier;
    SQLite::Statement old(state_->database, "SELECT source, id FROM media WHERE superseded = 1 ORDER BY added_at, id");
    while (old.executeStep()) earlier[old.getColumn(0).getString()].push_back(MediaId{old.getColumn(1).getString()});
    std::unordered_map<std::string, RegisteredMedia> files;
    std::vector<RegisteredMedia> pictures;
    SQLite::Statement row(state_->database, R"sql(
        SELECT m.id, m.source, m.source_hash, m.alt, m.focus_x, m.focus_y, m.added_at, p.name, m.trashed_at IS NOT NULL,
               f.size, f.sha256, f.width, f.height, f.format, f.bytes
          FROM media m JOIN person p ON p.id = m.added_by LEFT JOIN media_file f ON f.media = m.id
         WHERE m.superseded = 0 ORDER BY m.source, f.size
    )sql");
    while (row.executeStep()) {
      const std::string id = row.getColumn(0).getString();
      if (pictures.empty() || pictures.back().media.id.text != id) {
        RegisteredMedia picture;
        picture.media.id = MediaId{id};
        picture.source = row.getColumn(1).getString();
        picture.source_hash = row.getColumn(2).getString();
        picture.media.alt = row.getColumn(3).getString();
        picture.media.focus_x = static_cast<float>(row.getColumn(4).getDouble());
        picture.media.focus_y = static_cast<float>(row.getColumn(5).getDouble());
        picture.added_at = row.getColumn(6).getInt64();
        picture.added_by = row.getColumn(7).getString();
        picture.trashed = row.getColumn(8).getInt() != 0;
        if (const auto known = facts.find({picture.source, picture.source_hash}); known != facts.end()) picture.facts = known->second;
        if (const auto found = earlier.find(picture.source); found != earlier.end()) picture.earlier = found->second;
        pictures.push_back(std::move(picture));
      }
      if (row.getColumn(9).isNull()) continue;
      pictures.back().media.files.push_back({.size = static_cast<MediaSize>(row.getColumn(9).getInt()),
                                             .sha256 = row.getColumn(10).getString(),
                                             .width = row.getColumn(11).getInt(),
                                             .height = row.getColumn(12).getInt(),
                                             .format = row.getColumn(13).getString()});
      pictures.back().bytes += row.getColumn(14).getInt64();
    }
    return pictures;
  });
}

std::vector<MediaUse> OfficeStore::media_uses() const {
  return state_->read([&] {
    UseScan scan(state_->database);
    SQLite::Statement row(state_->database,
                          "SELECT id, kind, title, body, coalesce(approved_body, '') FROM record WHERE trashed_at IS NULL");
    while (row.executeStep()) {
      const KindSpec* spec = find_kind(row.getColumn(1).getString());
      if (spec == nullptr) continue;
      const UseScan::Owner owner{RecordId{row.getColumn(0).getString()}, spec->kind, row.getColumn(2).getString()};
      scan.add(owner, row.getColumn(3).getString(), UseScan::Where::Now);
      scan.add(owner, row.getColumn(4).getString(), UseScan::Where::Published);
    }
    SQLite::Statement draft(state_->database, R"sql(
        SELECT d.record, d.kind, coalesce(r.title, ''), d.body FROM draft d LEFT JOIN record r ON r.id = d.record
    )sql");
    while (draft.executeStep()) {
      const KindSpec* spec = find_kind(draft.getColumn(1).getString());
      if (spec == nullptr) continue;
      const std::string body = draft.getColumn(3).getString();
      std::string title = draft.getColumn(2).getString();
      if (title.empty()) title = title_of(*spec, parse_body(body, draft.getColumn(0).getString()));
      scan.add({RecordId{draft.getColumn(0).getString()}, spec->kind, std::move(title)}, body, UseScan::Where::Writing);
    }
    return scan.take();
  });
}

}  // namespace content
