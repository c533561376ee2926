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

constexpr float kLeadShare = 640.0F / 540.0F;   // the first column is that much wider
constexpr float kColumnGap = 44;
constexpr float kPortraitGroupGap = 24;

std::string upper(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  return text;
}

// The first action that is not Stay.
void keep(Action& action, Action next) {
  if (stays(action)) action = std::move(next);
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

Action SearchScreen::draw_results(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  if (context.visitor.typed.empty() || (hits_.groups.empty() && !context.searcher.waiting())) {
    draw_speech(canvas, context, layout);
    return Stay{};
  }
  return layout.landscape ? draw_columns(canvas, context, layout) : draw_stack(canvas, context, layout);
}

Action SearchScreen::draw_columns(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  Action action = Stay{};
  const auto count = static_cast<float>(group_count());
  const float room = layout.results.w - (count - 1) * kColumnGap;
  const float unit = room / (count - 1 + kLeadShare);
  float x = layout.results.x;
  for (std::size_t i = 0; i < group_count(); ++i) {
    const float width = i == 0 ? unit * kLeadShare : unit;
    keep(action, draw_group(canvas, context, i, {x, layout.results.y, width, layout.results.h}, count < 2 ? 2 : 1));
    x += width + kColumnGap;
  }
  return action;
}

// Each group gets a row; what room is left goes round.
Action SearchScreen::draw_stack(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const std::size_t groups = group_count();
  const float per_group = layout.head + kPortraitGroupGap;
  int left = static_cast<int>((layout.results.h + kPortraitGroupGap - static_cast<float>(groups) * per_group) / layout.row);
  std::array<int, 3> rows{};
  for (bool given = true; given && left > 0;) {
    given = false;
    for (std::size_t i = 0; i < groups && left > 0; ++i) {
      if (rows[i] >= static_cast<int>(hits_.groups[i].rows.size())) continue;
      ++rows[i];
      --left;
      given = true;
    }
  }
  Action action = Stay{};
  float y = layout.results.y;
  for (std::size_t i = 0; i < groups; ++i) {
    const float height = layout.head + static_cast<float>(rows[i]) * layout.row;
    if (rows[i] > 0) keep(action, draw_group(canvas, context, i, {layout.results.x, y, layout.results.w, height}, 1));
    y += height + kPortraitGroupGap;
  }
  return action;
}

Action SearchScreen::draw_group(ui::Canvas& canvas, const Context& context, std::size_t index, Rect area, int columns) {
  const HitGroup& group = hits_.groups[index];
  const bool wide = canvas.landscape();
  const float head_height = 56;
  const float row_height = 116;
  const Rect head = area.top(head_height);
  draw_head(canvas, group, head);
  // Landscape keeps the foot for "还有 2 家"; portrait says it in the head.
  const Rect body = area.below(head_height);
  const int lines = std::max(1, static_cast<int>((body.h - (wide ? 64 : 0)) / row_height + 0.01F));
  const int per_page = lines * columns;
  const int count = static_cast<int>(group.rows.size());
  const int pages = (count + per_page - 1) / per_page;
  const float column = (body.w - static_cast<float>(columns - 1) * kColumnGap) / static_cast<float>(columns);

  const HitRow* tapped = nullptr;
  ui::PageTurner& turner = turners_[index];
  const Rect rows = body.top(static_cast<float>(lines) * row_height);
  const auto turn = turner.begin(canvas, group.title, rows, pages);
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    const int first = page.index * per_page;
    for (int i = first; i < std::min(first + per_page, count); ++i) {
      const int slot = i - first;
      const Rect box{rows.x + static_cast<float>(slot % columns) * (column + kColumnGap),
                     rows.y + static_cast<float>(slot / columns) * row_height, column, row_height};
      const bool last = !wide && (slot + 1 == per_page || i + 1 == count);
      const HitRow& row = group.rows[static_cast<std::size_t>(i)];
      if (draw_row(canvas, context, row, box, last)) tapped = &row;
    }
    canvas.pop_offset();
  }
  turner.end(canvas);
  draw_more(canvas, context, index, wide ? Rect{area.x, rows.bottom() + 4, std::min(area.w, 320.0F), 68} : head, per_page);
  return tapped == nullptr ? Action{Stay{}} : open(index, *tapped);
}

