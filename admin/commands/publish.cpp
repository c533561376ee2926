#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/commands/releases.h"
#include "admin/inspection.h"
#include "content/error.h"

namespace admin::commands {
namespace {

struct Values {
  std::string to;
  std::string by;
  std::string note;
  std::string channel = "default";
  std::string best_before;
  void add_to(CLI::App& verb, const Context& context) {
    verb.add_option("--to", to, context.pick(messages::kToOption))->required()->option_text("OUTBOX");
    verb.add_option("--channel", channel, context.pick(messages::kChannelOption))->option_text("NAME");
    verb.add_option("--best-before", best_before, context.pick(messages::kBestBeforeOption))->option_text("TIME");
    verb.add_option("--note", note, context.pick(messages::kNoteOption))->option_text("TEXT");
    add_publisher(verb, context, by);
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
        tell_blocker(context, kind_name(context, record.kind), title_of(record), one);
      }
    }
  }
  return found;
}

void run(Context& context, const Values& values) {
  const auto office = open_office(context);
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
  const content::Person person = publisher_named(*office, values.by);
  PublishOrder order{.outbox = values.to, .by = person.name, .note = values.note};
  order.channel = values.channel;
  order.best_before = values.best_before;
  const Published published = publish(*office, content::MediaStore(context.db), order);
  tell_release(context, published);
}

}  // namespace

void add_publish(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "publish", messages::kPublishHelp, run);
}

}  // namespace admin::commands
