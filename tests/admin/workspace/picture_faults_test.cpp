// Pictures come in while something is wrong with the disk: a sentence, the database whole, nothing half-made.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <thread>
#include <zlib.h>

#include "admin/workspace/file_thumbs.h"
#include "admin/workspace/picture_intake.h"
#include "content/sha256.h"
#include "tests/support/small_disk.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace admin;
using tests::TemporaryFolder;

namespace {

std::string number(std::uint32_t value) {
  return {static_cast<char>(value >> 24U), static_cast<char>(value >> 16U), static_cast<char>(value >> 8U), static_cast<char>(value)};
}

std::string chunk(const std::string& name, const std::string& data) {
  const std::string body = name + data;
  return number(static_cast<std::uint32_t>(data.size())) + body +
         number(static_cast<std::uint32_t>(::crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()))));
}

// Noise, which no format makes small.
void spill_noise(const fs::path& file, std::uint32_t side, unsigned seed) {
  std::minstd_rand random(seed);
  std::string rows;
  for (std::uint32_t y = 0; y < side; ++y) {
    rows += '\0';
    for (std::uint32_t x = 0; x < side; ++x) rows += static_cast<char>(random() >> 7U);
  }
  uLongf size = ::compressBound(rows.size());
  std::string packed(size, '\0');
  ::compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.data()), rows.size(), 1);
  packed.resize(size);
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << std::string("\x89PNG\r\n\x1A\n") + chunk("IHDR", number(side) + number(side) + std::string("\x08\0\0\0\0", 5)) +
                                               chunk("IDAT", packed) + chunk("IEND", "");
}

std::vector<IntakeItem> bring_in(const fs::path& db, content::OfficeStore& office, const std::vector<fs::path>& files) {
  PictureIntake intake({.office_db = db, .program = ADMIN_BINARY});
  intake.add(files);
  std::vector<IntakeItem> settled;
  while (intake.progress().busy) {
    for (IntakeItem& item : intake.settle(office, "梁秋")) settled.push_back(std::move(item));
    std::this_thread::yield();
  }
  return settled;
}

// What lies in the media folder is what its name says; nothing unfinished. Empty: so it is.
std::string fault_of_media(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::exists(folder, ignored)) return {};
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string name = entry.path().filename().string();
    if (name != content::sha256_file(entry.path())) return "half a file: " + name;
  }
  return {};
}

}  // namespace