void SearchScreen::draw_head(ui::Canvas& canvas, const HitGroup& group, Rect head) const {
  const auto& color = canvas.color();
  const float middle = head.y + 28;
  canvas.icon(group.icon, {head.x + 18, middle}, 36, color.ink2);
  const float title = canvas.text({head.x + 50, middle - 26, head.w - 120, 52}, group.title,
                                  {.face = Face::SansBold, .size = 31, .color = color.ink});
  canvas.text({head.x + 50 + title + 16, middle - 25, 120, 52}, std::to_string(group.total), {.face = Face::Sans, .size = 28, .color = color.ink2});
  canvas.fill({head.x, head.bottom() - 2, head.w, 2}, color.ink);
}

// "还有 2 家 ›" turns to the next page; on the last one it leads back to the first.
void SearchScreen::draw_more(ui::Canvas& canvas, const Context& context, std::size_t index, Rect box, int per_page) {
  const HitGroup& group = hits_.groups[index];
  ui::PageTurner& turner = turners_[index];
  if (turner.page_count() < 2) return;
  const auto& color = canvas.color();
  const std::int64_t left = group.total - static_cast<std::int64_t>(turner.page() + 1) * per_page;
  const bool last = turner.page() + 1 >= turner.page_count();
  const std::string words = last ? std::string(context.texts("search.first"))
                                 : context.texts.format(group.shops ? "search.more" : "search.more_items", {std::to_string(left)});
  const ui::TextStyle style{.face = Face::SansMedium, .size = 29, .color = color.ink};
  const float width = canvas.measure(words, style);
  const bool wide = canvas.landscape();
  const float x = wide ? box.x : box.right() - width - 40;
  const Rect hit{wide ? x : x - 24, box.centre().y - 34, width + 40 + (wide ? 24.0F : 24.0F), 68};
  const ui::Touch touch = canvas.touch(group.title + " " + words, hit);
  if (touch.pressed) canvas.fill(hit, color.paper2, ui::radius::kThumb);
  canvas.text({x, box.y, width + 4, box.h}, words, style);
  canvas.icon("right", {x + width + 24, box.centre().y + 1}, 34, color.ink);
  if (touch.focused) canvas.focus_ring(hit, ui::radius::kThumb);
  if (!touch.tapped) return;
  turner.go_to(last ? 0 : turner.page() + 1);
  canvas.request_frame();
}

bool SearchScreen::draw_row(ui::Canvas& canvas, const Context& context, const HitRow& row, Rect box, bool last) const {
  const ui::Touch touch = canvas.touch(row.label, box);
  const auto& color = canvas.color();
  const bool wide = canvas.landscape();
  if (touch.pressed) canvas.fill(box.inset(-8, 2), color.paper2, ui::radius::kThumb);
  if (!last) canvas.fill({box.x, box.bottom() - 2, box.w, 2}, color.line);
  const float side = wide ? 84.0F : 88.0F;
  const Rect picture{box.x, box.y + (box.h - side) / 2 - 1, side, side};
  const auto source = picture_source(context.catalog, row.picture, side * canvas.pixels_per_u());
  if (source.empty()) {
    canvas.fill(picture, color.paper2, ui::radius::kThumb);
    canvas.icon(row.icon, picture.centre(), 44, color.ink2);
  } else {
    canvas.picture(picture, source, {.radius = ui::radius::kThumb});
  }
  const float left = picture.right() + (wide ? 22 : 24);
  const float width = box.right() - left - (wide ? 4 : 56);
  const ui::TextStyle title{.face = Face::SansMedium, .size = wide ? 33.0F : 35.0F, .color = color.ink};
  const ui::TextStyle line{.face = Face::Sans, .size = wide ? 26.0F : 27.0F, .color = color.ink2};
  const float middle = box.centre().y;
  canvas.text_marked({left, middle - (wide ? 7 : 6)}, width, row.title, row.marks, title, color.red);
  canvas.text_marked({left, middle + 32}, width, row.line, row.line_marks, line, color.red);
  if (!wide) canvas.icon("right", {box.right() - 16, middle}, 34, color.ink2);
  if (touch.focused) canvas.focus_ring(box.inset(-4, 2), ui::radius::kThumb);
  return touch.tapped;
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
  canvas.fill({left + width + 4, field.centre().y - 28, 4, 56}, color.red);
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

Action SearchScreen::open(std::size_t group, const HitRow& row) const {
  std::vector<content::RecordId> neighbours;
  for (const HitRow& other : hits_.groups[group].rows) {
    if (other.screen == row.screen) neighbours.push_back(other.id);
  }
  return Open{row.screen, {.record = row.id, .series = {}, .filter = {}, .neighbours = std::move(neighbours)}};
}

}  // namespace kiosk
