#include "kiosk/screens/products.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "content/schedule.h"
#include "kiosk/numbers.h"
#include "kiosk/ui/widgets.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr std::size_t kTiles = 6;   // so many chips stand as equal tiles in portrait

}  // namespace

bool ProductsScreen::enter(const Context& context) {
  fetch(context);
  return true;
}

void ProductsScreen::fetch(const Context& context) {
  changed_ = false;
  const Texts& texts = context.texts;
  const content::City& city = context.catalog.city;
  title_ = city.products_title.empty() ? std::string(texts("section.products")) : city.products_title;
  fetch_categories(context);
  cards_.clear();
  order_.clear();
  std::set<std::string> makers;
  for (const auto* product : content::filter_visible(context.catalog.products, context.now)) {
    if (!category_.empty() && product->category != category_) continue;
    Card card{.id = product->id,
              .label = texts.format("products.product", {product->name}),
              .name = product->name,
              .price = yuan_words(product->price_fen),
              .unit = product->unit,
              .maker = product->maker,
              .still = {product->picture, product->tint, product->table}};
    if (!product->maker.empty() && !product->maker_note.empty()) card.maker = texts.format("home.place", {product->maker, product->maker_note});
    const auto same = [&card](const Card& other) { return other.label == card.label; };
    if (std::ranges::any_of(cards_, same)) card.label.append(" ").append(std::to_string(cards_.size() + 1));
    if (!product->maker.empty()) makers.insert(product->maker);
    order_.push_back(product->id);
    cards_.push_back(std::move(card));
  }
  makers_ = makers.empty() ? std::string{} : texts.format("products.makers", {std::to_string(makers.size())});
  count_ = texts.format("products.count", {std::to_string(cards_.size())});
}

// In the order in which the office's list brings them forth: most products first, ties by pinyin.
void ProductsScreen::fetch_categories(const Context& context) {
  std::vector<std::pair<std::string, int>> found;
  for (const auto* product : content::filter_visible(context.catalog.products, context.now)) {
    if (product->category.empty()) continue;
    const auto at = std::ranges::find(found, product->category, &std::pair<std::string, int>::first);
    if (at == found.end()) {
      found.emplace_back(product->category, 1);
    } else {
      ++at->second;
    }
  }
  std::ranges::stable_sort(found, std::greater<>{}, &std::pair<std::string, int>::second);
  categories_.clear();
  labels_ = {std::string(context.texts("products.all"))};
  for (auto& [category, count] : found) {
    labels_.push_back(category);
    categories_.push_back(std::move(category));
  }
}

void ProductsScreen::choose(std::string category) {
  category_ = std::move(category);
  turner_.reset();
  changed_ = true;
}

std::size_t ProductsScreen::selected() const {
  if (category_.empty()) return 0;
  return static_cast<std::size_t>(std::ranges::find(categories_, category_) - categories_.begin()) + 1;
}

Action ProductsScreen::draw(ui::Canvas& canvas, const Context& context) {
  if (changed_) fetch(context);
  const PageAreas areas = draw_page_frame(canvas, context, {ui::Section::Products, "jar", context.texts("section.products"), {}});
  const Layout layout = lay_out(canvas);
  draw_title(canvas, context, areas);
  Action action = Stay{};
  if (cards_.empty()) {
    draw_empty(canvas, context, layout);
  } else {
    action = draw_cards(canvas, context, layout);
  }
  draw_shelf(canvas, context, layout);
  keep(action, draw_dock(canvas, context, areas, context.texts("search.hint.products")));
  return action;
}

ProductsScreen::Layout ProductsScreen::lay_out(const ui::Canvas& canvas) const {
  Layout layout{.areas = page_areas(canvas), .grid = {}};
  const PageAreas& areas = layout.areas;
  Rect free = areas.content;
  if (areas.landscape) {
    layout.grid = {free, std::clamp(CardGrid::columns_for(free.w, 404, 22), 2, 5), 2, 22};
  } else {
    free.y += 4;
    free.h = areas.shelf.y - 26 - free.y;
    layout.grid = {free, 2, std::max(1, static_cast<int>((free.h + 20) / (370 + 20))), 20};
  }
  return layout;
}

void ProductsScreen::draw_title(ui::Canvas& canvas, const Context& context, const PageAreas& areas) const {
  draw_header(canvas, context, areas, title_, areas.landscape ? std::string_view(makers_) : std::string_view{});
  if (areas.landscape) return;
  canvas.text({areas.header.x, areas.header.y + 20, areas.header.w, 72}, count_,
              {.face = Face::Sans, .size = 28, .color = canvas.color().ink2, .align = Align::Right});
}

