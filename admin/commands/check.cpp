#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/inspection.h"
#include "content/error.h"
#include "content/release.h"

namespace admin::commands {
namespace {

struct Values {
  std::string outbox;
  std::int64_t sequence = 0;
  void add_to(CLI::App& verb, const Context& context) {
    verb.add_option("--outbox", outbox, context.pick(messages::kOutboxOption))->option_text("DIR");
    verb.add_option("--release", sequence, context.pick(messages::kReleaseOption))
        ->option_text("NUMBER")
        ->needs("--outbox");
  }
};

void check_outbox(Context& context, const Values& values) {
  std::int64_t sequence = values.sequence;
  if (sequence == 0) {
    const std::vector<std::int64_t> releases = content::list_releases(values.outbox);
    if (releases.empty()) {
      throw content::Error(tell(content::Language::Chinese, messages::kEmptyOutbox, values.outbox),
                           tell(content::Language::English, messages::kEmptyOutbox, values.outbox));
    }
    sequence = releases.back();
  }
  const std::vector<content::ReleaseFault> faults = content::verify_release(values.outbox, sequence);
  for (const content::ReleaseFault& fault : faults) context.warn(Sentence{"{}", "{}"}, fault.sentence);
  if (faults.empty()) {
    context.say(messages::kCheckedRelease, sequence);
    return;
  }
  context.warn(messages::kBadRelease, sequence, faults.size());
  context.exit_code = Exit::WrongContent;
}

// How many problems; each is told.
int check_record(Context& context, const Inspection& inspection, const content::Record& record) {
  const std::string kind = kind_name(context, record.kind);
  const std::string title = title_of(record);
  int found = 0;
  for (const content::Problem& problem : content::validate(content::kind_spec(record.kind), record.body)) {
    ++found;
    context.warn(messages::kRecordProblem, kind, title, context.pick(problem.sentence()));
  }
  for (const Inspected& one : inspection.losses(record)) {
    ++found;
    context.warn(messages::kRecordProblem, kind, title, context.pick(one.sentence));
  }
  for (const Inspected& one : inspection.blockers(record)) {
    ++found;
    tell_blocker(context, kind, title, one);
  }
  return found;
}

int check_unused_pictures(Context& context, const content::OfficeStore& office, const content::MediaStore& library,
                          int& pictures) {
  int found = 0;
  for (const content::StoredMedia& stored : office.all_media()) {
    ++pictures;
    for (const content::MediaFile& file : stored.media.files) {
      if (library.blobs().has(file.sha256)) continue;
      ++found;
      context.warn(messages::kLostPictureFile, stored.source);
      break;
    }
  }
  return found;
}

void check_database(Context& context) {
  const auto office = open_office(context);
  const content::MediaStore library(context.db);
  const Inspection inspection(*office, library);
  int records = 0;
  int pictures = 0;
  int problems = 0;
  for (const content::Text& fault : office->verify()) {
    ++problems;
    context.warn(Sentence{"{}", "{}"}, context.pick(fault));
  }
  for (const content::KindSpec& spec : content::all_kinds()) {
    for (const content::Record& record : office->list(spec.kind)) {
      ++records;
      problems += check_record(context, inspection, record);
    }
  }
  problems += check_unused_pictures(context, *office, library, pictures);
  context.say(messages::kCheckedDb, records, pictures, problems);
  if (problems > 0) context.exit_code = Exit::WrongContent;
}

void run(Context& context, const Values& values) {
  if (values.outbox.empty()) {
    check_database(context);
  } else {
    check_outbox(context, values);
  }
}

}  // namespace

void add_check(CLI::App& app, Context& context) { add_verb<Values>(app, context, "check", messages::kCheckHelp, run); }

}  // namespace admin::commands
