#include "content/tables/export.h"

#include "admin/commands/commands.h"
#include "admin/commands/new_file.h"
#include "admin/commands/options.h"
#include "content/durable_file.h"

namespace admin::commands {
namespace {

struct Values {
  std::string kind;
  std::string file;
  bool english = false;
  void add_to(CLI::App& verb, const Context& context) {
    add_kind(verb, context, kind);
    verb.add_option("FILE", file, context.pick(messages::kExportFile))->required()->option_text(" ");
    verb.add_flag("--english", english, context.pick(messages::kEnglishOption));
  }
};

void run(Context& context, const Values& values) {
  const content::KindSpec& spec = kind_named(values.kind);
  const auto office = open_office(context);
  const auto headers = values.english ? content::Language::English : content::Language::Chinese;
  refuse_existing(values.file);
  const auto where = content::write_new(values.file, content::tables::export_table(*office, spec, headers));
  context.say(messages::kExported, office->list(spec.kind).size(), where.string());
}

}  // namespace

void add_export(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "export", messages::kExportHelp, run);
}

}  // namespace admin::commands
