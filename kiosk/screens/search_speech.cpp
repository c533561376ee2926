// The search page without hits: what may be typed, and what to try instead of something that is not there.
#include <algorithm>
#include <cctype>

#include "kiosk/screens/search.h"
#include "kiosk/ui/utf8.h"
#include "kiosk/ui/widgets_look.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kGap = 16;
constexpr float kLeast = 84, kMost = 132;   // a suggestion's height

// Of a long text its beginning; all of it stands in the field.
std::string beginning_of(const std::string& typed) {
  constexpr std::size_t kLongest = 12;
  std::size_t end = 0;
  for (std::size_t count = 0; end < typed.size() && count < kLongest; ++count) ui::next_character(typed, end);
  std::string words = typed.substr(0, end);
  for (char& letter : words) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  return end < typed.size() ? words + "…" : words;
}

}  // namespace

Action SearchScreen::draw_speech(ui::Canvas& canvas, const Context& context, const SearchLayout& layout) {
  const auto& color = canvas.color();
  const bool empty = context.visitor.typed.empty();
  const bool ideas = !empty && !hits_.suggestions.empty();
  const std::string sentence = empty ? std::string(context.texts("search.ask"))
                                     : context.texts.format("search.none", {beginning_of(context.visitor.typed)});
  Rect area = layout.results;
  if (!ideas) area = area.inset(0, layout.landscape ? std::min(40.0F, area.h * 0.1F) : std::min(120.0F, area.h * 0.15F));
  const ui::TextStyle serif{.face = Face::Serif, .size = ideas ? 46.0F : 50.0F, .color = color.ink, .line = 1.3F};
  const ui::TextStyle plain{.face = Face::Sans, .size = ideas ? 29.0F : 31.0F, .color = color.ink2, .line = 1.45F};
  float y = area.y + (ideas ? 8.0F : 0.0F);
  y += canvas.paragraph({area.x, y, area.w, 0}, sentence, serif, 2) + 10;
  const auto line = context.texts(empty ? "search.ask_line" : ideas ? "search.none_ideas" : "search.none_line");
  // Little room: the buttons say it themselves.
  const float height = canvas.layout(line, plain, area.w, 3).height();
  const float buttons = layout.landscape ? kMost + kGap : static_cast<float>(hits_.suggestions.size()) * (kLeast + kGap);
  const bool room = !ideas || area.bottom() - y - height > buttons;
  if (room) y += canvas.paragraph({area.x, y, area.w, 0}, line, plain, 3) + 12;
  if (!ideas) return Stay{};
  return draw_suggestions(canvas, context, layout, {area.x, y, area.w, area.bottom() - y});
}

// Side by side in landscape, else one below the other; as many as find room.
Action SearchScreen::draw_suggestions(ui::Canvas& canvas, const Context& context, const SearchLayout& layout, Rect area) {
  const auto& all = hits_.suggestions;
  const bool across = layout.landscape;
  std::size_t count = all.size();
  const auto height = [&] { return across ? area.h : (area.h - static_cast<float>(count - 1) * kGap) / static_cast<float>(count); };
  while (count > 1 && height() < kLeast) --count;
  const auto n = static_cast<float>(across ? std::max<std::size_t>(count, 2) : 1);
  const float width = (area.w - (n - 1) * kGap) / n;
  const float tall = std::clamp(height(), kLeast, canvas.theme().modes.large_text ? kMost + 28 : kMost);
  Rect box{area.x, area.y, width, tall};
  Action action = Stay{};
  for (std::size_t i = 0; i < count; ++i) {
    if (draw_suggestion(canvas, all[i], box, layout.touchable())) {
      if (all[i].typed.empty()) {
        action = Open{all[i].screen, {.record = all[i].record, .series = {}, .filter = {}, .neighbours = {}}};
      } else {
        type(context, all[i].typed);
        canvas.request_frame();
      }
    }
    box = across ? box.moved(width + kGap, 0) : box.moved(0, tall + kGap);
  }
  return action;
}

// Icon, what it is, how many it finds: at the right, or below where that leaves the words no room. For the eye only it has
// no edge.
bool SearchScreen::draw_suggestion(ui::Canvas& canvas, const Suggestion& suggestion, Rect box, bool touchable) const {
  const std::string label = suggestion.title + " " + suggestion.count;
  const ui::Touch touch = touchable ? canvas.touch(label, box) : ui::Touch{};
  const ui::Look look = ui::control_look(canvas.theme(), touch.pressed ? ui::LookState::Pressed : ui::LookState::Rest);
  if (touchable) ui::draw_control(canvas, box, look, ui::radius::kCard);
  const float middle = box.centre().y;
  const float icon = ui::icon_size(canvas, 36);
  const float pad = box.w < 500 ? 18 : 28;
  canvas.icon(suggestion.icon, {box.x + pad + icon / 2, middle}, icon, touchable ? look.icon : look.words);
  if (touchable) canvas.icon("right", {box.right() - 28, middle}, 30, look.icon);
  const Rect words{box.x + pad + icon + 16, box.y, box.right() - (touchable ? 48.0F : 16.0F) - (box.x + pad + icon + 16), box.h};
  ui::TextStyle title{.face = Face::SansBold, .size = 32, .color = look.words, .line = 1.25F};
  ui::TextStyle line{.face = Face::Sans, .size = 25.5F, .color = touchable ? look.label : canvas.color().ink2, .line = 1.3F};
  ui::TextStyle count{.face = Face::SansBold, .size = 31, .color = look.words, .align = Align::Right};
  const float count_width = canvas.measure(suggestion.count, count) + 20;
  const bool beside = canvas.measure(suggestion.title, title) <= words.w - count_width;
  std::string_view second = suggestion.line;
  if (beside) {
    canvas.text(words, suggestion.count, count);
  } else {
    second = suggestion.count;
    line.face = Face::SansBold;
    line.color = look.words;
  }
  const float room = beside ? words.w - count_width : words.w;
  if (const float wide = canvas.measure(suggestion.title, title); wide > room) title.size = std::max(25.5F, title.size * room / wide);
  const float top = canvas.theme().text_size(title.size) * title.line;
  const float foot = canvas.theme().text_size(line.size) * line.line;
  const bool two = top + foot <= box.h - 12 && canvas.measure(second, line) <= room;
  const float y = middle - (two ? top + foot : top) / 2;
  canvas.text({words.x, y, room, top}, suggestion.title, title);
  if (two) canvas.text({words.x, y + top, room, foot}, second, line);
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped;
}

}  // namespace kiosk
