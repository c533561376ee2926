// The accessibility check: each fault planted on a small page of its own is found, and nothing else is; a clean page has none.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/lint/extremes.h"
#include "kiosk/lint/geometry.h"
#include "kiosk/lint/report.h"
#include "kiosk/lint/rules.h"
#include "kiosk/lint/sight.h"
#include "kiosk/lint/walk.h"
#include "kiosk/stops.h"
#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/widgets.h"
#include "tests/support/kiosk_fixture.h"

using kiosk::lint::Fault;
using kiosk::lint::Finding;
using kiosk::lint::Rule;
using kiosk::lint::Sight;
using ui::Canvas;

namespace {

using Draw = std::function<void(Canvas&)>;

const ui::Modes kLow{.low_reach = true};
const ui::Modes kLarge{.large_text = true};
const ui::Modes kContrast{.high_contrast = true};
const ui::Modes kEnglish{.language = ui::Language::English};

// What the rules get to see of a page, on a panel of 32 inches.
Sight seen(const Draw& draw, const ui::Modes& modes = {}, ui::Panel panel = {}) {
  ui::NullBackend backend({1920, 1080});
  ui::Session session({.texture_limit_bytes = 0, .fonts = {}, .panel = panel}, backend);
  ui::ItemLog items;
  ui::TextLog texts;
  session.install(&items);
  session.install(&texts);
  session.set_modes(modes);
  session.set_fixed_clock(1.0);
  session.frame(draw);
  session.set_fixed_clock(3.0);
  session.frame(draw);
  Sight sight = kiosk::lint::sight_of(session, items, texts);
  sight.chinese_mark = "中文";
  session.install(static_cast<ui::ItemLog*>(nullptr));
  session.install(static_cast<ui::TextLog*>(nullptr));
  return sight;
}

std::vector<Rule> rules_of(const Sight& sight) {
  std::vector<Rule> rules;
  for (const Finding& finding : kiosk::lint::check(sight)) rules.push_back(finding.rule);
  return rules;
}

ui::TextStyle words(float size = 30) { return {.face = ui::Face::Sans, .size = size, .color = {30, 25, 22, 255}}; }

void clean_page(Canvas& canvas) {
  canvas.text({100, 100, 800, 60}, "江滩双拥街的六十四家店", words(50));
  canvas.paragraph({100, 200, 640, 300}, "清晨六点半，渡口面馆的第一锅面刚刚翻滚。老板在门口挂出木牌：“军人优先”。", words());
  ui::button(canvas, "查看优惠", {100, 700, 300, 96}, {.kind = ui::ButtonKind::Primary});
  ui::button(canvas, "返回", {420, 700, 200, 96});
}

// A picture in one colour, and the same with ink in a box.
ui::Pixels plain(int width, int height, ui::Color color) {
  ui::Pixels pixels{width, height, {}};
  for (int i = 0; i < width * height; ++i) pixels.rgba.insert(pixels.rgba.end(), {color.r, color.g, color.b, 255});
  return pixels;
}

// One word of `ink` on `ground`, with pixels; every third pixel of its box is ink.
Sight one_word(ui::Color ink, ui::Color ground, const ui::Modes& modes = {}) {
  Sight sight;
  sight.screen = {1920, 1080};
  sight.mm_per_u = 0.37F;
  sight.modes = modes;
  sight.disabled = {0x8F, 0x85, 0x74, 255};
  ui::LoggedText text{.text = "全单八折", .box = {10, 10, 120, 30}, .size = 40, .color = ink, .missing = {}, .seen = {10, 10, 120, 30}, .whole = "全单八折"};
  sight.texts = {text};
  sight.wordless = plain(150, 60, ground);
  sight.drawn = sight.wordless;
  for (int y = 10; y < 40; ++y) {
    for (int x = 10; x < 130; x += 3) {
      std::uint8_t* at = &sight.drawn->rgba[static_cast<std::size_t>(y * 150 + x) * 4];
      at[0] = ink.r, at[1] = ink.g, at[2] = ink.b;
    }
  }
  return sight;
}

void words_at_the_edge(Canvas& canvas) {
  canvas.touch("军人家属", {100, 600, 300, 96});
  canvas.text({140, 600, 200, 30}, "军人家属", words());
}

}  // namespace

