// The pieces of a figure's page: picture, head, tribute.
#include <algorithm>

#include "kiosk/screens/figure.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/name_line.h"
#include "kiosk/widgets/portrait.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kWidestFace = 1.25F;   // width to height: in a wider picture colours of its ground stand beside the person
constexpr float kFrame = 3;         // high contrast: around what informs
constexpr float kLeastName = 64;
constexpr float kLeastVoice = 30;
constexpr int kMostVoiceLines = 6;
constexpr std::size_t kVoiceLines = 2;
constexpr float kToastBand = 128;   // the toast and the gap below it

// What a picture shows of itself to be touched: a pill in its corner.
void draw_pill(ui::Canvas& canvas, Rect picture, const std::string& words, const ui::Touch& touch) {
  const ui::TextStyle style{.face = Face::SansMedium, .size = 28, .color = canvas.color().ink};
  const float icon = ui::icon_size(canvas, 36);
  const float width = canvas.measure(words, style) + icon + 72;
  const Rect pill{picture.x + 28, picture.bottom() - 28 - ui::touch::kChip, width, ui::touch::kChip};
  const ui::Look look = ui::control_look(canvas.theme(), touch.pressed ? ui::LookState::Pressed : ui::LookState::Rest);
  ui::draw_control(canvas, pill, look, pill.h / 2);
  canvas.icon("image", {pill.x + 28 + icon / 2, pill.centre().y}, icon, look.icon);
  canvas.text({pill.x + 28 + icon + 14, pill.y, width, pill.h}, words, {.face = style.face, .size = style.size, .color = look.words});
  if (touch.focused) canvas.focus_ring(pill, pill.h / 2);
}

}  // namespace

// With a gallery the whole picture opens it.
Action FigureScreen::draw_picture(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  if (layout.areas.landscape && layout.picture.w <= layout.picture.h * kWidestFace) {
    draw_portrait(canvas, context.catalog, portrait_, layout.picture, {.martyr = martyr_});
  } else {
    draw_wide_portrait(canvas, context.catalog, portrait_, layout.picture, martyr_);
  }
  if (canvas.theme().modes.high_contrast) canvas.outline(layout.picture.inset(kFrame), canvas.color().ink, kFrame);
  if (pictures_.empty() || layout.areas.low) return Stay{};
  const ui::Touch touch = canvas.touch(context.texts("figure.look"), layout.picture);
  draw_pill(canvas, layout.picture, context.texts.format("figure.look_more", {std::to_string(pictures_.size())}), touch);
  return touch.tapped ? open_gallery() : Action{Stay{}};
}

// Category, the mark of Chinese, year and place; on as many rows as they need. Returns where the name may begin.
float FigureScreen::draw_facts(ui::Canvas& canvas, const Context& context, Rect head) const {
  const auto& color = canvas.color();
  const ui::TextStyle style{.face = Face::Sans, .size = 28, .color = color.ink2};
  const float row = std::max(50.0F, canvas.theme().text_size(28) * 1.5F);
  float x = head.x + ui::tag(canvas, head.origin(), category_, martyr_ ? ui::TagKind::Pine : ui::TagKind::Gold, row) + 15;
  float y = head.y;
  const auto place = [&](float width) {
    if (x + width > head.right() && x > head.x) {
      x = head.x;
      y += row + 6;
    }
  };
  if (chinese_) {   // before the first Chinese
    place(chinese_mark_width(canvas, context.texts));
    x += chinese_mark(canvas, context.texts, {x, y + (row - chinese_mark_height(canvas)) / 2}) + 15;
  }
  if (!year_and_place_.empty()) {
    const float width = canvas.measure(year_and_place_, style) + 2;
    place(width);
    if (width > head.w) {
      const ui::TextBlock block = canvas.layout(year_and_place_, style, head.w);
      canvas.draw(block, {x, y});
      y += block.height() - row;
    } else {
      canvas.text({x, y, width, row}, year_and_place_, style);
    }
  }
  return y + row;
}

