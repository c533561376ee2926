#include "kiosk/widgets/article_picture.h"

#include <algorithm>
#include <string_view>

#include "kiosk/picture_places.h"
#include "kiosk/pictures.h"

namespace kiosk {
namespace {

struct StandIn {
  ui::Color ground;
  ui::Color ink;
  std::string_view icon;
};

StandIn stand_in(const ui::Palette& color, content::ArticleCategory category) {
  switch (category) {
    case content::ArticleCategory::Policy: return {color.red50, color.red, "card"};
    case content::ArticleCategory::Activity: return {color.gold50, color.gold_text, "calendar"};
    case content::ArticleCategory::Experience: return {color.pine50, color.pine, "star"};
    case content::ArticleCategory::PosterFilm: return {color.indigo50, color.indigo, "image"};
  }
  return {color.gold50, color.gold_text, "horn"};
}

constexpr float kFrame = 3;

}  // namespace

void draw_article_picture(ui::Canvas& canvas, const Context& context, const content::MediaId& picture,
                          content::ArticleCategory category, ui::Rect box, const ui::PictureStyle& style) {
  const StandIn look = stand_in(canvas.color(), category);
  auto source = picture_source(context.catalog, picture, std::max(box.w, box.h) * canvas.pixels_per_u());
  ui::PictureStyle drawn = style;
  drawn.placeholder = look.ground;
  const bool contrast = canvas.theme().modes.high_contrast;
  if (!source.empty()) {
    const ui::Size size{static_cast<float>(source.width), static_cast<float>(source.height)};
    source.focus_y = picture_cut(PictureRule::Article, size, {source.focus_x, source.focus_y}, box).focus.y;
    canvas.picture(box, source, drawn);
    // Round at the top only, it lies in a card that has a frame.
    if (contrast && style.round_top_only) canvas.fill({box.x, box.bottom() - kFrame, box.w, kFrame}, canvas.color().ink);
    if (contrast && !style.round_top_only) canvas.outline(box, canvas.color().ink, kFrame, style.radius);
    return;
  }
  if (contrast) canvas.outline(box, canvas.color().ink, kFrame, style.radius);
  if (style.round_top_only) {
    canvas.fill_top_round(box, look.ground, style.radius);
  } else {
    canvas.fill(box, look.ground, style.radius);
  }
  canvas.icon(look.icon, box.centre(), std::min(120.0F, box.h * 0.45F), look.ink);
}

}  // namespace kiosk
