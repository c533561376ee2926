#include "admin/review_steps.h"

#include <functional>
#include <map>
#include <set>

#include "admin/messages.h"
#include "admin/office.h"
#include "content/error.h"
#include "content/review.h"

namespace admin {
namespace {

// One transaction for all that are accepted. Answers how many.
int each(Context& context, content::OfficeStore& office, const std::vector<content::Record>& records,
         const std::function<void(const content::Record&)>& step) {
  content::OfficeStore::Batch batch(office);
  int done = 0;
  for (const content::Record& record : records) {
    try {
      step(record);
      ++done;
    } catch (const content::Error& refusal) {
      context.warn(messages::kRecordProblem, kind_name(context, record.kind), title_of(record),
                   context.pick(refusal.text()));
    }
  }
  batch.commit();
  return done;
}

void tell_the_rest(Context& context, std::size_t wanted, int done) {
  const int left = static_cast<int>(wanted) - done;
  if (left == 0) return;
  context.warn(messages::kNotDone, left);
  context.exit_code = Exit::WrongContent;
}

}  // namespace

void submit_records(Context& context, content::OfficeStore& office, const std::vector<content::Record>& records,
                    const content::Person& person) {
  const int done = each(context, office, records,
                        [&](const content::Record& record) { office.submit(record.id, record.hash, person.name); });
  context.say(messages::kSubmitted, done);
  tell_the_rest(context, records.size(), done);
}

void approve_records(Context& context, content::OfficeStore& office, const std::vector<content::Record>& records,
                     const content::Person& person) {
  const std::string round = context.word(content::word_of(person.role));
  if (records.empty()) {
    context.say(messages::kNothingWaits, round);
    return;
  }
  const int done = each(context, office, records,
                        [&](const content::Record& record) { office.approve(record.id, record.hash, person.name); });
  context.say(messages::kApproved, person.name, round, done);
  tell_the_rest(context, records.size(), done);
}

void approve_opened_records(Context& context, content::OfficeStore& office, const std::vector<content::Record>& records,
                            const content::Person& person) {
  const std::string round = context.word(content::word_of(person.role));
  if (records.empty()) {
    context.say(messages::kNothingWaits, round);
    return;
  }
  std::set<content::RecordId> opened;
  for (const content::AwaitingRecord& waiting : office.awaiting(content::review_round(person.role), person.name)) {
    if (waiting.opened) opened.insert(waiting.record.id);
  }
  std::vector<content::SeenContent> seen;
  std::map<content::RecordId, const content::Record*> by_id;
  for (const content::Record& record : records) {
    if (!opened.contains(record.id)) continue;
    seen.push_back({record.id, record.hash});
    by_id.emplace(record.id, &record);
  }
  int done = 0;
  for (const content::BulkOutcome& outcome : office.approve_opened(seen, person.name)) {
    const content::Record& record = *by_id.at(outcome.id);
    if (!outcome.refusal) ++done;
    else context.warn(messages::kRecordProblem, kind_name(context, record.kind), title_of(record), context.pick(*outcome.refusal));
  }
  context.say(messages::kApproved, person.name, round, done);
  if (const std::size_t unopened = records.size() - seen.size(); unopened > 0) {
    context.warn(messages::kNotOpened, unopened, person.name);
    context.exit_code = Exit::WrongContent;
  }
  tell_the_rest(context, seen.size(), done);
}

}  // namespace admin
