#include "admin/workspace/review_queue.h"

#include <algorithm>

#include "admin/workspace/cell_words.h"
#include "content/record.h"

namespace admin {
namespace {

using content::Kind;
using nlohmann::json;

class TitlesOf : public content::tables::Names {
 public:
  explicit TitlesOf(const Records& records) : records_(records) {}
  std::string title(const content::RecordId& id) const override { return records_.title(id); }
  std::string source(const content::MediaId& id) const override { return id.text; }

 private:
  const Records& records_;
};

std::string street_of(const json& body, const Records& records) {
  const auto street = body.find("street");
  if (street == body.end() || !street->is_string()) return {};
  const content::Record* record = records.find(content::RecordId{street->get<std::string>()});
  if (record == nullptr) return {};
  const std::string name = record->body.value("short_name", "");
  return name.empty() ? records.title(record->id) : name;
}

}  // namespace

std::string_view round_words(int round) {
  constexpr std::string_view kWords[] = {"", "一审", "二审", "三审"};
  return round >= 1 && round <= 3 ? kWords[round] : kWords[0];
}

std::string_view next_words(int round) {
  constexpr std::string_view kWords[] = {"", "送二审", "送三审", "可以发布"};
  return round >= 1 && round <= 3 ? kWords[round] : kWords[0];
}

std::string place_words(const content::Record& record, const Records& records) {
  const content::KindSpec& spec = content::kind_spec(record.kind);
  std::string words(spec.zh);
  std::string place = street_of(record.body, records);
  if (place.empty()) {
    const content::Field* category = spec.find_field("category");
    const json* value = category == nullptr ? nullptr : content::value_at(record.body, "category");
    if (value != nullptr) place = cell_words(*category, *value, records);
  }
  return place.empty() ? words : words + " · " + place;
}

// By the rules themselves: would the store refuse it?
std::string barrier_words(const content::Record& record, content::Review review, const content::Person& person) {
  const auto refusal = content::approve(review, person.name, person.role, record.hash);
  if (!refusal) return {};
  if (*refusal == content::Refusal::IsAuthor) return "本人编写，不能审核；要由别人来审";
  if (*refusal == content::Refusal::AlreadyApproved) return "您审过前一审，这一审要由别人来";
  return content::sentence(*refusal, content::title_of(content::kind_spec(record.kind), record.body), person.name).zh;
}

bool ReviewQueue::refresh() {
  const std::string person = office_.signed_in() ? office_.person().name : std::string();
  const int round = office_.review_round();
  if (version_ == office_.records().version() && person == person_ && round == round_) return false;
  read(round, person);
  return true;
}

void ReviewQueue::read(int round, const std::string& person) {
  const std::int64_t version = office_.records().version();
  std::vector<std::unique_ptr<QueueItem>> items;
  int mine = 0;
  for (content::AwaitingRecord& waiting : office_.store().awaiting(round, person)) {
    auto item = std::make_unique<QueueItem>(QueueItem{.waiting = std::move(waiting)});
    const content::Record& record = item->waiting.record;
    item->title = content::title_of(content::kind_spec(record.kind), record.body);
    item->place = place_words(record, office_.records());
    const content::Review review{.state = record.state,
                                 .hash = record.hash,
                                 .authors = item->waiting.authors,
                                 .approvals = item->waiting.approvals,
                                 .approved_hash = record.approved_hash,
                                 .reason = {}};
    item->barrier = barrier_words(record, review, office_.person());
    mine += item->barrier.empty() ? 1 : 0;
    items.push_back(std::move(item));
  }
  shown_.clear();
  items_ = std::move(items);
  mine_ = mine;
  person_ = person;
  round_ = round;
  version_ = version;
  ++read_;
  show(kind_, order_);
}

void ReviewQueue::show(std::optional<Kind> kind, QueueOrder order) {
  kind_ = kind;
  order_ = order;
  shown_.clear();
  for (const auto& item : items_) {
    if (!kind || item->waiting.record.kind == *kind) shown_.push_back(item.get());
  }
  const auto before = [order](const QueueItem* a, const QueueItem* b) {
    if (a->barrier.empty() != b->barrier.empty()) return a->barrier.empty();
    if (order == QueueOrder::ByKind && a->waiting.record.kind != b->waiting.record.kind) return a->waiting.record.kind < b->waiting.record.kind;
    const std::int64_t first = a->waiting.arrived_at;
    const std::int64_t second = b->waiting.arrived_at;
    return order == QueueOrder::FirstFirst ? first < second : first > second;
  };
  std::ranges::stable_sort(shown_, before);
}

std::vector<std::pair<Kind, int>> ReviewQueue::kinds() const {
  std::vector<std::pair<Kind, int>> kinds;
  for (const content::KindSpec& spec : content::all_kinds()) {
    const auto count = std::ranges::count_if(
        items_, [&](const auto& item) { return item->barrier.empty() && item->waiting.record.kind == spec.kind; });
    if (count > 0) kinds.emplace_back(spec.kind, static_cast<int>(count));
  }
  return kinds;
}

QueueItem* ReviewQueue::find(const content::RecordId& id) {
  const auto found = std::ranges::find_if(items_, [&](const auto& item) { return item->waiting.record.id == id; });
  return found == items_.end() ? nullptr : found->get();
}

RecordDiff ReviewQueue::diff(const QueueItem& item) const {
  const content::Record& record = item.waiting.record;
  return diff_bodies(content::kind_spec(record.kind), item.waiting.approved_body, record.body, TitlesOf(office_.records()));
}

const std::string& ReviewQueue::summary(const QueueItem& item) {
  const content::Record& record = item.waiting.record;
  std::string& words = summaries_[record.approved_hash + record.hash];
  if (words.empty()) words = summary_words(content::kind_spec(record.kind), diff(item));
  return words;
}

void ReviewQueue::open(QueueItem& item) {
  if (item.waiting.opened) return;
  office_.store().note_opened(item.waiting.record.id, item.waiting.record.hash, person_);
  item.waiting.opened = true;
}

int ReviewQueue::opened() const {
  return static_cast<int>(std::ranges::count_if(shown_, [](const QueueItem* item) { return item->waiting.opened && item->barrier.empty(); }));
}

std::vector<content::BulkOutcome> ReviewQueue::approve_opened() {
  std::vector<content::SeenContent> seen;
  for (const QueueItem* item : shown_) {
    if (item->waiting.opened && item->barrier.empty()) seen.push_back({item->waiting.record.id, item->waiting.record.hash});
  }
  std::vector<content::BulkOutcome> outcomes = office_.store().approve_opened(seen, person_);
  office_.records().refresh();
  refresh();
  std::erase_if(outcomes, [](const content::BulkOutcome& one) { return !one.refusal; });
  return outcomes;
}

}  // namespace admin
