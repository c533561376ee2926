#include "release_test_data.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>

#include "content/release_manifest.h"
#include "content/sha256.h"
#include "tests/support/temporary_folder.h"

namespace tests {
namespace {

namespace fs = std::filesystem;
using content::Kind;
using nlohmann::json;

std::string uuid(int group, int number) {
  char text[40];
  std::snprintf(text, sizeof text, "0190%04x-0000-7000-8000-%012x", static_cast<unsigned>(group), static_cast<unsigned>(number));
  return text;
}

std::string picture_bytes(int picture, int size, int edition) {
  std::string bytes = "picture " + std::to_string(picture) + " size " + std::to_string(size) + " edition " + std::to_string(edition) + "\n";
  return bytes.append(static_cast<std::size_t>(200 * (size + 1)), 'x');
}

constexpr int kPictures = 4;

// The last picture changes with each edition, the others stay.
int picture_edition(int picture, int edition) { return picture == kPictures - 1 ? edition : 0; }

content::Media picture(int number, int edition) {
  content::Media media{content::MediaId{uuid(9, number)}, "图 " + std::to_string(number), 0.5F, 0.5F, {}};
  for (int size = 0; size < 3; ++size) {
    const std::string bytes = picture_bytes(number, size, picture_edition(number, edition));
    media.files.push_back({static_cast<content::MediaSize>(size), content::sha256_hex(bytes), 256 << size, 256 << size, "jpeg"});
  }
  return media;
}

content::ReleaseRecord record(Kind kind, int number, json body) {
  return {content::RecordId{uuid(static_cast<int>(kind), number)}, kind, 1, std::move(body)};
}

json merchant_body(int number, int edition) {
  return {{"name", "江滩小店 " + std::to_string(number)},
          {"category", "餐饮"},
          {"street", uuid(static_cast<int>(Kind::Street), 1)},
          {"address", "江滩双拥街 " + std::to_string(number) + " 号"},
          {"phone", "5550 0100"},
          {"offers", json::array({{{"kind", "pay_ratio"}, {"pay_percent", 80}, {"title", "全单八折"}, {"who", {"serving"}},
                                   {"proofs", {"service_card"}}, {"cards", "any_province"},
                                   {"conditions", "第 " + std::to_string(edition) + " 版"}}})},
          {"pledge", {{"number", "承 " + std::to_string(number)}, {"signed_on", "2026-07-30"}}},
          {"picture", uuid(9, number % kPictures)}};
}

}  // namespace

content::ReleaseContent sample_content(int merchants, int edition) {
  content::ReleaseContent content;
  content.records.push_back(record(Kind::City, 1, {{"name", "江城市"}, {"welcome", "第 " + std::to_string(edition) + " 版"}}));
  content.records.push_back(record(Kind::Street, 1, {{"name", "江滩双拥街"}, {"shops", 60}, {"target_percent", 80}, {"diagram", uuid(9, 0)}}));
  content.records.push_back(record(Kind::Figure, 1, {{"name", "单雄"}, {"category", "veteran"}, {"year", 2024}, {"portrait", uuid(9, 3)}}));
  content.records.push_back(record(Kind::Figure, 2, {{"name", "白丽"}, {"category", "wife"}, {"year", 2025}}));
  content.records.push_back(record(Kind::Figure, 3, {{"name", "曾勇"}, {"category", "soldier"}, {"year", 2025}}));
  content.records.push_back(record(Kind::Article, 1, {{"title", "走访记"}, {"category", "activity"}, {"published", "2026-07-01"}, {"body", "正文。"}}));
  content.records.push_back(record(Kind::Article, 2, {{"title", "八一慰问"}, {"category", "activity"}, {"published", "2026-07-30"}, {"body", "正文。"}}));
  for (int number = 1; number <= merchants; ++number) {
    content.records.push_back(record(Kind::Merchant, number, merchant_body(number, edition)));
  }
  for (int number = 0; number < kPictures; ++number) content.media.push_back(picture(number, edition));
  return content;
}

content::Blobs sample_pictures(const fs::path& folder) {
  const content::Blobs blobs(folder);
  for (int number = 0; number < kPictures; ++number) {
    for (int edition = 0; edition < 10; ++edition) {
      if (picture_edition(number, edition) != edition) continue;
      for (int size = 0; size < 3; ++size) {
        const std::string bytes = picture_bytes(number, size, edition);
        blobs.put(std::as_bytes(std::span(bytes.data(), bytes.size())));
      }
    }
  }
  return blobs;
}

void copy_outbox(const fs::path& outbox, std::int64_t last) {
  static constexpr std::int64_t kEditions = 3;
  static const TemporaryFolder built;
  if (content::list_releases(built.path()).empty()) {
    const content::Blobs pictures = sample_pictures(built.path() / "pictures");
    for (int edition = 1; edition <= kEditions; ++edition) {
      content::build_release(sample_content(12, edition), pictures, 0, built.path(), {.made = "2026-07-30T02:26:00Z"});
    }
  }
  for (std::int64_t sequence = 1; sequence <= last; ++sequence) copy_release(built.path(), outbox, sequence);
}

std::vector<fs::path> release_files(const fs::path& outbox, std::int64_t sequence) {
  const fs::path folder = fs::path("releases") / content::sequence_name(sequence);
  std::vector<fs::path> files{folder / "manifest.txt"};
  for (const std::string& blob : content::read_manifest(outbox / folder).blobs) files.push_back("blobs" / content::blob_name(blob));
  return files;
}

void copy_release(const fs::path& from, const fs::path& to, std::int64_t sequence) {
  for (const fs::path& file : release_files(from, sequence)) {
    fs::create_directories((to / file).parent_path());
    fs::copy_file(from / file, to / file, fs::copy_options::skip_existing);
  }
}

std::string slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void spill(const fs::path& file, std::string_view bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

void flip_bit(const fs::path& file, std::size_t bit) {
  std::string bytes = slurp(file);
  bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
  spill(file, bytes);
}

}  // namespace tests
