#include "kiosk/screens/search.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <utility>

#include "kiosk/pictures.h"
#include "kiosk/screens/street_shops.h"
#include "kiosk/ui/widgets.h"

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
  suggestions_.clear();
  for (const content::Street* street : streets_with_shops(context)) {
    if (!street->short_name.empty()) suggestions_.push_back(street->short_name);
  }
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
  if (answer == nullptr || answer->ticket == shown_ticket_ || context.searcher.waiting()) return;
  shown_ticket_ = answer->ticket;
  const bool other = hits_.text != answer->text;
  hits_ = group_hits(*answer, context);
  if (other) turners_ = {};
  found_ = context.texts.format(hits_.initials ? "search.found.initials" : "search.found.words",
                                {upper(hits_.text), std::to_string(hits_.total)});
}

SearchScreen::Layout SearchScreen::lay_out(const ui::Canvas& canvas) const {
  const ui::Size size = canvas.size();
  Layout layout;
  layout.landscape = canvas.landscape();
  const float width = std::min(size.w - 2 * ui::space::kMargin, 2000.0F);
  layout.stage = {(size.w - width) / 2, 0, width, size.h};
  const Rect& stage = layout.stage;
  if (layout.landscape) {
    layout.results = {stage.x, 116, width, 364};
    layout.bed = {0, 488, size.w, size.h - 488};
    layout.field = {stage.x, 514, std::round(width * 0.658F), 104};
    layout.candidates = {layout.field.right() + 18, 514, stage.right() - layout.field.right() - 18, 104};
    layout.keys = {stage.x, 645, width, 330};
    layout.head = 56;
  } else {
    layout.bed = {0, size.h - 944, size.w, 944};
    layout.results = {stage.x, 150, width, layout.bed.y - 16 - 150};
    layout.field = {stage.x, layout.bed.y + 28, width, 112};
    layout.candidates = {stage.x, layout.bed.y + 160, width, 88};
    layout.keys = {stage.x, layout.bed.y + 272, width, 496};
    layout.head = 56;
  }
  return layout;
}

Action SearchScreen::draw(ui::Canvas& canvas, const Context& context) {
  if (context.visitor.typed != asked_) ask(context);
  take_answer(context);
  const Layout layout = lay_out(canvas);
  const auto& color = canvas.color();
  canvas.fill(canvas.bounds(), color.paper1);
  canvas.fill(layout.bed, color.keyboard);
  canvas.fill(layout.bed.top(2), color.line);
  Action action = Stay{};
  draw_title(canvas, context, layout);
  keep(action, draw_results(canvas, context, layout));
  draw_field(canvas, context, layout);
  draw_candidates(canvas, context, layout);
  if (keyboard_.draw(canvas, context, layout.keys)) canvas.request_frame();
  keep(action, draw_foot(canvas, context, layout));
  return action;
}

void SearchScreen::draw_title(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const auto& color = canvas.color();
  const bool wide = layout.landscape;
  const float middle = wide ? 72.0F : 80.0F;
  const float right = layout.stage.right();
  const float title = canvas.text({layout.stage.x, middle - 44, 400, 88}, context.texts("search.title"),
                                  {.face = Face::Serif, .size = wide ? 46.0F : 58.0F, .color = color.ink});
  const float clock = canvas.text({right - 300, middle - 44, 300, 88}, clock_text(context.now),
                                  {.face = Face::Sans, .size = wide ? 56.0F : 64.0F, .color = color.ink, .align = Align::Right});
  if (hits_.total == 0) return;
  const float left = layout.stage.x + title + 28;
  canvas.text({left, middle - 28, right - clock - 24 - left, 60}, found_, {.face = Face::Sans, .size = wide ? 29.0F : 30.0F, .color = color.ink2});
}

