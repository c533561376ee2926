#include "kiosk/ui/session.h"

#include <chrono>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "kiosk/ui/pen.h"
#include "kiosk/ui/text_engine.h"
#include "tests/ui/stage.h"

using namespace std::chrono_literals;
using tests::Stage;
using ui::Canvas;

TEST_CASE("the first frame comes soon and is counted") {
  const auto started = std::chrono::steady_clock::now();
  Stage stage;
  stage.frame([](Canvas& canvas) { canvas.text_at({100, 100}, "双拥之窗", {.face = ui::Face::Serif, .size = 138, .color = canvas.color().ink}); });
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
  MESSAGE("start to first frame " << took.count() << " ms, " << stage.session.fonts().known_fonts() << " fonts known");
  CHECK(stage.session.counters().frames == 1);
  CHECK(stage.session.counters().glyph_texture_bytes > 0);
  CHECK(stage.backend.vertices() >= 16);
}

TEST_CASE("the short side is 1080 u on every screen down to 4 to 3") {
  for (const ui::PixelSize size : {ui::PixelSize{1920, 1080}, {3840, 2160}, {1080, 1920}, {1280, 800}, {2560, 1080}, {1024, 768}}) {
    Stage stage(size);
    stage.frame([](Canvas& canvas) { CHECK(std::min(canvas.size().w, canvas.size().h) == doctest::Approx(1080)); });
  }
}

TEST_CASE("a tap finds its item by label and follows what is moved") {
  Stage stage;
  int taps = 0;
  const auto draw = [&taps](Canvas& canvas) {
    canvas.push_offset({300, 0});
    if (canvas.touch("商户 渡口面馆##1", {100, 100, 200, 100}).tapped) ++taps;
    canvas.pop_offset();
  };
  stage.frame(draw);
  const auto box = stage.items.find("商户 渡口面馆");
  REQUIRE(box.has_value());
  CHECK(box->x == doctest::Approx(400));
  const ui::Point middle = box->centre();
  stage.backend.touch_down(middle);
  stage.frame(draw);
  stage.backend.touch_up();
  stage.frame(draw);
  CHECK(taps == 1);
  CHECK(stage.session.had_input());
  CHECK(stage.session.due_in() == 0ms);
  stage.frame(draw);
  CHECK(taps == 1);
  CHECK_FALSE(stage.session.due_in().has_value());
  stage.backend.second_button(true);
  stage.frame(draw);
  stage.backend.second_button(false);
  stage.frame(draw);
  CHECK(taps == 1);
}

TEST_CASE("the lock-out is over in real time, even when no frame was drawn meanwhile") {
  Stage stage;
  int taps = 0;
  const auto draw = [&taps](Canvas& canvas) { taps += canvas.touch("返回", {0, 0, 200, 200}).tapped ? 1 : 0; };
  stage.frame(draw);
  stage.session.lock_out();
  stage.backend.touch_down({50, 50});
  stage.frame(draw, 100ms);
  stage.backend.touch_up();
  stage.frame(draw, 50ms);
  CHECK(taps == 0);
  stage.backend.touch_down({50, 50});
  stage.frame(draw, 2000ms);
  stage.backend.touch_up();
  stage.frame(draw);
  CHECK(taps == 1);
}

TEST_CASE("what scrolled out of a clip cannot be touched") {
  Stage stage;
  bool tapped = false;
  const auto draw = [&tapped](Canvas& canvas) {
    canvas.clip({0, 0, 100, 100});
    tapped = tapped || canvas.touch("里面", {50, 0, 200, 100}).tapped;
    canvas.unclip();
  };
  for (const ui::Point point : {ui::Point{150, 50}, ui::Point{75, 50}}) {
    stage.frame(draw);
    stage.backend.touch_down(point);
    stage.frame(draw);
    stage.backend.touch_up();
    stage.frame(draw);
    CHECK(tapped == (point.x < 100));
  }
}

