#include "content/tables/import.h"

#include <filesystem>

#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/pictures.h"
#include "admin/review_steps.h"

namespace admin::commands {
namespace {

namespace tables = content::tables;

struct Values {
  std::string kind;
  std::string file;
  std::string sheet;
  std::string media_root;
  std::string by;
  bool skip_bad = false;
  bool dry_run = false;
  bool submit = false;
  void add_to(CLI::App& verb, const Context& context) {
    add_kind(verb, context, kind);
    verb.add_option("FILE", file, context.pick(messages::kImportFile))->required()->option_text(" ");
    verb.add_option("--sheet", sheet, context.pick(messages::kSheetOption))->option_text("NAME");
    verb.add_option("--media-root", media_root, context.pick(messages::kMediaRootOption))->option_text("DIR");
    verb.add_flag("--skip-bad", skip_bad, context.pick(messages::kSkipBadOption));
    verb.add_flag("--dry-run", dry_run, context.pick(messages::kDryRunOption));
    verb.add_flag("--submit", submit, context.pick(messages::kSubmitOption));
    add_by(verb, context, by);
    verb.footer(context.pick(messages::kImportFooter));
  }
};

void tell_rows(Context& context, const tables::ImportReport& report) {
  for (const tables::SheetNote& note : report.notes) {
    if (note.row == 0) {
      context.say(messages::kSheetNote, context.pick(note.text));
    } else {
      context.say(messages::kRowNote, note.row, context.pick(note.text));
    }
  }
  for (const tables::RowFault& fault : report.faults) {
    if (fault.value.empty()) {
      context.warn(messages::kRowFaultEmpty, fault.row, fault.column, context.pick(fault.reason),
                   context.pick(fault.advice));
    } else {
      context.warn(messages::kRowFault, fault.row, fault.column, fault.value, context.pick(fault.reason),
                   context.pick(fault.advice));
    }
  }
}

void tell_outcome(Context& context, const tables::ImportReport& report, const Values& values) {
  context.say(messages::kImportCounts, report.created, report.changed, report.same, report.repeated, report.bad);
  if (values.dry_run) {
    context.say(messages::kDryRunDone);
  } else if (report.bad > 0) {
    context.warn(report.written ? messages::kBadRowsLeft : messages::kNothingWritten);
  }
  if (report.bad > 0) context.exit_code = Exit::WrongContent;
}

// Of what the table has, and of nothing else: a colleague's draft of the same kind is not finished because a table came.
std::vector<content::Record> drafts_of(const content::OfficeStore& office, const tables::ImportReport& report) {
  std::vector<content::Record> drafts;
  for (const content::RecordId& id : report.records) {
    std::optional<content::Record> record = office.get(id);
    if (record && record->state == content::ReviewState::Draft) drafts.push_back(std::move(*record));
  }
  return drafts;
}

void run(Context& context, const Values& values) {
  const content::KindSpec& spec = kind_named(values.kind);
  const auto office = open_office(context);
  const content::Person person = person_named(*office, values.by);
  tables::ImportOptions options{.file = values.file,
                                .by = person.name,
                                .skip_bad = values.skip_bad,
                                .dry_run = values.dry_run,
                                .bring_media = {},
                                .sheet = values.sheet};
  PictureImporter pictures(context.db, *office, person.name);
  if (!values.media_root.empty()) {
    options.bring_media = [&](const std::string& source) {
      return pictures.bring(values.media_root, source, values.dry_run);
    };
  }
  const tables::ImportReport report = tables::import_table(*office, spec, options);
  context.say(messages::kSheetRead, values.file, tables::name_of(report.encoding), report.header_row);
  tell_rows(context, report);
  tell_outcome(context, report, values);
  if (values.submit && report.written) {
    submit_records(context, *office, drafts_of(*office, report), person);
  }
}

}  // namespace

void add_import(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "import", messages::kImportHelp, run);
}

}  // namespace admin::commands
