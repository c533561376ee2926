#include "kiosk/screens/attract.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "content/schedule.h"
#include "kiosk/featured.h"
#include "kiosk/pictures.h"
#include "kiosk/said.h"
#include "kiosk/ui/utf8.h"
#include "kiosk/widgets/page_frame.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Color;
using ui::Face;
using ui::Point;
using ui::Rect;
using ui::TextStyle;

constexpr double kHold = std::chrono::duration<double>(ui::motion::kPosterHold).count();
constexpr std::chrono::milliseconds kFadeFrame{33};  // a dissolve needs no more
// A poster wanders slowly below its words: whole pixels, so that its edges stay sharp and do not swim, and few steps a second,
// because without a graphics card each costs a whole frame.
constexpr double kPanStep = 0.5;           // seconds
constexpr int kPanSteps = 22;              // while it is on screen, the dissolve included: a little more than the longest stay
constexpr int kPixelsPerStep = 2;          // at 1080; twice as many at 2160
constexpr float kStep = 1.16F;  // em from character to character in a column
constexpr float kBiggest = 138; // u of a slogan's character
constexpr float kTallestPill = 140;   // on a screen taller than the poster

// A frame that comes a moment early counts as come.
int pan_step(double seconds) { return static_cast<int>(seconds / kPanStep + 0.05); }

Rect of_screen(const std::array<float, 4>& plane, ui::Size size) {
  return {plane[0] * size.w, plane[1] * size.h, (plane[2] - plane[0]) * size.w, (plane[3] - plane[1]) * size.h};
}

// The second line stands as large as the first when it is short, else smaller and in the second ink.
bool second_line_is_short(const content::Poster& poster) {
  return ui::character_count(poster.slogan[1]) + 2 <= ui::character_count(poster.slogan[0]);
}

void draw_vertical_slogan(ui::Canvas& canvas, const content::Poster& poster) {
  const Rect plane = of_screen(poster.landscape_layout.text_plane, canvas.size());
  const auto count = static_cast<float>(std::max<std::size_t>(ui::character_count(poster.slogan[0]), 1));
  const float size = std::min({kBiggest, plane.h / (count * kStep), plane.w / 3});
  const float height = (count - 1) * size * kStep + size;
  const float top = plane.y + (plane.h - height) / 2 + size * 0.06F;  // a Han character's ink sits high in its box
  const Point first{plane.right() - size * 1.1F, top};
  canvas.column(first, poster.slogan[0], {.face = Face::Serif, .size = size, .color = Color::rgb(poster.ink)}, kStep);
  if (poster.slogan.size() < 2) return;

  const bool is_short = second_line_is_short(poster);
  const auto second_count = static_cast<float>(ui::character_count(poster.slogan[1]));
  const float second_size = is_short ? size : std::min(size * 0.62F, height / (second_count * kStep));
  const float second_height = (second_count - 1) * second_size * kStep + second_size;
  const Point second{first.x - size * 1.385F, top + height - second_height};
  canvas.column(second, poster.slogan[1],
                {.face = Face::Serif, .size = second_size, .color = Color::rgb(is_short ? poster.ink : poster.ink2)}, kStep);
  if (is_short && !poster.small_line.empty()) {
    canvas.column({second.x, top}, poster.small_line, {.face = Face::SansMedium, .size = 31, .color = Color::rgb(poster.ink)},
                  1.2F);
  }
}

void draw_horizontal_slogan(ui::Canvas& canvas, const content::Poster& poster) {
  const Rect plane = of_screen(poster.portrait_layout.text_plane, canvas.size());
  const auto line = [&](std::string_view words, float size, float y, Color color) {
    const auto count = static_cast<float>(std::max<std::size_t>(ui::character_count(words), 1));
    const float fitted = std::min(size, plane.w / (count * 1.09F));
    canvas.text({plane.x - 20, y - fitted, plane.w + 40, 2 * fitted}, words,
                {.face = Face::Serif, .size = fitted, .color = color, .align = Align::Centre, .tracking = 0.08F});
  };
  line(poster.slogan[0], 142, plane.y + plane.h * 0.32F, Color::rgb(poster.ink));
  if (poster.slogan.size() > 1) line(poster.slogan[1], 78, plane.y + plane.h * 0.74F, Color::rgb(poster.ink2));
}

