#include "kiosk/screens/street_shops.h"

#include <algorithm>
#include <limits>
#include <unordered_set>
#include <utility>

#include "content/schedule.h"
#include "kiosk/merchant_words.h"
#include "kiosk/nearby.h"

namespace kiosk {
namespace {

bool passes(const Context& context, const StreetFilter& filter, const content::Merchant& merchant) {
  if (!filter.street.empty() && merchant.street != filter.street) return false;
  if (!content::merchant_shown(merchant, context.now)) return false;
  if (!filter.category.empty() && merchant.category != filter.category) return false;
  if (filter.who && !offers_for(merchant, *filter.who, context.now)) return false;
  return !filter.open_now_only || content::open_state(merchant.hours, context.now).state == content::OpenState::State::Open;
}

}  // namespace

std::vector<const content::Merchant*> shops_on(const Context& context, const StreetFilter& filter) {
  std::unordered_set<content::RecordId> streets;
  for (const content::Street& street : context.catalog.streets) {
    if (content::visible(street, context.now) || street.id == filter.street) streets.insert(street.id);
  }
  std::vector<std::pair<double, const content::Merchant*>> near;
  for (const content::Merchant& merchant : context.catalog.merchants) {
    if (!passes(context, filter, merchant) || !streets.contains(merchant.street)) continue;
    near.emplace_back(metres_to(context.place, merchant).value_or(std::numeric_limits<double>::infinity()), &merchant);
  }
  // The catalog is in pinyin order, which stands where distances do not tell.
  std::ranges::stable_sort(near, {}, &std::pair<double, const content::Merchant*>::first);
  std::vector<const content::Merchant*> shops;
  for (const auto& [metres, merchant] : near) shops.push_back(merchant);
  return shops;
}

std::vector<std::string> categories_on(const Context& context, const content::RecordId& street) {
  std::vector<std::pair<std::string, int>> counts;
  for (const content::Merchant* merchant : shops_on(context, {.street = street, .category = {}, .who = {}})) {
    if (merchant->category.empty()) continue;
    const auto found = std::ranges::find(counts, merchant->category, &std::pair<std::string, int>::first);
    if (found == counts.end()) {
      counts.emplace_back(merchant->category, 1);
    } else {
      ++found->second;
    }
  }
  std::ranges::stable_sort(counts, std::ranges::greater{}, &std::pair<std::string, int>::second);
  std::vector<std::string> names;
  for (auto& [name, count] : counts) names.push_back(std::move(name));
  return names;
}

std::vector<const content::Street*> streets_with_shops(const Context& context) {
  std::vector<const content::Street*> streets;
  for (const content::Street& street : context.catalog.streets) {
    if (!content::visible(street, context.now)) continue;
    const bool any = std::ranges::any_of(context.catalog.merchants, [&](const content::Merchant& merchant) {
      return merchant.street == street.id && content::merchant_shown(merchant, context.now);
    });
    if (any) streets.push_back(&street);
  }
  return streets;
}

int signed_shops(const content::Catalog& catalog, const content::RecordId& street, content::LocalMinute now) {
  return static_cast<int>(std::ranges::count_if(catalog.merchants, [&](const content::Merchant& merchant) {
    return merchant.street == street && content::visible(merchant, now) && content::pledge_in_force(merchant.pledge, now);
  }));
}

int coverage_percent(int signed_count, int shops, int target_percent) {
  if (shops <= 0) return 0;
  const int rounded = (signed_count * 100 + shops / 2) / shops;
  const bool reached = signed_count * 100 >= target_percent * shops;
  return reached ? rounded : std::min(rounded, target_percent - 1);
}

}  // namespace kiosk