TEST_CASE("a clean page has no fault in any mode") {
  for (const ui::Modes& modes : {ui::Modes{}, kLow, kLarge, kContrast}) CHECK(rules_of(seen(clean_page, modes)).empty());
}

TEST_CASE("each fault that is planted on a page is found, and only that one") {
  struct Row { const char* what; Rule rule; Draw draw; ui::Modes modes; };
  const Row rows[] = {
      {"a tiny target", Rule::Target, [](Canvas& canvas) { canvas.touch("小", {100, 600, 300, 40}); }, {}},
      {"the page's main button, large enough for any other", Rule::Target,
       [](Canvas& canvas) { ui::button(canvas, "去", {100, 600, 300, 50}, {.kind = ui::ButtonKind::Primary, .text_size = 26}); }, {}},
      {"a target of which a later one leaves too little", Rule::Target,
       [](Canvas& canvas) { canvas.touch("行", {100, 600, 300, 96}); canvas.touch("盖", {110, 600, 280, 64}); }, {}},
      {"two targets that cross", Rule::Overlap,
       [](Canvas& canvas) { canvas.touch("左", {100, 600, 200, 96}); canvas.touch("右", {280, 600, 200, 96}); }, {}},
      {"two targets of one name", Rule::Twice,
       [](Canvas& canvas) { canvas.touch("更多", {100, 600, 200, 96}); canvas.touch("更多", {400, 600, 200, 96}); }, {}},
      {"a target above the line", Rule::Reach, [](Canvas& canvas) { canvas.touch("高", {100, 100, 300, 96}); }, kLow},
      {"small words", Rule::TextSize, [](Canvas& canvas) { canvas.text({100, 100, 400, 40}, "太小的字", words(24)); }, {}},
      {"words that large text left small", Rule::TextSize, [](Canvas& canvas) { canvas.text({100, 100, 400, 40}, "没有变大", words(24)); }, kLarge},
      {"words that are cut", Rule::Cut, [](Canvas& canvas) { canvas.text({100, 100, 200, 40}, "江滩双拥街的六十四家店都签了承诺书", words()); }, {}},
      {"words that leave the clip", Rule::Clipped,
       [](Canvas& canvas) {
         canvas.clip({100, 100, 90, 60});
         canvas.text_at({110, 140}, "江滩双拥街", words());
         canvas.unclip();
       }, {}},
      {"words over words", Rule::Crossing,
       [](Canvas& canvas) {
         canvas.text_at({100, 140}, "江滩双拥街", words());
         canvas.text_at({160, 150}, "渡口面馆", words());
       }, {}},
      {"words that stick out above their button", Rule::Outside,
       [](Canvas& canvas) {
         canvas.touch("好物", {100, 160, 300, 80});
         canvas.text_at({140, 174}, "好物", words());
       }, {}},
      {"words that stick out of their button", Rule::Outside,
       [](Canvas& canvas) {
         canvas.touch("按钮", {100, 600, 150, 96});
         canvas.text_at({110, 650}, "江滩双拥街多", words());
       }, {}},
      {"words on the frame of their button", Rule::Outside, words_at_the_edge, kContrast},
      {"a character that no font has", Rule::Glyph, [](Canvas& canvas) { canvas.text_at({100, 140}, "一\xF3\xB0\x80\x81二", words()); }, {}},
      {"Chinese on an English page", Rule::Unmarked, [](Canvas& canvas) { canvas.text_at({100, 140}, "江滩双拥街", words()); }, kEnglish},
  };
  for (const Row& row : rows) {
    const std::string what = row.what;
    CAPTURE(what);
    CHECK(rules_of(seen(row.draw, row.modes)) == std::vector<Rule>{row.rule});
  }
}

