#include "admin/workspace/publish_faults.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>

#include "content/record.h"

namespace admin {
namespace {

using content::Field;
using content::FieldType;
using content::ReleaseRecord;

constexpr std::size_t kSizes = 3;

std::string title_of(const ReleaseRecord& record) { return content::title_of(content::kind_spec(record.kind), record.body); }

}  // namespace

PublishFaults::PublishFaults(const content::OfficeStore& office, const content::MediaStore& library,
                             const content::ReleaseContent& content, const content::PictureSources& pictures, content::Day today)
    : office_(office), inspection_(office, library, today), pictures_(pictures), today_(today) {
  for (const content::Media& media : content.media) media_.emplace(media.id.text, &media);
}

std::vector<PublishFault> PublishFaults::of(const ReleaseRecord& record) const {
  std::vector<PublishFault> faults;
  content::Record whole;
  whole.id = record.id;
  whole.kind = record.kind;
  whole.body = record.body;
  if (!inspection_.findings(whole).empty()) {
    whole.hash = content::content_hash(record.kind, record.body);  // what was let pass goes by the hash
    for (const Inspected& one : inspection_.blockers(whole)) {
      if (one.rule.empty()) continue;  // a consent: told below, with its picture
      faults.push_back({.field = one.field, .media = {}, .title = fmt::format("“{}”：{}", title_of(record), one.sentence.zh), .fix = "去改", .way = "改好", .rule = one.rule, .hash = whole.hash});
    }
  }
  for (const Field& field : content::kind_spec(record.kind).fields) {
    if (field.type != FieldType::Media && field.type != FieldType::MediaList) continue;
    const nlohmann::json* value = content::value_at(record.body, field.key);
    if (value == nullptr) continue;
    if (value->is_string()) check_picture(record, field, value->get<std::string>(), faults);
    if (!value->is_array()) continue;
    for (const nlohmann::json& id : *value) {
      if (id.is_string()) check_picture(record, field, id.get<std::string>(), faults);
    }
  }
  return faults;
}

void PublishFaults::check_picture(const ReleaseRecord& record, const Field& field, const std::string& id,
                                  std::vector<PublishFault>& faults) const {
  const auto found = media_.find(id);
  const bool whole = found != media_.end() && found->second->files.size() == kSizes &&
                     std::ranges::all_of(found->second->files, [&](const content::MediaFile& file) { return pictures_.has(file.sha256); });
  if (!whole) {
    faults.push_back({.field = std::string(field.key), .media = {}, .title = fmt::format("{}的{}不见了", title_of(record), field.zh), .fix = "去换一张", .way = "换一张", .rule = {}, .hash = {}});
    return;
  }
  if (record.kind == content::Kind::Figure) check_consent(record, field, id, faults);
}

void PublishFaults::check_consent(const ReleaseRecord& record, const Field& field, const std::string& id,
                                  std::vector<PublishFault>& faults) const {
  if (!office_.media(content::MediaId{id})) return;  // of an earlier office's release: nobody can say
  const auto tell = [&](std::string_view what, std::string_view fix, std::string_view way) {
    faults.push_back({.field = std::string(field.key),
                      .media = content::MediaId{id},
                      .title = fmt::format("{}的{}{}", title_of(record), field.zh, what),
                      .fix = std::string(fix),
                      .way = std::string(way),
                      .rule = {},
                      .hash = {}});
  };
  switch (content::consent_state(office_.media_facts(content::MediaId{id}), today_)) {
    case content::ConsentState::Missing: tell("没有肖像授权", "去补授权书", "补上授权书"); break;
    case content::ConsentState::NotForScreens: tell("的肖像授权不含屏幕展示", "去补授权书", "补上授权书"); break;
    case content::ConsentState::Expired: tell("的肖像授权已到期", "去续授权书", "续上授权书"); break;
    case content::ConsentState::Fine: break;
  }
}

}  // namespace admin
