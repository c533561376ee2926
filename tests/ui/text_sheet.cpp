// Draws the type scale, a page of an article and rare characters to a PNG, so that a person can look.
//   ui_text_sheet FILE.png [WIDTHxHEIGHT] [contrast] [large]
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/error.h"
#include "kiosk/ui/png_write.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/window.h"

namespace {

using ui::Canvas;
using ui::Face;

void scale(Canvas& canvas, float x) {
  const ui::Color ink = canvas.color().ink;
  canvas.text_at({x, 150}, "双拥之窗", {.face = Face::Serif, .size = 138, .color = ink});
  canvas.text_at({x, 255}, "江城一家亲", {.face = Face::Serif, .size = 84, .color = ink});
  canvas.text_at({x, 330}, "榜样就在我们身边", {.face = Face::Serif, .size = 50, .color = ink});
  canvas.text_at({x, 395}, "渡口面馆　凭优待证八折", {.face = Face::SansBold, .size = 34, .color = ink});
  canvas.text_at({x, 450}, "清晨六点半，第一锅面刚刚翻滚。", {.size = 30, .color = ink});
  canvas.text_at({x, 505}, "家里有人当兵，就是我家的亲人。", {.face = Face::Kai, .size = 36, .color = ink});
  canvas.text_at({x, 555}, "7月29日 · 约4分钟", {.size = 26, .color = canvas.color().ink3});
  canvas.text_at({x, 610}, "返回 首页 大字 高对比 低位", {.face = Face::SansMedium, .size = 28, .color = ink});
  canvas.text_at({x, 660}, "返回 首页 大字 高对比 低位", {.face = Face::Sans, .size = 28, .color = ink});
  canvas.text_at({x, 710}, "返回 首页 大字 高对比 低位", {.face = Face::SansBold, .size = 28, .color = ink});
  const ui::Rect button{x, 740, 206, 80};
  canvas.fill(button, canvas.color().red, 40);
  canvas.text(button, "下一页", {.face = Face::SansBold, .size = 32, .color = canvas.color().white, .align = ui::Align::Centre});
  const ui::Rect clock{x + 240, 740, 200, 80};
  canvas.outline(clock, canvas.color().control, 2, 16);
  canvas.text(clock, "10:26", {.face = Face::SansBold, .size = 48, .color = ink, .align = ui::Align::Centre});
  canvas.text_at({x, 890}, "㛃䶮𠮷𬱖 㐂㙍 𪚥𫚉 \xF0\x9F\x90\xBC \xFF?", {.face = Face::Serif, .size = 48, .color = ink});
  canvas.text_at({x, 950}, "㛃䶮𠮷𬱖 㐂㙍 𪚥𫚉 ①⑳ ℃ ½ é", {.size = 40, .color = ink});
  const ui::TextMark mark{6, 12};
  canvas.text_marked({x, 1010}, 500, "江滩双拥街的老兵面馆和理发店和眼镜店", std::span(&mark, 1), {.size = 32, .color = ink}, canvas.color().red);
}

void article(Canvas& canvas, float x) {
  const ui::TextStyle body{.size = 36, .color = canvas.color().ink, .line = 1.78F, .hang_quotes = true, .indent = true};
  canvas.text_at({x, 70}, "典型经验 · 7月29日 · 江滩双拥街走访记", {.size = 27, .color = canvas.color().ink2});
  canvas.text_at({x, 158}, "一条街，怎样把“优待”变成日常", {.face = Face::Serif, .size = 64, .color = canvas.color().ink});
  const float used = canvas.paragraph({x, 212, 1064, 0},
                                      "清晨六点半，渡口面馆的第一锅面刚刚翻滚。老板许明远把一块木牌挂到门口：凭优待证，全单八折。牌子是去年立春那天做的，字是一位退役老兵写的。", body);
  canvas.text_at({x, 212 + used + 52}, "从一家店，到六十四家店", {.face = Face::Serif, .size = 42, .color = canvas.color().ink});
  canvas.paragraph({x, 212 + used + 82, 1064, 0},
                   "江滩双拥街全长九百二十米，临街商户八十六家。两年前，主动挂牌的只有七家；如今，签约商户已经达到六十四家，涵盖餐饮、医药、理发、书店和眼镜店。\n“开始也有人问，打折会不会亏？”社区网格员梁秋说，“后来大家发现，优待不是一笔账，是一份邻里情分。”", body);
  canvas.outline({x, 212, 1064, 740}, canvas.color().line, 1);
  canvas.column({x + 1110, 230}, "军民鱼水情", {.face = Face::Serif, .size = 48, .color = canvas.color().red});
  canvas.line({x, 980}, {x + 1064, 980}, canvas.color().ink, 2);
}

int draw(int count, char** words) {
  const auto started = std::chrono::steady_clock::now();
  const std::clock_t processor = std::clock();
  ui::WindowOptions options{.mode = ui::WindowMode::Hidden};
  ui::Modes modes;
  for (int i = 2; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "contrast") modes.high_contrast = true;
    if (word == "large") modes.large_text = true;
    std::sscanf(words[i], "%dx%d", &options.size.w, &options.size.h);
  }
  ui::WindowBackend window(options);
  ui::Session session({}, window);
  session.set_modes(modes);
  const auto show = [](Canvas& canvas) {
    scale(canvas, 40);
    article(canvas, 680);
  };
  session.frame(show);
  const std::chrono::duration<double, std::milli> start = std::chrono::steady_clock::now() - started;
  const double start_processor_ms = static_cast<double>(std::clock() - processor) * 1000.0 / CLOCKS_PER_SEC;
  for (int i = 0; i < 50; ++i) session.frame(show);
  ui::write_png(words[1], session.capture());
  const ui::SessionCounters counters = session.counters();
  std::printf("%s\nstart to first frame %.0f ms (%.0f ms of processor), frame p50 %.1f ms p99 %.1f ms, glyph texture %.1f MB, %lld layouts\n",
              window.renderer().c_str(), start.count(), start_processor_ms, counters.frame_ms_p50, counters.frame_ms_p99,
              static_cast<double>(counters.glyph_texture_bytes) / 1e6, static_cast<long long>(counters.layouts));
  for (const std::string& file : session.fonts().opened_files()) std::printf("opened %s\n", file.c_str());
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return 2;
  try {
    return draw(count, words);
  } catch (const ui::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