TEST_CASE("words at the edge of an item are a fault only where it has a frame") {
  CHECK(rules_of(seen(words_at_the_edge)).empty());
}

TEST_CASE("what lies behind a dialog, under a plane or outside the screen is not looked at") {
  const auto sight = seen([](Canvas& canvas) {
    canvas.touch("小", {100, 600, 30, 30});
    canvas.text({100, 100, 400, 40}, "太小的字", words(12));
    canvas.modal();
    canvas.text({100, 300, 400, 40}, "在盖板下面", words(12));
    canvas.fill({0, 280, 1920, 100}, {250, 247, 241, 255});
    canvas.text({100, 1200, 400, 40}, "在屏幕外面", words(12));
    ui::button(canvas, "我还在", {400, 600, 400, 120}, {.kind = ui::ButtonKind::Primary});
  });
  CHECK(rules_of(sight).empty());
}

TEST_CASE("a chip on its row and a pin on its map are no crossing – a small panel asks for larger targets") {
  const Draw page = [](Canvas& canvas) {
    canvas.touch("行", {100, 600, 800, 140});
    canvas.touch("行里的按钮", {700, 634, 180, 72});
  };
  CHECK(rules_of(seen(page)).empty());
  // 15.6 inches: 1 u is 0.18 mm, so 72 u are 13 mm.
  CHECK(rules_of(seen(page, {}, {15.6 * 25.4, {}})) == std::vector<Rule>{Rule::Target});
}

TEST_CASE("a line that begins or ends with the wrong mark, inside a word, or holds one character, is found") {
  const auto line = [](std::string text, bool starts, bool ends) {
    Sight sight;
    sight.screen = {1920, 1080};
    sight.mm_per_u = 0.37F;
    const ui::Rect box{100, 100, 300, 30};
    sight.texts.push_back({.text = std::move(text), .box = box, .size = 30, .color = {}, .missing = {}, .seen = box, .starts = starts, .ends = ends});
    return sight;
  };
  CHECK(rules_of(line("，老板在门口", false, false)) == std::vector<Rule>{Rule::LineStart});
  CHECK(rules_of(line("》里写着", false, true)) == std::vector<Rule>{Rule::LineStart});
  CHECK(rules_of(line("挂出木牌：“", true, false)) == std::vector<Rule>{Rule::LineEnd});
  CHECK(rules_of(line("滚", false, true)) == std::vector<Rule>{Rule::LoneCharacter});
  Sight word = line("Jiangche", true, false);
  word.texts.front().whole = "Jiangcheng stories";
  CHECK(rules_of(word) == std::vector<Rule>{Rule::SplitWord});
  word.texts.front().text = "Jiangcheng";
  CHECK(rules_of(word).empty());
  CHECK(rules_of(line("，", true, true)).empty());   // a key of the keyboard
  CHECK(rules_of(line("滚。", false, true)).empty());
  CHECK(rules_of(line("“军人优先”", true, true)).empty());
}

TEST_CASE("Chinese in English is in order with its pinyin, or with the mark on the same card or above it") {
  CHECK(rules_of(seen([](Canvas& canvas) { canvas.text_at({100, 140}, "渡口面馆 Dukou Mianguan", words()); }, kEnglish)).empty());
  CHECK(rules_of(seen([](Canvas& canvas) {
          canvas.text_at({100, 140}, "中文", words());
          canvas.paragraph({100, 200, 600, 200}, "清晨六点半，渡口面馆的第一锅面刚刚翻滚。老板在门口挂出木牌。", words());
        }, kEnglish)).empty());
  CHECK(rules_of(seen([](Canvas& canvas) {
          canvas.touch("one", {100, 100, 400, 100});
          canvas.touch("two", {100, 300, 400, 100});
          canvas.text_at({120, 350}, "中文", words());
          canvas.text_at({120, 150}, "清晨六点半", words());
        }, kEnglish)) == std::vector<Rule>{Rule::Unmarked});
}

