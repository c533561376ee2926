// An article's picture, or the plane that stands in for one.
#pragma once

#include "kiosk/context.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

// Without a picture: a tint and an icon of the article's category, never a grey box.
void draw_article_picture(ui::Canvas& canvas, const Context& context, const content::MediaId& picture,
                          content::ArticleCategory category, ui::Rect box, const ui::PictureStyle& style = {});

}  // namespace kiosk
