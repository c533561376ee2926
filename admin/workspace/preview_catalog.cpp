#include "admin/workspace/preview_catalog.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "admin/workspace/catalog_exchange.h"
#include "admin/workspace/readable_body.h"
#include "admin/workspace/workspace.h"
#include "content/catalog_build.h"
#include "content/days.h"
#include "content/error.h"
#include "content/kinds.h"
#include "content/record.h"
#include "content/release.h"
#include "content/release_manifest.h"
#include "content/release_order.h"

namespace admin {
namespace {

using content::Catalog;
using content::Kind;

// More than these and the whole base is made anew.
constexpr std::size_t kFollowedDeeds = 40;

bool changes_what_is_approved(const content::AuditEntry& entry) {
  return !entry.record.empty() && (entry.deed == "approve" || entry.deed == "trash" || entry.deed == "restore");
}

void use_pictures(const content::KindSpec& spec, const nlohmann::json& body, std::vector<content::MediaId>& used) {
  for (const content::Field& field : spec.fields) {
    if (field.type != content::FieldType::Media && field.type != content::FieldType::MediaList) continue;
    const nlohmann::json* value = content::value_at(body, field.key);
    if (value == nullptr) continue;
    if (value->is_string()) used.push_back({value->get<std::string>()});
    if (!value->is_array()) continue;
    for (const nlohmann::json& id : *value) {
      if (id.is_string()) used.push_back({id.get<std::string>()});
    }
  }
}

nlohmann::json as_shown(Kind kind, nlohmann::json body, content::Day today) {
  if (kind != Kind::Merchant) return body;
  nlohmann::json& pledge = body["pledge"];
  if (!pledge.is_object()) pledge = nlohmann::json::object();
  if (!pledge.contains("signed_on")) pledge["signed_on"] = content::day_to_iso(today);
  return body;
}

}  // namespace

content::PinyinReader& PreviewBases::pinyin() {
  if (!pinyin_) pinyin_.emplace();
  return *pinyin_;
}

std::filesystem::path PreviewBases::library() const { return office_.library().blobs().folder(); }

std::optional<content::Media> PreviewBases::picture(const content::MediaId& id) const {
  auto stored = office_.store().media(id);
  return stored ? std::optional(std::move(stored->media)) : std::nullopt;
}

std::int64_t PreviewBases::last_deed() const {
  const auto newest = office_.store().audit({.limit = 1});
  return newest.empty() ? 0 : newest.front().number;
}

std::shared_ptr<const Catalog> PreviewBases::get(PreviewBase base) {
  if (base == PreviewBase::OnScreen) {
    if (auto catalog = released()) return catalog;
  }
  return approved();
}

std::shared_ptr<const Catalog> PreviewBases::approved() {
  if (approved_ != nullptr) return approved_;
  seen_deed_ = last_deed();
  auto catalog = std::make_shared<Catalog>();
  const content::ReleaseContent content = content::approved_content(office_.store());
  for (const content::ReleaseRecord* record : content::in_pinyin_order(content.records, pinyin())) {
    // What was approved can be read; a base without it is better than none.
    try {
      content::add_record(*catalog, record->kind, record->id, record->revision, record->body);
    } catch (const content::Error&) {
    }
  }
  content::order_records(*catalog);
  for (const content::Media& media : content.media) catalog->media.emplace(media.id, media);
  catalog->blobs = library();
  catalog->build_lookup();
  approved_ = std::move(catalog);
  return approved_;
}

std::shared_ptr<const Catalog> PreviewBases::released() {
  if (released_ != nullptr) return released_;
  const auto outbox = office_.outbox();
  const std::vector<std::int64_t> releases = content::list_releases(outbox);
  listed_ = releases.empty() ? 0 : releases.back();
  sequence_ = 0;
  for (auto sequence = releases.rbegin(); sequence != releases.rend(); ++sequence) {
    try {
      released_ = Catalog::load(outbox / "releases" / content::sequence_name(*sequence));
      sequence_ = *sequence;
      return released_;
    } catch (const content::Error&) {
      // A damaged release is not what the screens show: they stay with the one before.
    }
  }
  return nullptr;
}

bool PreviewBases::look() noexcept {
  const auto approved = approved_;
  const auto released = released_;
  try {
    const std::vector<std::int64_t> releases = content::list_releases(office_.outbox());
    const std::int64_t newest = releases.empty() ? 0 : releases.back();
    if (newest != listed_) released_.reset();
    listed_ = newest;
    if (approved_ != nullptr) follow_deeds();
  } catch (const std::exception&) {
    // the database is locked or the outbox away for a moment; the next look finds out
  }
  return approved != approved_ || released != released_;
}

void PreviewBases::follow_deeds() {
  const std::int64_t newest = last_deed();
  if (newest == seen_deed_) return;
  const auto count = static_cast<std::size_t>(newest - seen_deed_);
  if (newest < seen_deed_ || count > kFollowedDeeds) {
    approved_.reset();
    return;
  }
  std::set<std::string> touched;
  for (const content::AuditEntry& entry : office_.store().audit({.limit = static_cast<int>(count)})) {
    if (changes_what_is_approved(entry)) touched.insert(entry.record);
  }
  seen_deed_ = newest;
  std::shared_ptr<Catalog> next;
  for (const std::string& id : touched) {
    const auto record = office_.store().get({id});
    const auto approved = office_.store().approved_record({id});
    if (!record) continue;
    if (next == nullptr) next = std::make_shared<Catalog>(*approved_);
    if (record->trashed || !approved) {
      take_from(*next, Catalog{}, record->kind, record->id);
      continue;
    }
    exchange(*next, record->kind, record->id, approved->revision, approved->body, pinyin());
    std::vector<content::MediaId> used;
    use_pictures(content::kind_spec(record->kind), approved->body, used);
    for (const content::MediaId& media : used) {
      if (const auto found = picture(media)) next->media.insert_or_assign(media, *found);
    }
  }
  if (next != nullptr) approved_ = std::move(next);
}

bool PreviewCatalog::show(PreviewBase base, const std::optional<PreviewDraft>& draft, content::Day today) {
  auto from = bases_.get(base);
  const bool other_base = from != base_;
  if (other_base) {
    base_ = std::move(from);
    own_.reset();
    draft_.reset();
  }
  const bool same_record = draft && draft_ && draft->id == draft_->id && draft->kind == draft_->kind;
  if (!other_base && !draft && !draft_) return false;
  if (same_record && draft->body == draft_->body && today == today_) return false;
  if (draft_ && (!same_record || !draft->body)) take_back();
  today_ = today;
  draft_ = draft;
  if (draft_) put(*draft_, today);
  return true;
}

void PreviewCatalog::put(const PreviewDraft& draft, content::Day today) {
  if (own_ == nullptr) own_ = std::make_shared<Catalog>(*base_);
  if (draft.body) {
    own_->blobs = bases_.library();
    // Nothing in it can be refused any more: readable_body() left that out.
    const nlohmann::json body = as_shown(draft.kind, readable_body(draft.kind, *draft.body, today), today);
    exchange(*own_, draft.kind, draft.id, 0, body, bases_.pinyin());
    add_pictures(draft.kind, *draft.body);
  }
  if (draft.kind == Kind::Poster) std::erase_if(own_->posters, [&](const content::Poster& poster) { return poster.id != draft.id; });
}

void PreviewCatalog::take_back() {
  if (draft_->kind == Kind::Poster) own_->posters = base_->posters;
  else take_from(*own_, *base_, draft_->kind, draft_->id);
}

void PreviewCatalog::add_pictures(Kind kind, const nlohmann::json& body) {
  std::vector<content::MediaId> used;
  if (body.is_object()) use_pictures(content::kind_spec(kind), body, used);
  for (const content::MediaId& id : used) {
    if (own_->media.contains(id)) continue;
    if (auto found = bases_.picture(id)) own_->media.emplace(id, std::move(*found));
  }
}

}  // namespace admin