// The pill only explains: the whole screen can be touched. A ring leaves it as the poster comes.
void draw_invitation(ui::Canvas& canvas, const Texts& texts, const content::Poster& poster, Rect pill, float size) {
  const Color text = Color::rgb(poster.pill_text);
  canvas.fill(pill, Color::rgb(poster.pill_fill), pill.h / 2);
  const TextStyle style{.face = Face::SansBold, .size = size, .color = text};
  const std::string_view words = texts("attract.touch");
  const float width = canvas.measure(words, style);
  const float icon = size * 1.35F;
  const float left = pill.x + (pill.w - width - icon - size * 0.55F) / 2;
  canvas.icon("hand", {left + icon / 2, pill.centre().y}, icon, text, 1.2F);
  canvas.text({left + icon + size * 0.55F, pill.y, width + 4, pill.h}, words, style);
}

void draw_pulse(ui::Canvas& canvas, const content::Poster& poster, Rect pill, float t) {
  const float grown = ui::ease_out(t) * pill.h * 0.25F;
  const Rect ring = pill.inset(-grown);
  canvas.outline(ring, Color::rgb(poster.pill_fill).with_alpha(0.5F * (1 - t)), 4, ring.h / 2);
}

Rect pill_box(const ui::Canvas& canvas, const content::Poster& poster) {
  const ui::Size size = canvas.size();
  if (!canvas.landscape()) {
    const Rect pill = of_screen(poster.portrait_layout.pill, size);
    return ui::centred(pill, {pill.w, std::min(pill.h, kTallestPill)});
  }
  const Rect bar = of_screen(poster.landscape_layout.calm_strip, size);
  const Rect strip = bar.h > 0 ? bar : Rect{0, size.h - 150, size.w, 150};
  return ui::centred(strip, {508, 95});
}

}  // namespace

std::vector<std::size_t> weighted_round(const std::vector<int>& weights) {
  std::vector<std::size_t> round;
  std::vector<int> credit(weights.size(), 0);
  int total = 0;
  for (const int weight : weights) total += std::max(weight, 1);
  for (int step = 0; step < total; ++step) {
    for (std::size_t i = 0; i < weights.size(); ++i) credit[i] += std::max(weights[i], 1);
    const auto next = static_cast<std::size_t>(std::ranges::max_element(credit) - credit.begin());
    credit[next] -= total;
    round.push_back(next);
  }
  return round;
}

void Attract::enter(const Context& context) {
  const content::Catalog& catalog = context.catalog;
  const Texts& texts = context.texts;
  std::vector<Slide> posters;
  std::vector<int> weights;
  for (const auto* poster : content::filter_visible(catalog.posters, context.now)) {
    const content::Theme* theme = poster->theme.empty() ? nullptr : catalog.find_theme(poster->theme);
    const bool theme_is_over = !poster->theme.empty() && (theme == nullptr || !content::theme_active(*theme, context.now));
    if (theme_is_over || poster->slogan.empty()) continue;
    constexpr float kLargest = 4096;
    posters.push_back({*poster, picture_source(catalog, poster->landscape, kLargest),
                       picture_source(catalog, poster->portrait, kLargest)});
    weights.push_back(poster->weight);
  }
  const bool same = std::ranges::equal(posters, posters_, {}, [](const Slide& s) { return s.poster.id; },
                                       [](const Slide& s) { return s.poster.id; });
  posters_ = std::move(posters);
  round_ = weighted_round(weights);
  if (!same) restart();
  city_line_ = texts.format("home.place", {catalog.city.name, catalog.city.campaign});
  date_ = date_text(context.now, texts);
  lunar_date_ = lunar_date_text(context.now, texts);
  feast_.clear();
  if (const auto feast = next_feast(catalog, context.now)) {
    const std::string name = said(*feast->theme, "feast_name", feast->theme->feast_name, texts).text;
    feast_ = feast->days == 0 ? texts.format("home.feast_today", {name}) : texts.format("home.until", {name, std::to_string(feast->days)});
  }
}

