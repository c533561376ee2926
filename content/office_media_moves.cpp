// A picture's versions: one takes the place of another, is thrown away, comes back.
#include <algorithm>
#include <set>

#include "content/office_audit.h"
#include "content/office_media.h"

namespace content {
namespace {

using nlohmann::json;

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

// What is being written begins from the record's new revision when it began from the one that the move made old.
void move_drafts(SQLite::Database& database, const MediaId& from, const MediaId& to) {
  SQLite::Statement move(database, "UPDATE draft SET body = replace(body, ?1, ?2) WHERE instr(body, ?1) > 0");
  move.bind(1, from.text);
  move.bind(2, to.text);
  move.exec();
}

void follow_revision(SQLite::Database& database, const Record& record) {
  SQLite::Statement follow(database, "UPDATE draft SET revision = ? WHERE record = ? AND revision = ?");
  follow.bind(1, record.revision);
  follow.bind(2, record.id.text);
  follow.bind(3, record.revision - 1);
  follow.exec();
}

json look_to_json(const StoredMedia& picture) {
  return {{"media", picture.media.id.text},
          {"alt", picture.media.alt},
          {"focus_x", picture.media.focus_x},
          {"focus_y", picture.media.focus_y},
          {"source_hash", picture.source_hash}};
}

struct Step {
  std::int64_t number = 0;
  std::string deed;
  json change;
  std::string note;
};

// The newest of this picture's changes that no undo names.
std::optional<Step> newest_step(SQLite::Database& database, const std::string& source) {
  std::set<std::string> undone;
  SQLite::Statement row(database, R"sql(
      SELECT number, deed, change, note FROM audit
       WHERE title = ? AND deed IN ('describe_media', 'replace_media', 'media_facts', 'trash_media', 'restore_media', 'undo_media')
       ORDER BY number DESC
  )sql");
  row.bind(1, source);
  while (row.executeStep()) {
    const std::string number = std::to_string(row.getColumn(0).getInt64());
    const std::string deed = row.getColumn(1).getString();
    const std::string change = row.getColumn(2).getString();
    if (deed == "undo_media") {
      undone.insert(row.getColumn(3).getString());
    } else if (!undone.contains(number)) {
      return Step{row.getColumn(0).getInt64(), deed, change.empty() ? json::object() : json::parse(change), row.getColumn(3).getString()};
    }
  }
  return std::nullopt;
}

void set_trashed(SQLite::Database& database, const std::string& source, bool trashed) {
  SQLite::Statement set(database, "UPDATE media SET trashed_at = ? WHERE source = ? AND superseded = 0");
  if (trashed) set.bind(1, now_ms());
  set.bind(2, source);
  set.exec();
}

// The facts after a step, with the step's changes taken back.
MediaFacts taken_back(const MediaFacts& facts, const json& change) {
  json value = facts_to_json(facts);
  for (const auto& [key, pair] : change.items()) value[key] = pair.at(0);
  return facts_from_json(value);
}

}  // namespace

StoredMedia OfficeStore::State::need_media(const MediaId& id) {
  SQLite::Statement row(database, std::string(kSelectMedia) + "WHERE id = ?");
  row.bind(1, id.text);
  if (!row.executeStep()) throw Error("这张图片不在素材库里；请刷新列表。", "This picture is not in the library; refresh the list.");
  return media_from(database, row);
}

void OfficeStore::State::move_media(const MediaId& from, const MediaId& to, const Person& person) {
  SQLite::Statement row(database, "SELECT id FROM record WHERE trashed_at IS NULL AND instr(body, ?) > 0");
  row.bind(1, from.text);
  std::vector<RecordId> users;
  while (row.executeStep()) users.push_back(RecordId{row.getColumn(0).getString()});
  for (const RecordId& id : users) {
    Record record = need_record(id);
    std::string body = canonical_json(record.body);
    replace_all(body, from.text, to.text);
    record = rewrite(std::move(record), parse_body(body, id.text), false, person);
    log(record, Deed::Edit, person, "");
    follow_revision(database, record);
  }
  move_drafts(database, from, to);
}

MediaId OfficeStore::State::take_over(const StoredMedia& old, const StoredMedia& wanted, const Person& person) {
  MediaId id = MediaId::make();
  bool is_known = false;
  for (const StoredMedia& version : versions_of(database, old.source)) {
    if (!same_picture(version, wanted) || version.source_hash != wanted.source_hash) continue;
    id = version.media.id;
    is_known = true;
  }
  SQLite::Statement supersede(database, "UPDATE media SET superseded = 1, trashed_at = NULL WHERE source = ? AND superseded = 0");
  supersede.bind(1, old.source);
  supersede.exec();
  if (!is_known) insert_media(database, wanted, id, person);
  make_current(database, old.source, id);
  move_media(old.media.id, id, person);
  return id;
}

MediaId OfficeStore::describe_media(const MediaId& id, const MediaLook& look, std::string_view by) {
  return state_->write([&] {
    const Person person = state_->need_person(by);
    const StoredMedia old = state_->need_media(id);
    StoredMedia wanted = old;
    wanted.media.alt = look.alt;
    wanted.media.focus_x = std::clamp(look.focus_x, 0.0F, 1.0F);
    wanted.media.focus_y = std::clamp(look.focus_y, 0.0F, 1.0F);
    if (same_picture(old, wanted)) return old.media.id;
    wanted.media.id = state_->take_over(old, wanted, person);
    state_->audit(by, "describe_media", old.source, changes_between(look_to_json(old), look_to_json(wanted)));
    return wanted.media.id;
  });
}

MediaId OfficeStore::replace_media(const MediaId& id, const StoredMedia& media, std::string_view by) {
  return state_->write([&] {
    const Person person = state_->need_person(by);
    const StoredMedia old = state_->need_media(id);
    StoredMedia wanted = media;
    wanted.source = old.source;
    refuse_bad(wanted);
    if (same_picture(old, wanted)) return old.media.id;
    // The name and the origin stay; who is on the new picture, and whether they agreed, has to be said again.
    const MediaFacts facts = read_facts(state_->database, old);
    if (wanted.source_hash != old.source_hash && read_facts(state_->database, wanted) == MediaFacts{}) {
      write_facts(state_->database, wanted, MediaFacts{.title = facts.title, .credit = facts.credit}, person);
    }
    wanted.media.id = state_->take_over(old, wanted, person);
    state_->audit(by, "replace_media", old.source, changes_between(look_to_json(old), look_to_json(wanted)));
    return wanted.media.id;
  });
}

void OfficeStore::trash_media(const MediaId& id, std::string_view by) {
  state_->write([&] {
    state_->need_person(by);
    const StoredMedia picture = state_->need_media(id);
    std::set<std::string> versions;
    for (const StoredMedia& version : versions_of(state_->database, picture.source)) versions.insert(version.media.id.text);
    for (const MediaUse& use : media_uses()) {
      if (!versions.contains(use.media.text)) continue;
      const KindSpec& spec = kind_spec(use.kind);
      throw Error("图片“" + picture.source + "”还用在" + std::string(spec.zh) + "“" + use.title + "”里；请先在那里换一张或拿掉。",
                  "The picture " + picture.source + " is still used by the " + std::string(spec.word) + " \"" + use.title +
                      "\"; choose another there first, or none.");
    }
    set_trashed(state_->database, picture.source, true);
    state_->audit(by, "trash_media", picture.source);
  });
}

void OfficeStore::restore_media(const MediaId& id, std::string_view by) {
  state_->write([&] {
    state_->need_person(by);
    const StoredMedia picture = state_->need_media(id);
    set_trashed(state_->database, picture.source, false);
    state_->audit(by, "restore_media", picture.source);
  });
}

std::optional<MediaId> OfficeStore::undo_media(const MediaId& id, std::string_view by) {
  return state_->write([&]() -> std::optional<MediaId> {
    const Person person = state_->need_person(by);
    const StoredMedia picture = state_->need_media(id);
    const std::optional<Step> step = newest_step(state_->database, picture.source);
    if (!step) return std::nullopt;
    std::string change;
    if (step->deed == "media_facts") {
      StoredMedia subject = picture;
      subject.source_hash = step->note;
      const MediaFacts now = read_facts(state_->database, subject);
      const MediaFacts before = taken_back(now, step->change);
      write_facts(state_->database, subject, before, person);
      change = changes_between(facts_to_json(now), facts_to_json(before));
    } else if (step->deed == "trash_media" || step->deed == "restore_media") {
      set_trashed(state_->database, picture.source, step->deed == "restore_media");
    } else {
      const StoredMedia now = state_->need_media(MediaId{step->change.at("media").at(1).get<std::string>()});
      const StoredMedia before = state_->need_media(MediaId{step->change.at("media").at(0).get<std::string>()});
      state_->take_over(now, before, person);
      change = changes_between(look_to_json(now), look_to_json(before));
    }
    state_->audit(by, "undo_media", picture.source, change, std::to_string(step->number));
    const std::optional<StoredMedia> current = find_media(picture.source);
    return current ? std::optional(current->media.id) : std::nullopt;
  });
}

}  // namespace content
