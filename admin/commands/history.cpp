#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/moments.h"

namespace admin::commands {
namespace {

struct Values {
  std::string kind;
  std::string name;
  void add_to(CLI::App& verb, const Context& context) {
    add_kind(verb, context, kind);
    add_name(verb, context, name);
  }
};

const Sentence& words_for(content::Deed deed) {
  switch (deed) {
    case content::Deed::Create:
      return messages::kDeedCreate;
    case content::Deed::Edit:
      return messages::kDeedEdit;
    case content::Deed::Undo:
      return messages::kDeedUndo;
    case content::Deed::Trash:
      return messages::kDeedTrash;
    case content::Deed::Restore:
      return messages::kDeedRestore;
    case content::Deed::Submit:
      return messages::kDeedSubmit;
    case content::Deed::Approve:
      return messages::kDeedApprove;
    case content::Deed::SendBack:
      return messages::kDeedSendBack;
    case content::Deed::Overrule:
      return messages::kDeedOverrule;
    case content::Deed::Withdraw:
      return messages::kDeedWithdraw;
  }
  return messages::kDeedEdit;
}

void run(Context& context, const Values& values) {
  const auto office = open_office(context);
  const content::Record record = record_named(*office, kind_named(values.kind), values.name);
  for (const content::HistoryEntry& entry : office->history(record.id)) {
    context.say(messages::kHistoryLine, moment_words(entry.at), entry.revision, entry.person,
                context.pick(words_for(entry.deed)), entry.note);
  }
}

}  // namespace

void add_history(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "history", messages::kHistoryHelp, run);
}

}  // namespace admin::commands
