#include "admin/panels/review/review_acts.h"

#include <fmt/format.h>

#include "admin/workspace/open_file.h"
#include "admin/workspace/review_sheet.h"
#include "content/durable_file.h"
#include "content/utf8.h"
#include "kiosk/ui/text_edit.h"

namespace admin {
namespace {

void follow(ReviewView& view) {
  view.office().records().refresh();
  view.refresh();
}

// What nobody wrote down as seen is not judged.
bool may_judge(desk::Desk& desk, ReviewView& view) {
  if (view.noted()) return true;
  desk.fail("“" + view.current()->title + "”打开了，可是还没有记下您看过；正在再试，请稍等再审。");
  return false;
}

std::string fits(const std::string& comment) { return content::first_chars(content::trim(comment), kCommentLimit); }

}  // namespace

bool approve_current(desk::Desk& desk, ReviewView& view) {
  QueueItem* item = view.current();
  if (item == nullptr || !may_judge(desk, view)) return false;
  if (!item->barrier.empty()) {
    desk.fail("“" + item->title + "”：" + item->barrier + "。");
    return false;
  }
  const content::Record seen = item->waiting.record;
  const std::string title = item->title;
  const int round = view.queue().round();
  const std::string remark = fits(view.comment);
  const bool done = desk.attempt([&] { view.office().store().approve(seen.id, seen.hash, view.office().person().name, remark); });
  desk.attempt([&] { follow(view); });
  if (done) desk.toast(fmt::format("“{}”已通过，{}。", title, next_words(round)));
  return done;
}

bool return_current(desk::Desk& desk, ReviewView& view) {
  QueueItem* item = view.current();
  if (item == nullptr || !may_judge(desk, view)) return false;
  const std::string reason = fits(view.comment);
  if (reason.empty()) {
    ui::focus_text(desk.canvas(), kCommentLabel);
    return false;
  }
  const content::Record seen = item->waiting.record;
  const std::string title = item->title;
  const std::string author = item->waiting.submitted_by;
  const bool done = desk.attempt([&] { view.office().store().send_back(seen.id, seen.hash, reason, view.office().person().name); });
  if (done) view.comment.clear();
  desk.attempt([&] { follow(view); });
  if (done) desk.toast(fmt::format("“{}”已退回给{}。", title, author));
  return done;
}

void ask_for_bulk(desk::Desk& desk, ReviewView& view) {
  const int opened = view.queue().opened();
  const int round = view.queue().round();
  desk.ask({.title = fmt::format("通过看过的 {} 件吗？", opened),
            .sentence = fmt::format("都是您打开看过、之后没有再改的；通过后{}。没打开的不会通过。", next_words(round)),
            .safe = "先不通过",
            .act = fmt::format("通过 {} 件", opened),
            .done = [&desk, &view, opened, round](const std::string&) {
              desk.attempt([&] {
                const auto refused = view.queue().approve_opened();
                view.refresh();
                const int done = opened - static_cast<int>(refused.size());
                desk.toast(fmt::format("{} 件已通过，{}。", done, next_words(round)));
                if (!refused.empty()) desk.fail(fmt::format("{} 件没有通过：{}", refused.size(), refused.front().refusal->zh));
              });
            }});
}

void print_sheet(desk::Desk& desk, ReviewView& view) {
  const QueueItem* item = view.current();
  if (item == nullptr) return;
  const Workspace& office = view.office();
  desk.attempt([&] {
    const auto folder = std::filesystem::absolute(office.db()).parent_path() / "审核单";
    content::make_folders(folder);
    const content::Record& record = item->waiting.record;
    const auto file = folder / fmt::format("{}-{}.html", content::kind_spec(record.kind).zh, record.hash.substr(0, 16));
    const std::vector<content::RecordId> one{record.id};
    write_review_sheet({.store = office.store(), .library = office.library(), .now_ms = office.now_ms()}, one, file);
    const bool opened = open_with_desktop(file);
    desk.toast(opened ? "审核单在浏览器里打开了，按 Ctrl P 打印。" : "审核单写好了：" + file.string() + "。用浏览器打开就能打印。");
  });
}

}  // namespace admin
