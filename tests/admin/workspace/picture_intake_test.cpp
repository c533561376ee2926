// Files from anywhere into the library, among them the worst.
#include "admin/workspace/picture_intake.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <random>
#include <zlib.h>

#include "admin/workspace/pasted_paths.h"
#include "content/media_store.h"
#include "content/sha256.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace admin;
using tests::TemporaryFolder;

namespace {

void spill(const fs::path& file, const std::string& bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string number(std::uint32_t value) {
  return {static_cast<char>(value >> 24U), static_cast<char>(value >> 16U), static_cast<char>(value >> 8U), static_cast<char>(value)};
}

std::string chunk(const std::string& name, const std::string& data) {
  const std::string body = name + data;
  return number(static_cast<std::uint32_t>(data.size())) + body +
         number(static_cast<std::uint32_t>(::crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()))));
}

std::string deflated(const std::string& data) {
  uLongf size = ::compressBound(data.size());
  std::string packed(size, '\0');
  ::compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(data.data()), data.size(), 9);
  packed.resize(size);
  return packed;
}

// Grey, with a slope that `shade` moves, so that files differ.
std::string png(std::uint32_t width, std::uint32_t height, int shade = 0) {
  std::string rows;
  for (std::uint32_t y = 0; y < height; ++y) {
    rows += '\0';
    for (std::uint32_t x = 0; x < width; ++x) rows += static_cast<char>((x * 3 + y * 5 + static_cast<unsigned>(shade)) & 0xFFU);
  }
  return std::string("\x89PNG\r\n\x1A\n") + chunk("IHDR", number(width) + number(height) + std::string("\x08\0\0\0\0", 5)) +
         chunk("IDAT", deflated(rows)) + chunk("IEND", "");
}

// Declares a size and holds a picture of zeros, packed a thousandfold.
std::string png_bomb(std::uint32_t side, std::size_t packed_zeros) {
  return std::string("\x89PNG\r\n\x1A\n") + chunk("IHDR", number(side) + number(side) + std::string("\x08\x06\0\0\0", 5)) +
         chunk("IDAT", deflated(std::string(packed_zeros, '\0'))) + chunk("IEND", "");
}

struct Desk {
  explicit Desk(PictureIntake::Options options = {}) : intake(with_place(std::move(options), folder.path())) {
    office->add_person("梁秋", content::Role::Editor);
  }
  static PictureIntake::Options with_place(PictureIntake::Options options, const fs::path& place) {
    options.office_db = place / "office.db";
    options.program = ADMIN_BINARY;
    return options;
  }
  // Until everything is finished; the pictures come one by one, nothing sleeps but the thread that asks.
  std::vector<IntakeItem> all_settled() {
    std::vector<IntakeItem> settled;
    while (intake.progress().busy) {
      for (IntakeItem& item : intake.settle(*office, "梁秋")) settled.push_back(std::move(item));
      std::this_thread::yield();
    }
    return settled;
  }
  IntakeItem only(const fs::path& file) {
    intake.add(std::vector{file});
    const std::vector<IntakeItem> settled = all_settled();
    REQUIRE(settled.size() == 1);
    return settled.front();
  }

  TemporaryFolder folder;
  std::unique_ptr<content::OfficeStore> office = content::OfficeStore::in_memory();
  PictureIntake intake;
};

}  // namespace

TEST_CASE("a picture that is dropped stands in the library, re-encoded, by its file's name") {
  Desk desk;
  const fs::path file = desk.folder.path() / "何守诚 家门口.png";
  spill(file, png(300, 200));
  const IntakeItem item = desk.only(file);
  CAPTURE(item.reason.zh);
  REQUIRE(item.state == IntakeState::Kept);
  const auto stored = desk.office->media(item.media);
  REQUIRE(stored);
  CHECK(stored->source == "上传/何守诚 家门口.png");
  CHECK(stored->media.files.back().width == 300);
  const content::MediaStore library(desk.folder.path() / "office.db");
  for (const content::MediaFile& kept : stored->media.files) CHECK(library.blobs().has(kept.sha256));
  CHECK(desk.only(file).state == IntakeState::Known);
}

