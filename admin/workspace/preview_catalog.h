// What the previews show: catalogs in memory, made from the office's database, in which one record may be a draft.
//
// Main thread only. Nothing here draws.
#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "content/catalog.h"
#include "content/pinyin.h"

namespace admin {

class Workspace;

// OnScreen: the last release of the outbox, as it is; Approved where there is none yet. Approved: what the next release
// would hold.
enum class PreviewBase { OnScreen, Approved };

// The catalogs that previews begin from. Each is made when first asked for: some 20 ms for a city of a hundred records.
class PreviewBases {
 public:
  explicit PreviewBases(Workspace& office) : office_(office) {}

  std::shared_ptr<const content::Catalog> get(PreviewBase base);
  // Another look at the outbox and at what was approved, trashed or restored since; the next get() answers a new catalog where
  // something did. Cheap when nothing did. Never throws: what cannot be read now stays as it was. True when something did.
  bool look() noexcept;
  // The release that get(OnScreen) shows; 0 = none.
  std::int64_t sequence() const { return sequence_; }

  content::PinyinReader& pinyin();
  // Of the office's library; with the folder where its files lie.
  std::optional<content::Media> picture(const content::MediaId& id) const;
  std::filesystem::path library() const;

 private:
  std::shared_ptr<const content::Catalog> approved();
  std::shared_ptr<const content::Catalog> released();
  std::int64_t last_deed() const;
  void follow_deeds();

  Workspace& office_;
  std::optional<content::PinyinReader> pinyin_;
  std::shared_ptr<const content::Catalog> approved_;
  std::shared_ptr<const content::Catalog> released_;
  std::int64_t seen_deed_ = 0;   // line of the audit log up to which approved_ is right
  std::int64_t sequence_ = 0;    // of released_
  std::int64_t listed_ = 0;      // the newest in the outbox, damaged or not
};

struct PreviewDraft {
  content::Kind kind = content::Kind::City;
  content::RecordId id;
  std::optional<nlohmann::json> body;   // may be incomplete or wrong: see readable_body.h; nullopt: as the base has it
};

// One preview's catalog: a base, or a copy of it in which one record was exchanged. The copy is made once; each further draft of
// the same record touches that record alone.
class PreviewCatalog {
 public:
  explicit PreviewCatalog(PreviewBases& bases) : bases_(bases) {}

  // What is shown from now on; `today` fills days that a record cannot do without. A shop that has not signed yet is shown as
  // if it signed today; a poster is shown without the others of its round. Answers true when something changed.
  bool show(PreviewBase base, const std::optional<PreviewDraft>& draft, content::Day today);
  // Between two calls of show() the pointer stays the same object; show() may change the object in place.
  std::shared_ptr<const content::Catalog> get() const { return own_ != nullptr ? own_ : base_; }

 private:
  void put(const PreviewDraft& draft, content::Day today);
  void take_back();
  void add_pictures(content::Kind kind, const nlohmann::json& body);

  PreviewBases& bases_;
  std::shared_ptr<const content::Catalog> base_;
  std::shared_ptr<content::Catalog> own_;   // null: nothing is exchanged
  std::optional<PreviewDraft> draft_;
  content::Day today_{};
};

}  // namespace admin
