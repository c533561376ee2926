// The library as a list, and folders as the file browser shows them.
#include "admin/workspace/media_list.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <fstream>

#include "admin/workspace/file_list.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace admin;
using content::Kind;

namespace {

constexpr content::Day kToday{std::chrono::year(2026), std::chrono::month(7), std::chrono::day(30)};

content::StoredMedia picture(const std::string& source, const std::string& alt = "图") {
  content::StoredMedia stored;
  stored.source = source;
  std::string hash = std::to_string(std::hash<std::string>()(source));
  hash.resize(64, '0');
  stored.source_hash = hash;
  stored.media.alt = alt;
  for (const content::MediaSize size : {content::MediaSize::Thumb, content::MediaSize::Card, content::MediaSize::Full}) {
    const int side = size == content::MediaSize::Thumb ? 256 : size == content::MediaSize::Card ? 768 : 2160;
    stored.media.files.push_back({.size = size, .sha256 = hash, .width = side, .height = side / 2, .format = "jpeg"});
    stored.file_bytes.push_back(side);
  }
  return stored;
}

struct Library {
  Library() { office->add_person("梁秋", content::Role::Editor); }
  content::MediaId put(const std::string& source, const std::string& alt = "图") { return office->put_media(picture(source, alt), "梁秋"); }
  void use(Kind kind, const std::string& name, const std::string& key, const content::MediaId& id) {
    office->create(kind, {{"name", name}, {key, id.text}}, "梁秋");
  }
  void read() { list.read(*office, maker, kToday); }
  std::string found(const MediaFilter& filter) {
    std::string names;
    for (const std::size_t place : list.find(filter)) names += list.rows()[place].name + " ";
    return names;
  }
  std::unique_ptr<content::OfficeStore> office = content::OfficeStore::in_memory();
  KeyMaker maker;
  MediaList list;
};

content::MediaFacts given(int year, int month, int day) {
  return {.consent = content::Consent::Given,
          .consent_by = "本人",
          .consent_until = content::Day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day)))};
}

}  // namespace

TEST_CASE("the library says of each picture what it is for and whether it may be shown") {
  Library library;
  const content::MediaId face = library.put("何守诚.jpg");
  const content::MediaId shop = library.put("渡口面馆.jpg");
  const content::MediaId spare = library.put("备用.jpg", "");
  const content::MediaId paper = library.put("授权书.jpg");
  library.use(Kind::Figure, "何守诚", "portrait", face);
  library.use(Kind::Merchant, "渡口面馆", "picture", shop);
  library.read();
  CHECK(library.list.counts().all == 4);
  CHECK(library.list.counts().orphans == 2);
  CHECK(library.list.counts().consent_due == 1);
  CHECK(library.list.counts().without_alt == 1);
  CHECK(consent_words(*library.list.find(face)) == "缺授权");
  CHECK(consent_words(*library.list.find(shop)) == "未登记授权");

  content::MediaFacts facts = given(2026, 8, 8);
  facts.consent_paper = paper;
  library.office->set_media_facts(face, facts, "梁秋");
  library.read();
  CHECK(consent_words(*library.list.find(face)) == "9 天到期");
  CHECK(library.list.counts().orphans == 1);   // the paper serves
  CHECK(library.found({.only_orphans = true}) == "备用 ");
  CHECK(library.found({.only_consent_due = true}) == "何守诚 ");
  CHECK(library.found({.only_without_alt = true}) == "备用 ");
  CHECK(library.found({.topic = MediaTopic::Merchants}) == "渡口面馆 ");
  library.office->set_media_facts(face, given(2027, 2, 28), "梁秋");
  library.office->set_media_facts(shop, {.consent = content::Consent::NotNeeded}, "梁秋");
  library.read();
  CHECK(consent_words(*library.list.find(face)) == "授权 2027-02");
  CHECK(consent_words(*library.list.find(shop)) == "无需授权");
  library.office->set_media_facts(face, given(2026, 7, 29), "梁秋");
  library.office->trash_media(spare, "梁秋");
  library.read();
  CHECK(consent_words(*library.list.find(face)) == "授权已到期");
  CHECK(library.found({.trash = true}) == "备用 ");
}

TEST_CASE("a picture's older version is still the same picture") {
  Library library;
  const content::MediaId first = library.put("何守诚.jpg");
  library.use(Kind::Figure, "何守诚", "portrait", first);
  const content::MediaId second = library.office->describe_media(first, {.alt = "老人"}, "梁秋");
  library.read();
  REQUIRE(library.list.find(first) != nullptr);
  CHECK(library.list.find(first) == library.list.find(second));
  CHECK(library.list.find(first)->uses.size() == 1);
}

