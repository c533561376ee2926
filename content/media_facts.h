// What the office knows about a picture and visitors never see: where it comes from, who is on it and whether they agreed.
//
// Facts belong to a picture's bytes (its name and the hash of the original), not to its id: another crop or another alt text
// keeps them, another photograph under the same name starts without consent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/language.h"
#include "content/model.h"

namespace content {

// 肖像授权 of whoever can be recognised on it (Civil Code of the PRC, art. 1019). 缺授权, 无需授权, 已授权
enum class Consent { Missing, NotNeeded, Given };

struct MediaFacts {
  std::string title{};          // what people call it; empty = the file's name
  std::string credit{};         // 来源: who made it, for whom: 市融媒体中心 李闻 摄
  std::string taken{};          // when and where, in words; may be empty
  Consent consent = Consent::Missing;
  std::string consent_by{};     // 授权人, as the paper says; required when Given
  std::optional<Day> consent_on{};     // when it was signed
  std::optional<Day> consent_until{};  // last day, inclusive; absent = without end
  bool for_screen = true;     // what it was given for
  bool for_print = false;
  bool for_web = false;
  std::string consent_note{};
  MediaId consent_paper{};      // picture of the signed paper; may be empty; never published

  bool operator==(const MediaFacts&) const = default;
};

std::string_view word_of(Consent consent);  // "missing" "not_needed" "given"
std::optional<Consent> consent_from(std::string_view word);

// Whether a picture of a person may be shown on screens that day.
enum class ConsentState { Missing, NotForScreens, Expired, Fine };
ConsentState consent_state(const MediaFacts& facts, Day today);

// The picture as visitors get it besides its pixels.
struct MediaLook {
  std::string alt{};
  float focus_x = 0.5F;
  float focus_y = 0.5F;
};

// One record's use of one picture.
struct MediaUse {
  MediaId media;
  RecordId record;
  Kind kind = Kind::City;
  std::string title;
  bool now = false;         // in the record as it stands (not in the trash)
  bool published = false;   // in the content that was approved last
  bool writing = false;     // in what somebody is writing
};

// A picture as the library shows it: its newest version.
struct RegisteredMedia {
  Media media;
  std::string source;
  std::string source_hash;
  std::int64_t bytes = 0;          // of all its sizes
  std::int64_t added_at = 0;       // ms since 1970 UTC, of this version
  std::string added_by;
  bool trashed = false;
  MediaFacts facts;
  std::vector<MediaId> earlier;    // versions that it took over from
};

// title, or the file's name without folder and ending.
std::string name_of(const MediaFacts& facts, std::string_view source);

}  // namespace content
