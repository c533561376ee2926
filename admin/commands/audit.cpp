#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/moments.h"

namespace admin::commands {
namespace {

struct Wanted {
  std::string text;
  std::string by;
  int most = 100;
  void add_to(CLI::App& verb, const Context& context) {
    verb.add_option("TEXT", text, context.pick(messages::kAuditText))->option_text(" ");
    verb.add_option("--by", by, context.pick(messages::kAuditBy))->option_text("NAME");
    verb.add_option("--most", most, context.pick(messages::kAuditMost))->option_text("N")->check(CLI::Range(1, 1000));
  }
};

struct Everything {
  void add_to(CLI::App&, const Context&) {}
};

void list(Context& context, const Wanted& wanted) {
  const auto office = open_office(context);
  const auto lines = office->audit({.text = wanted.text, .person = wanted.by, .limit = wanted.most});
  if (lines.empty()) context.say(messages::kNoAudit);
  for (const content::AuditEntry& line : lines) {
    context.say(messages::kAuditLine, moment_words(line.at), line.number, line.person, line.deed, line.title, line.note, line.change);
  }
}

void verify(Context& context, const Everything&) {
  const auto office = open_office(context);
  const content::AuditCheck check = office->verify_audit();
  if (!check.fault) {
    context.say(messages::kAuditWhole, check.lines, check.last_hash);
    return;
  }
  context.warn(messages::kProblemPrefix, context.pick(*check.fault));
  context.exit_code = Exit::WrongContent;
}

}  // namespace

void add_audit(CLI::App& app, Context& context) {
  CLI::App* audit = app.add_subcommand("audit", context.pick(messages::kAuditHelp));
  audit->group(context.pick(messages::kCommands));
  audit->fallthrough();
  audit->require_subcommand(1);
  add_verb<Wanted>(*audit, context, "list", messages::kAuditListHelp, list);
  add_verb<Everything>(*audit, context, "verify", messages::kAuditVerifyHelp, verify);
}

}  // namespace admin::commands
