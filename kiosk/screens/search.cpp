#include "kiosk/screens/search.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/name_line.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

std::string upper(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  return text;
}

}  // namespace

bool SearchScreen::enter(const Context& context) {
  first_words_ = first_words(context);
  context.searcher.view(search_view(context));
  shown_ticket_ = 0;
  asked_.clear();
  if (!context.visitor.typed.empty()) ask(context);
  return true;
}

void SearchScreen::ask(const Context& context) {
  asked_ = context.visitor.typed;
  if (asked_.empty()) {
    hits_ = {};
    found_.clear();
    return;
  }
  context.searcher.ask(asked_);
}

void SearchScreen::take_answer(const Context& context) {
  const SearchAnswer* answer = context.searcher.answer();
  if (asked_.empty() || answer == nullptr || answer->ticket == shown_ticket_ || context.searcher.waiting()) return;
  shown_ticket_ = answer->ticket;
  if (hits_.text != answer->text) {
    turners_ = {};
    tab_ = 0;
  }
  hits_ = group_hits(*answer, context);
  say_found(context);
}

void SearchScreen::say_found(const Context& context) {
  const Texts& texts = context.texts;
  const std::string typed = upper(hits_.quoted);
  found_.clear();
  if (hits_.total() == 0) return;
  if (hits_.exact == 0) {
    found_ = hits_.understood.empty() ? texts.format("search.near", {typed, std::to_string(hits_.near)})
                                      : texts.format("search.near.words", {typed, hits_.understood});
    return;
  }
  found_ = texts.format(hits_.initials ? "search.found.initials" : "search.found.words", {typed, std::to_string(hits_.exact)});
  if (hits_.near > 0) found_ += texts.format("search.near.more", {std::to_string(hits_.near)});
}

Action SearchScreen::draw(ui::Canvas& canvas, const Context& context) {
  if (context.visitor.typed != asked_) ask(context);
  take_answer(context);
  const SearchLayout layout = search_layout(canvas, listing_);
  const auto& color = canvas.color();
  canvas.fill(canvas.bounds(), color.paper1);
  if (!layout.listing) {
    canvas.fill(layout.bed, color.keyboard);
    canvas.fill(layout.bed.top(2), color.line);
  }
  Action action = Stay{};
  draw_title(canvas, context, layout);
  keep(action, draw_results(canvas, context, layout));
  if (layout.listing) {
    draw_typed(canvas, context.visitor.typed, layout.peek.top(112));
  } else {
    draw_field(canvas, context, layout);
    draw_candidates(canvas, context, layout);
    if (keyboard_.draw(canvas, context, layout.keys)) canvas.request_frame();
  }
  draw_turn_over(canvas, context, layout);
  keep(action, draw_search_dock(canvas, context, layout.areas, context.texts("search.hint")));
  return action;
}

void SearchScreen::draw_title(ui::Canvas& canvas, const Context& context, const SearchLayout& layout) const {
  const auto& color = canvas.color();
  const bool wide = layout.landscape;
  const float middle = wide ? 72.0F : 80.0F;
  const float right = layout.stage.right();
  const float title = canvas.text({layout.stage.x, middle - 44, 500, 88}, context.texts("search.title"),
                                  {.face = Face::Serif, .size = wide ? 46.0F : 58.0F, .color = color.ink});
  const float clock = canvas.text({right - 300, middle - 44, 300, 88}, clock_text(context.now),
                                  {.face = Face::Sans, .size = wide ? 56.0F : 64.0F, .color = color.ink, .align = Align::Right});
  if (found_.empty()) return;
  const float left = layout.stage.x + title + 28;
  const float room = right - clock - 24 - left;
  const ui::TextStyle style{.face = Face::Sans, .size = wide ? 29.0F : 30.0F, .color = color.ink2, .line = 1.3F};
  if (canvas.measure(found_, style) <= room) {
    canvas.text({left, middle - 28, room, 60}, found_, style);
    return;
  }
  ui::TextStyle small{.face = Face::Sans, .size = 26, .color = color.ink2, .line = 1.3F};
  ui::TextBlock block = canvas.layout(found_, small, room, 2);
  if (block.lines.back().ellipsis) {
    small.size = 25, small.line = 1.12F;
    block = canvas.layout(found_, small, room, 3);
  }
  if (!block.lines.back().ellipsis) block = lay_balanced(canvas, found_, small, room);   // no word in two
  canvas.draw(block, {left, middle + 4 - std::min(block.height(), 100.0F) / 2});
}

void SearchScreen::type(const Context& context, std::string words) const {
  context.visitor.typed = std::move(words);
}