void SearchScreen::draw_field(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const auto& color = canvas.color();
  Rect field = layout.field;
  if (layout.landscape && hits_.candidates.empty() && !context.visitor.typed.empty()) field.w = layout.stage.w;
  const float radius = field.h / 2;
  canvas.fill(field, color.white, radius);
  canvas.outline(field, color.red, 4, radius);
  canvas.icon("search", {field.x + 68, field.centre().y}, 46, color.ink);
  std::string& typed = context.visitor.typed;
  const ui::TextStyle style{.face = Face::SansMedium, .size = 51, .color = color.ink, .tracking = 0.15F};
  const float left = field.x + 114;
  const float room = field.right() - 130 - left;
  ui::TextStyle shown = style;
  const std::string words = upper(typed);
  const float wide = canvas.measure(words, style);
  if (wide > room) shown.size = std::max(28.0F, style.size * room / wide);
  const float width = canvas.text({left, field.y, room, field.h}, words, shown);
  canvas.fill({left + width + (typed.empty() ? 4.0F : 13.0F), field.centre().y - 28, 4, 56}, color.red);
  if (typed.empty()) return;

  const ui::Point clear{field.right() - 62, field.centre().y};
  const ui::Touch touch = canvas.touch(context.texts("search.clear_field"), Rect{clear.x, clear.y, 0, 0}.inset(-46));
  canvas.disc(clear, 37, touch.pressed ? color.paper3 : color.paper2);
  canvas.icon("close", clear, 38, color.ink);
  if (touch.focused) canvas.focus_ring(Rect{clear.x, clear.y, 0, 0}.inset(-37), 37);
  if (touch.tapped) {
    typed.clear();
    canvas.request_frame();
  }
}

void SearchScreen::draw_candidates(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const auto& words = context.visitor.typed.empty() ? suggestions_ : hits_.candidates;
  if (words.empty()) return;
  const auto& color = canvas.color();
  const Rect& row = layout.candidates;
  float x = row.x;
  if (!layout.landscape) {
    x += canvas.text(row, context.texts("search.maybe"), {.face = Face::Sans, .size = 27, .color = color.ink2}) + 20;
  }
  const ui::ButtonStyle style{.text_size = 35, .radius = row.h / 2};
  for (const std::string& word : words) {
    const float width = canvas.measure(word, {.face = Face::SansMedium, .size = 35}) + 80;
    if (x + width > row.right() + 1) return;
    if (ui::button(canvas, word, {x, row.y, width, row.h}, style)) {
      context.visitor.typed = word;
      canvas.request_frame();
      return;
    }
    x += width + (layout.landscape ? 18.0F : 15.0F);
  }
}

Action SearchScreen::draw_foot(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  if (!layout.landscape) {
    Action action = draw_dock(canvas, context, page_areas(canvas), {});
    // Searching is what this page does.
    return std::holds_alternative<Open>(action) ? Action{Stay{}} : action;
  }
  const float y = canvas.size().h - 96;
  const Rect back{layout.stage.x, y, 168, ui::touch::kDock};
  const Rect home = back.moved(184, 0);
  Action action = Stay{};
  if (ui::button(canvas, context.texts("dock.home"), home, {.icon = "home", .radius = ui::radius::kButton})) action = GoHome{};
  if (ui::button(canvas, context.texts("dock.back"), back, {.icon = "back", .radius = ui::radius::kButton})) action = Back{};
  const float left = home.right() + 110;
  canvas.text({left, y, layout.stage.right() - left, ui::touch::kDock}, context.texts("search.hint"),
              {.face = Face::Sans, .size = 27, .color = canvas.color().ink2});
  return action;
}

// Before anything is typed, and when nothing is found.
void SearchScreen::draw_speech(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const auto& color = canvas.color();
  const bool empty = context.visitor.typed.empty();
  const std::string sentence = empty ? std::string(context.texts("search.ask"))
                                     : context.texts.format("search.none", {upper(context.visitor.typed)});
  const Rect area = layout.results.inset(0, layout.landscape ? 40.0F : 120.0F);
  const float height = canvas.paragraph({area.x, area.y, area.w, 0}, sentence,
                                        {.face = Face::Serif, .size = 50, .color = color.ink, .line = 1.34F}, 2);
  canvas.paragraph({area.x, area.y + height + 20, area.w, 0}, context.texts(empty ? "search.ask_line" : "search.none_line"),
                   {.face = Face::Sans, .size = 31, .color = color.ink2, .line = 1.5F}, 3);
}

}  // namespace kiosk
