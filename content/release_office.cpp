#include <utility>

#include "content/kinds.h"
#include "content/media_store.h"
#include "content/office_store.h"
#include "content/release.h"

namespace content {

namespace fs = std::filesystem;

ReleaseContent approved_content(OfficeStore& office) {
  ReleaseContent content;
  for (const KindSpec& spec : all_kinds()) {
    for (Record& record : office.approved(spec.kind)) {
      content.records.push_back({record.id, record.kind, record.revision, std::move(record.body)});
    }
  }
  for (StoredMedia& stored : office.all_media()) content.media.push_back(std::move(stored.media));
  return content;
}

BuiltRelease build_release(OfficeStore& office, const fs::path& office_db, const fs::path& outbox, const ReleaseOptions& options) {
  const std::vector<ReleaseEntry> logged = office.releases();
  return build_release(approved_content(office), MediaStore(office_db).blobs(), logged.empty() ? 0 : logged.back().sequence,
                       outbox, options);
}

}  // namespace content
