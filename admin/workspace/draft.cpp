#include "admin/workspace/draft.h"

#include <algorithm>
#include <utility>

namespace admin {

using content::Field;
using nlohmann::json;

namespace {

constexpr std::int64_t kOneStepMs = 2000;

const HeldByItem kNothingHeld;
constexpr const char* kHeldKey = "#held";   // no field's key begins so

json value_or_null(const json& body, std::string_view key) {
  const json* value = content::value_at(body, key);
  return value == nullptr ? json(nullptr) : *value;
}

}  // namespace

Draft::Draft(const content::KindSpec& spec, content::RecordId record, std::int64_t revision, json base, json body)
    : spec_(&spec), record_(std::move(record)), revision_(revision), base_(std::move(base)), body_(std::move(body)) {
  if (!base_.is_object()) base_ = json::object();
  if (!body_.is_object()) body_ = json::object();
}

json Draft::value(std::string_view key) const { return value_or_null(body_, key); }

void Draft::put(std::string_view key, json value) {
  content::set_value(body_, key, std::move(value));
  ++version_;
}

HeldByItem Draft::swap_held(const std::string& key, HeldByItem words) {
  HeldByItem was = held(key);
  hold(key, std::move(words));
  return was;
}

void Draft::set(std::string_view key, json value, std::int64_t at_ms) {
  json before = this->value(key);
  put(key, std::move(value));
  json after = this->value(key);
  if (before == after) return;
  undone_.clear();
  const bool goes_on = !settled_ && !done_.empty() && done_.back().key == key && at_ms - done_.back().at < kOneStepMs;
  if (goes_on) {
    done_.back().after = std::move(after);
    done_.back().at = at_ms;
  } else {
    done_.push_back({.key = std::string(key), .before = std::move(before), .after = std::move(after), .at = at_ms, .held_before = rested_[std::string(key)]});
  }
  settled_ = false;
}

const HeldByItem& Draft::held(std::string_view key) const {
  const auto found = held_.find(key);
  return found == held_.end() ? kNothingHeld : found->second;
}

void Draft::hold(std::string_view key, HeldByItem words) {
  if (held(key) == words) return;
  ++version_;
  if (std::ranges::all_of(words, [](const auto& one) { return one.second.wrong; })) rested_[std::string(key)] = words;
  if (words.empty()) held_.erase(std::string(key));
  else held_[std::string(key)] = std::move(words);
}

json Draft::body_with_held() const {
  json kept = body_;
  for (const auto& [key, items] : held_) {
    for (const auto& [item, one] : items) kept[kHeldKey][key][item] = one.words;
  }
  return kept;
}

void Draft::hold_from(const json& kept) {
  const auto fields = kept.find(kHeldKey);
  if (fields == kept.end() || !fields->is_object()) return;
  for (const auto& [key, items] : fields->items()) {
    if (spec_->find_field(key) == nullptr || !items.is_object()) continue;
    for (const auto& [item, words] : items.items()) {
      if (words.is_string()) held_[key][item] = {.words = words.get<std::string>(), .wrong = true};
    }
  }
  rested_ = held_;
}

json Draft::without_held(json kept) {
  if (kept.is_object()) kept.erase(kHeldKey);
  return kept;
}

std::string Draft::undo() {
  if (done_.empty()) return {};
  Step step = std::move(done_.back());
  done_.pop_back();
  put(step.key, step.before);
  step.held_after = swap_held(step.key, step.held_before);
  settled_ = true;
  undone_.push_back(std::move(step));
  return undone_.back().key;
}

std::string Draft::redo() {
  if (undone_.empty()) return {};
  Step step = std::move(undone_.back());
  undone_.pop_back();
  put(step.key, step.after);
  swap_held(step.key, step.held_after);
  settled_ = true;
  done_.push_back(std::move(step));
  return done_.back().key;
}

bool Draft::is_dirty(std::string_view key) const { return value_or_null(base_, key) != value_or_null(body_, key) || !held(key).empty(); }

std::vector<std::string> Draft::dirty() const {
  std::vector<std::string> keys;
  for (const Field& field : spec_->fields) {
    if (is_dirty(field.key)) keys.emplace_back(field.key);
  }
  return keys;
}

void Draft::meet(const content::Record& theirs) {
  if (theirs.revision == revision_) return;
  for (const Field& field : spec_->fields) {
    const json was = value_or_null(base_, field.key);
    const json mine = value(field.key);
    json now = value_or_null(theirs.body, field.key);
    const auto clash = std::ranges::find(clashes_, field.key, &Clash::key);
    if (clash != clashes_.end()) {  // an older one that nobody decided yet
      clash->theirs = now;
      if (mine == now) clashes_.erase(clash);
    } else if (now == was || now == mine) {
      continue;
    } else if (mine == was && held(field.key).empty()) {
      put(field.key, std::move(now));
    } else {
      clashes_.push_back({.key = std::string(field.key), .base = was, .mine = mine, .theirs = std::move(now)});
    }
  }
  base_ = theirs.body;
  revision_ = theirs.revision;
}

void Draft::keep_mine(std::string_view key) {
  std::erase_if(clashes_, [key](const Clash& clash) { return clash.key == key; });
}

void Draft::take_theirs(std::string_view key, std::int64_t at_ms) {
  const auto clash = std::ranges::find(clashes_, key, &Clash::key);
  if (clash == clashes_.end()) return;
  settle();
  set(key, clash->theirs, at_ms);
  hold(key, {});
  settle();
  clashes_.erase(clash);
}

}  // namespace admin