TEST_CASE("a consent goes by the bytes that came in: a file that is replaced while it is read keeps its own, one that is written to is refused") {
  for (const bool in_place : {false, true}) {
    CAPTURE(in_place);
    TemporaryFolder other;
    const fs::path program = other / "reader";
    const fs::path file = other / "照片.png";
    const std::string old_bytes = png(300, 200);
    spill(file, old_bytes);
    spill(other / "new.png", png(300, 200, 90));
    // Reads like the program, after somebody else was at the file.
    const std::string deed = in_place ? "printf x >> '" + file.string() + "'" : "mv '" + (other / "new.png").string() + "' '" + file.string() + "'";
    spill(program, "#!/bin/sh\n" + deed + "\nexec '" ADMIN_BINARY "' \"$@\"\n");
    fs::permissions(program, fs::perms::owner_all);
    TemporaryFolder place;
    auto office = content::OfficeStore::in_memory();
    office->add_person("梁秋", content::Role::Editor);
    PictureIntake intake({.office_db = place / "office.db", .program = program});
    intake.add(std::vector{file});
    std::vector<IntakeItem> settled;
    while (intake.progress().busy) {
      for (IntakeItem& item : intake.settle(*office, "梁秋")) settled.push_back(std::move(item));
      std::this_thread::yield();
    }
    REQUIRE(settled.size() == 1);
    CAPTURE(settled.front().reason.zh);
    CHECK(settled.front().state == (in_place ? IntakeState::Refused : IntakeState::Kept));
    if (in_place) CHECK(settled.front().reason.zh.find("正在被别的程序改写") != std::string::npos);
    else CHECK(office->media(settled.front().media)->source_hash == content::sha256_hex(old_bytes));
  }
}

TEST_CASE("two phones' IMG_0001 stay two pictures") {
  Desk desk;
  for (const int phone : {1, 2}) {
    spill(desk.folder.path() / std::to_string(phone) / "IMG_0001.png", png(40, 30, phone * 40));
    CHECK(desk.only(desk.folder.path() / std::to_string(phone) / "IMG_0001.png").state == IntakeState::Kept);
  }
  CHECK(desk.office->find_media("上传/IMG_0001.png"));
  CHECK(desk.office->find_media("上传/IMG_0001 (2).png"));
}

TEST_CASE("a chosen file takes another picture's place") {
  Desk desk;
  spill(desk.folder.path() / "a.png", png(40, 30));
  spill(desk.folder.path() / "b.png", png(50, 30));
  const content::MediaId first = desk.only(desk.folder.path() / "a.png").media;
  const content::Record figure = desk.office->create(content::Kind::Figure, {{"name", "甲"}, {"portrait", first.text}}, "梁秋");
  desk.intake.add(std::vector{desk.folder.path() / "b.png"}, content::PictureUse::Ordinary, first);
  const auto settled = desk.all_settled();
  REQUIRE(settled.size() == 1);
  CHECK(settled.front().state == IntakeState::Kept);
  CHECK(desk.office->get(figure.id)->body.at("portrait") == settled.front().media.text);
  CHECK(desk.office->all_media().size() == 1);
}

TEST_CASE("a folder brings its pictures, not its other files, and a link that leads back does not go round") {
  Desk desk;
  const fs::path shots = desk.folder.path() / "shots";
  for (int i = 0; i < 6; ++i) spill(shots / "day" / (std::to_string(i) + ".png"), png(20, 20, i * 9));
  spill(shots / "notes.txt", "text");
  spill(shots / ".thumbs" / "x.png", png(20, 20, 200));
  fs::create_directory_symlink(shots, shots / "day" / "again");
  desk.intake.add(std::vector{shots});
  const auto settled = desk.all_settled();
  CHECK(settled.size() == 6);
  CHECK(desk.office->all_media().size() == 6);
  const IntakeProgress progress = desk.intake.progress();
  CHECK(progress.total == 6);
  CHECK(progress.finished == 6);
  desk.intake.forget_finished();
  CHECK(desk.intake.items().empty());
}

