#include <chrono>

#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/workspace/review_sheet.h"
#include "content/error.h"

namespace admin::commands {
namespace {

constexpr Sentence kHelp{"写出可打印的审核单（HTML）", "Write the review sheet that prints (HTML)"};
constexpr Sentence kFileOption{"要写的文件", "The file to write"};
constexpr Sentence kWaitingOption{"所有在审的", "All that are under review"};
constexpr Sentence kKind{"种类，如 merchant 或 商户", "Kind, such as merchant"};
constexpr Sentence kTitle{"名称", "Name"};
constexpr Sentence kWritten{"审核单 {} 份已写到 {}；用浏览器打开即可打印。", "{} review sheets are in {}; open it in a browser to print it."};

struct Values {
  std::string file;
  std::string kind;
  std::string name;
  bool waiting = false;
  void add_to(CLI::App& verb, const Context& context) {
    verb.add_option("--to", file, context.pick(kFileOption))->required()->option_text("FILE");
    verb.add_option("KIND", kind, context.pick(kKind))->option_text(" ");
    verb.add_option("NAME", name, context.pick(kTitle))->option_text(" ");
    verb.add_flag("--waiting", waiting, context.pick(kWaitingOption));
  }
};

void run(Context& context, const Values& values) {
  if (values.waiting == !values.name.empty()) {
    throw content::Error("请写明种类和名称，或用 --waiting 打印所有在审的。", "Give a kind and a name, or --waiting for all under review.");
  }
  const auto office = open_office(context);
  const content::MediaStore library(context.db);
  const std::vector<content::RecordId> records =
      values.waiting ? waiting_records(*office) : std::vector{record_named(*office, kind_named(values.kind), values.name).id};
  write_review_sheet({.store = *office, .library = library, .now_ms = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()}, records, values.file);
  context.say(kWritten, records.size(), values.file);
}

}  // namespace

void add_sheet(CLI::App& app, Context& context) { add_verb<Values>(app, context, "sheet", kHelp, run); }

}  // namespace admin::commands
