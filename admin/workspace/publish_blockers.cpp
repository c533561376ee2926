#include "admin/workspace/publish_blockers.h"

#include <fcntl.h>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include <algorithm>

#include "admin/workspace/publish_faults.h"
#include "admin/workspace/release_index.h"

namespace admin {
namespace {

namespace fs = std::filesystem;
using content::Kind;
using content::ReleaseRecord;

// The first folder on the way up that is there.
fs::path standing_folder(fs::path folder) {
  std::error_code fault;
  while (!folder.empty() && !fs::is_directory(folder, fault) && folder.has_relative_path()) folder = folder.parent_path();
  return folder;
}

class BlockerSearch {
 public:
  explicit BlockerSearch(const BlockerQuestion& question) : question_(question) {}

  std::vector<Blocker> find() {
    check_whole();
    const content::PictureSources pictures(std::vector<content::Blobs>{question_.library.blobs(), content::Blobs(question_.outbox / "blobs")});
    const PublishFaults faults(question_.office, question_.library, question_.after, pictures, question_.today);
    content::ReleaseContent earlier_media;
    earlier_media.media = question_.before.media;
    const PublishFaults faults_before(question_.office, question_.library, earlier_media, pictures, question_.today);
    const ReleaseIndex before(question_.before);
    for (const ReleaseRecord& record : question_.after.records) {
      const std::vector<PublishFault> found = faults.of(record);
      if (found.empty()) continue;
      const ReleaseRecord* shown = before.find(record.id.text);
      blockers_.push_back(blocker(record, found, shown != nullptr && !faults_before.of(*shown).empty(), shown != nullptr));
    }
    return std::move(blockers_);
  }

 private:

  static Blocker blocker(const ReleaseRecord& record, const std::vector<PublishFault>& faults, bool takes_off, bool shown) {
    const PublishFault& first = faults.front();
    Blocker blocker{.record = record.id, .kind = record.kind, .field = first.field, .media = first.media, .title = first.title, .advice = {}, .fix = first.fix, .leave_out = {}, .rule = {}, .hash = {}};
    blocker.rule = first.rule;
    blocker.hash = first.hash;
    blocker.takes_off = takes_off;
    if (record.kind != Kind::City || (shown && !takes_off)) blocker.leave_out = takes_off ? "这期先撤下它" : "这期先不发它";
    const std::string more = faults.size() > 1 ? fmt::format("这一条另有 {} 处要改。", faults.size() - 1) : "";
    const std::string otherwise = blocker.leave_out.empty() ? first.way + "再发。"
                                  : takes_off               ? first.way + "，或这一期先把它从屏上撤下。"
                                  : shown                   ? first.way + "，或这一期先不发它，屏上留着上一期的样子。"
                                                            : first.way + "，或这一期先拿掉这一条。";
    blocker.advice = more + otherwise;
    return blocker;
  }

  void whole(std::string title, std::string advice, std::string fix = {}, Kind kind = Kind::City) {
    blockers_.push_back({.record = {}, .kind = kind, .field = {}, .media = {}, .title = std::move(title), .advice = std::move(advice), .fix = std::move(fix), .leave_out = {}, .rule = {}, .hash = {}});
  }

  void check_whole() {
    const auto cities = std::ranges::count(question_.after.records, Kind::City, &ReleaseRecord::kind);
    if (question_.after.records.empty()) {
      whole("还没有三审通过的内容", "先录入、送审，三个人审过再来发布。");
    } else if (cities != 1) {
      whole(cities == 0 ? "“城市”还没有三审通过" : fmt::format("“城市”有 {} 条，只能有一条", cities),
            cities == 0 ? "屏上的城市名和各页标题都在那里；审完再发。" : "把多的移到回收站再发。", "去看城市");
    }
    check_outbox();
  }

  void check_outbox() {
    const fs::path folder = standing_folder(question_.outbox);
    if (::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) != 0) {
      whole(fmt::format("发布目录“{}”不能写", question_.outbox.string()), "请检查这个文件夹的权限，或换一个发布目录。");
      return;
    }
    std::error_code fault;
    const fs::space_info space = fs::space(folder, fault);
    const std::uintmax_t needed = bytes_to_write();
    if (fault || space.available >= needed) return;
    constexpr double kMegabyte = 1024 * 1024;
    whole(fmt::format("发布目录所在的磁盘不够：要 {:.1f} MB，只剩 {:.1f} MB", static_cast<double>(needed) / kMegabyte, static_cast<double>(space.available) / kMegabyte),
          fmt::format("清出空间再发（{}）。", question_.outbox.string()));
  }

  // The pictures that the outbox does not have yet, and the database about as large as its texts three times.
  std::uintmax_t bytes_to_write() const {
    std::uintmax_t bytes = 256U * 1024U;
    const content::Blobs there(question_.outbox / "blobs");
    for (const content::Media& media : question_.after.media) {
      for (const content::MediaFile& file : media.files) {
        std::error_code fault;
        if (there.has(file.sha256)) continue;
        const std::uintmax_t size = fs::file_size(question_.library.blobs().path(file.sha256), fault);
        bytes += fault ? 0 : size;
      }
    }
    for (const ReleaseRecord& record : question_.after.records) bytes += 3U * record.body.dump().size();
    return bytes;
  }

  const BlockerQuestion& question_;
  std::vector<Blocker> blockers_;
};

}  // namespace

std::vector<Blocker> find_blockers(const BlockerQuestion& question) { return BlockerSearch(question).find(); }

}  // namespace admin