TEST_CASE("pictures are found by name, pinyin, initials and where they come from") {
  Library library;
  const content::MediaId face = library.put("a/何守诚.jpg");
  library.put("b/渡口面馆.jpg");
  content::MediaFacts facts;
  facts.credit = "市融媒体中心 李闻";
  library.office->set_media_facts(face, facts, "梁秋");
  library.read();
  for (const char* typed : {"何守", "heshou", "hsc", "李闻", "a/"}) CHECK(library.found({.typed = typed}) == "何守诚 ");
  CHECK(library.found({.typed = "dkmg"}) == "渡口面馆 ");
  CHECK(library.found({.typed = "没有"}) == "");
}

TEST_CASE("five thousand pictures are filtered in a moment") {
  Library library;
  {
    content::OfficeStore::Batch batch(*library.office);
    for (int i = 0; i < 5000; ++i) library.put("上传/街景 " + std::to_string(i) + ".jpg");
    batch.commit();
  }
  library.read();
  const auto began = std::chrono::steady_clock::now();
  CHECK(library.list.find({.typed = "jj 499"}).size() == 15);   // 499, 1499 … 4499, 4990–4999
  const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
  MESSAGE("one search among 5,000 pictures: ", ms, " ms");
#ifndef __SANITIZE_ADDRESS__
  CHECK(ms < 10);
#endif
}

TEST_CASE("a folder lists folders first, pictures as people count, nothing hidden, nothing odd") {
  const tests::TemporaryFolder folder;
  for (const char* name : {"10.jpg", "2.jpg", "B.png", "a.png", "notes.txt", ".hidden.jpg", "002.jpg"}) std::ofstream(folder.path() / name) << "x";
  fs::create_directory(folder.path() / "z folder");
  fs::create_directory(folder.path() / ".git");
  ::mkfifo((folder.path() / "pipe.jpg").c_str(), 0600);
  fs::create_symlink(folder.path() / "loop.jpg", folder.path() / "loop.jpg");
  fs::create_symlink(folder.path() / "gone", folder.path() / "broken.jpg");
  const auto names = [&](Listed listed, Hidden hidden = Hidden::Leave) {
    std::string joined;
    for (const FileEntry& entry : list_folder(folder.path(), listed, hidden).entries) joined += entry.name + "|";
    return joined;
  };
  CHECK(names(Listed::Pictures) == "z folder|002.jpg|2.jpg|10.jpg|a.png|B.png|");
  CHECK(names(Listed::Tables) == "z folder|notes.txt|");
  CHECK(names(Listed::Pictures, Hidden::Show).find(".hidden.jpg") != std::string::npos);
}

TEST_CASE("a folder that cannot be read is a sentence") {
  const tests::TemporaryFolder folder;
  CHECK(list_folder(folder.path() / "gone").fault.zh.find("不在了") != std::string::npos);
  std::ofstream(folder.path() / "file") << "x";
  CHECK(list_folder(folder.path() / "file").fault.zh.find("不是文件夹") != std::string::npos);
  fs::create_symlink(folder.path() / "round", folder.path() / "round");
  CHECK(list_folder(folder.path() / "round").fault.zh.find("绕回自己") != std::string::npos);
  CHECK(list_folder(folder.path()).fault.zh.empty());

  FolderReader reader;
  reader.ask(folder.path() / "gone", Listed::Pictures);
  reader.ask(folder.path(), Listed::Everything);
  std::optional<Folder> read;
  while (!read) read = reader.take();
  CHECK(read->entries.size() == 1);
  CHECK_FALSE(reader.pending());
}

TEST_CASE("places are the home's folders and what is plugged in") {
  const tests::TemporaryFolder folder;
  fs::create_directories(folder.path() / "图片");
  fs::create_directories(folder.path() / "Downloads");
  fs::create_directories(folder.path() / ".config");
  fs::create_directories(folder.path() / "我的下载");
  std::ofstream(folder.path() / ".config" / "user-dirs.dirs") << "# comment\nXDG_DOWNLOAD_DIR=\"$HOME/我的下载\"\n";
  std::string names;
  for (const Place& place : places(folder.path(), "proc /proc proc rw 0 0\n/dev/sdb1 /media/none\\040here vfat rw 0 0\n")) {
    names += place.name + "=" + place.path.filename().string() + "|";
  }
  CHECK(names.find("下载=我的下载|") != std::string::npos);
  CHECK(names.find("图片=图片|") != std::string::npos);
  CHECK(names.find("U 盘") == std::string::npos);
}