TEST_CASE("contrast is measured where there is ink, and asks for more in high contrast") {
  const ui::Color paper{250, 247, 241, 255};
  const ui::Color ink{30, 25, 22, 255};
  const ui::Color grey{130, 125, 120, 255};       // 3.8:1
  const ui::Color ink3{0x58, 0x50, 0x47, 255};    // 7.4:1
  CHECK(rules_of(one_word(ink, paper)).empty());
  CHECK(rules_of(one_word(grey, paper)) == std::vector<Rule>{Rule::Contrast});
  CHECK(rules_of(one_word(ink3, paper)).empty());
  CHECK(rules_of(one_word(ink3, paper, kContrast)) == std::vector<Rule>{Rule::Contrast});
  CHECK(rules_of(one_word(paper, paper)) == std::vector<Rule>{Rule::Contrast});  // white on white leaves no ink at all

  Sight disabled = one_word(grey, paper);
  disabled.disabled = grey;
  CHECK(rules_of(disabled).empty());

  // Half of the word stands on a dark picture.
  Sight mixed = one_word(ink, paper);
  for (ui::Pixels* pixels : {&*mixed.wordless, &*mixed.drawn}) {
    for (int y = 0; y < 60; ++y) {
      for (int x = 0; x < 70; ++x) {
        std::uint8_t* at = &pixels->rgba[static_cast<std::size_t>(y * 150 + x) * 4];
        if (at[0] > 200) at[0] = 90, at[1] = 60, at[2] = 60;
      }
    }
  }
  CHECK(rules_of(mixed) == std::vector<Rule>{Rule::Contrast});
}

TEST_CASE("of a box under others the widest part that is left counts") {
  const ui::Rect covers[] = {{0, 0, 40, 100}, {60, 0, 40, 30}};
  CHECK(kiosk::lint::widest_rest({0, 0, 100, 100}, covers) == ui::Rect{40, 30, 60, 70});
  const ui::Rect all[] = {{-10, -10, 200, 200}};
  CHECK(kiosk::lint::widest_rest({0, 0, 100, 100}, all).w == 0);
}

TEST_CASE("the walk turns the pages of a list, opens its sheets and finds what a mode lost") {
  const tests::TemporaryFolder folder;
  ui::NullBackend backend({1920, 1080});
  kiosk::lint::Stage stage(backend, {.kiosk = {.place = {}, .standing = {}, .idle = {}, .state = folder.path()}, .now = tests::design_minute()});
  auto city = tests::small_city();
  for (int i = 10; i < 40; ++i) city->merchants.push_back(tests::merchant_named("第" + std::to_string(i) + "家小店", city->streets[0], i));
  city->build_lookup();
  stage.show(city);
  kiosk::lint::Walk walk(stage, *city, {.modes = {{}, kLow}, .only = {"street-list-map"}});
  std::vector<Fault> faults;
  walk.run([&](const Fault& fault) { faults.push_back(fault); });
  CHECK(walk.frames_looked_at() > 12);
  for (const Fault& fault : faults) {
    INFO(kiosk::lint::table({fault}));
    CHECK(fault.finding.rule != Rule::Lost);   // low reach pages, it does not leave out
  }
}

TEST_CASE("what a mode leaves out is found, what it says otherwise is not") {
  const auto lost = [](const std::set<std::string>& offered, ui::Language language = ui::Language::Chinese) {
    return kiosk::lint::lost_labels({"返回", "商户 渡口面馆", "类别 理发", "商户 还有 24 家", "›", "看大图"}, offered, language);
  };
  CHECK(lost({"返回", "商户 渡口面馆", "理发", "看大图"}).empty());
  CHECK(lost({"返回", "商户 渡口面馆", "类别 理发"}) == std::vector<std::string>{"看大图"});
  CHECK(lost({"返回", "类别 理发", "看大图", "商户 还有 3 家"}) == std::vector<std::string>{"商户 渡口面馆"});
}