TEST_CASE("a disk that fills while pictures come in: whoever did not fit is told of, the rest is whole, nothing half lies about") {
  const TemporaryFolder folder;
  const fs::path office = folder.path() / "office";
  const fs::path db = office / "office.db";
  fs::create_directories(office);
  std::vector<fs::path> files;
  for (unsigned i = 0; i < 8; ++i) files.push_back(folder.path() / "photos" / ("照片 " + std::to_string(i) + ".png")), spill_noise(files.back(), 700, i + 1);
  const std::string said = tests::in_child([&]() -> std::string {
    tests::shrink_disk(office, "2m", 300'000);
    auto store = content::OfficeStore::create(db);
    store->make_first_administrator("许安", "lvse-shan-7", content::PasswordCost::Least);
    store->add_person("梁秋", content::Role::Editor, "许安");
    int kept = 0;
    std::string refusal;
    for (const IntakeItem& item : bring_in(db, *store, files)) {
      if (item.state == IntakeState::Kept) ++kept;
      else refusal = item.reason.zh;
    }
    if (refusal.empty()) return "all " + std::to_string(kept) + " fitted";
    if (const std::string fault = fault_of_media(office / "media"); !fault.empty()) return fault;
    for (const content::RegisteredMedia& picture : store->media_register()) {
      for (const content::MediaFile& file : picture.media.files) {
        if (!content::MediaStore(db).blobs().has(file.sha256)) return "a registered picture has no file";
      }
    }
    store.reset();
    auto opened = content::OfficeStore::open(db);
    if (opened.store == nullptr) return "the database does not open";
    if (!opened.store->verify().empty()) return "the database: " + opened.store->verify().front().zh;
    if (static_cast<int>(opened.store->all_media().size()) != kept) return "not what was said to be kept";
    return "kept some: " + refusal;
  });
  CAPTURE(said);
  CHECK(said.starts_with("kept some: "));
  CHECK(said.find("空间") != std::string::npos);
}

TEST_CASE("a media folder that may not be written to refuses the picture with a sentence and stays as it was") {
  const TemporaryFolder folder;
  spill_noise(folder.path() / "a.png", 60, 1);
  fs::permissions(folder.path(), fs::perms::all);
  const std::string said = tests::in_child([&]() -> std::string {
    constexpr uid_t kNobody = 65534;   // the administrator of the machine may write everywhere
    if (::geteuid() == 0 && ::setresuid(kNobody, kNobody, kNobody) != 0) return "cannot be tried";
    if (::access(ADMIN_BINARY, X_OK) != 0) return "Refused 权限 (the program is not everybody's here)";
    const fs::path db = folder.path() / "office.db";
    auto store = content::OfficeStore::create(db);
    store->make_first_administrator("许安", "lvse-shan-7", content::PasswordCost::Least);
    store->add_person("梁秋", content::Role::Editor, "许安");
    fs::create_directories(folder.path() / "media");
    ::chmod((folder.path() / "media").c_str(), 0500);
    const auto settled = bring_in(db, *store, {folder.path() / "a.png"});
    const bool empty = fs::is_empty(folder.path() / "media");
    ::chmod((folder.path() / "media").c_str(), 0700);
    if (settled.size() != 1 || settled.front().state != IntakeState::Refused || !store->all_media().empty()) return "it came in";
    return (empty ? "Refused " : "left something ") + settled.front().reason.zh;
  });
  CAPTURE(said);
  CHECK(said.starts_with("Refused "));
  CHECK(said.find("权限") != std::string::npos);
}

TEST_CASE("something else stands where the media folder should be: refused with a sentence") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "office.db";
  auto store = content::OfficeStore::create(db);
  store->add_person("梁秋", content::Role::Editor);
  std::ofstream(folder.path() / "media") << "not a folder";
  spill_noise(folder.path() / "a.png", 60, 1);
  const auto settled = bring_in(db, *store, {folder.path() / "a.png"});
  REQUIRE(settled.size() == 1);
  CHECK(settled.front().state == IntakeState::Refused);
  CHECK(settled.front().reason.zh.find("media") != std::string::npos);
  CHECK(store->all_media().empty());
}

TEST_CASE("the same picture twice in one lot is one picture, whichever worker is first") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "office.db";
  auto store = content::OfficeStore::create(db);
  store->add_person("梁秋", content::Role::Editor);
  std::vector<fs::path> files;
  for (int i = 0; i < 6; ++i) files.push_back(folder.path() / ("a" + std::to_string(i) + ".png")), spill_noise(files.back(), 300, 7);
  int kept = 0, known = 0;
  for (const IntakeItem& item : bring_in(db, *store, files)) kept += item.state == IntakeState::Kept, known += item.state == IntakeState::Known;
  CHECK(kept == 1);
  CHECK(known == 5);
  CHECK(fault_of_media(folder.path() / "media").empty());
}

// --- small pictures for the file browser --------------------------------------------------------------------------------

namespace {

const FileEntry& entry_named(const Folder& folder, std::string_view name) {
  return *std::ranges::find_if(folder.entries, [&](const FileEntry& entry) { return entry.name == name; });
}

// Rounds until what is asked for has come or cannot come.
const FileThumb* thumb_of(FileThumbs& thumbs, const FileEntry& entry) {
  for (;;) {
    thumbs.begin_round();
    if (const FileThumb* thumb = thumbs.of(entry)) return thumb;
    if (!thumbs.pending()) return thumbs.of(entry);   // it may have come between the two questions
    std::this_thread::yield();
  }
}

}  // namespace