TEST_CASE("what is damaged, hostile or no file is refused with a sentence, and the rest goes on") {
  Desk desk;
  const fs::path folder = desk.folder.path() / "in";
  fs::create_directories(folder);
  const std::string good = png(300, 200);
  std::string wrong_crc = good;
  wrong_crc[good.size() / 2] = static_cast<char>(wrong_crc[good.size() / 2] ^ 4);
  spill(folder / "cut.png", good.substr(0, good.size() * 2 / 3));
  spill(folder / "crc.png", wrong_crc);
  spill(folder / "empty.jpg", "");
  spill(folder / "text.jpg", "各位领导，照片见附件。");
  spill(folder / "packed.png", "PK\x03\x04" + std::string(4000, '\0'));
  spill(folder / "wide.png", png_bomb(60'000, 4'000'000));
  spill(folder / "deep.png", png_bomb(9'000, 9'000'000));
  spill(folder / "loop.svg", R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><use id="a" href="#b"/><use id="b" href="#a"/></svg>)");
  std::string laughs = R"(<!DOCTYPE svg [<!ENTITY a "ha">)";
  laughs += R"(<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>)";
  spill(folder / "laughs.svg", laughs);
  REQUIRE(::mkfifo((folder / "pipe.png").c_str(), 0600) == 0);
  fs::create_symlink(folder / "one.png", folder / "two.png");
  fs::create_symlink(folder / "two.png", folder / "one.png");
  spill(folder / "huge.jpg", "\xFF\xD8\xFF");
  fs::resize_file(folder / "huge.jpg", 5'000'000'000);
  std::vector<fs::path> files;
  for (const char* name : {"cut.png", "crc.png", "empty.jpg", "text.jpg", "packed.png", "wide.png", "deep.png", "laughs.svg", "pipe.png",
                           "one.png", "huge.jpg", "not there.png"}) {
    files.push_back(folder / name);
  }
  files.emplace_back("relative.png");
  files.emplace_back("/dev/zero");
  desk.intake.add(files);
  spill(folder / "good.png", good);
  desk.intake.add(std::vector{folder / "good.png"});
  const auto began = std::chrono::steady_clock::now();
  const auto settled = desk.all_settled();
  CHECK(settled.size() == files.size() + 1);
  for (const IntakeItem& item : settled) {
    CAPTURE(item.path.string());
    CAPTURE(item.reason.zh);
    CHECK((item.state == IntakeState::Kept) == (item.path.filename() == "good.png"));
    if (item.state == IntakeState::Kept) continue;
    CHECK(item.state == IntakeState::Refused);
    CHECK(item.reason.zh.find(item.path.filename().string()) != std::string::npos);
    CHECK(item.reason.zh.find("。") != std::string::npos);
  }
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(30));
  CHECK(desk.office->all_media().size() == 1);
}

TEST_CASE("no flipped bit of a PNG gets a grey picture into the library") {
  Desk desk({.limits = {.time = std::chrono::seconds(20)}});
  const std::string good = png(60, 40);
  std::mt19937 random(7);
  const int flips = std::getenv("SHUANGYONG_LONG") != nullptr ? 400 : 12;
  std::vector<fs::path> files;
  for (int i = 0; i < flips; ++i) {
    std::string bad = good;
    // Behind the signature and before the last chunk, whose bytes no picture depends on.
    const std::size_t bit = 64 + random() % ((good.size() - 8 - 12) * 8);
    bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
    files.push_back(desk.folder.path() / (std::to_string(i) + " bit " + std::to_string(bit) + ".png"));
    spill(files.back(), bad);
  }
  desk.intake.add(files);
  for (const IntakeItem& item : desk.all_settled()) {
    CAPTURE(item.path.string());
    CHECK(item.state == IntakeState::Refused);
  }
}

TEST_CASE("giving up ends at once, whatever the decoder is doing") {
  Desk desk;
  std::vector<fs::path> files;
  for (int i = 0; i < 40; ++i) {
    files.push_back(desk.folder.path() / (std::to_string(i) + ".png"));
    spill(files.back(), png(1500, 1500, i));
  }
  desk.intake.add(files);
  desk.intake.cancel(1);
  desk.intake.cancel_all();
  const auto settled = desk.all_settled();
  CHECK(settled.size() == 40);
  for (const IntakeItem& item : settled) CHECK(item.state != IntakeState::Refused);
}

TEST_CASE("a decoder that cannot be started is a sentence") {
  const TemporaryFolder folder;
  auto office = content::OfficeStore::in_memory();
  office->add_person("梁秋", content::Role::Editor);
  PictureIntake intake({.office_db = folder.path() / "office.db", .program = "/nowhere/admin"});
  spill(folder.path() / "a.png", png(20, 20));
  intake.add(std::vector{folder.path() / "a.png"});
  std::vector<IntakeItem> settled;
  while (settled.empty()) settled = intake.settle(*office, "梁秋");
  CHECK(settled.front().state == IntakeState::Refused);
  CHECK_FALSE(settled.front().reason.zh.empty());
}

TEST_CASE("what people paste are paths") {
  const fs::path home = "/home/li";
  const auto read = [&](std::string_view text) {
    std::string joined;
    for (const fs::path& path : pasted_paths(text, home)) joined += path.string() + "|";
    return joined;
  };
  CHECK(read("/a/b.jpg") == "/a/b.jpg|");
  CHECK(read("  /a/b c.jpg \r\n/d.png\n\n/d.png") == "/a/b c.jpg|/d.png|");
  CHECK(read("file:///tmp/%E5%9B%BE%20%E7%89%87.jpg") == "/tmp/图 片.jpg|");
  CHECK(read("file://desk/tmp/a.jpg") == "/tmp/a.jpg|");
  CHECK(read("'/a b.jpg' \"/c d.jpg\" /e.jpg") == "/a b.jpg|/c d.jpg|/e.jpg|");
  CHECK(read("x-special/nautilus-clipboard\ncopy\nfile:///a.jpg\nfile:///b.jpg\n") == "/a.jpg|/b.jpg|");
  CHECK(read("~/图片/a.jpg") == "/home/li/图片/a.jpg|");
  CHECK(read("# comment\n/a/../b.jpg") == "/b.jpg|");
  CHECK(read("file:///50%.jpg") == "/50%.jpg|");
  CHECK(read("") == "");
  CHECK(read("'") == "");
}
