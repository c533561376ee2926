#include "kiosk/widgets/tribute.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "kiosk/numbers.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

using ui::Color;
using ui::Point;
using ui::Rect;

constexpr float kIcon = 0.68F;           // of the radius
constexpr float kWords = 0.43F;
constexpr float kWidestWords = 1.45F;    // of the radius: the disc's width at the words' foot, less the ring
constexpr float kLeastWords = 25.5F;     // u
constexpr float kHighContrastRing = 5;
constexpr float kReach = 0.75F;          // how far a ring expands, of the radius
constexpr double kToastOut = 0.2;        // seconds

double seconds(std::chrono::milliseconds time) { return std::chrono::duration<double>(time).count(); }

}  // namespace

void Tribute::show(const Context& context, const content::Figure& figure) {
  figure_ = figure.id;
  martyr_ = figure.category == content::FigureCategory::Martyr;
  const std::string_view key = pronoun_key(figure.pronoun);
  pronoun_ = key.empty() ? figure.pronoun : std::string(context.texts(key));
  update(context);
}

void Tribute::update(const Context& context) {
  const Texts& texts = context.texts;
  done_ = context.visitor.honoured.contains(figure_);
  label_ = texts(martyr_ ? (done_ ? "figure.flower_done" : "figure.flower") : (done_ ? "figure.tribute_done" : "figure.tribute"));
  toast_ = martyr_ ? std::string(texts("figure.flower_toast"))
           : pronoun_.empty() ? std::string(texts("figure.tribute_toast"))
                              : texts.format("figure.tribute_toast_to", {pronoun_});
  const auto count = martyr_ ? 0 : context.tributes.count(figure_);
  count_ = count > 0 ? grouped(count) : std::string{};
  count_words_ = pronoun_.empty() ? std::string(texts("figure.times")) : texts.format("figure.times_to", {pronoun_});
}

void Tribute::pay(ui::Canvas& canvas, const Context& context) {
  toast_since_ = canvas.seconds();
  if (done_) return;
  context.visitor.honoured.insert(figure_);
  context.tributes.add(figure_);
  since_ = canvas.seconds();
  update(context);
  canvas.request_frame();
}

void Tribute::draw(ui::Canvas& canvas, const Context& context, Point centre, float radius) {
  const Rect hit{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
  const ui::Touch touch = canvas.touch(label_, hit);
  if (touch.tapped) pay(canvas, context);
  draw_disc(canvas, centre, radius, touch);
  if (touch.focused) canvas.focus_ring(hit, radius);
}

void Tribute::draw_disc(ui::Canvas& canvas, Point centre, float radius, const ui::Touch& touch) const {
  const auto& color = canvas.color();
  const float press = canvas.animate("press tribute", touch.pressed ? 1 : 0, touch.pressed ? ui::motion::kPress : ui::motion::kRelease);
  const float done = canvas.animate("tribute done", done_ ? 1 : 0, ui::motion::kTribute);
  const float drawn = radius - 3 * press;
  Color words;
  Color sign;
  if (canvas.theme().modes.high_contrast) {
    // Yellow can be pressed; filled with it, it has been.
    canvas.disc(centre, drawn, done_ || touch.pressed ? color.control : color.paper0);
    canvas.ring(centre, drawn - 2, color.control, kHighContrastRing);
    words = done_ || touch.pressed ? color.paper0 : color.ink;
    sign = done_ || touch.pressed ? color.paper0 : color.control;
  } else {
    const Color plain = martyr_ ? color.pine : color.red;
    const Color held = martyr_ ? color.pine_dark : color.red_pressed;
    draw_rings(canvas, centre, radius);
    // Once paid the disc turns to paper with a coloured rim: it has answered and asks for nothing more.
    const Color paper = martyr_ ? color.pine50 : color.red50;
    canvas.disc(centre, drawn, mix(mix(plain, held, press), paper, done));
    canvas.ring(centre, drawn - 1, plain, 3);
    words = sign = mix(color.white, plain, done);
  }
  const std::string_view icon = martyr_ ? "flower" : done_ ? "starf" : "star";
  ui::TextStyle style{.face = ui::Face::Serif, .size = radius * (done_ ? kWords * 0.88F : kWords), .color = words, .align = ui::Align::Centre};
  const float room = radius * kWidestWords;
  const float wide = canvas.measure(label_, style);
  if (wide * kLeastWords / style.size > room && label_.find(' ') != std::string::npos) {
    draw_two_lines(canvas, centre, radius, icon, sign, words);
    return;
  }
  if (wide > room) style.size *= room / wide;
  canvas.icon(icon, {centre.x, centre.y - radius * 0.27F}, radius * kIcon, sign);
  canvas.text({centre.x - radius, centre.y + radius * 0.03F, 2 * radius, radius * 0.66F}, label_, style);
}

// "Lay a / flower": letters that can be read, under a smaller sign.
void Tribute::draw_two_lines(ui::Canvas& canvas, Point centre, float radius, std::string_view icon, Color sign, Color words) const {
  canvas.icon(icon, {centre.x, centre.y - radius * 0.5F}, radius * 0.5F, sign);
  const std::size_t blank = label_.rfind(' ');
  const std::array<std::string_view, 2> lines{std::string_view(label_).substr(0, blank), std::string_view(label_).substr(blank + 1)};
  ui::TextStyle style{.face = ui::Face::Serif, .size = kLeastWords + 5, .color = words, .align = ui::Align::Centre};
  const float wide = std::max(canvas.measure(lines[0], style), canvas.measure(lines[1], style));
  if (wide > radius * 1.4F) style.size = std::max(kLeastWords, style.size * radius * 1.4F / wide);
  const float step = canvas.theme().text_size(style.size) * 1.08F;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    canvas.text({centre.x - radius, centre.y - radius * 0.18F + step * static_cast<float>(i), 2 * radius, step}, lines[i], style);
  }
}