bool Attract::draw(ui::Canvas& canvas, const Context& context) {
  const bool first = started_ < 0;
  if (first) started_ = canvas.seconds();
  const double fade = std::chrono::duration<double>(canvas.theme().duration(ui::motion::kPoster)).count();
  const double passed = canvas.seconds() - started_;
  const auto step = static_cast<std::size_t>(passed / kHold);
  const double on_screen = passed - static_cast<double>(step) * kHold;
  const bool fading = posters_.size() > 1 && step > 0 && on_screen < fade;

  const Slide& now = slide_at(step);
  if (fading && slide_at(step - 1).poster.id != now.poster.id) {
    const auto t = static_cast<float>(on_screen / fade);
    draw_slide(canvas, context, slide_at(step - 1), {.shown = 1, .seconds = on_screen + kHold, .step = step - 1});
    draw_slide(canvas, context, now, {.shown = t, .seconds = on_screen, .step = step});
    // The ring leaves the invitation while frames are drawn anyway.
    if (!canvas.theme().modes.calm) draw_pulse(canvas, now.poster, pill_box(canvas, now.poster), t);
    canvas.request_frame_in(kFadeFrame);
  } else {
    draw_slide(canvas, context, now, {.shown = 1, .seconds = on_screen, .step = step});
    const double rest = kHold - on_screen;
    const double next_step = static_cast<double>(pan_step(on_screen) + 1) * kPanStep - on_screen;
    const double wait = wanders(canvas) ? std::min(rest, next_step) : rest;
    canvas.request_frame_in(std::chrono::milliseconds(static_cast<std::int64_t>(wait * 1000) + 5));
  }
  const Slide& next = slide_at(step + 1);
  canvas.prefetch(canvas.landscape() ? next.landscape : next.portrait, picture_box(canvas, {}).size());
  return canvas.touch(context.texts("attract.touch"), canvas.bounds()).tapped;
}

// A single poster comes back to where it began, so it rests; calm visitors' posters rest too.
bool Attract::wanders(const ui::Canvas& canvas) const { return posters_.size() > 1 && !canvas.theme().modes.calm; }

// Every other poster wanders the other way. The box is larger than the screen by the whole way and begins at one of its ends.
Rect Attract::picture_box(const ui::Canvas& canvas, const Moment& moment) const {
  const Rect screen = canvas.bounds();
  if (!wanders(canvas)) return screen;
  const float pixel = std::max(1.0F, std::round(canvas.pixels_per_u())) * kPixelsPerStep / canvas.pixels_per_u();
  const int taken = std::min(pan_step(moment.seconds), kPanSteps);
  const float way = static_cast<float>(kPanSteps) * pixel;
  const float gone = static_cast<float>(moment.step % 2 == 0 ? taken : kPanSteps - taken) * pixel;
  const float tall = way * screen.h / screen.w;
  return {screen.x - gone, screen.y - tall / 2, screen.w + way, screen.h + tall};
}

void Attract::draw_slide(ui::Canvas& canvas, const Context& context, const Slide& slide, const Moment& moment) const {
  canvas.push_alpha(moment.shown);
  const Color ground = Color::rgb(slide.poster.ground);
  canvas.fill(canvas.bounds(), ground);
  canvas.picture(picture_box(canvas, moment), canvas.landscape() ? slide.landscape : slide.portrait, {.placeholder = ground});
  if (canvas.landscape()) {
    draw_landscape(canvas, context, slide.poster);
  } else {
    draw_portrait(canvas, context, slide.poster);
  }
  canvas.pop_alpha();
}

