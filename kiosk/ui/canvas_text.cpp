// Canvas's words: lines, paragraphs and columns, drawn glyph by glyph at whole pixels.
#include <algorithm>
#include <cmath>
#include <string>

#include <imgui.h>
#include <imgui_internal.h>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/pen.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/text_engine.h"
#include "kiosk/ui/utf8.h"

namespace ui {

namespace {

constexpr std::string_view kDots = "…";

// How one stretch of characters looks.
struct Ink {
  Face face = Face::Sans;
  float size = 0;        // u
  float tracking = 0;    // em
  ImU32 color = 0;
};

// A character that no font has: an empty frame as wide as it would be, never nothing.
void draw_missing(const Pen& pen, float x_px, float baseline_px, const Ink& ink) {
  const float em = pen.px(ink.size);
  pen.list()->AddRect({x_px + em * 0.1F, baseline_px - em * 0.8F}, {x_px + em * 0.9F, baseline_px + em * 0.08F}, ink.color, 0, 0,
                      std::max(1.0F, em / 24));
}

void draw_glyph(const Pen& pen, ImFont* font, char32_t character, float x_px, float baseline_px, const Ink& ink) {
  const float em_px = std::max(1.0F, std::round(pen.px(ink.size)));
  ImFontBaked* baked = font->GetFontBaked(em_px);
  const ImFontGlyph* glyph = baked == nullptr ? nullptr : baked->FindGlyphNoFallback(character);
  if (glyph == nullptr) return draw_missing(pen, x_px, baseline_px, ink);
  if (!glyph->Visible) return;
  pen.list()->PrimReserve(6, 4);
  pen.list()->PrimRectUV({x_px + glyph->X0, baseline_px + glyph->Y0}, {x_px + glyph->X1, baseline_px + glyph->Y1},
                         {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, ink.color);
}

// From `start` on the baseline, u. Returns where the next character would stand.
float draw_characters(Session& session, std::string_view text, Point start, const Ink& ink) {
  const Pen& pen = session.pen();
  Fonts& fonts = session.fonts();
  float x = start.x;
  const float baseline_px = pen.snapped(start).y;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    const float advance = fonts.advance(ink.face, character);
    const float x_px = pen.snapped({x, start.y}).x;
    ImFont* font = fonts.font_for(ink.face, character);
    if (font != nullptr) {
      draw_glyph(pen, font, character, x_px, baseline_px, ink);
    } else if (advance > 0) {
      draw_missing(pen, x_px, baseline_px, ink);
    }
    if (advance > 0) x += (advance + ink.tracking) * ink.size;
  }
  return x;
}

Rect em_box(const Pen& pen, Point left_baseline, float width, float size, const FontMetrics& metrics) {
  return pen.on_screen({left_baseline.x, left_baseline.y - metrics.ascent * size, width, size});
}

Rect common(Rect a, Rect b) {
  const float left = std::max(a.x, b.x);
  const float top = std::max(a.y, b.y);
  return {left, top, std::max(0.0F, std::min(a.right(), b.right()) - left), std::max(0.0F, std::min(a.bottom(), b.bottom()) - top)};
}

// Fills in what the session knows about the text that is drawn now.
void log_text(Session& session, LoggedText text) {
  TextLog* log = session.text_log();
  if (log == nullptr || text.text.empty()) return;
  const Rect window = session.pen().clip();
  const Rect& box = text.box;
  text.alpha = session.pen().alpha();
  text.clipped = box.x < window.x - 1 || box.right() > window.right() + 1 || box.y < window.y - 1 || box.bottom() > window.bottom() + 1;
  text.seen = common(box, window);
  text.missing = session.fonts().missing_in(text.text);
  log->add(std::move(text));
}

// The eye is to see what lies under the words.
bool words_left_out(const Session& session) { return session.text_log() != nullptr && session.text_log()->words_left_out(); }

struct Paint {
  Color color;
  Color mark;
};

LoggedText logged(const TextBlock& block, const TextLine& line, Rect box, const Paint& paint) {
  LoggedText text{.text = block.text.substr(line.begin, line.end - line.begin), .box = box, .size = block.size, .face = block.style.face, .color = paint.color, .missing = {}};
  if (line.ellipsis) text.text += kDots;
  text.cut = line.ellipsis;
  text.whole = block.text;
  text.starts = line.begin == 0 || block.text[line.begin - 1] == '\n';
  text.ends = line.end >= block.text.size() || block.text[line.end] == '\n';
  if (std::any_of(line.runs.begin(), line.runs.end(), [](const TextRun& run) { return run.marked; })) text.mark = paint.mark;
  return text;
}

void draw_line_at(Session& session, const TextBlock& block, const TextLine& line, Point left_baseline, const Paint& paint) {
  const Pen& pen = session.pen();
  const FontMetrics metrics = session.fonts().metrics(block.style.face);
  Ink ink{block.style.face, block.size, block.style.tracking, pen.ink(paint.color)};
  const Point start{left_baseline.x + line.x, left_baseline.y};
  if (session.text_log() != nullptr) log_text(session, logged(block, line, em_box(pen, start, line.width, block.size, metrics), paint));
  if (words_left_out(session)) return;
  // A little more than the em box: accents, and quotes that hang out.
  const Rect area = Rect{start.x, start.y - metrics.ascent * block.size, line.width, block.size}.inset(-block.size / 2);
  if (!pen.visible(area) || pen.alpha() <= 0) return;
  float end = 0;
  for (const TextRun& run : line.runs) {
    ink.face = run.marked ? Face::SansBold : block.style.face;
    ink.color = pen.ink(run.marked ? paint.mark : paint.color);
    draw_characters(session, std::string_view(block.text).substr(run.begin, run.end - run.begin), {start.x + run.x, start.y}, ink);
    end = run.x + run.width;
  }
  if (!line.ellipsis) return;
  ink.face = block.style.face;
  ink.color = pen.ink(paint.color);
  draw_characters(session, kDots, {start.x + end, start.y}, ink);
}

}  // namespace

float Canvas::text(Rect box, std::string_view text, const TextStyle& style) {
  if (text.empty()) return 0;
  const TextBlock& block = session_.text().layout({text, style, box.w, 1, {}, true}, theme());
  if (block.lines.empty()) return 0;
  const FontMetrics metrics = session_.fonts().metrics(block.style.face);
  const float baseline = box.centre().y + (metrics.ascent - 0.5F) * block.size;
  draw_line_at(session_, block, block.lines.front(), {box.x, baseline}, {style.color, style.color});
  return block.lines.front().width;
}

float Canvas::text_at(Point left_baseline, std::string_view text, const TextStyle& style) {
  if (text.empty()) return 0;
  const TextBlock& block = session_.text().layout({text, style, 0, 1, {}, true}, theme());
  if (block.lines.empty()) return 0;
  const TextLine& line = block.lines.front();
  const float shift = style.align == Align::Left ? 0 : style.align == Align::Centre ? line.width / 2 : line.width;
  draw_line_at(session_, block, line, {left_baseline.x - shift, left_baseline.y}, {style.color, style.color});
  return line.width;
}

float Canvas::text_marked(Point left_baseline, float max_width, std::string_view text, std::span<const TextMark> marks,
                          const TextStyle& style, Color mark_color) {
  if (text.empty()) return 0;
  const TextBlock& block = session_.text().layout({text, style, max_width, 1, marks, true}, theme());
  if (block.lines.empty()) return 0;
  draw_line_at(session_, block, block.lines.front(), left_baseline, {style.color, mark_color});
  return block.lines.front().width;
}

float Canvas::paragraph(Rect box, std::string_view text, const TextStyle& style, int max_lines) {
  const float size = theme().text_size(style.size);
  if (max_lines <= 0 && box.h > 0) {
    // The first line needs its em box, every further one a step.
    max_lines = 1 + std::max(0, static_cast<int>(std::floor((box.h - size) / (size * style.line) + 0.01F)));
  }
  const TextBlock& block = session_.text().layout({text, style, box.w, max_lines}, theme());
  draw(block, box.origin());
  return block.height();
}

float Canvas::column(Point top_centre, std::string_view text, const TextStyle& style, float step) {
  const float size = theme().text_size(style.size);
  const Face face = TextEngine::face_in(theme(), style.face);
  Fonts& fonts = session_.fonts();
  const FontMetrics metrics = fonts.metrics(face);
  const Ink ink{face, size, 0, session_.pen().ink(style.color)};
  float top = top_centre.y;
  float bottom = top;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = next_character(text, at);
    if (character == U' ' || character == U'\u3000') {
      top += step * size / 2;   // a blank parts words, it is no character of its own
      continue;
    }
    const float advance = fonts.advance(face, character) * size;
    if (!words_left_out(session_)) draw_characters(session_, text.substr(begin, at - begin), {top_centre.x - advance / 2, top + metrics.ascent * size}, ink);
    if (advance <= 0) continue;
    bottom = top + size;
    top += step * size;
  }
  const Rect box{top_centre.x - size / 2, top_centre.y, size, bottom - top_centre.y};
  log_text(session_, {.text = std::string(text), .box = session_.pen().on_screen(box), .size = size, .face = face, .color = style.color, .missing = {},
                      .whole = std::string(text), .column = true});
  return bottom - top_centre.y;
}

float Canvas::measure(std::string_view text, const TextStyle& style) const {
  if (text.empty()) return 0;
  return session_.text().layout({text, style, 0, 1, {}, true}, theme()).width;
}

TextBlock Canvas::layout(std::string_view text, const TextStyle& style, float width, int max_lines) const {
  return session_.text().layout({text, style, width, max_lines}, theme());
}

void Canvas::draw(const TextBlock& block, Point top_left) {
  for (std::size_t line = 0; line < block.lines.size(); ++line) {
    draw_line(block, line, {top_left.x, top_left.y + block.line_step * static_cast<float>(line)});
  }
}

void Canvas::draw_line(const TextBlock& block, std::size_t line, Point top_left) {
  if (line >= block.lines.size()) return;
  const FontMetrics metrics = session_.fonts().metrics(block.style.face);
  const Point baseline{top_left.x, top_left.y + metrics.ascent * block.size};
  draw_line_at(session_, block, block.lines[line], baseline, {block.style.color, block.style.color});
}

}  // namespace ui