// At rest four fine rings; after the touch three of them expand once and are gone. 英烈 and calm mode: none move.
void Tribute::draw_rings(ui::Canvas& canvas, Point centre, float radius) const {
  const Color color = martyr_ ? canvas.color().pine : canvas.color().red;
  const double length = seconds(ui::motion::kTribute);
  const auto t = since_ < 0 ? 1.0F : static_cast<float>(std::clamp((canvas.seconds() - since_) / length, 0.0, 1.0));
  if (!done_) {
    for (int i = 0; i < 4; ++i) {
      const auto step = static_cast<float>(i);
      canvas.ring(centre, radius * (1.11F + 0.062F * step), color.with_alpha(0.62F - 0.1F * step), 1.6F);
    }
    return;
  }
  if (t >= 1 || martyr_ || canvas.theme().modes.calm || canvas.theme().modes.high_contrast) return;
  for (int i = 0; i < 3; ++i) {
    const float late = 0.18F * static_cast<float>(i);
    const float own = std::clamp((t - late) / (1 - late), 0.0F, 1.0F);
    canvas.ring(centre, radius * (1 + kReach * ui::ease_out(own)), color.with_alpha(0.6F * (1 - own)), 4 - 2 * own);
  }
  canvas.request_frame();
}

// As ui::toast() makes room for an icon and the words.
float Tribute::toast_width(const ui::Canvas& canvas) const {
  constexpr float kAroundWords = 2 * 36 + 24;
  const ui::TextStyle words{.face = ui::Face::Sans, .size = 31};
  return std::max(320.0F, kAroundWords + canvas.theme().text_size(44) + canvas.measure(toast_, words));
}

void Tribute::draw_toast(ui::Canvas& canvas, Point offset) {
  if (toast_since_ < 0) return;
  const double age = canvas.seconds() - toast_since_;
  const double in = seconds(canvas.theme().duration(ui::motion::kToastIn));
  const double hold = in + seconds(ui::motion::kToastHold);
  if (age >= hold + kToastOut) {
    toast_since_ = -1;
    return;
  }
  const double alpha = age < in ? age / in : age > hold ? 1 - (age - hold) / kToastOut : 1.0;
  canvas.push_offset(offset);
  ui::toast(canvas, martyr_ ? "flower" : "starf", toast_, {}, static_cast<float>(std::clamp(alpha, 0.0, 1.0)));
  canvas.pop_offset();
  if (age < in || age > hold) {
    canvas.request_frame();
  } else {
    canvas.request_frame_in(std::chrono::milliseconds(static_cast<int>((hold - age) * 1000) + 1));
  }
}

}  // namespace kiosk
