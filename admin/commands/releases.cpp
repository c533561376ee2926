#include "admin/commands/releases.h"

#include <algorithm>

#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/moments.h"
#include "content/error.h"

namespace admin::commands {
namespace {

struct Values {
  std::string to;
  void add_to(CLI::App& verb, const Context& context) {
    verb.add_option("--to", to, context.pick(messages::kToOption))->required()->option_text("OUTBOX");
  }
};

void run(Context& context, const Values& values) {
  const auto office = open_office(context);
  settle_announced(*office);
  for (const LoggedRelease& line : release_log(*office, values.to)) {
    const content::ReleaseEntry& entry = line.entry;
    std::string state = line.newest ? context.pick(messages::kReleaseShown) : line.here ? "" : context.pick(messages::kReleaseGone);
    if (entry.rolled_back_to != 0) state += tell(context.language(), messages::kReleaseOf, entry.rolled_back_to);
    if (entry.person.empty()) {
      context.say(messages::kForeignRelease, entry.sequence, state);
    } else {
      context.say(messages::kReleaseLine, entry.sequence, moment_words(entry.at), entry.person, entry.added, entry.changed, entry.removed, entry.note, state);
    }
  }
}

}  // namespace

void add_publisher(CLI::App& verb, const Context& context, std::string& by) {
  verb.add_option("--by", by, context.pick(messages::kPublisherOption))->option_text("NAME");
}

content::Person publisher_named(const content::OfficeStore& office, const std::string& name) {
  if (!name.empty()) return person_named(office, name);
  const std::vector<content::Person> people = office.people();
  const auto third = [](const content::Person& person) { return person.role == content::Role::Third; };
  if (std::ranges::count_if(people, third) != 1) {
    throw content::Error(tell(content::Language::Chinese, messages::kWhoPublishes), tell(content::Language::English, messages::kWhoPublishes));
  }
  return *std::ranges::find_if(people, third);
}

void tell_release(Context& context, const Published& published) {
  const content::BuiltRelease& built = published.built;
  context.say(messages::kPublished, built.sequence, built.records, built.pictures, built.new_blobs);
  if (built.unchanged) context.say(messages::kUnchangedRelease);
  for (const std::string& reference : built.dropped_references) context.say(messages::kDropped, reference);
  if (!published.afterthought.empty()) context.warn(Sentence{"{}", "{}"}, published.afterthought);
}

void add_releases(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "releases", messages::kReleasesHelp, run);
}

}  // namespace admin::commands
