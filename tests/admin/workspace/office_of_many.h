// An office with people and as many merchants as a test wants, made from a seed.
#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "admin/workspace/workspace.h"
#include "content/error.h"

namespace tests {

inline constexpr std::int64_t kNow = 1785378360000;  // 2026-07-30 10:26 in the city

inline std::unique_ptr<admin::Workspace> office_with_people(std::int64_t* clock = nullptr) {
  auto office = std::make_unique<admin::Workspace>(
      admin::Workspace::Options{.db = "office.db", .now_ms = [clock] { return clock == nullptr ? kNow : *clock; }},
      content::OfficeStore::in_memory());
  office->store().add_person("梁秋", content::Role::Editor);
  office->store().add_person("周蓓", content::Role::Editor);
  office->store().add_person("沈明", content::Role::First);
  office->store().add_person("方晴", content::Role::Second);
  office->store().add_person("何川", content::Role::Third);
  office->sign_in(*office->store().find_person("梁秋"));
  return office;
}

inline content::Record add_street(content::OfficeStore& store, const std::string& name) {
  return store.create(content::Kind::Street, {{"name", name}, {"shops", 90}}, "梁秋");
}

inline nlohmann::json merchant_body(const std::string& name, const std::string& category = "餐饮") {
  return {{"name", name}, {"category", category}};
}

// The Chinese sentence of the Error that `action` throws; empty: it throws none.
template <typename Action>
std::string refusal(Action action) {
  try {
    action();
  } catch (const content::Error& fault) {
    return fault.text().zh;
  }
  return {};
}

// Merchants whose fields are drawn from a few values, some left out; some submitted, approved, returned.
inline void add_merchants(content::OfficeStore& store, int count, unsigned seed, const std::vector<content::RecordId>& streets) {
  std::mt19937 random(seed);
  const auto pick = [&random](const auto& list) { return list[random() % std::size(list)]; };
  const char* firsts[] = {"渡口", "春和", "和平里", "明眸", "胜利", "望江", "梧桐", "拾光", "月台", "暖阳", "单记", "乐民"};
  const char* seconds[] = {"面馆", "大药房", "照相馆", "眼镜", "五金", "理发店", "洗衣", "茶舍", "影院", "口腔", "银行"};
  const char* categories[] = {"餐饮", "医药", "摄影", "日用", "理发"};
  const char* untils[] = {"2026-07-15", "2026-08-20", "2026-09-30", "2026-10-28", "2027-02-28", ""};
  content::OfficeStore::Batch batch(store);
  for (int i = 0; i < count; ++i) {
    nlohmann::json body = merchant_body(std::string(pick(firsts)) + pick(seconds) + std::to_string(i), pick(categories));
    if (!streets.empty() && random() % 5 != 0) body["street"] = pick(streets).text;
    const std::string until = pick(untils);
    if (!until.empty()) body["pledge"]["until"] = until;
    if (random() % 3 == 0) body["pledge"]["number"] = "JT-" + std::to_string(1000 + i);
    if (random() % 2 == 0) body["offers"] = {{{"kind", "other"}, {"title", random() % 2 == 0 ? "全单八折" : "九折"}}};
    content::Record record = store.create(content::Kind::Merchant, body, i % 3 == 0 ? "周蓓" : "梁秋");
    const int steps = static_cast<int>(random() % 6);
    try {
      if (steps > 0) store.submit(record.id, record.hash, "梁秋");
      if (steps > 1) store.approve(record.id, record.hash, "沈明");
      if (steps == 2) store.send_back(record.id, record.hash, "照片太暗", "方晴");
      if (steps > 3) store.approve(record.id, record.hash, "方晴");
      if (steps > 4) store.approve(record.id, record.hash, "何川");
    } catch (const content::Error&) {
      continue;  // what cannot be submitted stays a draft
    }
  }
  batch.commit();
}

}  // namespace tests
