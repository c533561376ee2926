// Which shops of a street pass a visitor's filters, and in which order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/model.h"
#include "kiosk/context.h"

namespace kiosk {

struct StreetFilter {
  content::RecordId street;            // empty = all streets that may be shown
  std::string category;                // empty = all
  std::optional<content::Who> who;     // nobody = all
  bool open_now_only = false;
};

// Shown merchants that pass, nearest first when this screen's place is known, else by pinyin. Pointers into the catalog.
std::vector<const content::Merchant*> shops_on(const Context& context, const StreetFilter& filter);

// Categories of the street's shown shops, most shops first. Of all streets when `street` is empty.
std::vector<std::string> categories_on(const Context& context, const content::RecordId& street);

// Streets with at least one shown shop, by pinyin.
std::vector<const content::Street*> streets_with_shops(const Context& context);

// Shops of the street that have signed and whose pledge still holds.
int signed_shops(const content::Catalog& catalog, const content::RecordId& street, content::LocalMinute now);

// The share to print, rounded; but 79.6 % never reads as the 80 % that were aimed at. 0 without shops.
int coverage_percent(int signed_count, int shops, int target_percent);

}  // namespace kiosk