// Facts, name and voice; returns where the text below may begin.
float FigureScreen::draw_head(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const auto& color = canvas.color();
  const bool landscape = layout.areas.landscape;
  const Rect& head = layout.head;
  const float facts = draw_facts(canvas, context, head);
  const float size = landscape ? 116.0F : 120.0F;
  const float name_height = 140 * canvas.theme().text_size(size) / size;
  const float name_top = facts + (landscape ? 15.0F : 12.0F);
  draw_name(canvas, {head.x - 2, name_top, head.w, name_height}, name_, {.face = Face::Serif, .size = size, .color = color.ink}, kLeastName);

  const float top = name_top + name_height + (landscape ? 5.0F : 14.0F);
  const bool large = canvas.theme().modes.large_text;
  ui::TextStyle style{.face = Face::Kai, .size = large ? 38.0F : landscape ? 46.0F : 52.0F,
                            .color = martyr_ ? color.pine : color.gold_text, .line = 1.435F, .hang_quotes = true};
  const bool below_code = layout.code.h > 0 && top >= layout.code.bottom();
  const float width = below_code ? layout.text.w : head.w;
  // A long one gives way in size, so that the life below it keeps its room.
  while (style.size > kLeastVoice && canvas.layout(voice_, style, width).lines.size() > kVoiceLines) style.size -= 2;
  const float used = voice_.empty() ? 0 : draw_voice(canvas, {head.x, top, width, 0}, voice_, style, kLeastVoice, kMostVoiceLines);
  const float bottom = top + used + (landscape ? 24.0F : 18.0F);
  // In three columns the code stands beside the text; else the text's lines reach below it.
  return layout.areas.landscape && !layout.compact ? bottom : std::max(bottom, layout.code.bottom() + 12);
}

void FigureScreen::draw_tribute(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const auto& color = canvas.color();
  if (!layout.code.h || !layout.areas.landscape || layout.compact) {
    // Nothing stands above it.
  } else {
    canvas.fill({layout.disc.x - 152, 398, 304, 2}, color.line);
  }
  tribute_.draw(canvas, context, layout.disc, layout.disc_radius);
  if (tribute_.count().empty()) return;
  const float x = layout.disc.x;
  if (layout.areas.landscape && !layout.compact) {
    const Rect row{x - 152, layout.disc.y + 150, 304, 72};
    canvas.text(row, tribute_.count(), {.face = Face::SansBold, .size = 58, .color = color.ink, .align = Align::Centre});
    const ui::TextStyle words{.face = Face::Sans, .size = 27, .color = color.ink2, .align = Align::Centre};
    canvas.text({row.x, row.bottom() - 6, row.w, 44}, tribute_.count_words(), ui::fitted(canvas, tribute_.count_words(), words, row.w));
    return;
  }
  const ui::TextStyle number{.face = Face::SansBold, .size = 38, .color = color.ink};
  const ui::TextStyle words{.face = Face::Sans, .size = 26, .color = color.ink2};
  const std::string_view times = layout.compact ? std::string_view(tribute_.count_words()) : context.texts("figure.times_short");
  const float width = canvas.measure(tribute_.count(), number);
  const float left = x - (width + 12 + canvas.measure(times, words)) / 2;
  const float baseline = layout.compact ? layout.areas.page.h - 28 : layout.disc.y + 158;
  canvas.text_at({left, baseline}, tribute_.count(), number);
  canvas.text_at({left + width + 12, baseline}, times, words);
}

// At the picture's foot: the words beside it stay readable.
void FigureScreen::draw_toast(ui::Canvas& canvas, const Layout& layout) {
  const ui::Size screen = canvas.size();
  const float usual = screen.h - (layout.areas.landscape ? 208.0F : 404.0F);   // the toast's own place, see ui::toast
  const float foot = std::max(layout.picture.bottom(), layout.picture.y + kToastBand + 24);
  const float wish = layout.areas.landscape ? layout.picture.centre().x - screen.w / 2 : 0;
  const float most = std::max(0.0F, (screen.w - tribute_.toast_width(canvas)) / 2 - 16);
  tribute_.draw_toast(canvas, {std::max(wish, -most), std::min(foot, usual) - usual});
}

}  // namespace kiosk
