// People and bodies that the office store's tests share.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "content/office_store.h"

namespace tests {

// `by`: the administrator, when there is one.
inline void add_people(content::OfficeStore& store, std::string_view by = {}) {
  store.add_person("小林", content::Role::Editor, by);
  store.add_person("王初", content::Role::First, by);
  store.add_person("李复", content::Role::Second, by);
  store.add_person("赵终", content::Role::Third, by);
}

inline std::unique_ptr<content::OfficeStore> office_with_people() {
  auto store = content::OfficeStore::in_memory();
  add_people(*store);
  return store;
}

inline nlohmann::json series_body(const std::string& name) {
  return {{"name", name}, {"summary", "一句话"}, {"icon", "star"}, {"number", 1}};
}

// Takes a record through submission and all three reviews.
inline content::Record approve_wholly(content::OfficeStore& store, const content::Record& record) {
  store.submit(record.id, record.hash, "小林");
  store.approve(record.id, record.hash, "王初");
  store.approve(record.id, record.hash, "李复");
  return store.approve(record.id, record.hash, "赵终");
}

}  // namespace tests
