#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/inspection.h"
#include "content/error.h"
#include "content/release.h"
#include "content/sha256.h"

namespace admin::commands {
namespace {

struct Values {
  std::string to;
  std::string by;
  content::ReleaseOptions release;
  void add_to(CLI::App& verb, const Context& context) {
    verb.add_option("--to", to, context.pick(messages::kToOption))->required()->option_text("OUTBOX");
    verb.add_option("--channel", release.channel, context.pick(messages::kChannelOption))->option_text("NAME");
    verb.add_option("--best-before", release.best_before, context.pick(messages::kBestBeforeOption))
        ->option_text("TIME");
    add_by(verb, context, by);
  }
};

// How many findings keep the content back; each is told.
int blocked(Context& context, const content::OfficeStore& office, int& records) {
  const content::MediaStore library(context.db);
  const Inspection inspection(office, library);
  int found = 0;
  for (const content::KindSpec& spec : content::all_kinds()) {
    for (const content::Record& record : office.approved(spec.kind)) {
      ++records;
      for (const Inspected& one : inspection.blockers(record)) {
        ++found;
        context.warn(messages::kRuleProblem, kind_name(context, record.kind), title_of(record),
                     context.pick(one.sentence), one.rule);
      }
    }
  }
  return found;
}

void tell_release(Context& context, const content::BuiltRelease& built) {
  context.say(messages::kPublished, built.sequence, built.records, built.pictures, built.new_blobs);
  if (built.unchanged) context.say(messages::kUnchangedRelease);
  for (const std::string& reference : built.dropped_references) context.say(messages::kDropped, reference);
}

void run(Context& context, const Values& values) {
  const auto office = open_office(context);
  const content::Person person = person_named(*office, values.by);
  int records = 0;
  if (const int found = blocked(context, *office, records); found > 0) {
    context.warn(messages::kBlocked, found);
    context.exit_code = Exit::WrongContent;
    return;
  }
  if (records == 0) {
    context.warn(messages::kNothingApproved);
    context.exit_code = Exit::WrongContent;
    return;
  }
  const content::BuiltRelease built = content::build_release(*office, context.db, values.to, values.release);
  office->log_release({.sequence = built.sequence,
                       .manifest_hash = content::sha256_file(built.folder / "manifest.txt"),
                       .records = built.records,
                       .person = person.name,
                       .at = 0});
  tell_release(context, built);
}

}  // namespace

void add_publish(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "publish", messages::kPublishHelp, run);
}

}  // namespace admin::commands
