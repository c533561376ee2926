#include "admin/workspace/shown_when.h"

#include <algorithm>

#include "content/days.h"
#include "content/schedule.h"

namespace admin {
namespace {

using content::Catalog;
using content::Day;
using content::Kind;
using content::LocalMinute;

template <typename Record>
const Record* find_in(const std::vector<Record>& records, const content::RecordId& id) {
  const auto found = std::ranges::find(records, id, &Record::id);
  return found == records.end() ? nullptr : &*found;
}

const content::Common* common_of(const Catalog& catalog, Kind kind, const content::RecordId& id) {
  switch (kind) {
    case Kind::City: return catalog.city.id == id ? &catalog.city : nullptr;
    case Kind::Stage: return find_in(catalog.stages, id);
    case Kind::Theme: return catalog.find_theme(id);
    case Kind::Series: return catalog.find_series(id);
    case Kind::Article: return catalog.find_article(id);
    case Kind::Poster: return find_in(catalog.posters, id);
    case Kind::Film: return find_in(catalog.films, id);
    case Kind::Figure: return catalog.find_figure(id);
    case Kind::Street: return catalog.find_street(id);
    case Kind::Merchant: return catalog.find_merchant(id);
    case Kind::Product: return catalog.find_product(id);
  }
  return nullptr;
}

std::optional<NotShown> by_validity(const content::Validity& validity, LocalMinute now) {
  const Day today = content::day_of(now);
  if (validity.from && *validity.from > today) {
    return NotShown{day_words(*validity.from, now) + "起才上屏", validity.from};
  }
  if (validity.until && *validity.until < today) {
    return NotShown{"有效期到 " + day_words(*validity.until, now) + "为止，这天屏上没有它", validity.until};
  }
  return std::nullopt;
}

std::optional<NotShown> by_pledge(const content::Pledge& pledge, LocalMinute now) {
  const Day today = content::day_of(now);
  if (!pledge.signed_on) return NotShown{"还没填签约日期，没签承诺的店不上屏", {}};
  if (*pledge.signed_on > today) return NotShown{day_words(*pledge.signed_on, now) + "签约后才上屏", pledge.signed_on};
  if (pledge.until && *pledge.until < today) return NotShown{"承诺书 " + day_words(*pledge.until, now) + "到期，这天屏上没有它", pledge.until};
  if (content::pledge_state(pledge, now) == content::PledgeState::Hidden) {
    return NotShown{"超过 " + std::to_string(content::kPledgeHiddenAfterMonths) + " 个月没有走访核验，屏上不显示它", {}};
  }
  return std::nullopt;
}

std::optional<NotShown> by_theme(const Catalog& catalog, const content::Poster& poster, LocalMinute now) {
  if (poster.theme.empty()) return std::nullopt;
  const content::Theme* theme = catalog.find_theme(poster.theme);
  if (theme == nullptr || content::theme_active(*theme, now)) return std::nullopt;
  return NotShown{"只在主题“" + theme->name + "”的日子里播放，这天不播", {}};
}

}  // namespace

std::optional<NotShown> not_shown(const Catalog& catalog, Kind kind, const content::RecordId& id, LocalMinute now) {
  const content::Common* record = common_of(catalog, kind, id);
  if (record == nullptr) return NotShown{"屏上还没有它", {}};
  if (auto why = by_validity(record->validity, now)) return why;
  if (kind == Kind::Merchant) return by_pledge(catalog.find_merchant(id)->pledge, now);
  if (kind == Kind::Poster) return by_theme(catalog, *find_in(catalog.posters, id), now);
  if (kind == Kind::Film) return NotShown{"屏上还没有放专题片的页面", {}};
  return std::nullopt;
}

std::string day_words(Day day, LocalMinute now) {
  const std::string short_words = std::to_string(static_cast<unsigned>(day.month())) + " 月 " + std::to_string(static_cast<unsigned>(day.day())) + " 日";
  if (day.year() == content::day_of(now).year()) return short_words;
  return std::to_string(static_cast<int>(day.year())) + " 年 " + short_words;
}

}  // namespace admin
