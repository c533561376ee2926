// The kiosk's rules that need no screen: idle, the clock, options, kiosk.toml, texts, tributes, whose turn it is.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "content/error.h"
#include "kiosk/clock.h"
#include "kiosk/config.h"
#include "kiosk/config_keeping.h"
#include "kiosk/featured.h"
#include "kiosk/idle.h"
#include "kiosk/texts.h"
#include "kiosk/tributes.h"
#include "kiosk/widgets/timeline.h"
#include "tests/support/kiosk_fixture.h"

using namespace std::chrono;
using namespace kiosk;

TEST_CASE("a visitor is asked after the page's time, and gone after the countdown") {
  struct Row { int quiet_ms; IdlePhase phase; int left_ms; };
  const Row rows[] = {{-5, IdlePhase::Active, 60000},     {0, IdlePhase::Active, 60000},    {1, IdlePhase::Active, 59999},
                      {59999, IdlePhase::Active, 1},      {60000, IdlePhase::Asking, 20000}, {60001, IdlePhase::Asking, 19999},
                      {79999, IdlePhase::Asking, 1},      {80000, IdlePhase::Gone, 0},       {80001, IdlePhase::Gone, 0},
                      {86'400'000, IdlePhase::Gone, 0}};
  for (const Row& row : rows) {
    CAPTURE(row.quiet_ms);
    const auto state = idle_state(milliseconds(1000), milliseconds(1000 + row.quiet_ms), seconds(60), seconds(20));
    CHECK(state.phase == row.phase);
    CHECK(state.left.count() == row.left_ms);
  }
}

TEST_CASE("a clock that is wrong neither revives the past nor empties the screen") {
  const auto at = [](int y) { return UtcSeconds{sys_days(year(y) / 7 / 30)}; };
  CHECK(sane_time(at(2026), {}, {}) == at(2026));
  CHECK(sane_time(at(1970), at(2026), {}) == at(2026));        // dead battery
  CHECK(sane_time(at(2025), at(2026), at(2025)) == at(2026));  // set back
  CHECK(sane_time(at(2024), {}, at(2026)) == at(2026));        // never older than the release
  CHECK(sane_time(at(2030), at(2026), at(2026)) == at(2030));  // a screen forgotten for four years
  CHECK(sane_time(at(2066), at(2026), at(2026)) == at(2026));  // forty years ahead
  CHECK(sane_time(at(2066), {}, {}) == at(2066));              // nothing to compare with
  CHECK(sane_time(at(2026), at(2066), at(2026)) == at(2026));  // was forty years ahead once, and remembered it
  CHECK(sane_time(at(2066), at(2066), at(2026)) == at(2026));  // and still is
}

TEST_CASE("the city's minute is eight hours ahead of UTC, all year") {
  const auto utc = parse_utc("2026-07-30T02:26:59Z");
  REQUIRE(utc);
  CHECK(city_minute(*utc) == tests::design_minute());
  CHECK(city_minute(*parse_utc("2026-12-31T16:00:00Z")) == tests::minute_at(2027, 1, 1, 0, 0));
  CHECK(utc_of(tests::design_minute()) == *parse_utc("2026-07-30T02:26:00Z"));
  for (const auto* bad : {"", "2026-07-30", "2026-13-01T00:00:00Z", "2026-07-30T25:00:00Z", "2026-07-30T02:26:00+08:00"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_utc(bad));
  }
}

TEST_CASE("a stage of the campaign is done after its last day, and now from its first") {
  using State = TimelineStage::State;
  std::vector<content::Stage> stages(2);
  stages[0].first = 2026y / 1 / 1, stages[0].last = 2026y / 3 / 31;
  stages[1].first = 2026y / 5 / 1, stages[1].last = 2026y / 12 / 31;
  struct Row { content::LocalMinute now; State first, second; };
  const Row rows[] = {{tests::minute_at(2025, 12, 31, 23, 59), State::ToDo, State::ToDo}, {tests::minute_at(2026, 1, 1, 0, 0), State::Now, State::ToDo},
                      {tests::minute_at(2026, 3, 31, 23, 59), State::Now, State::ToDo},   {tests::minute_at(2026, 4, 1, 0, 0), State::Done, State::ToDo},
                      {tests::minute_at(2026, 12, 31, 23, 59), State::Done, State::Now},  {tests::minute_at(2027, 1, 1, 0, 0), State::Done, State::Done}};
  for (const Row& row : rows) {
    const auto shown = timeline_stages(stages, row.now, Texts(ui::Language::Chinese));
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].state == row.first);
    CHECK(shown[1].state == row.second);
  }
}

