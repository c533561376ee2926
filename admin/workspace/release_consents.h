// What the consents of people on pictures (肖像授权) mean for what goes out.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>

#include "content/days.h"
#include "content/office_store.h"
#include "content/release.h"

namespace admin {

// Every picture of every figure: portrait and gallery, by its id.
void for_each_portrait(const content::ReleaseContent& content, const std::function<void(const content::ReleaseRecord&, const std::string&)>& visit);

// Screens know no consents: a figure's last day in `content` becomes the earliest day on which a consent for one of its pictures
// ends, so that they drop it by themselves. What the office has written stays as it is. The same whatever day it is, so that two
// releases of the same content do not differ. Answers the figures that end with a consent, by their id: the last day.
std::unordered_map<std::string, content::Day> end_with_consents(const content::OfficeStore& office, content::ReleaseContent& content);

}  // namespace admin
