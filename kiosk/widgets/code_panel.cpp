#include "kiosk/widgets/code_panel.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/qr_panel.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kGap = 8;
constexpr int kMostLines = 3;

// What stands with a code, laid out for a width.
struct CodeWords {
  ui::TextBlock says;
  ui::TextBlock more;
  ui::TextBlock host;
  float height() const { return says.height() + more.height() + host.height(); }
};

// A host breaks after its dots, so that each line shows whole names.
std::string broken_host(const ui::Canvas& canvas, const std::string& host, const ui::TextStyle& style, float width) {
  std::string lines;
  std::string line;
  for (std::size_t at = 0; at < host.size();) {
    const auto dot = host.find('.', at);
    const std::string name = host.substr(at, dot == std::string::npos ? dot : dot + 1 - at);
    at += name.size();
    if (!line.empty() && canvas.measure(line + name, style) > width) {
      lines += line + '\n';
      line.clear();
    }
    line += name;
  }
  return lines + line;
}

CodeWords lay_out(const ui::Canvas& canvas, float width, const TakeAlong& along, std::string_view says, std::string_view more, Align align) {
  const auto& color = canvas.color();
  CodeWords words;
  words.says = canvas.layout(says, {.face = Face::SansBold, .size = 28, .color = color.ink, .align = align, .line = 1.3F}, width, kMostLines);
  if (!more.empty()) words.more = canvas.layout(more, {.face = Face::Sans, .size = 27, .color = color.ink2, .align = align, .line = 1.3F}, width, 2);
  if (!along.host.empty()) {
    const ui::TextStyle style{.face = Face::Sans, .size = 25, .color = color.ink2, .align = align, .line = 1.2F};
    words.host = canvas.layout(broken_host(canvas, along.host, style, width), style, width, kMostLines);
  }
  return words;
}

void draw_words(ui::Canvas& canvas, const CodeWords& words, ui::Point at) {
  for (const ui::TextBlock* block : {&words.says, &words.more, &words.host}) {
    if (block->lines.empty()) continue;
    canvas.draw(*block, at);
    at.y += block->height();
  }
}

// Where the words stand beside the code.
float side_of_code(Rect area) { return std::max(std::min(area.h, area.w / 2), ui::kLeastPanel); }
Rect beside_code(Rect area) { return area.after(side_of_code(area) + 28); }

}  // namespace

float code_words_height(const ui::Canvas& canvas, float width, const TakeAlong& along, std::string_view says) {
  return kGap + lay_out(canvas, width, along, says, {}, Align::Centre).height();
}

void draw_code_above(ui::Canvas& canvas, Rect area, const TakeAlong& along, std::string_view says) {
  if (along.empty()) return;
  const CodeWords words = lay_out(canvas, area.w, along, says, {}, Align::Centre);
  const float room = std::min(area.w, area.h - kGap - words.height());
  const float side = std::max(room, ui::kLeastPanel);
  ui::qr_panel(canvas, {area.centre().x - side / 2, area.y, side, side}, along.texts);
  draw_words(canvas, words, {area.x, area.y + side + kGap});
}

float code_words_height_beside(const ui::Canvas& canvas, Rect area, const TakeAlong& along, std::string_view says) {
  return lay_out(canvas, beside_code(area).w, along, says, {}, Align::Left).height();
}

void draw_code_beside(ui::Canvas& canvas, Rect area, const TakeAlong& along, std::string_view says, std::string_view more) {
  if (along.empty()) return;
  const float side = side_of_code(area);
  const Rect beside = beside_code(area);
  CodeWords words = lay_out(canvas, beside.w, along, says, more, Align::Left);
  if (words.height() > side) words = lay_out(canvas, beside.w, along, says, {}, Align::Left);
  ui::qr_panel(canvas, area.left(side).top(side), along.texts);
  draw_words(canvas, words, {beside.x, area.y + std::max(0.0F, (side - words.height()) / 2)});
}

}  // namespace kiosk
