// A small office on disk with an outbox beside it: what the tests of publishing share.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "admin/workspace/publishing.h"
#include "content/media_store.h"
#include "content/office_store.h"
#include "content/sha256.h"
#include "tests/support/temporary_folder.h"

namespace tests {

// 30 July 2026, 10:26 in the city.
inline constexpr std::int64_t kOfficeMs = 1'785'378'360'000;

struct PublishOffice {
  TemporaryFolder folder;
  std::filesystem::path db = folder / "office/office.db";
  std::filesystem::path outbox = folder / "outbox";
  std::unique_ptr<content::OfficeStore> store = content::OfficeStore::create(db);
  content::MediaStore library{db};

  PublishOffice() {
    store->add_person("梁秋", content::Role::Editor);
    store->add_person("沈明", content::Role::First);
    store->add_person("方晴", content::Role::Second);
    store->add_person("何川", content::Role::Third);
  }

  static nlohmann::json city_body() {
    return {{"name", "江城市"}, {"campaign", "创建全国双拥模范城"}, {"publicity_title", "江城在行动"}, {"honour_title", "榜样就在身边"}, {"products_title", "把日子种出来"}};
  }
  static nlohmann::json merchant_body(const std::string& name, int percent) {
    return {{"name", name},
            {"category", "餐饮"},
            {"address", name + "门口"},
            {"phone", "5550 0112"},
            {"offers", nlohmann::json::array({{{"kind", "pay_ratio"}, {"pay_percent", percent}, {"title", percent == 80 ? "全单八折" : "全单九折"}, {"who", {"serving"}}, {"proofs", {"service_card"}}, {"cards", "any_province"}}})},
            {"pledge", {{"number", "承 " + name}, {"signed_on", "2026-02-18"}}}};
  }

  content::Record enter(content::Kind kind, const nlohmann::json& body) { return store->create(kind, body, "梁秋"); }
  content::Record approve(const content::Record& record) {
    store->submit(record.id, record.hash, "梁秋");
    store->approve(record.id, record.hash, "沈明");
    store->approve(record.id, record.hash, "方晴");
    return store->approve(record.id, record.hash, "何川");
  }
  content::Record enter_approved(content::Kind kind, const nlohmann::json& body) { return approve(enter(kind, body)); }
  content::Record edit_approved(const content::Record& record, const nlohmann::json& body) {
    const content::Record now = *store->get(record.id);
    return approve(store->edit(now.id, now.revision, body, "梁秋"));
  }
  // The bytes are made up: a release does not decode them.
  content::MediaId add_picture(const std::string& source, std::size_t bytes = 500) {
    content::ImportedPicture picture;
    content::StoredMedia stored;
    stored.media.alt = "图";
    stored.source = source;
    stored.source_hash = content::sha256_hex(source);
    for (int size = 0; size < 3; ++size) {
      const std::string text = source + " " + std::to_string(size) + std::string(bytes, 'x');
      content::ImportedFile file;
      file.file = {static_cast<content::MediaSize>(size), content::sha256_hex(text), 256, 256, "jpeg"};
      file.bytes.assign(reinterpret_cast<const std::byte*>(text.data()), reinterpret_cast<const std::byte*>(text.data() + text.size()));
      stored.file_bytes.push_back(static_cast<std::int64_t>(text.size()));
      picture.files.push_back(std::move(file));
    }
    stored.media.files = library.keep(picture);
    return store->put_media(stored, "梁秋");
  }
  admin::Published publish(std::string note = {}, content::ReleaseChoice choice = {}) {
    return admin::publish(*store, library, {.outbox = outbox, .by = "何川", .note = std::move(note), .choice = std::move(choice)});
  }
  std::int64_t newest() const {
    const auto all = content::list_releases(outbox);
    return all.empty() ? 0 : all.back();
  }
};

}  // namespace tests
