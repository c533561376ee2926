// Draws the widgets as on the design's component sheet to a PNG file, for a person to lay beside it:
//   ui_component_sheet OUT.png [contrast] [large] [portrait] [sheet] [toast] [PICTURE.png]
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "kiosk/ui/icons.h"
#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/png_write.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/window.h"

namespace {

using namespace ui;

void draw_controls(Canvas& canvas) {
  button(canvas, "主要按钮", {56, 60, 216, 96}, {.kind = ButtonKind::Primary, .text_size = 32, .radius = 16});
  button(canvas, "次要", {456, 60, 156, 96}, {.text_size = 32, .radius = 16});
  button(canvas, "不可用", {628, 60, 188, 96}, {.enabled = false, .text_size = 32, .radius = 16});
  chip(canvas, "未选", {56, 184, chip_width(canvas, "未选"), 72}, false);
  chip(canvas, "已选", {190, 184, chip_width(canvas, "已选"), 72}, true);
  drop_chip(canvas, "我是", "退役军人", {364, 184, drop_chip_width(canvas, "我是", "退役军人"), 72}, false);
  toggle_chip(canvas, "只看营业中", {658, 184, toggle_chip_width(canvas, "只看营业中"), 72}, true);
  float x = 56;
  x += tag(canvas, {x, 406}, "营业中", TagKind::Pine) + 12;
  x += tag(canvas, {x, 406}, "休息中", TagKind::Grey) + 12;
  x += tag(canvas, {x, 406}, "跨城互认", TagKind::Gold, 44, "link") + 12;
  x += tag(canvas, {x, 406}, "进行中", TagKind::Red) + 12;
  x += tag(canvas, {x, 406}, "今晚 19:30", TagKind::Indigo) + 12;
  tag(canvas, {x, 406}, "跨城互认", TagKind::Gold, 50, "link");
}

void draw_panels(Canvas& canvas, PageTurner& turner) {
  coverage_meter(canvas, {56, 300, 880, 28}, {.signed_shops = 64, .shops = 86});
  coverage_meter(canvas, {56, 350, 880, 28}, {.signed_shops = 80, .shops = 86});
  qr_code(canvas, {1640, 60, 214, 214}, "https://example.invalid/s/dukou");
  canvas.fill({1000, 60, 600, 300}, canvas.color().red_poster, 18);
  canvas.lattice({1000, 60, 600, 300}, canvas.color().gold_on_red.with_alpha(0.12F), 96);
  canvas.mark({1320, 80, 256, 256}, canvas.color().cream, canvas.color().gold, canvas.color().cream);
  canvas.mark({1020, 80, 128, 128}, canvas.color().cream, canvas.color().gold_line, canvas.color().cream);
  canvas.shadow({1000, 400, 260, 120}, Elevation::Card, 16);
  canvas.fill({1000, 400, 260, 120}, canvas.color().white, 16);
  canvas.shadow({1300, 400, 260, 120}, Elevation::Selected, 16);
  canvas.fill({1300, 400, 260, 120}, canvas.color().white, 16);
  canvas.shadow({1600, 400, 260, 120}, Elevation::Dialog, 28);
  canvas.fill({1600, 400, 260, 120}, canvas.color().white, 28);
  turner.begin(canvas, "pages", {0, 0, 10, 10}, 13);
  turner.end(canvas);
  pager(canvas, {1000, 560, 864, 84}, turner, 13, "64 家");
  float x = 56;
  const float shelf = 470;
  for (const auto& [label, value, active] : {std::tuple{"街区", "江滩", true}, {"类别", "全部", false}, {"我是 ", "退役军人", false}}) {
    const float width = drop_chip_width(canvas, label, value);
    drop_chip(canvas, label, value, {x, shelf, width, 72}, active);
    x += width + 14;
  }
  toggle_chip(canvas, "只看今天", {x, shelf, toggle_chip_width(canvas, "只看今天"), 72}, false);
  drop_chip(canvas, "街区 ", "江滩", {56, 560, 228, 104}, true);
  drop_chip(canvas, "类别 ", "全部", {300, 560, 228, 104}, false);
  toggle_chip(canvas, "只看\n现在开", {544, 560, 236, 104}, true);
  const std::vector<std::string> labels{"全部", "粮油", "茶与蜜", "果蔬", "调味", "手作", "竹编", "酒水", "糕点", "干货", "花木"};
  chip_row(canvas, {56, 690, 900, 72}, labels, 0);
  button(canvas, "在地图上看", {1000, 690, button_width(canvas, "在地图上看", {.kind = ButtonKind::Ink, .icon = "map", .text_size = 30}), 72},
         {.kind = ButtonKind::Ink, .icon = "map", .text_size = 30});
  button(canvas, "读给我听", {1290, 690, button_width(canvas, "读给我听", {.icon = "volume"}), 72}, {.icon = "volume"});
  button(canvas, "下一页", {1540, 690, 260, 96}, {.kind = ButtonKind::Primary, .icon_after = "right", .text_size = 36});
}

void draw_icons(Canvas& canvas) {
  float x = 100;
  float y = 830;
  for (const std::string_view name : icon_names()) {
    canvas.icon(name, {x, y}, 44, canvas.color().ink);
    x += 72;
    if (x > 1860) {
      x = 100;
      y += 70;
    }
  }
}

// A PNG file as a picture; its size stands in bytes 16 to 23.
PictureSource picture_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::array<unsigned char, 24> head{};
  in.read(reinterpret_cast<char*>(head.data()), head.size());
  return {.key = file, .file = file, .width = head[18] * 256 + head[19], .height = head[22] * 256 + head[23], .focus_y = 0.3F};
}