TEST_CASE("frames come only when something asks for one") {
  Stage stage;
  const auto nothing = [](Canvas&) {};
  stage.frame(nothing);
  CHECK_FALSE(stage.session.due_in().has_value());
  stage.frame([](Canvas& canvas) { canvas.request_frame_in(5000ms), canvas.request_frame_in(40s); });
  CHECK(stage.session.due_in() == 5000ms);
  stage.frame(nothing);
  CHECK_FALSE(stage.session.due_in().has_value());
  stage.session.wake();
  CHECK(stage.session.due_in() == 0ms);
  stage.frame(nothing);
  CHECK_FALSE(stage.session.due_in().has_value());
}

TEST_CASE("the session's clock goes on while nothing is drawn, and what moves does not leap by it") {
  ui::NullBackend backend({1920, 1080});
  ui::Session session({}, backend);
  float value = 0;
  float target = 0;
  const auto draw = [&](Canvas& canvas) { value = canvas.animate("淡入", target, 2000ms); };
  session.frame(draw);
  const double before = session.seconds();
  target = 1;
  session.frame(draw);
  std::this_thread::sleep_for(400ms);
  session.frame(draw);
  CHECK(session.seconds() - before >= 0.4);
  CHECK(value <= 0.1F);
}

TEST_CASE("a value moves to its target in its time, keeps frames coming, and rests") {
  Stage stage;
  float value = -1;
  float target = 0;
  const auto draw = [&](Canvas& canvas) { value = canvas.animate("淡入", target, 200ms); };
  stage.frame(draw);
  CHECK(value == 0);
  CHECK_FALSE(stage.session.due_in().has_value());
  target = 1;
  stage.frame(draw, 10s);   // the pause before does not count
  CHECK(value == 0);
  CHECK(stage.session.due_in() == 0ms);
  stage.frame(draw, 100ms);
  CHECK(value == doctest::Approx(0.5F).epsilon(0.01));
  stage.frame(draw, 120ms);
  CHECK(value == 1);
  CHECK_FALSE(stage.session.due_in().has_value());
  target = 0;
  stage.session.forget_animations();
  stage.frame(draw);
  CHECK(value == 0);
}

TEST_CASE("alphas multiply, offsets add, and a screen that throws leaves no trace") {
  Stage stage;
  stage.frame([](Canvas& canvas) {
    canvas.push_alpha(0.5F);
    canvas.push_alpha(0.5F);
    CHECK(canvas.session().pen().alpha() == doctest::Approx(0.25F));
    canvas.push_offset({10, 0});
    canvas.push_offset({0, 20});
    CHECK(canvas.session().pen().offset() == ui::Point{10, 20});
    canvas.pop_offset(), canvas.pop_offset(), canvas.pop_alpha(), canvas.pop_alpha();
    CHECK(canvas.session().pen().balanced());
  });
  CHECK_THROWS_AS(stage.frame([](Canvas& canvas) {
    canvas.push_alpha(0), canvas.push_offset({500, 500}), canvas.clip({0, 0, 1, 1});
    throw std::runtime_error("页面");
  }), std::runtime_error);
  stage.frame([](Canvas& canvas) {
    CHECK(canvas.session().pen().balanced());
    canvas.text({0, 0, 500, 80}, "照常", {.color = canvas.color().ink});
  });
  CHECK(stage.texts.contains("照常"));
}

TEST_CASE("the text log knows what is on the screen, what was cut and what no font has") {
  Stage stage;
  stage.frame([](Canvas& canvas) {
    const ui::TextStyle style{.size = 30, .color = canvas.color().ink};
    canvas.text({100, 100, 140, 60}, "渡口面馆老店", style);
    canvas.text_at({100, 300}, "缺\U000F0000字", style);
    canvas.text_at({1900, 300}, "出界", style);
    canvas.column({500, 100}, "军民情", style);
  });
  const ui::LoggedText* cut = stage.texts.find("渡口");
  REQUIRE(cut != nullptr);
  CHECK(cut->cut);
  CHECK(cut->text == "渡口面…");
  CHECK(cut->box.right() <= 240.5F);
  CHECK(std::abs(cut->box.centre().y - 130) < 1);
  CHECK(stage.texts.find("缺")->missing == std::vector<char32_t>{0xF0000});
  CHECK(stage.texts.find("出界")->clipped);
  CHECK(stage.texts.find("军民情")->box.h > 80);
}