TEST_CASE("a release is over from its best-before on, and never without one") {
  const auto noon = *parse_utc("2026-07-30T04:00:00Z");
  CHECK_FALSE(is_over({}, noon));
  CHECK_FALSE(is_over(noon, noon - seconds(1)));
  CHECK(is_over(noon, noon));
  CHECK(is_over(noon, noon + hours(1)));
}

TEST_CASE("the highest time survives a restart and damage reads as nothing") {
  const tests::TemporaryFolder folder;
  const auto time = *parse_utc("2026-07-30T02:26:00Z");
  write_highest_time(folder / "highest-time", time);
  CHECK(read_highest_time(folder / "highest-time") == time);
  CHECK_FALSE(read_highest_time(folder / "missing"));
  std::ofstream(folder / "highest-time") << "99999999999999";
  CHECK_FALSE(read_highest_time(folder / "highest-time"));
  std::ofstream(folder / "highest-time") << "\x01\x02 rubbish";
  CHECK_FALSE(read_highest_time(folder / "highest-time"));
  write_highest_time("/nowhere/at/all", time);  // costs nothing
}

TEST_CASE("kiosk.toml is read, and a mistake in it is named with its line") {
  const tests::TemporaryFolder folder;
  const auto file = folder / "kiosk.toml";
  const auto write = [&](std::string_view text) { std::ofstream(file, std::ios::trunc) << text; };

  write("channel = \"parks\"\norientation = \"portrait\"\nlanguage = \"en\"\n[place]\nstreet = \"江滩双拥街\"\nmap = [0.36, 0.52]\n"
        "longitude = 111.3\nlatitude = 30.7\nfacing = 180\n[panel]\ndiagonal_inch = 55\nlower_edge_mm = 700\n[standing]\nphone = \"5550 0100\"\n[idle]\nask_after_s = 90\n[memory]\ntexture_mb = 32\n");
  const Config config = read_config(file);
  CHECK(config.channel == "parks");
  CHECK(config.orientation == Orientation::Portrait);
  CHECK(config.language == ui::Language::English);
  CHECK(config.place.street == "江滩双拥街");
  CHECK(config.place.map->y == doctest::Approx(0.52));
  CHECK(config.idle.ask_after == seconds(90));
  CHECK(config.idle.countdown == seconds(20));
  CHECK(config.texture_mb == 32);
  CHECK(config.place.facing == doctest::Approx(180));
  CHECK(config.panel.diagonal_mm == doctest::Approx(1397));
  CHECK(config.panel.lower_edge_mm == doctest::Approx(700));
  CHECK(config.standing.phone == "5550 0100");

  struct Row { const char* text; const char* says; };
  const Row rows[] = {{"orientation = \"sideways\"", "line 1: orientation must be auto, landscape or portrait"},
                      {"\n[idle]\nask_after_s = 5", "line 3: idle.ask_after_s must be a whole number from 10 to 600"},
                      {"[idle]\nask_after_s = \"long\"", "line 2: idle.ask_after_s must be a whole number"},
                      {"[place]\nmap = [0.5]", "line 2: place.map must be two fractions"},
                      {"[place]\nlatitude = 95.0", "line 2: place.latitude must be degrees"},
                      {"[panel]\ndiagonal_inch = 3", "line 2: panel.diagonal_inch must be inches from 7 to 150"},
                      {"[place]\nfacing = 400.0", "line 2: place.facing must be compass degrees"},
                      {"idel = 3", "line 1: idel is not a key of kiosk.toml"},
                      {"place = 3", "line 1: place must be a table"},
                      {"a = = 3", "line 1 is not TOML"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    write(row.text);
    std::string sentence;
    try {
      (void)read_config(file);
    } catch (const content::Error& error) {
      sentence = error.what();
    }
    CHECK(sentence.find(file.string()) != std::string::npos);
    CHECK(sentence.find(row.says) != std::string::npos);
  }
  CHECK_THROWS_AS((void)read_config(folder / "missing.toml"), content::Error);
  CHECK_THROWS_AS((void)read_config(folder.path()), content::Error);
}

TEST_CASE("the last good kiosk.toml holds while the file is broken or gone") {
  const tests::TemporaryFolder folder;
  const auto file = folder / "kiosk.toml";
  const auto write = [&](std::string_view text) { std::ofstream(file, std::ios::trunc) << text; };

  write("[idle]\nask_after_s = 5\n");
  auto kept = config_or_last_good(file, folder.path());
  CHECK(kept.config.idle.ask_after == seconds(60));
  CHECK(kept.fault.find("ask_after_s must be a whole number from 10 to 600") != std::string::npos);

  write("[idle]\nask_after_s = 90\n");
  CHECK(config_or_last_good(file, folder.path()).fault.empty());
  keep_good_config(file, folder.path());
  write("[idle\n");
  kept = config_or_last_good(file, folder.path());
  CHECK(kept.config.idle.ask_after == seconds(90));
  CHECK(kept.fault.find("last good settings hold") != std::string::npos);
  std::filesystem::remove(file);
  CHECK(config_or_last_good(file, folder.path()).config.idle.ask_after == seconds(90));
  keep_good_config(file, "/nowhere/at/all");  // costs nothing
}

TEST_CASE("both languages say everything, and English has no blank that Chinese does not fill") {
  const Texts chinese(ui::Language::Chinese);
  const Texts english(ui::Language::English);
  CHECK(chinese.table().size() > 40);
  for (const auto& [key, text] : chinese.table()) {
    CAPTURE(key);
    REQUIRE(english.has(key));
    if (key == "date.lunar.plain") continue;
    CHECK_FALSE(text.empty());
    CHECK_FALSE(english(key).empty());
    for (const auto* hole : {"{0}", "{1}", "{2}"}) {
      // English may say less: "Thank you" names nobody.
      if (english(key).find(hole) != std::string_view::npos) CHECK(text.find(hole) != std::string_view::npos);
    }
  }
  CHECK(chinese.format("home.until", {"建军节", "2"}) == "距建军节 2 天");
  CHECK(chinese("no.such.key") == "no.such.key");
}

TEST_CASE("tributes outlive the program and a disk that cannot be written") {
  const tests::TemporaryFolder folder;
  const auto figure = content::RecordId::make();
  {
    Tributes tributes(folder / "tributes.txt");
    CHECK(tributes.count(figure) == 0);
    tributes.add(figure);
    tributes.add(figure);
    CHECK(tributes.count(figure) == 2);
  }
  CHECK(Tributes(folder / "tributes.txt").count(figure) == 2);
  std::ofstream(folder / "tributes.txt") << "not an id 5\n" << figure.text << " -3\n";
  CHECK(Tributes(folder / "tributes.txt").count(figure) == 0);
  Tributes nowhere(folder / "missing" / "tributes.txt");
  nowhere.add(figure);
  CHECK(nowhere.count(figure) == 1);
}

TEST_CASE("everybody is put forward in turn, and never a martyr") {
  auto city = tests::small_city();
  city->posters.clear();
  std::set<std::string> seen;
  for (unsigned day = 1; day <= 3; ++day) {
    const auto* figure = figure_of_day(*city, tests::minute_at(2026, 7, day));
    REQUIRE(figure != nullptr);
    CHECK(figure->category != content::FigureCategory::Martyr);
    seen.insert(figure->name);
  }
  CHECK(seen.size() == 3);
  CHECK(figure_of_week(*city, tests::minute_at(2026, 7, 27)) == figure_of_week(*city, tests::minute_at(2026, 8, 2, 23, 59)));
  CHECK(figure_of_week(*city, tests::minute_at(2026, 8, 2)) != figure_of_week(*city, tests::minute_at(2026, 8, 3)));

  city->city.featured_figure = city->figures[3].id;
  CHECK(figure_of_day(*city, tests::design_minute())->name == "周念慈");
  city->city.featured_figure = city->figures[1].id;  // 英烈: the choice is not followed
  CHECK(figure_of_day(*city, tests::design_minute())->category != content::FigureCategory::Martyr);
  CHECK(merchant_of_day(*city, tests::design_minute())->pledge.signed_on);
  city->merchants.clear();
  CHECK(merchant_of_day(*city, tests::design_minute()) == nullptr);
}
