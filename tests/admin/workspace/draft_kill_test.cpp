// A window that is killed while somebody types and saves.
#include <doctest/doctest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>

#include "admin/workspace/drafts.h"
#include "tests/admin/workspace/office_of_many.h"

using content::Kind;
using content::OfficeStore;

namespace {

namespace fs = std::filesystem;

// What the child tells after it happened: a keystroke that made the text so long at that moment, or a save with it.
struct Told {
  char what = 'k';
  std::int64_t at = 0;
  std::int64_t length = 0;
};

constexpr std::int64_t kBetweenKeysMs = 40;

// Types one letter after the other as fast as it can; its clock is a typist's. Never returns.
[[noreturn]] void type_until_killed(const fs::path& db, int pipe, unsigned seed, std::int64_t clock) {
  std::mt19937 random(seed);
  admin::Workspace office({.db = db, .now_ms = [&clock] { return clock; }}, OfficeStore::open(db).store);
  office.sign_in(*office.store().find_person("梁秋"));
  admin::Records records(office);
  admin::UndoStack stack(office);
  admin::Deeds deeds(office, records, stack);
  admin::Drafts drafts(office, records, deeds);
  const content::RecordId id = records.of(Kind::Film).front()->id;
  const auto tell = [&](char what, std::size_t length) {
    const Told told{.what = what, .at = clock, .length = static_cast<std::int64_t>(length)};
    if (write(pipe, &told, sizeof told) != sizeof told) _exit(1);
  };
  for (;;) {
    admin::Draft& draft = drafts.open(id);
    std::string words = draft.value("summary").get<std::string>();
    words.push_back('a');
    draft.set("summary", words, clock);
    tell('k', words.size());
    clock += kBetweenKeysMs;
    drafts.tick();
    if (random() % 60 != 0) continue;
    drafts.save(id);
    tell('s', words.size());
  }
}

// A database that was killed so often is looked at whole after each time, so it must not grow for ever.
constexpr int kKillsOfOne = 25;

fs::path fresh_office(const fs::path& folder, int round) {
  fs::path db = folder / (std::to_string(round) + ".db");
  const auto store = OfficeStore::create(db);
  store->add_person("梁秋", content::Role::Editor);
  store->create(Kind::Film, {{"title", "长片"}, {"summary", "a"}}, "梁秋");
  return db;
}

struct Found {
  std::int64_t saved = 0;
  std::int64_t kept = 0;  // in the draft or saved
};

Found look(const fs::path& db) {
  const OfficeStore::Opened opened = OfficeStore::open(db);
  REQUIRE_MESSAGE(opened.outcome == content::Opening::Ready, opened.sentence.zh);
  CHECK(opened.store->verify().empty());
  const auto length = [](const nlohmann::json& body) { return static_cast<std::int64_t>(body.value("summary", "").size()); };
  Found found{.saved = length(opened.store->list(Kind::Film).front().body), .kept = 0};
  found.kept = found.saved;
  for (const content::StoredDraft& draft : opened.store->drafts()) found.kept = std::max(found.kept, length(draft.body));
  return found;
}

}  // namespace

TEST_CASE("a window killed at any moment loses nothing it acknowledged and at most the last second of typing") {
  const fs::path folder = fs::temp_directory_path() / ("draft_kill_" + std::to_string(getpid()));
  fs::create_directories(folder);
  fs::path db;
  const int kills = std::getenv("SHUANGYONG_LONG") != nullptr ? 1000 : 25;
  std::mt19937 random(kills);
  int keys = 0;
  int saves = 0;
  for (int round = 0; round < kills; ++round) {
    if (round % kKillsOfOne == 0) db = fresh_office(folder, round);
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const std::int64_t begin = tests::kNow + round * 3'600'000LL;
    const pid_t child = fork();
    if (child == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);   // a test that is broken off leaves no clerk typing for ever
      ::close(pipe[0]);
      type_until_killed(db, pipe[1], static_cast<unsigned>(round), begin);
    }
    ::close(pipe[1]);
    // Killed after a random number of words from it and a random moment more.
    const int reads = 1 + static_cast<int>(random() % 150);
    const auto microseconds = static_cast<useconds_t>(random() % 3000);
    Told last{};
    Told last_save{};
    std::vector<Told> typed;
    const auto take = [&] {
      Told told;
      if (::read(pipe[0], &told, sizeof told) != static_cast<ssize_t>(sizeof told)) return false;
      last = told;
      if (told.what == 's') last_save = told;
      if (told.what == 'k') typed.push_back(told);
      saves += told.what == 's' ? 1 : 0;
      return true;
    };
    for (int i = 0; i < reads; ++i) REQUIRE(take());
    usleep(microseconds);
    kill(child, SIGKILL);
    while (take()) {
    }
    ::close(pipe[0]);
    waitpid(child, nullptr, 0);
    keys += static_cast<int>(typed.size());

    const Found found = look(db);
    CHECK(found.saved >= last_save.length);
    for (const Told& told : typed) {
      if (told.at <= last.at - 1000) REQUIRE(found.kept >= told.length);
    }
  }
  MESSAGE(kills << " kills, " << keys << " keystrokes, " << saves << " saves");
  fs::remove_all(folder);
}
