#include "admin/workspace/review_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "content/days.h"
#include "content/offer_text.h"
#include "content/read_model.h"
#include "content/utf8.h"

namespace admin {
namespace {

using content::Kind;
using nlohmann::json;
using Note = ReviewNote::Kind;

constexpr std::size_t kGoodTitle = 6;   // characters that large text holds in one line (DESIGN-2.md §15)

void add_offers(const json& body, std::vector<ReviewNote>& notes) {
  const auto offers = body.find("offers");
  if (offers == body.end() || !offers->is_array() || offers->empty()) return;
  std::size_t longest = 0;
  for (const json& offer : *offers) {
    const std::string title = offer.value("title", "");
    const std::size_t chars = content::count_chars(title);
    longest = std::max(longest, chars);
    if (chars > kGoodTitle) notes.push_back({Note::Look, fmt::format("优惠“{}”{} 个字，大字显示会变小；建议不超过 6 个字", title, chars)});
  }
  if (longest <= kGoodTitle) notes.push_back({Note::Fine, fmt::format("优惠{} {} 个字，大字显示放得下", offers->size() > 1 ? "最长" : "", longest)});
}

std::optional<content::Day> day_at(const json& body, std::string_view key) {
  const json* value = content::value_at(body, key);
  return value == nullptr || !value->is_string() ? std::nullopt : content::day_from_iso(value->get<std::string>());
}

void add_dates(const content::Record& record, content::Day today, std::vector<ReviewNote>& notes) {
  const auto last = last_day(content::kind_spec(record.kind), record.body);
  if (!last) return;
  const std::string day = content::day_to_iso(*last);
  const auto signed_on = day_at(record.body, "pledge.signed_on");
  if (*last < today) {
    notes.push_back({Note::Look, "有效期已经过了（" + day + "），通过后屏上也不会出现"});
  } else if (signed_on && *signed_on > today) {
    notes.push_back({Note::Look, "签约日期在将来（" + content::day_to_iso(*signed_on) + "），请核对"});
  } else {
    notes.push_back({Note::Fine, "有效期到 " + day + "，还没到期"});
  }
}

// Words that were not in the paper that somebody sealed.
void add_pledge(const RecordDiff& diff, std::vector<ReviewNote>& notes) {
  if (diff.is_new) return;
  for (const FieldDiff& field : diff.fields) {
    if (field.field->key != "pledge.words" || !field.changed) continue;
    for (const TextRun& run : field.runs) {
      if (run.kind != RunKind::Added || content::count_chars(run.text) < 2) continue;
      notes.push_back({Note::Look, "承诺新增“" + content::first_chars(run.text, 16) + "”，请确认商户盖章的原件里有这句"});
      return;
    }
  }
}

void add_findings(const content::OfficeStore& store, const Inspection& inspection, const content::Record& record, std::vector<ReviewNote>& notes) {
  const std::vector<Inspected> blockers = inspection.blockers(record);
  for (const Inspected& one : blockers) notes.push_back({Note::Wrong, one.sentence.zh});
  for (const Inspected& one : inspection.losses(record)) notes.push_back({Note::Wrong, one.sentence.zh});
  for (const content::Overrule& passed : store.overrules(record.id)) {
    if (passed.hash == record.hash) notes.push_back({Note::Look, fmt::format("{}已放行一条提示，理由：{}", passed.person, passed.reason)});
  }
  if (!blockers.empty()) return;
  notes.push_back({Note::Fine, "用词没有犯忌，每个字屏上都写得出"});
  if (record.kind == Kind::Figure) notes.push_back({Note::Fine, "本人肖像授权齐全"});
}

std::string street_title(const json& body, const Records& records) {
  const auto street = body.find("street");
  return street == body.end() || !street->is_string() ? std::string() : records.title(content::RecordId{street->get<std::string>()});
}

std::string who_words(const json& body) {
  std::set<content::Who> who;
  const auto offers = body.find("offers");
  if (offers != body.end() && offers->is_array()) {
    for (const json& offer : *offers) {
      const content::Offer read = content::read_offer(offer);
      who.insert(read.who.begin(), read.who.end());
    }
  }
  if (who.empty()) return {};
  const std::string first = content::who_words_zh({*who.begin()});
  return who.size() == 1 ? first : fmt::format("{}等 {} 类", first, who.size());
}

std::vector<Appearance> shop_appearances(const content::Record& record, const Records& records) {
  std::vector<Appearance> found{{"shop", "商户页", "1 屏"}};
  const std::string street = street_title(record.body, records);
  if (!street.empty()) found.push_back({"map", street + "名录", "按拼音排"});
  if (record.body.contains("map_x") && record.body.contains("map_y")) found.push_back({"pin", "街区地图", "位置已标"});
  if (const std::string who = who_words(record.body); !who.empty()) found.push_back({"card", "我能享受什么", who});
  return found;
}

}  // namespace

std::vector<ReviewNote> review_notes(const content::OfficeStore& store, const Inspection& inspection, const content::Record& record,
                                     const RecordDiff& diff, content::Day today) {
  std::vector<ReviewNote> notes;
  if (record.kind == Kind::Merchant) add_offers(record.body, notes);
  add_dates(record, today, notes);
  add_pledge(diff, notes);
  add_findings(store, inspection, record, notes);
  std::ranges::stable_sort(notes, std::greater<>(), &ReviewNote::kind);
  return notes;
}

std::vector<Appearance> appearances(const content::Record& record, const Records& records) {
  switch (record.kind) {
    case Kind::Merchant: return shop_appearances(record, records);
    case Kind::Figure: return {{"medal", "光荣榜", "照片墙"}, {"user", "人物页", "1 屏"}};
    case Kind::Article: return {{"book", "双拥宣传", "列表"}, {"list", "文章页", "按屏分页"}};
    case Kind::Product: return {{"jar", "老兵好物", "列表"}, {"list", "好物页", "1 屏"}};
    case Kind::Street: return {{"map", "双拥街", "街区图和覆盖率"}};
    case Kind::Poster: return {{"image", "待机海报", "轮播"}};
    case Kind::Series: return {{"home", "首页小门", "1 扇"}, {"book", "双拥宣传", "系列"}};
    case Kind::City: return {{"home", "首页", "城市名和标语"}};
    case Kind::Stage: return {{"clock", "首页", "创建进程"}};
    case Kind::Theme: return {{"calendar", "首页和海报", "按日期"}};
    case Kind::Film: return {{"screen", "专题片", "放映功能上线后"}};
  }
  return {};
}

}  // namespace admin
