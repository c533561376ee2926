#include "admin/workspace/deeds.h"

#include <fmt/format.h>

#include "content/error.h"

namespace admin {

using content::Record;
using content::RecordId;
using nlohmann::json;

std::string quoted(const Record& record) {
  const content::KindSpec& spec = content::kind_spec(record.kind);
  return fmt::format("{}“{}”", spec.zh, content::title_of(spec, record.body));
}

void Deeds::done(std::string words, std::vector<Turn> turns) {
  undo_.push(std::move(words), std::move(turns));
  records_.refresh();
}

Record Deeds::create(content::Kind kind, const json& body) {
  const Record made = office_.store().create(kind, body, who());
  done("新建" + quoted(made), {{.record = made.id, .before = 0, .after = made.revision}});
  return made;
}

Record Deeds::edit(const Record& seen, const json& body) {
  const Record now = office_.store().edit(seen.id, seen.revision, body, who());
  done("修改" + quoted(now), {{.record = now.id, .before = seen.revision, .after = now.revision}});
  return now;
}

Record Deeds::trash(const Record& seen) {
  const Record now = office_.store().trash(seen.id, seen.revision, who());
  done(fmt::format("把{}放进回收站", quoted(now)), {{.record = now.id, .before = seen.revision, .after = now.revision}});
  return now;
}

Record Deeds::restore(const Record& seen) {
  const Record now = office_.store().restore(seen.id, seen.revision, who());
  done("从回收站取回" + quoted(now), {{.record = now.id, .before = seen.revision, .after = now.revision}});
  return now;
}

Record Deeds::revert(const Record& seen, std::int64_t revision) {
  const Record now = office_.store().revert(seen.id, seen.revision, revision, who());
  done(fmt::format("把{}恢复到第 {} 版", quoted(now), revision), {{.record = now.id, .before = seen.revision, .after = now.revision}});
  return now;
}

Record Deeds::submit(const Record& seen) {
  const Record now = office_.store().submit(seen.id, seen.hash, who());
  done("提交" + quoted(now), {{.record = now.id, .before = now.revision, .after = now.revision, .sent = true}});
  return now;
}

Record Deeds::send_back(const Record& seen, std::string_view reason) {
  Record now = office_.store().send_back(seen.id, seen.hash, reason, who());
  records_.refresh();
  return now;
}

Record Deeds::approve(const Record& seen) {
  Record now = office_.store().approve(seen.id, seen.hash, who());
  records_.refresh();
  return now;
}

BulkOutcome Deeds::each(std::span<const RecordId> records, std::string_view words, Unfit unfit, const One& one) {
  BulkOutcome outcome;
  std::vector<Turn> turns;
  content::OfficeStore::Batch batch(office_.store());
  for (const RecordId& id : records) {
    const Record* seen = records_.find(id);
    if (seen == nullptr) continue;
    try {
      const Record now = one(*seen);
      turns.push_back({.record = id, .before = seen->revision, .after = now.revision, .sent = now.revision == seen->revision && now.state != seen->state});
      ++outcome.done;
    } catch (const content::Error& fault) {
      if (unfit == Unfit::Refuse) throw;
      outcome.skipped.push_back({.record = id, .title = records_.title(id), .reason = fault.text().zh});
    }
  }
  batch.commit();
  if (outcome.done > 0) {
    const content::KindSpec& spec = content::kind_spec(records_.find(turns.front().record)->kind);
    done(fmt::format(fmt::runtime(words), fmt::format("{} 条{}", outcome.done, spec.zh)), std::move(turns));
  }
  return outcome;
}

BulkOutcome Deeds::set_field(std::span<const RecordId> records, std::string_view key, const json& value, Unfit unfit) {
  return each(records, "批量修改 {}", unfit, [&](const Record& seen) {
    json body = seen.body;
    content::set_value(body, key, value);
    return office_.store().edit(seen.id, seen.revision, body, who());
  });
}

BulkOutcome Deeds::trash_all(std::span<const RecordId> records, Unfit unfit) {
  return each(records, "把 {}放进回收站", unfit, [&](const Record& seen) { return office_.store().trash(seen.id, seen.revision, who()); });
}

BulkOutcome Deeds::restore_all(std::span<const RecordId> records, Unfit unfit) {
  return each(records, "从回收站取回 {}", unfit, [&](const Record& seen) { return office_.store().restore(seen.id, seen.revision, who()); });
}

BulkOutcome Deeds::submit_all(std::span<const RecordId> records, Unfit unfit) {
  return each(records, "提交 {}", unfit, [&](const Record& seen) { return office_.store().submit(seen.id, seen.hash, who()); });
}

std::string Deeds::undo() {
  const std::string sentence = undo_.undo();
  records_.refresh();
  return sentence;
}

std::string Deeds::redo() {
  const std::string sentence = undo_.redo();
  records_.refresh();
  return sentence;
}

}  // namespace admin
