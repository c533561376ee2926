#include <chrono>

#include "admin/commands/commands.h"
#include "admin/commands/new_file.h"
#include "admin/commands/options.h"
#include "admin/workspace/review_sheet.h"
#include "content/error.h"

namespace admin::commands {
namespace {

constexpr Sentence kHelp{"写出可打印的审核单（HTML）", "Write the review sheet that prints (HTML)"};
constexpr Sentence kFileOption{"要写的文件；已经在的不覆盖", "The file to write; never one that is there"};
constexpr Sentence kWaitingOption{"所有在审的", "All that are under review"};
constexpr Sentence kForOption{"给哪位审核人看；单上的内容记为本人看过", "The reviewer who reads it; what is on the sheet counts as opened by them"};
constexpr Sentence kKind{"种类，如 merchant 或 商户", "Kind, such as merchant"};
constexpr Sentence kTitle{"名称", "Name"};
constexpr Sentence kWritten{"审核单 {} 份已写到 {}；用浏览器打开即可打印。", "{} review sheets are in {}; open it in a browser to print it."};

constexpr Sentence kSeen{"单上的内容已记为{}看过；看完用 admin approve --all --as {} 通过。", "What is on it counts as opened by {}; approve it with admin approve --all --as {} when it is read."};

struct Values {
  std::string file;
  std::string kind;
  std::string name;
  std::string reader;
  bool waiting = false;
  void add_to(CLI::App& verb, const Context& context) {
    verb.add_option("--to", file, context.pick(kFileOption))->required()->option_text("FILE");
    verb.add_option("KIND", kind, context.pick(kKind))->option_text(" ");
    verb.add_option("NAME", name, context.pick(kTitle))->option_text(" ");
    verb.add_option("--for", reader, context.pick(kForOption))->option_text("NAME");
    verb.add_flag("--waiting", waiting, context.pick(kWaitingOption));
  }
};

// As they are now: what changes while the sheet is written does not count as seen.
std::vector<content::SeenContent> on_the_sheet(const content::OfficeStore& office, const Values& values, const std::optional<content::Person>& reader) {
  std::vector<content::SeenContent> contents;
  if (!values.waiting) {
    const content::Record one = record_named(office, kind_named(values.kind), values.name);
    return {{one.id, one.hash}};
  }
  if (reader) {
    for (const content::AwaitingRecord& waiting : office.awaiting(content::review_round(reader->role), reader->name)) {
      contents.push_back({waiting.record.id, waiting.record.hash});
    }
    return contents;
  }
  for (const content::RecordId& id : waiting_records(office)) contents.push_back({id, {}});
  return contents;
}

void note_opened(content::OfficeStore& office, const std::vector<content::SeenContent>& contents, const content::Person& reader) {
  content::OfficeStore::Batch batch(office);
  for (const content::SeenContent& one : contents) office.note_opened(one.id, one.hash, reader.name);
  batch.commit();
}

void run(Context& context, const Values& values) {
  if (values.waiting == !values.name.empty()) {
    throw content::Error("请写明种类和名称，或用 --waiting 打印所有在审的。", "Give a kind and a name, or --waiting for all under review.");
  }
  refuse_existing(values.file);
  const auto office = open_office(context);
  const auto reader = values.reader.empty() ? std::nullopt : std::optional(reviewer_named(*office, values.reader));
  const content::MediaStore library(context.db);
  const std::vector<content::SeenContent> contents = on_the_sheet(*office, values, reader);
  std::vector<content::RecordId> records;
  for (const content::SeenContent& one : contents) records.push_back(one.id);
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  write_review_sheet({.store = *office, .library = library, .now_ms = now}, records, values.file);
  if (reader) note_opened(*office, contents, *reader);
  context.say(kWritten, records.size(), values.file);
  if (reader) context.say(kSeen, reader->name, reader->name);
}

}  // namespace

void add_sheet(CLI::App& app, Context& context) { add_verb<Values>(app, context, "sheet", kHelp, run); }

}  // namespace admin::commands
