// Where to buy: shops, markets, the maker's telephone; page by page where they are many.
#include <algorithm>

#include "kiosk/screens/product.h"
#include "kiosk/screens/product_turn.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/chinese_mark.h"

namespace kiosk {

using ui::Face;
using ui::Rect;

namespace {

constexpr float kLeastPlace = 26;
constexpr float kIcon = 38;
constexpr float kAfterIcon = 23;

float outlet_size(const ui::Canvas& canvas) { return canvas.landscape() ? 31 : 33; }

}  // namespace

// Computed for one frame, in u.
struct ProductScreen::OutletRows {
  struct Row {
    std::size_t outlet = 0;
    ui::TextBlock words;
    float y = 0, height = 0;   // from the list's top
  };
  std::vector<std::vector<Row>> pages;
  float height = 0;            // of the highest page
};

// Each row is as high as its lines, at least `least`; a page holds as many as fit, at least one.
ProductScreen::OutletRows ProductScreen::lay_out_outlets(const ui::Canvas& canvas, Rect area, float least, float gap) const {
  OutletRows rows;
  const float size = outlet_size(canvas);
  const float width = area.w - ui::icon_size(canvas, kIcon) - kAfterIcon;
  float y = 0;
  for (std::size_t i = 0; i < outlets_.size(); ++i) {
    ui::TextStyle style{.face = Face::Sans, .size = size, .color = canvas.color().ink, .line = 1.2F};
    while (style.size > kLeastPlace && canvas.measure(outlets_[i].text, style) > width) style.size = std::max(kLeastPlace, style.size - 1);
    OutletRows::Row row{.outlet = i, .words = canvas.layout(outlets_[i].text, style, width)};
    row.height = std::max(least, row.words.height() + gap);
    if (rows.pages.empty() || y + row.height > area.h + 8) {
      rows.pages.emplace_back();
      y = 0;
    }
    row.y = y;
    y += row.height;
    rows.height = std::max(rows.height, y);
    rows.pages.back().push_back(std::move(row));
  }
  return rows;
}

// With air between the rows; tighter where that saves a page.
ProductScreen::OutletRows ProductScreen::lay_out_outlets(const ui::Canvas& canvas, Rect area) const {
  const float text = canvas.theme().text_size(outlet_size(canvas)) * 1.35F;
  OutletRows airy = lay_out_outlets(canvas, area, text + (canvas.landscape() ? 14.0F : 17.0F), 10);
  if (airy.pages.size() < 2) return airy;
  OutletRows tight = lay_out_outlets(canvas, area, text, 5);
  return tight.pages.size() < airy.pages.size() ? tight : airy;
}

void ProductScreen::draw_outlets(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  if (outlets_.empty()) return;
  const Rect& places = layout.places;
  const ui::TextStyle heading{.face = Face::SansBold, .size = layout.areas.landscape ? 32.0F : 34.0F, .color = canvas.color().ink};
  float used = canvas.text(places, context.texts("product.where"), heading);
  if (outlets_chinese_) {
    const float middle = places.y + (places.h - chinese_mark_height(canvas)) / 2;
    used += 20 + chinese_mark(canvas, context.texts, {places.x + used + 20, middle});
  }
  const Rect area = layout.outlets.below(places.h + 8);
  const OutletRows rows = lay_out_outlets(canvas, area);
  const Rect list = area.top(rows.height);
  const int pages = static_cast<int>(rows.pages.size());
  const auto turn = outlet_pages_.begin(canvas, "outlets", list, pages);
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    draw_outlet_page(canvas, rows, page.index, list);
    canvas.pop_offset();
  }
  outlet_pages_.end(canvas);
  const std::string_view label = context.texts("product.more_places");
  const float wide = product_turn_width(canvas, label, outlet_pages_, pages) + 14;
  if (used + 40 + wide <= places.w) {
    const Rect more = places.after(places.w - wide);
    draw_product_turn(canvas, label, more.inset(0, std::min(0.0F, (places.h - ui::touch::kMin) / 2)), more, outlet_pages_, pages);
    return;
  }
  // Too narrow for the words: the whole list turns, an arrow and the place say so.
  const Rect all{places.x, places.y - 8, list.w, list.bottom() + 16 - places.y};
  draw_product_turn(canvas, label, all, places.after(used), outlet_pages_, pages);
}

void ProductScreen::draw_outlet_page(ui::Canvas& canvas, const OutletRows& rows, int page, Rect list) const {
  const float icon = ui::icon_size(canvas, kIcon);
  for (const OutletRows::Row& row : rows.pages[static_cast<std::size_t>(page)]) {
    const float middle = list.y + row.y + row.height / 2;
    canvas.icon(outlets_[row.outlet].icon, {list.x + icon / 2, middle - 1}, icon, canvas.color().clay);
    canvas.draw(row.words, {list.x + icon + kAfterIcon, middle - row.words.height() / 2});
  }
}

}  // namespace kiosk
