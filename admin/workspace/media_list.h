// The library as a list: every picture with what it is used for, what state its consent is in, and what it is found by.
//
// Main thread only.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "admin/workspace/search_keys.h"
#include "content/media_facts.h"
#include "content/office_store.h"

namespace admin {

// What a picture is for, by the records that use it; the first of its uses in this order. 人物 商户 好物 宣传 街区 其他
enum class MediaTopic { People, Merchants, Goods, Publicity, Streets, Other };
inline constexpr std::size_t kMediaTopics = 6;
std::string_view word_of(MediaTopic topic);

// The consent as the office must act on it. NotAsked: nothing is registered, and no figure shows it.
enum class ConsentMark { NotAsked, Missing, NotForScreens, Expired, Ending, Fine };
inline constexpr int kEndingDays = 30;  // 快到期

struct MediaRow {
  content::RegisteredMedia picture;
  std::string name;
  MediaTopic topic = MediaTopic::Other;
  std::vector<content::MediaUse> uses;  // of this version and of those that it took over from
  bool is_orphan = false;               // nobody uses any version, and it is no paper of a consent
  bool is_paper = false;                // the paper of some picture's consent
  bool shows_person = false;            // a figure of the honour roll uses it: consent is required
  ConsentMark consent = ConsentMark::NotAsked;
  int days_left = 0;                    // Ending
  SearchKeys keys;

  // The stored size that fits a box of so many pixels best; null when there is none.
  const content::MediaFile* file_for(float longest_px) const;
};

// 缺授权 / 授权 2027-02 / 授权 长期 / 9 天到期 / 授权已到期 / 授权不含屏幕 / 无需授权 / 未登记授权
std::string consent_words(const MediaRow& row);

enum class MediaSort { Newest, Name, Largest };

struct MediaFilter {
  std::optional<MediaTopic> topic{};
  bool only_orphans = false;
  bool only_consent_due = false;        // Missing, NotForScreens, Expired, Ending
  bool only_without_alt = false;
  bool trash = false;                   // what was thrown away, instead of what is there
  std::optional<content::Consent> consent{};
  std::string street{};                 // a street's record id: used by it or by one of its merchants; empty: all
  std::string typed{};                  // name, credit, file; pinyin and initials too
  MediaSort sort = MediaSort::Newest;
};

struct MediaCounts {
  int all = 0;
  std::int64_t bytes = 0;               // of what the library keeps on disk
  std::array<int, kMediaTopics> topics{};
  int orphans = 0;
  int consent_due = 0;
  int without_alt = 0;
  int trashed = 0;
};

class MediaList {
 public:
  // Reads everything again. `maker` reads pinyin (Records::key_maker()); names that were read before are not read again.
  void read(const content::OfficeStore& office, KeyMaker& maker, content::Day today);

  std::span<const MediaRow> rows() const { return rows_; }
  const MediaCounts& counts() const { return counts_; }
  // By its id or that of a version it took over from; null when there is none.
  const MediaRow* find(const content::MediaId& id) const;
  // Places in rows(). 5,000 pictures take less than 10 ms.
  std::vector<std::size_t> find(const MediaFilter& filter) const;

 private:
  void add_uses(const content::OfficeStore& office);
  void mark(MediaRow& row, content::Day today) const;
  void count();

  std::vector<MediaRow> rows_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::string> street_of_;  // merchant's record id → street's
  std::unordered_map<std::string, SearchKeys> keys_;        // by name, credit and source
  MediaCounts counts_;
};

}  // namespace admin
