// On which of the kiosk's screens a record shows, in the words of the office: 商户页、首页“今日商户”.
#pragma once

#include <string>
#include <unordered_map>

#include "content/release.h"

namespace admin {

// Of one release's content. `content` must outlive it.
class WhereShown {
 public:
  WhereShown(const content::ReleaseContent& content, content::Day today);
  std::string of(const content::ReleaseRecord& record) const;

 private:
  std::string of_article(const content::ReleaseRecord& record) const;

  std::string featured_figure_;
  std::string featured_merchant_;
  std::unordered_map<std::string, std::size_t> place_;  // of the articles that show, newest first, from 1
};

}  // namespace admin