void Attract::draw_landscape(ui::Canvas& canvas, const Context& context, const content::Poster& poster) const {
  draw_vertical_slogan(canvas, poster);
  const ui::Size size = canvas.size();
  const Rect pill = pill_box(canvas, poster);
  const float middle = pill.centre().y;
  const Color ink = Color::rgb(poster.ink);
  const float clock = canvas.text({72, middle - 58, 400, 120}, clock_text(context.now), {.face = Face::Sans, .size = 86, .color = ink});
  const TextStyle date{.face = Face::Sans, .size = 27, .color = ink};
  const float dates_x = 72 + clock + 26;
  const float up = feast_.empty() ? 42 : 61;
  float dates = canvas.text({dates_x, middle - up, 400, 44}, date_, date);
  dates = std::max(dates, canvas.text({dates_x, middle - up + 39, 400, 44}, lunar_date_, date));
  TextStyle feast = date;
  feast.face = Face::SansBold;
  dates = std::max(dates, canvas.text({dates_x, middle - up + 78, 400, 44}, feast_, feast));

  const bool dark = (ink.r + ink.g + ink.b) > 3 * 128;
  const auto& color = canvas.color();
  const float right = size.w - 72;
  const TextStyle name{.face = Face::Serif, .size = 40, .color = ink, .align = Align::Right};
  const float width = canvas.text({right - 400, middle - 40, 400, 80}, context.texts("product.name"), name);
  const Rect mark{right - width - 20 - 78, middle - 42, 82, 82};
  // In the middle, on a narrow screen in the middle of what is left.
  const float from = dates_x + dates + 28;
  Rect invitation = pill;
  invitation.w = std::min(pill.w, mark.x - 28 - from);
  invitation.x = std::clamp(pill.centre().x - invitation.w / 2, from, mark.x - 28 - invitation.w);
  draw_invitation(canvas, context.texts, poster, invitation, 38 * std::min(1.0F, invitation.w / pill.w * 1.06F));
  canvas.mark(mark, dark ? color.cream : color.red, dark ? color.gold_line : color.gold, dark ? color.cream : color.red);
  draw_dots(canvas, poster, size.w - 72, 62);
}

void Attract::draw_portrait(ui::Canvas& canvas, const Context& context, const content::Poster& poster) const {
  const ui::Size size = canvas.size();
  const auto& color = canvas.color();
  const Color ink = Color::rgb(poster.ink);
  const bool dark = (ink.r + ink.g + ink.b) > 3 * 128;
  canvas.mark({66, 64, 92, 92}, dark ? color.cream : color.red, dark ? color.gold_line : color.gold, dark ? color.cream : color.red);
  canvas.text({175, 62, 500, 60}, context.texts("product.name"), {.face = Face::Serif, .size = 44, .color = ink});
  canvas.text({175, 116, 560, 44}, city_line_, {.face = Face::Sans, .size = 26, .color = ink});
  canvas.text({size.w - 74 - 360, 60, 360, 110}, clock_text(context.now),
              {.face = Face::Sans, .size = 88, .color = ink, .align = Align::Right});
  draw_horizontal_slogan(canvas, poster);
  draw_invitation(canvas, context.texts, poster, pill_box(canvas, poster), 47);
  const float foot = size.h - 77;
  const float up = feast_.empty() ? 30 : 52;
  canvas.text({72, foot - up, 640, 60}, context.texts.format("home.place", {date_, lunar_date_}),
              {.face = Face::Sans, .size = 27, .color = ink});
  canvas.text({72, foot - up + 42, 640, 60}, feast_, {.face = Face::SansBold, .size = 27, .color = ink});
  draw_dots(canvas, poster, size.w - 72, foot);
}

void Attract::draw_dots(ui::Canvas& canvas, const content::Poster& poster, float right, float y) const {
  if (posters_.size() < 2) return;
  const Color ink = Color::rgb(poster.ink);
  float x = right;
  for (std::size_t i = posters_.size(); i-- > 0;) {
    const bool here = posters_[i].poster.id == poster.id;
    const float width = here ? 40 : 13;
    canvas.fill({x - width, y - 6.5F, width, 13}, here ? ink : ink.with_alpha(0.4F), 6.5F);
    x -= width + 12;
  }
}

}  // namespace kiosk