// What was typed with the cursor behind it, smaller when it is long.
void SearchScreen::draw_typed(ui::Canvas& canvas, const std::string& typed, Rect room) const {
  const auto& color = canvas.color();
  ui::TextStyle style{.face = Face::SansMedium, .size = 51, .color = color.ink, .tracking = 0.15F};
  const std::string words = upper(typed);
  const float wide = canvas.measure(words, style);
  if (wide > room.w) style.size = std::max(26.0F, style.size * room.w / wide);
  if (wide > room.w) style.tracking = 0;
  const float width = canvas.text(room, words, style);
  canvas.fill({room.x + width + (typed.empty() ? 4.0F : 13.0F), room.centre().y - 28, 4, 56}, color.red);
}

void SearchScreen::draw_field(ui::Canvas& canvas, const Context& context, const SearchLayout& layout) {
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  Rect field = layout.field;
  std::string& typed = context.visitor.typed;
  if (layout.landscape && !layout.low && hits_.candidates.empty() && !typed.empty()) field.w = layout.stage.w;
  const float radius = field.h / 2;
  canvas.fill(field, high_contrast ? color.paper0 : color.white, radius);
  canvas.outline(field, high_contrast ? color.ink : color.red, 4, radius);
  canvas.icon("search", {field.x + 68, field.centre().y}, 46, color.ink);
  draw_typed(canvas, typed, {field.x + 114, field.y, field.w - 130 - 114, field.h});
  if (typed.empty()) return;

  const ui::Point clear{field.right() - 62, field.centre().y};
  const float disc = std::min(37.0F, field.h / 2 - 8);
  const ui::Touch touch = canvas.touch(context.texts("search.clear_field"), Rect{clear.x, clear.y, 0, 0}.inset(-field.h / 2));
  canvas.disc(clear, disc, touch.pressed ? color.paper3 : color.paper2);
  if (high_contrast) canvas.ring(clear, disc - 2, color.control, 4);
  canvas.icon("close", clear, 38, high_contrast ? color.control : color.ink);
  if (touch.focused) canvas.focus_ring(Rect{clear.x, clear.y, 0, 0}.inset(-disc), disc);
  if (touch.tapped) {
    typed.clear();
    canvas.request_frame();
  }
}

void SearchScreen::draw_candidates(ui::Canvas& canvas, const Context& context, const SearchLayout& layout) {
  const bool begun = !context.visitor.typed.empty();
  const auto& words = begun ? hits_.candidates : first_words_;
  const auto& labels = begun ? hits_.candidate_labels : first_words_;
  if (words.empty()) return;
  const Rect& row = layout.candidates;
  float x = row.x;
  if (!layout.landscape) {
    x += canvas.text(row, context.texts("search.maybe"), {.face = Face::Sans, .size = 27, .color = canvas.color().ink2}) + 20;
  }
  ui::ButtonStyle style{.text_size = 35, .radius = row.h / 2};
  const auto width_of = [&](const std::string& label, float around) { return canvas.measure(label, {.face = Face::SansMedium, .size = style.text_size}) + around; };
  // The first is worth smaller letters.
  const bool tight = x + width_of(labels.front(), 80) > row.right() + 1;
  if (tight) style.text_size = 27;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const float width = width_of(labels[i], tight ? 48 : 80);
    if (x + width > row.right() + 1) continue;
    if (ui::button(canvas, labels[i], {x, row.y, width, row.h}, style)) {
      type(context, words[i]);
      canvas.request_frame();
      return;
    }
    x += width + (layout.landscape ? 18.0F : 15.0F);
  }
}

// Low reach: 看结果 7 条, and back to the keys.
void SearchScreen::draw_turn_over(ui::Canvas& canvas, const Context& context, const SearchLayout& layout) {
  if (!layout.low) {
    listing_ = false;
    return;
  }
  const Texts& texts = context.texts;
  if (layout.listing) {
    if (ui::button(canvas, texts("search.keys"), layout.turn_over, {.kind = ui::ButtonKind::Ink, .icon = "keyboard"})) listing_ = false;
    return;
  }
  if (context.visitor.typed.empty()) return;
  const std::string words = hits_.total() > 0 ? texts.format("search.show", {std::to_string(hits_.total())}) : std::string(texts("search.show_ideas"));
  ui::TextStyle style{.face = Face::SansMedium, .size = 31};
  style = ui::fitted(canvas, words, style, layout.turn_over.w - 40);
  if (!ui::button(canvas, words, layout.turn_over, {.kind = ui::ButtonKind::Primary, .text_size = style.size, .radius = layout.turn_over.h / 2})) return;
  listing_ = true;
  canvas.request_frame();
}

}  // namespace kiosk