TEST_CASE("the records that strain a page most are looked at too, each once, and only what is shown") {
  auto city = tests::small_city();
  auto& named = city->merchants[3];
  named.name = "江城市江滩街道渡口社区退役军人创业孵化基地便利超市";
  auto& hidden = city->merchants[4];
  hidden.name = named.name + named.name;
  hidden.pledge.signed_on.reset();
  auto& long_life = city->figures[2];
  for (int i = 0; i < 60; ++i) long_life.biography += "他在渡口守了二十年。";
  long_life.name = "一\xF3\xB0\x80\x81二三四五六七八";   // a character that no font has, on this page alone
  city->build_lookup();
  const auto usual = kiosk::stops(*city);
  const auto strained = kiosk::lint::extremes(*city, tests::design_minute(), usual);
  std::set<std::string> ids;
  std::set<std::string> names;
  for (const auto& extreme : strained) {
    CHECK(ids.insert(extreme.stop.target.record.text).second);
    names.insert(extreme.name);
    for (const auto& stop : usual) CHECK(stop.target.record != extreme.stop.target.record);
  }
  CHECK(names.contains(named.name));
  CHECK(names.contains(long_life.name));
  CHECK_FALSE(names.contains(hidden.name));

  const tests::TemporaryFolder folder;
  ui::NullBackend backend({1920, 1080});
  kiosk::lint::Stage stage(backend, {.kiosk = {.place = {}, .standing = {}, .idle = {}, .state = folder.path()}, .now = tests::design_minute()});
  stage.show(city);
  kiosk::lint::Walk walk(stage, *city, {.modes = {{}}, .only = {"honour-figure"}});
  std::vector<Fault> faults;
  walk.run([&](const Fault& fault) { faults.push_back(fault); });
  CHECK(std::ranges::any_of(faults, [&](const Fault& fault) { return fault.finding.rule == Rule::Glyph && fault.place.page.starts_with("honour-figure "); }));
}

TEST_CASE("what turns the places to buy is not missed where a mode has room for all of them") {
  const tests::TemporaryFolder folder;
  ui::NullBackend backend({1024, 768});
  kiosk::lint::Stage stage(backend, {.kiosk = {.place = {}, .standing = {}, .idle = {}, .state = folder.path()}, .now = tests::design_minute()});
  auto city = tests::small_city();
  auto& honey = city->products[0];
  honey.phone = "5550 0731";
  honey.order_link = "https://haowu.jiangcheng.example/p/honey";
  honey.outlets = {{"shop", "江滩双拥街 31 号 老兵好物集合店", {}}, {"calendar", "每周六 9:00 – 12:00 江滩市集", {}}};
  city->build_lookup();
  stage.show(city);
  kiosk::lint::Walk walk(stage, *city, {.modes = {{}, kLow}, .only = {"product"}});
  std::vector<Fault> faults;
  walk.run([&](const Fault& fault) { faults.push_back(fault); });
  for (const Fault& fault : faults) {
    INFO(kiosk::lint::table({fault}));
    CHECK(fault.finding.rule != Rule::Lost);
  }
}

TEST_CASE("faults are told as a table that puts the modes together, and as JSON") {
  const Finding small{Rule::TextSize, "太小的\n字", "20.0 u (7.4 mm)", "25.0 u (9.2 mm)"};
  const std::vector<Fault> faults{{{"merchant", {}, true}, small}, {{"merchant", kLarge, true}, small}};
  CHECK(kiosk::lint::table(faults) == "text-size | merchant | plain,large | 太小的 字 | 20.0 u (7.4 mm) | 25.0 u (9.2 mm)\n");
  const std::string json = kiosk::lint::json(faults);
  CHECK(json.find("\"rule\": \"text-size\"") != std::string::npos);
  CHECK(json.find("\"modes\": \"large\"") != std::string::npos);
  CHECK(json.find("\"orientation\": \"landscape\"") != std::string::npos);
}
