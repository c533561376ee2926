#include <algorithm>
#include <string>

#include "content/fail.h"
#include "content/release.h"
#include "content/release_db.h"
#include "content/release_manifest.h"
#include "content/sha256.h"

namespace content {
namespace {

namespace fs = std::filesystem;

class Verifier {
 public:
  Verifier(const fs::path& outbox, std::int64_t sequence)
      : outbox_(outbox), blobs_(outbox / "blobs"), release_("releases/" + sequence_name(sequence)) {}

  std::vector<ReleaseFault> verify() {
    if (!read()) return std::move(faults_);
    for (const std::string& sha256 : manifest_.blobs) check_blob(sha256);
    if (!is_faulty(manifest_.content_db)) check_database();
    return std::move(faults_);
  }

 private:
  void report(FaultKind kind, const std::string& path, const Text& sentence) {
    faults_.push_back({kind, path, sentence.in(program_language())});
  }

  bool read() {
    const std::string path = release_ + "/manifest.txt";
    try {
      manifest_ = read_manifest(outbox_ / release_);
    } catch (const Error& error) {
      faults_.push_back({FaultKind::BadManifest, path, error.what()});
      return false;
    }
    if (manifest_.needs <= kContentVersion) return true;
    const std::string version = std::to_string(manifest_.needs);
    report(FaultKind::NeedsNewerProgram, path,
           {"该发布需要能读第 " + version + " 版内容的程序。请更新程序。",
            "The release needs a program that reads version " + version + " of the content. Update the program."});
    return false;
  }

  static std::string blob_path(const std::string& sha256) { return "blobs/" + blob_name(sha256).generic_string(); }

  void check_blob(const std::string& sha256) {
    const std::string path = blob_path(sha256);
    if (!blobs_.has(sha256)) {
      report(FaultKind::Missing, path, {path + " 缺失。请重新复制该发布。", path + " is missing. Copy the release again."});
      return;
    }
    try {
      if (sha256_file(blobs_.path(sha256)) == sha256) return;
      report(FaultKind::WrongHash, path,
             {path + " 已损坏：内容与其校验值不符。请删除后重新复制。",
              path + " is damaged: its bytes do not have the hash that names it. Delete it and copy it again."});
    } catch (const Error& error) {
      faults_.push_back({FaultKind::Unreadable, path, error.what()});
    }
  }

  bool is_faulty(const std::string& sha256) const {
    return std::ranges::any_of(faults_, [&](const ReleaseFault& fault) { return fault.path == blob_path(sha256); });
  }

  // The database opens, and every picture that it names is among the files of the release.
  void check_database() {
    const std::string path = blob_path(manifest_.content_db);
    try {
      SQLite::Database db = open_release_db(blobs_.path(manifest_.content_db));
      SQLite::Statement query(db, "SELECT DISTINCT sha256 FROM media_file ORDER BY sha256");
      while (query.executeStep()) {
        const std::string sha256 = query.getColumn(0).getString();
        if (std::ranges::binary_search(manifest_.blobs, sha256)) continue;
        report(FaultKind::Unlisted, path,
               {"数据库用到的文件 " + sha256 + " 不在发布清单中。请重新发布。",
                "The database uses the file " + sha256 + ", which the manifest does not list. Publish again."});
      }
    } catch (const std::exception& error) {
      faults_.push_back({FaultKind::BadDatabase, path, error.what()});
    }
  }

  const fs::path& outbox_;
  Blobs blobs_;
  std::string release_;
  Manifest manifest_;
  std::vector<ReleaseFault> faults_;
};

}  // namespace

std::vector<ReleaseFault> verify_release(const fs::path& outbox, std::int64_t sequence) {
  return Verifier(outbox, sequence).verify();
}

}  // namespace content