Action ProductsScreen::draw_cards(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  Action action = Stay{};
  const CardGrid& grid = layout.grid;
  const int count = static_cast<int>(cards_.size());
  // Room for the cards' shadows.
  const auto turn = turner_.begin(canvas, "cards", grid.area.inset(-8, -8), grid.pages(count));
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    const int first = page.index * grid.per_page();
    for (int i = first; i < std::min(count, first + grid.per_page()); ++i) {
      const Card& card = cards_[static_cast<std::size_t>(i)];
      if (!draw_card(canvas, context, card, grid.cell(i - first))) continue;
      action = Open{ScreenKind::Product, {.record = card.id, .series = {}, .filter = {}, .neighbours = order_}};
    }
    canvas.pop_offset();
  }
  turner_.end(canvas);
  return action;
}

bool ProductsScreen::draw_card(ui::Canvas& canvas, const Context& context, const Card& card, Rect box) const {
  const auto& color = canvas.color();
  const bool large = !canvas.landscape();
  const float scale = large ? 1.09F : 1.0F;
  const float foot_height = large ? 164 : 149;
  const ui::Touch touch = canvas.touch(card.label, box);
  if (!touch.pressed) canvas.shadow(box, ui::Elevation::Card, ui::radius::kCard);
  canvas.fill(box, touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  draw_still_life(canvas, context.catalog, card.still, box.top(box.h - foot_height), ui::radius::kCard);
  const Rect words = box.below(box.h - foot_height).inset(large ? 26.0F : 24.0F, 0);
  canvas.text({words.x, words.y + 33 * scale - 26, words.w, 52}, card.name, {.face = Face::SansBold, .size = 32 * scale, .color = color.ink});

  const float baseline = words.y + 93 * scale;
  const ui::TextStyle price{.face = Face::SansBold, .size = large ? 42.0F : 38.0F, .color = color.red};
  ui::TextStyle sign = price;
  sign.size *= 0.7F;
  float x = words.x + canvas.text_at({words.x, baseline}, "¥", sign);
  x += canvas.text_at({x + 1, baseline}, card.price, price) + 14;
  const ui::TextStyle unit{.face = Face::Sans, .size = large ? 28.0F : 26.0F, .color = color.ink2};
  canvas.text({x, baseline - unit.size, words.right() - x, unit.size * 1.26F}, card.unit, unit);
  canvas.text({words.x, words.y + 119 * scale - 22, words.w, 44}, card.maker, {.face = Face::Sans, .size = large ? 27.0F : 25.0F, .color = color.ink2});
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped;
}

void ProductsScreen::draw_empty(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const Rect& area = layout.grid.area;
  const bool none = category_.empty();
  const std::string words = none ? std::string(context.texts("products.none")) : context.texts.format("products.empty", {category_});
  canvas.text({area.x, area.y + area.h * 0.3F, area.w, 80}, words,
              {.face = Face::Serif, .size = 46, .color = canvas.color().ink, .align = Align::Centre});
  if (none) return;
  const std::string_view all = context.texts("products.see_all");
  const float width = ui::button_width(canvas, all, {.text_size = 32}) + 80;
  if (ui::button(canvas, all, ui::centred({area.x, area.y + area.h * 0.3F + 120, area.w, 96}, {width, 96}), {.text_size = 32})) choose({});
}

void ProductsScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const PageAreas& areas = layout.areas;
  const int pages = layout.grid.pages(static_cast<int>(cards_.size()));
  const std::string_view note = areas.landscape ? std::string_view{} : context.texts("products.look_only");
  float used = 0;
  if (pages > 1) used = ui::pager(canvas, areas.shelf, turner_, pages, note) + 24;
  if (categories_.empty() || (categories_.size() == 1 && category_.empty())) return;
  if (!areas.landscape) {
    draw_tiles(canvas, areas.shelf_b);
  } else if (const auto tapped = ui::chip_row(canvas, areas.shelf.left(areas.shelf.w - used), labels_, selected())) {
    choose(*tapped == 0 ? std::string{} : categories_[*tapped - 1]);
  }
}

void ProductsScreen::draw_tiles(ui::Canvas& canvas, Rect row) {
  std::optional<std::size_t> tapped;
  if (labels_.size() > kTiles) {
    tapped = ui::chip_row(canvas, row.below(16).top(ui::touch::kChip), labels_, selected());
  } else {
    const float gap = 12;
    const auto count = static_cast<float>(labels_.size());
    const float width = (row.w - gap * (count - 1)) / count;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const Rect box{row.x + static_cast<float>(i) * (width + gap), row.y, width, row.h};
      const auto kind = i == selected() ? ui::ButtonKind::Ink : ui::ButtonKind::Secondary;
      if (ui::button(canvas, labels_[i], box, {.kind = kind, .text_size = 30})) tapped = i;
    }
  }
  if (tapped) choose(*tapped == 0 ? std::string{} : categories_[*tapped - 1]);
}

}  // namespace kiosk
