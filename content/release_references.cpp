#include "content/release_references.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "content/fail.h"
#include "content/kinds.h"
#include "content/record.h"

namespace content {
namespace {

constexpr std::size_t kNamedFaults = 5;
constexpr std::size_t kSizes = 3;

std::string text_at(const nlohmann::json& body, std::string_view key) {
  const nlohmann::json* value = value_at(body, key);
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

class Closer {
 public:
  explicit Closer(ReleaseContent& content) : content_(content) {
    for (const ReleaseRecord& record : content.records) kinds_.emplace(record.id.text, record.kind);
    for (const Media& media : content.media) media_.emplace(media.id.text, &media);
  }

  std::vector<Text> drop_references() {
    for (ReleaseRecord& record : content_.records) {
      for (const Field& field : kind_spec(record.kind).fields) {
        if (field.type == FieldType::Ref) close_reference(record, field);
        if (field.type == FieldType::Outlets) close_outlets(record, field);
      }
    }
    return std::move(dropped_);
  }

  void keep_used_pictures(const PictureSources& pictures) {
    pictures_ = &pictures;
    for (const ReleaseRecord& record : content_.records) {
      for (const Field& field : kind_spec(record.kind).fields) {
        if (field.type == FieldType::Media) use_picture(record, field, text_at(record.body, field.key));
        if (field.type == FieldType::MediaList) use_pictures(record, field);
      }
    }
    refuse_missing_pictures();
    std::erase_if(content_.media, [&](const Media& media) { return !used_.contains(media.id.text); });
    std::ranges::sort(content_.media, {}, [](const Media& media) { return media.id.text; });
    std::ranges::sort(content_.records, {}, [](const ReleaseRecord& record) { return record.id.text; });
  }

 private:
  static Text label(const ReleaseRecord& record, const Field& field) {
    const KindSpec& spec = kind_spec(record.kind);
    return {std::string(spec.zh) + "“" + title_of(spec, record.body) + "”：" + std::string(field.zh),
            std::string(spec.word) + " " + title_of(spec, record.body) + ": " + std::string(field.key)};
  }

  bool is_here(const std::string& id, std::optional<Kind> kind) const {
    const auto found = kinds_.find(id);
    return found != kinds_.end() && (!kind || found->second == *kind);
  }

  void close_reference(ReleaseRecord& record, const Field& field) {
    const std::string id = text_at(record.body, field.key);
    if (id.empty() || is_here(id, field.ref)) return;
    dropped_.push_back(label(record, field));
    set_value(record.body, field.key, nullptr);
  }

  void close_outlets(ReleaseRecord& record, const Field& field) {
    const nlohmann::json* value = value_at(record.body, field.key);
    if (value == nullptr || !value->is_array()) return;
    nlohmann::json outlets = *value;
    for (nlohmann::json& outlet : outlets) {
      const std::string id = text_at(outlet, "merchant");
      if (id.empty() || is_here(id, Kind::Merchant)) continue;
      dropped_.push_back(label(record, field));
      outlet.erase("merchant");
    }
    set_value(record.body, field.key, std::move(outlets));
  }

  void use_pictures(const ReleaseRecord& record, const Field& field) {
    const nlohmann::json* value = value_at(record.body, field.key);
    if (value == nullptr || !value->is_array()) return;
    for (const nlohmann::json& id : *value) {
      if (id.is_string()) use_picture(record, field, id.get<std::string>());
    }
  }

  void use_picture(const ReleaseRecord& record, const Field& field, const std::string& id) {
    if (id.empty() || used_.contains(id)) return;
    if (is_whole(id)) {
      used_.insert(id);
    } else {
      missing_.push_back(label(record, field).in(program_language()));
    }
  }

  bool is_whole(const std::string& id) const {
    const auto found = media_.find(id);
    if (found == media_.end() || found->second->files.size() != kSizes) return false;
    std::size_t place = 0;
    return std::ranges::all_of(found->second->files, [&](const MediaFile& file) {
      return static_cast<std::size_t>(file.size) == place++ && pictures_->has(file.sha256);
    });
  }

  void refuse_missing_pictures() const {
    if (missing_.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < std::min(missing_.size(), kNamedFaults); ++i) names += (i == 0 ? "" : "; ") + missing_[i];
    const std::string count = std::to_string(missing_.size());
    fail({"有 " + count + " 处图片缺失或尺寸不全，不能发布：" + names + "。请重新导入这些图片。",
          count + " pictures are missing or lack a size, so nothing was published: " + names + ". Import these pictures again."});
  }

  ReleaseContent& content_;
  const PictureSources* pictures_ = nullptr;
  std::unordered_map<std::string, Kind> kinds_;
  std::unordered_map<std::string, const Media*> media_;
  std::unordered_set<std::string> used_;
  std::vector<Text> dropped_;
  std::vector<std::string> missing_;
};

}  // namespace

std::vector<Text> drop_lost_references(ReleaseContent& content) { return Closer(content).drop_references(); }

std::vector<std::string> close_references(ReleaseContent& content, const PictureSources& pictures) {
  Closer closer(content);
  std::vector<std::string> dropped;
  for (const Text& one : closer.drop_references()) dropped.push_back(one.in(program_language()));
  closer.keep_used_pictures(pictures);
  return dropped;
}

}  // namespace content
