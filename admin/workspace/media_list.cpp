#include "admin/workspace/media_list.h"

#include <algorithm>
#include <unordered_set>

#include "content/days.h"
#include "content/record.h"

namespace admin {
namespace {

using content::Kind;

MediaTopic topic_of(Kind kind) {
  switch (kind) {
    case Kind::Figure: return MediaTopic::People;
    case Kind::Merchant: return MediaTopic::Merchants;
    case Kind::Product: return MediaTopic::Goods;
    case Kind::Street: return MediaTopic::Streets;
    default: return MediaTopic::Publicity;
  }
}

bool is_due(const MediaRow& row) { return row.consent != ConsentMark::NotAsked && row.consent != ConsentMark::Fine; }

}  // namespace

std::string_view word_of(MediaTopic topic) {
  constexpr std::array<std::string_view, kMediaTopics> kWords{"人物", "商户", "好物", "宣传", "街区", "其他"};
  return kWords.at(static_cast<std::size_t>(topic));
}

const content::MediaFile* MediaRow::file_for(float longest_px) const {
  const content::MediaFile* best = nullptr;
  for (const content::MediaFile& file : picture.media.files) {
    best = &file;
    if (static_cast<float>(std::max(file.width, file.height)) >= longest_px) break;
  }
  return best;
}

std::string consent_words(const MediaRow& row) {
  switch (row.consent) {
    case ConsentMark::Missing: return "缺授权";
    case ConsentMark::NotForScreens: return "授权不含屏幕";
    case ConsentMark::Expired: return "授权已到期";
    case ConsentMark::Ending: return row.days_left == 0 ? "今天到期" : std::to_string(row.days_left) + " 天到期";
    case ConsentMark::NotAsked: return "未登记授权";
    case ConsentMark::Fine: break;
  }
  if (row.picture.facts.consent == content::Consent::NotNeeded) return "无需授权";
  const auto& until = row.picture.facts.consent_until;
  return until ? "授权 " + content::day_to_iso(*until).substr(0, 7) : "授权 长期";
}

void MediaList::add_uses(const content::OfficeStore& office) {
  for (content::MediaUse& use : office.media_uses()) {
    const auto found = by_id_.find(use.media.text);
    if (found == by_id_.end()) continue;
    MediaRow& row = rows_[found->second];
    row.shows_person = row.shows_person || use.kind == Kind::Figure;
    row.topic = row.uses.empty() ? topic_of(use.kind) : std::min(row.topic, topic_of(use.kind));
    row.uses.push_back(std::move(use));
  }
  street_of_.clear();
  for (const content::Record& merchant : office.list(Kind::Merchant)) {
    const nlohmann::json* street = content::value_at(merchant.body, "street");
    if (street != nullptr && street->is_string()) street_of_.emplace(merchant.id.text, street->get<std::string>());
  }
}

void MediaList::mark(MediaRow& row, content::Day today) const {
  const content::MediaFacts& facts = row.picture.facts;
  switch (content::consent_state(facts, today)) {
    case content::ConsentState::Missing: row.consent = row.shows_person ? ConsentMark::Missing : ConsentMark::NotAsked; break;
    case content::ConsentState::NotForScreens: row.consent = ConsentMark::NotForScreens; break;
    case content::ConsentState::Expired: row.consent = ConsentMark::Expired; break;
    case content::ConsentState::Fine: row.consent = ConsentMark::Fine; break;
  }
  if (row.consent != ConsentMark::Fine || facts.consent != content::Consent::Given || !facts.consent_until) return;
  row.days_left = content::days_between(today, *facts.consent_until);
  if (row.days_left <= kEndingDays) row.consent = ConsentMark::Ending;
}

void MediaList::count() {
  counts_ = {};
  for (const MediaRow& row : rows_) {
    counts_.bytes += row.picture.bytes;
    if (row.picture.trashed) {
      ++counts_.trashed;
      continue;
    }
    ++counts_.all;
    if (row.is_orphan) ++counts_.orphans;
    else ++counts_.topics[static_cast<std::size_t>(row.topic)];
    counts_.consent_due += is_due(row) ? 1 : 0;
    counts_.without_alt += row.picture.media.alt.empty() ? 1 : 0;
  }
}

void MediaList::read(const content::OfficeStore& office, KeyMaker& maker, content::Day today) {
  rows_.clear();
  by_id_.clear();
  std::unordered_set<std::string> papers;
  for (content::RegisteredMedia& picture : office.media_register()) {
    if (!picture.facts.consent_paper.empty()) papers.insert(picture.facts.consent_paper.text);
    by_id_.emplace(picture.media.id.text, rows_.size());
    for (const content::MediaId& earlier : picture.earlier) by_id_.emplace(earlier.text, rows_.size());
    MediaRow row;
    row.name = content::name_of(picture.facts, picture.source);
    row.picture = std::move(picture);
    rows_.push_back(std::move(row));
  }
  add_uses(office);
  for (MediaRow& row : rows_) {
    row.is_paper = papers.contains(row.picture.media.id.text) ||
                   std::ranges::any_of(row.picture.earlier, [&](const content::MediaId& id) { return papers.contains(id.text); });
    row.is_orphan = row.uses.empty() && !row.is_paper;
    // Cameras name files, people name what is on them: until somebody gave a name it is called as the record that shows it.
    if (row.picture.facts.title.empty() && !row.uses.empty() && !row.uses.front().title.empty()) row.name = row.uses.front().title;
    // Thrown away, then used after all: it is there.
    if (!row.uses.empty()) row.picture.trashed = false;
    mark(row, today);
    const std::string known_by = row.name + '\n' + row.picture.facts.credit + '\n' + row.picture.source + '\n' + row.picture.media.alt;
    const auto [keys, is_new] = keys_.try_emplace(known_by);
    if (is_new) {
      maker.add_name(keys->second, row.name, content::NameKind::Person);
      maker.add_words(keys->second, row.picture.facts.credit);
      maker.add_words(keys->second, row.picture.source);
      maker.add_words(keys->second, row.picture.media.alt);
    }
    row.keys = keys->second;
  }
  count();
}

const MediaRow* MediaList::find(const content::MediaId& id) const {
  const auto found = by_id_.find(id.text);
  return found == by_id_.end() ? nullptr : &rows_[found->second];
}

std::vector<std::size_t> MediaList::find(const MediaFilter& filter) const {
  const SearchQuery query(filter.typed);
  const auto on_street = [&](const MediaRow& row) {
    return std::ranges::any_of(row.uses, [&](const content::MediaUse& use) {
      if (use.record.text == filter.street) return true;
      const auto street = street_of_.find(use.record.text);
      return street != street_of_.end() && street->second == filter.street;
    });
  };
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const MediaRow& row = rows_[i];
    if (row.picture.trashed != filter.trash) continue;
    if (filter.topic && (row.is_orphan || row.topic != *filter.topic)) continue;
    if (filter.only_orphans && !row.is_orphan) continue;
    if (filter.only_consent_due && !is_due(row)) continue;
    if (filter.only_without_alt && !row.picture.media.alt.empty()) continue;
    if (filter.consent && row.picture.facts.consent != *filter.consent) continue;
    if (!filter.street.empty() && !on_street(row)) continue;
    if (!query.empty() && !query.finds(row.keys)) continue;
    places.push_back(i);
  }
  const auto order = [&](std::size_t a, std::size_t b) {
    const MediaRow& x = rows_[a];
    const MediaRow& y = rows_[b];
    if (filter.sort == MediaSort::Newest && x.picture.added_at != y.picture.added_at) return x.picture.added_at > y.picture.added_at;
    if (filter.sort == MediaSort::Largest && x.picture.bytes != y.picture.bytes) return x.picture.bytes > y.picture.bytes;
    if (x.keys.letters != y.keys.letters) return x.keys.letters < y.keys.letters;
    return a < b;
  };
  std::ranges::sort(places, order);
  return places;
}

}  // namespace admin