TEST_CASE("a text is laid out once, and again only when the modes change") {
  Stage stage;
  const auto draw = [](Canvas& canvas) {
    canvas.paragraph({0, 0, 400, 0}, "江滩双拥街全长九百二十米，临街商户八十六家。", {.color = canvas.color().ink});
    canvas.text_at({0, 500}, "双拥", {.color = canvas.color().red});
  };
  stage.frame(draw);
  const auto once = stage.session.counters().layouts;
  stage.frame(draw);
  CHECK(stage.session.counters().layouts == once);
  const float before = stage.texts.find("双拥街")->size;
  stage.session.set_modes({.large_text = true});
  CHECK(stage.session.due_in() == 0ms);
  stage.frame(draw);
  CHECK(stage.session.counters().layouts > once);
  CHECK(stage.texts.find("双拥")->size == doctest::Approx(before * 1.3F));
}

TEST_CASE("the same text is laid out the same on every screen size") {
  std::vector<std::string> seen;
  for (const ui::PixelSize size : {ui::PixelSize{1920, 1080}, {3840, 2160}, {1366, 768}}) {
    Stage stage(size);
    stage.frame([](Canvas& canvas) {
      canvas.paragraph({0, 0, 1064, 0}, "江滩双拥街全长九百二十米，临街商户八十六家。两年前，主动挂牌的只有7家；如今，签约商户已经达到64家。",
                       {.size = 36, .color = canvas.color().ink, .line = 1.78F, .indent = true});
    });
    seen.push_back(stage.texts.all());
  }
  CHECK(seen[0] == seen[1]);
  CHECK(seen[0] == seen[2]);
}

TEST_CASE("29 Han characters fill a line of the reader") {
  Stage stage;
  stage.frame([](Canvas& canvas) {
    std::string words;
    for (int i = 0; i < 58; ++i) words += "字";
    const ui::TextBlock block = canvas.layout(words, {.size = 36}, 1064);
    CHECK(block.lines.size() == 2);
    CHECK(block.lines[0].width == doctest::Approx(29 * 36));
  });
}

TEST_CASE("ImGui's own widgets are logged with their labels in a build with tests") {
#ifdef IMGUI_ENABLE_TEST_ENGINE
  Stage stage;
  stage.frame([](Canvas&) { ImGui::Button("保存##x"); });
  CHECK(stage.items.find("保存").has_value());
#endif
}

TEST_CASE("a screen squarer than 4 to 3 has the room of one of 4 to 3, and more of the other side") {
  for (const auto size : {ui::PixelSize{1280, 1024}, ui::PixelSize{1024, 1280}, ui::PixelSize{1, 1}}) {
    Stage stage(size);
    stage.frame([&](Canvas& canvas) {
      CHECK(std::max(canvas.size().w, canvas.size().h) == doctest::Approx(1440));
      CHECK(std::min(canvas.size().w, canvas.size().h) == doctest::Approx(1440 * std::min(size.w, size.h) / static_cast<double>(std::max(size.w, size.h))));
    });
  }
}

TEST_CASE("two sessions live side by side") {
  Stage first;
  Stage second({1080, 1920});
  for (int i = 0; i < 3; ++i) {
    first.frame([](Canvas& canvas) { canvas.text({0, 0, 500, 80}, "甲", {}); });
    second.frame([](Canvas& canvas) { canvas.text({0, 0, 500, 80}, "乙", {}); });
  }
  CHECK(first.texts.contains("甲"));
  CHECK_FALSE(first.texts.contains("乙"));
}
