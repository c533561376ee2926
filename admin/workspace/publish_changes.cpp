#include "admin/workspace/publish_changes.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "admin/workspace/change_words.h"
#include "admin/workspace/release_index.h"
#include "admin/workspace/screen_days.h"
#include "admin/workspace/where_shown.h"

namespace admin {
namespace {

using content::Kind;
using content::ReleaseRecord;

std::unordered_set<std::string> ids_of(const std::vector<content::RecordId>& records) {
  std::unordered_set<std::string> ids;
  for (const content::RecordId& id : records) ids.insert(id.text);
  return ids;
}

class ChangeSearch {
 public:
  explicit ChangeSearch(const ChangeQuestion& question) : question_(question) {}

  std::vector<PlannedChange> find() {
    const ReleaseIndex before(question_.before);
    const ReleaseIndex approved(question_.approved);
    const auto title = [&](const std::string& id) {
      const ReleaseRecord* record = approved.find(id) != nullptr ? approved.find(id) : before.find(id);
      return record == nullptr ? std::string() : title_of(*record);
    };
    const WhereShown where(question_.after, question_.today);
    const WhereShown where_before(question_.before, question_.today);
    const std::unordered_set<std::string> kept_back = ids_of(question_.choice.kept_back);
    const std::unordered_set<std::string> taken_off = ids_of(question_.choice.taken_off);
    for (const ReleaseRecord& record : question_.approved.records) {
      const ReleaseRecord* shown = before.find(record.id.text);
      const bool off = taken_off.contains(record.id.text);
      const bool out = !off && !kept_back.contains(record.id.text);
      if (shown == nullptr) {
        add({record.id, record.kind, ChangeSort::Added, title_of(record), added_words(record, title), where.of(record), out, off});
      } else if (off) {
        add({record.id, record.kind, ChangeSort::Removed, title_of(record), "这一期先撤下", where_before.of(*shown), true, true});
      } else if (shown->body != record.body) {
        add({record.id, record.kind, ChangeSort::Changed, title_of(record), changed_words(*shown, record, title), where.of(record), out});
      }
    }
    for (const ReleaseRecord& record : question_.before.records) {
      if (approved.find(record.id.text) != nullptr) continue;
      const bool out = !kept_back.contains(record.id.text);
      add({record.id, record.kind, ChangeSort::Removed, title_of(record), gone_words(record), where_before.of(record), out});
    }
    std::ranges::stable_sort(changes_, {}, [](const PlannedChange& change) { return kind_order(change.kind); });
    return std::move(changes_);
  }

 private:

  void add(PlannedChange change) { changes_.push_back(std::move(change)); }

  std::string added_words(const ReleaseRecord& record, const TitleOf& title) const {
    const auto start = screen_start(record.body);
    std::string words = summary_words(content::kind_spec(record.kind), record.body, title);
    if (start && *start > question_.today) words += fmt::format("{}{} 起显示", words.empty() ? "" : "，", short_day(*start, question_.today));
    return words;
  }

  // A last day that comes from a consent is nobody's edit.
  std::string changed_words(const ReleaseRecord& shown, const ReleaseRecord& record, const TitleOf& title) const {
    const content::KindSpec& spec = content::kind_spec(record.kind);
    const auto end = question_.consent_ends.find(record.id.text);
    const bool ends = end != question_.consent_ends.end();
    const std::string was_until = shown.body.value("valid_until", std::string());
    const bool by_consent = record.kind == Kind::Figure && was_until != record.body.value("valid_until", std::string()) &&
                            (ends || shown.revision == record.revision);
    if (!by_consent) return change_words(spec, shown.body, record.body, title);
    nlohmann::json was = shown.body;
    nlohmann::json now = record.body;
    was.erase("valid_until");
    now.erase("valid_until");
    const std::string words = was == now ? std::string() : change_words(spec, was, now, title) + "，";
    if (ends) return fmt::format("{}肖像授权到 {} 为止", words, short_day(end->second, question_.today));
    return fmt::format("{}肖像授权延长，不再到 {} 为止", words, was_until);
  }

  std::string gone_words(const ReleaseRecord& record) const {
    const auto now = question_.office.get(record.id);
    return now && now->trashed ? "已移入回收站" : "办公库里没有这一条";
  }

  // As the navigation lists them.
  static std::size_t kind_order(Kind kind) {
    static constexpr std::array kOrder{Kind::Article, Kind::Series, Kind::Figure, Kind::Merchant, Kind::Product, Kind::Street,
                                       Kind::Theme,   Kind::Stage,  Kind::Poster, Kind::Film,     Kind::City};
    return static_cast<std::size_t>(std::ranges::find(kOrder, kind) - kOrder.begin());
  }

  const ChangeQuestion& question_;
  std::vector<PlannedChange> changes_;
};

}  // namespace

std::vector<PlannedChange> find_changes(const ChangeQuestion& question) { return ChangeSearch(question).find(); }

}  // namespace admin