void draw_pictures(Canvas& canvas, const PictureSource& source) {
  canvas.picture({56, 60, 330, 252}, source, {.radius = 16, .round_top_only = true});
  canvas.picture({420, 60, 492, 400}, source, {.radius = 18});
  canvas.picture({940, 60, 104, 104}, source, {.radius = 12});
  canvas.picture({940, 200, 300, 300}, source, {.fit_inside = true});
  canvas.picture({1280, 60, 300, 300}, source, {.radius = 16, .crop = {0, 0.11F, 1, 0.667F}});
  canvas.picture({1280, 400, 300, 300}, source, {.radius = 16, .alpha = 0.5F, .zoom = 1.2F});
  canvas.picture({1600, 60, 260, 260}, {.key = "none", .file = "/nowhere.png", .width = 10, .height = 10}, {.radius = 16});
}

void draw_sheet(Canvas& canvas, int& page) {
  std::vector<SheetRow> rows;
  for (const char* name : {"全部", "餐饮", "医药", "书店", "眼镜", "理发", "影院", "超市", "酒店", "旅游", "洗染", "维修", "银行", "驾校", "健身", "文具"}) {
    rows.push_back({name, std::to_string(3 + rows.size() * 2) + " 家"});
  }
  bottom_sheet(canvas, "选一个类别", rows, 1, "关闭", page);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "ui_component_sheet OUT.png [contrast] [large] [portrait] [sheet] [toast] [PICTURE.png]\n";
    return 2;
  }
  const std::vector<std::string_view> words(argv + 2, argv + argc);
  const auto has = [&](std::string_view word) { return std::ranges::find(words, word) != words.end(); };
  WindowBackend window({.mode = WindowMode::Hidden, .size = has("portrait") ? PixelSize{1080, 1920} : PixelSize{1920, 1080}});
  Session session({}, window);
  session.set_modes({.large_text = has("large"), .high_contrast = has("contrast")});
  PageTurner turner;
  int page = 0;
  const auto file = std::ranges::find_if(words, [](std::string_view word) { return word.ends_with(".png"); });
  for (int frame = 0; frame < 3 || session.pictures().pending(); ++frame) {
    session.set_fixed_clock(1.0 + frame);
    session.frame([&](Canvas& canvas) {
      canvas.fill(canvas.bounds(), canvas.color().paper1);
      if (file != words.end()) {
        draw_pictures(canvas, picture_of(std::string(*file)));
        return;
      }
      draw_controls(canvas);
      draw_panels(canvas, turner);
      draw_icons(canvas);
      if (has("toast")) toast(canvas, "check", "已致敬，谢谢您", "12,847", 1);
      if (has("sheet")) draw_sheet(canvas, page);
    });
  }
  write_png(argv[1], session.capture());
  return 0;
}
