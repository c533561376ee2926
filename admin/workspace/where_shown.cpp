#include "admin/workspace/where_shown.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "admin/workspace/screen_days.h"
#include "content/record.h"

namespace admin {
namespace {

using content::Kind;
using content::ReleaseRecord;

std::string text_at(const nlohmann::json& body, std::string_view key) {
  const nlohmann::json* value = content::value_at(body, key);
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

bool shows(const ReleaseRecord& record, content::Day today) {
  const auto start = screen_start(record.body);
  const auto end = screen_end(record.kind, record.body);
  return (!start || *start <= today) && (!end || end->last >= today);
}

}  // namespace

WhereShown::WhereShown(const content::ReleaseContent& content, content::Day today) {
  std::vector<std::tuple<std::string, std::string>> articles;  // day, id
  for (const ReleaseRecord& record : content.records) {
    if (record.kind == Kind::City) {
      featured_figure_ = text_at(record.body, "featured_figure");
      featured_merchant_ = text_at(record.body, "featured_merchant");
    }
    if (record.kind == Kind::Article && shows(record, today)) articles.emplace_back(text_at(record.body, "published"), record.id.text);
  }
  std::ranges::sort(articles, std::greater<>());
  for (const auto& article : articles) place_.emplace(std::get<1>(article), place_.size() + 1);
}

std::string WhereShown::of_article(const ReleaseRecord& record) const {
  const auto place = place_.find(record.id.text);
  return place == place_.end() ? "宣传页" : fmt::format("宣传页第 {} 条", place->second);
}

std::string WhereShown::of(const ReleaseRecord& record) const {
  switch (record.kind) {
    case Kind::City: return "首页、各页标题";
    case Kind::Stage: return "宣传页“创建进程”";
    case Kind::Theme: return "首页主题、待机画面";
    case Kind::Series: return "首页小门、宣传页";
    case Kind::Article: return of_article(record);
    case Kind::Poster: return "待机画面";
    case Kind::Film: return "屏上暂时不显示";
    case Kind::Figure: return record.id.text == featured_figure_ ? "光荣榜、首页“今日人物”" : "光荣榜、人物页";
    case Kind::Street: return "双拥街列表、地图";
    case Kind::Merchant:
      if (text_at(record.body, "pledge.signed_on").empty()) return "没有签约，屏上不显示";
      return record.id.text == featured_merchant_ ? "商户页、首页“今日商户”" : "商户页、双拥街列表";
    case Kind::Product: return "老兵好物";
  }
  return {};
}

}  // namespace admin