TEST_CASE("a file's small picture is made in memory, and made anew when the file has changed") {
  const TemporaryFolder folder;
  spill_noise(folder.path() / "街景 一.png", 600, 1);
  std::ofstream(folder.path() / "坏.jpg") << "各位领导";
  FileThumbs thumbs({.program = ADMIN_BINARY});
  Folder listed = list_folder(folder.path());
  const FileThumb* thumb = thumb_of(thumbs, entry_named(listed, "街景 一.png"));
  REQUIRE(thumb != nullptr);
  CHECK(thumb->width == 256);
  CHECK(thumb->height == 256);
  CHECK(fs::file_size(thumb->file) > 500);
  const std::string key = thumb->key;
  CHECK(thumb_of(thumbs, entry_named(listed, "坏.jpg")) == nullptr);
  CHECK(thumb_of(thumbs, entry_named(listed, "街景 一.png"))->key == key);
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 2);   // nothing was written there
  spill_noise(folder.path() / "街景 一.png", 500, 2);
  fs::last_write_time(folder.path() / "街景 一.png", fs::file_time_type::clock::now() + std::chrono::seconds(5));
  listed = list_folder(folder.path());
  CHECK(thumb_of(thumbs, entry_named(listed, "街景 一.png"))->key != key);
}

TEST_CASE("two dialogs never give two pictures one key") {
  const TemporaryFolder first;
  const TemporaryFolder second;
  spill_noise(first.path() / "甲.png", 300, 1);
  spill_noise(second.path() / "乙.png", 300, 2);
  const auto key_of_only = [](const fs::path& folder) {
    FileThumbs thumbs({.program = ADMIN_BINARY});
    const FileThumb* thumb = thumb_of(thumbs, list_folder(folder).entries.at(0));
    REQUIRE(thumb != nullptr);
    return thumb->key;
  };
  const std::string key = key_of_only(first.path());
  CHECK(key_of_only(second.path()) != key);
  CHECK(key_of_only(first.path()) == key);
}

TEST_CASE("of many small pictures those seen last are kept") {
  const TemporaryFolder folder;
  for (unsigned i = 0; i < 12; ++i) spill_noise(folder.path() / (std::to_string(i) + ".png"), 40, i + 1);
  FileThumbs thumbs({.program = ADMIN_BINARY, .most = 5});
  const Folder listed = list_folder(folder.path());
  for (const FileEntry& entry : listed.entries) REQUIRE(thumb_of(thumbs, entry) != nullptr);
  for (int i = 0; i < 5; ++i) thumbs.begin_round();
  CHECK(thumbs.kept() <= 5);
  thumbs.begin_round();
  CHECK(thumbs.of(listed.entries.back()) != nullptr);
}

TEST_CASE("names are listed as people sort and read them, whatever bytes they are") {
  const TemporaryFolder folder;
  for (const char* name : {"10 渡口.jpg", "2 渡口.jpg", "张三.jpg", "陈向江.jpg", "周念慈.jpg", "line\nbreak.jpg"}) std::ofstream(folder.path() / name) << "x";
  std::ofstream(folder.path() / "\xC1\xB7\xC7\xEF.jpg") << "GBK from an old stick";
  std::string joined;
  Folder listed = list_folder(folder.path());
  for (const FileEntry& entry : listed.entries) {
    joined += entry.name + "|";
    CHECK(fs::exists(entry.path));   // the path keeps its bytes
    CHECK(entry.name.find('\n') == std::string::npos);
  }
  CHECK(listed.entries.size() == 7);
  CHECK(joined.find("2 渡口.jpg|10 渡口.jpg|") != std::string::npos);
  CHECK(joined.find("陈向江.jpg|张三.jpg|周念慈.jpg|") != std::string::npos);

  for (std::size_t i = 0; i < listed.entries.size(); ++i) listed.entries[i].changed_ms = static_cast<std::int64_t>((i * 5) % 7);
  sort_entries(listed.entries, FileSort::Changed, true);
  CHECK(std::ranges::is_sorted(listed.entries, std::ranges::greater{}, &FileEntry::changed_ms));
  sort_entries(listed.entries, FileSort::Name, true);
  CHECK(std::ranges::is_sorted(listed.entries, std::ranges::greater{}, &FileEntry::place));
}
